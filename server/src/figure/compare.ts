/**
 * How the numbers of two figures stand to each other: in which units they are, whether they agree as far as printed precision and hedges
 * allow, and what the one has that the other lacks. "3,2 Mio." agrees with whatever rounds to it; a hedge makes a bound or a
 * neighbourhood. Never does one currency agree with another, nor a percentage with percentage points. What the figures measure is not
 * asked here.
 */
import { compareClocks, isClock } from './clock'
import { convert, sameDimension } from './convert'
import type { Figure, Hedge, Quantity } from './figure'

export type UnitRelation = 'same' | 'count' | 'convertible' | 'currency' | 'points' | 'share' | 'bare' | 'other'

export interface Comparison {
  readonly units: UnitRelation
  /** How well the numbers agree, 0 to 1, units converted: 1 to the last digit, 0.8 rounded, less as far as the hedges allow. */
  readonly agreement: number
  /** The significant digits are the same, whatever scale and unit. */
  readonly sameDigits: boolean
  /** Orders of magnitude between the values, signed; 0 where either is no single number. */
  readonly magnitude: number
  readonly hasSwappedDigits: boolean
  readonly isScaled: boolean
  /** One of the two names no number but an order: "Dutzende". */
  readonly isVague: boolean
  /** One says at least and the other at most, of the same number. */
  readonly boundConflict: boolean
}

export function compareFigures(stated: Figure, found: Figure): Comparison {
  if (isClock(stated) || isClock(found)) return betweenClocks(stated, found)
  const isPart = isPartOf(stated, found) || isPartOf(found, stated)
  const claimed = isPart ? partOf(stated) : comparable(stated)
  const other = isPart ? partOf(found) : comparable(found)
  const units = unitRelation(stated, found, claimed, other)
  const converted = units === 'convertible' ? inUnitOf(other, claimed) : other
  const agreement = units === 'other' || units === 'currency' || units === 'points' ? 0 : agreementOf(claimed, converted)
  const a = typical(claimed)
  const b = typical(converted)
  const magnitude = a !== 0 && b !== 0 ? Math.log10(Math.abs(a / b)) : 0
  const sameDigits = a !== 0 && significant(a) === significant(typical(other))
  return {
    units,
    agreement,
    sameDigits,
    magnitude,
    hasSwappedDigits: !sameDigits && Math.abs(magnitude) < 1 && areSwapped(a, b),
    isScaled: sameDigits && Math.abs(magnitude) > 0.5 && Math.abs(magnitude - Math.round(magnitude)) < 1e-6,
    isVague: stated.quantity.hedge === 'vague' || found.quantity.hedge === 'vague',
    boundConflict: boundsConflict(claimed, other),
  }
}

/** Clock times compare with clock times alone. */
function betweenClocks(stated: Figure, found: Figure): Comparison {
  const areClocks = isClock(stated) && isClock(found)
  const answer = compareClocks(stated.quantity.value ?? 0, found.quantity.value ?? 0)
  return {
    units: areClocks ? 'same' : 'other',
    agreement: !areClocks || answer === 'different' ? 0 : answer === 'same' ? 1 : 0.6,
    sameDigits: false,
    magnitude: 0,
    hasSwappedDigits: false,
    isScaled: false,
    isVague: false,
    boundConflict: false,
  }
}

/** "drei von zehn Häfen" beside "drei der zehn Häfen", of which a text gives the part and the whole apart. */
function isPartOf({ quantity: { ratio } }: Figure, { quantity }: Figure): boolean {
  return ratio !== undefined && ratio.part > 1 && quantity.unit === null && quantity.ratio === undefined && quantity.value === ratio.part
}

function partOf({ quantity }: Figure): Quantity {
  const part = quantity.ratio?.part
  return part === undefined ? quantity : { ...quantity, value: part, low: part, high: part, unit: null }
}

