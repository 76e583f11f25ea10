/**
 * Numbers that are no figures: dates, clock times, ordinals, places in a text, names, scores, identifiers, idioms. Each rule looks at a few
 * tokens around a number and says what it is and how far it reaches; the order of the rules is their precedence.
 */
import { Class, digitsKey, type PhraseTree } from '../language/lexicon'
import type { AsideReason } from './figure'
import { hedgeBefore } from './hedge'
import { countedNoun } from './noun'
import type { Tokens } from './tokens'

export interface FoundAside {
  readonly start: number
  readonly end: number
  /** The first token behind it. */
  readonly next: number
  readonly reason: AsideReason
  readonly iso?: string
}

/** What the number at a trigger is, if no figure. `floor` is the first token that is not taken yet. */
export function readAside(tokens: Tokens, at: number, floor: number): FoundAside | undefined {
  for (const rule of tokens.isDigits(at) ? digitRules : wordRules) {
    const found = rule(tokens, at, floor)
    if (found !== undefined) return found
  }
  return undefined
}

type Rule = (tokens: Tokens, at: number, floor: number) => FoundAside | undefined

function aside(tokens: Tokens, from: number, next: number, reason: AsideReason, iso?: string): FoundAside {
  return { start: tokens.startOf(from), end: tokens.endOf(next - 1), next, reason, ...(iso !== undefined && { iso }) }
}

const digits = (tokens: Tokens, at: number) => tokens.number(at)
const lengthOf = (tokens: Tokens, at: number) => tokens.endOf(at) - tokens.startOf(at)
const padded = (value: number) => String(value).padStart(2, '0')
const isDay = (value: number) => value >= 1 && value <= 31
const isMonth = (value: number) => value >= 1 && value <= 12

/** Four digits that can be a year. */
export function isYear(tokens: Tokens, at: number): boolean {
  const value = digits(tokens, at)
  return lengthOf(tokens, at) === 4 && value >= 1000 && value < 2200
}

/** The month at a token, with the token behind it and its full stop. */
function monthAt(tokens: Tokens, at: number): { month: number; next: number } | undefined {
  if (!tokens.isWord(at)) return undefined
  const month = tokens.lexicon.months[tokens.id[at] ?? 0]
  if (month === undefined) return undefined
  const short = lengthOf(tokens, at) <= 4
  if (
    tokens.lexicon.language === 'en' &&
    !tokens.isUpper(at) &&
    (tokens.lower(at) === 'may' || tokens.lower(at) === 'march' || tokens.lower(at) === 'mar')
  )
    return undefined
  if (tokens.lower(at) === 'sept' || short)
    return { month, next: tokens.isSymbol(at + 1, '.') && tokens.touches(at + 1) && tokens.lower(at) !== 'mai' ? at + 2 : at + 1 }
  return { month, next: at + 1 }
}

/** A year behind a date, with a comma or "of" before it: ", 1945". */
function yearAfter(tokens: Tokens, at: number): { year: number; next: number } | undefined {
  let index = at
  if (tokens.isSymbol(index, ',') || (tokens.is(index, Class.of) && tokens.isDigits(index + 1))) index++
  if (
    !isYear(tokens, index) ||
    (tokens.isSymbol(index + 1, ',') && tokens.touches(index + 1) && tokens.touches(index + 2) && tokens.isDigits(index + 2))
  )
    return undefined
  return { year: digits(tokens, index), next: index + 1 }
}

/** "4." or "4th" as the day of a date; the token behind it. */
function dayMark(tokens: Tokens, at: number): number {
  if (tokens.lexicon.language === 'de') return tokens.isSymbol(at + 1, '.') && tokens.touches(at + 1) ? at + 2 : at + 1
  return tokens.isWord(at + 1) && tokens.touches(at + 1) && /^(?:st|nd|rd|th)$/i.test(tokens.slice(at + 1)) ? at + 2 : at + 1
}

