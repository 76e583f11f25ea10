/** What stands around a figure: its passage and sentence, and the citations that speak for it. Made once for a document, when first asked. */
import type { Citation, Document } from '../analysis/document'
import { sentencesOf } from '../language/sentences'
import type { Passage } from '../text/body'
import { contains, type Span } from '../text/span'

export interface PlacedCitation {
  readonly citation: Citation
  /** In the prose: the end of the words that it stands behind. */
  readonly at: number
}

export class Surroundings {
  readonly #document: Document
  readonly #citations: readonly PlacedCitation[]

  constructor(document: Document) {
    this.#document = document
    this.#citations = document.citations.map((citation) => ({ citation, at: document.prose.before(citation.group.start) }))
  }

  passageOf(span: Span): Passage | undefined {
    const { passages } = this.#document.prose.body
    const found = passages[firstFrom(passages, ({ end }) => end >= span.end)]
    return found !== undefined && contains(found, span) ? found : undefined
  }

  /** The sentence of the prose that holds a span; of a table the whole row, since its sources stand in a cell of their own. */
  sentenceOf(span: Span, passage: Passage): Span {
    if (passage.row !== undefined) return passage
    const { text, language } = this.#document.prose.body
    return sentencesOf(text, passage, passage.language ?? language).find((sentence) => contains(sentence, span)) ?? passage
  }

  /** The citations in a part of the prose, or right behind it: "… Euro [@a]." and "… Euro. [@a]". */
  citationsIn({ start, end }: Span): readonly PlacedCitation[] {
    const first = firstFrom(this.#citations, ({ at }) => at > start)
    return this.#citations.slice(
      first,
      firstFrom(this.#citations, ({ at }) => at > end),
    )
  }
}

const known = new WeakMap<Document, Surroundings>()

export function surroundingsOf(document: Document): Surroundings {
  const found = known.get(document) ?? new Surroundings(document)
  known.set(document, found)
  return found
}

/** The passage of the prose that holds a span. */
export function passageOf(document: Document, span: Span): Passage | undefined {
  return surroundingsOf(document).passageOf(span)
}

/** Index of the first item, of items in order, that `holds`; their number where none does. */
function firstFrom<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && holds(item)) high = middle
    else low = middle + 1
  }
  return low
}
