/**
 * One figure from its first to its last word: sign, hedge and currency in front of the number, the number itself, a range, unit and rate behind it, the
 * noun it counts.
 */
import { Class } from '../language/lexicon'
import { readAside } from './aside'
import type { AsideReason, Hedge, Quantity, UnitCode } from './figure'
import { hedgeAfter, hedgeBefore, isPreposition } from './hedge'
import { type Measure, readMeasure, things } from './measure'
import { type Counted, countedNoun, joinedNoun } from './noun'
import { readNumeral } from './numeral-at'
import { quantityOf, rangeOf, within } from './quantity'
import type { Tokens } from './tokens'
import { isMoneySign, readRate } from './unit'

/** A figure before its frame is known. */
export interface Phrase {
  readonly start: number
  readonly end: number
  readonly numeral: { readonly start: number; readonly end: number }
  /** Tokens of the whole phrase, end exclusive. */
  readonly first: number
  readonly next: number
  readonly quantity: Quantity
  readonly counted: Counted['span'] | undefined
  readonly rate: string | undefined
  /** Written as an adjective: "30-jährig". */
  readonly adjective: boolean
  /** What scale words multiplied the number with. */
  readonly scale: number
  /** Written in digits only: "2015", "30"; may be a name where nothing is counted. */
  readonly plain: boolean
  /** Why nothing is counted in earnest: "a few days", "a week later". */
  readonly idle: AsideReason | undefined
}

/** The figures in front of one and behind it: what is theirs says nothing of it. */
export interface Neighbours {
  readonly before: Phrase | undefined
  readonly next: Phrase | undefined
}

/** Reads the figure whose number begins at a token, or undefined where it counts nothing. */
export function readPhrase(tokens: Tokens, at: number, floor: number): Phrase | undefined {
  const first = readMeasure(tokens, at, floor)
  if (first === undefined) return undefined
  const measure = withTolerance(tokens, first)
  const second = rangeEnd(tokens, measure, floor)
  return complete(tokens, measure, second, floor)
}

/** Adds hedge, rate and counted noun to a measure, or to the two ends of a range. */
function complete(tokens: Tokens, measure: Measure, second: Measure | undefined, floor: number): Phrase {
  const last = second ?? measure
  const behind = whatFollows(tokens, last, last.unit ?? measure.unit)
  const lead = second !== undefined && opensRange(tokens, measure, floor) ? measure.first - 1 : measure.first
  const found = hedgeBefore(tokens, lead, floor)
  const before = found !== undefined && isPreposition(tokens, found.at, behind.next, behind.unit) ? undefined : found
  const after = before === undefined ? hedgeAfter(tokens, behind.next) : undefined
  const first = before?.at ?? lead
  const hedge: Hedge = measure.numeral.vague ? 'vague' : measure.numeral.loose ? 'about' : (before?.hedge ?? after?.hedge ?? 'none')
  const isBare = behind.unit === null && behind.counted === undefined
  const unit = isBare && measure.numeral.scale === 1 && measure.value < 130 && givesAge(tokens, first) ? 'year' : behind.unit
  const quantity =
    second === undefined
      ? measure.tolerance === undefined
        ? quantityOf(measure.value, measure.precision, unit, hedge)
        : within(measure.value, measure.tolerance, measure.precision, unit)
      : rangeOf(...scaledEnds(measure, second), second.precision, unit)
  const bare = second === undefined && before === undefined && tokens.hasWordBeside(first, behind.next)
  const idle = measure.numeral.loose ? 'vague' : bare && isArticleOfTime(tokens, measure) ? 'article' : undefined
  return {
    start: Math.min(tokens.startOf(first), measure.start),
    end: after === undefined ? behind.end : tokens.endOf(after.at - 1),
    numeral: { start: measure.numeral.start, end: last.numeral.end },
    first,
    next: after?.at ?? behind.next,
    quantity: measure.ratio === undefined || second !== undefined || unit !== null ? quantity : { ...quantity, ratio: measure.ratio },
    counted: behind.counted,
    rate: behind.rate,
    adjective: last.adjective,
    scale: last.numeral.scale,
    plain:
      measure.numeral.plain && second === undefined && before === undefined && unit === null && measure.start === measure.numeral.start,
    idle,
  }
}

/** "a week later", "the day after a year": an English article in front of a span of time counts nothing in earnest. */
function isArticleOfTime(tokens: Tokens, { numeral, unit, value }: Measure): boolean {
  return tokens.lexicon.language === 'en' && numeral.article && value === 1 && unit !== null && durations.has(unit)
}