/** A share in words is a percentage ("zwei Drittel", "jeder fünfte"), "zwei Mal so viele" a multiple, and "−0,6 %" a fall by 0.6. */
function comparable({ quantity, frame }: Figure): Quantity {
  if (quantity.unit === null && quantity.ratio !== undefined) return { ...scaled(quantity, 100), unit: 'percent' }
  if (quantity.unit === null && frame.counted?.lemma === 'mal') return { ...quantity, unit: 'times' }
  return shares.includes(quantity.unit) && (quantity.value ?? 0) < 0 ? negated(quantity) : quantity
}

function negated(quantity: Quantity): Quantity {
  const { value, low, high, lowClosed, highClosed } = quantity
  const turn = (number: number | null) => (number === null ? null : -number)
  return { ...quantity, value: turn(value), low: turn(high), high: turn(low), lowClosed: highClosed, highClosed: lowClosed }
}

function scaled(quantity: Quantity, factor: number): Quantity {
  const turn = (value: number | null) => (value === null ? null : value * factor)
  return {
    ...quantity,
    value: turn(quantity.value),
    low: turn(quantity.low),
    high: turn(quantity.high),
    precision: quantity.precision * factor,
  }
}

const shares: readonly (string | null)[] = ['percent', 'permille', 'basis-point', 'percentage-point', 'times']
const isPoints = (unit: string) => unit === 'percentage-point' || unit === 'basis-point'
const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit)

function unitRelation(stated: Figure, found: Figure, { unit: a }: Quantity, { unit: b }: Quantity): UnitRelation {
  if (a === b) return a === null ? 'count' : 'same'
  if (a === null || b === null) return (a === null ? stated : found).frame.counted === undefined ? 'bare' : 'other'
  if (isCurrency(a) && isCurrency(b)) return 'currency'
  if (shares.includes(a) && shares.includes(b)) {
    if (a === 'times' || b === 'times') return 'share'
    return isPoints(a) === isPoints(b) ? 'convertible' : 'points'
  }
  return sameDimension(a, b) ? 'convertible' : 'other'
}

/** `quantity` in the unit of `like`, of the same dimension. */
function inUnitOf(quantity: Quantity, { unit }: Quantity): Quantity {
  const from = quantity.unit
  if (from === null || unit === null) return quantity
  const turn = (value: number | null) => (value === null ? null : (convert(value, from, unit) ?? value))
  const precision = Math.abs((turn(quantity.precision) ?? 0) - (turn(0) ?? 0))
  return { ...quantity, value: turn(quantity.value), low: turn(quantity.low), high: turn(quantity.high), precision }
}

function agreementOf(a: Quantity, b: Quantity): number {
  if (a.hedge === 'vague' || b.hedge === 'vague') return meet(a, b) ? 0.3 : 0
  if (a.value !== null && b.value !== null) {
    if (nearlyEqual(a.value, b.value)) return 1
    const bounded = [a, b].filter(isOpen)
    if (bounded.length > 0) {
      const holds = bounded.every((bound) => holdsFor(bound, bound === a ? b : a))
      const isNear = Math.abs(a.value / b.value - 1) <= 0.03 && [a, b].some(({ hedge }) => soft.includes(hedge))
      return holds || isNear ? 0.5 : 0
    }
    if (isRounding(a, b) || isRounding(b, a)) return 0.8
    return fitsHedge(a, b) || fitsHedge(b, a) ? 0.7 : 0
  }
  if (a.value === null && b.value === null) return sameEnds(a, b) ? 1 : 0
  return meet(a, b) ? 0.6 : 0
}

function sameEnds(a: Quantity, b: Quantity): boolean {
  const isNear = (x: number | null, y: number | null) =>
    x === y || (x !== null && y !== null && Math.abs(x - y) <= 0.02 * Math.max(Math.abs(x), Math.abs(y)))
  return isNear(a.low, b.low) && isNear(a.high, b.high)
}

const isOpen = ({ hedge }: Quantity) => above.includes(hedge) || below.includes(hedge)