/** 04.03.2015, 2015-03-04, 4/3/2015, 22.04. */
const numericDate: Rule = (tokens, at, floor) => {
  const separator = tokens.symbol(at + 1)
  if ((separator !== 46 && separator !== 45 && separator !== 47) || !tokens.touches(at + 1)) return undefined
  const first = digits(tokens, at)
  const blank = tokens.touches(at + 2) ? 0 : 1
  const second = digits(tokens, at + 2)
  const third = digits(tokens, at + 4)
  const full = tokens.symbol(at + 3) === separator && tokens.touches(at + 3) && (blank === 1 || tokens.touches(at + 4))
  if (separator === 45 && lengthOf(tokens, at) === 4 && full && isMonth(second) && isDay(third))
    return aside(tokens, at, at + 5, 'date', `${first}-${padded(second)}-${padded(third)}`)
  if (lengthOf(tokens, at) > 2 || lengthOf(tokens, at + 2) > 2) return undefined
  const [day, month] = separator === 47 && second > 12 ? [second, first] : [first, second]
  if (!isDay(day) || !isMonth(month)) return undefined
  if (
    full &&
    (lengthOf(tokens, at + 4) === 4 || lengthOf(tokens, at + 4) === 2) &&
    (separator !== 46 || lengthOf(tokens, at + 4) === 4 || tokens.lexicon.language === 'de')
  ) {
    const year = third < 100 ? (third < 50 ? 2000 : 1900) + third : third
    if (year >= 1000 && year < 2200) return aside(tokens, at, at + 5, 'date', `${year}-${padded(month)}-${padded(day)}`)
  }
  if (separator === 45) return undefined
  if (separator === 46 && tokens.isSymbol(at + 3, '.') && tokens.touches(at + 3) && !tokens.isDigits(at + 4))
    return aside(tokens, at, at + 4, 'date')
  // "am 22.04", "on 22/04", but not "17.35 Uhr" and not "um 4.5 Grad".
  const cue = at - 1 >= floor && tokens.isWord(at - 1) && /^(?:am|vom|zum|bis|ab|seit|on|until|since)$/i.test(tokens.slice(at - 1))
  if (
    cue &&
    lengthOf(tokens, at + 2) === 2 &&
    blank === 0 &&
    !tokens.is(at + 3, Class.clock) &&
    tokens.lexicon.forms.longest(tokens.text, tokens.endOf(at + 2) + 1) === undefined
  )
    return aside(tokens, at, at + 3, 'date')
  return undefined
}

/** 4. März 2015, 6. und 7. Juni, 24 March, March 24, 1945, Ende Mai 2011, 21. oder 22. September. */
const namedDate: Rule = (tokens, at, floor) => {
  const value = digits(tokens, at)
  if (lengthOf(tokens, at) <= 2 && isDay(value)) {
    let next = dayMark(tokens, at)
    // More days of the same month: "6. und", "21. bis".
    for (let step = 0; step < 4; step++) {
      const joined =
        tokens.is(next, Class.and | Class.or | Class.to) ||
        tokens.isSymbol(next, ',') ||
        tokens.isSymbol(next, '/') ||
        tokens.isSymbol(next, '-') ||
        tokens.isSymbol(next, '–')
      if (!joined || !tokens.isDigits(next + 1) || lengthOf(tokens, next + 1) > 2) break
      next = dayMark(tokens, next + 1)
    }
    if (tokens.is(next, Class.of) && monthAt(tokens, next + 1) !== undefined) next++
    const month = monthAt(tokens, next)
    if (month !== undefined && !(tokens.lexicon.language === 'de' && tokens.lower(next) === 'mio')) {
      const year = yearAfter(tokens, month.next)
      const iso = year && `${year.year}-${padded(month.month)}-${padded(value)}`
      return aside(tokens, at, year?.next ?? month.next, 'date', iso ?? `--${padded(month.month)}-${padded(value)}`)
    }
  }
  const weekday = tokens.isSymbol(at - 1, ',') ? at - 2 : at - 1
  if (
    weekday >= floor &&
    tokens.is(weekday, Class.weekday) &&
    lengthOf(tokens, at) <= 2 &&
    isDay(value) &&
    tokens.isSymbol(at + 1, '.') &&
    tokens.touches(at + 1)
  ) {
    const month = tokens.touches(at + 2) && tokens.isDigits(at + 2) && lengthOf(tokens, at + 2) <= 2
    return aside(tokens, at, month ? at + 3 : at + 2, 'date')
  }
  const before = monthBefore(tokens, at, floor)
  if (before === undefined) return undefined
  if (isYear(tokens, at)) return aside(tokens, before.index, at + 1, 'date', `${value}-${padded(before.month)}`)
  const american =
    tokens.lexicon.language === 'en' ||
    isYear(tokens, at + 2) ||
    isYear(tokens, at + 1) ||
    /^(?:January|February|March|June|July|October|December)$/.test(tokens.slice(before.index))
  if (american && isDay(value) && lengthOf(tokens, at) <= 2) {
    const marked = dayMark(tokens, at)
    const range =
      (tokens.is(marked, Class.to | Class.and) || tokens.isSymbol(marked, '-') || tokens.isSymbol(marked, '–')) &&
      tokens.isDigits(marked + 1) &&
      lengthOf(tokens, marked + 1) <= 2
        ? dayMark(tokens, marked + 1)
        : marked
    const year = yearAfter(tokens, range)
    return aside(tokens, before.index, year?.next ?? range, 'date', year && `${year.year}-${padded(before.month)}-${padded(value)}`)
  }
  return undefined
}

