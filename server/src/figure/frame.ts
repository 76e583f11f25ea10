/** What a figure says beside its quantity, read off its clause: role, direction, period, rate, and the nouns around it. */
import { attributeOf, entityOf } from './attribute'
import { type Clause, clauseOf } from './clause'
import { directionOf } from './direction'
import type { Aside, Frame } from './figure'
import type { Neighbours, Phrase } from './phrase'
import { roleOf } from './role'
import type { Tokens } from './tokens'

export function frameOf(tokens: Tokens, phrase: Phrase, neighbours: Neighbours, asides: readonly Aside[]): Frame {
  const clause = clauseOf(tokens, phrase)
  const direction = directionOf(tokens, phrase, neighbours, clause)
  const role = roleOf(tokens, phrase, neighbours.next, direction)
  const attribute = phrase.counted === undefined && !phrase.adjective ? attributeOf(tokens, phrase, neighbours.before, clause) : undefined
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

const periodReach = 160

const sentenceEnd = /[.!?]\s+\p{Lu}/u

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
    if (distance >= nearest || sentenceEnd.test(tokens.text.slice(Math.min(aside.end, phrase.end), Math.max(aside.start, phrase.start))))
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
