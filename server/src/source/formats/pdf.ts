/**
 * PDF: the text of each page in the order in which it was written, which is the reading order of nearly all of them. Lines become
 * paragraphs by their distance and indent; words parted at line ends are joined; what repeats at the edges of pages is dropped.
 */

import type { StructuredTextItem } from 'unpdf'
import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf'
import { isoDate } from '../date'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import type { SourceFile } from '../read'
import type { Metadata } from '../source'

const mostPages = 5000
/** In sizes of the type: a gap from which on two parts of a line are cells, and one from which on they are two lines. */
const cellGap = 1.4
const widestGap = 8
/** Longer parts of a line are text in columns. */
const longestCell = 60
/** Lines of text in columns are longer on average, and there are more of them. */
const shortestColumn = 20
const fewestLines = 4

interface Line {
  text: string
  /** Parts of the line that stand apart, as the cells of a table do. */
  readonly cells: Cell[]
  readonly x: number
  readonly y: number
  right: number
  size: number
}

interface Cell {
  text: string
  readonly x: number
  right: number
}

export async function readPdf({ bytes }: SourceFile): Promise<readonly Extract[]> {
  let pages: readonly (readonly StructuredTextItem[])[]
  let metadata: Partial<Metadata>
  try {
    // The library takes possession of the bytes that it is given, and wants no `Buffer`, of which a slice would be one, too.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      maxImageSize: 1,
      stopAtErrors: false,
    })
    if (document.numPages > mostPages) throw new Unreadable('tooLarge')
    metadata = metadataOf((await getMeta(document)).info)
    pages = (await extractTextItems(document)).items
    await document.destroy()
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause
    throw new Unreadable(cause instanceof Error && cause.name === 'PasswordException' ? 'protected' : 'damaged')
  }
  const lines = pages.map(linesOf)
  if (lines.every((page) => page.length === 0)) throw new Unreadable('noText')
  const edges = repeatedEdges(lines)
  const body = bodySize(lines)
  const builder = new TextBuilder()
  let open: { text: string; page: number; last: Line } | undefined
  const close = () => {
    if (open !== undefined) addParagraph(builder, open.text, open.page, open.last.size, body)
    open = undefined
  }
  for (const [number, page] of lines.entries()) {
    const kept = page.filter((line) => !(edges.has(edgeKey(line)) && isAtEdge(line, page)))
    const tables = tablesIn(kept)
    for (const [at, line] of kept.entries()) {
      const table = tables.find(({ start, end }) => at >= start && at < end)
      if (table !== undefined) {
        close()
        if (at === table.start) builder.addTable(table.rows, { page: number + 1 })
        continue
      }
      if (open !== undefined && continues(open.last, line, open.page !== number + 1)) {
        open.text = joined(open.text, line.text)
        open.last = line
      } else {
        close()
        open = { text: line.text, page: number + 1, last: line }
      }
    }
  }
  close()
  if (builder.isEmpty) throw new Unreadable('noText')
  const isPartlyScanned = lines.some((page) => page.length === 0) && holdsPicture(bytes)
  return [{ ...builder.finish(), metadata, isPage: false, ...(isPartlyScanned && { hints: [{ kind: 'pagesWithoutText' }] }) }]
}

/** Pictures are streams, and the head of a stream is never compressed. */
function holdsPicture(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
}

