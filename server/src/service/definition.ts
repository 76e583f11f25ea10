/** Where the thing under the cursor comes from: a figure's evidence, a citation's source, a quotation's passage. */
import type { Source } from '../source/source'
import type { Span } from '../text/span'
import { type CheckedDocument, citationAt, evidenceOf, type Place, placeOf, statedAt } from './checked'

export interface Definition {
  /** What the reader points at, in the document. */
  readonly origin: Span
  readonly targets: readonly Target[]
}

/** A place with the passage around it, which a peek window shows. */
export interface Target extends Place {
  readonly passage: Span
}

export async function definition(
  checked: CheckedDocument,
  at: number,
  sourcesOf: (keys: readonly string[]) => Promise<readonly (Source | undefined)[]>,
): Promise<Definition | undefined> {
  const citation = citationAt(checked, at)
  if (citation !== undefined) {
    const [source] = await sourcesOf([citation.key])
    if (source === undefined) return undefined
    const passage = source.body.passages[0] ?? { start: 0, end: 0 }
    return { origin: citation.keySpan, targets: [{ source, span: { start: passage.start, end: passage.start }, passage }] }
  }
  const stated = statedAt(checked, at)
  if (stated !== undefined) {
    const targets = evidenceOf(stated.judgement).map((item) => ({ ...placeOf(item), passage: item.passage }))
    return targets.length === 0 ? undefined : { origin: stated, targets }
  }
  const quote = checked.quotes.find(({ quotation }) => quotation.start <= at && at < quotation.end)
  if (quote === undefined) return undefined
  const { source, passage, start, end } = quote.evidence
  return { origin: quote.quotation, targets: [{ source, span: { start, end }, passage }] }
}
