/** One phrase a row: what it says in the compact notation of `showFigure`, and the mention must reach over the expected surface. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFigures } from '../../../server/src/figure/read'
import { showFigure } from '../../../server/src/figure/show'

const rows: readonly (readonly [phrase: string, ...figures: string[]])[] = [
  // numerals
  ['1.234.567,89 Euro', '1234567.89 EUR'],
  ["1'234 Franken", '1234 CHF'],
  ['12 500 EUR', '12500 EUR'],
  ['1\u202f234\u202f567 Menschen', '1234567 mensch'],
  ['0,5 Prozent', '0.5 percent'],
  ['3000 km', '3000 kilometer'],
  ['2½ Jahre', '2.5 year'],
  ['zweihunderttausendfünfhundert Rebellen', '200500 rebell'],
  ['einundzwanzig Staaten', '21 staat'],
  ['hundertzwei Boote', '102 boot'],
  ['zwei Millionen dreihunderttausend Schweine', '2300000 schwein'],
  ['anderthalb Milliarden Dollar', '1500000000 USD'],
  ['dreieinhalb Kilometer', '3.5 kilometer'],
  ['zweieinhalbtausend Beschäftigte', '2500 beschaftigt'],
  ['eine Viertelmillion Euro', '250000 EUR'],
  ['eine Dreiviertelstunde', '45 minute'],
  ['ein halbes Dutzend Eier', '6 eier'],
  ['3,2 Mio. Tonnen', '3200000 tonne'],
  ['40 Mrd. US-Dollar', '40000000000 USD'],
  ['30 T€', '30000 EUR'],
  ['120 MEUR', '120000000 EUR'],
  ['zwei Komma drei Prozent', '2.3 percent'],
  // hedges
  ['rund 300 Menschen', '~300 mensch'],
  ['knapp die Hälfte der Stimmen', '<~1/2 stimm share'],
  ['gut ein Viertel', '>~1/4 share'],
  ['mehr als 40 Milliarden Euro', '>40000000000 EUR'],
  ['weit weniger als fünf Prozent', '<5 percent'],
  ['bis zu 35 °C', '<=35 celsius'],
  ['mindestens 12,50 €', '>=12.5 EUR'],
  ['nicht mehr als zwei Hektoliter', '<=2 hectoliter'],
  ['an die 200 Gäste', '~200 gast'],
  ['100 Euro oder mehr', '>=100 EUR'],
  ['Dutzende Tote', 'vague 12 tot'],
  ['mehrere hundert Schafe', 'vague 100 schaf'],
  // "über" that is no bound
  ['Das Land verfügt über 15.000 Beamte.', '15000 beamt'],
  ['Rechnungen über 46,5 Millionen Euro', '46500000 EUR'],
  ['über 15.000 Beamte streiken', '>15000 beamt'],
  // ranges
  ['zwischen 5 und 7 Prozent', '5..7 percent'],
  ['von 100 bis 1000 Liter', '100..1000 liter'],
  ['2 bis 3 Millionen Euro', '2000000..3000000 EUR'],
  ['18–25 Grad Celsius', '18..25 celsius'],
  ['zwei- bis dreimal', '2..3 times multiple'],
  ['zwischen einem und zehn Jahren', '1..10 year'],
  // shares and multiples
  ['zwei Drittel der Befragten', '2/3 befragt share'],
  ['jeder achte Einwohner', '1/8 einwohn share'],
  ['jede fünfte Maschine', '1/5 maschin share'],
  ['sieben von zehn Tickets', '7/10 ticket share'],
  ['doppelt so viele', '2 times multiple'],
  ['das Viereinhalbfache', '4.5 times multiple'],
  // units
  ['187 Stundenkilometer', '187 kilometer-per-hour'],
  ['126.000 Hektar', '126000 hectare'],
  ['7 Quadratkilometern', '7 square-kilometer'],
  ['0,1 Prozentpunkte', '0.1 percentage-point changeBy'],
  ['1,5 TWh', '1.5 terawatt-hour'],
  ['3,17 Cent', '0.0317 EUR'],
  ['20 Mio. schwedische Kronen', '20000000 SEK'],
  ['75 Forint', '75 HUF'],
  ['155mm-Munition', '155 millimeter'],
  ['ein 30-jähriger Mann', '30 year age'],
  ['eine dreitägige Reise', '3 day'],
  ['siebenprozentige Anleihe', '7 percent'],
  ['3 Stunden und 38 Minuten', '218 minute'],
  ['7:57 Minuten', '477 second'],
  ['zwei weitere Jahre', '2 year'],
  ['480 Fahrzeuge pro Jahr', '480 fahrzeug per year'],
  ['1.150 Euro je Teilnehmer', '1150 EUR per teilnehmer'],
  ['minus 16,8 Prozent', '-16.8 percent changeBy fall'],
  ['−1,4 %', '-1.4 percent changeBy fall'],
  ['5 Grad unter null', '-5 degree fall'],
  ['TEUR 250', '250000 EUR'],
  ['2 Millionen 300.000 Euro', '2300000 EUR'],
  ['eine Länge von 20 [km]', '20 kilometer'],
  // what is counted
  ['26 Staaten', '26 staat'],
  ['vier mechanisierte Infanteriebrigaden', '4 infanteriebrigad'],
  ['1.300.000 russische Soldaten', '1300000 soldat'],
  ['17.122 anerkannte und geduldete Flüchtlinge', '17122 fluchtling'],
  // several
  ['8, 51 und 56 Prozent', '8 percent', '51 percent', '56 percent'],
  ['6,20 statt 5,90 Euro', '6.2 EUR', '5.9 EUR'],
  ['Der Wert stieg von 410 auf 490 Punkte.', '410 punkt changeFrom rise', '490 punkt changeTo rise'],
  ['Der Umsatz sank um 4 Prozent auf 18 Millionen Euro.', '4 percent changeBy fall', '18000000 EUR changeTo fall'],
]

for (const [phrase, ...expected] of rows) {
  test(phrase, () => assert.deepEqual(readFigures(phrase, 'de').figures.map(showFigure), expected))
}
