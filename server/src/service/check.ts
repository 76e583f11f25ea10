/**
 * The one answer that editor, linter and report read: a document with the judgement of every figure, what its citations stand for,
 * where its quotations come from, and what the rules find in all that.
 *
 * Figures are judged paragraph by paragraph (list by list, table by table), each in a text of its own, so that an answer depends on
 * the paragraph alone and not on where it stands. That makes an edit cheap: `recheck` takes over the answer of every paragraph that reads as
 * before and judges only the others. A fresh check is a recheck that remembers nothing; the two cannot differ.
 */
import type { Mention } from '../actor/actor'
import { actorsOf } from '../actor/recognise'
import { applyRegistry } from '../actor/registry'
import type { Document } from '../analysis/document'
import { parseDocument, reparse } from '../analysis/parse'
import type { CitedSource, ClaimGroup } from '../claim/claim'
import { judge } from '../claim/judge'
import { candidateParts, queriesFor } from '../claim/retrieve'
import { judgedFigures, type SourceFigures } from '../claim/source'
import type { Judgement } from '../claim/verdict'
import type { CorpusIndex } from '../corpus/index'
import { termsOf } from '../corpus/terms'
import { isClock } from '../figure/clock'
import type { Figure } from '../figure/figure'
import type { Checked, Finding, NameDoubt } from '../rules/rule'
import type { Settings } from '../settings/settings'
import type { SourceKey } from '../source/source'
import type { Locale } from '../text/locale'
import { type Span, shift } from '../text/span'
import { carriedFindings, carry, changeBetween } from './carry'
import type { CheckedDocument, Stated } from './checked'
import { citedSourcesOf, referencesOf } from './cited'
import { type Companions, noCompanions } from './companions'
import { type Decision, withoutDecided } from './decisions'
import { findingsOf } from './findings'
import { type TextGroup, textGroupsOf } from './groups'
import { sourcesWithNames } from './name-sources'
import { type NameMemory, nameDoubtsOf } from './names'
import { bestOffers, type Offer, offersOf } from './offers'
import { type QuoteMemory, quotesOf } from './quotes'
import { type Corpus, createSourceReadings, type SourceReadings } from './readings'

export interface CheckInput {
  readonly text: string
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string
  readonly index: CorpusIndex
  readonly settings: Settings
  readonly locale: Locale
  /** Changes whenever the index does; answers of another generation are not taken over. */
  readonly generation?: number
  /** Bibliographies and decisions beside the sources. */
  readonly companions?: Companions
  /** Whether the author is typing: what needs the whole document then stays as it was. */
  readonly quick?: boolean
  /**
   * Sees to it that the index knows the actors of these sources, which is not done for all while they are read. Missing where names are
   * looked for in the background.
   */
  readonly lookForActors?: (keys: readonly SourceKey[]) => Promise<void>
  /** Shared between documents and checks, so that each source is read once. */
  readonly readings?: SourceReadings
  /** Lets others have a turn: a long document takes long. */
  readonly breathe?: () => Promise<void>
}

export interface RecheckInput extends CheckInput {
  /** Whether the answer is still asked for; a check that nobody wants is given up. */
  readonly isWanted?: () => boolean
  /** Where in the text somebody is looking: what stands there is judged first. */
  readonly near?: () => number | undefined
  /** Whether completion will ask what the paragraphs drew on. */
  readonly forCompletion?: boolean
  /**
   * Called whenever some more paragraphs have been judged, for those who do not wait for the rest. `checked` knows of the figures judged so far;
   * what needs the whole document is not in it.
   */
  readonly progress?: (checked: () => CheckedDocument) => Promise<void>
}

/** What one check hands to the next of the same document. */
export interface CheckMemory {
  /** Its pieces that an edit left alone are not parsed again. */
  readonly document?: Document
  /** What is found out over the whole document, and carried on while the author types. */
  readonly whole?: Whole
  /** By everything the answer depends on but the index: the group's text and passages, what it cites, what was decided about it. */
  readonly groups: ReadonlyMap<string, GroupAnswer>
  readonly quotes: QuoteMemory
  readonly names: NameMemory
}

