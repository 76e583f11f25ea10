/** Number words: zwei Millionen dreihunderttausend, two hundred and fifty-four, drei Viertel, anderthalb, half a billion. */

import type { NumberWord } from '../language/lexicon'
import { Class } from '../language/lexicon'
import { type Numeral, none } from './numeral'
import { neat } from './quantity'
import { isScale, scaledWords, withScale } from './scale'
import type { Tokens } from './tokens'

export function readWords(tokens: Tokens, at: number): Numeral | undefined {
  const first = tokens.numberWord(at)
  if (first === undefined) return undefined
  const start = tokens.startOf(at)
  const result = (value: number, next: number, more: Partial<Numeral> = {}): Numeral => ({
    ...none,
    value,
    precision: 0,
    start,
    end: tokens.endOf(next - 1),
    next,
    form: 'words',
    ...more,
  })
  switch (first.kind) {
    case 'grown':
      return undefined
    case 'times':
      return result(first.value, at + 1, { times: true })
    case 'ordinal':
      return result(first.value, at + 1, { ordinal: true })
    case 'plural': {
      const of = tokens.is(at + 1, Class.of) ? 2 : 1
      const second = tokens.numberWord(at + of)
      if (second?.kind === 'plural' || (second?.kind === 'scale' && of === 1))
        return result(first.value * second.value, at + of + 1, { vague: true })
      return result(first.value, at + 1, { vague: true })
    }
    case 'denominator':
      return tokens.lexicon.language === 'en' && tokens.numberWord(at + 1)?.kind === 'scale'
        ? scaledWords(tokens, at, first.value, at + 1, start)
        : undefined
    case 'half':
      return isSake(tokens, at) ? undefined : readHalf(tokens, at, start)
    case 'glued':
      return glued(tokens, at, first.value, start)
    case 'several':
    case 'loose': {
      const many = tokens.numberWord(at + 1)
      if (many === undefined || !(isScale(many) || many.kind === 'plural')) return undefined
      return { ...scaledWords(tokens, at, 1, at + 1, start), vague: true }
    }
    case 'mixed':
      return { ...scaledWords(tokens, at, first.value, at + 1, start), mixed: true }
    case 'article': {
      const next = tokens.numberWord(at + 1)
      if (next?.kind === 'loose') return loose(tokens, at, next.value, start)
      if (next === undefined || !countable.has(next.kind)) {
        if (next?.kind === 'ordinal' && isPartOf(tokens, at + 1))
          return result(1 / next.value, at + 2, { ratio: { part: 1, of: next.value } })
        return result(1, at + 1, { article: true })
      }
      if (next.kind === 'half') return readHalf(tokens, at + 1, start)
      if (next.kind === 'glued') return glued(tokens, at + 1, next.value, start)
      if (next.kind === 'denominator') return fractionWords(tokens, 1, at + 1, start)
      if (next.kind === 'mixed') return { ...scaledWords(tokens, at + 1, next.value, at + 2, start), mixed: true }
      return spokenNumber(tokens, at, start)
    }
    case 'scale':
      // "Millionen Euro" are many, "in Mio. Euro" heads a column, "tausend Euro" are a thousand.
      if (first.value < 1e6 || first.value === 1e7) return spokenNumber(tokens, at, start)
      if (/en$/.test(tokens.lower(at))) return result(first.value, at + 1, { vague: true })
      // Headlines leave the article out: "Konzern steckt Milliarde in den Ausbau"; "je Million" is a rate.
      return /^(?:m|b)illi(?:on|arde)$/.test(tokens.lower(at)) && tokens.lexicon.language === 'de' && !tokens.is(at - 1, Class.per)
        ? result(first.value, at + 1)
        : undefined
    default:
      return spokenNumber(tokens, at, start)
  }
}

/** "a couple of hours", "a few dollars", "a pair": said without counting. A couple from Ohio is none. */
function loose(tokens: Tokens, at: number, value: number, start: number): Numeral | undefined {
  const of = tokens.is(at + 2, Class.of)
  const next = of ? at + 3 : at + 2
  if (isScale(tokens.numberWord(next))) return { ...scaledWords(tokens, at + 1, 1, next, start), vague: true }
  const counts = of || value > 2 || next >= tokens.count || tokens.formFrom(tokens.startOf(next)) !== undefined
  return counts ? { ...none, value, precision: 0, start, end: tokens.endOf(next - 1), next, form: 'words', loose: true } : undefined
}

