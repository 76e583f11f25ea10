/**
 * Reading the same texts again and again, beside a bare tokenizer in turns. Times are of the processor, since a machine does other things too;
 * of many passes the best counts, because the engine compiles what runs often in several steps, and the first is printed beside it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordsOf } from '../../server/src/text/words'

/** Characters to read in all passes together, and the fewest and most passes. */
const wanted = 60e6
const fewest = 3
const most = 25

export interface Texts {
  /** Names of the files, in the order of the texts. */
  readonly files: readonly string[]
  readonly texts: readonly string[]
  readonly megabytes: number
}

/** The text and Markdown files of a folder, in order of their names, up to about `limit` characters. */
export function readTexts(folder: string, limit = Number.POSITIVE_INFINITY): Texts {
  const files: string[] = []
  const texts: string[] = []
  let size = 0
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:txt|md)$/.test(name) || size > limit) continue
    const text = readFileSync(join(folder, name), 'utf8')
    files.push(name)
    texts.push(text)
    size += text.length
  }
  console.log(`${files.length} files, ${(size / 1e6).toFixed(1)} MB, Node ${process.version}`)
  return { files, texts, megabytes: size / 1e6 }
}

/** Runs `action` and a tokenizer that cuts the same texts into words and does nothing else, and prints how fast both are. */
export function besideTokenizer(name: string, { texts, megabytes }: Texts, action: (text: string) => number): void {
  const passOver = (found: (text: string) => number) => texts.reduce((sum, text) => sum + found(text), 0)
  const bare = measure('bare tokenizer', () => passOver((text) => wordsOf(text).length))
  const own = measure(name, () => passOver(action))
  const passes = Math.min(most, Math.max(fewest, Math.round(wanted / 1e6 / megabytes)))
  for (let pass = 0; pass < passes; pass++) for (const measured of [bare, own]) measured.run()
  for (const { name, first, best, count } of [bare.result(), own.result()]) {
    const rate = (seconds: number) => (megabytes / seconds).toFixed(2)
    console.log(`${name.padEnd(24)} ${rate(best).padStart(9)} MB/s   first pass ${rate(first)} MB/s   ${count} found`)
  }
  const ratio = (which: 'first' | 'best') => (own.result()[which] / bare.result()[which]).toFixed(1)
  console.log(`1/${ratio('best')} of the bare tokenizer, 1/${ratio('first')} in the first pass`)
}

/** Processor time of this process in seconds, all threads together. */
export function seconds(action: () => unknown): number {
  const start = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(start)
  return Math.max(user + system, 1) / 1e6
}

function measure(name: string, action: () => number) {
  const times: number[] = []
  let count = 0
  return {
    run: () => void times.push(seconds(() => void (count = action()))),
    result: () => ({ name, first: times[0] ?? 0, best: Math.min(...times), count }),
  }
}
