/** Hedges in front of a number ("weit mehr als", "just under") and behind a figure ("oder mehr", "or so"). */
import { Class, type HedgeName, type PhraseTree } from '../language/lexicon'
import type { Tokens } from './tokens'
import { isMoney } from './unit'

export interface FoundHedge {
  readonly hedge: HedgeName
  /** The first token of a hedge before, the token behind a hedge after. */
  readonly at: number
}

/** The longest hedge that ends right in front of a token, articles and "nur" between them. */
export function hedgeBefore(tokens: Tokens, at: number, floor: number): FoundHedge | undefined {
  let index = at - 1
  for (let skipped = 0; skipped < 3 && index >= floor && tokens.is(index, Class.filler | Class.determiner | Class.article); skipped++)
    index--
  const direct = longestBefore(tokens, at - 1, floor) ?? (index < at - 1 ? longestBefore(tokens, index, floor) : undefined)
  if (direct === undefined) return undefined
  // "deutlich über", "weit mehr als": a second hedge or an intensifier before the first belongs to the phrase.
  const outer = longestBefore(tokens, direct.at - 1, floor)
  return outer !== undefined && outer.hedge !== 'moreThan'
    ? {
        hedge: outer.hedge === 'about' ? direct.hedge : outer.hedge === 'justUnder' && direct.hedge === 'about' ? 'about' : direct.hedge,
        at: outer.at,
      }
    : direct
}

function longestBefore(tokens: Tokens, last: number, floor: number): FoundHedge | undefined {
  let node: PhraseTree<HedgeName> | undefined = tokens.lexicon.hedgesBefore
  let found: FoundHedge | undefined
  for (let index = last; index >= floor && index > last - 6; index--) {
    node = node.next.get(tokens.key(index))
    if (node === undefined) break
    if (node.value !== undefined && isHedge(tokens, index, node.value)) found = { hedge: node.value, at: index }
  }
  return found
}

/** Words that are hedges only in some places: "über" is none behind "verfügen" or in front of a span of time, "gut" none as an adjective. */
function isHedge(tokens: Tokens, index: number, hedge: HedgeName): boolean {
  if (tokens.lexicon.language !== 'de')
    return !(hedge === 'moreThan' && tokens.lower(index) === 'over' && tokens.is(index - 1, Class.overVerb))
  if (hedge === 'moreThan' && tokens.lower(index) === 'über') return !governsOver(tokens, index)
  return true
}

/** Whether a verb near "über" takes it as its preposition: "verfügt über 300 Betten", "über 15.000 Beamte verfügen". */
function governsOver(tokens: Tokens, at: number): boolean {
  if (tokens.is(at - 1, Class.preposition) && !tokens.is(at - 1, Class.overVerb)) return false
  for (let index = at - 1; index >= 0 && index >= at - 6; index--) {
    if (tokens.kind[index] === 2 && !tokens.isSymbol(index, '-')) break
    if (tokens.is(index, Class.overVerb)) return true
  }
  for (let index = at + 1; index < tokens.count && index <= at + 8; index++) {
    const symbol = tokens.symbol(index)
    if (symbol === 44 || symbol === 59 || (symbol === 46 && !tokens.touches(index + 1))) break
    if (tokens.is(index, Class.overVerb)) return true
  }
  return false
}

/** Nouns whose sum follows "über". */
const worthItsSum =
  /(?:kredite?s?|bürgschaft(?:en)?|programme?s?|rechnung(?:en)?|gutscheine?s?|auftr[aä]ge?s?|schecks?|vertr[aä]ge?s?|darlehens?|pakete?s?|strafen?|bußgelder?|spenden?|überweisung(?:en)?|anleihen?|forderung(?:en)?|zahlung(?:en)?|finanzierung(?:en)?|bescheide?|zusagen?|policen?|fonds|wechsel|quittung(?:en)?|angebote?s?|klagen?)$/i

/** Nouns whose matter follows "über". */
const telling =
  /(?:bericht|artikel|buch|roman|film|doku|dokumentation|geschichte|gespräch|debatte|diskussion|beratung|verhandlung|abstimmung|entscheidung|urteil|streit|studie|untersuchung|information|überblick|übersicht|auskunft|spekulation|gerücht|finale|lauf|rennen|distanz|strecke|sprint|staffel)(?:e|en|er|ern|es|s|n|ünfte|ünften)?$/i

/**
 * Whether what looks like a bound is the preposition of the noun before it: "Rechnungen über 5 Millionen Euro", "eine Umfrage unter 1.006
 * Personen", "über zehn Jahre hinweg". Only the whole figure tells.
 */
export function isPreposition(tokens: Tokens, at: number, next: number, unit: string | null): boolean {
  if (tokens.lexicon.language !== 'de') return false
  const word = tokens.lower(at)
  if (word !== 'über' && word !== 'unter') return false
  if (word === 'über' && tokens.isWord(next) && tokens.lower(next) === 'hinweg') return true
  // "unter den 40 Gästen" are among them, "über die 3 Fälle" is what it is about; "über die Hälfte" is a bound.
  if (tokens.is(at + 1, Class.determiner)) return tokens.numberWord(at + 2)?.kind !== 'half'
  if (!tokens.isUpper(at - 1) || tokens.is(at - 1, Class.closed)) return false
  if (word === 'über' && telling.test(tokens.slice(at - 1))) return true
  if (word === 'über') return unit !== null && isMoney(unit) && worthItsSum.test(tokens.slice(at - 1))
  return unit === null && !tokens.opensLine(at - 1) && !tokens.isSymbol(at - 2, '.')
}

/** The hedge that begins behind a figure. */
export function hedgeAfter(tokens: Tokens, at: number): FoundHedge | undefined {
  let node: PhraseTree<HedgeName> | undefined = tokens.lexicon.hedgesAfter
  let found: FoundHedge | undefined
  for (let index = at; index < tokens.count && index < at + 4; index++) {
    node = node.next.get(tokens.key(index))
    if (node === undefined) break
    if (node.value !== undefined) found = { hedge: node.value, at: index + 1 }
  }
  if (found !== undefined && tokens.isSymbol(at, '+') && !tokens.touches(at)) return undefined
  // "plus 3" begins the next figure.
  if (
    found !== undefined &&
    tokens.is(at, Class.plus) &&
    found.at === at + 1 &&
    (tokens.isDigits(at + 1) || tokens.numberWord(at + 1) !== undefined)
  )
    return undefined
  return found
}
