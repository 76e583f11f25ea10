/** Digits with their separators, decimals, exponents and fractions: 1.234.567,8 · 12 500 · 2½ · 3/4 · 4e14 · 150,-. */

import type { Lexicon } from '../language/lexicon'
import { Class } from '../language/lexicon'
import { isDigit } from '../text/chars'
import { type Numeral, none } from './numeral'
import { neat } from './quantity'
import { withScale } from './scale'
import { readWords, spokenDecimals, tailFraction } from './spoken'
import type { Tokens } from './tokens'
import { fractionSymbols } from './tokens'

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
function readRun(text: string, start: number, limit: number, lexicon: Pick<Lexicon, 'decimal' | 'group'>): Run {
  let first = start
  while (first < limit && isDigit(text.charCodeAt(first))) first++
  // Most numbers end here.
  if (!isDigit(text.charCodeAt(first + 1)) && !isSetApart(text, first, limit, lexicon))
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
    if (isSetApart(text, at, limit, lexicon)) at++
    const separator = separatorAt(text, at)
    if (
      separator === '' ||
      lengths.length > 16 ||
      at + 1 >= limit ||
      !(isDigit(text.charCodeAt(at + 1)) || isSetApart(text, at - 1, limit, lexicon))
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

/** Tokenised text sets its separators apart: "4 . 8 %", where no sentence ends, and "10 , 000", where three digits follow. */
function isSetApart(text: string, at: number, limit: number, { group }: Pick<Lexicon, 'group'>): boolean {
  if (at + 3 >= limit || text.charCodeAt(at) !== 32 || text.charCodeAt(at + 2) !== 32 || !isDigit(text.charCodeAt(at + 3))) return false
  const code = text.charCodeAt(at + 1)
  if (code === 46) return true
  return (
    code === 44 && group === ',' && /^\d{3}(?!\d)/.test(text.slice(at + 3, at + 7)) && !/\d{4}$/.test(text.slice(Math.max(0, at - 4), at))
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

export function readDigits(tokens: Tokens, at: number): Numeral {
  const { text, lexicon } = tokens
  const start = tokens.startOf(at)
  const run = readRun(text, start, tokens.to, lexicon)
  let { value, end } = run
  let precision = 10 ** -run.decimals
  let plain = run.plain
  let ratio: Numeral['ratio']
  let mixed = false
  const lead = tokens.symbol(at - 1)
  let from = start
  // ",77", ".25" and "-.5"
  if ((lead === 44 || lead === 46) && tokens.touches(at) && run.plain && at > 0 && opensNumber(tokens, at - 1)) {
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
  } else if (text.charCodeAt(end) === 94) {
    // "2^10", "2.5^-1"
    const raised = /^\^([+−-]?\d{1,3})(?!\d)/.exec(text.slice(end, end + 6))
    if (raised !== null) {
      value = neat(value ** Number((raised[1] ?? '').replace('−', '-')))
      precision = 0
      end += raised[0].length
      plain = false
    }
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
    const symbols = addedFraction(tokens, next, end)
    const added = symbols ?? spokenFraction(tokens, next)
    if (added !== undefined) {
      mixed = symbols === undefined && tokens.is(next, Class.and)
      value += added.value
      precision = 0
      end = added.end
      next = added.next
      plain = false
    }
  }
  const numeral = { ...none, value, precision, start: from, end, next, form: 'digits' as const, plain, mixed, ratio }
  return withLowerParts(tokens, withScale(tokens, numeral))
}

/** Whether a number may begin at a token: nothing but a sign or a bracket touches it from the left. */
function opensNumber(tokens: Tokens, at: number): boolean {
  return !tokens.touches(at) || /[-−+($€£¥/]/.test(tokens.text.charAt(tokens.startOf(at) - 1))
}

/** Smaller parts behind a scale word: "3 hundred and 21", "4 thousand 3 hundred", "2 Millionen 300.000". */
function withLowerParts(tokens: Tokens, numeral: Numeral): Numeral {
  let whole = numeral
  for (let step = 0; step < 4 && whole.scale > 1; step++) {
    const limit = tokens.numberWord(whole.next - 1)?.value ?? 0
    const joined = limit === 100 && tokens.is(whole.next, Class.and)
    const part = limit < 100 ? undefined : lowerPart(tokens, joined ? whole.next + 1 : whole.next, joined)
    if (part === undefined || part.value <= 0 || part.value >= limit || part.scale >= limit) break
    whole = { ...part, start: whole.start, value: neat(whole.value + part.value) }
  }
  return whole
}

/** A number that may go on another one: any behind "and", else only one with a scale or with marks for its thousands. */
function lowerPart(tokens: Tokens, at: number, joined: boolean): Numeral | undefined {
  if (!tokens.isDigits(at)) {
    const words = joined && tokens.numberWord(at)?.kind === 'small' ? readWords(tokens, at) : undefined
    return words?.ratio === undefined ? words : undefined
  }
  const run = readRun(tokens.text, tokens.startOf(at), tokens.to, tokens.lexicon)
  if (run.decimals > 0) return undefined
  const digits = { ...none, value: run.value, precision: 1, start: tokens.startOf(at), end: run.end, form: 'digits' as const }
  const part = withScale(tokens, { ...digits, next: tokens.indexAt(run.end, at) })
  return joined || part.scale > 1 || !run.plain ? part : undefined
}

/** "e10", "E-3", "×10^5", "x10-3" directly behind a number. */
function exponentAt(text: string, end: number): { value: number; end: number } | undefined {
  const code = text.charCodeAt(end)
  if (code === 101 || code === 69) {
    const match = /^[eE]([+-]?\d{1,3})(?![\p{L}\d])/u.exec(text.slice(end, end + 6))
    return match ? { value: Number(match[1]), end: end + match[0].length } : undefined
  }
  const mark = code === 32 ? text.charCodeAt(end + 1) : code
  if (mark === 0xd7 || mark === 120) {
    const match = /^ ?[×x] ?10(?:\^([+−-]?\d{1,3})|([-−]\d{1,3}))/.exec(text.slice(end, end + 12))
    return match ? { value: Number((match[1] ?? match[2] ?? '').replace('−', '-')), end: end + match[0].length } : undefined
  }
  return undefined
}

/** "/4" behind "3". Dates and seasons are gone before; what remains is a fraction if it is a usual one. */
function slashAt(tokens: Tokens, at: number, end: number): { of: number; end: number; next: number } | undefined {
  const { text } = tokens
  const slash = tokens.indexAt(end, at)
  if (text.startsWith(' / ', end)) return apartSlash(tokens, at, slash)
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
  const decimal = /^10{3,5}$/.test(below)
  if ((below.length > 3 && !decimal) || below.startsWith('0') || of < 2 || !(part < of || of <= 4) || tokens.isSymbol(slash + 2, '/'))
    return undefined
  return { of, end: tokens.endOf(slash + 1), next: slash + 2 }
}

/** Tokenised wire copy sets the stroke of its fractions apart: "7 3 / 4 %". */
function apartSlash(tokens: Tokens, at: number, slash: number): { of: number; end: number; next: number } | undefined {
  const of = tokens.number(slash + 1)
  const usual = of === 2 || of === 4 || of === 8 || of === 16 || of === 32
  if (tokens.lexicon.language !== 'en' || !usual || tokens.number(at) >= of || tokens.isSymbol(slash + 2, '/')) return undefined
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
