import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stemmer } from '@orama/stemmers/german'
import { germanStem } from '../../../server/src/language/de/stem'

const stems = [
  ['häusern', 'haus'],
  ['straße', 'strass'],
  ['ereignisse', 'ereignis'],
  ['ereignissen', 'ereignis'],
  ['arbeitest', 'arbeit'],
  ['kanzlers', 'kanzl'],
  ['abhängigkeit', 'abhang'],
  ['gerechtigkeit', 'gerecht'],
  ['freundlichkeit', 'freundlich'],
  ['sicherheit', 'sich'],
  ['bauen', 'bau'],
  ['bayerisch', 'bayer'],
  ['beteiligung', 'beteil'],
  ['verteidigung', 'verteid'],
  ['steuern', 'steu'],
  ['ei', 'ei'],
  ['ös', 'os'],
  ['', ''],
] as const
for (const [word, expected] of stems) test(`${word} → ${expected}`, () => assert.equal(germanStem(word), expected))

test('every ending on every beginning is cut as Snowball cuts it', () => {
  const beginnings = [
    '',
    'b',
    'ba',
    'bau',
    'beid',
    'steuer',
    'kür',
    'größ',
    'verein',
    'mayer',
    'bäuer',
    'quint',
    'nis',
    'eig',
    'ständ',
    'youyu',
  ]
  const endings =
    ' e em en ern er s es st est end ung ig ik isch lich heit keit igkeit lichkeit erlich enheit igung eigung nis nisse nissen eig yen uen'
  const all = endings.split(' ')
  for (const beginning of beginnings) {
    for (const middle of all) {
      for (const ending of all) {
        const word = beginning + middle + ending
        assert.equal(germanStem(word), stemmer(word), word)
      }
    }
  }
})
