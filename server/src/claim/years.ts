/**
 * Of which year a figure is said, where its sentence or the heads of its cell tell. A figure of another year measures something else, so
 * it is better not to know than to guess.
 */
import type { Figure } from '../figure/figure'
import type { Language } from '../language/language'
import type { Span } from '../text/span'
import { bordersBefore } from './clauses'

export interface FigureYear {
  readonly year: string
  /** It stands right beside the figure, or at the head of its cell. */
  readonly isBeside: boolean
}

/** Years named in a text, each once. */
export function yearsIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:1[89]|20)\d\d\b/g) ?? [])]
}

/** The year in the nearest text of a frame that names just one. */
export function yearOfCell([, column = '', row = '', caption = '']: readonly string[]): FigureYear | undefined {
  for (const text of [column, row, caption]) {
    const [year, other] = yearsIn(text)
    if (year !== undefined) return other === undefined ? { year, isBeside: true } : undefined
  }
  return undefined
}

/** Years that are no part of a day or of a span of years. */
const yearPattern = /(?<![\d.,/–-])(?:1[89]|20)\d\d(?![\d%/–-]|[.,]\d)/g
/** What comes before a year with which something is compared, or that is part of a day or of a span. */
const otherYears: Readonly<Record<Language, RegExp>> = {
  de: /(?:gegenüber|verglichen|vergleich|gemessen|als|nach|seit|zwischen|und|bis|über|unter|höher|niedriger|rekordjahr|vorjahr|\d\.|januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\s+(?:(?:dem|demselben|des|der|zum|zu|mit|am|im|in|von|ersten|zweiten|dritten|vierten|abschnitts?|quartals?|halbjahre?s?|jahre?s?|rekordjahre?s?|vorjahre?s?|vergleichsjahre?s?|zeitraums?|niveau|wert)\s+)*$/i,
  en: /(?:against|compared|than|since|between|and|to|from|over|above|below|higher|lower|january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:(?:the|with|to|in|of|first|second|third|fourth|quarter|half|year|same|period|level|\d{1,2},)\s+)*$/i,
}
/** Characters between a figure and a year that stands beside it. */
const besideReach = 24

/** The year that a sentence gives with a figure: in its clause, else the only one where it stands before. */
export function yearOf(
  text: string,
  sentence: Span,
  figure: Figure,
  figures: readonly Figure[],
  language: Language,
): FigureYear | undefined {
  const years = [...text.slice(sentence.start, sentence.end).matchAll(yearPattern)]
    .map(({ 0: year, index }) => ({ year, start: sentence.start + index, end: sentence.start + index + year.length }))
    .filter(({ start }) => !figures.some((other) => start >= other.start && start < other.end))
    .filter(({ start }) => !otherYears[language].test(text.slice(Math.max(sentence.start, start - 60), start)))
  const clause = bordersBefore(text, sentence, figure.start, language)
  const isBeside = ({ start }: Span) => bordersBefore(text, sentence, start, language) === clause
  const inClause = years.filter(isBeside)
  if (inClause.length === 0) {
    const [only, other] = years
    if (only === undefined || other !== undefined || only.end > figure.start) return undefined
    const between = text.slice(only.end, figure.start)
    return between.includes(';') ? undefined : { year: `${Number(only.year) + stepIn(between, language)}`, isBeside: false }
  }
  const beside = figures.filter(isBeside)
  if (areAlternating(beside, inClause)) {
    const year = inClause[beside.indexOf(figure)]
    return year && { year: year.year, isBeside: distanceOf(year, figure) <= besideReach }
  }
  const [nearest] = inClause
    .filter(
      (year) =>
        !beside.some((other) => other !== figure && year.start > figure.start && other.start > figure.start && other.end <= year.start),
    )
    .sort((a, b) => distanceOf(a, figure) - distanceOf(b, figure))
  if (nearest === undefined) return undefined
  const isParted = beside.some((other) => other !== figure && other.start >= nearest.end && other.end <= figure.start)
  return { year: nearest.year, isBeside: !isParted && distanceOf(nearest, figure) <= besideReach }
}

/** Years from the one that was named to the one that is meant: "im Jahr darauf", "the year before". */
function stepIn(text: string, language: Language): number {
  const { next, last } = yearSteps[language]
  return next.test(text) ? 1 : last.test(text) ? -1 : 0
}

const yearSteps: Readonly<Record<Language, { readonly next: RegExp; readonly last: RegExp }>> = {
  de: { next: /\bJahr (?:darauf|danach|später)\b|\bFolgejahr|\bfolgenden Jahr/, last: /\bJahr (?:davor|zuvor|vorher)\b|\bVorjahr/ },
  en: {
    next: /\byear (?:after|later)\b|\b(?:following|next) year\b/,
    last: /\byear (?:before|earlier)\b|\b(?:previous|preceding|prior) year\b/,
  },
}

const distanceOf = (a: Span, b: Span) => (a.start < b.start ? b.start - a.end : a.start - b.end)

/** "48 im Jahr 2022 auf 61 im Jahr 2023": as many years as figures, by turns. */
function areAlternating(figures: readonly Span[], years: readonly Span[]): boolean {
  if (figures.length !== years.length || figures.length < 2) return false
  const [first, second] = (figures[0]?.start ?? 0) < (years[0]?.start ?? 0) ? [figures, years] : [years, figures]
  return first.every(
    (span, at) => span.end <= (second[at]?.start ?? 0) && (second[at]?.end ?? 0) <= (first[at + 1]?.start ?? Number.POSITIVE_INFINITY),
  )
}