interface Whole {
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly names: readonly NameDoubt[]
  readonly slow: readonly Finding[]
  readonly drawn: readonly Drawn[]
}

/** What the sources of a paragraph have to offer for completion. */
interface Drawn extends Span {
  readonly offers: Offers
}

/** By source, likeliest first. */
type Offers = readonly (readonly Offer[])[]

export const emptyMemory: CheckMemory = { groups: new Map(), quotes: new Map(), names: new Map() }

interface GroupAnswer {
  /** The figures of a group, judged, in text order; their offsets count from the start of the group's own text. */
  readonly judgements: readonly Judgement[]
  /** Of the index that it holds for. */
  readonly generation: number
  /** The readings that it was judged by: where another generation has the same, the answer is the same. */
  readonly candidates: string
  readonly offers: Offers
}

/** What a check found out, or, of one that was given up, what it leaves to the next. */
export interface Rechecked {
  readonly checked: CheckedDocument | undefined
  readonly memory: CheckMemory
}

export async function checkDocument(input: CheckInput): Promise<CheckedDocument> {
  const { checked } = await recheck(input, emptyMemory)
  if (checked === undefined) throw new Error('nobody gave up this check')
  return checked
}

export async function recheck(input: RecheckInput, memory: CheckMemory): Promise<Rechecked> {
  const { index, generation = 0, readings = createSourceReadings(), companions = noCompanions } = input
  const corpus: Corpus = { index, generation, readings, breathe: input.breathe }
  const document = parsed(input.text, memory)
  const bibliography = await companions.bibliography(input.path, document.frontMatter.bibliography)
  const references = await referencesOf(document, corpus, bibliography)
  const ownDecisions = companions.decisions.filter((decision) => decision.document === input.path)
  const base = { document, references, path: input.path, bibliography }
  const progress =
    input.progress &&
    ((judgements: () => readonly Judgement[]) => input.progress?.(() => partOf({ ...base, judgements: judgements() }, input)))
  const judged = await judgeAll(document, citedSourcesOf(document, references), ownDecisions, corpus, memory.groups, { ...input, progress })
  if (judged.judgements === undefined) return { checked: undefined, memory: { ...memory, groups: judged.groups } }
  const { judgements } = judged
  const quoted = await quotesOf(document, references, corpus, memory.quotes)
  const carried = input.quick === true ? carriedOf(memory, document) : undefined
  const mentions = carried?.mentions ?? mentionsOf(document, companions)
  if (carried === undefined && wantsNames(input.settings))
    await input.lookForActors?.(await sourcesWithNames(document.prose.body, mentions, index))
  const named = carried ?? (await nameDoubtsOf(document, mentions, corpus, companions.registry, memory.names))
  const known: Checked = { document, judgements, references, quotes: quoted.quotes, names: named.names }
  const { findings, silenced, unused, slow } = findingsOf(known, input.settings, input.locale, carried?.slow)
  return {
    checked: {
      ...known,
      path: input.path,
      stated: statedIn(document, judgements),
      mentions,
      bibliography,
      findings,
      silenced,
      unusedDirectives: unused,
    },
    memory: {
      document,
      whole: { text: document.text, mentions, names: named.names, slow, drawn: judged.drawn },
      groups: judged.groups,
      quotes: quoted.memory,
      names: 'memory' in named ? named.memory : memory.names,
    },
  }
}

/** The answer as far as it goes before the whole document has been looked at. */
function partOf(
  {
    document,
    references,
    judgements,
    path,
    bibliography,
  }: Pick<CheckedDocument, 'document' | 'references' | 'judgements' | 'path' | 'bibliography'>,
  { settings, locale }: CheckInput,
): CheckedDocument {
  const known: Checked = { document, judgements, references, quotes: [], names: [] }
  const { findings, silenced } = findingsOf(known, settings, locale, 'part')
  return { ...known, path, stated: statedIn(document, judgements), mentions: [], bibliography, findings, silenced, unusedDirectives: [] }
}

function statedIn({ prose }: Document, judgements: readonly Judgement[]): Stated[] {
  return judgements.map((judgement) => ({ ...prose.toDocument(judgement.figure), judgement }))
}

