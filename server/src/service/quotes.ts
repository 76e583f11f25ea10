/**
 * Where the quotations of a document stand in the sources: word for word, or nearly. Quotation marks, dashes, spaces, hyphenation and the way
 * that a character is encoded may differ, and "[…]" leaves words out. A quotation that no source holds is not wrong but unknown, and
 * gives no match.
 */
import search from 'approx-string-match'
import type { Document, Quotation } from '../analysis/document'
import { termsOf } from '../corpus/terms'
import type { QuoteMatch } from '../rules/rule'
import { passageOf } from '../rules/surroundings'
import type { Source, SourceKey } from '../source/source'
import type { Span } from '../text/span'
import type { References } from './cited'
import { type Corpus, readSources } from './readings'

/** Shorter ones are words under quotation marks rather than quotations. */
const shortest = 20
const fewestWords = 4
/** Share of characters that may differ in a quotation that is meant to be the same; less in a short one that may stem from elsewhere. */
const tolerance = { usual: 0.15, short: 0.08 }
/** Characters. */
const short = 60
const hitsPerQuote = 5

/** A quotation with the sources that its paragraph cites. */
interface Question {
  readonly quotation: Quotation
  readonly parts: readonly string[]
  readonly cited: readonly SourceKey[]
}

/** Matches by the words of the quotation and what is cited beside it. */
export type QuoteMemory = ReadonlyMap<string, Omit<QuoteMatch, 'quotation'> | undefined>

export async function quotesOf(
  document: Document,
  references: References,
  corpus: Corpus,
  memory: QuoteMemory,
): Promise<{ quotes: readonly QuoteMatch[]; memory: QuoteMemory }> {
  const questions = document.quotations.flatMap((quotation) => {
    const parts = partsOf(quotation.text)
    return parts.length === 0 ? [] : [{ quotation, parts, cited: citedBeside(document, quotation, references) }]
  })
  const keyOf = ({ quotation, cited }: Question) => JSON.stringify([corpus.generation, quotation.text, cited])
  const open = questions.filter((question) => !memory.has(keyOf(question)))
  const hits =
    open.length === 0
      ? []
      : await corpus.index.search(
          open.map(({ quotation }) => ({
            terms: new Map(termsOf(quotation.text, document.language).map((term) => [term, 1])),
            limit: hitsPerQuote,
          })),
        )
  const answers = new Map<string, Omit<QuoteMatch, 'quotation'> | undefined>()
  for (const [at, question] of open.entries()) {
    await corpus.breathe?.()
    const keys = [...new Set([...question.cited, ...(hits[at] ?? []).map(({ key }) => key)])]
    const sources = await readSources(keys, corpus)
    answers.set(
      keyOf(question),
      bestMatch(
        question,
        [...sources.values()].map(({ source }) => source),
      ),
    )
  }
  const quotes: QuoteMatch[] = []
  for (const question of questions) {
    const key = keyOf(question)
    const answer = answers.get(key) ?? memory.get(key)
    answers.set(key, answer)
    if (answer !== undefined) quotes.push({ quotation: question.quotation, ...answer })
  }
  return { quotes, memory: answers }
}

/** The source that holds all parts, word for word if any does. */
function bestMatch({ parts, cited }: Question, sources: readonly Source[]): Omit<QuoteMatch, 'quotation'> | undefined {
  let nearest: (Omit<QuoteMatch, 'quotation'> & { readonly errors: number }) | undefined
  for (const source of sources) {
    const isShort = parts.join(' ').length < short && !cited.includes(source.key)
    const share = isShort ? tolerance.short : tolerance.usual
    const places = parts.map((part) => locate(part, foldedOf(source), share))
    if (places.includes(undefined)) continue
    const found = places.filter((place) => place !== undefined)
    const errors = found.reduce((sum, place) => sum + place.errors, 0)
    if (nearest !== undefined && nearest.errors <= errors) continue
    const span = { start: Math.min(...found.map(({ start }) => start)), end: Math.max(...found.map(({ end }) => end)) }
    const passage = source.body.passages.find((candidate) => candidate.start <= span.start && span.start < candidate.end) ?? span
    nearest = { evidence: { ...span, source, passage: { start: passage.start, end: passage.end } }, exact: errors === 0, errors }
  }
  return nearest && { evidence: nearest.evidence, exact: nearest.exact }
}

