/** Ranks and scores: im 21. Bezirk, der dritte Anlauf, 3:1. */
import { Class } from '../../language/lexicon'
import type { Tokens } from '../tokens'
import { aside, countsNoun, digits, followedByUnit, lengthOf, type Rule } from './rule'

/** 3:1, 7:6, 4:6, 6:3; 2-6, 6-2 in a row. */
export const score: Rule = (tokens, at) => {
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
    if (tokens.formFrom(tokens.endOf(next - 1) + 1) !== undefined) return undefined
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

/** "Platz drei", "auf Rang 12", "Tabellenplatz fünf", "rank 3": a place in a row, no number of places. */
export const rank: Rule = (tokens, at, floor) => {
  const cue = at - 1
  if (cue < floor || !tokens.isWord(cue) || !/(?:platz|rang|stelle|position|^rank)$/.test(tokens.lower(cue))) return undefined
  if (tokens.lexicon.language === 'de' && !tokens.isUpper(cue)) return undefined
  const word = tokens.numberWord(at)
  if (word !== undefined && word.kind !== 'small' && word.kind !== 'cardinal') return undefined
  if (tokens.isDigits(at) && lengthOf(tokens, at) > 3) return undefined
  const apart = tokens.symbol(at + 1) === 44 || tokens.symbol(at + 1) === 46 ? tokens.touches(at + 2) && tokens.isDigits(at + 2) : false
  return apart || followedByUnit(tokens, at + 1) || countsNoun(tokens, at + 1) ? undefined : aside(tokens, cue, at + 1, 'ordinal')
}

/** "17. Runde", "im 21. Bezirk", "71st edition", "16th place". */
export const ordinalNumber: Rule = (tokens, at) => {
  if (tokens.lexicon.language === 'en') {
    return tokens.isWord(at + 1) && tokens.touches(at + 1) && /^(?:st|nd|rd|th)$/i.test(tokens.slice(at + 1))
      ? aside(tokens, at, at + 2, 'ordinal')
      : undefined
  }
  if (
    !tokens.isSymbol(at + 1, '.') ||
    !tokens.touches(at + 1) ||
    (tokens.touches(at + 2) && !tokens.isSymbol(at + 2, ')') && !tokens.isSymbol(at + 2, '/')) ||
    lengthOf(tokens, at) > 3
  )
    return undefined
  const following = at + 2
  // "(42.)", "(32./Elfmeter)", "(14./14.)": the minute of a match or places in its parts.
  const lead = tokens.symbol(at - 1)
  if ((lead === 40 || lead === 44 || lead === 47) && (tokens.isSymbol(following, ')') || tokens.isSymbol(following, '/')))
    return aside(tokens, at, at + 2, 'ordinal')
  if (tokens.is(following, Class.rankNoun)) return aside(tokens, at, at + 3, 'ordinal')
  // "(2. Ausschuss)", "…, 7. Anna Berg", "– 4. Eva Lang", „2. Deutscher Kongress“
  if (opensEntry(tokens, at) && tokens.isUpper(following) && !tokens.is(following, Class.closed | Class.determiner))
    return aside(tokens, at, at + 2, 'ordinal')
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

/** Whether a mark stands in front of a number that parts the entries of a list, or opens a title. */
function opensEntry(tokens: Tokens, at: number): boolean {
  const mark = tokens.symbol(at - 1)
  if (mark === 44 || mark === 59 || mark === 58 || mark === 0x201e || mark === 0xbb || mark === 34 || mark === 40) return true
  return (mark === 45 || mark === 0x2013) && !tokens.touches(at) && !tokens.touches(at - 1)
}

/** "der dritte Anlauf", "zweitens", "third and fourth"; "jeder achte" is a share and no rank. */
export const spokenOrdinal: Rule = (tokens, at) => {
  const word = tokens.numberWord(at)
  if (word?.kind !== 'ordinal') return undefined
  if (tokens.is(at - 1, Class.every) && word.value > 1) return undefined
  if (tokens.lexicon.language === 'de' && /^achten?$/.test(tokens.slice(at)) && !tokens.is(at - 1, Class.determiner | Class.preposition))
    return undefined
  return aside(tokens, at, at + 1, 'ordinal')
}