function monthBefore(tokens: Tokens, at: number, floor: number): { month: number; index: number } | undefined {
  const index = tokens.isSymbol(at - 1, '.') || tokens.isSymbol(at - 1, ',') ? at - 2 : at - 1
  if (index < floor) return undefined
  const month = monthAt(tokens, index)
  if (month === undefined || (index === at - 2 && !tokens.isSymbol(at - 1, '.') && tokens.lexicon.language === 'de')) return undefined
  return { month: month.month, index }
}

/** 1990er-Jahre, 90er Jahre, 1960s, '90s. */
const decade: Rule = (tokens, at) => {
  if (!tokens.isWord(at + 1) || !tokens.touches(at + 1)) return undefined
  const suffix = tokens.lower(at + 1)
  const value = digits(tokens, at)
  if (tokens.lexicon.language === 'de') {
    if (suffix !== 'er' && suffix !== 'ern') return undefined
    let next = at + 2
    if (tokens.isSymbol(next, '-')) next++
    const years = tokens.isWord(next) && /^jahren?$/i.test(tokens.slice(next))
    return aside(tokens, at, years ? next + 1 : at + 2, years || value > 1000 || value % 10 === 0 ? 'date' : 'name')
  }
  return suffix === 's' && value % 10 === 0 ? aside(tokens, at, at + 2, 'date') : undefined
}

/** 17.35 Uhr, 14 Uhr 30, 9.20 p.m., 5 o'clock, um 12:51, 8:15 GMT. */
const clockTime: Rule = (tokens, at, floor) => {
  const hours = digits(tokens, at)
  if (lengthOf(tokens, at) > 2 || hours > 24) return undefined
  let next = at + 1
  const separator = tokens.symbol(next)
  const minutes =
    (separator === 58 || separator === 46) &&
    tokens.touches(next) &&
    tokens.touches(next + 1) &&
    tokens.isDigits(next + 1) &&
    lengthOf(tokens, next + 1) === 2 &&
    digits(tokens, next + 1) < 60
  if (minutes) next += 2
  if (
    minutes &&
    tokens.isSymbol(next, ':') &&
    tokens.touches(next) &&
    tokens.isDigits(next + 1) &&
    lengthOf(tokens, next + 1) === 2 &&
    tokens.is(next + 2, Class.clock)
  )
    next += 2
  const range =
    (tokens.is(next, Class.to | Class.and) || tokens.isSymbol(next, '-') || tokens.isSymbol(next, '–')) &&
    tokens.isDigits(next + 1) &&
    lengthOf(tokens, next + 1) <= 2
  const clock = clockMark(tokens, next)
  if (clock !== undefined) return aside(tokens, at, clock, 'time')
  if (range && digits(tokens, next + 1) <= 24) {
    let last = next + 2
    if (
      (tokens.isSymbol(last, ':') || tokens.isSymbol(last, '.')) &&
      tokens.touches(last) &&
      tokens.touches(last + 1) &&
      tokens.isDigits(last + 1) &&
      lengthOf(tokens, last + 1) === 2
    )
      last += 2
    const mark = clockMark(tokens, last)
    if (mark !== undefined) return aside(tokens, at, mark, 'time')
  }
  if (!minutes || separator !== 58) return undefined
  const unit = (index: number) => tokens.lexicon.forms.longest(tokens.text, tokens.endOf(index - 1) + 1) !== undefined
  if (tokens.isSymbol(next, ':') && tokens.touches(next)) {
    // A time stamp has two digits for the hour; "8:34:30" lasts that long.
    return lengthOf(tokens, at) === 2 && tokens.isDigits(next + 1) && lengthOf(tokens, next + 1) === 2 && !unit(next + 2)
      ? aside(tokens, at, next + 2, 'time')
      : undefined
  }
  if (hours >= 10 && lengthOf(tokens, at) === 2 && !unit(next)) return aside(tokens, at, next, 'time')
  const cue =
    at - 1 >= floor &&
    tokens.isWord(at - 1) &&
    /^(?:um|gegen|ab|bis|seit|von|nach|vor|at|from|until|by|around|about|after|before)$/i.test(tokens.slice(at - 1))
  return cue && tokens.lexicon.forms.longest(tokens.text, tokens.endOf(next - 1) + 1) === undefined
    ? aside(tokens, at, next, 'time')
    : undefined
}

