/**
 * Numbers as they are written: digits with separators, fractions, exponents, scale words and number words, alone or mixed. A numeral knows
 * how it was written, because that decides what it may mean: "2015" can be a year and "2.015" cannot.
 */
import type { Lexicon, NumberWord } from '../language/lexicon'
import { Class } from '../language/lexicon'
import { isDigit } from '../text/chars'
import { neat } from './quantity'
import { fractionSymbols, type Tokens } from './tokens'

export interface Numeral {
  readonly value: number
  /** The worth of its last digit; 0 for words. */
  readonly precision: number
  readonly start: number
  readonly end: number
  /** The first token behind it. */
  readonly next: number
  readonly form: 'digits' | 'words'
  /** Digits without separator, decimals or scale. */
  readonly plain: boolean
  /** What scale words multiplied it with: "3 Mio." has a million. */
  readonly scale: number
  /** "zwei Drittel", "die Hälfte". */
  readonly ratio?: { readonly part: number; readonly of: number }
  /** "doppelt", "dreimal", "das Viereinhalbfache". */
  /** A whole and a fraction in words: "eineinhalb", "two and a quarter". */
  readonly mixed: boolean
  readonly times: boolean
  /** "Dutzende", "Hunderte". */
  readonly vague: boolean
  /** "ein", "a": counts only in front of a unit. */
  readonly article: boolean
  readonly ordinal: boolean
}

const none = { plain: false, scale: 1, mixed: false, times: false, vague: false, article: false, ordinal: false }

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

/** Digits of one number with its separators, as offsets into the text. */
interface Run {
  readonly value: number
  readonly decimals: number
  readonly end: number
  readonly plain: boolean
}

/**
 * The number at an offset. Which separator groups and which parts decimals follows the language, unless the digits say otherwise:
 *
 *     1.234.567,8     1,234.5     12 500     1'234     0.5
 */
export function readRun(text: string, start: number, limit: number, lexicon: Pick<Lexicon, 'decimal' | 'group'>): Run {
  let first = start
  while (first < limit && isDigit(text.charCodeAt(first))) first++
  // Most numbers end here.
  if (!isDigit(text.charCodeAt(first + 1)) && !opensDecimals(text, first, limit))
    return { value: Number(text.slice(start, first)), decimals: 0, end: first, plain: true }
  return readGroups(text, start, limit, lexicon)
}

function readGroups(text: string, start: number, limit: number, lexicon: Pick<Lexicon, 'decimal' | 'group'>): Run {
  const lengths: number[] = []
  let separators = ''
  let at = start
  let ends: number[] = []
  for (;;) {
    const from = at
    while (at < limit && isDigit(text.charCodeAt(at))) at++
    lengths.push(at - from)
    ends.push(at)
    if (opensDecimals(text, at, limit)) at++
    const separator = separatorAt(text, at)
    if (
      separator === '' ||
      lengths.length > 16 ||
      at + 1 >= limit ||
      !(isDigit(text.charCodeAt(at + 1)) || opensDecimals(text, at - 1, limit))
    )
      break
    if (separator === ' ' && !groupsWithBlanks(text, at, limit, lengths, separators)) break
    separators += separator
    at++
    if (text.charCodeAt(at) === 32) at++
  }
  const grouping = groupingOf(lengths, separators, lexicon)
  // Where the separators make no number, as in "22,24,26", the first digits stand alone.
  const taken = grouping === undefined ? 1 : lengths.length
  ends = ends.slice(0, taken)
  const end = ends.at(-1) ?? at
  const decimals = grouping?.decimals === true ? (lengths[taken - 1] ?? 0) : 0
  let digits = ''
  for (let index = 0; index < taken; index++) {
    const to = ends[index] ?? 0
    digits += `${decimals > 0 && index === taken - 1 ? '.' : ''}${text.slice(to - (lengths[index] ?? 0), to)}`
  }
  return { value: Number(digits), decimals, end, plain: taken === 1 }
}

/** Tokenised text sets its decimal points apart: "4 . 8 %"; no sentence ends like that. */
function opensDecimals(text: string, at: number, limit: number): boolean {
  return (
    at + 3 < limit &&
    text.charCodeAt(at) === 32 &&
    text.charCodeAt(at + 1) === 46 &&
    text.charCodeAt(at + 2) === 32 &&
    isDigit(text.charCodeAt(at + 3))
  )
}

