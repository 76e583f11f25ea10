/** Bare numbers that belong to the word before them: "Global 2000", "die Elf", "One". What a grammar cannot see it guesses here, last. */
import { Class } from '../language/lexicon'
import type { Aside } from './figure'
import type { Phrase } from './phrase'
import type { Tokens } from './tokens'

/** The aside that a phrase is, if it is no figure after all. */
export function isName(tokens: Tokens, phrase: Phrase, at: number, floor: number): Omit<Aside, 'text'> | undefined {
  const { quantity, counted } = phrase
  if (quantity.unit !== null || counted !== undefined) return undefined
  if (phrase.next === at + 1 && phrase.first === at && tokens.isWord(at)) return loneWord(tokens, phrase, at, floor)
  if (!phrase.plain || quantity.value === null || quantity.value >= 10_000) return undefined
  const before = at - 1
  if (
    before < floor ||
    !tokens.isUpper(before) ||
    tokens.opensLine(at) ||
    tokens.is(before, Class.closed | Class.filler | Class.plus | Class.minus)
  )
    return undefined
  if (isSentenceStart(tokens, before) && !/^[“”«"]/.test(tokens.text.slice(phrase.end, phrase.end + 1))) return undefined
  // "in Erlangen 150": the number belongs to the place, not to its name.
  if (tokens.is(before - 1, Class.preposition) && !tokens.is(before, Class.nameCue)) return undefined
  if (tokens.startOf(at) - tokens.endOf(before) !== 1) return undefined
  return { start: tokens.startOf(before), end: phrase.end, reason: 'name' }
}

/** "one", "eins", "die Elf", "null" without anything they count. */
function loneWord(tokens: Tokens, phrase: Phrase, at: number, floor: number): Omit<Aside, 'text'> | undefined {
  const word = tokens.lower(at)
  const place = { start: phrase.start, end: phrase.end }
  // Alone in its cell or line it is a number.
  if ((word === 'one' || word === 'eins') && tokens.count > 1) return { ...place, reason: 'article' }
  if (tokens.lexicon.language !== 'de' || !tokens.isUpper(at) || isSentenceStart(tokens, at)) return undefined
  if (/^(?:elf|acht|drei|eins|zwei|sieben)$/.test(word)) return { ...place, reason: 'name' }
  // "Anna Tausend": a surname; nobody writes the number with a capital behind a noun.
  const named = at - 1 >= floor && tokens.isUpper(at - 1) && !tokens.is(at - 1, Class.closed | Class.filler | Class.plus | Class.minus)
  return named && tokens.startOf(at) - tokens.endOf(at - 1) === 1 && phrase.quantity.value !== null && phrase.quantity.value < 1e6
    ? { ...place, start: tokens.startOf(at - 1), reason: 'name' }
    : undefined
}

function isSentenceStart(tokens: Tokens, at: number): boolean {
  if (tokens.opensLine(at)) return true
  const symbol = tokens.symbol(at - 1)
  return (
    symbol === 46 ||
    symbol === 33 ||
    symbol === 63 ||
    symbol === 58 ||
    symbol === 0x201e ||
    symbol === 34 ||
    symbol === 0xbb ||
    symbol === 0xab
  )
}
