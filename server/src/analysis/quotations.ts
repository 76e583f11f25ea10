/** Direct quotations in a passage: words between quotation marks of German, Swiss and English hands. */
import type { Span } from '../text/span'

/** Shorter ones are terms and titles. */
export const shortestQuotation = 12

const closers: Readonly<Record<string, string>> = { '„': '“”"', '“': '”', '»': '«', '«': '»', '"': '"', '‟': '”' }

/** The spans between the quotation marks of `text` from `within.start` to `within.end`, marks not included. */
export function quotedSpans(text: string, within: Span): Span[] {
  const found: Span[] = []
  /** Marks that nothing closes any more. */
  const open = new Set<string>()
  let at = within.start
  while (at < within.end) {
    const mark = text.charAt(at)
    const closing = closers[mark]
    if (closing === undefined || open.has(mark) || !opens(text, at, within)) {
      at += 1
      continue
    }
    const end = endOf(text, at, closing, within, true) ?? endOf(text, at, closing, within, false)
    if (end === undefined) {
      open.add(mark)
      at += 1
      continue
    }
    if (text.slice(at + 1, end).trim().length >= shortestQuotation) found.push({ start: at + 1, end })
    at = end + 1
  }
  return found
}

/** A mark opens before a word and not after one; inches ('19"') and closing marks do not. */
function opens(text: string, at: number, within: Span): boolean {
  const before = at === within.start ? ' ' : text.charAt(at - 1)
  return /\S/.test(text.charAt(at + 1)) && !/[\p{L}\p{N}]/u.test(before)
}

/** A mark closes after a word or a full stop, not after a space. */
function closes(text: string, at: number): boolean {
  return /\S/.test(text.charAt(at - 1))
}

/** Where the quotation that opens at `at` is closed; with `nested`, marks of a quotation within it do not count. */
function endOf(text: string, at: number, closing: string, within: Span, nested: boolean): number | undefined {
  let inner = ''
  for (let end = at + 1; end < within.end; end += 1) {
    const mark = text.charAt(end)
    if (inner.includes(mark) && closes(text, end)) inner = ''
    else if (closing.includes(mark) && closes(text, end)) return end
    else if (nested && inner === '' && closers[mark] !== undefined && opens(text, end, within)) inner = closers[mark]
  }
  return undefined
}