/** The token behind "Uhr", "p.m.", "o'clock" at `at`. */
function clockMark(tokens: Tokens, at: number): number | undefined {
  if (!tokens.isWord(at)) return undefined
  const word = tokens.lower(at)
  if (tokens.lexicon.language === 'de') {
    if (word !== 'uhr') return undefined
    return tokens.isDigits(at + 1) &&
      lengthOf(tokens, at + 1) === 2 &&
      !tokens.isSymbol(at + 2, '.') &&
      !tokens.isSymbol(at + 2, ',') &&
      digits(tokens, at + 1) < 60
      ? at + 2
      : at + 1
  }
  if (word === 'gmt' || word === 'cet' || word === 'est') return at + 1
  if (word === 'am' || word === 'pm') return tokens.touches(at) || digits(tokens, at - 1) <= 60 ? at + 1 : undefined
  if ((word === 'a' || word === 'p') && tokens.isSymbol(at + 1, '.') && tokens.isWord(at + 2) && tokens.lower(at + 2) === 'm')
    return tokens.isSymbol(at + 3, '.') ? at + 4 : at + 3
  if (word === 'o' && tokens.isWord(at + 2) && tokens.lower(at + 2) === 'clock') return at + 3
  return word === 'oclock' ? at + 1 : undefined
}

/** 3:1, 7:6, 4:6, 6:3; 2-6, 6-2 in a row. */
const score: Rule = (tokens, at) => {
  const separator = tokens.symbol(at + 1)
  if (
    (separator !== 58 && separator !== 45 && separator !== 0x2013) ||
    !tokens.touches(at + 1) ||
    !tokens.touches(at + 2) ||
    !tokens.isDigits(at + 2)
  )
    return undefined
  if (lengthOf(tokens, at) > 3 || lengthOf(tokens, at + 2) > 3) return undefined
  let next = at + 3
  let sets = 1
  while (
    tokens.isSymbol(next, ',') &&
    tokens.isDigits(next + 1) &&
    tokens.symbol(next + 2) === separator &&
    tokens.touches(next + 2) &&
    tokens.isDigits(next + 3) &&
    tokens.touches(next + 3) &&
    lengthOf(tokens, next + 3) <= 2
  ) {
    next += 4
    sets++
  }
  if (separator === 58) {
    if (tokens.isSymbol(next, ':') && tokens.touches(next)) return undefined
    // "7:57 Minuten" lasts that long; "1:1" in a list of measures does not.
    if (tokens.lexicon.forms.longest(tokens.text, tokens.endOf(next - 1) + 1) !== undefined) return undefined
    return aside(tokens, at, next, 'score')
  }
  if (sets > 1) return aside(tokens, at, next, 'score')
  // A pair that falls is no range: "49-3", "won 3-1".
  return separator === 45 &&
    digits(tokens, at) > digits(tokens, at + 2) &&
    !followedByUnit(tokens, next) &&
    !tokens.touches(next) &&
    !countsNoun(tokens, next)
    ? aside(tokens, at, next, 'score')
    : undefined
}

/** 192.168.1.2, 2.0.1, +49 30 1234567, 0664/1234567, 1-222-2222, ISBN 978-3-…: digits that name a thing. */
const identifier: Rule = (tokens, at, floor) => {
  const touching = (index: number) => tokens.touches(index) && tokens.touches(index + 1) && tokens.isDigits(index + 1)
  let next = at + 1
  let parts = 1
  let separator = 0
  let long = lengthOf(tokens, at) > 3
  while (parts < 12) {
    const symbol = tokens.symbol(next)
    if ((symbol !== 46 && symbol !== 45 && symbol !== 47) || !touching(next)) break
    if (separator !== 0 && symbol !== separator && separator !== 47) break
    separator = symbol
    if (lengthOf(tokens, next + 1) !== 3) long = true
    next += 2
    parts++
  }
  if (parts >= 3 && (separator !== 46 || long) && separator !== 47) return aside(tokens, at, next, 'identifier')
  const lead = tokens.slice(at).startsWith('0') && lengthOf(tokens, at) >= 3
  if (lead && (parts >= 2 || tokens.isDigits(at + 1)) && separator !== 46) {
    while (tokens.isDigits(next) && tokens.startOf(next) - tokens.endOf(next - 1) === 1) next++
    return aside(tokens, at, next, 'identifier')
  }
  if (
    tokens.isSymbol(at - 1, '+') &&
    tokens.touches(at) &&
    lengthOf(tokens, at) <= 3 &&
    (tokens.isDigits(at + 1) || tokens.isSymbol(at + 1, '('))
  ) {
    while (
      next < tokens.count &&
      (tokens.isDigits(next) ||
        tokens.symbol(next) === 45 ||
        tokens.symbol(next) === 47 ||
        tokens.symbol(next) === 40 ||
        tokens.symbol(next) === 41) &&
      tokens.startOf(next) - tokens.endOf(next - 1) <= 1 &&
      next - at < 12
    )
      next++
    if (tokens.endOf(next - 1) - tokens.startOf(at) >= 8) return aside(tokens, at, next, 'identifier')
  }
  if (
    at - 1 >= floor &&
    tokens.isWord(at - 1) &&
    /^(?:isbn|issn|iban|tel|telefon|fax|phone|plz|doi)$/i.test(tokens.slice(tokens.isSymbol(at - 1, '.') ? at - 2 : at - 1))
  )
    return aside(tokens, at, next, 'identifier')
  return undefined
}