function separatorAt(text: string, at: number): string {
  switch (text.charCodeAt(at)) {
    case 46:
      return '.'
    case 44:
      return ','
    case 39:
    case 0x2019:
      return "'"
    case 32:
    case 0xa0:
    case 0x2009:
    case 0x202f:
      return ' '
    default:
      return ''
  }
}

/** Blanks group only a first part of up to three digits, and parts of exactly three: "12 500", not "2015 300" and not "12 50". */
function groupsWithBlanks(text: string, at: number, limit: number, lengths: readonly number[], separators: string): boolean {
  if ((lengths[0] ?? 9) > 3 || (separators !== '' && !/^ +$/.test(separators)) || lengths.slice(1).some((length) => length !== 3))
    return false
  let end = at + 1
  while (end < limit && end < at + 5 && isDigit(text.charCodeAt(end))) end++
  return end === at + 4 && text.charCodeAt(at - (lengths[0] ?? 0)) !== 48
}

function groupingOf(
  lengths: readonly number[],
  separators: string,
  { decimal, group }: Pick<Lexicon, 'decimal' | 'group'>,
): { decimals: boolean } | undefined {
  const count = separators.length
  if (count === 0) return { decimals: false }
  const last = separators.charAt(count - 1)
  const groups = (to: number) => (lengths[0] ?? 9) <= 3 && lengths.slice(1, to).every((length) => length === 3)
  const uniform = separators === last.repeat(count)
  if (uniform && (last === ' ' || last === "'")) return groups(lengths.length) ? { decimals: false } : undefined
  if (count === 1) {
    if (last === decimal) return { decimals: true }
    if (last === group && lengths[1] === 3 && groups(2)) return { decimals: false }
    return { decimals: true }
  }
  if (uniform) {
    if (groups(lengths.length)) return { decimals: false }
    // Lakhs and crores: 12,34,567.
    return last === ',' &&
      group === ',' &&
      lengths.at(-1) === 3 &&
      lengths.slice(1, -1).every((length) => length === 2) &&
      (lengths[0] ?? 9) <= 2
      ? { decimals: false }
      : undefined
  }
  const rest = separators.slice(0, -1)
  if ((last === '.' || last === ',') && rest === rest.charAt(0).repeat(count - 1) && rest.charAt(0) !== last) {
    if (groups(lengths.length - 1)) return { decimals: true }
    if (group === ',' && rest.charAt(0) === ',' && lengths[lengths.length - 2] === 3) return { decimals: true }
  }
  return undefined
}

function readDigits(tokens: Tokens, at: number): Numeral {
  const { text, lexicon } = tokens
  const start = tokens.startOf(at)
  const run = readRun(text, start, tokens.to, lexicon)
  let { value, end } = run
  let precision = 10 ** -run.decimals
  let plain = run.plain
  let ratio: Numeral['ratio']
  const lead = tokens.symbol(at - 1)
  let from = start
  // ",77" and ".25"
  if ((lead === 44 || lead === 46) && tokens.touches(at) && run.plain && !tokens.touches(at - 1) && at > 0) {
    value /= 10 ** (end - start)
    precision = 10 ** -(end - start)
    from = tokens.startOf(at - 1)
    plain = false
  }
  // "150,-" and "150,–"
  if (text.charCodeAt(end) === 44 && /^[-–—]/.test(text.charAt(end + 1)) && !isDigit(text.charCodeAt(end + 2))) end += 2
  const power = exponentAt(text, end)
  if (power !== undefined) {
    value = Number(`${value}e${power.value}`)
    precision = Number(`${precision}e${power.value}`)
    end = power.end
    plain = false
  }
  let next = tokens.indexAt(end, at)
  const slash = slashAt(tokens, at, end)
  if (slash !== undefined) {
    ratio = { part: value, of: slash.of }
    value /= slash.of
    precision = 0
    end = slash.end
    next = slash.next
    plain = false
  } else if (run.plain) {
    const added = addedFraction(tokens, next, end) ?? spokenFraction(tokens, next)
    if (added !== undefined) {
      value += added.value
      precision = 0
      end = added.end
      next = added.next
      plain = false
    }
  }
  return withScale(tokens, { ...none, value, precision, start: from, end, next, form: 'digits', plain, ...(ratio && { ratio }) })
}

