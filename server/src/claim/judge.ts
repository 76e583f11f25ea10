/**
 * The judge: for each claim of a group the source figure that measures the same thing, or the knowledge that there is none, and
 * whether the two agree. Silence is preferred: a contradiction is stated only where the alignment is beyond reasonable doubt.
 */
import { isClock } from '../figure/clock'
import type { Span } from '../text/span'
import { isWorkedOut, standsBeside } from './accounted'
import { align } from './align'
import type { ClaimGroup } from './claim'
import { type Choice, decide, type Summary, summarise } from './decide'
import { dissentOf, distinctWitnesses, isSameMatter, isSameWitness } from './dissent'
import { sharedLexicon } from './lexicon'
import { type Model, shippedModel, type Thresholds } from './model'
import { isConfirmed, isFarFetched, type Pair, type Scene, sceneOf } from './scene'
import type { SourceFigures } from './source'
import type { Difference, Evidence, Judgement } from './verdict'

/** Evidence shown beside the first. */
const most = 3
/** Less likely figures are no evidence. */
const worthShowing = 0.05

const nothing = new Float64Array(0)

/** Judges the figures of a group against candidate sources, likeliest first. One judgement for each of `group.figures`, in their order. */
export function judge(group: ClaimGroup, candidates: readonly SourceFigures[], model: Model = shippedModel()): Judgement[] {
  return judgeScene(group, sceneFor(group, candidates), model)
}

/** All that `group` is compared with; copies of one article count once. */
export function sceneFor(group: ClaimGroup, candidates: readonly SourceFigures[]): Scene {
  return sceneOf(group, distinctWitnesses(group, candidates), sharedLexicon())
}

/** The same for a group whose comparison is at hand. `asked`: whether the sources are asked if they agree among themselves. */
export function judgeScene(group: ClaimGroup, scene: Scene, model: Model, asked = true): Judgement[] {
  const { full, context } = align(scene, model)
  const claimOf = new Map(scene.claims.map((claim, index) => [claim.figure, index]))
  return group.figures.map((figure) => {
    const claim = claimOf.get(figure)
    if (claim === undefined || !figure.checkable) return { figure, verdict: 'unchecked', confidence: 1, evidence: [] }
    const pairs = scene.pairs[claim] ?? []
    const summary = summarise(pairs, full[claim] ?? nothing, context[claim] ?? nothing)
    const evidence = (choice: Choice) => evidenceOf(choice, scene.candidates, pairs)
    const judgement: Judgement = { figure, ...verdictOf(summary, evidence, model, isClock(figure)) }
    if (isClock(figure) && !isToldOfClock(judgement, summary)) return { figure, verdict: 'unchecked', confidence: 1, evidence: [] }
    return asked ? withDissent(judgement, summary, scene, evidence, model) : judgement
  })
}

/** Every other day has the same times, so a clock time is contradicted only by a source that bears out something else beside it. */
function isToldOfClock({ verdict }: Judgement, { against: [best] }: Summary): boolean {
  return verdict === 'contradicted' && best !== undefined && isConfirmed(best.pair)
}

/** A supported figure that another source contradicts is disputed or outdated. */
function withDissent(
  judgement: Judgement,
  summary: Summary,
  scene: Scene,
  evidenceOf: (choice: Choice) => Evidence,
  model: Model,
): Judgement {
  const [best] = summary.for
  const witness = best && scene.candidates[best.pair.candidate]
  if (judgement.verdict !== 'supported' || best === undefined || witness === undefined) return judgement
  const isRival = ({ pair }: Choice) => {
    const rival = scene.candidates[pair.candidate]
    return rival !== undefined && !isSameWitness(rival, witness)
  }
  const rivals = summary.against.filter((choice) => isRival(choice) && isSameMatter(choice.pair, model.thresholds))
  if (rivals.length === 0) return judgement
  const first = evidenceOf(best)
  const ask = (group: ClaimGroup, candidates: readonly SourceFigures[]) => judgeScene(group, sceneFor(group, candidates), model, false)
  const dissent = dissentOf(first, witness, rivals.map(evidenceOf), scene.candidates, ask, model.thresholds)
  if (dissent === undefined) return judgement
  return { ...judgement, verdict: dissent.verdict, evidence: [first, dissent.evidence, ...judgement.evidence.slice(1)].slice(0, most) }
}