/** Runs of text to lines: a new one where the writer ended it, or went up or down. */
function linesOf(items: readonly StructuredTextItem[]): Line[] {
  const lines: Line[] = []
  let line: Line | undefined
  let ended = true
  for (const { str, x, y, width, fontSize, hasEOL } of items) {
    if (line !== undefined && !ended && isExponent(line, str, y, fontSize)) {
      // What stands behind a unit or a digit belongs to it; behind a word it is the mark of a note.
      const cell = line.cells.at(-1)
      const base = cell?.text.trimEnd() ?? ''
      if (cell !== undefined && /(?:\d|\b[kcm]?m)$/.test(base)) cell.text = base + raisedDigits(str)
      line.right = x + width
      if (cell !== undefined) cell.right = line.right
      if (hasEOL) ended = true
      continue
    }
    if (str.trim() !== '') {
      const raised = line !== undefined && Math.abs(y - line.y) > line.size * 0.6
      const jumps = line !== undefined && (x < line.right - line.size * 2 || x > line.right + line.size * widestGap)
      if (line === undefined || ended || raised || jumps) {
        line = { text: '', cells: [{ text: str, x, right: x + width }], x, y, right: x + width, size: fontSize }
        lines.push(line)
      } else {
        const cell = line.cells.at(-1)
        if (cell === undefined || x - line.right > line.size * cellGap) line.cells.push({ text: str, x, right: x + width })
        else {
          cell.text += needsSpace(line, cell, str, x) ? ` ${str}` : str
          cell.right = x + width
        }
        line.right = x + width
        line.size = Math.max(line.size, fontSize)
      }
      ended = false
    } else if (line !== undefined && str !== '') {
      const cell = line.cells.at(-1)
      if (cell !== undefined && !cell.text.endsWith(' ')) cell.text += ' '
    }
    if (hasEOL) ended = true
  }
  return columnByColumn(sameHeight(lines))
    .map((found) => ({
      ...found,
      text: found.cells
        .map(({ text }) => text.trim())
        .join(' ')
        .trim(),
    }))
    .filter(({ text }) => text !== '')
}

function needsSpace(line: Line, cell: Cell, next: string, x: number): boolean {
  return x - line.right > line.size * 0.2 && !cell.text.endsWith(' ') && !next.startsWith(' ')
}

function raisedDigits(digits: string): string {
  return [...digits.trim()].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')
}

/** A small number that stands higher than its line. */
function isExponent(line: Line, text: string, y: number, size: number): boolean {
  return size <= line.size * 0.8 && y - line.y > line.size * 0.15 && y - line.y < line.size * 0.8 && /^\d{1,3}$/.test(text.trim())
}

/** What was written one after the other at the same height is one line, however far apart. */
function sameHeight(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && Math.abs(last.y - line.y) < last.size * 0.3 && line.x > last.right
    if (!goesOn) joined.push(line)
    else {
      last.cells.push(...line.cells)
      last.right = line.right
    }
  }
  return joined
}

/** Some programs write columns of text line by line across the page; they are read one after the other. */
function columnByColumn(lines: readonly Line[]): Line[] {
  const ordered: Line[] = []
  for (let start = 0; start < lines.length; start++) {
    const [first] = lines.slice(start, start + 1)
    if (first === undefined) break
    const columns = first.cells.map(({ x }) => x)
    let end = start
    for (let last = first; end < lines.length; end++) {
      const line = lines[end]
      if (line === undefined || last.y - line.y > line.size * 4 || last.y < line.y || !isInColumns(line, columns)) break
      last = line
    }
    const run = lines.slice(start, end)
    const full = run.filter(({ cells }) => cells.length === columns.length)
    const letters = full.flatMap(({ cells }) => cells.map(({ text }) => text.length))
    const isText = letters.reduce((sum, length) => sum + length, 0) >= letters.length * shortestColumn
    if (columns.length < 2 || full.length < fewestLines || !isText) {
      ordered.push(first)
      continue
    }
    for (const column of columns.keys()) {
      for (const line of run) {
        const cell = line.cells.find(({ x }) => columnOf(x, columns, line.size) === column)
        if (cell !== undefined) ordered.push({ ...line, x: cell.x, right: cell.right, cells: [cell] })
      }
    }
    start = end - 1
  }
  return ordered
}

function isInColumns({ cells, size }: Line, columns: readonly number[]): boolean {
  return cells.every(({ x, right }) => {
    const column = columnOf(x, columns, size)
    return column >= 0 && right <= (columns[column + 1] ?? Number.POSITIVE_INFINITY)
  })
}