/** "zwischen" and "von" in front of a range belong to it; "von 4 auf 5" is none. */
function opensRange(tokens: Tokens, measure: Measure, floor: number): boolean {
  const before = measure.first - 1
  return before >= floor && (tokens.is(before, Class.between) || (tokens.is(before, Class.from) && !tokens.is(measure.next, Class.into)))
}

/** What stands behind a number and its unit. */
interface Following {
  readonly unit: UnitCode | null
  readonly counted: Counted['span'] | undefined
  readonly rate: string | undefined
  readonly end: number
  readonly next: number
}

function whatFollows(tokens: Tokens, { end, next, adjective }: Measure, unit: UnitCode | null): Following {
  if (unit !== null && unit !== 'times') {
    const rate = readRate(tokens, next, unit)
    const whole = unit === 'percent' && rate === undefined ? countedBehindOf(tokens, next) : undefined
    return {
      unit,
      end: rate?.end ?? end,
      next: rate?.next ?? next,
      rate: rate?.rate,
      counted: whole?.span,
    }
  }
  const often = unit === 'times' ? readRate(tokens, next, unit) : undefined
  if (often !== undefined && durations.has(often.rate))
    return { unit, counted: undefined, end: often.end, next: often.next, rate: often.rate }
  const counted = countedNoun(tokens, next) ?? joinedNoun(tokens, next)
  if (counted === undefined) {
    const whole = countedBehindOf(tokens, next)
    return { unit, counted: whole?.span, rate: undefined, end, next }
  }
  // "zwei weitere Jahre": the noun is a unit after all.
  const measured = unit === null && counted.next > next + 1 ? nounUnit(tokens, counted) : undefined
  if (measured !== undefined) return { unit: measured, counted: undefined, rate: undefined, end: counted.span.end, next: counted.next }
  const grown = unit === null ? tokens.lexicon.grownUnit?.(tokens.slice(counted.next - 1)) : undefined
  if (grown !== undefined) return { unit: grown, counted: counted.span, rate: undefined, end: counted.span.end, next: counted.next }
  if (adjective) return { unit, counted: counted.span, rate: undefined, end, next }
  const rate = readRate(tokens, counted.next, null)
  // "people a day" and "people per square mile", but not "people a mile away".
  const said =
    tokens.lexicon.language === 'de' ||
    tokens.isSymbol(counted.next, '/') ||
    (tokens.isWord(counted.next) && tokens.lower(counted.next) === 'per')
  const timed = rate !== undefined && (said || durations.has(rate.rate)) ? rate : undefined
  return {
    unit,
    counted: counted.span,
    end: timed?.end ?? counted.span.end,
    next: timed?.next ?? counted.next,
    rate: timed?.rate,
  }
}

const durations: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
])

/** "zwei Drittel der Befragten", "40 percent of the voters": what a share is a share of. The figure ends before it. */
function countedBehindOf(tokens: Tokens, at: number): Counted | undefined {
  const german = tokens.lexicon.language === 'de'
  if (!tokens.isWord(at)) return undefined
  const word = tokens.lower(at)
  if (german ? !/^(?:der|des|von|aller|dieser|ihrer|seiner)$/.test(word) : word !== 'of') return undefined
  const article = tokens.is(at + 1, Class.determiner) || (tokens.isWord(at + 1) && /^(?:all)$/.test(tokens.lower(at + 1)))
  const first = article ? at + 2 : at + 1
  // "12 der 15 Länder", "drei von den vier Autos"
  const whole = german && (tokens.isDigits(first) || tokens.numberWord(first) !== undefined) ? readNumeral(tokens, first) : undefined
  return countedNoun(tokens, whole?.next ?? first)
}

/** "im Alter von 70", "aged 70" */
function givesAge(tokens: Tokens, first: number): boolean {
  const word = tokens.isWord(first - 1) ? tokens.lower(first - 1) : ''
  if (word === 'aged') return true
  return (word === 'of' || word === 'von') && tokens.isWord(first - 2) && /^(?:age|alter)$/.test(tokens.lower(first - 2))
}

