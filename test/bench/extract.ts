/**
 * Whether `beleg extract` needs more memory the more it reads: feeds it text without end and watches what the heap cannot give back.
 *
 *     npm run bench -- extract FOLDER [--megabytes 200]
 *
 * FOLDER holds text or Markdown files; they are sent again and again, one paragraph a line, with another number in each round. Prints for
 * each tenth of the input what the heap holds after a collection, and fails where the last is more than half as large again as the second.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { run } from '../../server/src/cli/run'
import type { Output } from '../../server/src/cli/terminal'

const [folder, flag, size] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npm run bench -- extract FOLDER [--megabytes N]')
  process.exit(2)
}
const limit = Number(flag === '--megabytes' ? size : 200) * 1e6
const paragraphs = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n\s*\n/))

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

let sent = 0
let written = 0
const held: number[] = []

/** NDJSON in chunks that end anywhere, as a pipe cuts them. */
async function* input(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (let round = 0; ; round++) {
    for (let at = 0; at < paragraphs.length; at += 50) {
      const lines = paragraphs
        .slice(at, at + 50)
        .map((text, index) => `${JSON.stringify({ id: `${round}-${at + index}`, text: `${text} ${round}.`, lang: 'de' })}\n`)
      const bytes = encoder.encode(lines.join(''))
      const cut = bytes.length >> 1
      yield bytes.subarray(0, cut)
      yield bytes.subarray(cut)
      sent += bytes.length
      if (sent >= ((held.length + 1) * limit) / 10) {
        if (typeof collect === 'function') collect()
        held.push(process.memoryUsage().heapUsed)
      }
      if (sent >= limit) return
    }
  }
}

const nothing: Output = { isTerminal: false, columns: 100, write: async () => undefined }
const start = process.cpuUsage()
const status = await run(['extract'], {
  cwd: process.cwd(),
  env: {},
  stdin: input(),
  stdout: { ...nothing, write: async (text) => void (written += text.length) },
  stderr: { ...nothing, write: async (text) => void process.stderr.write(text) },
  signal: new AbortController().signal,
})
const { user, system } = process.cpuUsage(start)
console.log(
  `${(sent / 1e6).toFixed(0)} MB in, ${(written / 1e6).toFixed(0)} MB out, ${(sent / (user + system)).toFixed(2)} MB/s of processor time, exit ${status}`,
)
console.log(`heap after each tenth of the input, MB: ${held.map((bytes) => (bytes / 1e6).toFixed(0)).join(' ')}`)
console.log(`resident at the end: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
const [, second = 0] = held
const last = held.at(-1) ?? 0
if (last > 1.5 * second) {
  console.error('the heap grows with the input')
  process.exitCode = 1
}
