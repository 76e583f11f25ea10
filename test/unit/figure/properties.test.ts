import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toCardinal as germanWords } from 'n2words/de-DE'
import { toCardinal as englishWords } from 'n2words/en-US'
import { formatQuantity } from '../../../server/src/figure/format'
import { quantityOf } from '../../../server/src/figure/quantity'
import { readFigures } from '../../../server/src/figure/read'
import { type Language, languages } from '../../../server/src/language/language'
import { dataOf } from '../../../server/src/language/lexicons'

const spellers = { de: germanWords, en: englishWords }
/** Small numbers as often as large ones. */
const numbers = fc.integer({ min: 2, max: 12 }).chain((digits) => fc.integer({ min: 2, max: 10 ** digits }))
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2000)

for (const language of languages) {
  test(`a spelled number reads back to its value (${language})`, () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const text = `Es waren ${spellers[language](value)}.`
        assert.deepEqual(
          readFigures(text, language).figures.map(({ quantity }) => quantity.value),
          [value],
          text,
        )
      }),
      { numRuns },
    )
  })

  test(`writing and reading a measure is the identity (${language})`, () => {
    const { units, currencies } = dataOf(language)
    const codes = [...Object.keys(units), ...Object.keys(currencies)].filter(
      (code) => /\p{L}{3}/u.test(units[code]?.name ?? currencies[code] ?? '') && !ambiguous.has(code),
    )
    for (const code of codes) {
      for (const value of [2, 37.5, 4_300_000]) {
        const written = formatQuantity(quantityOf(value, value === 37.5 ? 0.1 : 1, code), language)
        const found = readFigures(written, language).figures.map(({ quantity }) => [quantity.value, same(quantity.unit, code)])
        assert.deepEqual(found, [[value, code]], written)
      }
    }
    function same(unit: string | null, code: string): string | null {
      return unit !== null && formatted(unit, language) === formatted(code, language) ? code : unit
    }
  })
}

/** A pound is money or a mass, by the size of the number, a "G" mostly a mobile network; currencies without a name have signs that others share. */
const ambiguous: ReadonlySet<string> = new Set(['pound', 'RUR', 'VEF', 'g-force'])

/** Currencies of several decades share a name, and so do calories: what is read may be another code of the same writing. */
function formatted(code: string, language: Language): string {
  return formatQuantity(quantityOf(2, 1, code), language).toLowerCase()
}

const words = fc.constantFrom(
  'rund',
  '40',
  '1.234,5',
  '(',
  '€',
  'Prozent',
  'und',
  'bis',
  '3.',
  'Mai',
  '2015',
  'zwanzig',
  '½',
  'Staaten',
  '-',
  '–',
  '@key',
  '\n',
  '“',
  'ein',
  'Mrd.',
  '12:30',
  '👍',
)

test('spans slice to their text, in order and without overlaps', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (tokens) => {
      const text = tokens.join(' ')
      const { figures, asides } = readFigures(text, 'de')
      const all = [...figures, ...asides].sort((a, b) => a.start - b.start)
      for (const { start, end, text: surface } of all) assert.equal(text.slice(start, end), surface)
      for (const [index, item] of all.entries()) assert.ok(item.end <= (all[index + 1]?.start ?? text.length), `${text}: ${item.text}`)
      for (const { numeral, start, end } of figures) assert.ok(start <= numeral.start && numeral.end <= end)
    }),
    { numRuns },
  )
})

test('a text gives the same figures wherever it is cut between paragraphs', () => {
  const paragraph = fc.array(words, { minLength: 1, maxLength: 8 }).map((tokens) => tokens.filter((token) => token !== '\n').join(' '))
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 5 }), (paragraphs) => {
      const whole = readFigures(paragraphs.join('\n\n'), 'de').figures.map(({ text }) => text)
      const parts = paragraphs.flatMap((part) => readFigures(part, 'de').figures.map(({ text }) => text))
      assert.deepEqual(whole, parts)
    }),
    { numRuns: Math.min(numRuns, 1000) },
  )
})
