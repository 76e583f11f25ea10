/**
 * What can stand at the cursor: figures of the sources, ranked by what the sentence and its paragraph are about; actors; citation keys. Never in
 * code, links and front matter. Every entry replaces exactly what was typed of it.
 */
import type { Actor, ActorType, Mention } from '../actor/actor'
import { type RankedActor, rankActors } from '../actor/rank'
import type { Registry } from '../actor/registry'
import type { BibliographyEntry } from '../analysis/bibliography'
import { writtenKey } from '../analysis/citations'
import type { Document } from '../analysis/document'
import type { SourceFigures } from '../claim/source'
import type { SourceSummary } from '../corpus/index'
import { searchedIn } from '../corpus/memory'
import { termsOf } from '../corpus/terms'
import type { Figure } from '../figure/figure'
import { formatQuantity } from '../figure/format'
import type { Language } from '../language/language'
import { sentencesOf } from '../language/sentences'
import type { Edit } from '../rules/rule'
import type { SourceKey } from '../source/source'
import { isDigit, isLetter, isUpper } from '../text/chars'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'
import { actorsCalled, type BibliographyEntries, findActors } from './companions'
import { formatDate } from './dates'
import { escapeMarkdown, quotation } from './markdown'
import { type Offer, offersOf, rankOffers, type Topic } from './offers'
import { type Corpus, readSources } from './readings'

export interface Completion {
  readonly kind: 'figure' | 'actor' | 'citation'
  readonly label: string
  /** What it is, shown beside the label: what a figure measures, an actor's role, a source's title. */
  readonly detail: string
  /** Whose it is, at the end of the line: publisher and date. */
  readonly origin: string
  /** Markdown. */
  readonly documentation: string
  /** What the typed text is compared with; equal to it where the server has chosen already. */
  readonly filter: string
  readonly edit: Edit
}

export interface Completions {
  readonly items: readonly Completion[]
  /** Whether more letters may bring other entries. */
  readonly incomplete: boolean
  /** Whether there is more to offer than could be read so far: once `leadAt` has been asked, the same question has a full answer. */
  readonly isPartial?: boolean
}

export interface CompletionContext {
  readonly locale: Locale
  readonly corpus: Corpus
  readonly bibliography: BibliographyEntries
  readonly registry: Registry
  /** Actors of the document. */
  readonly mentions: readonly Mention[]
  /** Whether the author asked (Ctrl+Space) rather than typed. */
  readonly requested: boolean
  /** Which kinds the author wants. */
  readonly offers: Readonly<Record<Completion['kind'], boolean>>
  /** Whether an accepted figure brings its citation along. */
  readonly cite: boolean
  /** Whether there is time to read another source: an author who types does not wait. There is, where it is missing. */
  readonly hasTime?: () => boolean
  /** What the words around the cursor led to when that was last found out. */
  readonly lead?: Lead | undefined
  /** Offers of the sources that the paragraph drew on when it was judged, likeliest source first. */
  readonly drawn?: readonly (readonly Offer[])[]
}

const none: Completions = { items: [], incomplete: false }
const most = 30
/** More than are shown: closeness may bring up what is mentioned less. */
const mostCandidates = 40
/** Actors of the paragraph that are looked at beside those. */
const mostNear = 6

export async function complete(document: Document, at: number, context: CompletionContext): Promise<Completions> {
  const key = typedKey(document.text, at)
  if (isOpaque(document, at) && key === undefined) return none
  const { offers } = context
  if (key !== undefined) {
    const inCode = document.opaque.some((span) => span.start < key.start && at < span.end)
    return inCode || !offers.citation ? none : citations(document, key, context)
  }
  const name = typedName(document.text, at)
  if (name !== undefined) return offers.actor ? actors(document.text, name, context) : none
  const number = typedNumber(document.text, at)
  if (!offers.figure || (number === undefined && !context.requested)) return none
  return figures(document, number ?? { start: at, end: at }, context)
}

