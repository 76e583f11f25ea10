/** What looks like a figure and is none, with the reason. No row may give a figure. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFigures } from '../../../server/src/figure/read'
import type { Language } from '../../../server/src/language/language'

const rows: readonly (readonly [language: Language, phrase: string, ...asides: string[]])[] = [
  ['de', 'am 3. Oktober 2015', 'date 3. Oktober 2015 2015-10-03'],
  ['de', 'am 6. und 7. Juni', 'date 6. und 7. Juni --06-06'],
  ['de', 'am 04.03.2015', 'date 04.03.2015 2015-03-04'],
  ['de', '2015-03-04', 'date 2015-03-04 2015-03-04'],
  ['de', 'Ende Mai 2011', 'date Mai 2011 2011-05'],
  ['de', 'im Jahr 2015', 'date 2015 2015'],
  ['de', 'in den 1990er-Jahren', 'date 1990er-Jahren'],
  ['de', 'in der Saison 2015/16', 'date 2015/16 2015'],
  ['de', 'um 17.35 Uhr', 'time 17.35 Uhr'],
  ['de', 'gegen 6 Uhr', 'time 6 Uhr'],
  ['de', 'Ankunft 08:56', 'time 08:56'],
  ['de', 'nachts um 12', 'time 12'],
  ['de', '07:10:00 GMT+0200', 'time 07:10:00', 'time GMT+0200'],
  ['de', 'Vor 24 Minuten', 'time Vor 24 Minuten'],
  ['de', 'erschienen 11/1925', 'date 11/1925 1925-11'],
  ['de', 'vom 27 12 2015', 'date 27 12 2015 2015-12-27'],
  ['de', 'um halb acht', 'time halb acht'],
  ['de', 'im 21. Bezirk', 'ordinal 21. Bezirk'],
  ['de', 'nach der 17. Runde', 'ordinal 17. Runde'],
  ['de', 'im zweiten Anlauf', 'ordinal zweiten'],
  ['de', 'Artikel 56 des Vertrags', 'section Artikel 56'],
  ['de', 'nach § 129a', 'section § 129a'],
  ['de', 'auf Seite 12', 'section Seite 12'],
  ['de', '1. Die Rangliste', 'listNumber 1.'],
  ['de', 'ein Airbus A380', 'name A380'],
  ['de', 'der G7-Gipfel', 'name G7-Gipfel'],
  ['de', 'COVID-19', 'name COVID-19'],
  ['de', 'mit Windows 10', 'name Windows 10'],
  ['de', 'der Leopard 2', 'name Leopard 2'],
  ['de', 'das 5G-Netz', 'name 5G'],
  ['de', 'der 500-Euro-Schein', 'name 500-Euro-Schein'],
  ['de', 'die Fünf-Sterne-Bewegung', 'name Fünf-Sterne-Bewegung'],
  ['de', 'ein Zehn-Punkte-Plan', 'name Zehn-Punkte-Plan'],
  ['de', 'ein 20-Punkte-Plan', 'name 20-Punkte-Plan'],
  ['de', 'die 737-Piloten', 'name 737-Piloten'],
  ['de', 'ein Ein-Euro-Job', 'name Ein-Euro-Job'],
  ['de', 'das Dreierbündnis', 'name Dreierbündnis'],
  ['de', 'nach einem Elfmeter', 'name Elfmeter'],
  ['de', 'der Fünfjahresplan', 'name Fünfjahresplan'],
  ['de', 'für 5G/6G', 'name 5G', 'name 6G'],
  ['de', 'Anna Tausend sprach', 'name Anna Tausend'],
  ['de', 'die Zeitenwende 2.0', 'identifier Zeitenwende 2.0'],
  ['de', 'unter Android 5.1', 'identifier Android 5.1'],
  ['de', 'auf Platz drei', 'ordinal Platz drei'],
  ['de', 'auf Rang 12', 'ordinal Rang 12'],
  ['de', 'in den 20-Uhr-Nachrichten', 'time 20-Uhr'],
  ['de', 'fürs Erste', 'idiom fürs erste'],
  ['de', 'Zweifel und Achtung in Siebenbürgen'],
  ['de', 'siegte 3:1', 'score 3:1'],
  ['de', 'mit 7:6, 4:6, 6:3', 'score 7:6, 4:6, 6:3'],
  ['de', 'unter 0664/1234567', 'identifier 0664/1234567'],
  ['de', 'die Adresse 192.168.1.2', 'identifier 192.168.1.2'],
  ['de', 'siehe https://example.org/2015/3', 'link https://example.org/2015/3'],
  ['de', 'so der Bericht [@bericht-2015].', 'citation @bericht-2015'],
  ['de', 'wie gesagt [^3]', 'citation [^3]'],
  ['de', 'auf den ersten Blick', 'idiom auf den ersten blick'],
  ['de', 'in null Komma nichts', 'idiom in null komma nichts'],
  ['de', 'Es ist fünf vor zwölf.', 'idiom fünf vor zwölf'],
  ['en', 'on 24 March', 'date 24 March --03-24'],
  ['en', 'March 24, 1945', 'date March 24, 1945 1945-03-24'],
  ['en', 'in October 2015', 'date October 2015 2015-10'],
  ['en', 'in the 1960s', 'date 1960s'],
  ['en', 'at 9.20 p.m.', 'time 9.20 p.m.'],
  ['en', 'the 71st edition', 'ordinal 71st'],
  ['en', 'finished third', 'ordinal third'],
  ['en', 'by 2-6, 6-2, 6-2', 'score 2-6, 6-2, 6-2'],
  ['en', 'under Article 50', 'section Article 50'],
  ['en', 'the Web 2.0', 'identifier Web 2.0'],
  ['en', 'open 24/7', 'idiom 24/7'],
  ['en', 'in Q2', 'date Q2'],
  ['en', 'in Q2 2015', 'date Q2 2015 2015'],
  ['en', 'FY15', 'date FY15 2015'],
  ['de', 'im H1/2015', 'date H1/2015 2015'],
  ['en', 'Tier 2 capital', 'name Tier 2'],
  ['en', 'a couple from Ohio'],
]

for (const [language, phrase, ...expected] of rows) {
  test(phrase, () => {
    const { figures, asides } = readFigures(phrase, language)
    assert.deepEqual(
      figures.map(({ text }) => text),
      [],
    )
    const lower = (text: string, reason: string) => (reason === 'idiom' ? text.toLowerCase() : text)
    assert.deepEqual(
      asides.map(({ reason, text, iso }) => [reason, lower(text, reason), iso].filter(Boolean).join(' ')),
      expected,
    )
  })
}
