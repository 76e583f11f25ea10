/**
 * Figures of the sources as completion offers them, ranked by what the words around the cursor are about. An offer stands by itself and does not
 * keep its source in memory, so that those of a judged paragraph can be kept until somebody writes there.
 */
import type { SourceFigures } from '../claim/source'
import { termsOf } from '../corpus/terms'
import { isClock } from '../figure/clock'
import type { Figure } from '../figure/figure'
import type { Metadata, Source, SourceKey } from '../source/source'
import { type Excerpt, excerpt } from './excerpt'

export interface Offer {
  readonly key: SourceKey
  readonly path: string
  readonly metadata: Metadata
  readonly figure: Figure
  /** What the figure counts or measures, and for whom, in the source's words. */
  readonly measured: string
  /** The passage around it. */
  readonly excerpt: Excerpt
  /** What its sentence and heading are about. */
  readonly terms: ReadonlySet<string>
}

/** What a text is about: terms with weights. */
export type Topic = ReadonlyMap<string, number>

/** By reading: stemming all sentences again with every letter typed would take longer than everything else. */
const known = new WeakMap<SourceFigures, readonly Offer[]>()

/** What a source has to offer, in text order. */
export function offersOf(reading: SourceFigures): readonly Offer[] {
  const offers = known.get(reading) ?? readOffers(reading)
  known.set(reading, offers)
  return offers
}

function readOffers({ source, contexts }: SourceFigures): readonly Offer[] {
  const { key, path, metadata, body } = source
  /** A sentence often states several figures. */
  const termsIn = new Map<number, ReadonlySet<string>>()
  return contexts.figures
    .filter(({ figure }) => figure.checkable && !isClock(figure))
    .map(({ figure, passage, sentence }) => {
      const span = contexts.sentences[sentence] ?? passage
      const words = `${body.text.slice(span.start, span.end)} ${passage.heads.at(-1) ?? ''}`
      const terms = termsIn.get(sentence) ?? new Set(termsOf(words, body.language))
      termsIn.set(sentence, terms)
      return {
        ...{ key, path, metadata, figure },
        measured: measured(figure, source),
        excerpt: excerpt(source, passage, figure),
        terms,
      }
    })
}

function measured(figure: Figure, { body }: Source): string {
  const { counted, attribute, entity } = figure.frame
  const named = [counted, attribute, entity].flatMap((span) => (span === undefined ? [] : body.text.slice(span.start, span.end)))
  return [...new Set(named)].join(', ')
}

/** The offers of several sources, likeliest source first, in the order in which they fit the topic: rare words count most. */
export function rankOffers(lists: readonly (readonly Offer[])[], topic: Topic): readonly Offer[] {
  const frequency = new Map<string, number>()
  let count = 0
  for (const offers of lists) {
    count += offers.length
    for (const { terms } of offers) for (const term of terms) if (topic.has(term)) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  const weights = [...frequency].map(([term, times]) => [term, (topic.get(term) ?? 0) * Math.log(1 + count / times)] as const)
  return lists
    .flatMap((offers, rank) =>
      offers.map((offer) => {
        let score = 1 / (1 + rank)
        for (const [term, weight] of weights) if (offer.terms.has(term)) score += weight
        return { offer, score }
      }),
    )
    .sort((a, b) => b.score - a.score)
    .map(({ offer }) => offer)
}

/** The best `limit` of the offers, still by source. */
export function bestOffers(lists: readonly (readonly Offer[])[], topic: Topic, limit: number): readonly (readonly Offer[])[] {
  const best = new Set(rankOffers(lists, topic).slice(0, limit))
  return lists.map((offers) => offers.filter((offer) => best.has(offer))).filter((offers) => offers.length > 0)
}
