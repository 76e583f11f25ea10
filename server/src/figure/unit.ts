/**
 * Units behind a number ("Kilometer pro Stunde", "%", "155mm", "30-jährig"), currencies before or behind it ("US$ 5", "5 $"), and the rate that
 * follows a unit ("pro Jahr", "je Einwohner").
 */
import { Class } from '../language/lexicon'
import { isDigit, isLetter } from '../text/chars'
import type { UnitCode } from './figure'
import { readNumeral } from './numeral-at'
import type { Tokens } from './tokens'

export interface FoundUnit {
  readonly code: UnitCode
  readonly end: number
  /** The first token behind it. */
  readonly next: number
  /** What the number is multiplied with besides: a cent is a hundredth. */
  readonly factor: number
  /** Grown into a compound adjective: "30-jähriger". */
  readonly adjective: boolean
}

/** Whether a unit is the code of a currency. */
export function isMoney(unit: UnitCode): boolean {
  return unit.length === 3 && unit === unit.toUpperCase()
}

/** Adjectives that German makes of a number and a unit; the ending is cut off. */
const adjectives: Readonly<Record<string, UnitCode>> = {
  jährig: 'year',
  monatig: 'month',
  wöchig: 'week',
  tägig: 'day',
  stündig: 'hour',
  minütig: 'minute',
  sekündig: 'second',
  prozentig: 'percent',
  metrig: 'meter',
  kilometrig: 'kilometer',
}

/** The adjective of a unit that a word is: "jähriger" of "30-jähriger". */
export function unitAdjective(word: string): UnitCode | undefined {
  if (!/ig(?:e[nmrs]?)?$/i.test(word)) return undefined
  return adjectives[word.toLowerCase().replace(/(?:e[nmrs]?)?$/, '')]
}

/** The unit that begins behind a number which ends at `end`; `next` is the token behind the number. */
export function readUnit(tokens: Tokens, end: number, next: number): FoundUnit | undefined {
  const { text, lexicon } = tokens
  // Glued to its number: "Viertelstunde".
  if (next < tokens.count && tokens.startOf(next) < end) return gluedUnit(tokens, end, next)
  let at = tokens.startOf(next)
  if (next >= tokens.count || at - end > 3 || tokens.opensLineTwice(next)) return undefined
  let index = next
  if (tokens.isSymbol(next, '(') || tokens.isSymbol(next, '[')) return bracketed(tokens, end, next)
  const hyphen = (tokens.isSymbol(next, '-') || tokens.isSymbol(next, '‑')) && at === end
  if (hyphen && tokens.isWord(next + 1) && tokens.startOf(next + 1) - tokens.endOf(next) <= 1) {
    index = next + 1
    at = tokens.startOf(index)
  } else if (hyphen && tokens.isSymbol(next + 1, '%')) return undefined
  else if (isSpacedAge(tokens, next)) {
    index = next + 1
    at = tokens.startOf(index)
  }
  if (tokens.isWord(index) && lexicon.language === 'de') {
    const adjective = unitAdjective(tokens.slice(index))
    if (adjective !== undefined) return { code: adjective, end: tokens.endOf(index), next: index + 1, factor: 1, adjective: true }
  }
  const form = tokens.formFrom(at)
  if (form === undefined) return scaledCode(tokens, index)
  const surface = text.slice(at, form.end)
  if (!fits(tokens, surface, form.code, at - end, at, form.end)) return undefined
  const [code = form.code, factor = '1'] = form.code.split('×')
  return {
    code,
    end: form.end,
    next: tokens.indexAt(form.end, index),
    factor: Number(factor),
    adjective: hyphen,
  }
}

/** "28 - year - old": tokenised text sets its hyphens apart. */
function isSpacedAge(tokens: Tokens, at: number): boolean {
  return tokens.isSymbol(at, '-') && tokens.isWord(at + 1) && tokens.isSymbol(at + 2, '-') && tokens.is(at + 3, Class.old)
}

/** "20 (kg)", "35 [km/h]": a short form alone in brackets. */
function bracketed(tokens: Tokens, end: number, open: number): FoundUnit | undefined {
  const { text } = tokens
  const at = tokens.endOf(open)
  const form = tokens.startOf(open) - end > 1 ? undefined : tokens.formFrom(at)
  if (form === undefined || form.end - at < 2 || text.charAt(form.end) !== (tokens.isSymbol(open, '(') ? ')' : ']')) return undefined
  const [code = form.code, factor = '1'] = form.code.split('×')
  if (!(/^\p{Ll}/u.test(text.slice(at, form.end)) || code.length === 3)) return undefined
  return { code, end: form.end + 1, next: tokens.indexAt(form.end + 1, open), factor: Number(factor), adjective: false }
}

