/** Plain text to blocks: paragraphs by blank lines or by lines, hard-wrapped lines joined, list items, and headings by their shape. */
import type { Span } from '../text/span'
import type { Block } from './block'

/** Nobody wraps lines by hand beyond it. */
const widestWrap = 120
/** A heading is no longer than two lines of a newspaper column. */
const longestHeading = 140

/** Bullets, dashes, and numbers such as "1." or "2)" before text; a date or an ordinal ("4. September") is no item. */
const itemMark = /^(?:[•◦▪●‣·*–-]\s+(?:[•◦▪●‣·]\s*)?|\d{1,2}[.)]\s+(?!\p{L}+\.?\s+\d{4}))(?=\S)/u

/** Blocks from `from` on. */
export function blocksOfText(text: string, from = 0): Block[] {
  const blocks: Block[] = []
  let list = 0
  for (const group of groupsOf(text, from)) {
    const lines = linesOf(text, group)
    if (isWrapped(text, lines)) {
      blocks.push({ ...group, kind: kindOf(text, group) })
      continue
    }
    for (const line of lines) {
      const previous = blocks.at(-1)
      const mark = itemMark.exec(text.slice(line.start, Math.min(line.end, line.start + 40)))
      if (mark !== null) {
        if (previous?.kind !== 'item') list++
        blocks.push({ start: line.start + mark[0].length, end: line.end, kind: 'item', list })
      } else blocks.push({ ...line, kind: kindOf(text, line) })
    }
  }
  return blocks
}

/** Lines between blank lines, trimmed. */
function groupsOf(text: string, from: number): Span[] {
  const groups: Span[] = []
  const gap = /(?:\r\n?|\n|\u2028|\u2029|\f)[^\S\r\n]*(?:\r\n?|\n|\u2029|\f)\s*/g
  let start = from
  for (const match of text.slice(from).matchAll(gap)) {
    push(groups, text, start, from + match.index)
    start = from + match.index + match[0].length
  }
  push(groups, text, start, text.length)
  return groups
}

function linesOf(text: string, group: Span): Span[] {
  const lines: Span[] = []
  let start = group.start
  for (let at = group.start; at <= group.end; at++) {
    const code = at === group.end ? 10 : text.charCodeAt(at)
    if (code !== 10 && code !== 13 && code !== 0x2028 && code !== 12) continue
    push(lines, text, start, at)
    start = at + 1
  }
  return lines
}

/** Adds the span without white space around it, if anything remains. */
function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  if (start < end) spans.push({ start, end })
}

/** Whether the lines were broken to fit a width: each is as long as it can be before the first word of the next. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2) return false
  // Two lines may be two headlines of about the same length.
  if (lines.length === 2 && !/^[\p{Ll}\d(„"]/u.test(text.slice(lines[1]?.start, lines[1]?.end))) return false
  const widths = lines.map(({ start, end }) => end - start)
  const width = Math.max(...widths)
  if (width > widestWrap || width < 30) return false
  let full = 0
  for (let at = 0; at + 1 < lines.length; at++) {
    const next = lines[at + 1]
    if (next === undefined) break
    if (itemMark.test(text.slice(next.start, Math.min(next.end, next.start + 40)))) return false
    const word = /^\S+/.exec(text.slice(next.start, next.end))?.[0].length ?? 0
    if ((widths[at] ?? 0) + 1 + word > width - 4) full++
  }
  return full >= (lines.length - 1) * 0.8
}

function kindOf(text: string, { start, end }: Span): 'heading' | 'paragraph' {
  if (end - start > longestHeading) return 'paragraph'
  const line = text.slice(start, end)
  return /[.,;:…]["“”«»‘’')\]]*$/.test(line) || /^["„“«»‚‘]/.test(line) ? 'paragraph' : 'heading'
}
