/**
 * A text as the judge sees it: sentences as stemmed words with their places, and every figure with the words that frame it. The same
 * reading serves the author's text and the sources, so that both sides of a comparison are cut alike. Table cells are framed by
 * their row and column heads and the caption instead of by their neighbours in the row.
 */
import { statesIn } from '../actor/states'
import { isClock } from '../figure/clock'
import type { Direction, Figure } from '../figure/figure'
import { compoundParts } from '../language/compound'
import { compoundNouns } from '../language/de/words'
import type { Language } from '../language/language'
import { sentencesOf } from '../language/sentences'
import { stem } from '../language/stem'
import type { Body, Passage } from '../text/body'
import { isDigit } from '../text/chars'
import type { Span } from '../text/span'
import { wordsOf } from '../text/words'
import { bordersBetween, isJoint } from './clauses'
import { type Cue, cueOf, directionOf } from './cues'
import { stopwords } from './stopwords'
import { type FigureYear, yearOf, yearOfCell, yearsIn } from './years'

export interface Contexts {
  readonly body: Body
  readonly sentences: readonly Sentence[]
  readonly figures: readonly FigureContext[]
  /** Title and headings, stemmed. */
  readonly title: readonly Word[]
}

/** A sentence, or one cell of a table with its frame. */
export interface Sentence extends Span {
  readonly passage: Passage
  readonly language: Language
  readonly words: readonly Word[]
  /** Words of the sentence before it within the passage, or of the line that introduces its list. */
  readonly before: readonly Word[]
  /** Words of the headings above it. */
  readonly heads: readonly Word[]
  /** Years named in it: "2015". */
  readonly years: readonly string[]
  /** Where it has figures: states it speaks of, codes by ISO 3166. */
  readonly states: readonly string[]
}

export interface Word {
  readonly stem: string
  /** Index into the words of its sentence. */
  readonly index: number
  /** Place among the words of its sentence, figures counted. */
  readonly place: number
  /** Number of the clause: commas, brackets and dashes part clauses. */
  readonly clause: number
  /** Probably a name: capitalised where that tells, and no noun that German compounds are made of. */
  readonly isName: boolean
}

export interface FigureContext {
  readonly figure: Figure
  /** Index into `sentences`. */
  readonly sentence: number
  readonly passage: Passage
  readonly place: number
  readonly clause: number
  /** Stems of what is counted or measured, with the words of its phrase. */
  readonly counted: readonly string[]
  readonly cue: Cue | undefined
  readonly direction: Direction | undefined
  /** The words of its sentence right before and right behind its phrase, function words among them, nearest first. */
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** The year it is said of, where its sentence, or the frame of its cell, names one: "2015". */
  readonly year: FigureYear | undefined
}

