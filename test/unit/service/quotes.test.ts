/** Quotations found in sources: word for word, nearly, or not at all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkMarked } from '../../support/corpus'

const sources = `
@@ sources/rede.txt
Die Rede zum Fest

Der Bürgermeister sagte: „Dieses Fest hat unsere ganze Stadt bewegt, und wir werden es noch lange im Herzen tragen.“
Danach sprach die Ministerin von einem
»großen Tag für die Region am Bodensee« und dankte allen Helfern.
@@ sources/anderes.txt
Ein anderer Text

Hier steht nichts von alledem, nur vom Wetter an der Küste.
`

async function quotesIn(document: string) {
  const { checked } = await checkMarked(`${sources}@@ entwurf.md\n${document}`)
  return checked.quotes.map(({ exact, evidence }) => [
    exact,
    evidence.source.body.text.slice(evidence.start, evidence.end).replace(/\s+/g, ' '),
  ])
}

const whole = 'Dieses Fest hat unsere ganze Stadt bewegt, und wir werden es noch lange im Herzen tragen.'

const cases = [
  ['word for word', `„${whole}“`, [[true, whole.slice(0, -1)]]],
  ['with other marks and dashes', '"großen Tag für die Region am Bodensee"', [[true, 'großen Tag für die Region am Bodensee']]],
  ['over a line break', '„Dieses Fest hat unsere\nganze Stadt bewegt“', [[true, 'Dieses Fest hat unsere ganze Stadt bewegt']]],
  ['with a gap', '„Dieses Fest hat unsere ganze Stadt bewegt […] noch lange im Herzen tragen“', [[true, whole.slice(0, -1)]]],
  [
    'with a word changed',
    '„Dieses Fest hat unsere ganze Stadt erregt, und wir werden es noch lange im Herzen tragen“',
    [[false, whole.slice(0, -1)]],
  ],
  [
    'with ligatures and marks apart',
    `„${whole.replace('Fest', 'Fe\ufb06').replaceAll('ü', 'u\u0308').replaceAll('ä', 'a\u0308')}“`,
    [[true, whole.slice(0, -1)]],
  ],
  ['that no source holds', '„Morgen wird alles wieder ganz anders sein als heute“', []],
  ['too short to be one', 'das „große Fest“', []],
] as const
for (const [what, text, expected] of cases)
  test(`a quotation ${what}`, async () => assert.deepEqual(await quotesIn(`Er sagte: ${text} [@rede].`), expected))

test('a word changed in a quotation is a finding with the passage', async () => {
  const { checked } = await checkMarked(`${sources}@@ entwurf.md
Er sagte: „Dieses Fest hat unsere ganze Stadt erregt, und wir werden es noch lange im Herzen tragen“ [@rede].`)
  assert.deepEqual(
    checked.findings.map(({ rule }) => rule),
    ['quote-altered'],
  )
})

test('without its citation a short quotation must be nearer to the source', async () => {
  const changed = '„Dieses Fest hat unsere ganze Stadt erfreut“'
  assert.equal((await quotesIn(`Er sagte: ${changed} [@rede].`)).length, 1)
  assert.deepEqual(await quotesIn(`Er sagte: ${changed}.`), [])
})