/** The column that begins at `x`, give or take the indent of a paragraph. */
function columnOf(x: number, columns: readonly number[], size: number): number {
  return columns.findIndex((left) => x > left - size * 0.5 && x < left + size * 2.5)
}

function isCell({ cells }: Line): boolean {
  return cells.every(({ text }) => text.length <= longestCell)
}

interface Table {
  /** Lines from `start` to before `end`. */
  readonly start: number
  readonly end: number
  readonly rows: readonly (readonly string[])[]
}

/** Lines in succession that are cut at the same places, most of them with figures behind their first cell. */
function tablesIn(written: readonly Line[]): Table[] {
  const lines = written.map((line) => ({ ...line, cells: line.cells.flatMap(partsOf) }))
  const tables: Table[] = []
  for (let start = 0; start < lines.length; start++) {
    let end = start
    while (end < lines.length && isRow(lines[end], lines[end - 1], end > start)) end++
    const rows = lines.slice(start, end)
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
    const numeric = rows.filter(({ cells }) => cells.slice(1).some(({ text }) => /\d/.test(text)) && !isSentence(cells)).length
    if (rows.length < 2 || numeric < rows.length * 0.6 || numeric < 2) continue
    const model = rows.find(({ cells }) => cells.length === width)?.cells ?? []
    tables.push({ start, end, rows: rows.map(({ cells }) => inColumns(cells, model)) })
    start = end - 1
  }
  return tables
}

/** Writers join narrow columns: "Getreide 1.200 1.350" and "2023 2024". */
function partsOf(cell: Cell): Cell[] {
  const [, label = '', figures = ''] = joinedCells.exec(cell.text.trim()) ?? []
  const texts = [...(label === '' ? [] : [label]), ...figures.trim().split(/\s+/)]
  if (figures === '' || texts.length < 2) return [cell]
  const step = (cell.right - cell.x) / texts.length
  return texts.map((text, at) => ({ text, x: cell.x + at * step, right: cell.x + (at + 1) * step }))
}

const joinedCells = /^(\p{L}[^\d.!?]{0,40}?)?((?:(?:^|\s+)[-−+]?\d[\d.,]*(?:\s?%)?){2,12})$/u

function isRow(line: Line | undefined, above: Line | undefined, isFollowing: boolean): boolean {
  if (line === undefined || line.cells.length < 2 || !isCell(line)) return false
  return !isFollowing || above === undefined || (above.y > line.y && above.y - line.y < line.size * 4)
}

/** Words with wide gaps, as in a line that was spread to the full width. */
function isSentence(cells: readonly Cell[]): boolean {
  return cells.length > 2 && cells.every(({ text }) => /^\p{L}/u.test(text.trim()))
}

/** Each cell in the column of `model` that it overlaps most or stands nearest to. */
function inColumns(cells: readonly Cell[], model: readonly Cell[]): string[] {
  const row: string[] = model.map(() => '')
  let from = 0
  for (const cell of cells) {
    const distances = model.map((column, at) =>
      at < from ? Number.POSITIVE_INFINITY : Math.min(Math.abs(column.x - cell.x), Math.abs(column.right - cell.right)),
    )
    const nearest = cells.length === model.length ? from : distances.indexOf(Math.min(...distances))
    row[nearest] = `${row[nearest] ?? ''} ${cell.text}`.trim()
    from = Math.min(nearest + 1, model.length - 1)
  }
  return row
}

