/**
 * How fast actors are recognised, against a bare tokenizer in the same run.
 *
 *     npm run bench -- actors FOLDER
 *
 * FOLDER holds text or Markdown files; the first twenty megabytes are read. Both run twice: the recogniser remembers words and the engine
 * compiles what it runs often, so a corpus runs faster than a page.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recogniseActors } from '../../server/src/actor/recognise'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('usage: npm run bench -- actors FOLDER\n')
  process.exit(2)
}
const texts: string[] = []
let size = 0
for (const name of readdirSync(folder).sort()) {
  if (!/\.(txt|md)$/.test(name) || size > 20e6) continue
  const text = readFileSync(join(folder, name), 'utf8')
  texts.push(text)
  size += text.length
}

const load = timed(() => recogniseActors('', 'de'))
const rate = (ms: number) => `${(size / 1000 / ms).toFixed(2)} MB/s`
process.stdout.write(`loading the model ${load.toFixed(0)} ms; ${texts.length} texts, ${(size / 1e6).toFixed(1)} MB\n`)
for (const pass of ['first', 'second']) {
  const recognised = timed(() => texts.reduce((sum, text) => sum + recogniseActors(text, 'de').length, 0))
  const bare = timed(() => texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0))
  process.stdout.write(`${pass} pass: recogniser ${rate(recognised)}, bare tokenizer ${rate(bare)}: 1/${(recognised / bare).toFixed(0)}\n`)
}

/** Time of this process in milliseconds, so that what else the machine does counts less. */
function timed(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