/** Reads `figures` (all of `body`, in text order) in their sentences. */
export function readContexts(body: Body, figures: readonly Figure[]): Contexts {
  const sentences: Sentence[] = []
  const contexts: FigureContext[] = []
  const headings = new Map<string, Word[]>()
  const headsOf = (passage: Passage, language: Language): readonly Word[] => {
    const text = passage.heads.join(' \n ')
    const known = headings.get(text) ?? wordsIn(text, { start: 0, end: text.length }, language, [])
    headings.set(text, known)
    return known
  }
  const framed = (figure: Figure, language: Language) => ({
    counted: countedStems(body.text, figure, language),
    cue: isClock(figure) ? undefined : cueOf(body.text, figure, language),
    direction: directionOf(body.text, figure),
  })
  const edges = (figure: Figure, { start, end }: Span, language: Language) => {
    const stems = (from: number, to: number) =>
      from < to ? wordsOf(body.text, from, to).map((word) => stem(body.text.slice(word.start, word.end).toLowerCase(), language)) : []
    return {
      left: stems(Math.max(start, figure.start - edgeReach), figure.start)
        .reverse()
        .slice(0, edgeWords),
      right: stems(figure.end, Math.min(end, figure.end + edgeReach)).slice(0, edgeWords),
    }
  }
  let introduction: { group: number; words: readonly Word[] } | undefined
  let next = 0
  let title: readonly Word[] = []
  for (const passage of body.passages) {
    const language = passage.language ?? body.language
    const heads = headsOf(passage, language)
    while (next < figures.length && (figures[next]?.start ?? 0) < passage.start) next++
    const inside: Figure[] = []
    for (let figure = figures[next]; figure !== undefined && figure.start < passage.end; figure = figures[++next]) inside.push(figure)
    if (passage.kind === 'title' && title.length === 0) title = wordsIn(body.text, passage, language, [])
    const shared = { passage, language, heads }
    if (passage.row !== undefined) {
      for (const cell of cellsOf(body.text, passage, inside)) {
        const words = cell.frame
          .flatMap((text, clause) => wordsIn(text, { start: 0, end: text.length }, language, [], clause))
          .map((word, index) => ({ ...word, index, place: word.clause === 0 ? word.place : 2 }))
        sentences.push({
          ...shared,
          start: cell.start,
          end: cell.end,
          words,
          before: introduction?.group === passage.group ? introduction.words : [],
          years: yearsIn(cell.frame.join(' ')),
          states: cell.figures.length === 0 ? none : statesIn(cell.frame.join(' \n '), language),
        })
        for (const figure of cell.figures)
          contexts.push({
            figure,
            sentence: sentences.length - 1,
            passage,
            place: 0,
            clause: 0,
            left: [],
            right: [],
            year: yearOfCell(cell.frame),
            ...framed(figure, language),
          })
      }
      continue
    }
    let before: readonly Word[] = introduction?.group === passage.group ? introduction.words : []
    for (const span of sentencesOf(body.text, passage, language)) {
      const here = inside.filter((figure) => figure.start >= span.start && figure.start < span.end)
      const words = wordsIn(body.text, span, language, here)
      const text = body.text.slice(span.start, span.end)
      const years = yearsIn(text)
      const states = here.length === 0 ? none : statesIn(text, language)
      sentences.push({ ...shared, ...span, words, before, years, states })
      for (const figure of here) {
        contexts.push({
          figure,
          sentence: sentences.length - 1,
          passage,
          ...placeOf(body.text, span, figure, language),
          ...edges(figure, span, language),
          year: years.length === 0 ? undefined : yearOf(body.text, span, figure, here, language),
          ...framed(figure, language),
        })
      }
      before = words
    }
    if (passage.kind !== 'item' && passage.kind !== 'footnote') introduction = { group: passage.group, words: before }
  }
  return { body, sentences, figures: contexts, title }
}

const none: readonly string[] = []

/** How many words beside a figure are compared one by one, and how far they reach in characters. */
export const edgeWords = 4
const edgeReach = 60

/** Function words and figures say nothing about what a figure measures. */
function wordsIn(text: string, span: Span, language: Language, figures: readonly Figure[], firstClause = 0): Word[] {
  const words: Word[] = []
  let place = 0
  let clause = firstClause
  let end = span.start
  for (const word of wordsOf(text, span.start, span.end)) {
    clause += bordersBetween(text, end, word.start)
    const isFirst = end === span.start
    end = word.end
    place++
    if (isDigit(text.charCodeAt(word.start))) continue
    if (isJoint(text.slice(word.start, word.end), language)) clause++
    if (figures.some(({ numeral }) => word.start >= numeral.start && word.start < numeral.end)) continue
    const surface = text.slice(word.start, word.end)
    const lower = surface.toLowerCase()
    if (surface.length < 2 || stopwords[language].has(lower)) continue
    const isName = isProbablyName(surface, lower, isFirst, language)
    words.push({ stem: stem(lower, language), index: words.length, place, clause, isName })
  }
  return words
}

function isProbablyName(surface: string, lower: string, isFirst: boolean, language: Language): boolean {
  if (surface === lower || surface.length < 2) return false
  if (surface === surface.toUpperCase()) return true
  if (language === 'en') return !isFirst
  return (
    !compoundNouns().has(lower) &&
    compoundParts(lower) === undefined &&
    !germanEndings.test(lower) &&
    !compoundNouns().has(lower.replace(/(?:e[nrs]?|n|s)$/, ''))
  )
}

/** Endings of nouns that are no names. */
const germanEndings = /(?:ung|heit|keit|schaft|tion|ismus|tät|ungen|ionen|chen|lein|nis|tum)$/

