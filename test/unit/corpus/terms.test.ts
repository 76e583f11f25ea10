import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termsOf } from '../../../server/src/corpus/terms'
import type { Language } from '../../../server/src/language/language'

const rows: readonly (readonly [string, Language, string])[] = [
  ['Der Hafen der Stadt', 'de', 'haf stadt'],
  ['26.000 Soldaten', 'de', '26000 soldat'],
  ['3,2 Mio. und 1.234.567,8', 'de', '3.2 mio 1234567.8'],
  ['40,000 soldiers, 3.2 million', 'en', '40000 soldier 3.2 million'],
  ['am 15.12.2025', 'de', '15.12.2025'],
  ['1’000 Franken', 'de', '1000 frank'],
  ['', 'de', ''],
  ['… – „!“', 'de', ''],
]
for (const [text, language, terms] of rows) test(`${language}: ${text}`, () => assert.equal(termsOf(text, language).join(' '), terms))

test('a compound gives itself and its parts', () => {
  const terms = termsOf('Militärhilfe', 'de')
  for (const part of ['militärhilfe', 'militär', 'hilfe']) assert.ok(terms.includes(termsOf(part, 'de')[0] ?? ''), part)
})

test('the same text gives the same terms whatever was read before', () => {
  // Words that no stemmer shortens and no list splits, more than the memory begins with.
  const words = Array.from({ length: 70_000 }, (_, at) => `qx${[...String(at)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}qx`)
  for (let from = 0; from < words.length; from += 5000) {
    const part = words.slice(from, from + 5000)
    assert.equal(termsOf(part.join(' '), 'de').length, part.length)
    assert.equal(termsOf(part.join(' '), 'de').length, part.length)
  }
})

test('a long run of letters is data, not a word', () => assert.deepEqual(termsOf('x'.repeat(5000), 'de'), []))
