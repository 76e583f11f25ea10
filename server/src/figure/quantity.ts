/**
 * From a number as written to the set of values that the words allow. "3,2 Mio." is half a step wide on either side, "453" is exactly that
 * many, "rund 40" a neighbourhood as wide as the roundness of the number suggests, "mehr als 40" open to one side.
 */
import type { Hedge, Quantity, UnitCode } from './figure'

export function quantityOf(value: number, precision: number, unit: UnitCode | null, hedge: Hedge = 'none'): Quantity {
  const base = { value, precision, unit, hedge, lowClosed: true, highClosed: true }
  switch (hedge) {
    case 'none': {
      // A whole number that was not shortened says what it says; a decimal or a scale word stands for its rounding interval.
      if (precision === 0 || precision === 1) return { ...base, low: value, high: value }
      return { ...base, low: neat(value - precision / 2), high: neat(value + precision / 2), highClosed: false }
    }
    case 'about': {
      const width = neighbourhood(value, precision)
      return { ...base, low: neat(value - width), high: neat(value + width) }
    }
    case 'justUnder':
      return between(base, value, neat(value - nearness(value)))
    case 'justOver':
      return between(base, value, neat(value + nearness(value)))
    case 'moreThan':
      return { ...base, low: value, high: null, lowClosed: false }
    case 'lessThan':
      return { ...base, low: null, high: value, highClosed: false }
    case 'atLeast':
      return { ...base, low: value, high: null }
    case 'atMost':
      return { ...base, low: null, high: value }
    case 'between':
      return { ...base, low: value, high: value }
    case 'vague':
      return { ...base, low: value * 2, high: value * 100 }
  }
}

export function rangeOf(low: number, high: number, precision: number, unit: UnitCode | null): Quantity {
  const [from, to] = low <= high ? [low, high] : [high, low]
  return { value: null, low: from, high: to, lowClosed: true, highClosed: true, precision, unit, hedge: 'between' }
}

/** The worth of the last digit of a number that is not zero: 100 for 1900, 0.1 for 2.4. */
export function lastPlace(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 1
  let digits = Math.abs(value).toPrecision(12)
  let exponent = 0
  if (digits.includes('e')) {
    const [mantissa = '', power = '0'] = digits.split('e')
    digits = mantissa
    exponent = Number(power)
  }
  const [whole = '', decimals = ''] = digits.split('.')
  const trimmed = decimals.replace(/0+$/, '')
  if (trimmed !== '') return 10 ** (exponent - trimmed.length)
  return 10 ** (exponent + (/0*$/.exec(whole)?.[0].length ?? 0))
}

/** How far "rund" reaches: half the last place that is not zero, at least five percent. */
function neighbourhood(value: number, precision: number): number {
  return Math.max(lastPlace(value) / 2, precision / 2, Math.abs(value) * 0.05)
}

/** How far "knapp" and "gut" reach: the last place that is not zero, between five and twelve percent. */
function nearness(value: number): number {
  const size = Math.abs(value)
  return Math.sign(value) * Math.min(Math.max(lastPlace(value), size * 0.05), size * 0.12)
}

function between<Base>(base: Base, one: number, other: number): Base & { low: number; high: number } {
  return { ...base, low: Math.min(one, other), high: Math.max(one, other) }
}

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function neat(value: number): number {
  return Number(value.toPrecision(12))
}