function isOpaque(document: Document, at: number): boolean {
  return document.opaque.some((span) => span.start < at && at < span.end)
}

// Citation keys

/** What was typed of a key after "@", with the rest of the key to the right of the cursor: "@bund|estag". */
function typedKey(text: string, at: number): Span | undefined {
  let start = at
  while (start > 0 && isKeyCharacter(text.charCodeAt(start - 1))) start--
  if (text.charAt(start - 1) !== '@') return undefined
  const before = text.charAt(start - 2)
  // "mail@example.org" and "\@" are no citations.
  if (before !== '' && !/[\s([{;,*_\-–—"„“'»«>|]/.test(before)) return undefined
  let end = at
  while (end < text.length && isKeyCharacter(text.charCodeAt(end))) end++
  return { start, end }
}

function isKeyCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || ':.#$%&-+?<>~/_'.includes(String.fromCharCode(code))
}

async function citations(document: Document, key: Span, { corpus, bibliography, locale }: CompletionContext): Promise<Completions> {
  const typed = document.text.slice(key.start, key.end)
  const needle = typed.toLowerCase()
  const near = (await drawnOn(document, key, corpus)).filter((summary) => searchedIn(summary).includes(needle))
  const nearest = new Set(near.map((source) => source.key))
  const summaries = [...near, ...(await corpus.index.findSources(typed, most)).filter((summary) => !nearest.has(summary.key))]
  const known = new Set(summaries.map((summary) => summary.key))
  const listed = [...bibliography.values()]
    .filter((entry) => !known.has(entry.key) && wordsOf(entry).toLowerCase().includes(needle))
    .slice(0, most)
  const used = new Set(document.citations.filter(({ keySpan }) => keySpan.start !== key.start).map((citation) => citation.key))
  const items = [
    ...summaries.map((summary) => citationOf(summary, key, typed, locale)),
    ...listed.map((entry) => ({
      kind: 'citation' as const,
      label: entry.key,
      detail: entry.title,
      origin: originOf(entry.publisher ?? entry.authors.join(', '), entry.date, locale),
      documentation: [entry.title, entry.authors.join(', ')]
        .filter((line) => line !== '')
        .map(escapeMarkdown)
        .join('\n\n'),
      filter: typed,
      edit: { ...key, newText: writtenKey(entry.key) },
    })),
  ]
  // What the paragraph is about comes first. Cited before, cited again: authors return to few sources. Then the most recent; the sort is stable.
  const rank = ({ label }: Completion) => (nearest.has(label) ? 0 : used.has(label) ? 1 : 2)
  return { items: items.sort((a, b) => rank(a) - rank(b)).slice(0, most), incomplete: true }
}

/** The sources whose words the paragraph around a citation shares, likeliest first; those far behind the first are left out. */
async function drawnOn(document: Document, key: Span, { index }: Corpus): Promise<readonly SourceSummary[]> {
  const topic = topicAt(document, key.start)
  if (topic === undefined || topic.size === 0) return []
  const [hits = []] = await index.search([{ terms: topic, limit: 5 }])
  const close = hits.filter(({ score }) => score >= 0.5 * (hits[0]?.score ?? 0))
  return (await index.summaries(close.map((hit) => hit.key))).filter((summary) => summary !== undefined)
}

function wordsOf({ key, title, authors, publisher, date }: BibliographyEntry): string {
  return [key, title, ...authors, publisher, date].join(' ')
}

function citationOf(summary: SourceSummary, key: Span, typed: string, locale: Locale): Completion {
  const { metadata } = summary
  const origin = originOf(metadata.publisher ?? metadata.authors.join(', '), metadata.published, locale)
  return {
    kind: 'citation',
    label: summary.key,
    detail: metadata.title ?? summary.path,
    origin,
    documentation: [`**${escapeMarkdown(metadata.title ?? summary.path)}**`, escapeMarkdown(origin)]
      .filter((line) => line !== '')
      .join('\n\n'),
    filter: typed,
    edit: { ...key, newText: writtenKey(summary.key) },
  }
}

// Actors

/** The capitalised word before the cursor: "Me|". */
function typedName(text: string, at: number): Span | undefined {
  let start = at
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--
  if (at === start || !isUpper(text.charCodeAt(start)) || text.charAt(start - 1) === '@') return undefined
  return { start, end: at }
}

async function actors(text: string, word: Span, { corpus, registry, mentions, locale }: CompletionContext): Promise<Completions> {
  // The longest run of capitalised words that begins a name wins: "Ursula von der Le" before "Le".
  const starts = [word.start]
  for (let start = word.start, words = 1; words < 4; words++) {
    const before = /(?:^|[^\p{L}])(\p{L}+[ \u00a0])$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1]
    if (before === undefined) break
    start -= before.length
    if (isUpper(before.charCodeAt(0))) starts.unshift(start)
  }
  const others = mentions.filter(({ start, end }) => end < word.start || start > word.end)
  const distance = ({ start }: Span) => Math.abs(start - word.start)
  const near = others.toSorted((a, b) => distance(a) - distance(b)).slice(0, 10)
  const context = { near: near.map(({ name }) => name), named: new Set(others.map(({ name }) => name)) }
  for (const start of starts) {
    const typed = text.slice(start, word.end)
    const found = await candidatesFor(start === word.start ? typed : text.slice(word.start, word.end), context.near, corpus, registry)
    const ranked = rankActors(typed, found, context).slice(0, most)
    if (ranked.length > 0)
      return { items: ranked.map((actor) => actorOf(actor, { start, end: word.end }, typed, locale)), incomplete: true }
  }
  return { items: [], incomplete: true }
}

/** Actors that what was typed may begin, and those of the paragraph, however seldom they are mentioned. */
async function candidatesFor(typed: string, near: readonly string[], { index }: Corpus, registry: Registry): Promise<readonly Actor[]> {
  const found = await findActors(typed, mostCandidates, index, registry, 'brief')
  // "frme" starts no word of Friedrich Merz, but its first letters do.
  const loose = found.length === 0 && typed.length > 2 ? await findActors(typed.slice(0, 2), mostCandidates, index, registry, 'brief') : []
  const here = near.length === 0 ? [] : (await actorsCalled(near.slice(0, mostNear), index, registry, 'brief')).flat()
  return [...new Map([...found, ...loose, ...here].map((actor) => [`${actor.type} ${actor.name}`, actor])).values()]
}

function actorOf({ actor, insert }: RankedActor, span: Span, typed: string, locale: Locale): Completion {
  const role = actor.roles[0]?.role ?? ''
  const words = messages[locale]
  return {
    kind: 'actor',
    label: actor.name,
    detail: [words.types[actor.type], role].filter((part) => part !== '').join(', '),
    origin: words.inSources(actor.sources),
    documentation: [
      `**${escapeMarkdown(actor.name)}** · ${words.types[actor.type]}`,
      ...(actor.roles.length > 0 ? [actor.roles.map((entry) => escapeMarkdown(entry.role)).join(', ')] : []),
      words.inSources(actor.sources),
    ].join('\n\n'),
    filter: typed,
    edit: { ...span, newText: insert },
  }
}

// Figures

/** The digits at the cursor with their separators: "3,2|", "55.0|". */
function typedNumber(text: string, at: number): Span | undefined {
  let start = at
  while (start > 0 && /[\d.,]/.test(text.charAt(start - 1))) start--
  while (start < at && !isDigit(text.charCodeAt(start))) start++
  if (start === at || isLetter(text.charCodeAt(start - 1))) return undefined
  return { start, end: at }
}

async function figures(document: Document, typed: Span, context: CompletionContext): Promise<Completions> {
  const topic = topicAt(document, typed.end)
  if (topic === undefined) return none
  const items = (lists: Lists) => figureItems(lists, topic, document, typed, context)
  const atHand = items(await offersAtHand(topic, context))
  if (atHand.length > 0) return { items: atHand, incomplete: true, isPartial: true }
  const { lists, isPartial } = await offersFor(topic, context)
  return { items: items(lists), incomplete: true, isPartial }
}

/** By source, likeliest first. */
type Lists = readonly (readonly Offer[])[]

function figureItems(
  lists: Lists,
  topic: Topic,
  { text, language }: Document,
  typed: Span,
  { locale, cite }: CompletionContext,
): Completion[] {
  const prefix = text.slice(typed.start, typed.end)
  const items = new Map<string, Completion>()
  for (const offer of rankOffers(lists, topic)) {
    if (prefix !== '' && !startsLike(offer.figure, prefix, language)) continue
    const item = figureOf(offer, typed, prefix, language, locale, cite)
    const identity = `${item.edit.newText} ${offer.key}`
    if (!items.has(identity)) items.set(identity, item)
    if (items.size === most) break
  }
  return [...items.values()]
}

/**
 * Where the words around a place lead to: found out while the author is not waiting for it, because to search and to read sources takes
 * longer than a list of completions may.
 */
export interface Lead {
  readonly topic: Topic
  readonly generation: number
  /** Likeliest first. */
  readonly keys: readonly SourceKey[]
}

const mostSources = 8
/** Words that two topics share where one is the other a few letters later. */
const stillTheSame = 0.7

/** Searches for what the words around `at` lead to and has it read, so that `complete` finds all of it; undefined where that is given up. */
export async function leadAt(document: Document, at: number, corpus: Corpus, isWanted: () => boolean): Promise<Lead | undefined> {
  const topic = topicAt(document, at)
  if (topic === undefined) return undefined
  const keys = await search(topic, corpus)
  for (const key of keys) {
    await corpus.breathe?.()
    if (!isWanted()) return undefined
    for (const reading of (await readSources([key], corpus)).values()) offersOf(reading)
  }
  return { topic, generation: corpus.generation, keys }
}

async function search(topic: Topic, { index }: Corpus): Promise<SourceKey[]> {
  const [hits = []] = await index.search([{ terms: topic, limit: mostSources }])
  return hits.map(({ key }) => key)
}

/**
 * What can be offered without a search: nothing where the lead is for these very words, since then all of it is known. Else sources that
 * the words led to a few letters ago, or what the paragraph drew on when it was judged.
 */
async function offersAtHand(topic: Topic, context: CompletionContext): Promise<Lists> {
  const { corpus, drawn = [] } = context
  const lead = leadIn(context)
  if (lead === undefined || isSame(lead.topic, topic)) return lead === undefined ? drawn : []
  if (shared(topic, lead.topic) < stillTheSame) return drawn
  const keys = lead.keys.filter((key) => corpus.readings.has(key, corpus.generation))
  return [...(await readSources(keys, corpus)).values()].map(offersOf)
}

/** What the words lead to, as much of it as there is time to read. */
async function offersFor(topic: Topic, context: CompletionContext): Promise<{ readonly lists: Lists; readonly isPartial: boolean }> {
  const lead = leadIn(context)
  const keys = lead !== undefined && isSame(lead.topic, topic) ? lead.keys : await search(topic, context.corpus)
  const readings = await readLikeliest(keys, context)
  return { lists: readings.map(offersOf), isPartial: readings.length < keys.length }
}

function leadIn({ lead, corpus }: CompletionContext): Lead | undefined {
  return lead?.generation === corpus.generation ? lead : undefined
}

/** The likeliest sources, as many as there is time for, and at least one; what was read before costs none. */
async function readLikeliest(keys: readonly SourceKey[], { corpus, hasTime = () => true }: CompletionContext): Promise<SourceFigures[]> {
  const sources: SourceFigures[] = []
  for (const key of keys) {
    if (sources.length > 0 && !corpus.readings.has(key, corpus.generation) && !hasTime()) continue
    sources.push(...(await readSources([key], corpus)).values())
  }
  return sources
}

function isSame(a: Topic, b: Topic): boolean {
  return a.size === b.size && [...a].every(([term, weight]) => b.get(term) === weight)
}

/** How many of the terms of `topic` are in `other`, as a share. */
function shared(topic: Topic, other: Topic): number {
  let count = 0
  for (const term of topic.keys()) if (other.has(term)) count++
  return count / Math.max(1, topic.size)
}

/** What the sentence and its paragraph are about, the sentence counting twice more. */
function topicAt(document: Document, at: number): Topic | undefined {
  const { body } = document.prose
  const offset = document.prose.before(at)
  const passage = body.passages.find(({ start, end }) => start <= offset && offset <= end)
  if (passage === undefined) return undefined
  const language = passage.language ?? body.language
  const terms = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text, language)) if (!/^\d/.test(term)) terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  }
  const group = body.passages.filter((other) => other.group === passage.group)
  for (const { start, end } of group) add(body.text.slice(start, end), 1)
  for (const head of passage.heads) add(head, 1)
  if (passage.row !== undefined) {
    add(body.text.slice(passage.start, passage.end), 3)
    const column = passage.row.cells.findIndex((cell) => cell.start <= offset && offset <= cell.end)
    add(passage.row.columns[column] ?? '', 3)
  }
  const sentence = sentencesOf(body.text, passage, language).find(({ start, end }) => start <= offset && offset <= end)
  if (sentence !== undefined) add(body.text.slice(sentence.start, sentence.end), 3)
  return terms
}

