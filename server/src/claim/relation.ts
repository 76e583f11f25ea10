/**
 * How the numbers of a claim and of a source figure stand to each other: whether they agree and, where they do not, which of the
 * errors that writers make would turn the one into the other. A recognisable error is evidence of its own that both mean the same.
 */
import type { Figure, Hedge, Quantity } from '../figure/figure'
import { conversions } from '../figure/generated/conversions'
import type { Difference } from './verdict'

export type UnitRelation = 'same' | 'count' | 'convertible' | 'currency' | 'points' | 'share' | 'other'

export interface Relation {
  readonly units: UnitRelation
  /** How well the numbers agree, 0 to 1, units converted: 1 to the last digit, 0.8 rounded, 0.5 as far as the hedges allow. */
  readonly agreement: number
  /** The significant digits are the same, whatever scale and unit. */
  readonly sameDigits: boolean
  /** Orders of magnitude between the values, signed; 0 where either is no single number. */
  readonly magnitude: number
  readonly hasSwappedDigits: boolean
  readonly isScaled: boolean
  readonly boundConflict: boolean
  readonly roleConflict: boolean
  readonly directionConflict: boolean
}

export function relationOf(stated: Figure, found: Figure): Relation {
  const units = unitRelation(stated.quantity, found.quantity)
  const converted = convert(found.quantity, stated.quantity)
  const agreement = units === 'other' || units === 'currency' || units === 'points' ? 0 : agreementOf(stated.quantity, converted)
  const a = typical(stated.quantity)
  const b = typical(converted)
  const magnitude = a !== 0 && b !== 0 ? Math.log10(Math.abs(a / b)) : 0
  const sameDigits = a !== 0 && significant(a) === significant(typical(found.quantity))
  const isScaled = sameDigits && Math.abs(magnitude) > 0.5 && Math.abs(magnitude - Math.round(magnitude)) < 1e-6
  return {
    units,
    agreement,
    sameDigits,
    magnitude,
    hasSwappedDigits: !sameDigits && Math.abs(magnitude) < 1 && areSwapped(a, b),
    isScaled,
    boundConflict: boundsConflict(stated.quantity, found.quantity),
    roleConflict: rolesConflict(stated, found),
    directionConflict:
      stated.frame.direction !== undefined && found.frame.direction !== undefined && stated.frame.direction !== found.frame.direction,
  }
}

/** The error that explains the relation; undefined where the two agree. */
export function differenceOf(relation: Relation): Difference | undefined {
  if (relation.units === 'currency' || relation.units === 'points' || relation.units === 'other') return 'unit'
  if (relation.agreement > 0 || (relation.sameDigits && Math.abs(relation.magnitude) < 0.01)) {
    if (relation.boundConflict) return 'bound'
    if (relation.directionConflict) return 'direction'
    if (relation.roleConflict) return 'change'
    if (relation.agreement > 0) return undefined
  }
  if (relation.isScaled) return 'scale'
  return relation.hasSwappedDigits ? 'digits' : 'value'
}

function unitRelation(a: Quantity, b: Quantity): UnitRelation {
  if (a.unit === b.unit) return a.unit === null ? 'count' : 'same'
  if (a.unit === null || b.unit === null) return 'other'
  if (isCurrency(a.unit) && isCurrency(b.unit)) return 'currency'
  const shares = ['percent', 'permille', 'basis-point', 'percentage-point', 'times']
  if (shares.includes(a.unit) && shares.includes(b.unit)) {
    const points = (unit: string) => unit === 'percentage-point' || unit === 'basis-point'
    if (a.unit === 'times' || b.unit === 'times') return 'share'
    return points(a.unit) === points(b.unit) ? 'convertible' : 'points'
  }
  return conversions[a.unit] !== undefined && conversions[a.unit]?.[0] === conversions[b.unit]?.[0] ? 'convertible' : 'other'
}

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit)

/** `quantity` in the unit of `like`, where the units convert. */
function convert(quantity: Quantity, like: Quantity): Quantity {
  const from = conversions[quantity.unit ?? '']
  const to = conversions[like.unit ?? '']
  if (quantity.unit === like.unit || from === undefined || to === undefined || from[0] !== to[0]) return quantity
  const turn = (value: number | null) => (value === null ? null : (value * from[1] + from[2] - to[2]) / to[1])
  return {
    ...quantity,
    value: turn(quantity.value),
    low: turn(quantity.low),
    high: turn(quantity.high),
    precision: (quantity.precision * from[1]) / to[1],
  }
}

function agreementOf(a: Quantity, b: Quantity): number {
  if (a.value !== null && b.value !== null) {
    if (nearlyEqual(a.value, b.value)) return 1
    const coarse = Math.max(a.precision, b.precision)
    if (coarse > 0 && Math.abs(a.value - b.value) <= coarse / 2 + 1e-9) return 0.8
  }
  const meet = (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity)
  return meet ? 0.5 : 0
}

const nearlyEqual = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** One number that stands for the quantity. */
function typical(quantity: Quantity): number {
  return quantity.value ?? quantity.low ?? quantity.high ?? 0
}

/** The digits of a number without its scale: 2.4e9 is "24". */
export function significant(value: number): string {
  return Math.abs(value)
    .toPrecision(9)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '')
}

function areSwapped(a: number, b: number): boolean {
  const x = significant(a)
  const y = significant(b)
  const length = Math.max(x.length, y.length)
  if (length < 2) return false
  const sorted = (digits: string) => [...digits.padEnd(length, '0')].sort().join('')
  return sorted(x) === sorted(y)
}

const above: readonly Hedge[] = ['moreThan', 'atLeast', 'justOver']
const below: readonly Hedge[] = ['lessThan', 'atMost', 'justUnder']

function boundsConflict(a: Quantity, b: Quantity): boolean {
  return (above.includes(a.hedge) && below.includes(b.hedge)) || (below.includes(a.hedge) && above.includes(b.hedge))
}

function rolesConflict(a: Figure, b: Figure): boolean {
  const [x, y] = [a.frame.role, b.frame.role]
  const isBy = (role: string) => role === 'changeBy'
  const isTo = (role: string) => role === 'changeTo' || role === 'changeFrom'
  return (isBy(x) && isTo(y)) || (isTo(x) && isBy(y))
}
