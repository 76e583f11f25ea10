/**
 * Units and nouns written once for several numbers: "8, 51 und 56 Prozent", "6,20 statt 5,90 Euro", "2,4 auf 3,1 Milliarden". Looser: money
 * that a text goes on speaking of ("27 Millionen Euro, die sich um drei Millionen erhöhen"), and shares in brackets ("4,3 Prozent vor Japan (3,6)").
 */
import { Class } from '../language/lexicon'
import type { Phrase } from './phrase'
import { neat, quantityOf } from './quantity'
import type { Tokens } from './tokens'
import { isMoney } from './unit'

/** The phrases, those without unit and noun completed from the next one where only a conjunction stands between them. */
export function inherit(tokens: Tokens, phrases: readonly Phrase[]): readonly Phrase[] {
  const result = [...phrases]
  for (let index = phrases.length - 2; index >= 0; index--) {
    const phrase = result[index]
    const next = result[index + 1]
    if (phrase === undefined || next === undefined) continue
    const { quantity } = phrase
    if (quantity.unit !== null || quantity.ratio !== undefined || quantity.value === null) continue
    const part = isPart(tokens, phrase, next)
    if (phrase.counted !== undefined && !part) continue
    if (
      (next.quantity.unit === null && next.counted === undefined && next.scale === 1) ||
      next.adjective ||
      !(part || joined(tokens, phrase.next, next.first))
    )
      continue
    const scale = phrase.scale === 1 && next.scale > 1 && quantity.value < 1000 ? next.scale : 1
    result[index] = {
      ...phrase,
      quantity: quantityOf(neat(quantity.value * scale), neat(quantity.precision * scale), next.quantity.unit, quantity.hedge),
      scale: phrase.scale * scale,
      plain: false,
      counted: next.counted,
    }
  }
  for (const [index, phrase] of result.entries()) {
    const unit = impliedUnit(tokens, result, index)
    if (unit !== undefined) result[index] = { ...phrase, quantity: { ...phrase.quantity, unit }, plain: false }
  }
  return result
}

/** How far the last figure with a unit may be away, in characters and in figures. */
const reach = { characters: 320, figures: 4 }

/** The unit of a number that has none of its own and counts nothing, from the last figure of its size. */
function impliedUnit(tokens: Tokens, phrases: readonly Phrase[], index: number): string | undefined {
  const phrase = phrases[index]
  if (phrase === undefined || phrase.adjective || phrase.counted !== undefined) return undefined
  const { unit, ratio, hedge, precision } = phrase.quantity
  if (unit !== null || ratio !== undefined || hedge === 'vague') return undefined
  const isLarge = phrase.scale >= 1e6
  const isShare = precision > 0 && precision < 1 && isBracketed(tokens, phrase)
  if (!isLarge && !isShare) return undefined
  for (let before = index - 1; before >= 0 && before >= index - reach.figures; before--) {
    const other = phrases[before]
    if (other === undefined || phrase.start - other.end > reach.characters) return undefined
    if (other.quantity.unit === null && other.counted === undefined) continue
    if (isShare) return other.quantity.unit === 'percent' ? 'percent' : undefined
    if (other.scale >= 1e6) return other.quantity.unit !== null && isMoney(other.quantity.unit) ? other.quantity.unit : undefined
  }
  return undefined
}

function isBracketed(tokens: Tokens, { first, next }: Phrase): boolean {
  return tokens.isSymbol(first - 1, '(') && tokens.isSymbol(next, ')')
}

/** "Neun von vierzehn Millionen Euro" are nine million; "zwei von drei Millionen Menschen" may be two. */
function isPart(tokens: Tokens, part: Phrase, whole: Phrase): boolean {
  if (whole.first !== part.next + 1 || !tokens.isWord(part.next) || !/^(?:von|of)$/.test(tokens.lower(part.next))) return false
  const { value } = part.quantity
  return (
    whole.scale > 1 &&
    part.scale === 1 &&
    whole.counted === undefined &&
    value !== null &&
    value * whole.scale <= (whole.quantity.value ?? 0)
  )
}

/** Whether nothing but a comma, a conjunction or a preposition of comparison stands between two tokens. */
function joined(tokens: Tokens, from: number, to: number): boolean {
  if (to <= from || to - from > 3) return false
  for (let at = from; at < to; at++) {
    const symbol = tokens.symbol(at)
    if (symbol === 44 || symbol === 47) continue
    if (symbol === 46 && tokens.touches(at) && tokens.is(at - 1, Class.or)) continue
    if (tokens.is(at, Class.and | Class.or | Class.into | Class.to)) continue
    if (tokens.isWord(at) && /^(?:statt|anstatt|bzw|beziehungsweise|sowie|auf|gegenüber|nach|from|versus|vs)$/.test(tokens.lower(at)))
      continue
    return false
  }
  return true
}
