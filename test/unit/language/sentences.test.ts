import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '../../../server/src/language/language'
import { sentencesOf } from '../../../server/src/language/sentences'
import { slice } from '../../../server/src/text/span'

/** `¦` marks where sentences part. */
function check(marked: string, language: Language): void {
  const expected = marked.split('¦').map((sentence) => sentence.trim())
  const text = expected.join(' ')
  assert.deepEqual(
    sentencesOf(text, { start: 0, end: text.length }, language).map((sentence) => slice(text, sentence)),
    expected,
  )
}

const german = [
  'Am 4. September 2025 tagte der Rat. ¦ Er beschloss nichts.',
  'Es kamen 1,3 Mio. Menschen, z. B. aus Wien. ¦ Alle blieben.',
  'Dr. Müller lobte den 2. Weltkriegsfilm. ¦ Das half.',
  'Der Anteil stieg auf 15. ¦ Die Quote sank.',
  'Der Verein zählt 4.312. ¦ Mitglieder sind das nicht.',
  'So war es 2015. ¦ Wien schwieg.',
  '„Wir zahlen nicht!“ ¦ Der Minister ging.',
  'Warum? ¦ Weil es ca. 200 sind, vgl. Nr. 7.',
  'Frau S. Huber und F. Maier kamen. ¦ Sie gingen um 14.30 Uhr.',
  'Der Wert lag bei 3,5 Prozent … ¦ Niemand staunte.',
] as const
for (const marked of german) test(marked, () => check(marked, 'de'))

const english = [
  'Mr. Smith paid $5 million. ¦ He left at 5 p.m. and slept.',
  'The total was 15. ¦ The rest came later.',
  'It fell by 3.5 percent, e.g. in the U.S. market. ¦ Nobody cared.',
] as const
for (const marked of english) test(marked, () => check(marked, 'en'))

test('a blank line parts sentences without a full stop', () => {
  const text = 'Erste Zeile\n\nZweite Zeile'
  assert.deepEqual(
    sentencesOf(text, { start: 0, end: text.length }, 'de').map((sentence) => slice(text, sentence)),
    ['Erste Zeile', 'Zweite Zeile'],
  )
})
