/**
 * Markdown sources to blocks, by lines. Sources are read for what they say, not rendered: a light scanner keeps every offset that of
 * the file and reads a megabyte in milliseconds, where a full parser takes a second.
 */
import type { Block } from './block'

const fence = /^ {0,3}(`{3,}|~{3,})/
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/
const item = /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/
const quote = /^ {0,3}(?:>[ \t]?)+/
const footnote = /^ {0,3}\[\^[^\]]+\]:[ \t]*/
const definition = /^ {0,3}\[[^\]^][^\]]*\]:[ \t]*\S/
const setext = /^ {0,3}(?:=+|-+)[ \t]*$/
const tableRule = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Blocks from `from` on. A list item, quotation or paragraph ends at a blank line or where another block begins. */
export function blocksOfMarkdown(text: string, from: number): Block[] {
  const blocks: Block[] = []
  const lines = linesFrom(text, from)
  let open: { start: number; end: number; kind: Block['kind']; list?: number } | undefined
  let list = 0
  let inList = false
  const close = () => {
    if (open !== undefined && open.end > open.start) blocks.push(open)
    open = undefined
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const { start, end, text: written } = line
    const opener = fence.exec(written)
    if (opener !== null) {
      close()
      const mark = opener[1] ?? ''
      do at++
      while (
        at < lines.length &&
        !(lines[at]?.text.trimStart().startsWith(mark) && lines[at]?.text.trim().replaceAll(mark.charAt(0), '') === '')
      )
    } else if (written.trim() === '') close()
    else if (open?.kind === 'paragraph' && setext.test(written)) {
      blocks.push({ start: open.start, end: open.end, kind: 'heading', depth: written.trim().startsWith('=') ? 1 : 2 })
      open = undefined
    } else if (rule.test(written) || definition.test(written) || /^ {0,3}<!--.*-->\s*$/.test(written)) close()
    else if (heading.test(written)) {
      close()
      const [, marks = '', title = ''] = heading.exec(written) ?? []
      const offset = start + written.indexOf(title, written.indexOf(marks) + marks.length)
      if (title !== '') blocks.push({ start: offset, end: offset + title.length, kind: 'heading', depth: marks.length })
      inList = false
    } else if (written.includes('|') && tableRule.test(lines[at + 1]?.text ?? '') && (lines[at + 1]?.text.includes('|') ?? false)) {
      close()
      list++
      const columns = cellsOf(line).map((cell) => text.slice(cell.start, cell.end))
      for (let row = at; row < lines.length; row++) {
        const current = lines[row]
        if (current === undefined || !current.text.includes('|')) break
        at = row
        if (row === at && tableRule.test(current.text)) continue
        const cells = cellsOf(current)
        const [first, last] = [cells[0], cells.at(-1)]
        if (first === undefined || last === undefined) continue
        blocks.push({ start: first.start, end: last.end, kind: 'row', list, row: { cells, columns, isHead: current === line } })
      }
    } else {
      const mark = footnote.exec(written) ?? item.exec(written) ?? quote.exec(written)
      const kind = mark === null ? 'paragraph' : footnote.test(written) ? 'footnote' : item.test(written) ? 'item' : 'quote'
      if (mark !== null && !(kind === 'quote' && open?.kind === 'quote')) {
        close()
        if (kind === 'item' && !(inList && blocks.at(-1)?.kind === 'item')) list++
        inList = kind === 'item'
        open = { start: start + mark[0].length, end, kind, ...(kind === 'item' && { list }) }
      } else if (open === undefined) {
        open = { start: start + (written.length - written.trimStart().length), end, kind: 'paragraph' }
        inList = false
      }
      if (open !== undefined) open.end = start + written.trimEnd().length
    }
  }
  close()
  return blocks.filter((block) => block.end > block.start)
}

function linesFrom(text: string, from: number): Line[] {
  const lines: Line[] = []
  const ends = /\r\n?|\n|$/g
  ends.lastIndex = from
  for (let start = from; start < text.length; ) {
    ends.lastIndex = start
    const match = ends.exec(text)
    const end = match?.index ?? text.length
    lines.push({ start, end, text: text.slice(start, end) })
    start = end + Math.max(1, match?.[0].length ?? 1)
  }
  return lines
}

/** Spans of the cells of "| Land | 2015 |", trimmed; `\|` is a bar within a cell. */
function cellsOf({ start, text }: Line): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = []
  let from = text.search(/\S/)
  if (text.charAt(from) === '|') from++
  const to = text.trimEnd().endsWith('|') ? text.trimEnd().length - 1 : text.trimEnd().length
  for (let at = from; at <= to; at++) {
    if (at < to && (text.charAt(at) !== '|' || text.charAt(at - 1) === '\\')) continue
    const cell = text.slice(from, at)
    const lead = cell.length - cell.trimStart().length
    const begin = start + (cell.trim() === '' ? at : from + lead)
    cells.push({ start: begin, end: begin + cell.trim().length })
    from = at + 1
  }
  return cells
}
