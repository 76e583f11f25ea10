/** A passage of a source, cut to what a reader takes in at a glance, with the words in it that matter. Plain text, not yet escaped. */
import type { Evidence } from '../claim/verdict'
import type { Source } from '../source/source'
import type { Passage } from '../text/body'
import type { Span } from '../text/span'

export interface Excerpt {
  readonly before: string
  /** The figure or quotation itself. */
  readonly focus: string
  readonly after: string
}

/** What a hover shows of a passage around the focus. */
const usual = 320

export function excerptOf(evidence: Evidence, longest = usual): Excerpt {
  return evidence.passage.row === undefined
    ? excerpt(evidence.source, evidence.passage, evidence.figure, longest)
    : rowExcerpt(evidence.source, evidence.passage, evidence.figure)
}

/** Cut at words, with an ellipsis on each side where something is left out. */
export function excerpt(source: Source, passage: Span, focus: Span, longest = usual): Excerpt {
  const text = source.body.text
  const start = Math.max(passage.start, Math.min(focus.start, passage.end))
  const end = Math.max(start, Math.min(focus.end, passage.end))
  const room = Math.max(40, longest - (end - start))
  const left = start - passage.start
  const right = passage.end - end
  const leftRoom = Math.max(room / 2, room - right)
  const rightRoom = Math.max(room / 2, room - left)
  const from = left <= leftRoom ? passage.start : wordStart(text, start - Math.floor(leftRoom), start)
  const to = right <= rightRoom ? passage.end : wordEnd(text, end + Math.floor(rightRoom), end)
  return {
    before: (from > passage.start ? '… ' : '') + oneLine(text.slice(from, start), 'start'),
    focus: oneLine(text.slice(start, end)),
    after: oneLine(text.slice(end, to), 'end') + (to < passage.end ? ' …' : ''),
  }
}

/** A table row as "column: cell" pairs, because a row without its heads says little. */
function rowExcerpt(source: Source, passage: Passage, focus: Span): Excerpt {
  const { row } = passage
  const parts: Excerpt = { before: '', focus: '', after: '' }
  if (row === undefined) return parts
  const text = source.body.text
  const at = row.cells.findIndex((cell) => cell.start <= focus.start && focus.end <= cell.end)
  if (at === -1) return excerpt(source, passage, focus)
  const label = (index: number) => {
    const head = row.columns[index]?.trim() ?? ''
    return head === '' ? '' : `${head}: `
  }
  const shown = (index: number) => {
    const cell = row.cells[index]
    const inner = cell === undefined ? '' : oneLine(text.slice(cell.start, cell.end))
    return inner === '' ? '' : label(index) + inner
  }
  const indexes = row.cells.map((_, index) => index)
  const before = indexes.filter((index) => index < at).map(shown)
  const after = indexes.filter((index) => index > at).map(shown)
  const cell = row.cells[at] ?? passage
  return {
    before: [...before.filter((part) => part !== ''), label(at) + oneLine(text.slice(cell.start, focus.start))].join(' · '),
    focus: oneLine(text.slice(focus.start, focus.end)),
    after: [oneLine(text.slice(focus.end, cell.end)), ...after.filter((part) => part !== '')].join(' · ').replace(/^ · $/, ''),
  }
}

function oneLine(text: string, trim: 'start' | 'end' | 'both' = 'both'): string {
  const line = text.replace(/\s+/g, ' ')
  if (trim === 'start') return line.trimStart()
  return trim === 'end' ? line.trimEnd() : line.trim()
}

function wordStart(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/)
  return space === -1 ? from : from + space + 1
}

function wordEnd(text: string, to: number, limit: number): number {
  const part = text.slice(limit, to)
  const space = Math.max(part.lastIndexOf(' '), part.lastIndexOf('\n'))
  return space === -1 ? to : limit + space
}
