/**
 * The judge: for each claim of a group the source figure that measures the same thing, or the knowledge that there is none, and
 * whether the two agree. Silence is preferred: a contradiction is stated only where the alignment is beyond reasonable doubt.
 */
import type { Quantity } from '../figure/figure'
import type { ClaimGroup } from './claim'
import { type FigureContext, readContexts, type Sentence } from './context'
import type { SourceFigures } from './source'
import type { Evidence, Judgement } from './verdict'

/** Judges the figures of a group against candidate sources, likeliest first. One judgement for each of `group.figures`, in their order. */
export function judge(group: ClaimGroup, candidates: readonly SourceFigures[]): Judgement[] {
  const { body, passages, figures } = group
  const own = readContexts({ ...body, passages }, figures)
  return figures.map((figure) => {
    const claim = own.figures.find((context) => context.figure === figure)
    const sentence = claim && own.sentences[claim.sentence]
    if (!figure.checkable || claim === undefined || sentence === undefined)
      return { figure, verdict: 'unchecked', confidence: 0, evidence: [] }
    const evidence = candidates
      .flatMap((candidate) => candidate.contexts.figures.flatMap((found) => evidenceFor(claim, sentence, candidate, found) ?? []))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, 3)
    const best = evidence[0]
    if (best === undefined || best.confidence < 0.3)
      return { figure, verdict: 'unsupported', confidence: 1 - (best?.confidence ?? 0), evidence }
    if (best.relation === 'supports') return { figure, verdict: 'supported', confidence: best.confidence, evidence }
    if (best.confidence < 0.7) return { figure, verdict: 'unsupported', confidence: 1 - best.confidence, evidence, doubt: best }
    return { figure, verdict: 'contradicted', confidence: best.confidence, evidence }
  })
}

function evidenceFor(claim: FigureContext, sentence: Sentence, candidate: SourceFigures, found: FigureContext): Evidence | undefined {
  const stated = claim.figure.quantity
  const other = found.figure.quantity
  const context = candidate.contexts.sentences[found.sentence]
  if (stated.unit !== other.unit || context === undefined) return undefined
  const words = new Set(context.words.map((word) => word.stem))
  const shared = sentence.words.filter((word) => words.has(word.stem)).length
  const overlap = shared / Math.max(1, Math.min(sentence.words.length, words.size))
  const agrees = meet(stated, other)
  const confidence = agrees ? 0.4 + 0.6 * overlap : overlap
  return {
    source: candidate.source,
    passage: found.passage,
    figure: found.figure,
    relation: agrees ? 'supports' : 'contradicts',
    confidence,
    ...(agrees ? {} : { difference: 'value' as const }),
  }
}

function meet(a: Quantity, b: Quantity): boolean {
  return (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity)
}
