/** Dates and years: 04.03.2015, 6. und 7. Juni, March 24, 1945, 2013/14, in den 1990er-Jahren. */
import { Class } from '../../language/lexicon'
import { hedgeBefore } from '../hedge'
import { countedNoun } from '../noun'
import type { Tokens } from '../tokens'
import { aside, countsNoun, digits, type FoundAside, followedByUnit, isDay, isMonth, isYear, lengthOf, padded, type Rule } from './rule'

/** The month at a token, with the token behind it and its full stop. */
export function monthAt(tokens: Tokens, at: number): { month: number; next: number } | undefined {
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

/** "27 12 2015": day, month and year as digits with blanks. */
export const spacedDate: Rule = (tokens, at) => {
  const [day, month] = [digits(tokens, at), digits(tokens, at + 1)]
  if (!isDay(day) || !isMonth(month) || !isYear(tokens, at + 2) || (tokens.isDigits(at + 3) && !tokens.opensLine(at + 3))) return undefined
  const apart = (index: number) => tokens.startOf(index) - tokens.endOf(index - 1) === 1
  if (lengthOf(tokens, at) !== 2 || lengthOf(tokens, at + 1) !== 2 || !apart(at + 1) || !apart(at + 2)) return undefined
  return aside(tokens, at, at + 3, 'date', `${digits(tokens, at + 2)}-${padded(month)}-${padded(day)}`)
}

/** 04.03.2015, 2015-03-04, 4/3/2015, 22.04. */
export const numericDate: Rule = (tokens, at, floor) => {
  const separator = tokens.symbol(at + 1)
  if ((separator !== 46 && separator !== 45 && separator !== 47) || !tokens.touches(at + 1)) return undefined
  const first = digits(tokens, at)
  // "11/1925", but "2/1000" is a part
  if (
    separator === 47 &&
    isMonth(first) &&
    digits(tokens, at + 2) > 1000 &&
    lengthOf(tokens, at) <= 2 &&
    tokens.touches(at + 2) &&
    isYear(tokens, at + 2)
  )
    return tokens.isSymbol(at + 3, '/') && tokens.touches(at + 3)
      ? undefined
      : aside(tokens, at, at + 3, 'date', `${digits(tokens, at + 2)}-${padded(first)}`)
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
  // "16/02": no fraction has such a denominator.
  if (separator === 47 && blank === 0 && tokens.slice(at + 2).startsWith('0') && !full) return aside(tokens, at, at + 3, 'date')
  if (separator === 46 && tokens.isSymbol(at + 3, '.') && tokens.touches(at + 3) && !(tokens.touches(at + 4) && tokens.isDigits(at + 4)))
    return aside(tokens, at, isYear(tokens, at + 4) ? at + 5 : at + 4, 'date')
  // "am 22.04", "on 22/04", but not "17.35 Uhr" and not "um 4.5 Grad".
  const cue = at - 1 >= floor && tokens.isWord(at - 1) && /^(?:am|vom|zum|bis|ab|seit|on|until|since)$/i.test(tokens.slice(at - 1))
  if (
    cue &&
    lengthOf(tokens, at + 2) === 2 &&
    blank === 0 &&
    !tokens.is(at + 3, Class.clock) &&
    tokens.formFrom(tokens.endOf(at + 2) + 1) === undefined
  )
    return aside(tokens, at, at + 3, 'date')
  return undefined
}

/** 4. März 2015, 6. und 7. Juni, 24 March, March 24, 1945, Ende Mai 2011, 21. oder 22. September. */
export const namedDate: Rule = (tokens, at, floor) => {
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
  // "Montag, 8.", "Montag (8.)", "vom 2. September bis 12."
  const weekday = tokens.isSymbol(at - 1, ',') || tokens.isSymbol(at - 1, '(') ? at - 2 : at - 1
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

/** Q2, Q2 2015, H1/2015, FY2015: quarters, half years and business years. */
export const businessPeriod: Rule = (tokens, at, floor) => {
  const lead = at - 1
  if (lead < floor || !tokens.isWord(lead) || !tokens.touches(at) || (tokens.touches(lead) && !tokens.isSymbol(lead - 1, '(')))
    return undefined
  const value = digits(tokens, at)
  const letters = tokens.slice(lead)
  if (letters === 'FY') {
    const year = lengthOf(tokens, at) === 2 ? 2000 + value : value
    return isYear(tokens, at) || lengthOf(tokens, at) === 2 ? aside(tokens, lead, at + 1, 'date', String(year)) : undefined
  }
  if (!((letters === 'Q' && value <= 4) || (letters === 'H' && value <= 2)) || value < 1 || lengthOf(tokens, at) > 1) return undefined
  if (tokens.touches(at + 1) && (tokens.isWord(at + 1) || (tokens.isSymbol(at + 1, '.') && tokens.touches(at + 2)))) return undefined
  const next = tokens.isSymbol(at + 1, '/') || tokens.isSymbol(at + 1, ',') || tokens.is(at + 1, Class.of) ? at + 2 : at + 1
  return isYear(tokens, next) ? aside(tokens, lead, next + 1, 'date', String(digits(tokens, next))) : aside(tokens, lead, at + 1, 'date')
}

function monthBefore(tokens: Tokens, at: number, floor: number): { month: number; index: number } | undefined {
  const index = tokens.isSymbol(at - 1, '.') || tokens.isSymbol(at - 1, ',') ? at - 2 : at - 1
  if (index < floor) return undefined
  const month = monthAt(tokens, index)
  if (month === undefined || (index === at - 2 && !tokens.isSymbol(at - 1, '.') && tokens.lexicon.language === 'de')) return undefined
  return { month: month.month, index }
}

/** 1990er-Jahre, 90er Jahre, 1960s, '90s. */
export const decade: Rule = (tokens, at) => {
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

/** Years, and years with a season's end: 2015, 2013/14, 1756 bis 1763, v. Chr. */
export const year: Rule = (tokens, at, floor) => {
  if (!isYear(tokens, at)) return earlyYear(tokens, at)
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
  if (hedge !== undefined && countedNoun(tokens, at + 1) !== undefined) return undefined
  if (tokens.touches(at + 1) && tokens.isWord(at + 1)) return undefined
  const modern = value >= 1900 && value < 2100
  // Nobody writes "2005 Millionen": a year and the next number. "the 1988 quarter" is one of that year.
  const ahead = tokens.numberWord(at + 1)
  const quarter = ahead?.kind === 'denominator' && tokens.lexicon.language === 'en' && tokens.lower(at + 1) === 'quarter'
  if (followedByUnit(tokens, at + 1) && !(modern && (ahead?.kind === 'scale' || quarter))) return undefined
  if (cued === 'strong' || modern) {
    // Without a mark for its thousands only a round number counts: "2000 Menschen", but "haben 2015 Schlagzeilen gemacht".
    if (cued === 'none' && value % 100 === 0 && countsNoun(tokens, at + 1)) return undefined
    return aside(tokens, at, at + 1, 'date', String(value))
  }
  if (cued === 'none' && value >= 1500 && placed.test(tokens.isWord(at + 1) ? tokens.slice(at + 1) : ''))
    return aside(tokens, at, at + 1, 'date', String(value))
  if (cued === 'weak' && value >= 1400 && !countsNoun(tokens, at + 1)) return aside(tokens, at, at + 1, 'date', String(value))
  return undefined
}

/** What follows a year that stands alone: "der Fund, der 1855 in Tirol gemacht wurde". */
const placed = /^(?:in|im|am|bei|beim|durch|zum|zur)$/

/** "im Jahr 753": a year of fewer than four digits. */
function earlyYear(tokens: Tokens, at: number): FoundAside | undefined {
  if (!tokens.isWord(at - 1) || !/^Jahre?$/.test(tokens.slice(at - 1)) || lengthOf(tokens, at) > 3 || lengthOf(tokens, at) < 2)
    return undefined
  if (!/^(?:im|vom|zum|dem|seit|bis|das)$/i.test(tokens.slice(at - 2)) || followedByUnit(tokens, at + 1) || countsNoun(tokens, at + 1))
    return undefined
  return aside(tokens, at, at + 1, 'date')
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