/** The number in front of a unit within one word: "viertel" of "Viertelstunde"; the unit is read from the same token. */
function glued(tokens: Tokens, at: number, value: number, start: number): Numeral {
  const end = tokens.startOf(at) + (tokens.numberWord(at)?.length ?? 0)
  const named = value < 1 ? { ratio: { part: value * 4, of: 4 } } : {}
  return { ...none, value, precision: 0, start, end, next: at, form: 'words', ...named }
}

/** "der Vollständigkeit halber": for the sake of it. */
function isSake(tokens: Tokens, at: number): boolean {
  return tokens.isUpper(at - 1) && !tokens.isUpper(at + 1) && tokens.lower(at) === 'halber'
}

/** Kinds of words that an article counts: "a hundred", "ein Drittel". */
const countable: ReadonlySet<NumberWord['kind']> = new Set(['hundred', 'scale', 'dozen', 'half', 'denominator', 'mixed', 'glued'])

/** "halbe Million", "half a million", "die Hälfte", "ein halbes Dutzend". */
function readHalf(tokens: Tokens, at: number, start: number): Numeral {
  let next = at + 1
  if (tokens.is(next, Class.article) && isScale(tokens.numberWord(next + 1))) next++
  if (isScale(tokens.numberWord(next))) return scaledWords(tokens, at, 0.5, next, start)
  // "half an hour": the unit stands behind the article.
  if (next === at + 1 && tokens.is(next, Class.article) && tokens.formFrom(tokens.startOf(next + 1)) !== undefined) next++
  const so = tokens.lower(at + 1)
  if (so === 'so' || so === 'as')
    return { ...none, value: 0.5, precision: 0, start, end: tokens.endOf(at), next: at + 1, form: 'words', times: true }
  return { ...none, value: 0.5, precision: 0, start, end: tokens.endOf(next - 1), next, form: 'words', ratio: { part: 1, of: 2 } }
}

/** English ordinals are fractions in front of "of" and at the end of a phrase: "a third of", "one fifth", but not "a third man". */
function isPartOf(tokens: Tokens, at: number): boolean {
  const word = tokens.numberWord(at)
  if (tokens.lexicon.language !== 'en' || word === undefined || word.value < 3) return false
  return !tokens.isWord(at + 1) || tokens.is(at + 1, Class.closed)
}

/** `count` times the fraction at `at`, and a scale behind it: "zwei Drittel", "drei Viertel Milliarde", "three quarters of a million". */
function fractionWords(tokens: Tokens, count: number, at: number, start: number): Numeral {
  const word = tokens.numberWord(at)
  const part = word?.kind === 'ordinal' ? 1 / word.value : (word?.value ?? 1)
  const value = count * part
  let next = at + 1
  if (tokens.is(next, Class.of) && tokens.is(next + 1, Class.article) && isScale(tokens.numberWord(next + 2))) next += 2
  if (isScale(tokens.numberWord(next))) return scaledWords(tokens, at, value, next, start)
  // "a quarter of an hour": the unit stands behind the article.
  if (tokens.is(next, Class.of) && tokens.is(next + 1, Class.article) && tokens.formFrom(tokens.startOf(next + 2)) !== undefined) next += 2
  return {
    ...none,
    value,
    precision: 0,
    start,
    end: tokens.endOf(next - 1),
    next,
    form: 'words',
    ...(value <= 1 && { ratio: { part: count, of: Math.round(1 / part) } }),
  }
}

/**
 * A number in words, as spoken: groups below a thousand, each with its scale, the scales falling.
 *
 *     two hundred and fifty-four thousand, one hundred and two
 *     zwei Millionen dreihunderttausend
 */
