/**
 * The database that Node brings along (node:sqlite), as far as it does: Node 20 and some builds of 22 lack it. Nothing is compiled,
 * shipped or downloaded. Full-text search of its own is not needed: the index keeps its lists itself.
 */

export type Value = null | number | bigint | string | Uint8Array
export type Row = Readonly<Record<string, unknown>>

export interface Statement {
  run(...values: Value[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint }
  get(...values: Value[]): Row | undefined
  all(...values: Value[]): Row[]
}

export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

type DatabaseClass = new (path: string) => Database

let loaded: { readonly database: DatabaseClass | undefined } | undefined

/** The class, or undefined where this Node has none. */
export function databaseClass(): DatabaseClass | undefined {
  loaded ??= { database: load() }
  return loaded.database
}

function load(): DatabaseClass | undefined {
  const { emitWarning } = process
  try {
    // Node 22 warns that the module is experimental, in the middle of our own output.
    process.emitWarning = () => {}
    const module = process.getBuiltinModule?.('node:sqlite')
    if (module === undefined || !('DatabaseSync' in module) || !isClass(module.DatabaseSync)) return undefined
    return module.DatabaseSync
  } finally {
    process.emitWarning = emitWarning
  }
}

function isClass(value: unknown): value is DatabaseClass {
  return typeof value === 'function'
}

/** SQLite's own number for an error, without its refinement; undefined for other errors. */
export function sqliteCode(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return undefined
  return cause.errcode & 0xff
}

const busy = 5
const corrupt = 11
const full = 13
const cannotOpen = 14
const readOnly = 8
const inputOutput = 10
const notADatabase = 26
const schemaError = 1

/** Whether the file is no index any more and has to be made anew; a table that is missing counts, for files that were cut short. */
export function isDamage(cause: unknown): boolean {
  const code = sqliteCode(cause)
  return (
    code === corrupt || code === notADatabase || (code === schemaError && cause instanceof Error && /no such|malformed/.test(cause.message))
  )
}

/** Whether nothing more can be written there: disk full, folder gone or read-only. */
export function isUnwritable(cause: unknown): boolean {
  const code = sqliteCode(cause)
  return code === full || code === cannotOpen || code === readOnly || code === inputOutput
}

/** Whether another process or thread is writing. */
export function isBusy(cause: unknown): boolean {
  return sqliteCode(cause) === busy
}
