/** Numbers that say where or which: Artikel 56, [12], 1., 0664/1234567. */
import { Class } from '../../language/lexicon'
import type { Tokens } from '../tokens'
import { monthAt } from './dates'
import { aside, countsNoun, followedByUnit, lengthOf, type Rule } from './rule'

/** 192.168.1.2, 2.0.1, +49 30 1234567, 0664/1234567, 1-222-2222, ISBN 978-3-…: digits that name a thing. */
export const identifier: Rule = (tokens, at, floor) => {
  // "&#8239;": a character by its number.
  if (tokens.isSymbol(at - 1, '#') && tokens.isSymbol(at - 2, '&') && tokens.touches(at)) return aside(tokens, at, at + 1, 'identifier')
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

/** 17/8346, 11961/10, BT 17/92: the number of a paper and of the term or year that it belongs to. */
export const fileNumber: Rule = (tokens, at, floor) => {
  const second = at + 2
  if (!tokens.isSymbol(at + 1, '/') || !tokens.touches(at + 1) || !tokens.touches(second) || !tokens.isDigits(second)) return undefined
  if (tokens.touches(at + 3) && (tokens.isSymbol(at + 3, '/') || tokens.isWord(at + 3))) return undefined
  const [first, last] = [lengthOf(tokens, at), lengthOf(tokens, second)]
  const decimal = /^10+$/.test(tokens.slice(second))
  const numbered = (first <= 3 && last >= 4 && last <= 6 && !decimal) || (first === 5 && last === 2)
  const named = first > 1 && last > 1 && at - 1 >= floor && isAbbreviation(tokens, at - 1)
  if (!(numbered || named) || followedByUnit(tokens, at + 3)) return undefined
  return aside(tokens, named ? at - 1 : at, at + 3, 'identifier')
}

/** Two to four capitals: "BT", "KOM". */
function isAbbreviation(tokens: Tokens, at: number): boolean {
  const length = lengthOf(tokens, at)
  return tokens.isUpper(at) && length > 1 && length < 5 && capitals.test(tokens.slice(at))
}

const capitals = /^\p{Lu}+$/u

/** [12], [^3]: footnote and reference marks. */
export const footnote: Rule = (tokens, at, floor) => {
  const open = tokens.isSymbol(at - 1, '^') ? at - 2 : at - 1
  if (open < floor || !tokens.isSymbol(open, '[') || !tokens.isSymbol(at + 1, ']') || lengthOf(tokens, at) > 3) return undefined
  return aside(tokens, open, at + 2, 'citation')
}

/** "1." and "2)" at the beginning of a line. */
export const listNumber: Rule = (tokens, at) => {
  let lead = at
  while (tokens.isSymbol(lead - 1, '#') || tokens.isSymbol(lead - 1, '>')) lead--
  if (
    !(tokens.opensLine(lead) || opensItem(tokens, at)) ||
    lengthOf(tokens, at) > 3 ||
    !(tokens.isSymbol(at + 1, '.') || tokens.isSymbol(at + 1, ')')) ||
    !tokens.touches(at + 1)
  )
    return undefined
  if (tokens.touches(at + 2) || (tokens.isWord(at + 2) && monthAt(tokens, at + 2) !== undefined)) return undefined
  if (at + 2 >= tokens.count && at > 0) return undefined
  return aside(tokens, at, at + 2, 'listNumber')
}

/** "Was fehlt? 2) Wer zahlt?": the next of the items that a paragraph numbers, and no bracket that closes. */
function opensItem(tokens: Tokens, at: number): boolean {
  const mark = tokens.symbol(at - 1)
  if (!tokens.isSymbol(at + 1, ')') || !(mark === 46 || mark === 63 || mark === 33 || mark === 59 || mark === 58)) return false
  for (let before = at - 1; before >= 0 && before >= at - itemReach; before--) {
    if (tokens.isSymbol(before, '(')) return false
    if (tokens.isSymbol(before, ')')) return true
  }
  return true
}

/** How far in front of the number of an item a bracket may have been opened, in tokens. */
const itemReach = 60

/** Artikel 56, § 129a, S. 12 f., Nr. 7, page 12, Kapitel zwei. */
export const section: Rule = (tokens, at, floor) => {
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
  for (let step = 0; step < 12; step++) {
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
  // "die Anlagen 3,5 Milliarden Euro"
  return followedByUnit(tokens, next) ? undefined : aside(tokens, cue, next, 'section')
}

/** "Nummer eins", "Kapitel zwei". */
export const spokenSection: Rule = (tokens, at, floor) =>
  (tokens.isUpper(at - 1) || tokens.lexicon.language === 'en') &&
  !followedByUnit(tokens, at + 1) &&
  tokens.numberWord(at)?.kind === 'small' &&
  !countsNoun(tokens, at + 1)
    ? section(tokens, at, floor)
    : undefined
