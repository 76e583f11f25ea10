/** A number with its sign, currency and unit; shares ("sieben von zehn") and durations in parts ("3 Stunden und 38 Minuten", "7:57 Minuten") as one. */
import { Class } from '../language/lexicon'
import { convert } from './convert'
import type { UnitCode } from './figure'
import { type Numeral, none } from './numeral'
import { readNumeral } from './numeral-at'
import { neat } from './quantity'
import type { Tokens } from './tokens'
import { currencyBefore, type FoundUnit, isMoney, isMoneySign, readUnit } from './unit'

export interface Measure {
  readonly numeral: Numeral
  readonly value: number
  readonly precision: number
  readonly unit: UnitCode | null
  readonly start: number
  readonly end: number
  /** Tokens, end exclusive. */
  readonly first: number
  readonly next: number
  readonly signed: boolean
  readonly adjective: boolean
  readonly ratio?: Ratio | undefined
  /** "± 0.01" behind it. */
  readonly tolerance?: number
}

interface Ratio {
  readonly part: number
  readonly of: number
}

export function readMeasure(tokens: Tokens, at: number, floor: number): Measure | undefined {
  const clock = clockDuration(tokens, at)
  if (clock !== undefined) return clock
  const read = readNumeral(tokens, at)
  if (read === undefined) return undefined
  const numeral = withRepetition(tokens, read)
  if (numeral.ordinal) return everyNth(tokens, numeral, at, floor)
  const share = shareOf(tokens, numeral)
  if (share !== undefined) {
    const sign = share.over === true ? signBefore(tokens, at, floor) : undefined
    return {
      numeral,
      value: ((sign?.factor ?? 1) * share.part) / share.of,
      precision: 0,
      unit: null,
      start: sign?.start ?? numeral.start,
      end: share.end,
      first: sign?.first ?? at,
      next: share.next,
      signed: sign !== undefined,
      adjective: false,
      ratio: { part: share.part * (sign?.factor ?? 1), of: share.of },
    }
  }
  return withParts(tokens, measured(tokens, numeral, at, floor))
}

/** "forty-five (45)": a number in words and once more in digits. */
function withRepetition(tokens: Tokens, numeral: Numeral): Numeral {
  const { next } = numeral
  if (numeral.form !== 'words' || numeral.article || !tokens.isSymbol(next, '(') || !tokens.isDigits(next + 1)) return numeral
  const again = readNumeral(tokens, next + 1)
  if (again === undefined || again.value !== numeral.value || !tokens.isSymbol(again.next, ')')) return numeral
  return { ...numeral, end: tokens.endOf(again.next), next: again.next + 1 }
}

function measured(tokens: Tokens, numeral: Numeral, at: number, floor: number): Measure | undefined {
  const lead = numeral.start < tokens.startOf(at) ? at - 1 : at
  const inner = signBetween(tokens, lead, floor)
  const behind = timesMark(tokens, numeral) ?? readUnit(tokens, numeral.end, numeral.next)
  const currency = leadingCurrency(tokens, numeral, behind, currencyBefore(tokens, inner ? lead - 1 : lead, floor))
  // "US$ 5 USD" repeats itself; "$5 a day" does not.
  const unit = currency === undefined || behind?.code === currency.code ? behind : undefined
  const behindScale = unit !== undefined && numeral.scale === 1 ? tokens.numberWord(unit.next) : undefined
  if (unit !== undefined && isMoney(unit.code) && behindScale?.kind === 'scale') {
    // "75 USD million"
    const scaled = {
      ...numeral,
      value: numeral.value * behindScale.value,
      precision: numeral.precision * behindScale.value,
      scale: behindScale.value,
    }
    return {
      numeral: scaled,
      value: neat(scaled.value),
      precision: neat(scaled.precision),
      unit: unit.code,
      start: numeral.start,
      end: tokens.endOf(unit.next),
      first: lead,
      next: unit.next + 1,
      signed: false,
      adjective: false,
    }
  }
  if (numeral.next === at && unit === undefined) return undefined
  if (numeral.article && !opensRange(tokens, at) && (unit === undefined || !articleCounts(tokens, at, unit))) return undefined
  if (numeral.times && unit !== undefined) return undefined
  const sign = signBefore(tokens, currency?.from ?? lead, floor) ?? (inner && currency !== undefined ? negative(currency) : undefined)
  const known = named(tokens, numeral, unit)
  const below = belowZero(tokens, unit?.next ?? numeral.next, unit)
  const direction = below === undefined ? (sign?.factor ?? 1) : -1
  const factor = (known?.factor ?? unit?.factor ?? 1) * (currency?.factor ?? 1) * direction
  const code = known?.code ?? currency?.code ?? unit?.code ?? (numeral.times ? 'times' : below === undefined ? null : 'degree')
  return {
    numeral,
    value: neat(numeral.value * factor),
    precision: neat(numeral.precision * Math.abs(factor)),
    unit: code,
    start: sign?.start ?? currency?.start ?? numeral.start,
    end: below === undefined ? (unit?.end ?? numeral.end) : tokens.endOf(below - 1),
    first: sign?.first ?? currency?.from ?? lead,
    next: below ?? unit?.next ?? numeral.next,
    signed: sign !== undefined || below !== undefined,
    adjective: unit?.adjective === true,
    ratio: code === null ? numeral.ratio : undefined,
  }
}

