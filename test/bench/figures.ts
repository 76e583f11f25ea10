/**
 * How fast figures are read, beside two measures from the same run: a bare tokenizer that cuts the same text into words in one pass and does
 * nothing else, and the recognisers of @microsoft/recognizers-text-suite (English, numbers and units), where a folder that holds the package is given.
 *
 *     npm run bench -- figures FOLDER [--language de] [--suite FOLDER_WITH_NODE_MODULES]
 *
 * FOLDER holds text or Markdown files.
 */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { readFigures } from '../../server/src/figure/read'
import { besideTokenizer, readTexts, seconds } from './passes'

const args = process.argv.slice(2)
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const [folder] = args
if (folder === undefined || folder.startsWith('--')) {
  console.error('usage: npm run bench -- figures FOLDER [--language de|en] [--suite FOLDER]')
  process.exit(2)
}
const language = option('--language') === 'en' ? 'en' : 'de'
const read = readTexts(folder)
const { files, texts } = read
besideTokenizer('figures', read, (text) => readFigures(text, language).figures.length)
const [slowest] = texts
  .map((text, index) => ({ name: files[index], rate: text.length / 1e3 / seconds(() => readFigures(text, language)) / 1e3 }))
  .sort((a, b) => a.rate - b.rate)
console.log(`slowest file: ${slowest?.name}, ${slowest?.rate.toFixed(2)} MB/s`)

const suite = option('--suite')
if (suite !== undefined) compareWithSuite(suite)

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
