/**
 * Numbers that are no figures: dates, clock times, ordinals, places in a text, names, scores, identifiers, idioms. Each rule looks at a few
 * tokens around a number and says what it is and how far it reaches; the order of the rules is their precedence.
 */
import { digitsKey, type PhraseTree } from '../language/lexicon'
import { businessPeriod, decade, namedDate, numericDate, spacedDate, year } from './asides/dates'
import { attached, denomination, grown, joined, lettered, named, quoted, version } from './asides/names'
import { fileNumber, footnote, identifier, listNumber, section, spokenSection } from './asides/places'
import { ordinalNumber, rank, score, spokenOrdinal } from './asides/ranks'
import { aside, type FoundAside, followedByUnit, type Rule } from './asides/rule'
import { clockTime, offset, spokenTime, stamp } from './asides/times'
import type { Tokens } from './tokens'

/** What the number at a trigger is, if no figure. `floor` is the first token that is not taken yet. */
export function readAside(tokens: Tokens, at: number, floor: number): FoundAside | undefined {
  for (const rule of tokens.isDigits(at) ? digitRules : wordRules) {
    const found = rule(tokens, at, floor)
    if (found !== undefined) return found
  }
  return undefined
}

/** "auf den ersten Blick", "fünf vor zwölf", "24/7". */
const idiom: Rule = (tokens, at, floor) => {
  for (let from = Math.max(floor, at - 5); from <= at; from++) {
    if (!opensIdiom(tokens, from)) continue
    let node: PhraseTree<true> | undefined = tokens.lexicon.idioms
    let index = from
    let end = -1
    while (node !== undefined) {
      if (node.value === true && index > at && !(index === at + 1 && tokens.isWord(at) && counts(tokens, from, index))) end = index
      const key = tokens.key(index)
      node = key === 0 || index >= tokens.count ? undefined : node.next.get(key === digitsKey ? 0 : key)
      index++
    }
    if (end > 0) return aside(tokens, from, end, 'idiom')
  }
  return undefined
}

function opensIdiom(tokens: Tokens, at: number): boolean {
  const { idioms, idiomStarts } = tokens.lexicon
  return tokens.isWord(at) ? idiomStarts[tokens.id[at] ?? 0] === 1 : idioms.next.has(tokens.key(at))
}

/** "that one mile", "each one hour": a number word at the end of an idiom has its unit behind it. */
function counts(tokens: Tokens, from: number, next: number): boolean {
  return next - from > 1 && followedByUnit(tokens, next)
}

const digitRules: readonly Rule[] = [
  idiom,
  footnote,
  denomination,
  businessPeriod,
  attached,
  section,
  offset,
  stamp,
  numericDate,
  spacedDate,
  namedDate,
  decade,
  clockTime,
  score,
  identifier,
  fileNumber,
  listNumber,
  version,
  joined,
  rank,
  year,
  ordinalNumber,
  lettered,
  named,
  quoted,
]

const wordRules: readonly Rule[] = [idiom, grown, rank, denomination, spokenTime, spokenOrdinal, spokenSection]