/** A line that goes on where the last one stopped: same size, next line or next column, and no sentence that ended short. */
function continues(last: Line, line: Line, isNextPage: boolean): boolean {
  if (Math.abs(last.size - line.size) > 1 || isItem(line.text)) return false
  const down = last.y - line.y
  const isNextColumn = isNextPage || down < 0
  if (isNextColumn) return !/[.!?:]["”“»)]*$/.test(last.text) && /^[\p{Ll}\d(„"]/u.test(line.text)
  if (down > last.size * 1.9) return false
  const indented = line.x > last.x + last.size * 0.8 && line.x < last.x + last.size * 4 && /[.!?:]["”“»)]*$/.test(last.text)
  return !indented
}

function isItem(text: string): boolean {
  return /^(?:[•◦▪●‣·–-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)/.test(text)
}

/** "Rüstungs-" and "kooperation" are one word; "Ost-" and "Erweiterung" keep their hyphen. */
function joined(before: string, after: string): string {
  if (/\p{L}[-\u00ad\u2010]$/u.test(before)) {
    if (/^\p{Ll}/u.test(after) && !/^(?:und|oder|bzw|sowie|and|or)\b/.test(after)) return before.slice(0, -1) + after
    if (/^\p{Lu}/u.test(after)) return before + after
  }
  return `${before} ${after}`
}

function addParagraph(builder: TextBuilder, text: string, page: number, size: number, body: number): void {
  const isHeading = (size > body * 1.15 || /^\d+(?:\.\d+)*\s+\p{Lu}/u.test(text)) && text.length < 160 && !/[.,;:]$/.test(text)
  if (isHeading) builder.add('heading', text, { page, depth: size > body * 1.6 ? 1 : size > body * 1.3 ? 2 : 3 })
  else if (/^[•◦▪●‣]\s/.test(text)) builder.add('item', text.slice(1), { page, list: builder.newList() })
  else if (size < body * 0.85 && /^\[?\d{1,3}\]?\s+\P{Ll}/u.test(text))
    builder.add('footnote', text.replace(/^\[?\d{1,3}\]?\s+/, ''), { page })
  else builder.add('paragraph', text, { page })
}

/** The size in which most of the text is set. */
function bodySize(pages: readonly (readonly Line[])[]): number {
  const lengths = new Map<number, number>()
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length)
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** Lines at the top or bottom of several pages that differ in their numbers only. */
function repeatedEdges(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(page.filter((line) => isAtEdge(line, page)).map(edgeKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const enough = Math.max(2, Math.min(3, pages.length))
  return new Set(
    [...counts]
      .filter(([key, count]) => count >= enough || /^(?:(?:seite|page|s\.|p\.)\s*)?[-–]?\s*#\s*[-–]?(?:\s*(?:von|of|\/)\s*#)?$/.test(key))
      .map(([key]) => key),
  )
}

function edgeKey({ text }: Line): string {
  return text.toLowerCase().replace(/\d+/g, '#')
}

/** Among the two lines that stand highest or lowest. */
function isAtEdge(line: Line, page: readonly Line[]): boolean {
  return page.filter(({ y }) => y > line.y + 1).length < 2 || page.filter(({ y }) => y < line.y - 1).length < 2
}

function metadataOf(info: Readonly<Record<string, unknown>>): Partial<Metadata> {
  const text = (name: string) => {
    const value = info[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  // "untitled", "Microsoft Word - Entwurf.docx" and names of files are no titles.
  const title = text('Title')
  const isTitle =
    title !== undefined &&
    title.length > 3 &&
    !/^(?:untitled|unbenannt|microsoft word\b|about:blank)|\.(?:docx?|indd|pdf|tex|odt)$/i.test(title)
  const [author, created, changed] = [text('Author'), dateOf(text('CreationDate')), dateOf(text('ModDate'))]
  return {
    authors: author === undefined ? [] : author.split(/\s*[;,]\s*/).filter((name) => name !== ''),
    ...(isTitle && { title }),
    ...(created !== undefined && { published: created }),
    ...(changed !== undefined && changed !== created && { updated: changed }),
  }
}

/** "D:20251215140000+01'00'" */
function dateOf(written: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(written ?? '') ?? []
  return year === undefined ? isoDate(written ?? '') : isoDate(`${year}-${month}-${day}`)
}
