/**
 * The document against itself: two figures for the same measure that cannot both hold. What stands further up serves as the source for
 * what stands further down. An author who says the same thing twice uses much the same words, so more is asked for than of a source:
 * a sure contradiction, and sentences that share much of what they say and name nobody and no year that the other does not.
 */
import type { Figure } from '../figure/figure'
import type { Body, Passage } from '../text/body'
import { contains } from '../text/span'
import { align } from './align'
import { type ClaimGroup, claimGroupsOf } from './claim'
import { type Contexts, readContexts } from './context'
import { type Choice, decide, summarise } from './decide'
import { sharedLexicon } from './lexicon'
import { type Model, shippedModel } from './model'
import { sceneOf, wordShares } from './scene'
import { sourceFiguresOf } from './source'
import type { Difference } from './verdict'

export interface Inconsistency {
  /** The later of the two. */
  readonly figure: Figure
  readonly earlier: Figure
  readonly difference: Difference
  /** Probability, 0 to 1, that both speak of the same measure. */
  readonly confidence: number
}

const sure = 0.8
/** The share of the other that each sentence must say: less where the numbers themselves look like one slip. */
const alike = { slip: 0.45, value: 0.8 }

/** Below this share of common words two sentences are not looked at more closely. */
const worthComparing = 0.3
/** Passages above that a sentence is compared with, the likest ones: a report may say much the same on each of two hundred pages. */
const mostCompared = 6

/** Inconsistent pairs among the figures of one text, in text order of the later one. */
export function inconsistenciesOf(body: Body, figures: readonly Figure[], model: Model = shippedModel()): Inconsistency[] {
  const similar = similarSentences(readContexts(body, figures))
  return claimGroupsOf(body, figures, []).flatMap((group) => {
    const above = similar(group)
    return above.size === 0 ? [] : againstEarlier(group, above, body, figures, model)
  })
}

/** Finds, for a group, the passages above it with a figure in a sentence that shares words with one of the group's own. */
function similarSentences({ figures, sentences }: Contexts): (group: ClaimGroup) => ReadonlySet<Passage> {
  const words = sentences.map((sentence) => new Set(sentence.words.map(({ stem }) => stem)))
  // By word, the sentences with a figure that say it.
  const saying = new Map<string, number[]>()
  for (const at of new Set(figures.map(({ sentence }) => sentence))) {
    for (const word of words[at] ?? []) {
      const known = saying.get(word)
      if (known === undefined) saying.set(word, [at])
      else known.push(at)
    }
  }
  return ({ figures: stated, passages }) => {
    const start = passages[0]?.start ?? 0
    const own = new Set(figures.filter(({ figure }) => stated.includes(figure)).map(({ sentence }) => sentence))
    const found = new Set<Passage>()
    for (const sentence of own) {
      const mine = words[sentence] ?? new Set<string>()
      const common = new Map<number, number>()
      for (const word of mine) for (const at of saying.get(word) ?? []) common.set(at, (common.get(at) ?? 0) + 1)
      const likest = [...common].flatMap(([at, count]) => {
        const other = sentences[at]
        const share = count / Math.max(1, mine.size, words[at]?.size ?? 0)
        return other !== undefined && other.passage.start < start && share >= worthComparing ? [{ passage: other.passage, share }] : []
      })
      likest.sort((a, b) => b.share - a.share || b.passage.start - a.passage.start)
      for (const { passage } of likest.slice(0, mostCompared)) found.add(passage)
    }
    return found
  }
}

function againstEarlier(
  group: ClaimGroup,
  above: ReadonlySet<Passage>,
  body: Body,
  figures: readonly Figure[],
  model: Model,
): Inconsistency[] {
  const passages = body.passages.filter((passage) => above.has(passage))
  const earlier = figures.filter((figure) => passages.some((passage) => contains(passage, figure)))
  if (earlier.length === 0) return []
  const itselfAbove = sourceFiguresOf(itself(body), readContexts({ ...body, passages }, earlier))
  const scene = sceneOf(group, [itselfAbove], sharedLexicon())
  const { full, context } = align(scene, model)
  return scene.claims.flatMap(({ figure }, claim): Inconsistency[] => {
    const pairs = scene.pairs[claim] ?? []
    const summary = summarise(pairs, full[claim] ?? nothing, context[claim] ?? nothing)
    const [best] = summary.against
    if (!figure.checkable || best?.difference === undefined || summary.for.some(({ share }) => share > 0.2) || !isSameMeasure(best))
      return []
    const confidence = decide(summary, model.decision)
    return confidence < sure ? [] : [{ figure, earlier: best.pair.found.figure, difference: best.difference, confidence }]
  })
}

const nothing = new Float64Array(0)

function isSameMeasure({ pair, difference }: Choice): boolean {
  const { units } = pair.relation
  const least = difference === 'value' ? alike.value : alike.slip
  const { sentence, found, isOther } = wordShares(pair)
  return (units === 'same' || units === 'count' || units === 'convertible') && sentence >= least && found >= least && !isOther
}

const itself = (body: Body) => ({ key: '', path: '', metadata: { authors: [] }, body, furniture: [] })
