/** Quantities and figures in the compact notation of the tests: "~24e8 EUR", "5..7 percent", ">=12.5 EUR", "26 staat". */
import type { Figure, Hedge, Quantity } from './figure'

const signs: Readonly<Record<Hedge, string>> = {
  none: '',
  about: '~',
  justUnder: '<~',
  justOver: '>~',
  moreThan: '>',
  lessThan: '<',
  atLeast: '>=',
  atMost: '<=',
  between: '',
  vague: 'vague ',
}

export function showQuantity({ value, low, high, hedge, unit, ratio }: Quantity): string {
  const number = ratio !== undefined ? `${ratio.part}/${ratio.of}` : value === null ? `${low}..${high}` : String(value)
  return `${signs[hedge]}${number}${unit === null ? '' : ` ${unit}`}`
}

/** A figure with what it counts, its role where it is no level, its direction and rate. */
export function showFigure({ quantity, frame }: Figure): string {
  const parts = [showQuantity(quantity)]
  if (frame.counted !== undefined) parts.push(frame.counted.lemma)
  if (frame.rate !== undefined) parts.push(`per ${frame.rate}`)
  if (frame.role !== 'level') parts.push(frame.role)
  if (frame.direction !== undefined) parts.push(frame.direction)
  return parts.join(' ')
}
