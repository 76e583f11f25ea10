/** What English tells the recogniser of figures. */
import type { LexiconData } from '../lexicon'
import { changeNouns, classes, hedgesAfter, hedgesBefore, idioms, months, rates } from './cues'
import { currencies } from './generated/currencies'
import { units } from './generated/units'
import { numbers, scaleSymbols } from './numerals'
import { leadingCurrencies, moreCurrencies, moreUnits, unwantedSymbols } from './units'

export const english: LexiconData = {
  language: 'en',
  decimal: '.',
  group: ',',
  numbers,
  scaleSymbols,
  classes,
  changeNouns,
  months,
  hedgesBefore,
  hedgesAfter,
  idioms,
  units,
  moreUnits,
  unwantedSymbols,
  currencies,
  moreCurrencies,
  leadingCurrencies,
  rates,
}
