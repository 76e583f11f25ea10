/** As for German: one phrase a row. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFigures } from '../../../server/src/figure/read'
import { showFigure, showQuantity } from '../../../server/src/figure/show'
import { withUnchecked } from '../../../server/src/figure/unchecked'

const rows: readonly (readonly [phrase: string, ...figures: string[]])[] = [
  ['1,234,567.89 dollars', '1234567.89 USD'],
  ['two hundred and fifty-four people', '254 peopl'],
  ['two and a half million tonnes', '2500000 tonne'],
  ['half a billion euros', '500000000 EUR'],
  ['three dozen ships', '36 ship'],
  ['a quarter of a million people', '250000 peopl'],
  ['$1.5bn', '1500000000 USD'],
  ['€10M', '10000000 EUR'],
  ['US$ 3.2 million', '3200000 USD'],
  ['5k runners', '5000 runner'],
  ['half an hour', '30 minute'],
  ['8 hours, 14 minutes and 40 seconds', '29680 second'],
  ['5 feet 2 inches', '62 inch'],
  ['just under 60 euros', '<~60 EUR'],
  ['more than 1,900 people', '>1900 peopl'],
  ['no more than 50 refugees', '<=50 refuge'],
  ['fewer than 2,200 call-outs', '<2200 call'],
  ['roughly $19.6 billion', '~19600000000 USD'],
  ['between 44 mg and 50 mg', '44..50 milligram'],
  ['8- to 16-meter', '8..16 meter'],
  ['from 50 to 80%', '50..80 percent'],
  ['one in five adults', '1/5 adult share'],
  ['two thirds of the voters', '2/3 voter share'],
  ['almost nine in ten', '<~9/10 share'],
  ['twice as many', '2 times multiple'],
  ['187 kilometres per hour', '187 kilometer-per-hour'],
  ['two square kilometres', '2 square-kilometer'],
  ['1.46 per mille', '1.46 permille'],
  ['a 30-year-old man', '30 year age'],
  ['a two-year maintenance period', '2 year'],
  ['10 percentage points', '10 percentage-point changeBy'],
  ['1,300,000 Russian soldiers', '1300000 soldier'],
  ['Sales fell by 6.9 percent', '6.9 percent changeBy fall'],
  ['45 and 50 mg', '45 milligram', '50 milligram'],
  ['15 dollars and 50 cents', '15.5 USD'],
  ['$20 and 43c', '20.43 USD'],
  ['5 grand', '5000 USD'],
  ['a grand piano'],
  ['TEUR 250', '250000 EUR'],
  ['2^10 bytes', '1024 byte'],
  ['3 hundred and 21 ships', '321 ship'],
  ['4 thousand 3 hundred ships', '4300 ship'],
  ['one over twenty', '1/20 share'],
  ['three twenty-fifths', '3/25 share'],
  ['an hour and a half', '90 minute'],
  ['two and a quarter of hours', '135 minute'],
  ['2 degrees below zero', '-2 degree fall'],
  ['20 (kg)', '20 kilogram'],
  ['lenses of 75 -300 mm', '75..300 millimeter'],
  ['fell 1 / 4 point', '1/4 point share fall'],
  ['2,000.45 ± 0.01 pounds', '~2000.45 pound'],
  ['two and two thirds', '2.66666666667'],
  ['a two-and-a-half-year term', '2.5 year'],
  ['one million two thousand two hundred three fifths', '200440.6'],
  ['one hundred and thirty-five hundredths', '100.35'],
  ['one hundred thirty-fifths', '2.85714285714'],
  ['three hundred and two dozen eggs', '324 egg'],
  ['one billion and three quarters million', '1000750000'],
  ['twenty - one ships', '21 ship'],
  ['forty-five (45) days', '45 day'],
  ['10 , 000 monkeys', '10000 monkei'],
  ['-.0012G', '-1200000 fall'],
  ['2/1000 kilograms', '0.002 kilogram'],
  ['six cr rupees', '60000000 INR'],
  ['$-99.99', '-99.99 USD fall'],
  ['- 1,200,000', '-1200000 fall'],
  ['the Euro 6 norm', '6 norm'],
  ['five $10 bills', '5', '10 USD'],
  ['6 ft 3', '75 inch'],
  ['12 stone 4', '172 pound'],
  ['3 yards, 8 feet', '17 foot'],
  ['2 years, 3 months, 10 days, and 5 hours', '19968.095 hour'],
  ['twice a week', '2 times per week multiple'],
  ['100 people per square kilometre', '100 peopl per square-kilometer'],
  ['8 l/100km', '8 liter-per-100-kilometer'],
  ['a 28 - year - old man', '28 year age'],
  ['1 in 10,000 children', '1/10000 children share'],
  ['26 of 35 members', '26/35 member share'],
  ['more than a week', '>1 week'],
  ['a week', '1 week'],
  ['that one mile', '1 mile'],
  ['one', '1'],
  ['500 forint', '500 HUF'],
  ['500 Icelandic kronur', '500 ISK'],
  ['42 dinars', '42 dinar'],
  ['kr 500', '500 krone'],
  ['Mex$ 10 million', '10000000 MXN'],
  ['US dollars 500', '500 USD'],
  ['20 rupees 43 paise', '20.43 INR'],
  ['£5 50p', '5.5 GBP'],
  ['10 sq. miles', '10 square-mile'],
  ['3 cu ft', '3 cubic-foot'],
  ['50 gb/s', '50 gigabyte-per-second'],
  ['68F outside', '68 fahrenheit'],
  ['220 V', '220 volt'],
  ['8 Beaufort', '8 beaufort'],
  ['24703 m212', '24703'],
]

for (const [phrase, ...expected] of rows) {
  test(phrase, () => assert.deepEqual(readFigures(phrase, 'en').figures.map(showFigure), expected))
}

const idle: readonly (readonly [phrase: string, figure: string])[] = [
  ['a few days', '~3 day'],
  ['a couple of hours', '~2 hour'],
  ['a pair of shoes', '~2'],
]

for (const [phrase, expected] of idle) {
  test(`${phrase} counts nothing in earnest`, () => {
    const reading = readFigures(phrase, 'en')
    assert.deepEqual(reading.figures, [])
    assert.deepEqual(
      withUnchecked(reading).map(({ quantity, checkable }) => [showQuantity(quantity), checkable]),
      [[expected, false]],
    )
  })
}
