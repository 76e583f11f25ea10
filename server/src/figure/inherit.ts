/** Units and nouns written once for several numbers: "8, 51 und 56 Prozent", "6,20 statt 5,90 Euro", "2,4 auf 3,1 Milliarden". */
import { Class } from '../language/lexicon'
import type { Phrase } from './phrase'
import { neat, quantityOf } from './quantity'
import type { Tokens } from './tokens'

/** The phrases, those without unit and noun completed from the next one where only a conjunction stands between them. */
export function inherit(tokens: Tokens, phrases: readonly Phrase[]): readonly Phrase[] {
  const result = [...phrases]
  for (let index = phrases.length - 2; index >= 0; index--) {
    const phrase = result[index]
    const next = result[index + 1]
    if (phrase === undefined || next === undefined) continue
    const { quantity } = phrase
    if (quantity.unit !== null || phrase.counted !== undefined || quantity.ratio !== undefined || quantity.value === null) continue
    if (
      (next.quantity.unit === null && next.counted === undefined && next.scale === 1) ||
      next.adjective ||
      !joined(tokens, phrase.next, next.first)
    )
      continue
    const scale = phrase.scale === 1 && next.scale > 1 && quantity.value < 1000 ? next.scale : 1
    result[index] = {
      ...phrase,
      quantity: quantityOf(neat(quantity.value * scale), neat(quantity.precision * scale), next.quantity.unit, quantity.hedge),
      scale: phrase.scale * scale,
      plain: false,
      ...(next.counted !== undefined && { counted: next.counted }),
    }
  }
  return result
}

/** Whether nothing but a comma, a conjunction or a preposition of comparison stands between two tokens. */
function joined(tokens: Tokens, from: number, to: number): boolean {
  if (to <= from || to - from > 3) return false
  for (let at = from; at < to; at++) {
    const symbol = tokens.symbol(at)
    if (symbol === 44 || symbol === 47) continue
    if (tokens.is(at, Class.and | Class.or | Class.into | Class.to)) continue
    if (tokens.isWord(at) && /^(?:statt|anstatt|bzw|beziehungsweise|sowie|auf|gegenüber|nach|from|versus|vs)$/.test(tokens.lower(at)))
      continue
    return false
  }
  return true
}
