import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDocument } from '../../../server/src/analysis/parse'

const rows = [
  ['Er sagte: „Das ist nicht wahr.“', 'Das ist nicht wahr.'],
  ['Er sagte: »Das ist nicht wahr.«', 'Das ist nicht wahr.'],
  ['Er sagte: «Das ist nicht wahr.»', 'Das ist nicht wahr.'],
  ['He said: “This is not true.”', 'This is not true.'],
  ['He said: "This is not true."', 'This is not true.'],
  ['Er sagte: „Das ist nicht wahr."', 'Das ist nicht wahr.'],
  ['Er sagte: „Das ist “nicht ganz” wahr, sagte ‚sie‘.“', 'Das ist “nicht ganz” wahr, sagte ‚sie‘.'],
  ['„Das ist *nicht* [wahr](x) [@a] &amp; gut“', 'Das ist nicht wahr & gut'],
  ['„Das ist\nnicht wahr“', 'Das ist nicht wahr'],
  ['der „Merz-Plan“', ''],
  ['„Das ist nicht zu Ende', ''],
  ['ein 19" Bildschirm und ein 21" Bildschirm', ''],
  ['> Das ist nicht wahr.\n> — Merz', 'Das ist nicht wahr.'],
  ['> „Das ist nicht wahr.“ (Merz)', 'Das ist nicht wahr.'],
  ['> Erster langer Absatz.\n>\n> Zweiter langer Absatz.', 'Erster langer Absatz. | Zweiter langer Absatz.'],
  ['> [!note]\n> Das ist kein Zitat.', ''],
  ['| „Das ist nicht wahr.“ | x |\n|---|---|', 'Das ist nicht wahr.'],
  ['`"kein Zitat im Code"`', ''],
] as const
for (const [text, expected] of rows) {
  test(text, () =>
    assert.equal(
      parseDocument(text)
        .quotations.map((quotation) => quotation.text)
        .join(' | '),
      expected,
    ),
  )
}

test('a quotation and its words in the file', () => {
  const text = 'Er: „Das *ist* nicht wahr.“'
  const [quotation] = parseDocument(text).quotations
  assert.ok(quotation)
  assert.equal(text.slice(quotation.start, quotation.end), '„Das *ist* nicht wahr.“')
  assert.equal(text.slice(quotation.inner.start, quotation.inner.end), 'Das *ist* nicht wahr.')
})