function spokenNumber(tokens: Tokens, at: number, start: number): Numeral {
  const english = tokens.lexicon.language === 'en'
  let total = 0
  let group: number | undefined
  let lastScale = Number.POSITIVE_INFINITY
  let next = at
  let end = tokens.endOf(at)
  let scaled = false
  /** What of the group stands before "and". */
  let head = 0
  const take = (index: number) => {
    end = tokens.endOf(index)
    next = index + 1
  }
  for (let step = 0; step < 64; step++) {
    let index = next
    if (step > 0) {
      const hyphen = tokens.isSymbol(index, '-') && tokens.touches(index) && tokens.touches(index + 1)
      if (hyphen || (english && group !== undefined && isSpacedHyphen(tokens, index, group))) index++
      else if (
        english &&
        tokens.isSymbol(index, ',') &&
        scaled &&
        group === undefined &&
        lastScale >= 1000 &&
        continues(tokens, index + 1, lastScale)
      )
        index++
      if (
        english &&
        (tokens.is(index, Class.and) || tokens.isSymbol(index, '&')) &&
        (group === undefined ? scaled : group % 100 === 0) &&
        tailFraction(tokens, index) === undefined &&
        continues(tokens, index + 1, group === undefined ? lastScale : 100)
      ) {
        index++
        head = group ?? 0
      }
    }
    const word = tokens.numberWord(index)
    if (word === undefined) break
    if (word.kind === 'article') {
      // "neunzig Milliarden eine Million"
      const scale = tokens.numberWord(index + 1)
      if (step > 0 && !(group === undefined && scaled && scale?.kind === 'scale' && scale.value < lastScale)) break
      group = 1
      take(index)
    } else if (word.kind === 'small' || word.kind === 'zero' || word.kind === 'cardinal') {
      if (word.value >= lastScale) break
      const part =
        english && !scaled && group !== undefined && head === 0 && (group < 20 || group % 100 === 0)
          ? compoundPart(tokens, index, word.value)
          : undefined
      if (part !== undefined && group !== undefined)
        return {
          ...none,
          value: group / part.of,
          precision: 0,
          start,
          end: tokens.endOf(part.next - 1),
          next: part.next,
          form: 'words',
          ...(group <= part.of && { ratio: { part: group, of: part.of } }),
        }
      if (group === undefined) group = word.value
      else if (english && group % 100 >= 20 && group % 10 === 0 && word.value < 10 && word.value > 0) group += word.value
      else if (group >= 100 && group % 100 === 0 && word.value < 100) group += word.value
      else break
      take(index)
    } else if (word.kind === 'glued' && group !== undefined && !scaled && word.value < 1) {
      return glued(tokens, index, neat(group * word.value), start)
    } else if (word.kind === 'hundred') {
      if (group !== undefined && group >= 100) break
      group = (group ?? 1) * 100
      take(index)
    } else if (word.kind === 'scale' || word.kind === 'dozen' || (word.kind === 'plural' && group !== undefined)) {
      if (word.value >= lastScale && word.kind !== 'dozen') break
      if (group === undefined && scaled && word.kind !== 'dozen') break
      // "three hundred and two dozen"
      total += word.value === 12 ? head + ((group ?? 1) - head) * word.value : (group ?? 1) * word.value
      lastScale = word.value
      group = undefined
      scaled = true
      take(index)
      if (
        tokens.isSymbol(next, '.') &&
        tokens.touches(next) &&
        end - tokens.startOf(next - 1) <= 4 &&
        word.value >= 1000 &&
        tokens.lexicon.language === 'de'
      )
        next++
      if (word.kind === 'dozen') break
    } else if (english && scaled && word.kind === 'denominator' && word.value !== 0.25) {
      return fractionWords(tokens, total + (group ?? 0), index, start)
    } else if (
      group !== undefined &&
      !scaled &&
      (word.kind === 'denominator' ||
        word.kind === 'half' ||
        (word.kind === 'ordinal' && group >= 1 && (group === 1 ? isPartOf(tokens, index) : false)))
    ) {
      // "zwei Drittel", "three fifths", "fünf halbe", "one fifth"
      if (word.kind === 'half' && !english && tokens.numberWord(index + 1) === undefined && !/^halbe/.test(tokens.lower(index))) break
      return fractionWords(tokens, group, index, start)
    } else break
  }
  let value = total + (group ?? 0)
  const half = tailFraction(tokens, next)
  if (half !== undefined) {
    // "one billion and three quarters million"
    const own = scaled ? tokens.numberWord(half.next) : undefined
    if (own?.kind === 'scale' && own.value < lastScale)
      return scaledWords(tokens, half.next, neat(value + half.value * own.value), half.next + 1, start)
    value += half.value * (group === undefined && scaled ? lastScale : 1)
    next = tokens.is(half.next, Class.of) ? (unitBehind(tokens, half.next) ?? half.next) : half.next
    end = tokens.endOf(next - 1)
    const numeral = withScale(tokens, {
      ...none,
      value,
      precision: 0,
      start,
      end,
      next,
      form: 'words',
      scale: scaled ? lastScale : 1,
      mixed: true,
    })
    return { ...numeral, precision: 0 }
  }
  if (tokens.is(next, Class.point)) {
    const decimals = spokenDecimals(tokens, next + 1)
    if (decimals !== undefined) return scaledWords(tokens, decimals.next - 1, neat(value + decimals.value), decimals.next, start)
  }
  return { ...none, value, precision: 0, start, end, next, form: 'words', scale: scaled && group === undefined ? lastScale : 1 }
}

