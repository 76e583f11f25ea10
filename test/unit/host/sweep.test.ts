import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { storeFileOf } from '../../../server/src/host/cache'
import { databaseClass } from '../../../server/src/host/store/database'
import { sweepCaches } from '../../../server/src/host/sweep'

const scratch = mkdtempSync(join(tmpdir(), 'beleg-sweep-'))
after(() => rmSync(scratch, { recursive: true, force: true }))
let folders = 0
const now = Date.now()
const weeks = 7 * 24 * 60 * 60 * 1000

function caches(): { readonly indexes: string; readonly compiled: string } {
  const indexes = join(scratch, `${folders++}`)
  return { indexes, compiled: join(indexes, 'compiled') }
}

/** A file last used so many weeks ago. */
function write(file: string, age: number): string {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, 'not empty')
  const time = new Date(now - age * weeks)
  utimesSync(file, time, time)
  return file
}

test('compiled programs go when they were not used for weeks, and nothing else in their folder', () => {
  const { indexes, compiled } = caches()
  const old = [write(join(compiled, 'v22.1.0-x64-ab-0', 'a.cache'), 5), write(join(compiled, 'v24.1.0-x64-ab-0', 'b.cache'), 5)]
  const kept = [
    write(join(compiled, 'v24.1.0-x64-ab-0', 'c.cache'), 1),
    write(join(compiled, 'notes', 'd.txt'), 50),
    write(join(compiled, 'e'), 50),
  ]
  sweepCaches({ indexes, compiled }, now)
  for (const file of old) assert.equal(existsSync(file), false, file)
  for (const file of kept) assert.equal(existsSync(file), true, file)
  assert.equal(existsSync(dirname(old[0] ?? '')), false, 'an empty folder goes too')
})

test('once a day is enough', () => {
  const { indexes, compiled } = caches()
  mkdirSync(compiled, { recursive: true })
  sweepCaches({ indexes, compiled }, now)
  const file = write(join(compiled, 'v22.1.0-x64-ab-0', 'a.cache'), 5)
  sweepCaches({ indexes, compiled }, now)
  assert.equal(existsSync(file), true)
  sweepCaches({ indexes, compiled }, now + weeks)
  assert.equal(existsSync(file), false)
})

test('where there is no cache, or none that may be looked at, nothing happens', () => {
  const { indexes, compiled } = caches()
  sweepCaches({ indexes, compiled }, now)
  assert.equal(existsSync(indexes), false)
  const file = write(join(indexes, 'file'), 50)
  sweepCaches({ indexes: join(file, 'below'), compiled: join(file, 'below', 'compiled') }, now)
  assert.equal(existsSync(file), true)
})

const Database = databaseClass()
if (Database !== undefined) {
  const create = (file: string, age: number) => {
    mkdirSync(dirname(file), { recursive: true })
    const database = new Database(file)
    database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a)')
    database.close()
    const time = new Date(now - age * weeks)
    utimesSync(file, time, time)
    return file
  }

  test('indexes of earlier schemas go when nobody used them for weeks or has them open', () => {
    const { indexes, compiled } = caches()
    const current = storeFileOf('/somewhere/sources', '', indexes)
    const folder = dirname(current)
    const old = create(join(folder, 'index-1.sqlite'), 5)
    const damaged = write(join(folder, 'index-0.sqlite'), 5)
    const kept = [
      create(join(folder, 'index-2.sqlite'), 1),
      create(current, 50),
      create(join(folder, 'index-999.sqlite'), 50),
      write(join(folder, 'index-1.sqlite.bak'), 50),
      create(join(indexes, 'of-somebody-else', 'index-1.sqlite'), 50),
    ]
    sweepCaches({ indexes, compiled }, now)
    for (const file of [old, damaged]) assert.equal(existsSync(file), false, file)
    for (const file of kept) assert.equal(existsSync(file), true, file)
  })

  test('an index that is open stays, however old it is', () => {
    const { indexes, compiled } = caches()
    const file = create(join(dirname(storeFileOf('/somewhere/sources', '', indexes)), 'index-1.sqlite'), 5)
    const database = new Database(file)
    database.exec('BEGIN; SELECT * FROM t; COMMIT')
    const past = new Date(now - 5 * weeks)
    for (const part of [file, `${file}-wal`, `${file}-shm`]) utimesSync(part, past, past)
    sweepCaches({ indexes, compiled }, now)
    assert.equal(existsSync(file), true)
    assert.deepEqual(database.prepare('SELECT count(*) AS count FROM t').get()?.['count'], 0)
    database.close()
    utimesSync(file, past, past)
    sweepCaches({ indexes, compiled }, now + weeks)
    assert.equal(existsSync(file), false)
  })
}
