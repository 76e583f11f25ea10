/** How English writes quantities. */
import type { Writing } from '../writing'

export const writing: Writing = {
  decimal: '.',
  group: ',',
  scales: [
    [1e12, 'trillion', 'trillion'],
    [1e9, 'billion', 'billion'],
    [1e6, 'million', 'million'],
  ],
  hedges: {
    about: 'about',
    justUnder: 'almost',
    justOver: 'just over',
    moreThan: 'more than',
    lessThan: 'less than',
    atLeast: 'at least',
    atMost: 'at most',
  },
  to: 'to',
  vague: { 12: 'dozens', 100: 'hundreds', 1000: 'thousands', 10000: 'tens of thousands', 1000000: 'millions', 1000000000: 'billions' },
  outOf: 'out of',
  shares: {
    '1/2': 'half',
    '1/3': 'a third',
    '2/3': 'two thirds',
    '1/4': 'a quarter',
    '3/4': 'three quarters',
    '1/5': 'a fifth',
    '2/5': 'two fifths',
    '3/5': 'three fifths',
    '4/5': 'four fifths',
    '1/8': 'an eighth',
    '1/10': 'a tenth',
  },
  times: 'times',
}