/** "e10", "E-3", "×10^5", "x10-3" directly behind a number. */
function exponentAt(text: string, end: number): { value: number; end: number } | undefined {
  const code = text.charCodeAt(end)
  if (code === 101 || code === 69) {
    const match = /^[eE]([+-]?\d{1,3})(?![\p{L}\d])/u.exec(text.slice(end, end + 6))
    return match ? { value: Number(match[1]), end: end + match[0].length } : undefined
  }
  if (code === 0xd7 || code === 120 || code === 32) {
    const match = /^ ?[×x] ?10(?:\^([+-−]?\d{1,3})|([-−]\d{1,3}))/.exec(text.slice(end, end + 12))
    return match ? { value: Number((match[1] ?? match[2] ?? '').replace('−', '-')), end: end + match[0].length } : undefined
  }
  return undefined
}

/** "/4" behind "3". Dates and seasons are gone before; what remains is a fraction if it is a usual one. */
function slashAt(tokens: Tokens, at: number, end: number): { of: number; end: number; next: number } | undefined {
  const slash = tokens.indexAt(end, at)
  if (
    !(tokens.isSymbol(slash, '/') || tokens.isSymbol(slash, '⁄')) ||
    !tokens.isDigits(slash + 1) ||
    !tokens.touches(slash + 1) ||
    tokens.startOf(slash) !== end
  )
    return undefined
  const below = tokens.slice(slash + 1)
  const part = Number(tokens.slice(at))
  const of = Number(below)
  if (below.length > 3 || below.startsWith('0') || of < 2 || !(part < of || of <= 4) || tokens.isSymbol(slash + 2, '/')) return undefined
  return { of, end: tokens.endOf(slash + 1), next: slash + 2 }
}

/** "and a half" and "Komma 1" behind digits. */
function spokenFraction(tokens: Tokens, next: number): { value: number; end: number; next: number } | undefined {
  const half = tailFraction(tokens, next)
  if (half !== undefined) return { ...half, end: tokens.endOf(half.next - 1) }
  if (!tokens.is(next, Class.point) || !tokens.isDigits(next + 1)) return undefined
  const decimals = spokenDecimals(tokens, next + 1)
  return decimals && { ...decimals, end: tokens.endOf(decimals.next - 1) }
}

/** "½" or " 1/2" behind a whole number. */
function addedFraction(tokens: Tokens, next: number, end: number): { value: number; end: number; next: number } | undefined {
  const symbol = fractionSymbols.get(tokens.symbol(next))
  if (symbol !== undefined && tokens.startOf(next) - end <= 1) return { value: symbol, end: tokens.endOf(next), next: next + 1 }
  if (
    tokens.isDigits(next) &&
    tokens.startOf(next) - end <= 2 &&
    tokens.endOf(next) - tokens.startOf(next) === 1 &&
    tokens.isSymbol(next + 1, '/')
  ) {
    const slash = slashAt(tokens, next, tokens.endOf(next))
    if (slash !== undefined && Number(tokens.slice(next)) < slash.of)
      return { value: Number(tokens.slice(next)) / slash.of, end: slash.end, next: slash.next }
  }
  return undefined
}

