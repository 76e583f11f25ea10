/**
 * What a figure does in its clause: role (level, change by, change to, share …), direction, period, and the nouns around it. Looks at the
 * tokens between the nearest commas and full stops only.
 */
import { Class } from '../language/lexicon'
import type { Aside, Direction, Frame, Role } from './figure'
import { lemmaOf } from './noun'
import type { Phrase } from './phrase'
import type { Tokens } from './tokens'

export function frameOf(tokens: Tokens, phrase: Phrase, asides: readonly Aside[]): Frame {
  const clause = clauseOf(tokens, phrase)
  const direction = directionOf(tokens, phrase, clause)
  const role = roleOf(tokens, phrase, direction)
  const attribute = phrase.counted === undefined ? attributeOf(tokens, phrase, clause) : undefined
  const entity = entityOf(tokens, phrase, clause)
  const period = periodOf(tokens, phrase, asides)
  const rate = phrase.rate ?? adverbialRate(tokens, clause)
  const frame: { -readonly [Key in keyof Frame]: Frame[Key] } = { role }
  if (phrase.counted !== undefined) frame.counted = phrase.counted
  if (attribute !== undefined) frame.attribute = attribute
  if (entity !== undefined) frame.entity = entity
  if (period !== undefined) frame.period = period
  if (direction !== undefined) frame.direction = direction
  if (rate !== undefined) frame.rate = rate
  return frame
}

interface Clause {
  readonly from: number
  readonly to: number
}

const clauseReach = 30

/** The tokens from the comma, colon or full stop before a figure to the one behind it. */
function clauseOf(tokens: Tokens, phrase: Phrase): Clause {
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
  return (
    symbol === 46 &&
    !tokens.touches(at + 1) &&
    (at + 1 >= tokens.count || (tokens.isUpper(at + 1) && tokens.endOf(at - 1) - tokens.startOf(at - 1) > 3))
  )
}

function directionOf(tokens: Tokens, phrase: Phrase, clause: Clause): Direction | undefined {
  if (phrase.quantity.value !== null && phrase.quantity.value < 0 && phrase.quantity.unit !== 'celsius') return 'fall'
  const bits = Class.rise | Class.fall
  for (let distance = 1; distance <= clauseReach; distance++) {
    const left = phrase.first - distance
    const right = phrase.next + distance - 1
    for (const at of [right, left]) {
      if (at < clause.from || at >= clause.to || !tokens.is(at, bits)) continue
      // "mehr als" and "weniger als" belong to another number.
      if (
        /^(?:mehr|weniger|more|less|fewer)$/.test(tokens.lower(at)) &&
        (at < phrase.first || /^(?:als|than)$/.test(tokens.lower(at + 1)) !== (phrase.quantity.unit === null && at !== phrase.next))
      )
        continue
      if (
        /^(?:ging|gingen|gab|gaben|legte|legten|nahm|nimmt|zog|zogen|brach|brachen|up|down)$/.test(tokens.lower(at)) &&
        !particle(tokens, at, clause)
      )
        continue
      return tokens.is(at, Class.rise) ? 'rise' : 'fall'
    }
  }
  return undefined
}

/** German verbs that mean a change only with their particle: "ging … zurück", "legte … zu". */
function particle(tokens: Tokens, at: number, clause: Clause): boolean {
  const word = tokens.lower(at)
  if (tokens.lexicon.language === 'en') return true
  const wanted = /^g[ia]ng|^gab/.test(word) ? /^(?:zurück|nach)$/ : /^leg|^n[ai]|^z/.test(word) ? /^(?:zu|an|ab)$/ : /^ein$/
  for (let index = clause.to - 1; index > at && index >= clause.to - 2; index--)
    if (tokens.isWord(index) && wanted.test(tokens.lower(index))) return true
  return false
}

function roleOf(tokens: Tokens, phrase: Phrase, direction: Direction | undefined): Role {
  const { unit, ratio } = phrase.quantity
  const before = phrase.first - 1
  const german = tokens.lexicon.language === 'de'
  if (unit === 'year' && isAge(tokens, phrase)) return 'age'
  if (unit === 'times') return 'multiple'
  if (tokens.is(before, Class.by) && (german || direction !== undefined)) return 'changeBy'
  if (tokens.is(before, Class.into) && (direction !== undefined || isChangePair(tokens, before))) return 'changeTo'
  if (tokens.is(before, Class.from) && tokens.is(phrase.next, Class.into)) return 'changeFrom'
  if (tokens.isSymbol(phrase.first, '+') || tokens.is(phrase.first, Class.plus | Class.minus) || (phrase.quantity.value ?? 0) < 0)
    return unit === 'percent' || unit === 'percentage-point' ? 'changeBy' : 'level'
  if (tokens.is(phrase.next, Class.rise | Class.fall) && unit !== null) return 'changeBy'
  if (unit === 'percentage-point') return 'changeBy'
  if (ratio !== undefined) return 'share'
  if (unit === 'percent') {
    if (direction !== undefined && !german && !tokens.is(before, Class.preposition)) return 'changeBy'
    return tokens.is(phrase.next, Class.of | Class.determiner) ? 'share' : 'level'
  }
  return 'level'
}

