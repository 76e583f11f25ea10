/** How German writes quantities. */
import type { Writing } from '../writing'

export const writing: Writing = {
  decimal: ',',
  group: '.',
  scales: [
    [1e12, 'Billion', 'Billionen'],
    [1e9, 'Milliarde', 'Milliarden'],
    [1e6, 'Million', 'Millionen'],
  ],
  hedges: {
    about: 'rund',
    justUnder: 'knapp',
    justOver: 'gut',
    moreThan: 'mehr als',
    lessThan: 'weniger als',
    atLeast: 'mindestens',
    atMost: 'höchstens',
  },
  to: 'bis',
  vague: {
    12: 'Dutzende',
    100: 'Hunderte',
    1000: 'Tausende',
    10000: 'Zehntausende',
    100000: 'Hunderttausende',
    1000000: 'mehrere Millionen',
  },
  outOf: 'von',
  shares: {
    '1/2': 'die Hälfte',
    '1/3': 'ein Drittel',
    '2/3': 'zwei Drittel',
    '1/4': 'ein Viertel',
    '3/4': 'drei Viertel',
    '1/5': 'ein Fünftel',
    '2/5': 'zwei Fünftel',
    '3/5': 'drei Fünftel',
    '4/5': 'vier Fünftel',
    '1/8': 'ein Achtel',
    '1/10': 'ein Zehntel',
  },
  times: 'mal',
}
