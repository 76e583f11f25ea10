/**
 * Whether two quantities can both be true, as sets of values after unit conversion, and how they stand to each other where they cannot.
 * Printed precision makes an interval: "3,2 Mio." agrees with whatever rounds or is cut to it. A hedge makes a bound or a neighbourhood. Never does one
 * currency agree with another, nor a percentage with percentage points.
 */
import { toBase } from './convert'
import type { Quantity, UnitCode } from './figure'
import { lastPlace } from './quantity'

export type Relation =
  | 'equal' // the same number, whatever its notation and unit
  | 'rounded' // one is the other to fewer digits
  | 'compatible' // the hedges leave room for both
  | 'scale' // Millionen / Milliarden
  | 'digits' // 73,4 / 74,3
  | 'unit' // the same number of something else: Euro / Dollar, Prozent / Prozentpunkte
  | 'bound' // mindestens / höchstens
  | 'different'

export interface Agreement {
  readonly agrees: boolean
  readonly relation: Relation
}

/** How what is stated stands to what was found. */
export function compareQuantities(stated: Quantity, found: Quantity): Agreement {
  const a = measureOf(stated)
  const b = measureOf(found)
  if (!sameKind(a, b)) return disagree(sameDigits(stated, found) ? 'unit' : 'different')
  if (opposed(stated, found) && near(a.typical, b.typical)) return disagree('bound')
  const relation = agreementOf(a, b)
  if (relation !== undefined) return { agrees: true, relation }
  if (stated.unit !== found.unit && sameDigits(stated, found) && magnitude(stated, found) === 0) return disagree('unit')
  if (isBound(a) !== isBound(b) && near(a.typical, b.typical)) return disagree('bound')
  return disagree(errorOf(a.typical, b.typical))
}

function disagree(relation: Relation): Agreement {
  return { agrees: false, relation }
}

/** A quantity in the base unit of its dimension. */
interface Measure {
  readonly quantity: Quantity
  readonly kind: string
  readonly low: number
  readonly high: number
  readonly typical: number
  readonly precision: number
}

function measureOf(quantity: Quantity): Measure {
  const { unit } = quantity
  const turn = (value: number) => (unit === null ? value : (toBase(value, alias[unit] ?? unit)?.value ?? value))
  const kind = kindOf(quantity)
  const low = quantity.low === null ? Number.NEGATIVE_INFINITY : turn(quantity.low)
  const high = quantity.high === null ? Number.POSITIVE_INFINITY : turn(quantity.high)
  const value =
    quantity.value ??
    (quantity.low !== null && quantity.high !== null ? (quantity.low + quantity.high) / 2 : (quantity.low ?? quantity.high ?? 0))
  return {
    quantity,
    kind,
    low: Math.min(low, high),
    high: Math.max(low, high),
    typical: turn(value),
    precision: Math.abs(turn(quantity.precision) - turn(0)),
  }
}

/** Units that texts name loosely. */
const alias: Readonly<Record<UnitCode, UnitCode>> = { degree: 'celsius', 'basis-point': 'permyriad', ton: 'tonne', century: 'century' }
const crowns: readonly UnitCode[] = ['SEK', 'DKK', 'NOK', 'ISK', 'CZK', 'krone']

function kindOf({ unit, ratio, value }: Quantity): string {
  if (unit === null) return ratio !== undefined || (value !== null && value > 0 && value < 1) ? 'part' : 'count'
  if (unit === 'percentage-point' || unit === 'basis-point') return 'point'
  if (crowns.includes(unit)) return unit === 'krone' ? 'crown' : `crown ${unit}`
  return toBase(1, alias[unit] ?? unit)?.base ?? unit
}

function sameKind(a: Measure, b: Measure): boolean {
  if (a.kind === b.kind) return true
  const loose = [a.kind, b.kind]
  return loose.includes('crown') && loose.some((kind) => kind.startsWith('crown '))
}

const shares: ReadonlySet<string> = new Set(['part', 'point', 'times'])

function isBound({ quantity: { hedge } }: Measure): boolean {
  return hedge === 'moreThan' || hedge === 'lessThan' || hedge === 'atLeast' || hedge === 'atMost'
}

/** "mindestens" against "höchstens". */
function opposed(a: Quantity, b: Quantity): boolean {
  const side = ({ hedge }: Quantity) =>
    hedge === 'moreThan' || hedge === 'atLeast' ? 1 : hedge === 'lessThan' || hedge === 'atMost' ? -1 : 0
  return side(a) * side(b) === -1
}

function agreementOf(a: Measure, b: Measure): Relation | undefined {
  const same = a.quantity.hedge === b.quantity.hedge || (!isBound(a) && !isBound(b))
  if (a.quantity.value !== null && b.quantity.value !== null) {
    // A sign on a share says the direction that words say elsewhere.
    if (shares.has(a.kind) && a.typical * b.typical < 0) return near(-a.typical, b.typical) ? 'equal' : undefined
    if (near(a.typical, b.typical)) return same ? 'equal' : boundHolds(a, b) || boundHolds(b, a) ? 'compatible' : undefined
    if (isBound(a) || isBound(b)) return boundHolds(a, b) || boundHolds(b, a) ? 'compatible' : undefined
    if (rounds(a, b) || rounds(b, a)) return 'rounded'
    return covers(a, b) || covers(b, a) ? 'compatible' : undefined
  }
  if (near(a.low, b.low) && near(a.high, b.high)) return 'equal'
  return withinRange(a, b) || withinRange(b, a) ? 'compatible' : undefined
}