/** The document for a text, from what is remembered of the text before. */
export function parsed(text: string, memory: CheckMemory): Document {
  return memory.document === undefined ? parseDocument(text) : reparse(memory.document, text)
}

/** What was found out over the whole document, where it stands in the document now; what an edit touched is left out. */
export function carriedOf({ whole }: CheckMemory, { text }: Document): Omit<Whole, 'text' | 'drawn'> | undefined {
  if (whole === undefined) return undefined
  const change = changeBetween(whole.text, text)
  return {
    mentions: carry(whole.mentions, change),
    names: whole.names.flatMap((doubt) => carry([doubt.mention], change).map((mention) => ({ ...doubt, mention }))),
    slow: carriedFindings(whole.slow, change),
  }
}

function mentionsOf({ prose }: Document, companions: Companions): readonly Mention[] {
  const mentions = applyRegistry(actorsOf(prose.body), companions.registry)
  return mentions.map((mention) => ({ ...mention, ...prose.toDocument(mention) }))
}

/** Whether a rule asks what the sources call an actor. */
function wantsNames({ rules }: Settings): boolean {
  return (['actor-misspelt', 'actor-role'] as const).some((rule) => rules[rule] !== 'off')
}

/** What the paragraph around a place of the latest text drew on when it was judged last. */
export function drawnOnAt({ whole }: CheckMemory, { text }: Document, at: number): Offers {
  if (whole === undefined) return []
  const { start, end, by } = changeBetween(whole.text, text)
  const before = at <= start ? at : Math.max(start, Math.min(at - by, at >= end + by ? Infinity : end))
  return whole.drawn.find((drawn) => drawn.start <= before && before <= drawn.end)?.offers ?? []
}

/** The groups of a document, each with the key of its answer. */
type KeyedGroup = TextGroup & { readonly key: string }

interface Judged {
  /** Missing where it was given up. */
  readonly judgements?: readonly Judgement[]
  readonly groups: ReadonlyMap<string, GroupAnswer>
  readonly drawn: readonly Drawn[]
}

interface JudgeInput extends Pick<RecheckInput, 'breathe' | 'isWanted' | 'near' | 'forCompletion'> {
  readonly progress: ((judgements: () => readonly Judgement[]) => Promise<void> | undefined) | undefined
}

/** Judges every group that is not known yet; no judgements where that was given up. */
async function judgeAll(
  document: Document,
  citations: readonly CitedSource[],
  decisions: readonly Decision[],
  corpus: Corpus,
  memory: ReadonlyMap<string, GroupAnswer>,
  { breathe, isWanted, near, forCompletion = false, progress }: JudgeInput,
): Promise<Judged> {
  const { prose } = document
  const groups = textGroupsOf(prose.body, citations).map((group): KeyedGroup => ({ ...group, key: keyOf(group, decisions) }))
  const answers = new Map<string, GroupAnswer>()
  const open = new Map<string, Open>()
  for (const { key, body, start, citations: cited } of groups) {
    if (answers.has(key) || open.has(key)) continue
    const known = memory.get(key)
    if (known?.generation === corpus.generation) answers.set(key, known)
    else {
      const figures = judgedFigures(body)
      if (figures.length > 0) open.set(key, { key, start, known, claims: { body, passages: body.passages, figures, citations: cited } })
    }
  }
  // The first are judged one by one, so that somebody who waits for findings sees some soon.
  for (let size = 1; open.size > 0; size = Math.min(together, size * 2)) {
    const at = near?.()
    const part = nextOf([...open.values()], size, at === undefined ? undefined : prose.before(at))
    for (const { key, known, claims, candidates } of await withCandidates(part, corpus)) {
      await breathe?.()
      if (isWanted?.() === false) return { groups: new Map([...memory, ...answers]), drawn: [] }
      const stamps = candidates.map((candidate) => corpus.readings.stampOf(candidate)).join()
      const answer =
        known?.candidates === stamps
          ? known
          : {
              judgements: judge(claims, withoutDecided(candidates, claims.figures, decisions)).filter(isTold),
              offers: forCompletion ? offersFor(claims, candidates) : [],
            }
      answers.set(key, { judgements: answer.judgements, offers: answer.offers, generation: corpus.generation, candidates: stamps })
      open.delete(key)
    }
    await progress?.(() => judgementsOf(groups, answers))
  }
  return { judgements: judgementsOf(groups, answers), groups: answers, drawn: forCompletion ? drawnOf(groups, answers, document) : [] }
}

