/**
 * From a number as written to the set of values that the words allow. "3,2 Mio." is half a step wide on either side, "453" is exactly that
 * many, "rund 40" a neighbourhood as wide as the roundness of the number suggests, "mehr als 40" open to one side.
 */
import type { Hedge, Quantity, UnitCode } from './figure'

export function quantityOf(value: number, precision: number, unit: UnitCode | null, hedge: Hedge = 'none'): Quantity {
  const set = (low: number | null, high: number | null, lowClosed = true, highClosed = true): Quantity => ({
    value,
    low,
    high,
    lowClosed,
    highClosed,
    precision,
    unit,
    hedge,
  })
  switch (hedge) {
    case 'none': {
      // A whole number that was not shortened says what it says; a decimal or a scale word stands for its rounding interval.
      if (precision === 0 || precision === 1) return set(value, value)
      return set(neat(value - precision / 2), neat(value + precision / 2), true, false)
    }
    case 'about': {
      const width = neighbourhood(value, precision)
      return set(neat(value - width), neat(value + width))
    }
    case 'justUnder':
      return set(Math.min(value, neat(value - nearness(value))), Math.max(value, neat(value - nearness(value))))
    case 'justOver':
      return set(Math.min(value, neat(value + nearness(value))), Math.max(value, neat(value + nearness(value))))
    case 'moreThan':
      return set(value, null, false)
    case 'lessThan':
      return set(null, value, true, false)
    case 'atLeast':
      return set(value, null)
    case 'atMost':
      return set(null, value)
    case 'between':
      return set(value, value)
    case 'vague':
      return set(value * 2, value * 100)
  }
}

/** "2,000.45 ± 0.01": a value and how far it may be off. */
export function within(value: number, tolerance: number, precision: number, unit: UnitCode | null): Quantity {
  return { ...rangeOf(neat(value - tolerance), neat(value + tolerance), precision, unit), value, hedge: 'about' }
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

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function neat(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12))
}