/** Multiplies by what follows: "Mio.", "Milliarden", "k", "hundred", "dozen", "Dutzend". */
function withScale(tokens: Tokens, numeral: Numeral): Numeral {
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
  if (!scaled && tokens.isWord(next) && tokens.startOf(next) - end <= 1) {
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
  if (symbol === 'G' || symbol === 'K') return numeral.value > 8 && (numeral.precision === 1 || numeral.value < 100)
  if (symbol === 'T') return false
  return lexicon.forms.longest(text, numeral.end) === undefined || symbol.length > 1 || symbol === 'k'
}

function readWords(tokens: Tokens, at: number): Numeral | undefined {
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
      return readHalf(tokens, at, start)
    case 'glued':
      return glued(tokens, at, first.value, start)
    case 'several': {
      const many = tokens.numberWord(at + 1)
      if (many === undefined || !(isScale(many) || many.kind === 'plural')) return undefined
      return { ...scaledWords(tokens, at, 1, at + 1, start), vague: true }
    }
    case 'mixed':
      return { ...scaledWords(tokens, at, first.value, at + 1, start), mixed: true }
    case 'article': {
      const next = tokens.numberWord(at + 1)
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
    default:
      return spokenNumber(tokens, at, start)
  }
}

/** The number in front of a unit within one word: "viertel" of "Viertelstunde"; the unit is read from the same token. */
function glued(tokens: Tokens, at: number, value: number, start: number): Numeral {
  const end = tokens.startOf(at) + (tokens.numberWord(at)?.length ?? 0)
  const named = value < 1 ? { ratio: { part: value * 4, of: 4 } } : {}
  return { ...none, value, precision: 0, start, end, next: at, form: 'words', ...named }
}

/** Kinds of words that an article counts: "a hundred", "ein Drittel". */
const countable: ReadonlySet<NumberWord['kind']> = new Set(['hundred', 'scale', 'dozen', 'half', 'denominator', 'mixed', 'glued'])

/** "halbe Million", "half a million", "die Hälfte", "ein halbes Dutzend". */
function readHalf(tokens: Tokens, at: number, start: number): Numeral {
  let next = at + 1
  if (tokens.is(next, Class.article) && isScale(tokens.numberWord(next + 1))) next++
  if (isScale(tokens.numberWord(next))) return scaledWords(tokens, at, 0.5, next, start)
  // "half an hour": the unit stands behind the article.
  if (
    next === at + 1 &&
    tokens.is(next, Class.article) &&
    tokens.lexicon.forms.longest(tokens.text, tokens.startOf(next + 1)) !== undefined
  )
    next++
  const so = tokens.lower(at + 1)
  if (so === 'so' || so === 'as')
    return { ...none, value: 0.5, precision: 0, start, end: tokens.endOf(at), next: at + 1, form: 'words', times: true }
  return { ...none, value: 0.5, precision: 0, start, end: tokens.endOf(next - 1), next, form: 'words', ratio: { part: 1, of: 2 } }
}

function isScale(word: NumberWord | undefined): boolean {
  return word !== undefined && (word.kind === 'scale' || word.kind === 'dozen' || word.kind === 'hundred')
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
  if (
    tokens.is(next, Class.of) &&
    tokens.is(next + 1, Class.article) &&
    tokens.lexicon.forms.longest(tokens.text, tokens.startOf(next + 2)) !== undefined
  )
    next += 2
  return {
    ...none,
    value,
    precision: 0,
    start,
    end: tokens.endOf(next - 1),
    next,
    form: 'words',
    ratio: { part: count, of: Math.round(1 / part) },
  }
}

/** A value and the scales from `next` on. */
function scaledWords(tokens: Tokens, at: number, value: number, next: number, start: number): Numeral {
  const numeral = withScale(tokens, { ...none, value, precision: 0, start, end: tokens.endOf(Math.max(at, next - 1)), next, form: 'words' })
  return { ...numeral, precision: 0 }
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
  const take = (index: number) => {
    end = tokens.endOf(index)
    next = index + 1
  }
  for (let step = 0; step < 64; step++) {
    let index = next
    if (step > 0) {
      const hyphen = tokens.isSymbol(index, '-') && tokens.touches(index) && tokens.touches(index + 1)
      if (hyphen) index++
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
      )
        index++
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
      total += (group ?? 1) * word.value
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
    value += half.value * (group === undefined && scaled ? lastScale : 1)
    end = tokens.endOf(half.next - 1)
    next = half.next
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

/** Whether a number below `limit` follows, so that "and" or a comma may join it. */
function continues(tokens: Tokens, at: number, limit: number): boolean {
  const word = tokens.numberWord(at)
  if (word === undefined || word.value >= limit) return false
  if (word.kind !== 'small' && word.kind !== 'cardinal') return false
  const after = tokens.numberWord(at + 1)
  return !(after?.kind === 'hundred' && limit <= 100)
}

/** "and a half", "und drei Viertel", "und eine halbe" behind a number. */
export function tailFraction(tokens: Tokens, at: number): { value: number; next: number } | undefined {
  if (!tokens.is(at, Class.and)) return undefined
  let index = at + 1
  let count = 1
  const word = tokens.numberWord(index)
  if (word?.kind === 'article' || (word?.kind === 'small' && word.value < 20)) {
    count = word.value
    index++
  } else return undefined
  const part = tokens.numberWord(index)
  if (part?.kind === 'half' && !/^h[aä]lfte/.test(tokens.lower(index))) return { value: count * 0.5, next: index + 1 }
  if (part?.kind === 'denominator') return { value: count * part.value, next: index + 1 }
  if (part?.kind === 'ordinal' && count === 1 && isPartOf(tokens, index)) return { value: 1 / part.value, next: index + 1 }
  return undefined
}

/** "drei", "zero three", "seventy-one", "5" behind the decimal point in words. */
function spokenDecimals(tokens: Tokens, at: number): { value: number; next: number } | undefined {
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
