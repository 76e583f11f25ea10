/** What stands around a figure: its sentence, and the citations that speak for it. */
import type { Citation, Document } from '../analysis/document'
import { sentencesOf } from '../language/sentences'
import type { Passage } from '../text/body'
import { contains, type Span } from '../text/span'

/** The passage of the prose that holds a span. */
export function passageOf({ prose }: Document, span: Span): Passage | undefined {
  const { passages } = prose.body
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((passages[middle]?.end ?? 0) < span.end) low = middle + 1
    else high = middle
  }
  const found = passages[low]
  return found !== undefined && contains(found, span) ? found : undefined
}

/** The sentence of the prose that holds a span; of a table the whole row, since its sources stand in a cell of their own. */
export function sentenceOf(document: Document, span: Span, passage: Passage): Span {
  if (passage.row !== undefined) return passage
  const { text, language } = document.prose.body
  return sentencesOf(text, passage, passage.language ?? language).find((sentence) => contains(sentence, span)) ?? passage
}

/** The citations in a sentence, or right behind it: "… Euro [@a]." and "… Euro. [@a]". */
export function citationsIn(document: Document, sentence: Span): readonly Citation[] {
  return document.citations.filter(({ group }) => {
    const at = document.prose.before(group.start)
    return sentence.start < at && at <= sentence.end
  })
}