const person =
  /(?:mann|frau|bub|kind|mädchen|sohn|tochter|junge|jungen|bursche|vater|mutter|student|verdächtige|angeklagte|er|in|man|woman|boy|girl|old)$/i

/** "70 Jahre alt", "a 30-year-old", "ein 30-jähriger Mann"; a "dreijährige Laufzeit" has no age. */
function isAge(tokens: Tokens, phrase: Phrase): boolean {
  if (tokens.is(phrase.next, Class.old) || (tokens.isSymbol(phrase.next, '-') && tokens.is(phrase.next + 1, Class.old))) return true
  if (!phrase.adjective)
    return (
      tokens.is(phrase.first - 1, Class.old) || (tokens.isWord(phrase.first - 2) && /^(?:alter|age)$/.test(tokens.lower(phrase.first - 2)))
    )
  if (tokens.lexicon.language === 'en') return false
  const noun = tokens.isWord(phrase.next) ? tokens.slice(phrase.next) : ''
  return /jähriger?[nmrs]?$/i.test(tokens.slice(phrase.next - 1)) && (tokens.isUpper(phrase.next - 1) || person.test(noun))
}

/** "von 410 auf": whether a number stands in front of "auf". */
function isChangePair(tokens: Tokens, at: number): boolean {
  for (let index = at - 1; index >= at - 5 && index > 0; index--) if (tokens.is(index, Class.from)) return true
  return false
}

/** The nearest noun in front of a measure: "Schuldenquote … 84,5 Prozent", "the unemployment rate was 5 percent". */
function attributeOf(tokens: Tokens, phrase: Phrase, clause: Clause): Frame['attribute'] {
  const german = tokens.lexicon.language === 'de'
  for (let at = phrase.first - 1; at >= clause.from; at--) {
    if (!tokens.isWord(at)) continue
    if (
      german
        ? !tokens.isUpper(at) || (at === clause.from && tokens.is(at, Class.closed))
        : tokens.is(at, Class.closed) || tokens.isUpper(at)
    )
      continue
    if (tokens.is(at, Class.month | Class.weekday | Class.closed | (Class.rise & Class.fall)) || tokens.is(at, Class.yearCue)) continue
    if (tokens.numberWord(at) !== undefined || (tokens.is(at, Class.rise | Class.fall) && !german)) continue
    if (!german && /ly$/.test(tokens.slice(at))) continue
    const surface = tokens.slice(at)
    return { start: tokens.startOf(at), end: tokens.endOf(at), lemma: lemmaOf(surface, tokens.lexicon.language) }
  }
  return undefined
}

/** The nearest name of the clause: behind "in", "aus", "of" without an article, or a word in capitals. */
function entityOf(tokens: Tokens, phrase: Phrase, clause: Clause): Frame['entity'] {
  const german = tokens.lexicon.language === 'de'
  let best: number | undefined
  for (let at = clause.from; at < clause.to; at++) {
    if ((at >= phrase.first && at < phrase.next) || !tokens.isUpper(at) || tokens.is(at, Class.month | Class.weekday | Class.closed))
      continue
    const named = german
      ? /^\p{Lu}{2,}$/u.test(tokens.slice(at)) ||
        (tokens.isWord(at - 1) && /^(?:in|aus|nach|für|bei|von)$/.test(tokens.slice(at - 1)) && !tokens.is(at + 1, Class.rankNoun))
      : at > clause.from || tokens.is(at - 1, Class.preposition)
    if (!named) continue
    const distance = (index: number) => (index < phrase.first ? phrase.first - index : index - phrase.next + 1)
    if (best === undefined || distance(at) < distance(best)) best = at
  }
  return best === undefined ? undefined : { start: tokens.startOf(best), end: tokens.endOf(best), name: tokens.slice(best) }
}

const periodReach = 160

/** The index of the first aside that ends behind an offset. */
function firstFrom(asides: readonly Aside[], offset: number): number {
  let low = 0
  let high = asides.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((asides[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The date or year nearest to a figure, within its sentence. */
function periodOf(tokens: Tokens, phrase: Phrase, asides: readonly Aside[]): string | undefined {
  let best: Aside | undefined
  let nearest = periodReach
  for (let index = firstFrom(asides, phrase.start - periodReach); index < asides.length; index++) {
    const aside = asides[index]
    if (aside === undefined || aside.start > phrase.end + periodReach) break
    if (aside.iso === undefined) continue
    const distance = aside.start < phrase.start ? phrase.start - aside.end : aside.start - phrase.end
    if (
      distance >= nearest ||
      /[.!?]\s+\p{Lu}/u.test(tokens.text.slice(Math.min(aside.end, phrase.end), Math.max(aside.start, phrase.start)))
    )
      continue
    nearest = distance
    best = aside
  }
  return best?.iso
}

/** "jährlich", "annually" somewhere in the clause. */
function adverbialRate(tokens: Tokens, clause: Clause): string | undefined {
  for (let at = clause.from; at < clause.to; at++) {
    const rate = tokens.isWord(at) ? tokens.lexicon.rates[tokens.id[at] ?? 0] : undefined
    if (rate !== undefined) return rate
  }
  return undefined
}
