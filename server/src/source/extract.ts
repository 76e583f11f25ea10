/** What a reader takes out of a file that is no plain text: a text of its own making, cut into blocks, and what the file says of itself. */
import type { Language } from '../language/language'
import type { PassageKind } from '../text/body'
import type { Block } from './block'
import type { Hint, Metadata, SkipReason } from './source'

export interface Extract {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Partial<Metadata>
  readonly language?: Language
  /** The key that the file pins. */
  readonly id?: string
  readonly hints?: readonly Hint[]
  /** Whether the blocks may hold page furniture. */
  readonly isPage: boolean
  /** Whether an author wrote down title and date, so that they need not be looked for. */
  readonly isDescribed?: boolean
}

/** A file that cannot be read, and why. Readers throw it; `readSource` answers with the reason. */
export class Unreadable extends Error {
  readonly reason: SkipReason

  constructor(reason: SkipReason) {
    super(reason)
    this.reason = reason
  }
}

/** A cell of a table as displayed. */
export type Cells = readonly string[]

export interface Place {
  readonly page?: number
  readonly depth?: number
  readonly list?: number
}

/** Builds the text of an extract, a blank line between blocks and a line break between rows and items. */
export class TextBuilder {
  readonly #parts: string[] = []
  readonly #blocks: Block[] = []
  #length = 0
  #lists = 0

  get isEmpty(): boolean {
    return this.#blocks.length === 0
  }

  /** A number for a list or table of its own. */
  newList(): number {
    return ++this.#lists
  }

  /** White space is made single; nothing is added for an empty text. */
  add(kind: PassageKind, written: string, { page, depth, list }: Place = {}): void {
    const text = tidy(written)
    if (text === '') return
    const start = this.#begin(kind, list)
    this.#write(text)
    this.#blocks.push({
      kind,
      start,
      end: this.#length,
      ...(page !== undefined && { page }),
      ...(depth !== undefined && { depth }),
      ...(list !== undefined && { list }),
    })
  }

  /** A table; where nothing says which rows are its head, those before the first figure are. */
  addTable(
    rows: readonly Cells[],
    { headRows, caption, page }: { readonly headRows?: number; readonly caption?: string; readonly page?: number } = {},
  ): void {
    const filled = rows.map((row) => row.map(tidy)).filter((row) => row.some((cell) => cell !== ''))
    const width = Math.max(0, ...filled.map((row) => row.length))
    if (width === 0) return
    if (width === 1) {
      for (const [cell = ''] of filled) this.add('paragraph', cell, page === undefined ? {} : { page })
      return
    }
    const heads = headRows ?? headRowsOf(filled)
    const columns = columnsOf(filled.slice(0, heads), width)
    const list = this.newList()
    for (const [number, row] of filled.entries()) {
      const start = this.#begin('row', list)
      const cells = Array.from({ length: width }, (_, column) => {
        if (column > 0) this.#write(' | ')
        const from = this.#length
        this.#write(row[column] ?? '')
        return { start: from, end: this.#length }
      })
      this.#blocks.push({
        kind: 'row',
        start,
        end: this.#length,
        list,
        row: { cells, columns, isHead: number < heads, ...(caption !== undefined && caption !== '' && { caption }) },
        ...(page !== undefined && { page }),
      })
    }
  }

  finish(): { readonly text: string; readonly blocks: readonly Block[] } {
    return { text: this.#parts.join(''), blocks: this.#blocks }
  }

  #begin(kind: PassageKind, list: number | undefined): number {
    const last = this.#blocks.at(-1)
    const together = (kind === 'row' || kind === 'item') && last?.kind === kind && last.list === list
    if (last !== undefined) this.#write(together ? '\n' : '\n\n')
    return this.#length
  }

  #write(part: string): void {
    this.#parts.push(part)
    this.#length += part.length
  }
}

/** Soft hyphens and zero-width spaces are no part of a word. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\S\u00a0\u202f\u2009]+/g, ' ')
    .trim()
}

/** No table has more of them. */
const mostHeadRows = 4

/** The rows before the first with a figure that is no year: "Land | 2023 | 2024" and "Umsatz 2024 | Anteil in %" are heads. */
function headRowsOf(rows: readonly Cells[]): number {
  const heads = rows.findIndex((row) => row.some(isFigure))
  const isNamed = rows.slice(0, heads).some((row) => row.filter((cell) => cell !== '').length > 1)
  return heads > 0 && heads <= mostHeadRows && isNamed ? heads : 0
}

/** "1.350", "−3,5 %", "12 Mio. €"; not "2024", "Umsatz 2024" and "1. Quartal". */
function isFigure(cell: string): boolean {
  return (
    /^[-−–+±(<>]?\s*(?:[€$£]\s*)?\d[\d.,\s\u00a0\u202f]*\)?\s*(?:%|[€$£]|\p{L}{1,4}\.?(?:\s*€)?)?$/u.test(cell) &&
    !/^(?:19|20)\d\d$/.test(cell)
  )
}

/** The words above each column; a cell that spans several stands above each of those that have a head of their own below it. */
function columnsOf(heads: readonly Cells[], width: number): string[] {
  const spread = heads.map((row, number) => {
    let last = ''
    return Array.from({ length: width }, (_, column) => {
      const own = row[column] ?? ''
      if (own !== '') last = own
      const isParted = column > 0 && heads.slice(number + 1).some((below) => (below[column] ?? '') !== '')
      return own === '' && isParted ? last : own
    })
  })
  return Array.from({ length: width }, (_, column) =>
    [...new Set(spread.map((row) => row[column] ?? ''))].filter((head) => head !== '').join(' '),
  )
}
