/** What multiplies a number: Mio., Milliarden, k, hundred, Dutzend. */
import type { NumberWord } from '../language/lexicon'
import { type Numeral, none } from './numeral'
import { neat } from './quantity'
import type { Tokens } from './tokens'

/** Multiplies by what follows: "Mio.", "Milliarden", "k", "hundred", "dozen", "Dutzend". */
export function withScale(tokens: Tokens, numeral: Numeral): Numeral {
  const { lexicon } = tokens
  let { value, precision, end, next, scale } = numeral
  let plain = numeral.plain
  let scaled = false
  for (let hyphen = 0; ; ) {
    const word = tokens.numberWord(next + hyphen)
    if (word !== undefined && (word.kind === 'scale' || word.kind === 'hundred' || word.kind === 'dozen' || word.kind === 'plural')) {
      value *= word.value
      precision *= word.value
      scale *= word.value
      end = tokens.endOf(next + hyphen)
      next += hyphen + 1
      hyphen = 0
      scaled = true
      plain = false
      // The full stop of an abbreviation.
      if (tokens.isSymbol(next, '.') && tokens.touches(next) && end - tokens.startOf(next - 1) <= 4 && word.value >= 1000) {
        if (next + 1 < tokens.count) end = tokens.endOf(next)
        next++
      }
      continue
    }
    if (word === undefined && hyphen === 0 && tokens.isSymbol(next, '-') && tokens.touches(next) && tokens.touches(next + 1)) {
      const after = tokens.numberWord(next + 1)
      if (after !== undefined && (after.kind === 'scale' || after.kind === 'hundred')) {
        hyphen = 1
        continue
      }
    }
    break
  }
  if (
    !scaled &&
    tokens.isWord(next) &&
    tokens.startOf(next) - end <= 1 &&
    tokens.endOf(next) - tokens.startOf(next) <= lexicon.longestScaleSymbol
  ) {
    const symbol = tokens.slice(next)
    const factor = lexicon.scaleSymbols[symbol]
    if (factor !== undefined && scaleFits(tokens, numeral, next, symbol)) {
      value *= factor
      precision *= factor
      scale *= factor
      end = tokens.endOf(next)
      next++
      scaled = true
      plain = false
    }
  }
  return scaled ? { ...numeral, value: neat(value), precision: neat(precision), end, next, scale, plain } : numeral
}

/** Whether a letter behind digits is a scale and no unit: "5k", "1.5bn", "30 T€", "$16m", but not "16 m" and not "5G". */
function scaleFits(tokens: Tokens, numeral: Numeral, at: number, symbol: string): boolean {
  const { text, lexicon } = tokens
  const touching = tokens.startOf(at) === numeral.end
  const money = /[$€£¥₹]/
  const behind = money.test(text.charAt(tokens.endOf(at))) || lexicon.prefixes.longest(text, tokens.endOf(at) + 1) !== undefined
  const before = money.test(text.slice(Math.max(0, numeral.start - 2), numeral.start))
  if (behind || before) return true
  if (!touching) return symbol.length > 1 && symbol !== 'tr'
  if (symbol === 'G' || symbol === 'K') return (numeral.value > 8 && (numeral.precision === 1 || numeral.value < 100)) || numeral.value < 1
  if (symbol === 'T') return false
  return tokens.formFrom(numeral.end) === undefined || symbol.length > 1 || symbol === 'k'
}

export function isScale(word: NumberWord | undefined): boolean {
  return word !== undefined && (word.kind === 'scale' || word.kind === 'dozen' || word.kind === 'hundred')
}

/** A value and the scales from `next` on. */
export function scaledWords(tokens: Tokens, at: number, value: number, next: number, start: number): Numeral {
  const numeral = withScale(tokens, { ...none, value, precision: 0, start, end: tokens.endOf(Math.max(at, next - 1)), next, form: 'words' })
  return { ...numeral, precision: 0 }
}