/** [12], [^3]: footnote and reference marks. */
const footnote: Rule = (tokens, at, floor) => {
  const open = tokens.isSymbol(at - 1, '^') ? at - 2 : at - 1
  if (open < floor || !tokens.isSymbol(open, '[') || !tokens.isSymbol(at + 1, ']') || lengthOf(tokens, at) > 3) return undefined
  return aside(tokens, open, at + 2, 'citation')
}

/** "1." and "2)" at the beginning of a line. */
const listNumber: Rule = (tokens, at) => {
  let lead = at
  while (tokens.isSymbol(lead - 1, '#') || tokens.isSymbol(lead - 1, '>')) lead--
  if (
    !tokens.opensLine(lead) ||
    lengthOf(tokens, at) > 3 ||
    !(tokens.isSymbol(at + 1, '.') || tokens.isSymbol(at + 1, ')')) ||
    !tokens.touches(at + 1)
  )
    return undefined
  if (tokens.touches(at + 2) || (tokens.isWord(at + 2) && monthAt(tokens, at + 2) !== undefined)) return undefined
  if (at + 2 >= tokens.count && at > 0) return undefined
  return aside(tokens, at, at + 2, 'listNumber')
}

/** Artikel 56, § 129a, S. 12 f., Nr. 7, page 12, Kapitel zwei. */
const section: Rule = (tokens, at, floor) => {
  let cue = at - 1
  if (tokens.isSymbol(cue, '.') && tokens.touches(cue)) cue--
  const sign = tokens.isSymbol(at - 1, '§') || tokens.isSymbol(at - 1, '№')
  if (cue < floor || (!sign && !(tokens.is(cue, Class.section) && lengthOf(tokens, cue) > 0))) return undefined
  if (!sign && lengthOf(tokens, cue) <= 2 && cue === at - 1 && tokens.lower(cue) !== 'p' && tokens.lower(cue) !== 'nr') return undefined
  if (!sign && tokens.lexicon.language === 'de' && !tokens.isUpper(cue) && cue === at - 1 && lengthOf(tokens, cue) > 3) return undefined
  if (!sign && tokens.lower(cue) === 'no' && !tokens.isUpper(cue) && cue === at - 1) return undefined
  let next = at + 1
  while (tokens.isSymbol(next, '.') && tokens.touches(next) && tokens.isDigits(next + 1) && tokens.touches(next + 1)) next += 2
  if (tokens.isWord(next) && tokens.touches(next) && lengthOf(tokens, next) === 1) next++
  if (next === at + 1 && followedByUnit(tokens, next)) return undefined
  for (let step = 0; step < 6; step++) {
    const joined =
      tokens.is(next, Class.and | Class.or | Class.to) ||
      tokens.isSymbol(next, ',') ||
      tokens.isSymbol(next, '-') ||
      tokens.isSymbol(next, '–') ||
      tokens.isSymbol(next, '/')
    if (!joined || !tokens.isDigits(next + 1) || lengthOf(tokens, next + 1) > 4) break
    next += 2
    if (tokens.isWord(next) && tokens.touches(next) && lengthOf(tokens, next) === 1) next++
  }
  return aside(tokens, cue, next, 'section')
}

/** A380, G7, COVID-19, F-22, Ö3: digits that a letter touches from the left. */
const attached: Rule = (tokens, at, floor) => {
  if (!tokens.touches(at)) return undefined
  let from = at - 1
  const hyphen = tokens.isSymbol(from, '-') || tokens.isSymbol(from, '/') || tokens.isSymbol(from, '‑')
  if (hyphen && tokens.touches(from)) from--
  if (from < floor || !tokens.isWord(from)) return undefined
  if (tokens.isSymbol(at - 1, '/') && !tokens.isUpper(from)) return undefined
  const word = tokens.slice(from)
  if (!hyphen && tokens.lexicon.prefixes.longest(tokens.text, tokens.startOf(from), true)?.end === tokens.endOf(from)) return undefined
  if (
    hyphen &&
    (tokens.is(from, Class.to | Class.and | Class.or) ||
      tokens.numberWord(from) !== undefined ||
      tokens.lexicon.forms.longest(tokens.text, tokens.startOf(from))?.end === tokens.endOf(from))
  )
    return undefined
  if (!hyphen && /^(?:x|ca|mind|max|min)$/i.test(word)) return undefined
  let next = at + 1
  while (
    tokens.touches(next) &&
    (tokens.isDigits(next) ||
      tokens.isWord(next) ||
      ((tokens.isSymbol(next, '-') || tokens.isSymbol(next, '/') || tokens.isSymbol(next, '.')) &&
        tokens.touches(next + 1) &&
        !tokens.isSymbol(next + 1, '-')))
  )
    next++
  return aside(tokens, from, next, 'name')
}

