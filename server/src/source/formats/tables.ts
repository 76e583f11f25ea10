/** Tables as files: CSV and TSV, and the sheets of XLSX, XLS and ODS. Cells are what a reader sees, so that printed precision is kept. */

import { read, utils } from '@e965/xlsx'
import papa from 'papaparse'
import { decode } from '../decode'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import type { SourceFile } from '../read'
import { checkArchive, isOldOffice } from './zip'

/** Of one sheet. */
const mostRows = 50_000
const mostColumns = 500

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

export async function readSheets({ path, bytes }: SourceFile): Promise<readonly Extract[]> {
  const isOld = isOldOffice(bytes)
  if (isOld && /\.xlsx$/i.test(path)) throw new Unreadable('protected')
  if (!isOld) await checkArchive(bytes)
  let book: ReturnType<typeof read>
  try {
    book = read(bytes, { type: 'array', sheetRows: mostRows, cellText: true, cellHTML: false, cellFormula: false })
  } catch (cause) {
    throw new Unreadable(cause instanceof Error && /password|encrypt/i.test(cause.message) ? 'protected' : 'damaged')
  }
  const builder = new TextBuilder()
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) continue
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '', blankrows: false })
    const shown = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? ''))))
    if (book.SheetNames.length > 1 && shown.length > 0) builder.add('heading', name, { depth: 1 })
    addSheet(builder, shown)
  }
  const { Title: title, Author: author } = book.Props ?? {}
  const metadata = { authors: author === undefined || author === '' ? [] : [author], ...(title !== undefined && title !== '' && { title }) }
  return [{ ...builder.finish(), metadata, isPage: false }]
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
