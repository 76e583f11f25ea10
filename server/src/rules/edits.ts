/** Edits that rules offer. They change as little as possible, and nothing where markup stands in the way. */

import { writtenKey } from '../analysis/citations'
import type { Document } from '../analysis/document'
import type { Evidence, Judgement } from '../claim/verdict'
import type { Figure } from '../figure/figure'
import { formatQuantity } from '../figure/format'
import type { Locale } from '../text/locale'
import { type Span, slice } from '../text/span'
import type { Edit, Fix } from './rule'
import { surroundingsOf } from './surroundings'

/** The source's figure in the author's language and notation, in place of the stated one. */
export function takeFigure(document: Document, { figure, evidence }: Judgement, locale: Locale): readonly Fix[] {
  const better = evidence.find(({ relation }) => relation === 'contradicts') ?? evidence[0]
  const passage = surroundingsOf(document).passageOf(figure)
  if (better === undefined || passage === undefined) return []
  const { quantity } = better.figure
  const keeps = keepsHedge(figure, quantity)
  const stated = { ...quantitySpan(figure), ...(keeps && { start: figure.numeral.start }) }
  const span = document.prose.toDocument(stated)
  if (!isPlain(slice(document.text, span))) return []
  // The hedge's letters are no sign of how the author writes units.
  const like = { quantity: figure.quantity, text: figure.text.replace(/^[\p{L} ]+(?=\d)/u, '') }
  const newText = formatQuantity(keeps ? { ...quantity, hedge: 'none' } : quantity, passage.language ?? document.language, like)
  if (newText === '' || newText === slice(document.prose.body.text, stated) || isFramed(better, figure.text, passage.row !== undefined))
    return []
  return [{ title: messages[locale].take(newText), edits: [{ ...span, newText }], preferred: true }]
}

/** The author's own word for the hedge stays where it holds for the source's figure too: the same hedge, or "etwa" for an exact number. */
function keepsHedge({ start, text, numeral, quantity: { hedge, value } }: Figure, theirs: Figure['quantity']): boolean {
  if (value === null || theirs.value === null || !/^\p{L}[\p{L} ]*$/u.test(text.slice(0, numeral.start - start))) return false
  return hedge !== 'none' && (hedge === theirs.hedge || (hedge === 'about' && theirs.hedge === 'none'))
}

/** A figure without what it counts: of "rund 40 Menschen" the "rund 40". */
export function quantitySpan({ start, end, text, numeral, frame: { counted } }: Figure): Span {
  if (counted === undefined || counted.start < numeral.end || counted.start >= end) return { start, end }
  return { start, end: start + text.slice(0, counted.start - start).trimEnd().length }
}

/** A citation of a source at the end of the sentence that holds `span` of the prose. */
export function cite(document: Document, span: Span, key: string, locale: Locale): readonly Fix[] {
  const edit = citationEdit(document, span, key)
  return edit === undefined ? [] : [{ title: messages[locale].cite(edit.newText.trim()), edits: [edit], preferred: true }]
}

function citationEdit(document: Document, span: Span, key: string): Edit | undefined {
  const { prose, text } = document
  const around = surroundingsOf(document)
  const passage = around.passageOf(span)
  if (passage === undefined) return undefined
  const cell = passage.row?.cells.find((candidate) => candidate.start <= span.start && span.end <= candidate.end)
  const sentence = cell ?? around.sentenceOf(span, passage)
  const words = slice(prose.body.text, sentence)
  const end = sentence.start + words.replace(/[.!?…:;,"“”»«’')\]\s]+$/u, '').length
  if (end <= sentence.start) return undefined
  // Closing quotation marks belong to the words, the full stop behind them does not.
  const closing = /^["“”»«’')\]]+/u.exec(prose.body.text.slice(end, sentence.end))?.[0].length ?? 0
  const last = end + closing
  const at = prose.toDocument({ start: last - 1, end: last }).end
  const markup = /^[*_~`]+/.exec(text.slice(at))?.[0].length ?? 0
  return { start: at + markup, end: at + markup, newText: ` [@${writtenKey(key)}]` }
}

/** Whether words can be replaced without leaving half of some markup behind. */
function isPlain(written: string): boolean {
  return !/[*_`~[\]<>\n]/.test(written)
}

/** A bare number of a table has its unit and scale in the head: what the source writes out would not fit the cell. */
function isFramed(better: Evidence, stated: string, isRow: boolean): boolean {
  return isRow && (better.figure.quantity.unit !== null || (better.figure.quantity.value ?? 0) >= 1e5) && !/\p{L}|[%€$£]/u.test(stated)
}

const messages = {
  de: {
    take: (figure: string) => `Angabe der Quelle übernehmen: „${figure}“`,
    cite: (citation: string) => `Quelle angeben: ${citation}`,
  },
  en: {
    take: (figure: string) => `Use the source’s figure: “${figure}”`,
    cite: (citation: string) => `Cite the source: ${citation}`,
  },
} satisfies Record<Locale, unknown>
