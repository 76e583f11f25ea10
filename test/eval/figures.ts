/**
 * npm run eval -- figures FILE.jsonl [FILE.jsonl …] [--errors]
 *
 * Reads the phrases of other recognisers' test suites and prints how many of their values and units are found, by the conventions of a
 * writer where those of a suite are its own; docs/figures.md lists them. One object a line: `{cat, text, lang, gold: [{text?, value?, lo?, hi?, unit?}]}`,
 * `cat` the kind of quantity that the suite labels.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { convert } from '../../server/src/figure/convert'
import type { Figure, Quantity, UnitCode } from '../../server/src/figure/figure'
import { readFigures } from '../../server/src/figure/read'
import { withUnchecked } from '../../server/src/figure/unchecked'
import { isMoney } from '../../server/src/figure/unit'
import type { Language } from '../../server/src/language/language'

interface Case {
  readonly cat: string
  readonly text: string
  readonly lang: Language
  readonly gold: readonly Gold[]
}

interface Gold {
  readonly text?: string
  readonly value?: string | number | null
  readonly lo?: number
  readonly hi?: number
  readonly unit?: string
}

/** Kinds that are no quantities, or that give ranges for names. */
const other = /DateTime|^Time$|Ordinal|Range|Experimental/
const temperatures: ReadonlySet<string | null> = new Set(['celsius', 'fahrenheit', 'kelvin', 'degree'])
const durations: ReadonlySet<string | null> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
])

const args = process.argv.slice(2)
const files = args.filter((arg) => !arg.startsWith('--'))
if (files.length === 0) {
  console.error('usage: npm run eval -- figures FILE.jsonl [FILE.jsonl …] [--errors]')
  process.exit(2)
}

for (const file of files) {
  const cases: Case[] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  let found = 0
  let missed = 0
  let extra = 0
  let units = 0
  let rightUnits = 0
  for (const { cat, text, lang, gold } of cases) {
    if (other.test(cat)) continue
    const free = new Set(withUnchecked(readFigures(text, lang)))
    for (const label of gold) {
      const ends = endsOf(label, lang)
      if (ends === undefined || isArticle(label)) continue
      const unit = unitOf(label, cat)
      const hits = [...free].filter(({ quantity }) => states(quantity, ends, unit))
      const hit = hits.find(({ quantity }) => sameUnit(quantity, unit)) ?? hits[0]
      if (hit === undefined) {
        missed++
        report('missed', `${cat} ${ends.join('..')} ${label.unit ?? ''}`, text)
        continue
      }
      free.delete(hit)
      found++
      if (unit === undefined) continue
      units++
      if (sameUnit(hit.quantity, unit)) rightUnits++
      else report('unit', `${cat} ${label.unit ?? unit} for ${hit.quantity.unit ?? 'none'}`, text)
    }
    for (const figure of free) {
      if (!figure.checkable || !isOf(figure, cat)) continue
      extra++
      report('extra', `${cat} «${figure.text}»`, text)
    }
  }
  const precision = found / Math.max(1, found + extra)
  const recall = found / Math.max(1, found + missed)
  const percent = (share: number) => (100 * share).toFixed(1)
  console.log(
    `${basename(file)}: value P ${percent(precision)} R ${percent(recall)} F1 ${percent((2 * precision * recall) / Math.max(1e-9, precision + recall))} of ${found + missed}; unit right ${rightUnits}/${units} (${percent(rightUnits / Math.max(1, units))} %)`,
  )
}

function report(kind: string, what: string, text: string): void {
  if (args.includes('--errors')) console.log(`${kind.padEnd(7)} ${what} | ${text.slice(0, 160)}`)
}

/** The labelled value, or the ends of the labelled interval; undefined where a suite labels a unit without a number. */
function endsOf({ value, lo, hi }: Gold, language: Language): readonly number[] | undefined {
  const ends = [lo, hi].filter((end) => end !== undefined)
  if (value === undefined && ends.length > 0) return ends
  if (typeof value === 'number') return [value]
  if (typeof value !== 'string') return undefined
  const digits = value.replace(/%$/, '').trim()
  const number = Number(language === 'de' ? digits.replace(',', '.') : digits.replace(/,/g, ''))
  return digits !== '' && Number.isFinite(number) ? [number] : undefined
}

/** "ein" and "a" alone count nothing to a writer. */
function isArticle({ text }: Gold): boolean {
  return text !== undefined && /^(?:ein|eine|einer|einen|einem|eines|a|an)$/i.test(text)
}

/**
 * The code of the labelled unit, whose English name our own reader knows; null for a plain number, undefined where the name is unknown or
 * where a suite labels numbers whatever unit they have.
 */
function unitOf({ unit }: Gold, cat: string): UnitCode | null | undefined {
  if (/NumberModel/.test(cat)) return undefined
  if (/Percent/.test(cat)) return 'percent'
  if (unit === undefined || unit === null || /^(?:|-|dimensionless|unnamed)$/i.test(unit)) return null
  const short: Readonly<Record<string, string>> = { c: 'celsius', f: 'fahrenheit', k: 'kelvin' }
  return short[unit.toLowerCase()] ?? readFigures(`5 ${unit.toLowerCase()}`, 'en').figures[0]?.quantity.unit ?? undefined
}

function sameUnit({ unit }: Quantity, wanted: UnitCode | null | undefined): boolean {
  if (wanted === undefined || unit === wanted) return true
  if (wanted === null || unit === null) return false
  return (unit === 'percentage-point' && wanted === 'percent') || convert(1, unit, wanted) !== undefined
}

/** Whether a quantity says the labelled ends, after conversion: "1,5 Stunden" are 90 minutes. */
function states(quantity: Quantity, ends: readonly number[], unit: UnitCode | null | undefined): boolean {
  const turned = (value: number | null) =>
    value === null || quantity.unit === null || unit === null || unit === undefined ? value : (convert(value, quantity.unit, unit) ?? value)
  const said = [quantity.value, quantity.low, quantity.high].flatMap((value) => (value === null ? [] : [value, turned(value) ?? value]))
  return ends.every((end) => said.some((value) => Math.abs(value - end) <= 1e-6 * Math.max(1, Math.abs(end))))
}

/** Whether a figure is of the kind that a suite labels in such a phrase; it leaves the others unlabelled. */
function isOf({ quantity: { unit } }: Figure, cat: string): boolean {
  if (/Percent/.test(cat)) return unit === 'percent' || unit === 'percentage-point'
  if (/Age|Duration/.test(cat)) return durations.has(unit)
  if (/Currency|Money/.test(cat)) return unit !== null && isMoney(unit)
  if (/Temperature/.test(cat)) return temperatures.has(unit)
  if (/Dimension|Distance|Volume/.test(cat)) return unit !== null && !isMoney(unit) && !temperatures.has(unit) && unit !== 'percent'
  return true
}