/** "MEUR", "TEUR", "kCHF": thousands and millions in one word with the code of the currency. */
function scaledCode(tokens: Tokens, index: number): FoundUnit | undefined {
  if (!tokens.isWord(index) || tokens.endOf(index) - tokens.startOf(index) !== 4) return undefined
  const factor = { k: 1e3, T: 1e3, M: 1e6, B: 1e9 }[tokens.text.charAt(tokens.startOf(index))]
  const form = tokens.lexicon.prefixes.longest(tokens.text, tokens.startOf(index) + 1)
  if (factor === undefined || form?.end !== tokens.endOf(index) || form.end - tokens.startOf(index) !== 4) return undefined
  return { code: form.code, end: form.end, next: index + 1, factor, adjective: false }
}

function gluedUnit(tokens: Tokens, at: number, index: number): FoundUnit | undefined {
  const end = tokens.endOf(index)
  const adjective = unitAdjective(tokens.text.slice(at, end))
  const code = adjective ?? tokens.formFrom(at)?.code
  return code === undefined ? undefined : { code, end, next: index + 1, factor: 1, adjective: adjective !== undefined }
}

/** Single letters and quotation marks are units only where nothing else is likely. */
function fits(tokens: Tokens, surface: string, code: UnitCode, gap: number, at: number, end: number): boolean {
  const { text } = tokens
  // "24703 m212", "24703 L-202"
  if (isDigit(text.charCodeAt(end)) && /[\d\p{L}]$/u.test(surface)) return false
  if (surface.length === 1 && text.charCodeAt(end) === 45 && isDigit(text.charCodeAt(end + 1))) return false
  // "5 $10 bills": the sign belongs to the number that it touches.
  if (gap > 0 && /[$€£¥]$/.test(surface) && isDigit(text.charCodeAt(end))) return false
  // "a grand jury", "two grand pianos"
  if (code === 'USD×1000') {
    const behind = tokens.indexAt(end, 0)
    return !tokens.isWord(behind) || tokens.is(behind, Class.closed)
  }
  if (surface === '"' && gap === 1 && /^ (?:long|wide|high|tall|deep|thick)\b/.test(text.slice(end, end + 7))) return true
  if (surface === 'F') return isWarm(text.slice(Math.max(0, at - 8), at))
  // "50p", not "1080p"; "220 V", not "5 W 42nd Street"
  if (surface === 'p') return gap === 0 && /(?:^|\D)\d\d?$/.test(text.slice(Math.max(0, at - 3), at))
  if (surface === 'W' || surface === 'V') return !/^ ?[\p{Lu}\d]/u.test(text.slice(end, end + 2))
  if (/^["'′″”“]/.test(surface)) return gap === 0 && !closesQuote(tokens, at)
  if (surface.length === 1 && /[a-z]/i.test(surface)) {
    if (text.charCodeAt(end) === 46 && gap > 0 && !/[mtglhs]/.test(surface)) return false
    // "15a" is a part of an article.
    if (surface === 'a') return false
    if (surface === 'd' || surface === 'y') return gap === 0
    return true
  }
  if (surface === 'in' && /^ (?:thick|long|wide|high|tall|deep|in diameter|across)/.test(text.slice(end, end + 13))) return true
  if (surface === 'in') return gap <= 1 && !isLetter(text.charCodeAt(end + 1)) && !/\d/.test(text.charAt(end + 1))
  if (code === 'day' && surface === 'Tages') return false
  return true
}

/** Degrees that weather, a fever or a kitchen may have: 68 of "68F" and 98.6 of "98.6 F", not 13 of "13F" and 777 of "777F". */
function isWarm(before: string): boolean {
  const written = /(?:^|[^\d.,])(\d+(?:\.\d)?) ?$/.exec(before)?.[1]
  return written !== undefined && Number(written) >= 30 && Number(written) <= 450
}

/** Whether a quotation mark at an offset closes one that was opened before it. */
function closesQuote({ text, from }: Tokens, at: number): boolean {
  const mark = text.charAt(at)
  if (mark === "'" || mark === '′' || mark === '″') return /['‘]\S[^'‘]*$/.test(text.slice(Math.max(from, at - 60), at))
  const before = text.slice(Math.max(from, at - 200), at)
  const opened = (before.match(/[„"“”]/g) ?? []).length
  return opened % 2 === 1
}

/** "US dollars " */
const longestPrefix = 11

export interface FoundCurrency {
  readonly code: UnitCode
  /** Its first token, and where that begins. */
  readonly from: number
  readonly start: number
  /** Of "MEUR" a million. */
  readonly factor?: number
}

/** A currency that stands in front of the number at a token: "€", "US$ ", "EUR ". */
export function currencyBefore(tokens: Tokens, at: number, floor: number): FoundCurrency | undefined {
  const { text, lexicon } = tokens
  const start = tokens.startOf(at)
  const scaled = at - 1 >= floor && start - tokens.endOf(at - 1) <= 1 ? scaledCode(tokens, at - 1) : undefined
  if (scaled !== undefined) return { code: scaled.code, from: at - 1, start: tokens.startOf(at - 1), factor: scaled.factor }
  if (!lexicon.prefixes.mayEnd(text, start) && !lexicon.prefixes.mayEnd(text, start - 1)) return undefined
  for (let from = at - 1; from >= floor && from >= at - 4; from--) {
    if (start - tokens.startOf(from) > longestPrefix) break
    const form = lexicon.prefixes.longest(text, tokens.startOf(from), true)
    if (form === undefined || start - form.end > 1 || start < form.end) continue
    // "R500 million", but not "R2-D2".
    if (form.code === 'ZAR' && tokens.isWord(at - 1) && tokens.endOf(at) - start < 2) continue
    // The longest one that reaches the number: "US$" before "$".
    let best = { code: form.code, from, start: tokens.startOf(from) }
    for (let more = from - 1; more >= floor && more >= from - 3; more--) {
      const longer = lexicon.prefixes.longest(text, tokens.startOf(more), true)
      if (longer?.end === form.end) best = { code: longer.code, from: more, start: tokens.startOf(more) }
    }
    return best.code === 'cent' ? undefined : best
  }
  return undefined
}

/** $, €, £ and ¥ */
export function isMoneySign(tokens: Tokens, at: number): boolean {
  const symbol = tokens.symbol(at)
  return symbol === 0x24 || symbol === 0x20ac || symbol === 0xa3 || symbol === 0xa5
}

interface FoundRate {
  readonly rate: string
  readonly end: number
  readonly next: number
}

/** "pro Jahr", "je Einwohner", "je 100.000 Einwohner", "an hour", "im Monat", "5 Euro die Stunde"; undefined where no rate follows. */
export function readRate(tokens: Tokens, at: number, unit: UnitCode | null): FoundRate | undefined {
  const { lexicon } = tokens
  let index = at
  const slash = tokens.isSymbol(at, '/')
  if (!slash && !tokens.is(at, Class.per)) {
    if (lexicon.language !== 'de' || !tokens.isWord(at)) return undefined
    if (unit !== null && isMoney(unit) && /^(?:die|den|das|der)$/.test(tokens.slice(at))) return named(tokens, at + 1)
    if (!/^(?:im|am|in)$/i.test(tokens.slice(at))) return undefined
    index = tokens.lower(at) === 'in' ? at + 2 : at + 1
    const length = tokens.isWord(index) ? /^(Jahr|Monat|Tag|Woche|Stunde|Minute|Sekunde|Quartal)$/.exec(tokens.slice(index)) : null
    if (length === null || tokens.isDigits(index + 1) || (tokens.lower(at) === 'in' && tokens.lower(at + 1) !== 'der')) return undefined
    const code = tokens.formFrom(tokens.startOf(index))?.code
    return code === undefined ? undefined : { rate: code, end: tokens.endOf(index), next: index + 1 }
  }
  index++
  if (lexicon.language === 'en' && !slash && tokens.lower(at) === 'a' && !tokens.isWord(index)) return undefined
  if (tokens.isDigits(index) || (tokens.numberWord(index) !== undefined && tokens.numberWord(index)?.kind !== 'ordinal'))
    return perMany(tokens, index)
  const form = tokens.formFrom(tokens.startOf(index))
  if (form !== undefined && form.end > tokens.startOf(index) && tokens.isWord(index))
    return { rate: form.code, end: form.end, next: tokens.indexAt(form.end, index) }
  if (!tokens.isWord(index) || (lexicon.language === 'en' && tokens.lower(at) !== 'per')) return undefined
  return { rate: tokens.lower(index), end: tokens.endOf(index), next: index + 1 }
}

/** "100.000 Einwohner", "100 km": the rate that a number and what it counts make. */
function perMany(tokens: Tokens, at: number): FoundRate | undefined {
  const numeral = readNumeral(tokens, at)
  if (numeral === undefined || numeral.ratio !== undefined || numeral.times || numeral.ordinal) return undefined
  const { value, end, next } = numeral
  const form = tokens.formFrom(Math.min(end + 1, tokens.startOf(next)))
  if (form !== undefined) return { rate: `${value}-${form.code}`, end: form.end, next: tokens.indexAt(form.end, at) }
  if (!tokens.isUpper(next) || tokens.lexicon.language !== 'de') return undefined
  return { rate: `${value}-${tokens.lower(next)}`, end: tokens.endOf(next), next: next + 1 }
}

/** "die Stunde", "das Kilo" behind a price. */
function named(tokens: Tokens, at: number): FoundRate | undefined {
  if (!tokens.isUpper(at) || tokens.isDigits(at + 1)) return undefined
  const form = tokens.formFrom(tokens.startOf(at))
  if (form?.end !== tokens.endOf(at) || isMoney(form.code)) return undefined
  return { rate: form.code, end: form.end, next: at + 1 }
}
