/**
 * The document against itself: two figures for the same measure that cannot both hold. What stands further up serves as the source for
 * what stands further down. An author who says the same thing twice uses much the same words, so more is asked for than of a source:
 * a sure contradiction, and sentences that share much of what they say and name nobody and no year that the other does not.
 */
import type { Figure } from '../figure/figure'
import type { Body } from '../text/body'
import { align } from './align'
import { type ClaimGroup, claimGroupsOf } from './claim'
import { readContexts } from './context'
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

/** Inconsistent pairs among the figures of one text, in text order of the later one. */
export function inconsistenciesOf(body: Body, figures: readonly Figure[], model: Model = shippedModel()): Inconsistency[] {
  const groups = claimGroupsOf(body, figures, [])
  return groups.flatMap((group, index) => (index === 0 ? [] : againstEarlier(group, body, figures, model)))
}

function againstEarlier(group: ClaimGroup, body: Body, figures: readonly Figure[], model: Model): Inconsistency[] {
  const start = group.passages[0]?.start ?? 0
  const passages = body.passages.filter((passage) => passage.start < start)
  const earlier = figures.filter((figure) => figure.start < start)
  if (earlier.length === 0) return []
  const above = sourceFiguresOf(itself(body), readContexts({ ...body, passages }, earlier))
  const scene = sceneOf(group, [above], sharedLexicon())
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
