/**
 * Rise or fall: the nearest word of change in the clause of a figure. A verb with a particle means a change only together with it ("legte
 * … zu", "gab … nach"); a noun may carry the change at its end ("Umsatzplus").
 */
import { Class } from '../language/lexicon'
import { type Clause, clauseReach } from './clause'
import type { Direction } from './figure'
import type { Neighbours, Phrase } from './phrase'
import type { Tokens } from './tokens'
import { isMoney } from './unit'

export function directionOf(tokens: Tokens, phrase: Phrase, neighbours: Neighbours, clause: Clause): Direction | undefined {
  const { value, unit } = phrase.quantity
  if (value !== null && value < 0 && unit !== 'celsius') return 'fall'
  return (
    changeNounBefore(tokens, phrase.first)?.direction ??
    nearest(tokens, phrase, neighbours, joinBehind(tokens, phrase, clause)) ??
    nearest(tokens, phrase, neighbours, clause)
  )
}

/** The clause up to the first conjunction behind the figure: what follows it tells of something else. */
function joinBehind(tokens: Tokens, { next }: Phrase, { from, to }: Clause): Clause {
  let at = next
  while (at < to && !tokens.is(at, Class.and | Class.or)) at++
  return { from, to: at }
}

function nearest(tokens: Tokens, phrase: Phrase, { before, next }: Neighbours, clause: Clause): Direction | undefined {
  // The "weniger als" and "plus" of another figure are its own.
  const free = (at: number) =>
    !(next !== undefined && at >= next.first && at < next.next) && !(before !== undefined && at >= before.first && at < before.next)
  for (let distance = 1; distance <= clauseReach; distance++) {
    const left = phrase.first - distance
    const right = phrase.next + distance - 1
    if (left < clause.from && right >= clause.to) return undefined
    const direction =
      (right < clause.to && free(right) ? changeAt(tokens, right, phrase, clause) : undefined) ??
      (left >= clause.from && free(left) ? changeAt(tokens, left, phrase, clause) : undefined)
    if (direction !== undefined) return direction
  }
  return undefined
}

function changeAt(tokens: Tokens, at: number, phrase: Phrase, clause: Clause): Direction | undefined {
  if (!tokens.isWord(at)) return undefined
  if (!tokens.is(at, Class.rise | Class.fall)) return separated(tokens, at, clause)
  // Right behind the figure they compare it ("3 Prozent mehr als im Vorjahr"); elsewhere they speak of something else.
  if (/^(?:mehr|weniger|more|less|fewer)$/.test(tokens.lower(at)) && at !== phrase.next) return undefined
  if (weak.test(tokens.lower(at)) && !isMeasured(tokens, phrase)) return undefined
  return tokens.is(at, Class.rise) ? 'rise' : 'fall'
}

/** Words that mean a change only of a measure: games are won, shots fall. */
const weak = /^(?:gew[ia]nn(?:en|t)?|gewonnen|f[aäi]e?l(?:len|lt|en)?|gefallen|verlier(?:en|t)|verlor(?:en)?)$/

/** Whether a figure may be how much something changed or what it came to: a share, a price, or a number behind "um", "auf", "unter". */
function isMeasured(tokens: Tokens, { first, quantity: { unit }, counted }: Phrase): boolean {
  if (tokens.is(first - 1, Class.by | Class.into | Class.from) || tokens.is(first, Class.preposition)) return true
  return counted === undefined && unit !== null && (unit === 'percent' || unit === 'percentage-point' || isMoney(unit))
}

/** "ging … zurück", "legte … zu": the particle closes the clause or stands in front of a conjunction. */
function separated(tokens: Tokens, at: number, clause: Clause): Direction | undefined {
  const particles = tokens.lexicon.separable[tokens.id[at] ?? 0]
  if (particles === undefined) return undefined
  for (let index = clause.to - 1; index > at; index--) {
    const direction = particles.get(tokens.id[index] ?? 0)
    if (
      direction !== undefined &&
      tokens.isWord(index) &&
      (index + 1 >= clause.to || !tokens.isWord(index + 1) || tokens.is(index + 1, Class.and | Class.or))
    )
      return direction
  }
  return undefined
}

/**
 * The noun of change that a figure says the size of: "ein Plus von 3 Prozent", "ein Umsatzrückgang in Höhe von 5 Millionen Euro", "mit einem
 * Minus von knapp 4 Prozent".
 */
export function changeNounBefore(tokens: Tokens, first: number): { readonly at: number; readonly direction: Direction } | undefined {
  let at = first - 1
  if (tokens.lexicon.language === 'de') {
    // "ein Minus von revidiert 0,6 Prozent"
    if (tokens.isWord(at) && !tokens.isUpper(at) && !tokens.is(at, Class.closed) && tokens.isWord(at - 1) && tokens.lower(at - 1) === 'von')
      at--
    if (!tokens.isWord(at) || !/^(?:von|um|in)$/.test(tokens.lower(at))) return undefined
    if (tokens.isWord(at - 1) && tokens.lower(at - 1) === 'höhe') at -= 2
  } else if (!tokens.isWord(at) || !/^(?:of|by)$/.test(tokens.lower(at))) return undefined
  at--
  const direction = tokens.isWord(at) ? nounOfChange(tokens, at) : undefined
  return direction === undefined ? undefined : { at, direction }
}

function nounOfChange(tokens: Tokens, at: number): Direction | undefined {
  const word = tokens.lower(at)
  if (tokens.lexicon.language === 'de' && !tokens.isUpper(at)) return undefined
  for (const [direction, pattern] of Object.entries(tokens.lexicon.changeNouns) as [Direction, RegExp][])
    if (pattern.test(word)) return direction
  return undefined
}