function meet(a: Quantity, b: Quantity): boolean {
  return (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity)
}

/** Nobody says "mehr als 21" for 210, and who says "mindestens 849" means no other number. */
function holdsFor(bound: Quantity, { value: other }: Quantity): boolean {
  const { value } = bound
  if (value === null || other === null || value === 0) return false
  const ratio = other / value
  const digits = significant(value).length
  // A converted bound has digits that nobody wrote.
  const isRound = digits < significant(other).length || digits <= 2 || digits > 6
  return isRound && (above.includes(bound.hedge) ? ratio >= 1 && ratio <= 1.35 : ratio <= 1 && ratio >= 0.75)
}

/** Whether `coarse` is `fine` to fewer digits: "2,4 Milliarden" for 2.387 Millionen, 15.000 for 15.200, but no 2.000 for 2.300. */
function isRounding(coarse: Quantity, fine: Quantity): boolean {
  if (coarse.value === null || fine.value === null) return false
  const digits = significant(coarse.value).length
  if (digits === 0 || digits >= significant(fine.value).length) return false
  const off = Math.abs(coarse.value - fine.value)
  if (coarse.precision > fine.precision && off <= coarse.precision / 2) return true
  return off <= 0.025 * Math.abs(fine.value) && nearlyEqual(Number(fine.value.toPrecision(digits)), coarse.value)
}

/** Whether `exact` lies where the words around `hedged` let it: "gut ein Viertel" for 26.4 percent. */
function fitsHedge(hedged: Quantity, { value }: Quantity): boolean {
  const center = hedged.value
  if (center === null || value === null || center === 0) return false
  if (hedged.hedge === 'none' && hedged.ratio === undefined) return false
  const ratio = value / center
  // "rund 230" is no way to say 240: what is hedged has fewer digits.
  if (hedged.ratio === undefined && hedged.precision > 0 && significant(center).length >= significant(value).length)
    return Math.abs(ratio - 1) <= 0.02
  const slack = hedged.ratio === undefined ? 0.08 : 0.13
  switch (hedged.hedge) {
    case 'about':
      return Math.abs(ratio - 1) <= slack
    case 'justOver':
      return ratio > 1 && ratio <= 1 + slack
    case 'justUnder':
      return ratio < 1 && ratio >= 1 - slack
    default:
      return hedged.ratio !== undefined && Math.abs(ratio - 1) <= 0.06
  }
}

const nearlyEqual = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** One number that stands for the quantity. */
function typical(quantity: Quantity): number {
  return quantity.value ?? quantity.low ?? quantity.high ?? 0
}

/** Each pair of figures asks for the digits of both several times over; an author's sources state few thousand numbers. */
const digitsOf = new Map<number, string>()
const mostDigits = 20_000

/** The digits of a number without its scale: 2.4e9 is "24". */
export function significant(value: number): string {
  const known = digitsOf.get(value)
  if (known !== undefined) return known
  const digits = Math.abs(value)
    .toPrecision(9)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '')
  if (digitsOf.size === mostDigits) digitsOf.clear()
  digitsOf.set(value, digits)
  return digits
}

function areSwapped(a: number, b: number): boolean {
  const x = significant(a)
  const y = significant(b)
  const length = Math.max(x.length, y.length)
  if (length < 2) return false
  const sorted = (digits: string) => [...digits.padEnd(length, '0')].sort().join('')
  return sorted(x) === sorted(y)
}

const above: readonly Hedge[] = ['moreThan', 'atLeast']
const below: readonly Hedge[] = ['lessThan', 'atMost']
const soft: readonly Hedge[] = ['about', 'justOver', 'justUnder']

/** One says at least and the other at most, of the same number. */
function boundsConflict(a: Quantity, b: Quantity): boolean {
  if (a.value === null || b.value === null || significant(a.value) !== significant(b.value)) return false
  return (above.includes(a.hedge) && below.includes(b.hedge)) || (below.includes(a.hedge) && above.includes(b.hedge))
}
