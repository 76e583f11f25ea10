/** The part of a sentence that says something of a figure: from the comma, bracket or sentence end before it to the one behind it. */
import { Class } from '../language/lexicon'
import { isAbbreviation } from '../language/sentences'
import type { Phrase } from './phrase'
import type { Tokens } from './tokens'

/** Tokens, end exclusive. */
export interface Clause {
  readonly from: number
  readonly to: number
}

/** How many tokens a clause reaches to either side. */
export const clauseReach = 30

export function clauseOf(tokens: Tokens, phrase: Phrase): Clause {
  let from = phrase.first
  while (from > 0 && phrase.first - from < clauseReach && !parts(tokens, from - 1)) from--
  let to = phrase.next
  while (to < tokens.count && to - phrase.next < clauseReach && !parts(tokens, to)) to++
  return { from, to }
}

function parts(tokens: Tokens, at: number): boolean {
  const symbol = tokens.symbol(at)
  if (symbol === 44 || symbol === 59 || symbol === 58 || symbol === 40 || symbol === 41 || symbol === 33 || symbol === 63 || symbol === 124)
    return !tokens.touches(at + 1) || symbol === 40
  return symbol === 46 && endsSentence(tokens, at)
}

/** Whether a full stop ends a sentence; that of an abbreviation, an initial or an ordinal does not. */
function endsSentence(tokens: Tokens, at: number): boolean {
  const next = at + 1
  if (tokens.touches(next)) return false
  if (next >= tokens.count) return true
  if (tokens.isWord(next) && !tokens.isUpper(next)) return false
  const before = at - 1
  if (tokens.isDigits(before)) {
    if (tokens.lexicon.language !== 'de' || tokens.endOf(before) - tokens.startOf(before) > 3) return true
    return !tokens.is(next, Class.month | Class.rankNoun) && !tokens.is(before - 1, Class.determiner)
  }
  if (!tokens.isWord(before)) return true
  return tokens.endOf(before) - tokens.startOf(before) > 1 && !isAbbreviation(tokens.lower(before), tokens.lexicon.language)
}