/** `share` of the characters may differ. */
function locate(part: string, { text, places, ends }: Folded, share: number): (Span & { readonly errors: number }) | undefined {
  const place = (start: number, end: number, errors: number) => ({
    start: places[start] ?? 0,
    end: ends[Math.max(start, end - 1)] ?? 0,
    errors,
  })
  const exact = text.indexOf(part)
  if (exact !== -1) return place(exact, exact + part.length, 0)
  const matches = search(text, part, Math.floor(part.length * share))
  const best = matches.reduce<(typeof matches)[number] | undefined>((a, b) => (a === undefined || b.errors < a.errors ? b : a), undefined)
  return best && place(best.start, best.end, best.errors)
}

/** What stands between the gaps of a quotation, folded; empty where it is too short to be looked for. */
function partsOf(text: string): string[] {
  const parts = text
    .split(/\[?(?:…|\.\.\.)\]?/)
    .map((part) =>
      fold(part)
        .text.replace(/[.,;:!?]+$/, '')
        .trim(),
    )
    .filter((part) => part.length >= shortest / 2)
  const whole = parts.join(' ')
  return whole.length >= shortest && whole.split(' ').length >= fewestWords ? parts : []
}

function citedBeside(document: Document, quotation: Quotation, references: References): SourceKey[] {
  const { prose, citations } = document
  const groupAt = (offset: number) => passageOf(document, { start: offset, end: offset })?.group
  const group = groupAt(prose.fromDocument(quotation.inner.start) ?? prose.before(quotation.inner.end))
  const beside = citations.filter(({ key, start }) => references.get(key)?.kind === 'source' && groupAt(prose.before(start)) === group)
  return [...new Set(beside.map(({ key }) => key))]
}

interface Folded {
  readonly text: string
  /** For each character of `text` where what it stands for starts and ends in the original. */
  readonly places: readonly number[]
  readonly ends: readonly number[]
}

/** By source: several quotations are looked for in the same few. */
const folded = new WeakMap<Source, Folded>()

function foldedOf(source: Source): Folded {
  const known = folded.get(source) ?? fold(source.body.text)
  folded.set(source, known)
  return known
}

/** A character with the marks that are put onto it. */
const cluster = /[\s\S]\p{M}*/uy

/** One space for all white space, one kind of quotation mark and dash, no soft hyphens, no ligatures: what may differ without changing a word. */
function fold(text: string): Folded {
  let folded = ''
  const places: number[] = []
  const ends: number[] = []
  const add = (characters: string, start: number, end: number) => {
    folded += characters
    for (let at = 0; at < characters.length; at++) {
      places.push(start)
      ends.push(end)
    }
  }
  let blank = true
  for (let at = 0; at < text.length; ) {
    const start = at
    const code = text.charCodeAt(at)
    let char = text.charAt(at++)
    if (isWhite(code)) {
      if (!blank) add(' ', start, at)
      blank = true
      continue
    }
    if (code > 127 || text.charCodeAt(at) > 127) {
      cluster.lastIndex = start
      char = cluster.exec(text)?.[0] ?? char
      at = start + char.length
    }
    const plain = plainCharacters.get(char) ?? (code > 127 || char.length > 1 ? char.normalize('NFKC') : char)
    if (plain === '') continue
    add(plain, start, at)
    blank = false
  }
  return { text: folded, places, ends }
}

function isWhite(code: number): boolean {
  return code === 32 || (code > 8 && code < 14) || (code > 127 && /\s/.test(String.fromCharCode(code)))
}

const plainCharacters = new Map<string, string>([
  // Single and double alike: a quotation within a quotation changes its marks.
  ...[...'„“”‟«»"‚‘’‛‹›`´\''].map((char) => [char, "'"] as const),
  ...[...'‐‑‒–—―−'].map((char) => [char, '-'] as const),
  ['\u00ad', ''],
  ['\u200b', ''],
])
