/**
 * The judge: for each claim of a group the source figure that measures the same thing, or the knowledge that there is none, and
 * whether the two agree. Silence is preferred: a contradiction is stated only where the alignment is beyond reasonable doubt.
 */
import { align } from './align'
import type { ClaimGroup } from './claim'
import { type Choice, decide, type Summary, summarise } from './decide'
import { type Pair, type Scene, sceneOf } from './features'
import { sharedLexicon } from './lexicon'
import { type Model, shippedModel } from './model'
import type { SourceFigures } from './source'
import type { Difference, Evidence, Judgement } from './verdict'

/** Evidence shown beside the first. */
const most = 3
/** Less likely figures are no evidence. */
const worthShowing = 0.05

const nothing = new Float64Array(0)

/** Judges the figures of a group against candidate sources, likeliest first. One judgement for each of `group.figures`, in their order. */
export function judge(group: ClaimGroup, candidates: readonly SourceFigures[], model: Model = shippedModel()): Judgement[] {
  return judgeScene(group, sceneOf(group, candidates, sharedLexicon()), model)
}

/** The same for a group whose comparison is at hand. */
export function judgeScene(group: ClaimGroup, scene: Scene, model: Model): Judgement[] {
  const { full, context } = align(scene, model)
  const claimOf = new Map(scene.claims.map((claim, index) => [claim.figure, index]))
  return group.figures.map((figure) => {
    const claim = claimOf.get(figure)
    if (claim === undefined || !figure.checkable) return { figure, verdict: 'unchecked', confidence: 1, evidence: [] }
    const pairs = scene.pairs[claim] ?? []
    const summary = summarise(pairs, full[claim] ?? nothing, context[claim] ?? nothing)
    return { figure, ...verdictOf(summary, (choice) => evidenceOf(choice, scene.candidates, pairs), model) }
  })
}

function verdictOf(summary: Summary, evidence: (choice: Choice) => Evidence, { decision, thresholds }: Model): Omit<Judgement, 'figure'> {
  const [against] = summary.against
  const contradicted = against === undefined ? 0 : decide(summary, decision)
  const others = (choices: readonly Choice[], first: Choice) =>
    [first, ...choices.filter((choice) => choice !== first && choice.share >= worthShowing)].slice(0, most).map(evidence)
  if (against !== undefined && contradicted >= thresholds.contradicted) {
    return {
      verdict: 'contradicted',
      confidence: contradicted,
      evidence: others(summary.against, against).map((item, index) => (index === 0 ? { ...item, confidence: contradicted } : item)),
    }
  }
  const doubt = against !== undefined && contradicted >= thresholds.doubt ? { doubt: evidence(against) } : {}
  const supporting = summary.for
  const [best] = supporting
  const sum = supporting.reduce((total, { share }) => total + share, 0)
  if (best !== undefined && sum >= thresholds.supported) {
    return {
      verdict: 'supported',
      confidence: Math.max(sum, 1 - contradicted - summary.none),
      evidence: others(supporting, best),
      ...doubt,
    }
  }
  const related = [...supporting, ...summary.against].filter(({ share }) => share >= worthShowing).sort((a, b) => b.share - a.share)
  return {
    verdict: 'unsupported',
    confidence: summary.none,
    evidence: related.slice(0, most).map((choice) => ({ ...evidence(choice), relation: 'related' })),
    ...doubt,
  }
}

function evidenceOf({ pair, share, difference }: Choice, candidates: readonly SourceFigures[], pairs: readonly Pair[]): Evidence {
  const candidate = candidates[pair.candidate]
  if (candidate === undefined) throw new Error('a pair names a source that is no candidate')
  const kind: Difference | undefined = difference === 'value' && isElsewhere(pair, pairs) ? 'swap' : difference
  return {
    source: candidate.source,
    passage: pair.found.passage,
    figure: pair.found.figure,
    relation: kind === undefined ? 'supports' : 'contradicts',
    confidence: share,
    ...(kind === undefined ? {} : { difference: kind }),
  }
}

/** Whether the stated value is another figure of the same source: then two figures were confused. */
function isElsewhere(pair: Pair, pairs: readonly Pair[]): boolean {
  return pairs.some((other) => other.candidate === pair.candidate && other.relation.agreement >= 0.8)
}
