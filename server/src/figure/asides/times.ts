/** Clock times: 17.35 Uhr, halb acht, 9.20 p.m. */
import { Class } from '../../language/lexicon'
import type { Tokens } from '../tokens'
import { aside, digits, lengthOf, type Rule } from './rule'

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
  if (!minutes || (separator !== 58 && tokens.lexicon.language === 'en')) return undefined
  const unit = (index: number) => tokens.lexicon.forms.longest(tokens.text, tokens.endOf(index - 1) + 1) !== undefined
  if (tokens.isSymbol(next, ':') && tokens.touches(next) && tokens.touches(next + 1)) {
    // A time stamp has two digits for the hour; "8:34:30" lasts that long.
    return lengthOf(tokens, at) === 2 && tokens.isDigits(next + 1) && lengthOf(tokens, next + 1) === 2 && !unit(next + 2)
      ? aside(tokens, at, next + 2, 'time')
      : undefined
  }
  if (separator === 58 && hours >= 10 && lengthOf(tokens, at) === 2 && !unit(next)) return aside(tokens, at, next, 'time')
  const cue =
    at - 1 >= floor &&
    tokens.isWord(at - 1) &&
    (separator === 58 ? /^(?:um|gegen|ab|bis|seit|von|nach|vor|at|from|until|by|around|about|after|before)$/i : /^(?:um|gegen)$/i).test(
      tokens.slice(at - 1),
    )
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
