import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compoundParts } from '../../../server/src/language/compound'

const compounds = [
  ['militärhilfe', ['militär', 'hilfe']],
  ['umsatzwachstum', ['umsatz', 'wachstum']],
  ['marktanteil', ['markt', 'anteil']],
] as const
for (const [word, parts] of compounds) test(word, () => assert.deepEqual(compoundParts(word), parts))

for (const word of ['mitglieder', 'arbeitslosigkeit', 'polizisten', 'rat', ''])
  test(`${word} stays whole`, () => assert.equal(compoundParts(word), undefined))