/** Years, and years with a season's end: 2015, 2013/14, 1756 bis 1763, v. Chr. */
const year: Rule = (tokens, at, floor) => {
  if (!isYear(tokens, at)) return undefined
  const value = digits(tokens, at)
  const after = tokens.symbol(at + 1)
  const touching = tokens.touches(at + 1)
  if (touching && (after === 44 || after === 46 || after === 39) && tokens.isDigits(at + 2) && tokens.touches(at + 2)) return undefined
  const season = (after === 47 || after === 45 || after === 0x2013) && tokens.isDigits(at + 2)
  if (season) {
    const second = digits(tokens, at + 2)
    const length = lengthOf(tokens, at + 2)
    if (
      (length === 2 && touching && second === (value + 1) % 100) ||
      (length === 4 && isYear(tokens, at + 2) && value >= 1800 && second > value && second - value < 120)
    )
      return aside(tokens, at, at + 3, 'date', String(value))
  }
  const cued = yearCued(tokens, at, floor)
  // "rund 2000 wohlhabende Griechen"; "um 1900" and "ca. 1900" are years.
  const hedge = cued === 'none' ? hedgeBefore(tokens, at, floor) : undefined
  if (hedge !== undefined && (hedge.hedge !== 'about' || countedNoun(tokens, at + 1) !== undefined)) return undefined
  if (tokens.touches(at + 1) && tokens.isWord(at + 1)) return undefined
  if (followedByUnit(tokens, at + 1)) return undefined
  if (cued === 'strong' || (value >= 1900 && value < 2100)) {
    if (cued === 'none' && countsNoun(tokens, at + 1)) return undefined
    return aside(tokens, at, at + 1, 'date', String(value))
  }
  if (cued === 'weak' && value >= 1400 && !countsNoun(tokens, at + 1)) return aside(tokens, at, at + 1, 'date', String(value))
  return undefined
}

/** How surely the word before a number makes it a year. */
function yearCued(tokens: Tokens, at: number, floor: number): 'strong' | 'weak' | 'none' {
  const before = at - 1
  if (before < 0) return 'none'
  if (tokens.isSymbol(before, '(') || tokens.isSymbol(before, '/')) return 'weak'
  if (before < floor && (tokens.isDigits(before) || tokens.is(before - 1, Class.and | Class.or | Class.to))) return 'weak'
  if (tokens.is(before, Class.month)) return 'strong'
  if (tokens.is(before, Class.yearCue))
    return /^(?:in|im|von|vor|nach|für|bis|ab|und|for|and|to|of|by|from|before|after|between|around|through)$/i.test(tokens.slice(before))
      ? 'weak'
      : 'strong'
  return 'none'
}

