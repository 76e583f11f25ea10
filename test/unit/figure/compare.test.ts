import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Comparison, compareFigures } from '../../../server/src/figure/compare'
import { readFigures } from '../../../server/src/figure/read'
import { detectedLanguage } from './phrases'

type Outcome = 'equal' | 'rounded' | 'compatible' | 'bound' | 'unit' | 'scale' | 'digits' | 'different'

const rows: readonly (readonly [stated: string, found: string, outcome: Outcome])[] = [
  ['2,4 Milliarden Euro', '2.400.000.000 Euro', 'equal'],
  ['2,4 Milliarden Euro', '2.387.000.000 Euro', 'rounded'],
  ['3,2 Millionen Menschen', '3.187.000 Menschen', 'rounded'],
  ['3,1 Millionen Menschen', '3.187.000 Menschen', 'different'],
  ['ein Drittel', '33,3 Prozent', 'rounded'],
  ['drei von zehn Häfen', 'drei Häfen', 'equal'],
  ['jeder achte Einwohner', '12,5 Prozent', 'equal'],
  ['knapp sechs von zehn', '58 Prozent', 'compatible'],
  ['rund 5.000 Menschen', '5.230 Menschen', 'compatible'],
  ['mehr als 40 Staaten', '45 Staaten', 'compatible'],
  ['mehr als 40 Staaten', '35 Staaten', 'different'],
  ['mehr als 40 Staaten', '400 Staaten', 'scale'],
  ['mindestens 20 Prozent', 'höchstens 20 Prozent', 'bound'],
  ['3.700 Meter', '3,7 Kilometer', 'equal'],
  ['1.260 Quadratkilometer', '126.000 Hektar', 'equal'],
  ['680 Quadratkilometer', '680 Hektar', 'unit'],
  ['about 37 miles per hour', '60 Kilometer pro Stunde', 'rounded'],
  ['3.8 miles', '3,8 Kilometer', 'unit'],
  ['300 Kelvin', '26,85 Grad Celsius', 'equal'],
  ['48 hours', 'zwei Tage', 'equal'],
  ['30 Monate', 'zweieinhalb Jahre', 'equal'],
  ['eine halbe Stunde', '30 Minuten', 'equal'],
  ['12 Milliarden Euro', '12 Milliarden Franken', 'unit'],
  ['10 Prozent', '10 Prozentpunkte', 'unit'],
  ['453 Menschen', '435 Menschen', 'digits'],
  ['3,31 Millionen Euro', '33,1 Millionen Euro', 'scale'],
  ['18 bis 250 Prozent', '18 Prozent bis 250 Prozent', 'equal'],
  ['5 bis 20 Menschen', '12 Menschen', 'compatible'],
  ['15.000 Menschen', '15.200 Menschen', 'rounded'],
  ['15.000 Menschen', '15.600 Menschen', 'different'],
  ['gut 15.000 Menschen', '15.600 Menschen', 'compatible'],
  ['fast 11 Millionen Menschen', '10,6 Millionen Menschen', 'rounded'],
]

for (const [stated, found, outcome] of rows) {
  test(`${stated} / ${found}`, () => assert.equal(outcomeOf(compareFigures(figureIn(stated), figureIn(found))), outcome))
}

function outcomeOf({ units, agreement, sameDigits, isScaled, hasSwappedDigits, boundConflict }: Comparison): Outcome {
  if (boundConflict) return 'bound'
  if (agreement > 0) return agreement === 1 ? 'equal' : agreement >= 0.8 ? 'rounded' : 'compatible'
  if (sameDigits && units !== 'same' && units !== 'count') return 'unit'
  return isScaled ? 'scale' : hasSwappedDigits ? 'digits' : 'different'
}

function figureIn(phrase: string) {
  const [figure] = readFigures(phrase, detectedLanguage(phrase)).figures
  assert.ok(figure, phrase)
  return figure
}
