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

interface Line {
  text: string
  readonly x: number
  readonly y: number
  right: number
  size: number
}

export async function readPdf({ bytes }: SourceFile): Promise<readonly Extract[]> {
  let pages: readonly (readonly StructuredTextItem[])[]
  let metadata: Partial<Metadata>
  try {
    // The library takes possession of the bytes that it is given.
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false, maxImageSize: 1, stopAtErrors: false })
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
    for (const line of page) {
      if (edges.has(edgeKey(line)) && isAtEdge(line, page)) continue
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
  return [{ ...builder.finish(), metadata, isPage: false }]
}

/** Runs of text to lines: a new one where the writer ended it, or went up or down. */
function linesOf(items: readonly StructuredTextItem[]): Line[] {
  const lines: Line[] = []
  let line: Line | undefined
  let ended = true
  for (const { str, x, y, width, fontSize, hasEOL } of items) {
    if (str.trim() !== '') {
      const raised = line !== undefined && Math.abs(y - line.y) > line.size * 0.6
      const jumps = line !== undefined && (x < line.right - line.size * 2 || x > line.right + line.size * 8)
      if (line === undefined || ended || raised || jumps) {
        line = { text: str, x, y, right: x + width, size: fontSize }
        lines.push(line)
      } else {
        line.text += needsSpace(line, str, x) ? ` ${str}` : str
        line.right = x + width
        line.size = Math.max(line.size, fontSize)
      }
      ended = false
    } else if (line !== undefined && str !== '' && !line.text.endsWith(' ')) line.text += ' '
    if (hasEOL) ended = true
  }
  return lines.map((found) => ({ ...found, text: found.text.trim() })).filter(({ text }) => text !== '')
}

function needsSpace(line: Line, next: string, x: number): boolean {
  return x - line.right > line.size * 0.2 && !line.text.endsWith(' ') && !next.startsWith(' ')
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
