/** The one entrance to numbers in digits, signs and words. */
import { readDigits } from './digits'
import { type Numeral, none } from './numeral'
import { withScale } from './scale'
import { readWords } from './spoken'
import { fractionSymbols, type Tokens } from './tokens'

/** The numeral that begins at a token. */
export function readNumeral(tokens: Tokens, at: number): Numeral | undefined {
  if (tokens.isDigits(at)) return readDigits(tokens, at)
  const fraction = fractionSymbols.get(tokens.symbol(at))
  if (fraction !== undefined)
    return withScale(tokens, {
      ...none,
      value: fraction,
      precision: 0,
      start: tokens.startOf(at),
      end: tokens.endOf(at),
      next: at + 1,
      form: 'digits',
    })
  return readWords(tokens, at)
}