/** The unit that the head of a noun phrase is; measures that are things as well ("Fuß", "Tasse") are counted. */
function nounUnit(tokens: Tokens, { next, span }: Counted): string | undefined {
  const form = tokens.formFrom(tokens.startOf(next - 1))
  if (form === undefined || form.end !== span.end || things.has(form.code) || form.end - tokens.startOf(next - 1) < 3) return undefined
  return form.code.includes('×') ? undefined : form.code
}

/** "2 bis 3 Millionen": the first end has the scale of the second, where it has none of its own. */
function scaledEnds(first: Measure, second: Measure): [number, number] {
  const scale =
    first.numeral.scale === 1 && second.numeral.scale > 1 && first.value < second.value / second.numeral.scale + 1000 && first.unit === null
      ? second.numeral.scale
      : 1
  return [first.value * scale, second.value]
}

/** "2,000.45 ± 0.01 pounds", "20 °C +/- 2 °C": the number with how far it may be off. */
function withTolerance(tokens: Tokens, measure: Measure): Measure {
  const { next } = measure
  const sign = tokens.isSymbol(next, '±')
  const spelled = tokens.isSymbol(next, '+') && tokens.isSymbol(next + 1, '/') && tokens.isSymbol(next + 2, '-')
  const at = sign ? next + 1 : next + 3
  if (!(sign || spelled) || !tokens.isDigits(at) || measure.ratio !== undefined || measure.adjective) return measure
  const off = readMeasure(tokens, at, at)
  if (off === undefined || off.ratio !== undefined || (measure.unit !== null && off.unit !== null && measure.unit !== off.unit))
    return measure
  return { ...measure, unit: measure.unit ?? off.unit, end: off.end, next: off.next, tolerance: off.value }
}

/** The other end of a range that begins with `first`, or undefined. */
function rangeEnd(tokens: Tokens, first: Measure, floor: number): Measure | undefined {
  if (first.adjective || first.numeral.times || first.ratio !== undefined || first.tolerance !== undefined) return undefined
  // "8- bis 16-mal", "8- to 16-metre"
  const suspended = tokens.isSymbol(first.next, '-') && tokens.touches(first.next) && tokens.is(first.next + 1, Class.to | Class.and)
  const joint = suspended ? first.next + 1 : first.next
  const between = tokens.is(first.first - 1, Class.between) || (hedgedBetween(tokens, first.first, floor) && true)
  const dash = tokens.isSymbol(joint, '-') || tokens.isSymbol(joint, '–') || tokens.isSymbol(joint, '—') || tokens.isSymbol(joint, '‑')
  const to = tokens.is(joint, Class.to) && !(tokens.lexicon.language === 'en' && tokens.is(joint + 1, Class.closed))
  const and = between && tokens.is(joint, Class.and)
  if (!dash && !to && !and) return undefined
  // "75 -300 mm" is a range, "75 -300" two numbers.
  const uneven = dash && tokens.startOf(joint) > first.end && tokens.startOf(joint + 1) === tokens.endOf(joint)
  let at = joint + 1
  if (to && tokens.isWord(at) && tokens.lower(at) === 'zu') at++
  // "zwischen 2,0 l und ungefähr 7,0 l", "2 - ~7 liter"
  for (
    let step = 0;
    step < 2 && !tokens.isDigits(at) && (tokens.isSymbol(at, '~') || (tokens.isWord(at) && hedgeBefore(tokens, at + 1, at)?.at === at));
    step++
  )
    at++
  if (tokens.isSymbol(at, '-') || tokens.isSymbol(at, '−') || tokens.is(at, Class.minus) || isMoneySign(tokens, at)) at++
  if (!tokens.isDigits(at) && tokens.numberWord(at) === undefined) return undefined
  if (tokens.isDigits(at) && readAside(tokens, at, at) !== undefined) return undefined
  const second = readMeasure(tokens, at, joint + 1)
  if (second === undefined || second.numeral.article || second.ratio !== undefined || (second.numeral.times && first.unit !== null))
    return undefined
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return undefined
  if (uneven && (first.unit !== null || second.unit === null || first.value >= second.value)) return undefined
  if (first.unit !== null && second.unit === null && !and && dash) return undefined
  // "50-3" is no range; "7 to 3" and "zwischen 5 und 3" are read as they stand.
  if (dash && first.value > second.value && second.numeral.scale === 1 && !first.signed) return undefined
  return second
}

function hedgedBetween(tokens: Tokens, first: number, floor: number): boolean {
  const hedge = hedgeBefore(tokens, first, floor)
  return hedge !== undefined && tokens.is(hedge.at - 1, Class.between)
}