/** 25 for "twenty-fifths" and "twenty fifths" behind a count. */
function compoundPart(tokens: Tokens, at: number, tens: number): { of: number; next: number } | undefined {
  if (tens < 20 || tens % 10 !== 0) return undefined
  const index = pastHyphen(tokens, at + 1)
  const ones = tokens.numberWord(index)
  const hyphen = index > at + 1
  const value = ones?.kind === 'ordinal' && hyphen ? ones.value : ones?.kind === 'denominator' ? Math.round(1 / ones.value) : 0
  return value >= 1 && value < 10 ? { of: tens + value, next: index + 1 } : undefined
}

/** "ninety - five": tokenised text sets its hyphens apart; a range would rise. */
function isSpacedHyphen(tokens: Tokens, at: number, group: number): boolean {
  const ones = tokens.isSymbol(at, '-') && !tokens.touches(at) && !tokens.touches(at + 1) ? tokens.numberWord(at + 1) : undefined
  return ones?.kind === 'small' && ones.value < 10 && group % 100 >= 20 && group % 10 === 0
}

/** Whether a number below `limit` follows, so that "and" or a comma may join it. */
function continues(tokens: Tokens, at: number, limit: number): boolean {
  const word = tokens.numberWord(at)
  if (word === undefined || word.value >= limit) return false
  if (word.kind !== 'small' && word.kind !== 'cardinal') return false
  const after = tokens.numberWord(at + 1)
  return !(after?.kind === 'hundred' && limit <= 100)
}

/** The token at an index, or behind a hyphen there that joins two words. */
function pastHyphen(tokens: Tokens, at: number): number {
  return tokens.isSymbol(at, '-') && tokens.touches(at) && tokens.touches(at + 1) ? at + 1 : at
}

/** The token of the unit that follows, with "of" before it: "quarters of hours". */
function unitBehind(tokens: Tokens, at: number): number | undefined {
  const unit = tokens.is(at, Class.of) ? at + 1 : at
  return tokens.formFrom(tokens.startOf(unit)) === undefined ? undefined : unit
}

/** "and a half", "-and-a-half", "und drei Viertel", "und eine halbe", "and fifty-four hundredths" behind a number: less than one. */
export function tailFraction(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  const and = pastHyphen(tokens, at)
  if (!tokens.is(and, Class.and)) return undefined
  let index = pastHyphen(tokens, and + 1)
  let count = 1
  const word = tokens.numberWord(index)
  // "two and quarter hours"
  if (word?.kind === 'denominator' && word.value === 0.25 && unitBehind(tokens, index + 1) !== undefined)
    return { value: 0.25, next: index + 1 }
  if (word?.kind === 'article' || word?.kind === 'small') {
    count = word.value
    index++
    const ones = count >= 20 && count % 10 === 0 ? tokens.numberWord(pastHyphen(tokens, index)) : undefined
    if (ones?.kind === 'small' && ones.value < 10) {
      count += ones.value
      index = pastHyphen(tokens, index) + 1
    }
  } else return undefined
  index = pastHyphen(tokens, index)
  const part = tokens.numberWord(index)
  if (part?.kind === 'denominator' && count * part.value >= 1) return undefined
  if (part?.kind === 'half' && !/^h[aä]lfte/.test(tokens.lower(index))) return { value: count * 0.5, next: index + 1 }
  if (part?.kind === 'denominator') return { value: count * part.value, next: index + 1 }
  if (part?.kind === 'ordinal' && count === 1 && isPartOf(tokens, index)) return { value: 1 / part.value, next: index + 1 }
  return undefined
}

/** "drei", "zero three", "seventy-one", "5" behind the decimal point in words. */
export function spokenDecimals(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  let digits = ''
  let next = at
  while (digits.length < 12) {
    const word = tokens.numberWord(next)
    if (tokens.isDigits(next)) digits += tokens.slice(next)
    else if (
      word !== undefined &&
      (word.kind === 'small' || word.kind === 'zero' || word.kind === 'cardinal' || (word.kind === 'article' && digits === '')) &&
      word.value < 100
    ) {
      const ones = tokens.numberWord(next + 2)
      if (word.value >= 20 && word.value % 10 === 0 && tokens.isSymbol(next + 1, '-') && ones !== undefined && ones.value < 10) {
        digits += word.value + ones.value
        next += 2
      } else digits += word.value
    } else break
    next++
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), next }
}
