/** What German tells the recogniser of figures. */
import type { LexiconData } from '../lexicon'
import { changeNouns, separable } from './change'
import { classes, hedgesAfter, hedgesBefore, idioms, months, rates } from './cues'
import { currencies } from './generated/currencies'
import { units } from './generated/units'
import { numbers, scaleSymbols } from './numerals'
import { spelled, spelledBeginnings } from './spelled'
import { grownUnit, leadingCurrencies, moreCurrencies, moreUnits, unwantedSymbols } from './units'

export const german: LexiconData = {
  language: 'de',
  decimal: ',',
  group: '.',
  numbers,
  scaleSymbols,
  classes,
  changeNouns,
  separable,
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
  grownUnit,
  rates,
  spelled,
  spelledBeginnings,
}
