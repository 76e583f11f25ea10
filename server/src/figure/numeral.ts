/**
 * Numbers as they are written: digits with separators, fractions, exponents, scale words and number words, alone or mixed. A numeral knows
 * how it was written, because that decides what it may mean: "2015" can be a year and "2.015" cannot.
 */

export interface Numeral {
  readonly value: number
  /** The worth of its last digit; 0 for words. */
  readonly precision: number
  readonly start: number
  readonly end: number
  /** The first token behind it. */
  readonly next: number
  readonly form: 'digits' | 'words'
  /** Digits without separator, decimals or scale. */
  readonly plain: boolean
  /** What scale words multiplied it with: "3 Mio." has a million. */
  readonly scale: number
  /** "zwei Drittel", "die Hälfte". */
  readonly ratio?: undefined | { readonly part: number; readonly of: number }
  /** A whole and a fraction in words: "eineinhalb", "two and a quarter". */
  readonly mixed: boolean
  /** "doppelt", "dreimal", "das Viereinhalbfache". */
  readonly times: boolean
  /** "Dutzende", "Hunderte". */
  readonly vague: boolean
  /** "a few", "a couple of": said without counting. */
  readonly loose: boolean
  /** "ein", "a": counts only in front of a unit. */
  readonly article: boolean
  readonly ordinal: boolean
}

/** A numeral without any of the marks. */
export const none = { plain: false, scale: 1, mixed: false, times: false, vague: false, loose: false, article: false, ordinal: false }
