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
import type { ClaimGroup } from '../claim/claim'
import { judge } from '../claim/judge'
import { candidateKeys, queriesFor } from '../claim/retrieve'
import type { SourceFigures } from '../claim/source'
import type { Judgement } from '../claim/verdict'
import type { CorpusIndex } from '../corpus/index'
import type { Figure } from '../figure/figure'
import { figuresOf } from '../figure/read'
import type { Checked, Finding } from '../rules/rule'
import type { Settings } from '../settings/settings'
import type { SourceKey } from '../source/source'
import type { Locale } from '../text/locale'
import { shift } from '../text/span'
import { type Change, carry, changeBetween } from './carry'
import type { CheckedDocument } from './checked'
import { citedSourcesOf, type References, referencesOf } from './cited'
import { type Companions, noCompanions } from './companions'
import { type Decision, withoutDecided } from './decisions'
import { findingsOf } from './findings'
import { textGroupsOf } from './groups'
import { sourcesWithNames } from './name-sources'
import { type NameMemory, nameDoubtsOf } from './names'
import { type QuoteMemory, quotesOf } from './quotes'
import { type Corpus, createSourceReadings, readSources, type SourceReadings } from './readings'

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
}

/** What one check hands to the next of the same document. */
export interface CheckMemory {
  /** Its pieces that an edit left alone are not parsed again. */
  readonly document?: Document
  /** What is found out over the whole document, and carried on while the author types. */
  readonly whole?: Whole
  /** By everything the answer depends on: the group's text and passages, what it cites, the generation of the index. */
  readonly groups: ReadonlyMap<string, GroupAnswer>
  readonly quotes: QuoteMemory
  readonly names: NameMemory
}

interface Whole {
  readonly mentions: readonly Mention[]
  readonly slow: readonly Finding[]
}

interface Carried extends Whole {
  readonly change: Change
}

export const emptyMemory: CheckMemory = { groups: new Map(), quotes: new Map(), names: new Map() }

/** The figures of a group, judged, in text order; their offsets count from the start of the group's own text. */
type GroupAnswer = readonly Judgement[]

export async function checkDocument(input: CheckInput): Promise<CheckedDocument> {
  return (await recheck(input, emptyMemory)).checked
}

export async function recheck(input: CheckInput, memory: CheckMemory): Promise<{ checked: CheckedDocument; memory: CheckMemory }> {
  const { index, generation = 0, readings = createSourceReadings(), companions = noCompanions } = input
  const corpus: Corpus = { index, generation, readings }
  const document = memory.document === undefined ? parseDocument(input.text) : reparse(memory.document, input.text)
  const { prose } = document
  const bibliography = await companions.bibliography(input.path, document.frontMatter.bibliography)
  const references = await referencesOf(document, corpus, bibliography)
  const ownDecisions = companions.decisions.filter((decision) => decision.document === input.path)
  const judged = await judgeAll(document, references, ownDecisions, corpus, memory)
  const stated = judged.judgements.map((judgement) => ({ ...prose.toDocument(judgement.figure), judgement }))
  const quoted = await quotesOf(document, references, corpus, memory.quotes)
  const carried = input.quick === true ? carriedOf(memory, document) : undefined
  const mentions = mentionsOf(document, companions, carried)
  if (wantsNames(input.settings)) await input.lookForActors?.(await sourcesWithNames(prose.body, mentions, index))
  const named = await nameDoubtsOf(document, mentions, corpus, companions.registry, memory.names)
  const known: Checked = { document, judgements: judged.judgements, references, quotes: quoted.quotes, names: named.names }
  const { findings, silenced, unused, slow } = findingsOf(known, input.settings, input.locale, carried)
  return {
    checked: { ...known, path: input.path, stated, mentions, bibliography, findings, silenced, unusedDirectives: unused },
    memory: { document, whole: { mentions, slow }, groups: judged.groups, quotes: quoted.memory, names: named.memory },
  }
}

/** Whether a rule asks what the sources call an actor. */
function wantsNames({ rules }: Settings): boolean {
  return (['actor-misspelt', 'actor-role'] as const).some((rule) => rules[rule] !== 'off')
}

function carriedOf({ document, whole }: CheckMemory, { text }: Document): Carried | undefined {
  return document === undefined || whole === undefined ? undefined : { ...whole, change: changeBetween(document.text, text) }
}

/** Who is named is decided over the whole document, which is too slow for every keystroke. */
function mentionsOf({ prose }: Document, companions: Companions, carried: Carried | undefined): readonly Mention[] {
  if (carried !== undefined) return carry(carried.mentions, carried.change)
  const mentions = applyRegistry(actorsOf(prose.body), companions.registry)
  return mentions.map((mention) => ({ ...mention, ...prose.toDocument(mention) }))
}

async function judgeAll(document: Document, references: References, decisions: readonly Decision[], corpus: Corpus, memory: CheckMemory) {
  const context = JSON.stringify([corpus.generation, decisions])
  const groups = textGroupsOf(document.prose.body, citedSourcesOf(document, references)).map((group) => ({
    ...group,
    key: context + JSON.stringify([group.body, group.citations]),
  }))
  const answers = new Map<string, GroupAnswer>()
  const open: Open[] = []
  for (const { key, body, citations } of groups) {
    if (answers.has(key)) continue
    const known = memory.groups.get(key)
    answers.set(key, known ?? [])
    if (known !== undefined) continue
    const { figures } = figuresOf(body)
    if (figures.length > 0) open.push({ key, claims: { body, passages: body.passages, figures, citations } })
  }
  for (const { key, claims, candidates } of await withCandidates(open, corpus)) {
    answers.set(key, judge(claims, withoutDecided(candidates, claims.figures, decisions)))
  }
  const judgements = groups.flatMap(({ key, start }) => (answers.get(key) ?? []).map((judgement) => shiftJudgement(judgement, start)))
  return { judgements, groups: answers }
}

/** A group whose answer is not known yet. */
interface Open {
  readonly key: string
  readonly claims: ClaimGroup
}

/** The sources to judge by, for all groups at once: one search and one look-up, however many groups changed. */
async function withCandidates(
  open: readonly Open[],
  corpus: Corpus,
): Promise<(Open & { readonly candidates: readonly SourceFigures[] })[]> {
  if (open.length === 0) return []
  const asked = open.map(({ claims }) => queriesFor(claims))
  const hits = await corpus.index.search(asked.flat())
  let at = 0
  const wanted = open.map(({ claims }, position) => candidateKeys(claims, hits.slice(at, (at += asked[position]?.length ?? 0))))
  const all = [...new Set(wanted.flat())]
  const found = await readSources(all, corpus)
  return open.map((item, position) => ({ ...item, candidates: (wanted[position] ?? []).flatMap((key) => found.get(key) ?? []) }))
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