/** A sign always belongs to its number; a name ("Euro 22,5 Mio.") only where nothing behind the number takes it: "ein Euro 1,09 Dollar". */
function leadingCurrency(
  tokens: Tokens,
  numeral: Numeral,
  behind: FoundUnit | undefined,
  currency: ReturnType<typeof currencyBefore>,
): ReturnType<typeof currencyBefore> {
  const name = currency === undefined ? '' : tokens.slice(currency.from)
  if (name.length < 4 || name === name.toUpperCase()) return currency
  if (numeral.form === 'words') return undefined
  const counts = tokens.isWord(numeral.next) && !tokens.is(numeral.next, Class.closed)
  // "Euro 6" is a norm, "Euro 96" a championship.
  return behind !== undefined || (numeral.plain && (counts || currency?.code === 'EUR')) ? undefined : currency
}

/** "$-99.99": whether a minus stands between a sign of money and its number. */
function signBetween(tokens: Tokens, at: number, floor: number): boolean {
  const symbol = tokens.symbol(at - 1)
  return (
    at - 2 >= floor && (symbol === 45 || symbol === 0x2212) && tokens.touches(at) && tokens.touches(at - 1) && isMoneySign(tokens, at - 2)
  )
}

function negative({ start, from }: { start: number; from: number }): Sign {
  return { factor: -1, start, first: from }
}

/** "2 degrees below zero", "5 Grad unter null": the token behind it. Without a unit only English says so. */
function belowZero(tokens: Tokens, at: number, unit: FoundUnit | undefined): number | undefined {
  if (!tokens.is(at, Class.preposition)) return undefined
  const english = tokens.lexicon.language === 'en'
  const warmth = unit === undefined ? english : unit.code === 'degree' || unit.code === 'celsius' || unit.code === 'fahrenheit'
  if (!warmth || tokens.lower(at) !== (english ? 'below' : 'unter') || !tokens.isWord(at + 1)) return undefined
  return tokens.numberWord(at + 1)?.kind === 'zero' || (english && tokens.lower(at + 1) === 'freezing') ? at + 2 : undefined
}

/** "4x", "3 x" in front of no other number. */
function timesMark(tokens: Tokens, { end, next }: Numeral): FoundUnit | undefined {
  const mark = tokens.isWord(next) && tokens.endOf(next) - tokens.startOf(next) === 1 && tokens.lower(next) === 'x'
  if (!mark || tokens.startOf(next) - end > 1 || tokens.isDigits(next + 1)) return undefined
  return { code: 'times', end: tokens.endOf(next), next: next + 1, factor: 1, adjective: false }
}

