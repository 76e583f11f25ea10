/** Clock times: 17.35 Uhr, halb acht, 9.20 p.m. */
import { Class } from '../../language/lexicon'
import type { Tokens } from '../tokens'
import { aside, digits, type FoundAside, lengthOf, type Rule } from './rule'

/** 17.35 Uhr, 14 Uhr 30, 9.20 p.m., 5 o'clock, um 12:51, 8:15 GMT. */
export const clockTime: Rule = (tokens, at, floor) => {
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
  if (!minutes) return clockHour(tokens, at, floor, next)
  if (separator !== 58 && tokens.lexicon.language === 'en') return undefined
  const unit = (index: number) => tokens.formFrom(tokens.endOf(index - 1) + 1) !== undefined
  if (tokens.isSymbol(next, ':') && tokens.touches(next) && tokens.touches(next + 1)) {
    // A time stamp has two digits for the hour; "8:34:30" lasts that long.
    return lengthOf(tokens, at) === 2 && tokens.isDigits(next + 1) && lengthOf(tokens, next + 1) === 2 && !unit(next + 2)
      ? aside(tokens, at, next + 2, 'time')
      : undefined
  }
  const leads = separator === 58 ? hours >= 10 || tokens.slice(at).startsWith('0') : !tokens.touches(next) || tokens.isSymbol(next, '.')
  // "21:00", "08:56"; "21.00" is no German number.
  if (leads && lengthOf(tokens, at) === 2 && !unit(next) && (separator === 58 || aloneBehind(tokens, next)))
    return aside(tokens, at, next, 'time')
  const cue =
    at - 1 >= floor &&
    tokens.isWord(at - 1) &&
    (separator === 58 ? /^(?:um|gegen|ab|bis|seit|von|nach|vor|at|from|until|by|around|about|after|before)$/i : /^(?:um|gegen)$/i).test(
      tokens.slice(at - 1),
    )
  return cue && tokens.formFrom(tokens.endOf(next - 1) + 1) === undefined ? aside(tokens, at, next, 'time') : undefined
}

/** "nachts um 12" */
function clockHour(tokens: Tokens, at: number, floor: number, next: number): FoundAside | undefined {
  if (at - 2 < floor || !tokens.isWord(at - 1) || !tokens.isWord(at - 2) || tokens.isUpper(next)) return undefined
  const cued = tokens.lower(at - 1) === 'um' && /^(?:nachts|morgens|abends|mittags|früh|nachmittags)$/.test(tokens.lower(at - 2))
  return cued ? aside(tokens, at, next, 'time') : undefined
}

/** Whether a number stands for itself: a mark, a name or a conjunction follows, and nothing it could count. */
function aloneBehind(tokens: Tokens, at: number): boolean {
  return !tokens.isWord(at) || tokens.opensLine(at) || tokens.is(at, Class.and | Class.to | Class.or)
}

/** "Vor 24 Minuten", "aktualisiert vor 9 Minuten": the age of a page, alone on its line. */
export const stamp: Rule = (tokens, at, floor) => {
  const cue = at - 1
  if (cue < floor || tokens.lexicon.language !== 'de' || !tokens.is(cue, Class.preposition) || tokens.lower(cue) !== 'vor') return undefined
  if (!tokens.isWord(at + 1) || !/^(?:Minuten?|Stunden?|Tage?n?|Wochen?)$/.test(tokens.slice(at + 1))) return undefined
  const led = tokens.opensLine(cue) || /[-–(|]/.test(String.fromCharCode(tokens.symbol(cue - 1))) || isUpdated(tokens, cue - 1)
  const end = tokens.endOf(at + 1)
  const ends = at + 2 >= tokens.count || tokens.opensLine(at + 2) || tokens.startOf(at + 2) - end > 1 || tokens.isSymbol(at + 2, ')')
  return led && ends ? aside(tokens, cue, at + 2, 'time') : undefined
}

function isUpdated(tokens: Tokens, at: number): boolean {
  return tokens.isWord(at) && tokens.lower(at) === 'aktualisiert'
}

/** "GMT+0200" */
export const offset: Rule = (tokens, at, floor) => {
  const zone = at - 2
  if (zone < floor || lengthOf(tokens, at) !== 4 || !(tokens.isSymbol(at - 1, '+') || tokens.isSymbol(at - 1, '-'))) return undefined
  return tokens.isWord(zone) && tokens.touches(at) && /^(?:GMT|UTC)$/.test(tokens.slice(zone))
    ? aside(tokens, zone, at + 1, 'time')
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

/** "acht Uhr", "um halb acht", "fünf o'clock". */
export const spokenTime: Rule = (tokens, at, floor) => {
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