function placeOf(text: string, span: Span, figure: Figure, language: Language): { place: number; clause: number } {
  let place = 0
  let clause = 0
  let end = span.start
  for (const word of wordsOf(text, span.start, figure.numeral.end)) {
    // "Spanien (49,6 Prozent)": a figure in brackets belongs to the word before them.
    const isBracketed = word.start >= figure.start && /\(\s*$/.test(text.slice(end, word.start))
    if (!isBracketed) clause += bordersBetween(text, end, word.start)
    if (isJoint(text.slice(word.start, word.end), language)) clause++
    end = word.end
    place++
  }
  return { place, clause }
}

function countedStems(text: string, figure: Figure, language: Language): string[] {
  const { counted, attribute } = figure.frame
  const stems: string[] = []
  for (const span of [counted, attribute]) {
    if (span === undefined) continue
    for (const word of wordsOf(text, span.start, span.end)) {
      const lower = text.slice(word.start, word.end).toLowerCase()
      if (!stopwords[language].has(lower)) stems.push(stem(lower, language))
    }
  }
  return stems
}

interface Cell extends Span {
  readonly figures: readonly Figure[]
  /** Texts that frame it, nearest first. */
  readonly frame: readonly string[]
}

/** Cells with their frames: own text, column head, row head, caption. */
function cellsOf(text: string, passage: Passage, figures: readonly Figure[]): Cell[] {
  const row = passage.row
  if (row === undefined || row.isHead) return []
  const first = row.cells[0]
  return row.cells.map((cell, column) => ({
    ...cell,
    figures: figures.filter((figure) => figure.start >= cell.start && figure.start < Math.max(cell.end, cell.start + 1)),
    frame: [
      text.slice(cell.start, cell.end).replace(/\d[\d.,\s]*/g, ' '),
      row.columns[column] ?? '',
      first === undefined || column === 0 ? '' : text.slice(first.start, first.end),
      row.caption ?? '',
    ],
  }))
}

/** Whether the two share the words of a sentence; a clock time takes none from a figure. */
export function areRivals(a: FigureContext, b: FigureContext): boolean {
  return a !== b && a.sentence === b.sentence && isClock(a.figure) === isClock(b.figure)
}

/** For each figure how close each word of its sentence stands: less with every word between, less across a comma, less past another figure. */
export function nearnessOf({ sentences, figures }: Contexts): Float64Array[] {
  const rivals = rivalPlaces(figures)
  return figures.map((figure, at) => {
    const words = sentences[figure.sentence]?.words ?? []
    const others = (rivals[at] ?? []).flatMap((place) => figures[place] ?? [])
    return Float64Array.from(words, (word) => {
      const value = (1 / (1 + Math.abs(word.place - figure.place) / 4)) * (word.clause === figure.clause ? 1 : 0.7)
      const isPast = others.some((other) => (other.place - figure.place) * (other.place - word.place) < 0)
      return isPast ? value * 0.6 : value
    })
  })
}

/** For each figure what `nearness` says of the other figures of its sentence. */
export function rivalsOf({ figures }: Contexts, nearness: readonly Float64Array[]): Float64Array[][] {
  return rivalPlaces(figures).map((places) => places.flatMap((place) => nearness[place] ?? []))
}

/** For each figure the places of its rivals; a long text has many figures, and a sentence few. */
function rivalPlaces(figures: readonly FigureContext[]): number[][] {
  const bySentence = new Map<number, { figure: FigureContext; place: number }[]>()
  for (const [place, figure] of figures.entries()) {
    const known = bySentence.get(figure.sentence)
    if (known === undefined) bySentence.set(figure.sentence, [{ figure, place }])
    else known.push({ figure, place })
  }
  return figures.map((figure) =>
    (bySentence.get(figure.sentence) ?? []).flatMap((other) => (areRivals(other.figure, figure) ? [other.place] : [])),
  )
}

/** The content words right before and right behind a figure, up to a comma or another figure. */
export interface Neighbours {
  readonly before: readonly Word[]
  readonly after: readonly Word[]
}

export function neighboursOf({ sentences, figures }: Contexts): Neighbours[] {
  const rivals = rivalPlaces(figures)
  return figures.map((figure, at) => {
    const words = (sentences[figure.sentence]?.words ?? []).filter(({ clause }) => clause === figure.clause)
    const others = (rivals[at] ?? []).flatMap((place) => figures[place] ?? [])
    const isOwn = (word: Word) => !others.some((other) => (other.place - figure.place) * (other.place - word.place) < 0)
    return {
      before: words.filter((word) => word.place <= figure.place && isOwn(word)).slice(-2),
      after: words.filter((word) => word.place > figure.place && isOwn(word)).slice(0, 3),
    }
  })
}