/** Half and quarter hours are names of durations and counted in minutes; what the size of a number says about its unit. */
function named(tokens: Tokens, numeral: Numeral, unit: FoundUnit | undefined): { code: UnitCode; factor: number } | undefined {
  if (unit?.code === 'GBP' && tokens.lexicon.language === 'de' && weighs(tokens, numeral, unit)) return { code: 'pound', factor: 1 }
  // Nobody weighs millions of pounds.
  if (unit?.code === 'pound' && numeral.scale >= 1000) return { code: 'GBP', factor: 1 }
  return unit?.code === 'hour' && (numeral.ratio !== undefined || numeral.mixed) ? { code: 'minute', factor: 60 } : undefined
}

/** What is paid in pounds and does not weigh them. */
const paid =
  /(?:strafe|bußgeld|gebühr|gebühren|miete|eintritt|lohn|gehalt|schulden|gewinn|verlust|kosten|umsatz|rabatt|sterling|kaution|entschädigung|belohnung|spende|spenden|zuschuss|ablöse|steuern?|zinsen|bargeld|preisgeld|schmerzensgeld)$/

/** "ein Pfund Hack", "20 Pfund schwerer", "ein 12-Pfund-Braten": a weight, and no money. */
function weighs(tokens: Tokens, { value }: Numeral, { next, end, adjective }: FoundUnit): boolean {
  if (value > 100 || !/pfund$/i.test(tokens.text.slice(end - 5, end))) return false
  const thing = adjective && tokens.isSymbol(next, '-') ? next + 1 : next
  if (!tokens.isWord(thing) || tokens.opensLine(thing)) return false
  if (tokens.isUpper(thing)) return !tokens.is(thing, Class.closed) && !paid.test(tokens.lower(thing))
  return /^(?:schwer|leichter|schwerer|zugenommen|abgenommen|abnehmen|zunehmen)$/.test(tokens.lower(thing))
}

/** Units whose names are things as well, so that "ein" or an adjective in front of them counts the thing. */
export const things: ReadonlySet<string> = new Set(
  'foot inch point cup stone yard revolution fathom chain drop carat knot bar degree pinch ZAR BRL KRW DEM quarter krone TRY karat times bit grain rod dalton jigger dram kelvin atmosphere'.split(
    ' ',
  ),
)

/** "eine Stunde", "einen Euro" measure; "einen Fuß", "a foot" and "a second" mostly do not. */
function articleCounts(tokens: Tokens, at: number, unit: FoundUnit): boolean {
  if (unit.adjective || things.has(unit.code)) return false
  const word = tokens.slice(unit.next - 1)
  if (tokens.lexicon.language === 'de') return word.length > 1 && !/^(?:Tages|Jahres)$/.test(word) && !tokens.isDigits(unit.next)
  return word.length > 2 && !(unit.code === 'second' && at > 0)
}

/** "ein bis zwei Stunden", "zwischen einem und zehn Jahren". */
function opensRange(tokens: Tokens, at: number): boolean {
  if (!tokens.is(at + 1, Class.to) && !(tokens.is(at - 1, Class.between) && tokens.is(at + 1, Class.and))) return false
  const other = tokens.numberWord(at + 2)
  return tokens.isDigits(at + 2) || (other !== undefined && (other.kind === 'small' || other.kind === 'cardinal'))
}

interface Sign {
  readonly factor: number
  readonly start: number
  readonly first: number
}

