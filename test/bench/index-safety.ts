/**
 * Whether an index survives what happens to processes.
 *
 *     npm run bench -- index-safety FOLDER [KILLS] [ROUNDS]
 *
 * KILLS times a process is killed at a random moment while it indexes FOLDER; then the index is brought up to date and compared with one
 * that was built from nothing. ROUNDS times two processes index the same folder at once while a third one reads.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { CorpusIndex } from '../../server/src/corpus/index'
import { termsOf } from '../../server/src/corpus/terms'
import { openWorkspace } from '../../server/src/host/workspace'

const self = fileURLToPath(import.meta.url)
const [first, ...rest] = process.argv.slice(2)
if (first === '--index' || first === '--read') await child(first, rest[0] ?? '', rest[1] ?? '')
else if (first === undefined) console.error('usage: npm run bench -- index-safety FOLDER [KILLS] [ROUNDS]')
else await main(first, Number(rest[0] ?? 20), Number(rest[1] ?? 10))

async function main(corpus: string, kills: number, rounds: number): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'beleg-safety-'))
  const folder = join(scratch, 'w')
  mkdirSync(join(folder, 'sources'), { recursive: true })
  writeFileSync(join(folder, 'beleg.yaml'), '')
  const names = readdirSync(corpus).slice(0, 400)
  for (const name of names) cpSync(join(corpus, name), join(folder, 'sources', name))

  let kill = 0
  let [differences, missed] = [0, 0]
  /** How long indexing took when it was left alone; the moments to kill are spread over it. */
  let whole = 0
  while (kill < kills) {
    const cache = join(scratch, `kill-${kill % 5}`)
    // Something to do each time: files change, come and go; now and then everything is new.
    for (const [at, name] of names.entries()) if (at % 7 === kill % 7) alter(join(folder, 'sources', name), kill + at)
    if (kill % 5 === 0) rmSync(cache, { recursive: true, force: true })
    const process = start('--index', folder, cache)
    const done = ended(process)
    const began = await told(process)
    if (whole === 0) {
      await done
      whole = performance.now() - began
      continue
    }
    await setTimeout(Math.random() * whole * (kill % 5 === 0 ? 1 : 0.4))
    process.kill('SIGKILL')
    // One that had come to its end was not killed while indexing: once more, with less patience.
    if ((await done) !== null) {
      missed++
      whole *= 0.9
      continue
    }
    kill++
    const [mended, fresh] = [await answers(folder, cache), await answers(folder, join(scratch, `fresh-${kill}`))]
    if (mended !== fresh) {
      differences++
      console.log(`kill ${kill}: different\n  ${firstDifference(mended, fresh)}`)
    }
    rmSync(join(scratch, `fresh-${kill}`), { recursive: true, force: true })
    if (kill % 20 === 0 || kill === kills)
      console.log(`${kill} kills while indexing, ${missed} more came too late: ${differences} differences`)
  }

  let errors = 0
  const expected = await answers(folder, join(scratch, 'expected'))
  for (let round = 0; round < rounds; round++) {
    const cache = join(scratch, `two-${round}`)
    const codes = await Promise.all(['--index', '--index', '--read'].map((mode) => ended(start(mode, folder, cache))))
    if (codes.some((code) => code !== 0) || (await answers(folder, cache)) !== expected) {
      errors++
      console.log(`round ${round}: exit codes ${codes.join(' ')}`)
    }
    rmSync(cache, { recursive: true, force: true })
  }
  console.log(`${rounds} rounds of two indexers and a reader: ${errors} errors`)
  rmSync(scratch, { recursive: true, force: true })
}

function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `${a.slice(Math.max(0, at - 80), at + 40)}\n  ${b.slice(Math.max(0, at - 80), at + 40)}`
}

/** Another text, or none; a file that is gone comes back. */
function alter(file: string, version: number): void {
  if (version % 3 === 2) rmSync(file, { force: true })
  else writeFileSync(file, `# Fassung ${version}\n\n${`Der Umschlag betrug ${version * 7} Tonnen. `.repeat(1 + (version % 50))}\n`)
}

/** When the process said that it begins. */
function told(process: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    process.stdout?.once('data', () => resolve(performance.now()))
    process.once('exit', () => resolve(performance.now()))
  })
}

function start(mode: string, folder: string, cache: string): ChildProcess {
  return spawn(process.execPath, [self, mode, folder, cache], { stdio: ['ignore', 'pipe', 'inherit'] })
}

function ended(process: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => process.once('exit', resolve))
}

/** Everything that an index answers, after it was brought up to date. */
async function answers(folder: string, cacheLocation: string): Promise<string> {
  const workspace = await openWorkspace({ folder, cacheLocation, workers: 0 })
  await workspace.refresh()
  const { index } = workspace
  const list = await index.list({ limit: 1000 })
  const files = (await index.files()).map(({ path, hash, outcome }) => ({ path, hash, outcome }))
  const told = JSON.stringify({ list, files, hits: await index.search(queries()), stats: await index.stats() })
  await workspace.close()
  return told
}

function queries() {
  return ['Haushalt und Steuern', 'Bundeswehr im Einsatz', 'Umschlag 21 Tonnen', 'Rente Gesundheit Pflege', 'Fassung'].map((text) => ({
    terms: new Map(termsOf(text, 'de').map((term) => [term, 1])),
    limit: 20,
  }))
}

async function child(mode: string, folder: string, cacheLocation: string): Promise<void> {
  const workspace = await openWorkspace({ folder, cacheLocation })
  if (mode === '--index') {
    process.stdout.write('indexing\n')
    await workspace.refresh()
  } else for (let round = 0; round < 40; round++) await read(workspace.index)
  await workspace.close()
}

async function read(index: CorpusIndex): Promise<void> {
  const hits = await index.search(queries())
  await index.sources(hits.flatMap((found) => found.map(({ key }) => key)))
  await setTimeout(20)
}
