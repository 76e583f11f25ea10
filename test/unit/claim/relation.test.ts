import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readContexts } from '../../../server/src/claim/context'
import { differenceOf, relationOf } from '../../../server/src/claim/relation'
import { readFigures } from '../../../server/src/figure/read'
import type { Language } from '../../../server/src/language/language'

function only(text: string, language: Language) {
  const body = { text, language, passages: [{ start: 0, end: text.length, kind: 'paragraph', group: 0, heads: [] }] } as const
  const [figure] = readContexts(body, readFigures(text, language).figures).figures
  if (figure === undefined) throw new Error(`no figure in "${text}"`)
  return figure
}

/** What is stated, what the source says, and how they differ; nothing where they agree. */
const german: readonly (readonly [string, string, string | undefined])[] = [
  ['Es kamen 453 Gäste.', 'Es kamen 453 Gäste.', undefined],
  ['Es kamen rund 450 Gäste.', 'Es kamen 453 Gäste.', undefined],
  ['Es kamen 435 Gäste.', 'Es kamen 453 Gäste.', 'digits'],
  ['Es kamen 4.530 Gäste.', 'Es kamen 453 Gäste.', 'scale'],
  ['Es kamen 470 Gäste.', 'Es kamen 453 Gäste.', 'value'],
  ['Es kamen mehr als 400 Gäste.', 'Es kamen 453 Gäste.', undefined],
  ['Es kamen mehr als 40 Gäste.', 'Es kamen 453 Gäste.', 'value'],
  ['Es kamen mindestens 543 Gäste.', 'Es kamen 453 Gäste.', 'digits'],
  ['Es kamen höchstens 450 Gäste.', 'Es kamen mindestens 450 Gäste.', 'bound'],
  ['Das kostet 2,4 Milliarden Euro.', 'Das kostet 2.387 Millionen Euro.', undefined],
  ['Das kostet 2,4 Millionen Euro.', 'Das kostet 2,4 Milliarden Euro.', 'scale'],
  ['Das kostet 20 Millionen Dollar.', 'Das kostet 20 Millionen Euro.', 'unit'],
  ['Ein Drittel blieb weg.', '33 Prozent blieben weg.', undefined],
  ['Gut ein Viertel blieb weg.', '26,4 Prozent blieben weg.', undefined],
  ['Der Anteil sank um 5 Prozent.', 'Der Anteil sank um 5 Prozentpunkte.', 'unit'],
  ['Der Anteil sank um 8 Punkte.', 'Der Anteil sank auf 8 Punkte.', 'change'],
  ['Der Anteil stieg um 5 Prozent.', 'Der Anteil fiel um 5 Prozent.', 'direction'],
  ['Die Fahrt dauert 90 Minuten.', 'Die Fahrt dauert anderthalb Stunden.', undefined],
  ['Die Strecke ist 12 Meter lang.', 'Die Strecke ist 12 Kilometer lang.', 'unit'],
]
const english: readonly (readonly [string, string, string | undefined])[] = [
  ['It cost 2.4 billion euros.', 'It cost 2.4 million euros.', 'scale'],
  ['Sales rose by 7 percent.', 'Sales fell by 7 percent.', 'direction'],
  ['It fell by 30 percent.', 'It fell to 30 percent.', 'change'],
]

for (const [language, rows] of [
  ['de', german],
  ['en', english],
] as const) {
  for (const [stated, found, difference] of rows) {
    test(`${stated} / ${found}`, () => assert.equal(differenceOf(relationOf(only(stated, language), only(found, language))), difference))
  }
}