/** Whether `other` lies where a bound lets it; nobody says "mehr als 40" of 400. Of two bounds to the same side the tighter decides. */
function boundHolds(bound: Measure, other: Measure): boolean {
  if (!isBound(bound)) return false
  const { hedge, value } = bound.quantity
  const size = Math.abs(bound.typical)
  const room =
    value === null
      ? size
      : bound.quantity.ratio !== undefined
        ? Math.max(0.08, size * 0.1)
        : Math.max(Math.min((lastPlace(value) / Math.abs(value || 1)) * size, size), size * 0.1)
  const distance = other.typical - bound.typical
  // The same number without the bound is its limit: "unter 5.000 Euro" for "bei 5.000 Euro".
  if (near(other.typical, bound.typical)) return true
  // Two bounds to one side say the same only where one rounds the other.
  const allowed = isBound(other) ? Math.min(room / 2, size * 0.05) : room
  return hedge === 'moreThan' || hedge === 'atLeast' ? distance > 0 && distance <= allowed : distance < 0 && -distance <= allowed
}

/** Whether `coarse` is `fine` rounded, or cut, to the digits it is printed with. */
function rounds(coarse: Measure, fine: Measure): boolean {
  const { value, ratio } = coarse.quantity
  if (value === null) return false
  const difference = fine.typical - coarse.typical
  // "zwei Drittel" stands for 66.7 percent and for 67.
  if (ratio !== undefined) return Math.abs(difference) <= 0.006
  if (coarse.precision <= fine.precision && coarse.quantity.hedge === 'none') return false
  if (coarse.precision === 1 && coarse.quantity.unit === null) return false
  const rounded = Math.abs(difference) <= coarse.precision / 2 + 1e-9 * Math.abs(fine.typical)
  const cut = Math.sign(coarse.typical) * difference >= 0 && Math.abs(difference) < coarse.precision
  return coarse.precision > fine.precision && (rounded || cut)
}

/** Whether the neighbourhood of a hedged number reaches the other. */
function covers(hedged: Measure, other: Measure): boolean {
  const { hedge, ratio, value } = hedged.quantity
  if (hedge !== 'about' && hedge !== 'justUnder' && hedge !== 'justOver') return false
  // Shares in words are coarse: "knapp sechs von zehn" for 58 percent, "rund ein Viertel" for 27.
  const size = Math.abs(hedged.typical)
  const step = ratio !== undefined ? Math.min(0.05, size * 0.15) : (lastPlace(value ?? 1) / Math.abs(value || 1)) * size
  const width = Math.min(Math.max(step, size * 0.03), size * 0.12)
  const distance = (other.typical - hedged.typical) * Math.sign(hedged.typical || 1)
  if (hedge === 'about') return Math.abs(distance) <= Math.max(Math.min(step / 2, size * 0.12), size * 0.05)
  return hedge === 'justUnder' ? distance < 0 && -distance <= width : distance > 0 && distance <= width
}

/** Whether a number lies within a range, or a range within a hedge. */
function withinRange(range: Measure, other: Measure): boolean {
  if (range.quantity.value !== null) return false
  if (other.quantity.value === null)
    return (
      (near(range.low, other.low) || other.low >= range.low) &&
      (near(range.high, other.high) || other.high <= range.high) &&
      other.low <= range.high
    )
  if (isBound(other))
    return (
      (near(other.typical, range.high) && other.quantity.high !== null) || (near(other.typical, range.low) && other.quantity.low !== null)
    )
  return other.typical >= range.low - 1e-9 && other.typical <= range.high + 1e-9
}

/** The slip that turns one number into another. */
function errorOf(a: number, b: number): Relation {
  const digits = [significant(a), significant(b)] as const
  if (digits[0] === digits[1] && a !== 0) return 'scale'
  return digits[0].length > 1 &&
    sorted(digits[0], digits[1].length) === sorted(digits[1], digits[0].length) &&
    Math.abs(Math.log10(Math.abs(a / b))) < 1
    ? 'digits'
    : 'different'
}

function sorted(digits: string, length: number): string {
  return [...digits.padEnd(length, '0')].sort().join('')
}

function sameDigits(a: Quantity, b: Quantity): boolean {
  const typical = ({ value, low, high }: Quantity) => value ?? low ?? high ?? 0
  return significant(typical(a)) === significant(typical(b))
}

function magnitude(a: Quantity, b: Quantity): number {
  return a.value === null || b.value === null || a.value === 0 || b.value === 0 ? 0 : Math.round(Math.log10(Math.abs(a.value / b.value)))
}

/** The digits of a number without its scale: 2.4e9 is "24". */
function significant(value: number): string {
  const [mantissa = ''] = Math.abs(value).toExponential(9).split('e')
  return mantissa.replace('.', '').replace(/0+$/, '')
}

function near(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b))
}
