/**
 * Deletes what earlier versions of the program left in the cache: indexes of earlier schemas and programs compiled for others. Only files that
 * are ours by their names and that nobody has used for weeks, and no index that a process has open.
 */
import { type Dirent, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { statOf } from './files'
import { databaseClass, isBusy, isDamage } from './store/database'
import { schemaVersion } from './store/schema'
import { removeStore, storeFiles } from './store/store'

const day = 24 * 60 * 60 * 1000
/** Milliseconds without use. */
const unused = 30 * day
/** When it was swept last is the time of this file. */
const mark = '.swept'

export interface Caches {
  /** Folders of indexes, one for each workspace. */
  readonly indexes: string
  /** What Node has compiled, a folder for each of its versions. */
  readonly compiled: string
}

/** Once a day at most; what cannot be deleted stays. */
export function sweepCaches({ indexes, compiled }: Caches, now: number): void {
  if (isDue(indexes, now)) for (const folder of foldersIn(indexes, /-[0-9a-f]{12}$/)) sweepIndexes(folder, now)
  if (isDue(compiled, now)) for (const folder of foldersIn(compiled, /^v\d/)) sweepCompiled(folder, now)
}

function sweepIndexes(folder: string, now: number): void {
  for (const name of filesIn(folder)) {
    const version = Number(/^index-(\d+)\.sqlite$/.exec(name)?.[1] ?? schemaVersion)
    const file = join(folder, name)
    if (version < schemaVersion && storeFiles(file).every((part) => isOld(part, now)) && isFree(file)) attempt(() => removeStore(file))
  }
  removeEmpty(folder)
}

function sweepCompiled(folder: string, now: number): void {
  for (const name of filesIn(folder)) {
    const file = join(folder, name)
    if (isOld(file, now)) attempt(() => rmSync(file, { force: true }))
  }
  removeEmpty(folder)
}

/** Whether a day has passed; then it counts from now. A folder that is not there has nothing to be swept. */
function isDue(folder: string, now: number): boolean {
  if (statOf(folder) === undefined) return false
  const last = statOf(join(folder, mark))
  if (last !== undefined && Math.abs(now - last.mtimeMs) < day) return false
  return attempt(() => writeFileSync(join(folder, mark), ''))
}

/** Whether neither read nor written for long, or not there; file systems that keep no time of reading tell that of writing. */
function isOld(file: string, now: number): boolean {
  const stat = statOf(file)
  return stat === undefined || (stat.isFile() && now - Math.max(stat.mtimeMs, stat.atimeMs) > unused)
}

/** Whether no process has the index open: only then can the way it is written be changed. */
function isFree(file: string): boolean {
  const Database = databaseClass()
  if (Database === undefined) return false
  try {
    const database = new Database(file)
    try {
      database.exec('PRAGMA busy_timeout = 0')
      return database.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode'] === 'delete'
    } finally {
      database.close()
    }
  } catch (cause) {
    if (isDamage(cause)) return true
    if (isBusy(cause) || isOfSystem(cause)) return false
    throw cause
  }
}

function foldersIn(folder: string, name: RegExp): string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isDirectory() && name.test(entry.name) ? [join(folder, entry.name)] : []))
}

function filesIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

function entriesOf(folder: string): Dirent[] {
  let entries: Dirent[] = []
  attempt(() => {
    entries = readdirSync(folder, { withFileTypes: true })
  })
  return entries
}

function removeEmpty(folder: string): void {
  if (entriesOf(folder).length === 0) attempt(() => rmdirSync(folder))
}

/** Whether it could be done; not, where the system refuses it. */
function attempt(action: () => void): boolean {
  try {
    action()
    return true
  } catch (cause) {
    if (isOfSystem(cause)) return false
    throw cause
  }
}

function isOfSystem(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause
}
