import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clocksOf, compareClocks } from '../../../server/src/figure/clock'
import { readFigures } from '../../../server/src/figure/read'
import type { Language } from '../../../server/src/language/language'

const clocks: readonly (readonly [string, Language, string])[] = [
  ['Der Zug fuhr um 17.35 Uhr ab.', 'de', '17.35 Uhr 1055'],
  ['Um 14 Uhr begann die Sitzung.', 'de', '14 Uhr 840'],
  ['Um 14 Uhr 30 war Schluss.', 'de', '14 Uhr 30 870'],
  ['The ferry leaves at 1:34 PM.', 'en', '1:34 PM 814'],
  ['The gates close at 12:10 a.m. every night.', 'en', '12:10 a.m. 10'],
  // Of a named zone, in words, from one to another: no single time of this place.
  ['Um 21:30 Uhr MEZ begann die Übertragung.', 'de', ''],
  ['Die Rakete startete um 6.12 Uhr Ortszeit.', 'de', ''],
  ['Um acht Uhr wurde geöffnet.', 'de', ''],
  ['Geöffnet ist von 9 bis 17 Uhr.', 'de', ''],
]
for (const [text, language, expected] of clocks) {
  test(`${text} ${expected}`, () => {
    const found = clocksOf(text, readFigures(text, language).asides)
    assert.equal(found.map((clock) => `${clock.text} ${clock.quantity.value}`).join(', '), expected)
  })
}

const pairs = [
  [814, 814, 'same'],
  [814, 94, 'same'], // "1:34" may be said of the afternoon
  [840, 847, 'near'], // "gegen 14 Uhr" of 14.07
  [870, 882, 'near'],
  [814, 824, 'different'],
  [840, 860, 'different'],
  [0, 712, 'near'], // around noon and midnight
] as const
for (const [a, b, expected] of pairs) {
  test(`${a} and ${b} ${expected}`, () => {
    assert.equal(compareClocks(a, b), expected)
    assert.equal(compareClocks(b, a), expected)
  })
}