/** "minus 5", "−1,4", "-$3", "+0,7". A hyphen that touches a word before it is no sign. */
function signBefore(tokens: Tokens, at: number, floor: number): Sign | undefined {
  const before = at - 1
  if (before < floor) return undefined
  if (tokens.is(before, Class.minus)) return { factor: -1, start: tokens.startOf(before), first: before }
  if (tokens.is(before, Class.plus)) return { factor: 1, start: tokens.startOf(before), first: before }
  const symbol = tokens.symbol(before)
  // "- 1,200" alone in a cell or a line of its own is a balance, not a bullet with a number.
  const minus =
    symbol === 0x2212 || ((symbol === 45 || symbol === 0x2013) && (tokens.touches(at) || (before === 0 && tokens.hasNoWordFrom(at))))
  const plus = symbol === 43 && tokens.touches(at)
  if (!minus && !plus) return undefined
  if (tokens.touches(before) && !/[\s([{"„“|/:*±>]/.test(tokens.text.charAt(tokens.startOf(before) - 1))) return undefined
  return { factor: minus ? -1 : 1, start: tokens.startOf(before), first: before }
}

/** "sieben von zehn", "one in five", "26 von 35", "one out of three". */
function shareOf(tokens: Tokens, numeral: Numeral): (Ratio & { end: number; next: number; over?: true }) | undefined {
  if (
    numeral.times ||
    numeral.article ||
    numeral.vague ||
    numeral.scale > 1 ||
    numeral.ratio !== undefined ||
    !Number.isInteger(numeral.value) ||
    numeral.value < 1
  )
    return undefined
  if (numeral.form === 'digits' && !numeral.plain) return undefined
  let at = numeral.next
  const german = tokens.lexicon.language === 'de'
  if (!german && tokens.is(at, Class.preposition) && tokens.lower(at) === 'over') return overFraction(tokens, numeral)
  if (!tokens.is(at, Class.of | Class.cut)) return undefined
  const word = tokens.lower(at)
  if (german) {
    if (word !== 'von') return undefined
    at++
  } else if (word === 'out' && tokens.is(at + 1, Class.of)) at += 2
  else if (word === 'of') at++
  else if (word === 'in') {
    if (numeral.value > 10) return undefined
    at++
  } else return undefined
  if (tokens.is(at, Class.every)) at++
  if (!tokens.isDigits(at) && tokens.numberWord(at) === undefined) return undefined
  const whole = readNumeral(tokens, at)
  if (
    whole === undefined ||
    whole.article ||
    whole.ordinal ||
    whole.times ||
    !Number.isInteger(whole.value) ||
    whole.value < numeral.value ||
    (whole.plain && whole.value > 1000) ||
    (german && (whole.scale > 1 || whole.value > 1000))
  )
    return undefined
  // "3 von 10 auf 13" changes; "one in 2015" is a year; "2 von 5 Kilometern" keeps its unit.
  if (tokens.is(whole.next, Class.into | Class.to) || tokens.is(whole.next, Class.month)) return undefined
  if (readUnit(tokens, whole.end, whole.next) !== undefined) return undefined
  return { part: numeral.value, of: whole.value, end: whole.end, next: whole.next }
}

/** "one over twenty": a fraction as it is said, with nothing counted behind it. */
function overFraction(tokens: Tokens, { value, next }: Numeral): (Ratio & { end: number; next: number; over: true }) | undefined {
  if (!tokens.isDigits(next + 1) && tokens.numberWord(next + 1) === undefined) return undefined
  const whole = readNumeral(tokens, next + 1)
  if (whole === undefined || whole.article || whole.ordinal || whole.times || whole.vague || whole.ratio !== undefined) return undefined
  if (!Number.isInteger(whole.value) || whole.value <= value || readUnit(tokens, whole.end, whole.next) !== undefined) return undefined
  if (tokens.isWord(whole.next) && !tokens.is(whole.next, Class.closed)) return undefined
  return { part: value, of: whole.value, end: whole.end, next: whole.next, over: true }
}

/** "jeder achte", "every fifth": a share. */
function everyNth(tokens: Tokens, numeral: Numeral, at: number, floor: number): Measure | undefined {
  if (at - 1 < floor || !tokens.is(at - 1, Class.every) || numeral.value < 2) return undefined
  return {
    numeral,
    value: 1 / numeral.value,
    precision: 0,
    unit: null,
    start: tokens.startOf(at - 1),
    end: numeral.end,
    first: at - 1,
    next: numeral.next,
    signed: false,
    adjective: false,
    ratio: { part: 1, of: numeral.value },
  }
}

/** Units whose parts follow them: "8 hours, 14 minutes and 40 seconds", "15 Euro und 20 Cent", "5 feet 3 inches". */
const smaller: Readonly<Record<string, readonly string[]>> = {
  year: ['month', 'week', 'day', 'hour', 'minute', 'second'],
  month: ['week', 'day', 'hour'],
  week: ['day', 'hour'],
  day: ['hour', 'minute', 'second'],
  hour: ['minute', 'second'],
  minute: ['second'],
  kilometer: ['meter', 'centimeter'],
  yard: ['foot', 'inch'],
  foot: ['inch'],
  pound: ['ounce'],
  meter: ['centimeter'],
  stone: ['pound'],
}

function withParts(tokens: Tokens, measure: Measure | undefined): Measure | undefined {
  let whole = measure
  for (let step = 0; step < 6 && whole !== undefined; step++) {
    const next = addPart(tokens, whole)
    if (next === undefined) break
    whole = next
  }
  return whole
}

/** Whether a number ends the sentence or stands in front of a mark, so that it belongs to what is before it. */
function endsThere(tokens: Tokens, at: number): boolean {
  const symbol = tokens.symbol(at)
  return at >= tokens.count || symbol === 46 || symbol === 33 || symbol === 63 || symbol === 59 || symbol === 41
}

function addPart(tokens: Tokens, whole: Measure): Measure | undefined {
  if (whole.unit === null || whole.adjective || whole.numeral.ratio !== undefined) return undefined
  const parts = smaller[whole.unit]
  const money = isMoney(whole.unit)
  if (parts === undefined && !money) return undefined
  let at = whole.next
  const comma = tokens.isSymbol(at, ',')
  if (comma) at++
  if (tokens.is(at, Class.and)) at++
  const half = at > whole.next && !comma ? halfPart(tokens, whole.next) : undefined
  if (half !== undefined) {
    const unit = readUnit(tokens, tokens.endOf(half - 1), half)
    // As "anderthalb Stunden" are: 90 minutes.
    const hours = whole.unit === 'hour'
    return {
      ...whole,
      value: (whole.value + 0.5) * (hours ? 60 : 1),
      unit: hours ? 'minute' : whole.unit,
      precision: 0,
      end: unit?.code === whole.unit ? unit.end : tokens.endOf(half - 1),
      next: unit?.code === whole.unit ? unit.next : half,
    }
  }
  const word = tokens.numberWord(at)
  if (!tokens.isDigits(at) && (word === undefined || word.kind === 'half')) return undefined
  const numeral = readNumeral(tokens, at)
  if (numeral === undefined || numeral.ordinal || numeral.times || numeral.scale > 1 || numeral.ratio !== undefined) return undefined
  const unit = readUnit(tokens, numeral.end, numeral.next)
  // "two hours ten"
  if (
    unit === undefined &&
    whole.unit === 'hour' &&
    !comma &&
    numeral.value < 60 &&
    numeral.value >= 5 &&
    !tokens.isWord(numeral.next) &&
    tokens.lexicon.language === 'en'
  )
    return { ...whole, value: whole.value * 60 + numeral.value, precision: 1, unit: 'minute', end: numeral.end, next: numeral.next }
  // "6 ft 3", "12 stone 4"
  if (unit === undefined && isBareRest(tokens, whole, numeral, at)) {
    const rest = whole.unit === 'foot' ? 'inch' : 'pound'
    const value = neat((convert(whole.value, whole.unit, rest) ?? 0) + numeral.value)
    return { ...whole, value, precision: 1, unit: rest, end: numeral.end, next: numeral.next }
  }
  // "15 dollars and 50."
  if (
    unit === undefined &&
    money &&
    numeral.value >= 10 &&
    numeral.value < 100 &&
    Number.isInteger(whole.value) &&
    whole.numeral.scale === 1 &&
    endsThere(tokens, numeral.next)
  )
    return { ...whole, value: neat(whole.value + numeral.value / 100), precision: 0.01, end: numeral.end, next: numeral.next }
  if (money && unit === undefined && tokens.touches(numeral.next) && tokens.isWord(numeral.next) && tokens.slice(numeral.next) === 'c') {
    // "$20 and 43c"
    if (numeral.value >= 100 || !Number.isInteger(whole.value)) return undefined
    const { next } = numeral
    return { ...whole, value: neat(whole.value + numeral.value / 100), precision: 0.01, end: tokens.endOf(next), next: next + 1 }
  }
  if (unit === undefined) return undefined
  if (money) {
    const cents = unit.factor === 0.01 || unit.code === 'cent'
    if (!cents || numeral.value >= 100 || !Number.isInteger(whole.value)) return undefined
    return { ...whole, value: neat(whole.value + numeral.value / 100), precision: 0.01, end: unit.end, next: unit.next }
  }
  if (parts?.includes(unit.code) !== true || (comma && !Number.isInteger(whole.numeral.value))) return undefined
  const converted = convert(whole.value, whole.unit, unit.code)
  // "drei Tage, 30 Stunden" are two figures: no part is as large as its whole. Of lengths it may be: "2 yards, 7 feet".
  if (converted === undefined || (whole.unit !== 'yard' && numeral.value >= (convert(1, whole.unit, unit.code) ?? 0))) return undefined
  const dated =
    whole.unit === 'year' && unit.code !== 'month'
      ? Math.round(convert(whole.value, 'year', 'day') ?? 0) * (convert(1, 'day', unit.code) ?? 1)
      : converted
  return { ...whole, value: neat(dated + numeral.value), precision: numeral.precision, unit: unit.code, end: unit.end, next: unit.next }
}

/** Inches behind feet and pounds behind stones that are not named, with nothing behind them that they could count. */
function isBareRest(tokens: Tokens, whole: Measure, numeral: Numeral, at: number): boolean {
  const most = whole.unit === 'foot' ? 12 : whole.unit === 'stone' ? 14 : 0
  if (at !== whole.next || numeral.value >= most || !Number.isInteger(whole.value) || tokens.opensLine(at)) return false
  return !tokens.isWord(numeral.next) || tokens.is(numeral.next, Class.closed)
}

/** "und eine halbe" behind a unit; the token behind it. */
function halfPart(tokens: Tokens, at: number): number | undefined {
  if (!tokens.is(at, Class.and)) return undefined
  const half = tokens.is(at + 1, Class.article) ? at + 2 : at + 1
  if (tokens.numberWord(half)?.kind !== 'half' || (half === at + 1 && tokens.isWord(half + 1))) return undefined
  return half + 1
}

/** "7:57 Minuten", "1:55 Stunden", "8:34:30": written like a clock, meant as a duration. */
function clockDuration(tokens: Tokens, at: number): Measure | undefined {
  if (
    !tokens.isDigits(at) ||
    !tokens.isSymbol(at + 1, ':') ||
    !tokens.touches(at + 1) ||
    !tokens.touches(at + 2) ||
    !tokens.isDigits(at + 2)
  )
    return undefined
  const two = (index: number) => tokens.isDigits(index) && tokens.endOf(index) - tokens.startOf(index) === 2
  const of = (index: number) => Number(tokens.slice(index))
  if (!two(at + 2)) return undefined
  const three = tokens.isSymbol(at + 3, ':') && tokens.touches(at + 3) && tokens.touches(at + 4) && two(at + 4)
  const next = three ? at + 5 : at + 3
  let end = tokens.endOf(next - 1)
  let value = of(at) * 60 + of(at + 2)
  let unit: UnitCode = 'second'
  const behind = readUnit(tokens, end, next)
  if (three) value = value * 60 + of(at + 4)
  else if (behind?.code === 'hour') unit = 'minute'
  else if (behind?.code !== 'minute') return undefined
  const numeral: Numeral = { ...none, value, precision: 1, start: tokens.startOf(at), end, next, form: 'digits' }
  const named =
    behind !== undefined && (behind.code === 'hour' || behind.code === 'minute' || behind.code === 'second') ? behind : undefined
  end = named?.end ?? end
  return {
    numeral,
    value,
    precision: 1,
    unit,
    start: numeral.start,
    end,
    first: at,
    next: named?.next ?? next,
    signed: false,
    adjective: false,
  }
}
