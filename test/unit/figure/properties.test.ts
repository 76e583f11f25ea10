import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toCardinal as germanWords } from 'n2words/de-DE'
import { toCardinal as englishWords } from 'n2words/en-US'
import type { Hedge, Quantity } from '../../../server/src/figure/figure'
import { formatQuantity } from '../../../server/src/figure/format'
import { quantityOf, rangeOf } from '../../../server/src/figure/quantity'
import { readFigures } from '../../../server/src/figure/read'
import { type Language, languages } from '../../../server/src/language/language'
import { dataOf } from '../../../server/src/language/lexicons'

const spellers = { de: germanWords, en: englishWords }
/** Units and currencies that have no name of their own in a language, only a sign that others share; a "G" is mostly a mobile network. */
const nameless: ReadonlySet<string> = new Set(['RUR', 'VEF', 'g-force'])

/** Small numbers as often as large ones. */
const numbers = fc.integer({ min: 2, max: 12 }).chain((digits) => fc.integer({ min: 2, max: 10 ** digits }))
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2000)

for (const language of languages) {
  test(`a spelled number reads back to its value (${language})`, () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const text = `${language === 'de' ? 'Es waren' : 'There were'} ${spellers[language](value)}.`
        assert.deepEqual(
          readFigures(text, language).figures.map(({ quantity }) => quantity.value),
          [value],
          text,
        )
      }),
      { numRuns: 100_000 },
    )
  })
}

const hedges: readonly Hedge[] = ['none', 'about', 'justUnder', 'justOver', 'moreThan', 'lessThan', 'atLeast', 'atMost']

/** Quantities of a unit: whole, with a decimal, negative, with a scale word, with each hedge, and a range. */
function quantitiesIn(unit: string): Quantity[] {
  return [
    ...[2, 37.5, -3, 4_300_000, 1_234_567].map((value) => quantityOf(value, Number.isInteger(value) ? precisionOf(value) : 0.1, unit)),
    ...hedges.map((hedge) => quantityOf(12, 1, unit, hedge)),
    rangeOf(5, 8, 1, unit),
  ]
}

/** As it is written: 4,300,000 as "4.3 million". */
function precisionOf(value: number): number {
  return value === 4_300_000 ? 1e5 : 1
}

for (const language of languages) {
  const { units, currencies } = dataOf(language)
  const names: Readonly<Record<string, string>> = {
    ...currencies,
    ...Object.fromEntries(Object.entries(units).map(([code, { name }]) => [code, name])),
  }
  const codes = Object.keys(names).filter((code) => !nameless.has(code))

  test(`writing and reading a quantity is the identity in every unit and currency (${language})`, () => {
    for (const code of codes) {
      for (const quantity of quantitiesIn(code)) {
        // A pound is money or a mass, by the size of the number.
        if (code === 'pound' && (language === 'de' || quantity.precision > 1)) continue
        const written = formatQuantity(quantity, language)
        const found = readFigures(written, language).figures.map((figure) => ({
          ...figure.quantity,
          unit: same(figure.quantity.unit, code),
        }))
        assert.deepEqual(found, [quantity], written)
      }
    }
    function same(unit: string | null, code: string): string | null {
      return unit !== null && nameOf(unit, language) === nameOf(code, language) ? code : unit
    }
  })
}

/** Currencies of several decades share a name, and so do calories: what is read may be another code of the same writing. */
function nameOf(code: string, language: Language): string {
  return formatQuantity(quantityOf(2, 1, code), language).toLowerCase()
}

const words = {
  de: ['rund', '1.234,5', 'Prozent', 'und', 'bis', '3.', 'Mai', 'zwanzig', 'Staaten', 'ein', 'Mrd.', 'zwei', 'Drittel', 'halbe', 'Stunde'],
  en: [
    'about',
    '1,234.5',
    'percent',
    'and',
    'to',
    '3rd',
    'May',
    'twenty',
    'states',
    'a',
    'bn',
    'two',
    'thirds',
    'half',
    'hour',
    'in',
    'of',
    'few',
  ],
} as const
const marks = [
  '40',
  '2015',
  '(',
  ')',
  '€',
  '$',
  '½',
  '-',
  '–',
  '−',
  '@key',
  '\n',
  '“',
  ',',
  '.',
  '/',
  '%',
  '12:30',
  '👍',
  '5 km',
  '45)',
] as const

function tokensOf(language: Language) {
  return fc
    .array(fc.tuple(fc.constantFrom(...words[language], ...marks), fc.constantFrom(' ', ' ', '')))
    .map((pairs) => pairs.flat().join(''))
}

for (const language of languages) {
  test(`spans slice to their text, in order and without overlaps (${language})`, () => {
    fc.assert(
      fc.property(tokensOf(language), (text) => {
        const { figures, asides } = readFigures(text, language)
        const all = [...figures, ...asides].sort((a, b) => a.start - b.start)
        for (const { start, end, text: surface } of all) assert.equal(text.slice(start, end), surface)
        for (const [index, item] of all.entries()) assert.ok(item.end <= (all[index + 1]?.start ?? text.length), `${text}: ${item.text}`)
        for (const { numeral, start, end } of figures)
          assert.ok(start <= numeral.start && numeral.start < numeral.end && numeral.end <= end)
        for (const { frame } of figures)
          for (const span of [frame.counted, frame.attribute, frame.entity])
            if (span !== undefined) assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length)
      }),
      { numRuns },
    )
  })

  test(`a text gives the same reading wherever it is cut between paragraphs (${language})`, () => {
    const paragraph = tokensOf(language).map((text) => text.replaceAll('\n', ' '))
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), fc.nat(), (paragraphs, cut) => {
        const whole = readFigures(paragraphs.join('\n\n'), language)
        const first = paragraphs.slice(0, cut % (paragraphs.length + 1)).join('\n\n')
        const second = paragraphs.slice(cut % (paragraphs.length + 1)).join('\n\n')
        const offset = first === '' && cut % (paragraphs.length + 1) === 0 ? 0 : first.length + 2
        const before = readFigures(first, language)
        const after = readFigures(second, language)
        assert.deepEqual(whole.figures, [...before.figures, ...after.figures.map((figure) => moved(figure, offset))])
        assert.deepEqual(whole.asides, [...before.asides, ...after.asides.map((aside) => moved(aside, offset))])
      }),
      { numRuns: Math.min(numRuns, 1000) },
    )
  })
}

/** A figure or an aside of a text that stands so much further to the right: every `start` and `end` in it. */
function moved<Item>(item: Item, by: number): Item {
  return JSON.parse(JSON.stringify(item), (key, value) => (key === 'start' || key === 'end' ? value + by : value))
}
