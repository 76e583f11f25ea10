/** What a figure says beside its value: role, direction, attribute, entity, period and rate, one clause a row. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure } from '../../../server/src/figure/figure'
import { readFigures } from '../../../server/src/figure/read'
import { showQuantity } from '../../../server/src/figure/show'
import type { Language } from '../../../server/src/language/language'

/** "4 percent changeBy fall of umsatz in Wien 2015 per year" */
function show({ quantity, frame }: Figure): string {
  const { role, direction, attribute, counted, entity, period, rate } = frame
  return [
    showQuantity(quantity),
    role === 'level' ? undefined : role,
    direction,
    attribute && `of ${attribute.lemma}`,
    counted && `count ${counted.lemma}`,
    entity && `in ${entity.name}`,
    period,
    rate && `per ${rate}`,
  ]
    .filter(Boolean)
    .join(' ')
}

const rows: readonly (readonly [language: Language, text: string, ...figures: string[]])[] = [
  // a change by, to and from
  [
    'de',
    'Der Umsatz sank um 4 Prozent auf 18 Millionen Euro.',
    '4 percent changeBy fall of umsatz',
    '18000000 EUR changeTo fall of umsatz',
  ],
  ['de', 'Die Zahl der Stellen stieg von 410 auf 490.', '410 changeFrom rise of stell', '490 changeTo rise of stell'],
  ['de', 'Sie erhöhte sich auf nunmehr 8 Prozent.', '8 percent changeTo rise'],
  [
    'de',
    'Der Index schloss mit einem Plus von 1,40 Prozent auf 10.345 Zähler.',
    '1.4 percent changeBy rise of index',
    '10345 changeTo rise count zahl',
  ],
  ['de', 'Das ist ein Rückgang von 5 auf 3 Prozent.', '5 percent changeFrom fall', '3 percent changeTo fall'],
  ['de', 'Übrig blieb ein Umsatzplus von knapp 3 Prozent.', '<~3 percent changeBy rise of umsatz'],
  ['de', 'Die Bank meldet ein Minus in Höhe von 5 Millionen Euro.', '5000000 EUR changeBy fall of bank'],
  // verbs with their particles
  ['de', 'Die Aktien gaben um 3 Prozent nach.', '3 percent changeBy fall of akti'],
  ['de', 'Die Aktien, die um 3 Prozent nachgaben, litten.', '3 percent changeBy fall'],
  [
    'de',
    'Die Preise nahmen um 2 Prozent ab und später um 5 Prozent zu.',
    '2 percent changeBy fall of preis',
    '5 percent changeBy rise of preis',
  ],
  ['de', 'Der Verband gab an, 40 Prozent seien betroffen.', '40 percent'],
  ['de', 'Der Absatz ging um 1,5 Prozentpunkte zurück.', '1.5 percentage-point changeBy fall of absatz'],
  ['de', 'Er legte 40 Euro auf den Tisch.', '40 EUR'],
  // the next sentence and the next clause tell of something else
  ['de', 'Im Vorjahr waren es 35. Die Ausgaben sanken.', '35'],
  ['de', 'Es sind 12 Prozent. Danach fiel der Kurs.', '12 percent'],
  ['de', 'Die Ausgaben nahmen um 3 zu. Der Gewinn sank.', '3 changeBy rise of ausgab'],
  ['de', 'Die Erlöse stiegen 2015 in Wien um 4 Prozent und sanken dann.', '4 percent changeBy rise of erlos in Wien 2015'],
  ['de', 'mit 270 Menschen weniger als ein Drittel', '270 count mensch', '<1/3 share'],
  ['de', '3 Prozent mehr als im Vorjahr', '3 percent changeBy rise'],
  // words that mean a change only of some things
  ['de', 'Es fielen 87 Liter pro Quadratmeter.', '87 liter per square-meter'],
  ['de', 'Sie gewann 3 Rennen.', '3 count renn'],
  ['de', 'Die Aktie gewann 3 Prozent.', '3 percent changeBy rise of akti'],
  ['de', 'Es handelt sich um 1.400 Tonnen.', '1400 tonne'],
  ['de', 'Der Preis soll unter 1.000 Dollar fallen.', '<1000 USD changeTo fall of preis'],
  ['de', 'eine Leistung von sechs Megawatt auf der Alm', '6 megawatt of leistung'],
  ['de', 'ein Minus von revidiert 0,6 Prozent', '0.6 percent changeBy fall'],
  // the attribute
  ['de', 'Die Schuldenquote in Tirol stieg auf 84,5 Prozent.', '84.5 percent changeTo rise of schuldenquot in Tirol'],
  ['de', 'Der Anteil der Frauen an den Beschäftigten lag bei 40 Prozent.', '40 percent of anteil'],
  ['de', 'Die Anzahl der Betriebe wuchs um 3 Prozent.', '3 percent changeBy rise of betrieb'],
  ['de', 'Die Miete kostet im Schnitt 12 Euro pro Quadratmeter.', '12 EUR of miet per square-meter'],
  ['de', 'Sie verdienen jährlich 40.000 Euro.', '40000 EUR per year'],
  // share, multiple, age
  ['de', 'Zwei Drittel der Befragten stimmen zu.', '2/3 share count befragt'],
  ['de', 'Die Preise sind doppelt so hoch.', '2 times multiple of preis'],
  ['de', 'Der Mann ist 70 Jahre alt.', '70 year age of mann'],
  ['de', 'ein zehn Tage altes Baby', '10 day age'],
  ['en', 'Turnover fell by 4 percent to 18 million euros.', '4 percent changeBy fall', '18000000 EUR changeTo fall'],
  ['en', 'There was an increase of 3 percent.', '3 percent changeBy rise'],
]

for (const [language, text, ...expected] of rows)
  test(text, () => assert.deepEqual(readFigures(text, language).figures.map(show), expected))