function verdictOf(
  summary: Summary,
  evidence: (choice: Choice) => Evidence,
  { decision, thresholds }: Model,
  isTime: boolean,
): Omit<Judgement, 'figure'> {
  const [against] = summary.against
  const contradicted = against === undefined ? 0 : limited(decide(summary, decision), against, thresholds)
  const others = (choices: readonly Choice[], first: Choice) =>
    [first, ...choices.filter((choice) => choice !== first && choice.share >= worthShowing)].slice(0, most).map(evidence)
  if (against !== undefined && contradicted >= (isTime ? thresholds.clock : thresholds.contradicted)) {
    return {
      verdict: 'contradicted',
      confidence: contradicted,
      evidence: others(summary.against, against).map((item, index) => (index === 0 ? { ...item, confidence: contradicted } : item)),
    }
  }
  const isAsked = against !== undefined && contradicted >= thresholds.doubt
  const doubt = isAsked ? { doubt: { ...evidence(against), confidence: contradicted } } : {}
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

/**
 * What is worked out from the source is no error. Two figures of one sentence may well be confused, and a far-fetched source may be meant
 * where its number differs, but that is only asked.
 */
function limited(contradicted: number, against: Choice, { doubt }: Thresholds): number {
  if (isWorkedOut(against)) return 0
  const hasOtherNumber = against.difference === 'value' || against.difference === 'scale' || against.difference === 'digits'
  return standsBeside(against) || (hasOtherNumber && isFarFetched(against.pair)) ? Math.min(contradicted, doubt) : contradicted
}

function evidenceOf({ pair, share, difference }: Choice, candidates: readonly SourceFigures[], pairs: readonly Pair[]): Evidence {
  const candidate = candidates[pair.candidate]
  if (candidate === undefined) throw new Error('a pair names a source that is no candidate')
  const elsewhere = difference === 'value' ? statedElsewhere(pair, pairs) : undefined
  const kind: Difference | undefined = elsewhere === undefined ? difference : 'swap'
  const { cue, direction } = pair.found
  return {
    source: candidate.source,
    passage: pair.found.passage,
    figure: pair.found.figure,
    relation: kind === undefined ? 'supports' : 'contradicts',
    confidence: share,
    ...(kind === undefined ? {} : { difference: kind }),
    ...(kind === 'change' && cue !== undefined ? { cue } : {}),
    ...(kind === 'direction' && direction !== undefined ? { direction } : {}),
    ...(elsewhere === undefined ? {} : { elsewhere: wordsAround(candidate.source.body.text, elsewhere.found.figure) }),
  }
}

/** The stated value as another figure of the same source: then two figures were confused. */
function statedElsewhere(pair: Pair, pairs: readonly Pair[]): Pair | undefined {
  return pairs.find(({ candidate, relation: { units, agreement } }) => candidate === pair.candidate && agreement >= 0.8 && units !== 'bare')
}

/** A figure with up to three words of its clause on either side: "und 750 Euro in Oberösterreich". */
function wordsAround(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[.;:!?\n]/)
      .at(-1) ?? ''
  const after = text.slice(end, end + 60).split(/[.,;:!?)\n]/)[0] ?? ''
  const words = [...before.trim().split(/\s+/).slice(-3), text.slice(start, end), ...after.trim().split(/\s+/).slice(0, 3)]
  return words.join(' ').replace(/\s+/g, ' ').replace(/\( /g, '(').trim()
}
