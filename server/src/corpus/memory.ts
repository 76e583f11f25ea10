/** The index in memory: for tests, for texts that belong to no folder, and where the runtime has no database. Gone with the process. */

import type { Actor } from '../actor/actor'
import { claimOf } from '../source/key'
import type { Source, SourceKey } from '../source/source'
import { isCalled, isFoundBy, isSimilar, nameWordsOf, totalsOf } from './actors'
import type { ActorTally, Change, CorpusIndex, Entry, FileRecord, Hit, SourceSummary } from './index'
import { assignKeys, type Claimant } from './keys'
import { Ranking, type SearchableSegment } from './rank'
import { buildSegment, nameAt } from './segment'
import { witnessesOf } from './sketch'

interface Document extends Claimant {
  readonly id: number
  readonly source: Source
  readonly sections: number
  readonly sketch: string
  readonly actors: readonly ActorTally[] | undefined
}

/** A document on its way into a segment, which keeps its terms. */
interface Article extends Document {
  readonly terms: Entry['sections']
}

export function createMemoryIndex(): CorpusIndex {
  const files = new Map<string, FileRecord>()
  /** By path; most files hold one article. */
  const documents = new Map<string, readonly Document[]>()
  let segments: SearchableSegment[] = []
  let lastId = 0
  let view: View | undefined
  let totals: ReturnType<typeof totalsOf> | undefined
  let ranking: Ranking | undefined

  function drop(path: string): void {
    files.delete(path)
    const gone = new Set(documents.get(path)?.map(({ id }) => id))
    if (!documents.delete(path)) return
    for (const { owners, dead } of segments) for (let at = 0; at < owners.length; at++) if (gone.has(owners[at] ?? 0)) dead[at] = 1
  }

  function articlesOf({ file, entry, others = [] }: Extract<Change, { kind: 'put' }>): readonly Article[] {
    return [entry, ...others].map((article, part) => ({
      terms: article.sections,
      id: ++lastId,
      path: file.path,
      part,
      claim: article.source.key,
      pinned: article.source.pinned === true,
      source: article.source,
      sections: article.sections.length,
      sketch: article.sketch,
      actors: article.actors,
    }))
  }

  function touch({ file, from }: Extract<Change, { kind: 'touch' }>): void {
    const known = files.get(from)
    if (known === undefined) return
    files.delete(from)
    files.set(file.path, { ...file, outcome: known.outcome })
    const moved = documents.get(from) ?? []
    documents.delete(from)
    if (moved.length > 0)
      documents.set(
        file.path,
        moved.map((document) => renamed(document, file.path)),
      )
  }

  function tally({ path, actors }: Extract<Change, { kind: 'actors' }>): void {
    const articles = documents.get(path)
    if (articles !== undefined)
      documents.set(
        path,
        articles.map((document) => ({ ...document, actors: actors[document.part] ?? [] })),
      )
  }

  function actorsNow(): ReturnType<typeof totalsOf> {
    totals ??= totalsOf(
      current().ordered.map(({ key, document }) => ({
        key,
        published: document.source.metadata.published ?? '',
        tallies: document.actors ?? [],
      })),
    )
    return totals
  }

  function current(): View {
    view ??= viewOf([...documents.values()].flat())
    return view
  }

  return {
    async apply(changes) {
      // What may fail comes first, so that a batch applies as a whole or not at all.
      const articles = new Map(changes.flatMap((change) => (change.kind === 'put' ? [[change, articlesOf(change)] as const] : [])))
      if (articles.size > 0) segments = [...segments, searchable([...articles.values()].flat())]
      for (const change of changes) {
        if (change.kind === 'touch') touch(change)
        else if (change.kind === 'remove') drop(change.path)
        else if (change.kind === 'actors') tally(change)
        else {
          drop(change.file.path)
          files.set(change.file.path, change.file)
          if (change.kind === 'put')
            documents.set(change.file.path, articles.get(change)?.map(({ terms: _, ...document }) => document) ?? [])
        }
      }
      view = undefined
      totals = undefined
      ranking = undefined
    },
    async files(paths) {
      const { keys } = current()
      const wanted = paths === undefined ? [...files.values()] : paths.flatMap((path) => files.get(path) ?? [])
      return wanted.map((file) => recordOf(file, keys.get(documents.get(file.path)?.[0]?.id ?? 0))).sort(byPath)
    },
    async list({ after, limit }) {
      const { ordered, summaries } = current()
      const wanted = after === undefined ? ordered : ordered.filter(({ key }) => key > after)
      return wanted.slice(0, limit).flatMap(({ key }) => summaries.get(key) ?? [])
    },
    async summaries(keys) {
      const { summaries } = current()
      return keys.map((key) => summaries.get(key))
    },
    async sources(keys) {
      return keys.map((key) => current().sources.get(key))
    },
    async search(queries) {
      const { keys } = current()
      const known = (ranking ??= new Ranking(segments))
      return queries.map((query) =>
        known
          .rank(query)
          .map(({ document, ...found }) => ({ key: keys.get(document) ?? '', ...found }))
          .sort(bestFirst)
          .slice(0, query.limit),
      )
    },
    async findSources(text, limit) {
      const wanted = text.toLowerCase()
      return [...current().summaries.values()]
        .filter((summary) => searchedIn(summary).includes(wanted))
        .sort(mostRecentFirst)
        .slice(0, limit)
    },
    async findActors(text, limit, detail = 'full') {
      return actorsNow()
        .flatMap(({ actor, brief }) => (isFoundBy(actor, text) ? [detail === 'brief' ? brief : actor] : []))
        .slice(0, limit)
    },
    async actorsCalled(names, limit, detail = 'full') {
      return names.map((name) =>
        actorsNow()
          .flatMap(({ actor, brief }) => (isCalled(actor, name) ? [detail === 'brief' ? brief : actor] : []))
          .slice(0, limit),
      )
    },
    async actorsWithRole(roles, limit) {
      return roles.map((role) => {
        const givings = ({ actor }: { readonly actor: Actor }) =>
          actor.roles.find((held) => held.role === role && held.former !== true)?.sources.length ?? 0
        return actorsNow()
          .filter((entry) => givings(entry) > 0)
          .sort((a, b) => givings(b) - givings(a) || (a.actor.name < b.actor.name ? -1 : 1))
          .map(({ actor }) => actor)
          .slice(0, limit)
      })
    },
    async similarNames(words) {
      const known = nameWordsOf(actorsNow().map(({ actor }) => actor))
      return words.map((word) => known.filter((other) => isSimilar(word, other.word)))
    },
    async sourcesNaming({ name, type }, limit) {
      return (
        actorsNow()
          .find(({ actor }) => actor.name === name && actor.type === type)
          ?.naming.slice(0, limit) ?? []
      )
    },
    async collisions(limit) {
      const { ordered, sources } = current()
      return ordered
        .filter(({ key, document }) => key !== document.claim)
        .map(({ key, document: { path, claim, pinned } }) => ({ path, key, claim, pinned, holder: sources.get(claim)?.path ?? path }))
        .sort((a, b) => (a.path === b.path ? (a.key < b.key ? -1 : 1) : a.path < b.path ? -1 : 1))
        .slice(0, limit)
    },
    async withoutActors(limit, wanted) {
      const { keys } = current()
      const asked = wanted === undefined ? undefined : new Set(wanted)
      return [...documents]
        .filter(([, articles]) => articles.some(({ actors }) => actors === undefined))
        .filter(([, articles]) => asked === undefined || articles.some(({ id }) => asked.has(keys.get(id) ?? '')))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([path, articles]) => ({ path, keys: articles.map(({ id }) => keys.get(id) ?? '') }))
    },
    async stats() {
      const articles = [...documents.values()].flat()
      return {
        sources: articles.length,
        skipped: files.size - documents.size,
        sections: articles.reduce((sum, { sections }) => sum + sections, 0),
        withoutActors: articles.filter(({ actors }) => actors === undefined).length,
      }
    },
    async close() {},
  }
}

