/**
 * How fast figures are read, beside two measures from the same run: a bare tokenizer that cuts the same text into words in one pass and does
 * nothing else, and the recognisers of @microsoft/recognizers-text-suite (English, numbers and units), where a folder that holds the package is given.
 *
 *     npm run bench -- figures FOLDER [--language de] [--suite FOLDER_WITH_NODE_MODULES]
 *
 * FOLDER holds text or Markdown files. Times are of the processor, since a machine does other things too. Node compiles what is run often in
 * several steps, which takes a dozen passes over three megabytes; so both measures are the best of many passes in turn, and the first pass is
 * printed beside them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { readFigures } from '../../server/src/figure/read'
import { wordsOf } from '../../server/src/text/words'

const args = process.argv.slice(2)
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const [folder] = args
if (folder === undefined || folder.startsWith('--')) {
  console.error('usage: npm run bench -- figures FOLDER [--language de|en] [--suite FOLDER]')
  process.exit(2)
}
const language = option('--language') === 'en' ? 'en' : 'de'
const files = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name))
const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'))
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6
console.log(`${files.length} files, ${megabytes.toFixed(1)} MB, Node ${process.version}`)

const passes = 25
const bare = measure('bare tokenizer', () => texts.reduce((sum, text) => sum + wordsOf(text).length, 0))
const figures = measure('figures', () => texts.reduce((sum, text) => sum + readFigures(text, language).figures.length, 0))
for (let pass = 0; pass < passes; pass++) for (const measured of [bare, figures]) measured.run()
for (const { name, first, best, count } of [bare, figures].map((measured) => measured.result()))
  console.log(
    `${name.padEnd(24)} ${(megabytes / best).toFixed(2).padStart(9)} MB/s   first pass ${(megabytes / first).toFixed(2)} MB/s   ${count} found`,
  )
console.log(`1/${(figures.result().best / bare.result().best).toFixed(1)} of the bare tokenizer`)
const [slowest] = texts
  .map((text, index) => ({ name: files[index], rate: text.length / 1e3 / seconds(() => readFigures(text, language)) / 1e3 }))
  .sort((a, b) => a.rate - b.rate)
console.log(`slowest file: ${slowest?.name}, ${slowest?.rate.toFixed(2)} MB/s`)

const suite = option('--suite')
if (suite !== undefined) compareWithSuite(suite)

/** Something that is run again and again, with the seconds of its first and its best pass. */
function measure(name: string, action: () => number) {
  const times: number[] = []
  let count = 0
  return {
    run: () => void times.push(seconds(() => void (count = action()))),
    result: () => ({ name, first: times[0] ?? 0, best: Math.min(...times), count }),
  }
}

function seconds(action: () => unknown): number {
  const start = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(start)
  return Math.max(user + system, 1) / 1e6
}

/** The suite is slow: it reads 20 KB of the same text, and so do we. */
function compareWithSuite(folder: string) {
  const recognizers: { recognizeNumber: Recogniser; recognizeCurrency: Recogniser; recognizeDimension: Recogniser } = createRequire(
    join(resolve(folder), 'x.js'),
  )('@microsoft/recognizers-text-suite')
  const sample = texts.join('\n').slice(0, 20_000)
  const theirs = seconds(() => {
    for (const line of sample.split('\n'))
      for (const recognise of [recognizers.recognizeNumber, recognizers.recognizeCurrency, recognizers.recognizeDimension])
        recognise(line, 'en-us')
  })
  let ours = Number.POSITIVE_INFINITY
  for (let run = 0; run < 50; run++)
    ours = Math.min(
      ours,
      seconds(() => readFigures(sample, 'en')),
    )
  console.log(
    `recognizers-text-suite   ${(sample.length / 1e6 / theirs).toFixed(4).padStart(9)} MB/s; figures are ${(theirs / ours).toFixed(0)} times as fast on the same 20 KB`,
  )
}

type Recogniser = (text: string, culture: string) => unknown