/** The answers of all groups, those that are known, in text order. */
function judgementsOf(groups: readonly KeyedGroup[], answers: ReadonlyMap<string, GroupAnswer>): Judgement[] {
  return groups.flatMap(({ key, start }) => (answers.get(key)?.judgements ?? []).map((judgement) => shiftJudgement(judgement, start)))
}

/** Kept for a paragraph until somebody writes there. */
const mostOffers = 60

function offersFor({ body }: ClaimGroup, candidates: readonly SourceFigures[]): Offers {
  return bestOffers(candidates.map(offersOf), new Map(termsOf(body.text, body.language).map((term) => [term, 1])), mostOffers)
}

function drawnOf(groups: readonly KeyedGroup[], answers: ReadonlyMap<string, GroupAnswer>, { prose }: Document): Drawn[] {
  return groups.flatMap(({ key, start, body }) => {
    const offers = answers.get(key)?.offers ?? []
    return offers.length === 0 ? [] : [{ ...prose.toDocument({ start, end: start + body.text.length }), offers }]
  })
}

/** Clock times are spoken of only where they are wrong. */
const isTold = ({ figure, verdict }: Judgement) => !isClock(figure) || verdict === 'contradicted'

/** What the answer about a group depends on, but for the index: its text, what it cites, what was decided about its figures. */
function keyOf({ body, citations }: TextGroup, decisions: readonly Decision[]): string {
  const words = decisions.length === 0 ? '' : body.text.replace(/\s+/g, ' ')
  return JSON.stringify([body, citations, decisions.filter(({ figure }) => words.includes(figure))])
}

/** A group whose answer is not known, or known for another state of the index. */
interface Open {
  readonly key: string
  /** Where its text starts in the prose. */
  readonly start: number
  readonly known: GroupAnswer | undefined
  readonly claims: ClaimGroup
}

/** Groups for which the index is asked at once: few enough that their sources fit into memory. */
const together = 4

/** The next `size`: from the one that holds the place `at` of the prose, or from the first. */
function nextOf(open: readonly Open[], size: number, at: number | undefined): readonly Open[] {
  const first =
    at === undefined
      ? 0
      : Math.max(
          0,
          open.findLastIndex(({ start }) => start <= at),
        )
  return open.slice(first, first + size)
}

/** The sources to judge by, for several groups at once: one search and one look-up. */
async function withCandidates(
  open: readonly Open[],
  corpus: Corpus,
): Promise<(Open & { readonly candidates: readonly SourceFigures[] })[]> {
  const asked = open.map(({ claims }) => queriesFor(claims))
  const hits = await corpus.index.search(asked.flat())
  let at = 0
  const wanted = open.map(({ claims }, position) => candidateParts(claims, hits.slice(at, (at += asked[position]?.length ?? 0))))
  const found = await corpus.readings.of(wanted.flat(), corpus)
  let next = 0
  return open.map((item, position) => ({
    ...item,
    candidates: found.slice(next, (next += wanted[position]?.length ?? 0)).flatMap((reading) => reading ?? []),
  }))
}

function shiftJudgement(judgement: Judgement, by: number): Judgement {
  return { ...judgement, figure: shiftFigure(judgement.figure, by) }
}

function shiftFigure(figure: Figure, by: number): Figure {
  const { counted, attribute, entity } = figure.frame
  return {
    ...shift(figure, by),
    numeral: shift(figure.numeral, by),
    frame: {
      ...figure.frame,
      ...(counted === undefined ? {} : { counted: shift(counted, by) }),
      ...(attribute === undefined ? {} : { attribute: shift(attribute, by) }),
      ...(entity === undefined ? {} : { entity: shift(entity, by) }),
    },
  }
}
