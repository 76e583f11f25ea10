/** How a language writes quantities: the words for scales and hedges, the names of units. The other direction of the lexicon. */
import { writing as german } from './de/writing'
import { writing as english } from './en/writing'
import type { Language } from './language'
import type { HedgeName } from './lexicon'
import { dataOf } from './lexicons'

export interface Writing {
  readonly decimal: string
  readonly group: string
  /** Names for one and for many. */
  readonly scales: readonly (readonly [value: number, one: string, many: string])[]
  readonly hedges: Readonly<Record<HedgeName, string>>
  /** Between the ends of a range. */
  readonly to: string
  /** "Dutzende" and the like, by value. */
  readonly vague: Readonly<Record<number, string>>
  /** "2 von 3". */
  readonly outOf: string
  /** Shares that have a name: "ein Drittel", by "part/of". */
  readonly shares: Readonly<Record<string, string>>
  /** Behind a number: "dreimal". */
  readonly times: string
}

export function writingOf(language: Language): Writing {
  return language === 'de' ? german : english
}

/** The name of a unit or currency as it stands behind a number: "Euro", "Jahre", "metric tons". */
export function unitName(code: string, language: Language, isOne: boolean): string {
  const { units, moreUnits, currencies, moreCurrencies } = dataOf(language)
  const names = units[code]?.name ?? moreUnits[code]?.words ?? currencies[code] ?? moreCurrencies[code]
  if (names === undefined) return code
  const [one = code, many] = names.split('|')
  // Symbols and codes follow the names.
  const plural = many !== undefined && /^\p{L}{2}/u.test(many) && !/^\p{Lu}{2,4}$/u.test(many) ? many : one
  return (isOne ? one : plural) || code
}

/** The short sign of a unit, where everybody knows it: "%", "km", "€". */
export function unitSymbol(code: string, language: Language): string | undefined {
  if (code === 'percent') return '%'
  const { units, currencies, moreCurrencies } = dataOf(language)
  if (currencies[code] !== undefined || moreCurrencies[code] !== undefined) {
    const symbol = currencies[code]?.split('|').find((name) => /^[^\p{L}\s]$/u.test(name))
    return symbol ?? (/^[A-Z]{3}$/.test(code) ? code : undefined)
  }
  return units[code]?.symbols.split('|')[0] || undefined
}
