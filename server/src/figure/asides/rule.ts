/** What the rules for numbers that are no figures share: their shape, and small questions about tokens. */
import { Class } from '../../language/lexicon'
import type { AsideReason } from '../figure'
import type { Tokens } from '../tokens'

export interface FoundAside {
  readonly start: number
  readonly end: number
  /** The first token behind it. */
  readonly next: number
  readonly reason: AsideReason
  readonly iso?: string
}

export type Rule = (tokens: Tokens, at: number, floor: number) => FoundAside | undefined

export function aside(tokens: Tokens, from: number, next: number, reason: AsideReason, iso?: string): FoundAside {
  const start = tokens.startOf(from)
  const end = tokens.endOf(next - 1)
  return iso === undefined ? { start, end, next, reason } : { start, end, next, reason, iso }
}

export const digits = (tokens: Tokens, at: number) => tokens.number(at)

export const lengthOf = (tokens: Tokens, at: number) => tokens.endOf(at) - tokens.startOf(at)

export const padded = (value: number) => String(value).padStart(2, '0')

export const isDay = (value: number) => value >= 1 && value <= 31

export const isMonth = (value: number) => value >= 1 && value <= 12

/** Four digits that can be a year. */
export function isYear(tokens: Tokens, at: number): boolean {
  const value = digits(tokens, at)
  return lengthOf(tokens, at) === 4 && value >= 1000 && value < 2200
}

/** Short forms of units that are something else more often. */
const slight = /^(?:a|in|m|s|t|g|h|d|l|″|"|”|“|'|′|'')$/

/** Whether a unit, a percent sign or a scale follows. */
export function followedByUnit(tokens: Tokens, at: number): boolean {
  const end = tokens.endOf(at - 1)
  const blank = tokens.startOf(at) === end ? 0 : 1
  const form = tokens.formFrom(end + blank)
  if (form !== undefined && !slight.test(tokens.text.slice(end + blank, form.end))) return true
  const word = tokens.numberWord(at)
  return word !== undefined && (word.kind === 'scale' || word.kind === 'denominator')
}

/** Whether a noun follows that a number may count: in German a capital, in English a plural. */
export function countsNoun(tokens: Tokens, at: number): boolean {
  if (!tokens.isWord(at) || tokens.opensLine(at)) return false
  if (tokens.is(at, Class.plural)) return true
  const word = tokens.slice(at)
  if (tokens.lexicon.language === 'de') return tokens.isUpper(at) && /(?:en|er|ern|e|n|s)$/.test(word) && word.length > 4
  return !tokens.is(at, Class.closed) && /[^su]s$/.test(word) && !tokens.isUpper(at)
}
