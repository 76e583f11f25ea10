import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgedFigure } from './judged'

const dairy = `Milchpreis gibt nach

Die Molkerei in Jever senkte die Preise zum Monatsbeginn um 0,97 Prozent. Der Vorstand erklärte, die Umsatzrendite der Genossenschaft habe am Jahresende die Marke von 0,5 Prozent erreicht und soll dort bleiben.
`
const copy = (share: string) =>
  `Der Vorstand erklärte, die Umsatzrendite der Genossenschaft habe am Jahresende die Marke von ${share} erreicht und soll dort bleiben.`

test('in a copied sentence the number that was changed is contradicted, though it resembles another figure of the source', async () => {
  const { verdict, evidence } = await judgedFigure(copy('1 Prozent'), '1 Prozent', { 'molkerei.txt': dairy })
  assert.equal(verdict, 'contradicted')
  assert.equal(evidence[0]?.figure.text, '0,5 Prozent')
})

test('a copied sentence is supported by itself, rounded or not', async () => {
  for (const share of ['0,5 Prozent', 'rund 0,5 Prozent', 'einem halben Prozent'])
    assert.equal((await judgedFigure(copy(share), share.split(' ').at(-2) ?? '', { 'molkerei.txt': dairy })).verdict, 'supported', share)
})

test('a sentence that two sources have with other numbers is no copy of either', async () => {
  const other = dairy.replace('0,5 Prozent', '0,7 Prozent').replace('Jever', 'Aurich')
  const { confidence } = await judgedFigure(copy('1 Prozent'), '1 Prozent', { 'molkerei.txt': dairy, 'andere.txt': other })
  assert.ok(confidence < 0.9)
})
