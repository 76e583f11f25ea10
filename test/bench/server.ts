/**
 * The server with a large corpus as an author meets it: how long until the first hover, until a changed source shows in one, and memory.
 *
 *     npm run bench -- server FOLDER [STARTS] [--names]
 *
 * FOLDER holds sources. The index is built first; with --names the names in it too, else they are looked for while the rest is measured.
 * "processor" is what the server's process used, all threads together (Linux only).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Hover } from 'vscode-languageserver-protocol'
import { Client, uriOf } from '../support/client'

const [corpus, starts = '5', names] = process.argv.slice(2)
if (corpus === undefined) {
  console.error('usage: npm run bench -- server FOLDER [STARTS] [--names]')
  process.exit(2)
}
const scratch = mkdtempSync(join(tmpdir(), 'beleg-server-'))
const folder = join(scratch, 'w')
mkdirSync(join(folder, 'sources'), { recursive: true })
writeFileSync(join(folder, 'beleg.yaml'), '')
symlinkSync(resolve(corpus), join(folder, 'sources', 'korpus'))
const lighthouse = join(folder, 'sources', 'leuchtturm.md')
const heightOf = (metres: number) => `Der Leuchtturm von Musterhausen ist ${metres} Meter hoch.\n`
let height = 48
writeFileSync(lighthouse, heightOf(height))
const uri = uriOf(join(folder, 'analyse.md'))
const position = { line: 0, character: heightOf(48).indexOf('48') + 1 }
const cleanUps: (() => void | Promise<void>)[] = [() => rmSync(scratch, { recursive: true, force: true })]
const cache = join(scratch, 'cache')
const begin = () => Client.start({ folders: [folder], cache, locale: 'de' }, { after: (cleanUp) => void cleanUps.unshift(cleanUp) })

const first = await begin()
await measured(first, 'index from nothing', () => first.ready())
console.log(`  memory ${memory(first)}`)
if (names !== undefined) await measured(first, 'and names', () => untilNamed(first))
await setTimeout(20_000)
console.log(`  memory when left alone for 20 s ${memory(first)}`)
await first.stop()

const firsts: number[] = []
for (let start = 0; start < Number(starts); start++) {
  const before = performance.now()
  const client = await begin()
  await client.open(uri, heightOf(48))
  await hovered(client, String(height))
  firsts.push(performance.now() - before)
  console.log(`start to first hover ${(firsts.at(-1) ?? 0).toFixed(0)} ms, processor ${processor(client).toFixed(0)} ms`)
  await client.ready()
  await setTimeout(3000)
  height++
  await measured(client, '  one file changed, until a hover shows it', async () => {
    writeFileSync(lighthouse, heightOf(height))
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(lighthouse), type: 2 }] })
    await hovered(client, String(height))
  })
  console.log(`  memory ${memory(client)}`)
  await client.stop()
}
console.log(`start to first hover, median ${(firsts.toSorted((a, b) => a - b)[firsts.length >> 1] ?? 0).toFixed(0)} ms`)
for (const cleanUp of cleanUps) await cleanUp()

/** Asks until the hover over the figure says what it should. */
async function hovered(client: Client, text: string): Promise<void> {
  for (;;) {
    const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position })
    if (JSON.stringify(hover?.contents ?? '').includes(`${text} Meter`)) return
    await setTimeout(5)
  }
}

/** When all sources were searched for names: the server then has nothing to do. */
async function untilNamed(client: Client): Promise<void> {
  for (let idle = 0, last = processor(client); idle < 10; ) {
    await setTimeout(1000)
    const now = processor(client)
    idle = now - last < 20 ? idle + 1 : 0
    last = now
  }
}

async function measured(client: Client, name: string, action: () => Promise<void>): Promise<void> {
  const [start, before] = [performance.now(), processor(client)]
  await action()
  console.log(`${name}: ${(performance.now() - start).toFixed(0)} ms, processor ${(processor(client) - before).toFixed(0)} ms`)
}

/** Milliseconds so far; the kernel counts in hundredths. */
function processor({ pid }: Client): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function memory({ pid }: Client): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => `${Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000)} MB`
  return `${megabytes('VmRSS')}, at its peak ${megabytes('VmHWM')}`
}
