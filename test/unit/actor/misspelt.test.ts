/** Which words are slips of which names; how the corpus is asked, service/names.test.ts shows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isKnownWord, isNameLike, type KnownWord, wordMeant, wordsIn } from '../../../server/src/actor/misspelt'

const known: readonly KnownWord[] = [
  { word: 'Selenskyj', mentions: 9, sources: 3 },
  { word: 'Merz', mentions: 9, sources: 3 },
  { word: 'Martin', mentions: 4, sources: 2 },
  { word: 'Marvin', mentions: 3, sources: 2 },
  { word: 'Zeltstadt', mentions: 4, sources: 2 },
  { word: 'Habeck', mentions: 1, sources: 1 },
  { word: 'Lind', mentions: 1, sources: 1 },
  { word: 'Dimitrow', mentions: 4, sources: 2 },
]
const rows: readonly (readonly [written: string, meant: string | undefined])[] = [
  ['Mertz', 'Merz'],
  ['Mez', undefined],
  ['Selneskyj', 'Selenskyj'],
  ['Selenskij', 'Selenskyj'],
  ['Sclenzkyj', 'Selenskyj'],
  ['Sclenzkij', undefined],
  ['Selnskyjs', 'Selenskyjs'],
  ['Selenskyjs', undefined],
  ['Merz', undefined],
  ['Habek', 'Habeck'],
  // Short, and the name stands only once.
  ['Linx', undefined],
  // As near to two of them.
  ['Marsin', undefined],
  // A plural, an accent.
  ['Zeltstädte', undefined],
  ['Märtin', undefined],
  // A known name with one slip more.
  ['Merkel', undefined],
]
for (const [written, meant] of rows)
  test(`${written} means ${meant ?? 'itself'}`, () => assert.equal(wordMeant(written, known, false), meant))

test('another language may spell a foreign name in its own way', () => {
  assert.equal(wordMeant('Dimitrov', known, true), undefined)
  assert.equal(wordMeant('Dimitrov', known, false), 'Dimitrow')
})

test('one of two that is far more usual was meant', () => {
  const usual = [...known, { word: 'Martin', mentions: 40, sources: 20 }]
  assert.equal(wordMeant('Marsin', usual, false), 'Martin')
})

const words: readonly (readonly [text: string, ...words: string[]])[] = [
  ['Der Merz-Plan von Selenskyjs Team', 'Merz', 'Plan', 'Selenskyjs', 'Team'],
  ['EZB, NATO, iPhone, A380 und Typ2'],
  ['@Schmidt schrieb an Post@haus.de und www.Haus.de'],
  ['McDonald und Özdemir', 'McDonald', 'Özdemir'],
]
for (const [text, ...expected] of words) {
  test(text, () =>
    assert.deepEqual(
      wordsIn(text, { start: 0, end: text.length }).map(({ word }) => word),
      expected,
    ),
  )
}

for (const word of ['Sitzung', 'Sitzungsprotokoll', 'Orts', 'Ukrainerin', 'Berlin', 'Deutschlands', 'Kanzler', 'Müller'])
  test(`${word} is known`, () => assert.ok(isKnownWord(word, 'de')))
for (const word of ['Selneskyj', 'Deutschlxnd', 'Merzq']) test(`${word} is not known`, () => assert.ok(!isKnownWord(word, 'de')))
test('English endings', () => assert.ok(isKnownWord('Colleagues', 'en')))

test('a noun is no part of a name', () => {
  assert.ok(!isNameLike('Sitzung'))
  assert.ok(isNameLike('Selenskyj'))
})
