/**
 * The characters of a Markdown text node beside those of the file: escapes and references are read ("1.234\,5", "&euro;"), line breaks with
 * the markers of lists and quotations become one space.
 */
import type { Span } from '../text/span'

/** A stretch of read text and where it stands; as long there as here when it stands there as it is read. */
export interface Stretch extends Span {
  readonly text: string
}

/** `value`, which the parser read between two offsets of `text`, as stretches. */
export function stretchesOf(text: string, span: Span, value: string): Stretch[] {
  const raw = text.slice(span.start, span.end)
  if (raw === value && !/[\r\n]/.test(value)) return [{ ...span, text: value }]
  const found: Stretch[] = []
  let at = 0
  let from = 0
  let fromRaw = 0
  let here = 0
  const flush = () => {
    if (here > from) found.push({ text: value.slice(from, here), start: span.start + fromRaw, end: span.start + at })
  }
  const replace = (read: string, length: number, written: number) => {
    flush()
    found.push({ text: read, start: span.start + at, end: span.start + at + written })
    at += written
    here += length
    from = here
    fromRaw = at
  }
  while (here < value.length) {
    const want = value.charAt(here)
    if (want === '\n' || want === '\r') {
      replace(startsWithDash(value, here + 1) ? '\n' : ' ', 1, breakLength(raw, at, value.charAt(here + 1)))
      continue
    }
    const have = raw.charAt(at)
    if (have === '&') {
      const length = referenceLength(raw, at)
      const read = value.codePointAt(here) ?? 0
      const width = read > 0xffff ? 2 : 1
      if (length > 0 && !raw.startsWith(value.slice(here, here + length), at)) {
        replace(value.slice(here, here + width), width, length)
        continue
      }
    }
    if (have === '\\' && raw.charAt(at + 1) === want && /[!-/:-@[-`{-~]/.test(want)) {
      replace(want, 1, 2)
      continue
    }
    at += 1
    here += 1
  }
  flush()
  return found
}

/** A line that opens with a dash gives the author of a quotation: it stays a line of its own. */
function startsWithDash(value: string, at: number): boolean {
  return /^(?:[–—]|--)\s/.test(value.slice(at, at + 4))
}

/** Characters of a line break with the white space around it and the markers that open the next line. */
function breakLength(raw: string, at: number, next: string): number {
  let end = at
  while (/[ \t]/.test(raw.charAt(end))) end += 1
  if (raw.charAt(end) === '\r') end += 1
  if (raw.charAt(end) === '\n') end += 1
  while (end < raw.length && /[ \t>]/.test(raw.charAt(end)) && !(raw.charAt(end) === '>' && next === '>')) end += 1
  return end - at
}

function referenceLength(raw: string, at: number): number {
  const match = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/.exec(raw.slice(at, at + 40))
  return match?.[0].length ?? 0
}