/** Whether a unit, a percent sign or a scale follows. */
function followedByUnit(tokens: Tokens, at: number): boolean {
  const end = tokens.endOf(at - 1)
  const blank = tokens.startOf(at) === end ? 0 : 1
  const form = tokens.lexicon.forms.longest(tokens.text, end + blank)
  if (form !== undefined && !/^(?:a|in|m|s|t|g|h|d|l|″|"|”|“|'|′|'')$/.test(tokens.text.slice(end + blank, form.end))) return true
  const word = tokens.numberWord(at)
  return word !== undefined && (word.kind === 'scale' || word.kind === 'denominator')
}

/** Whether a noun follows that a number may count: in German a capital, in English a plural. */
function countsNoun(tokens: Tokens, at: number): boolean {
  if (!tokens.isWord(at) || tokens.opensLine(at)) return false
  if (tokens.is(at, Class.plural)) return true
  const word = tokens.slice(at)
  if (tokens.lexicon.language === 'de') return tokens.isUpper(at) && /(?:en|er|ern|e|n|s)$/.test(word) && word.length > 4
  return !tokens.is(at, Class.closed) && /[^su]s$/.test(word) && !tokens.isUpper(at)
}

/** "17. Runde", "im 21. Bezirk", "71st edition", "16th place". */
const ordinalNumber: Rule = (tokens, at) => {
  if (tokens.lexicon.language === 'en') {
    return tokens.isWord(at + 1) && tokens.touches(at + 1) && /^(?:st|nd|rd|th)$/i.test(tokens.slice(at + 1))
      ? aside(tokens, at, at + 2, 'ordinal')
      : undefined
  }
  if (!tokens.isSymbol(at + 1, '.') || !tokens.touches(at + 1) || tokens.touches(at + 2) || lengthOf(tokens, at) > 3) return undefined
  const following = at + 2
  if (tokens.is(following, Class.rankNoun)) return aside(tokens, at, at + 3, 'ordinal')
  if (following < tokens.count && tokens.isWord(following)) {
    if (!tokens.isUpper(following))
      return tokens.is(at - 1, Class.and | Class.to | Class.or) ||
        tokens.is(at - 1, Class.determiner) ||
        !tokens.is(following, Class.closed) ||
        tokens.isDigits(at + 3)
        ? aside(tokens, at, at + 2, 'ordinal')
        : undefined
    if (tokens.is(at - 1, Class.determiner) && !tokens.is(following, Class.closed)) return aside(tokens, at, at + 2, 'ordinal')
    return undefined
  }
  // "am 15." at the end of a sentence or in front of a bracket.
  if (
    tokens.isWord(at - 1) &&
    /^(?:am|vom|zum|im|der|dem|den)$/i.test(tokens.slice(at - 1)) &&
    digits(tokens, at) <= 31 &&
    following < tokens.count
  )
    return aside(tokens, at, at + 2, 'ordinal')
  return undefined
}

/** Windows 10, Leopard 2, Formel 1, Global 2000, Alarmstufe 4. */
const named: Rule = (tokens, at, floor) => {
  const cue = at - 1
  if (cue < floor || !tokens.isWord(cue) || lengthOf(tokens, at) > 4 || tokens.slice(at).length > 4) return undefined
  if (tokens.startOf(at) - tokens.endOf(cue) > 1 || followedByUnit(tokens, at + 1)) return undefined
  if (
    tokens.touches(at + 1) &&
    (tokens.symbol(at + 1) === 46 || tokens.symbol(at + 1) === 44) &&
    tokens.touches(at + 2) &&
    tokens.isDigits(at + 2)
  )
    return undefined
  const cued = tokens.is(cue, Class.nameCue) && (tokens.isUpper(cue) || lengthOf(tokens, cue) > 2)
  if (cued && (tokens.isUpper(cue) || tokens.lexicon.language === 'en') && !countsNoun(tokens, at + 1))
    return aside(tokens, cue, at + 1, 'name')
  return undefined
}

/** »25«: nothing but a number in quotation marks is a title. */
const quoted: Rule = (tokens, at) => {
  const open = tokens.text.charAt(tokens.startOf(at) - 1)
  const close = tokens.text.charAt(tokens.endOf(at))
  return /[„“»«"‚‘”]/.test(open) && /["“”«»‘’]/.test(close) && close !== '' && open !== '' ? aside(tokens, at, at + 1, 'name') : undefined
}

/** 5G, 4K, 3sat, 129a: digits with letters behind them that are neither unit nor scale. */
const lettered: Rule = (tokens, at) => {
  if (!tokens.isWord(at + 1) || !tokens.touches(at + 1) || tokens.numberWord(at + 1) !== undefined) return undefined
  const end = tokens.endOf(at)
  const word = tokens.slice(at + 1)
  if (tokens.lexicon.scaleSymbols[word] !== undefined && !(/^[GK]$/.test(word) && digits(tokens, at) <= 8)) return undefined
  const form = tokens.lexicon.forms.longest(tokens.text, end)
  if (form !== undefined) return undefined
  if (/^(?:x|e|er|mal|fach|mal|jährige?[nmrs]?|prozentige?[nmrs]?|köpfige?[nmrs]?)$/i.test(word) || word.length > 5) return undefined
  return aside(tokens, at, at + 2, 'name')
}

/** "auf den ersten Blick", "fünf vor zwölf", "24/7". */
const idiom: Rule = (tokens, at, floor) => {
  for (let from = Math.max(floor, at - 5); from <= at; from++) {
    if (!tokens.lexicon.idioms.next.has(tokens.key(from))) continue
    let node: PhraseTree<true> | undefined = tokens.lexicon.idioms
    let index = from
    let end = -1
    while (node !== undefined) {
      if (node.value === true && index > at) end = index
      const key = tokens.key(index)
      node = key === 0 || index >= tokens.count ? undefined : node.next.get(key === digitsKey ? 0 : key)
      index++
    }
    if (end > 0) return aside(tokens, from, end, 'idiom')
  }
  return undefined
}

/** "acht Uhr", "um halb acht", "fünf o'clock". */
const spokenTime: Rule = (tokens, at, floor) => {
  const word = tokens.numberWord(at)
  if (word === undefined || word.value > 24) return undefined
  const mark = clockMark(tokens, at + 1)
  if (mark !== undefined && !(tokens.lexicon.language === 'en' && /^(?:am|a)$/i.test(tokens.slice(at + 1))))
    return aside(tokens, at, mark, 'time')
  if (tokens.lexicon.language !== 'de') return undefined
  if (word.kind === 'half' && tokens.lower(at) === 'halb') {
    const hour = tokens.numberWord(at + 1)
    if (hour !== undefined && (hour.kind === 'small' || hour.kind === 'cardinal') && hour.value <= 12)
      return aside(tokens, at, at + 2, 'time')
    if (tokens.isDigits(at + 1) && digits(tokens, at + 1) <= 12 && tokens.is(at - 1, Class.by)) return aside(tokens, at, at + 2, 'time')
  }
  if (
    (tokens.lower(at - 1) === 'nach' || tokens.lower(at - 1) === 'vor') &&
    at - 2 >= floor &&
    tokens.isWord(at - 2) &&
    tokens.lower(at - 2) === 'viertel'
  )
    return aside(tokens, at - 2, at + 1, 'time')
  return undefined
}

/** "der dritte Anlauf", "zweitens", "third and fourth"; "jeder achte" is a share and no rank. */
const spokenOrdinal: Rule = (tokens, at) => {
  const word = tokens.numberWord(at)
  if (word?.kind !== 'ordinal') return undefined
  if (tokens.is(at - 1, Class.every) && word.value > 1) return undefined
  if (tokens.lexicon.language === 'de' && /^achten?$/.test(tokens.slice(at)) && !tokens.is(at - 1, Class.determiner | Class.preposition))
    return undefined
  return aside(tokens, at, at + 1, 'ordinal')
}

/** "Nummer eins", "Kapitel zwei". */
const spokenSection: Rule = (tokens, at, floor) =>
  (tokens.isUpper(at - 1) || tokens.lexicon.language === 'en') &&
  !followedByUnit(tokens, at + 1) &&
  tokens.numberWord(at)?.kind === 'small' &&
  !countsNoun(tokens, at + 1)
    ? section(tokens, at, floor)
    : undefined

const sizes: ReadonlySet<number> = new Set([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000])

/** 500-Euro-Schein, a 20-pound note, 2-Euro-Münze: money by its name. */
const denomination: Rule = (tokens, at) => {
  if (tokens.isDigits(at) && !sizes.has(digits(tokens, at))) return undefined
  let next = at + 1
  for (let step = 0; step < 4 && next < tokens.count && tokens.touches(next); step++) next++
  const money =
    /^(?:[-‑ ]\p{L}+[-‑ ]|[€$£][-‑ ]?)(?:schein|scheine|scheinen|scheins|note|notes|noten|münzen?|banknoten?|bills?|coins?|stücke?)$/iu
  const last = tokens.isWord(next - 1) && next - 1 > at ? next : next + 1
  if (!tokens.isWord(last - 1) || last - at > 6) return undefined
  return money.test(tokens.text.slice(tokens.endOf(at), tokens.endOf(last - 1))) ? aside(tokens, at, last, 'name') : undefined
}

/** Fünf-Sterne-Bewegung, Zwei-Klassen-Medizin: a number word grown into a name. */
const grown: Rule = (tokens, at) => {
  if (
    tokens.numberWord(at) === undefined ||
    !tokens.isSymbol(at + 1, '-') ||
    !tokens.touches(at + 1) ||
    !tokens.touches(at + 2) ||
    !tokens.isWord(at + 2) ||
    !tokens.isUpper(at + 2)
  )
    return undefined
  if (!tokens.isSymbol(at + 3, '-') || !tokens.touches(at + 4) || !tokens.isWord(at + 4) || tokens.lexicon.language !== 'de')
    return undefined
  if (tokens.numberWord(at + 2) !== undefined || tokens.lexicon.forms.longest(tokens.text, tokens.startOf(at + 2)) !== undefined)
    return undefined
  let next = at + 5
  while (tokens.isSymbol(next, '-') && tokens.touches(next) && tokens.touches(next + 1)) next += 2
  return aside(tokens, at, next, 'name')
}

const digitRules: readonly Rule[] = [
  idiom,
  footnote,
  denomination,
  attached,
  section,
  numericDate,
  namedDate,
  decade,
  clockTime,
  score,
  identifier,
  listNumber,
  year,
  ordinalNumber,
  lettered,
  named,
  quoted,
]
const wordRules: readonly Rule[] = [idiom, grown, denomination, spokenTime, spokenOrdinal, spokenSection]