/** Whether the typed digits begin the figure, as its source writes it or as it would be written here. */
function startsLike(figure: Figure, prefix: string, language: Language): boolean {
  const digits = (text: string) => text.replace(/[^\d]/g, '')
  const own = firstNumber(formatQuantity(figure.quantity, language))
  return own.startsWith(prefix) || firstNumber(figure.text).startsWith(prefix) || digits(own).startsWith(digits(prefix))
}

function firstNumber(text: string): string {
  return /\d[\d.,\u00a0\u202f]*/.exec(text)?.[0] ?? ''
}

function figureOf(offer: Offer, typed: Span, prefix: string, language: Language, locale: Locale, cite: boolean): Completion {
  const { key, path, metadata, figure, measured, excerpt } = offer
  const written = formatQuantity(figure.quantity, language)
  // Typed digits are the number itself: a hedge before it would stand in the wrong place.
  const bare = prefix === '' ? written : written.slice(Math.max(0, written.search(/\d/)))
  const origin = originOf(metadata.publisher, metadata.published, locale)
  return {
    kind: 'figure',
    label: written,
    detail: measured,
    origin,
    documentation: [
      quotation(excerpt.before, excerpt.focus, excerpt.after),
      [metadata.title ?? path, origin]
        .filter((part) => part !== '')
        .map(escapeMarkdown)
        .join(' · '),
    ].join('\n\n'),
    filter: prefix,
    edit: { ...typed, newText: cite ? `${bare} [@${writtenKey(key)}]` : bare },
  }
}

function originOf(publisher: string | undefined, published: string | undefined, locale: Locale): string {
  return [publisher ?? '', published === undefined ? '' : formatDate(published, locale)].filter((part) => part !== '').join(', ')
}

const messages = {
  de: {
    inSources: (count: number) => `in ${count} ${count === 1 ? 'Quelle' : 'Quellen'}`,
    types: { person: 'Person', organisation: 'Organisation', state: 'Staat', place: 'Ort' } satisfies Record<ActorType, string>,
  },
  en: {
    inSources: (count: number) => `in ${count} ${count === 1 ? 'source' : 'sources'}`,
    types: { person: 'person', organisation: 'organisation', state: 'state', place: 'place' },
  },
} satisfies Record<Locale, unknown>
