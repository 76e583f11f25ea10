/** Conversion between units of one dimension, with the factors of CLDR. Currencies convert into nothing but themselves. */

import type { UnitCode } from './figure'
import { conversions } from './generated/conversions'

/** Seconds of a mean Gregorian year, which joins days to months. */
const yearInSeconds = 31_556_952

/** The base unit and the value in it; undefined where a unit is not known to convert. */
export function toBase(value: number, unit: UnitCode): { readonly base: string; readonly value: number } | undefined {
  const conversion = conversions[unit]
  if (conversion === undefined) return undefined
  const [base, factor, offset] = conversion
  return base === 'year' ? { base: 'second', value: value * factor * yearInSeconds } : { base, value: value * factor + offset }
}

export function sameDimension(a: UnitCode, b: UnitCode): boolean {
  return a === b || (toBase(1, a)?.base ?? a) === (toBase(1, b)?.base ?? b)
}

/** `value` of one unit in another of the same dimension. */
export function convert(value: number, from: UnitCode, to: UnitCode): number | undefined {
  if (from === to) return value
  const base = toBase(value, from)
  const zero = toBase(0, to)
  const one = toBase(1, to)
  if (base === undefined || zero === undefined || one === undefined || base.base !== one.base) return undefined
  return (base.value - zero.value) / (one.value - zero.value)
}