/** Equal scores in the order of their keys, so that every store answers alike. */
export function bestFirst(a: Hit, b: Hit): number {
  return b.score - a.score || (a.key < b.key ? -1 : 1)
}

/** Sources without a date last. */
export function mostRecentFirst(a: SourceSummary, b: SourceSummary): number {
  const [x = '', y = ''] = [a.metadata.published, b.metadata.published]
  return x === y ? (a.key < b.key ? -1 : 1) : x < y ? 1 : -1
}

/** What `findSources` looks through, in lower case. */
export function searchedIn({ key, metadata: { title, authors, publisher, published } }: Pick<SourceSummary, 'key' | 'metadata'>): string {
  return [key, title, ...authors, publisher, published]
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase()
}

/** What follows from all documents together; made anew after a change, when somebody asks. */
interface View {
  readonly keys: ReadonlyMap<number, SourceKey>
  readonly ordered: readonly { readonly key: SourceKey; readonly document: Document }[]
  readonly sources: ReadonlyMap<SourceKey, Source>
  readonly summaries: ReadonlyMap<SourceKey, SourceSummary>
}

function viewOf(documents: readonly Document[]): View {
  const claims = new Map<string, Document[]>()
  for (const document of documents) {
    const claimants = claims.get(document.claim)
    if (claimants === undefined) claims.set(document.claim, [document])
    else claimants.push(document)
  }
  const witnesses = witnessesOf(documents.map((document) => ({ name: nameOf(document), sketch: document.sketch })))
  const ordered = [...claims.values()]
    .flatMap((claimants) => assignKeys(claimants, (key) => claims.has(key)))
    .map(({ claimant, key }) => ({ key, document: claimant }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    keys: new Map(ordered.map(({ key, document }) => [document.id, key])),
    ordered,
    sources: new Map(ordered.map(({ key, document }) => [key, { ...document.source, key }])),
    summaries: new Map(
      ordered.map(({ key, document }) => {
        const { path, metadata } = document.source
        return [key, { key, path, metadata, witness: witnesses.get(nameOf(document)) ?? key }]
      }),
    ),
  }
}

/** Tells the articles of a file apart. */
export function nameOf({ path, part }: Pick<Claimant, 'path' | 'part'>): string {
  return part === 0 ? path : `${path}#${part}`
}

function renamed(document: Document, path: string): Document {
  const claim = document.pinned ? document.claim : claimOf(path)
  return { ...document, path, claim, source: { ...document.source, key: claim, path } }
}

function searchable(articles: readonly Article[]): SearchableSegment {
  const { lengths, owners, names, starts, bytes } = buildSegment(articles.map(({ id, terms: sections }) => ({ id, sections })))
  const numbers = new Map(Array.from({ length: names.count }, (_, number) => [nameAt(names, number), number]))
  return {
    lengths,
    owners,
    dead: new Uint8Array(lengths.length),
    postings(term) {
      const number = numbers.get(term)
      return number === undefined ? undefined : bytes.subarray(starts[number], starts[number + 1])
    },
  }
}

function recordOf(file: FileRecord, key: SourceKey | undefined): FileRecord {
  return key === undefined ? file : { ...file, outcome: { kind: 'read', key } }
}

function byPath(a: FileRecord, b: FileRecord): number {
  return a.path < b.path ? -1 : 1
}
