/** Tables as files: CSV and TSV, and the sheets of XLSX, XLS and ODS. Cells are what a reader sees, so that printed precision is kept. */

import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import papa from 'papaparse'
import { detectLanguage } from '../../language/detect'
import type { Language } from '../../language/language'
import { decode } from '../decode'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import type { ReadOptions, SourceFile } from '../read'
import { checkArchive, isOldOffice } from './zip'

/** Of one sheet. */
const mostRows = 50_000
const mostColumns = 500
/** As many cells show the language of a book. */
const mostWords = 300

export async function readCsv({ path, bytes }: SourceFile): Promise<readonly Extract[]> {
  const decoded = decode(bytes)
  if (decoded.kind !== 'text') throw new Unreadable(decoded.kind)
  const { data } = papa.parse<string[]>(decoded.text, {
    delimiter: /\.(?:tsv|tab)$/i.test(path) ? '\t' : '',
    delimitersToGuess: [';', '\t', ',', '|'],
    skipEmptyLines: 'greedy',
    preview: mostRows,
  })
  const builder = new TextBuilder()
  addSheet(builder, data)
  return [{ ...builder.finish(), metadata: {}, isPage: false }]
}

export async function readSheets({ path, bytes }: SourceFile, { fallback }: ReadOptions): Promise<readonly Extract[]> {
  const isOld = isOldOffice(bytes)
  if (isOld && /\.xlsx$/i.test(path)) throw new Unreadable('protected')
  if (!isOld) await checkArchive(bytes)
  let book: ReturnType<typeof read>
  try {
    book = read(bytes, { type: 'array', sheetRows: mostRows, cellText: true, cellHTML: false, cellFormula: false })
  } catch (cause) {
    throw new Unreadable(cause instanceof Error && /password|encrypt/i.test(cause.message) ? 'protected' : 'damaged')
  }
  const language = languageOfBook(book, fallback)
  const builder = new TextBuilder()
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) continue
    const shown = shownCells(sheet, language)
    if (book.SheetNames.length > 1 && shown.length > 0) builder.add('heading', name, { depth: 1 })
    addSheet(builder, shown)
  }
  const { Title: title, Author: author } = book.Props ?? {}
  const metadata = { authors: author === undefined || author === '' ? [] : [author], ...(title !== undefined && title !== '' && { title }) }
  return [{ ...builder.finish(), metadata, language, isPage: false }]
}

/** By the words in it: figures have no language. */
function languageOfBook({ SheetNames: names, Sheets: sheets }: WorkBook, fallback: Language): Language {
  const words: string[] = []
  for (const name of names) {
    for (const cell of Object.values(sheets[name] ?? {})) {
      if (words.length < mostWords && isCell(cell) && cell.t === 's' && typeof cell.v === 'string') words.push(cell.v)
    }
  }
  return detectLanguage([...names, ...words].join(' '), fallback)
}

function isCell(value: unknown): value is CellObject {
  return typeof value === 'object' && value !== null && 't' in value
}

/** Rows as a program shows them that speaks the language of the sheet. */
function shownCells(sheet: WorkSheet, language: Language): string[][] {
  for (const cell of Object.values(sheet)) {
    if (language === 'de' && isCell(cell) && cell.t === 'n' && typeof cell.v === 'number')
      cell.w = withComma(cell.w ?? String(cell.v), cell.v)
  }
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '', blankrows: false })
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? ''))))
}

/** The library shows numbers with the point of English; what a file itself holds as displayed may have the comma already. */
function withComma(shown: string, value: number): string {
  return shown.replace(/\d[\d.,]*\d|\d/, (digits) => {
    const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0
    const read = Number(digits.replaceAll(',', '')) / (shown.includes('%') ? 100 : 1)
    const isEnglish = /[.,]/.test(digits) && Math.abs(read - Math.abs(value)) <= (shown.includes('%') ? 0.01 : 1) * 10 ** -decimals
    return isEnglish ? digits.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) : digits
  })
}

/** Lines above a table name it: rows with one filled cell. */
function addSheet(builder: TextBuilder, rows: readonly (readonly string[])[]): void {
  const first = rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1)
  const above = rows.slice(0, Math.max(0, first)).map((row) => row.join(' ').trim())
  for (const line of above) builder.add('paragraph', line)
  const caption = above.find((line) => line !== '')
  const table = rows.slice(Math.max(0, first)).map((row) => row.slice(0, mostColumns))
  builder.addTable(table, caption === undefined ? {} : { caption })
}
