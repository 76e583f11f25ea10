/**
 * How long indexing takes beside the least a database could take: the bare insertion of the same texts into SQLite FTS5, in the same run.
 *
 *     npm run bench -- index FOLDER [MAX]
 *
 * FOLDER holds text or Markdown files. Both are timed by the clock and by the processor: on a machine that does other things only the
 * second means something. Then: a second run in which nothing changed, one changed file, opening with a first search, memory.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { termsOf } from '../../server/src/corpus/terms'
import { databaseClass } from '../../server/src/host/store/database'
import { openWorkspace, type Workspace } from '../../server/src/host/workspace'

const [folder, most = 'Infinity'] = process.argv.slice(2)
const Database = databaseClass()
if (folder === undefined || Database === undefined) {
  console.error('usage: npm run bench -- index FOLDER [MAX], on a Node that has node:sqlite')
  process.exit(2)
}

const scratch = mkdtempSync(join(tmpdir(), 'beleg-bench-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
const sources = join(scratch, 'sources')
mkdirSync(sources)
const names = readdirSync(folder).slice(0, Number(most))
for (const name of names) cpSync(join(folder, name), join(sources, name))

let texts: string[] | undefined = names.map((name) => readFileSync(join(sources, name), 'utf8'))
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
console.log(`${names.length} files, ${megabytes.toFixed(1)} MB, Node ${process.version}`)

const bare = await timed('bare FTS5 insertion', async () => {
  const database = new Database(join(scratch, 'bare.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE VIRTUAL TABLE t USING fts5(body); BEGIN')
  const insert = database.prepare('INSERT INTO t (body) VALUES (?)')
  for (const text of texts ?? []) insert.run(text)
  database.exec('COMMIT')
  database.close()
})
const read = await timed('the same with reading the files', async () => {
  const database = new Database(join(scratch, 'read.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE VIRTUAL TABLE t USING fts5(body); BEGIN')
  const insert = database.prepare('INSERT INTO t (body) VALUES (?)')
  for (const name of readdirSync(sources)) insert.run(readFileSync(join(sources, name), 'utf8'))
  database.exec('COMMIT')
  database.close()
})
texts = undefined
globalThis.gc?.()
const before = process.memoryUsage.rss()

const open = (background = false) => openWorkspace({ folder: scratch, cacheLocation: join(scratch, 'cache'), background })
let workspace: Workspace = await open()
let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 20)
const full = await timed('full index', async () => void (await workspace.refresh()))
clearInterval(watch)
for (const [name, least] of [
  ['bare insertion', bare],
  ['insertion with reading', read],
] as const) {
  console.log(
    `  ratio to ${name}: ${(full.wall / least.wall).toFixed(2)} by the clock, ${(full.cpu / least.cpu).toFixed(2)} by the processor`,
  )
}
console.log(`  memory at its peak ${(peak / 1e6).toFixed(0)} MB, of which ${(before / 1e6).toFixed(0)} MB before`)
console.log(`  ${JSON.stringify(await workspace.index.stats())}`)
await workspace.close()

workspace = await open(true)
await timed('nothing changed', async () => void (await workspace.refresh()))
const changed = join('sources', 'changed.md')
writeFileSync(join(scratch, changed), 'Der Leuchtturm ist 48 Meter hoch.\n')
const query = (text: string) => ({ terms: new Map(termsOf(text, 'de').map((term) => [term, 1])), limit: 10 })
await timed('one file changed, until it is found', async () => {
  await workspace.refresh({ paths: [changed] })
  const [hits] = await workspace.index.search([query('Leuchtturm 48 Meter hoch')])
  if (hits?.[0]?.key !== 'changed') throw new Error('not found')
})
await workspace.close()

await timed('open and first search', async () => {
  workspace = await open()
  await workspace.index.search([query('Der Bundestag beschließt 40 Millionen Euro für die Rüstung')])
})
const rounds = 50
const search = await timed(`${rounds} searches of six queries`, async () => {
  for (let round = 0; round < rounds; round++) {
    const [first] = await workspace.index.list({ after: String.fromCharCode(97 + (round % 26)), limit: 1 })
    const [source] = await workspace.index.sources([first?.key ?? ''])
    const start = source?.body.passages[0]?.start ?? 0
    const text = source?.body.text.slice(start, start + 600) ?? 'Rüstung'
    await workspace.index.search([query(text), ...[0, 1, 2, 3, 4].map((at) => query(text.slice(at * 120, at * 120 + 120)))])
  }
})
console.log(`  ${(search.wall / rounds).toFixed(1)} ms each`)
globalThis.gc?.()
console.log(`memory when idle ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
await workspace.close()

async function timed(name: string, action: () => Promise<void>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const before = process.cpuUsage()
  const start = performance.now()
  await action()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1000
  console.log(`${name.padEnd(40)} ${wall.toFixed(0).padStart(7)} ms, processor ${cpu.toFixed(0).padStart(7)} ms`)
  return { wall, cpu }
}
