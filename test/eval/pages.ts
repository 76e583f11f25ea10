/**
 * Scores the main text of saved pages by words.
 *
 *     pages FOLDER… [--without-title] [--errors]
 *
 * A folder holds pages (`NAME.html`, `NAME.mhtml` or any other format that Beleg reads) with the main text of each in `NAME.txt`: title,
 * headings, paragraphs, list items, captions and the cells of tables, without menus, teasers, adverts, comments and notices. Only words
 * count (letters and digits, in lower case, as often as they occur), so line breaks and punctuation of the gold text are free.
 *
 *     precision = words taken that the gold text has / words taken
 *     recall    = words taken that the gold text has / words of the gold text
 *
 * One line for each page and the mean over all pages; beside them what Readability alone makes of the same page. `--without-title` leaves
 * the title out, for gold texts that begin below it; `--errors` shows the words that were too many (+) and missing (-).
 */
import { parseArgs } from 'node:util'
import { harmonic, mainText, pagesIn, readabilityText, type Score, scoreOf } from './support/pages'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-title': { type: 'boolean', default: false }, errors: { type: 'boolean', default: false } },
})
const pages = positionals.flatMap(pagesIn)
if (pages.length === 0) {
  process.stderr.write('usage: pages FOLDER… [--without-title] [--errors]\nA folder holds NAME.html beside its main text in NAME.txt.\n')
  process.exit(2)
}

const options = { withTitle: !values['without-title'] }
const own: Score[] = []
const alone: Score[] = []
line('page', 'Beleg: P', 'R', 'F1', 'Readability: P', 'R', 'F1')
for (const page of pages) {
  const score = scoreOf(await mainText(page, options), page.gold)
  const other = scoreOf(/\.x?html?$/i.test(page.name) ? readabilityText(page, options) : '', page.gold)
  own.push(score)
  alone.push(other)
  line(page.name, ...shown(score), ...shown(other))
  if (values.errors && score.extra.length > 0) process.stdout.write(`  + ${shortened(score.extra)}\n`)
  if (values.errors && score.missing.length > 0) process.stdout.write(`  - ${shortened(score.missing)}\n`)
}
line(`mean of ${pages.length}`, ...shown(meanOf(own)), ...shown(meanOf(alone)))

function shown(score: Pick<Score, 'precision' | 'recall'>): string[] {
  return [score.precision, score.recall, harmonic(score)].map((share) => share.toFixed(3))
}

function meanOf(scores: readonly Score[]): { readonly precision: number; readonly recall: number } {
  const mean = (of: (score: Score) => number) => scores.reduce((sum, score) => sum + of(score), 0) / scores.length
  return { precision: mean(({ precision }) => precision), recall: mean(({ recall }) => recall) }
}

function line(name: string, ...cells: readonly string[]): void {
  process.stdout.write(`${name.slice(0, 40).padEnd(40)} ${cells.map((cell) => cell.padStart(9)).join(' ')}\n`)
}

function shortened(words: readonly string[]): string {
  return words.length <= 60 ? words.join(' ') : `${words.slice(0, 60).join(' ')} … (${words.length})`
}
