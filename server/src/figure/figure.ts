/**
 * A figure: a quantity as stated in a text. It keeps what was written (surface form, printed precision, hedge, unit) beside the set
 * of values that the words allow, and its frame: what is counted or measured, for whom, when, and in which role.
 */
import type { Span } from '../text/span'

/** ISO 4217 code, CLDR unit identifier (`kilometer`, `square-meter`, `year`), `percent`, `percentage-point`, `permille`, `basis-point`, `times`; null for a plain count. */
export type UnitCode = string

export type Hedge =
  | 'none'
  | 'about' // rund, etwa, circa, about
  | 'justUnder' // knapp, fast, nahezu, almost
  | 'justOver' // gut, a little over
  | 'moreThan' // mehr als, über
  | 'lessThan' // weniger als, unter
  | 'atLeast' // mindestens, at least
  | 'atMost' // höchstens, bis zu, maximal
  | 'between' // zwischen A und B, A bis B
  | 'vague' // Dutzende, mehrere hundert

/** A set of values: an interval with its ends. `null` is unbounded. */
export interface Quantity {
  /** The number as stated, scaled and signed as written: "rund 2,4 Mrd." is 2.4e9. Null where two numbers make a range. */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Whether the end itself belongs to the set: "mehr als 40" has an open low. */
  readonly lowClosed: boolean
  readonly highClosed: boolean
  /** The worth of the last digit given: 1e5 for "3,2 Mio.", 1 for "453", 1000 for "15.000" is 1 as printed; 0 for exact words such as "drei". */
  readonly precision: number
  readonly unit: UnitCode | null
  readonly hedge: Hedge
  /** Of a share in words: "zwei Drittel" is 2 of 3, "jeder achte" 1 of 8, "26 von 35" 26 of 35. `value` is the fraction. */
  readonly ratio?: { readonly part: number; readonly of: number }
}

/** What a number does in its clause. */
export type Role = 'level' | 'changeBy' | 'changeTo' | 'changeFrom' | 'share' | 'multiple' | 'age' | 'rank'
export type Direction = 'rise' | 'fall'

export interface Frame {
  /** What a plain count counts or a share is a share of: surface span and lemma of its head noun ("russische Soldaten", "soldat"). */
  readonly counted?: Span & { readonly lemma: string }
  /** The attribute that a measure measures, where the clause names it: "Schuldenquote". */
  readonly attribute?: Span & { readonly lemma: string }
  /** Whom or what the clause says it of: "Salzburg". */
  readonly entity?: Span & { readonly name: string }
  /** Years, months or days of the clause, as ISO prefixes: "2015", "2015-03". */
  readonly period?: string
  readonly role: Role
  readonly direction?: Direction
  /** CLDR duration unit for "pro Jahr", or a noun for "je Einwohner". */
  readonly rate?: string
}

export interface Figure extends Span {
  /** The whole phrase: "mehr als 40 Mrd. Euro", "26 Staaten". */
  readonly text: string
  /** The number itself within the phrase: "40". */
  readonly numeral: Span
  readonly quantity: Quantity
  readonly frame: Frame
  /** False for figures that are read but not worth judging on their own, such as clock durations in idioms. */
  readonly checkable: boolean
  /** Why it is not worth judging. */
  readonly reason?: AsideReason
}

/** Digits or number words that are no figure, and why. */
export interface Aside extends Span {
  readonly text: string
  readonly reason: AsideReason
  /** Of a date or a year: ISO prefix such as "2015" or "2015-03-04". */
  readonly iso?: string
  /** Of a rank or another number that counts nothing: 3 for "im dritten Anlauf", 7 for "Nr. 7". */
  readonly value?: number
  /** What vague words stand for: about two hours for "a couple of hours". */
  readonly quantity?: Quantity
}

export type AsideReason =
  | 'date'
  | 'time'
  | 'ordinal'
  | 'section'
  | 'listNumber'
  | 'name'
  | 'score'
  | 'identifier' // phone numbers, postcodes, ISBN, IP addresses, versions
  | 'link' // URLs, e-mail addresses
  | 'citation'
  | 'idiom'
  | 'article' // ein, eine, one where they count nothing
  | 'vague' // a few, a couple of

/** What was found in a text, both lists in text order and without overlaps. */
export interface Reading {
  readonly figures: readonly Figure[]
  readonly asides: readonly Aside[]
}
