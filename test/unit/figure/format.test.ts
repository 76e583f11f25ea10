import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatQuantity } from '../../../server/src/figure/format'
import { readFigures } from '../../../server/src/figure/read'
import type { Language } from '../../../server/src/language/language'
import { detectedLanguage } from './phrases'

const rows: readonly (readonly [phrase: string, language: Language, expected: string])[] = [
  ['2,4 Mrd. Euro', 'de', '2,4 Milliarden Euro'],
  ['2,4 Mrd. Euro', 'en', '2.4 billion euros'],
  ['mehr als 40 Staaten', 'en', 'more than 40'],
  ['1.798 Euro', 'de', '1.798 Euro'],
  ['zwischen 5 und 7 Prozent', 'de', '5 bis 7 Prozent'],
  ['zwei Drittel', 'en', 'two thirds'],
  ['sieben von elf', 'de', '7 von 11'],
  ['minus 0,5 Prozent', 'de', '−0,5 Prozent'],
  ['dreißig Jahre', 'en', '30 years'],
  ['about 48 hours', 'de', 'rund 48 Stunden'],
]

for (const [phrase, language, expected] of rows)
  test(`${phrase} in ${language}`, () => assert.equal(formatQuantity(quantityIn(phrase), language), expected))

const likes: readonly (readonly [phrase: string, like: string, expected: string])[] = [
  ['2.137.000.000 Euro', '2,4 Milliarden Euro', '2,1 Milliarden Euro'],
  ['3,3 Millionen Euro', '4,1 Mio. €', '3,3 Mio. €'],
  ['ein Drittel', '40 Prozent', '33 Prozent'],
  ['60 Kilometer', '45 Meilen', '37 Meilen'],
]

for (const [phrase, like, expected] of likes) {
  test(`${phrase} like ${like}`, () => {
    const [figure] = readFigures(like, 'de').figures
    assert.ok(figure)
    assert.equal(formatQuantity(quantityIn(phrase), 'de', figure), expected)
  })
}

function quantityIn(phrase: string) {
  const [figure] = readFigures(phrase, detectedLanguage(phrase)).figures
  assert.ok(figure, phrase)
  return figure.quantity
}
