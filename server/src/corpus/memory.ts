/** The index in memory: for tests, for texts that belong to no folder, and where the runtime has no database. Gone with the process. */
import type { Actor } from '../actor/actor'
import type { Source, SourceKey } from '../source/source'
import { mergeTallies } from './actors'
import type { Change, CorpusIndex, Entry, FileRecord, Hit, IndexStats, Query, SourceSummary } from './index'
import { assignKeys } from './keys'
import { rank, type SearchableSegment } from './rank'
import { buildSegment, type Segment } from './segment'

interface Document {
  readonly id: number
  readonly entry: Entry
  key: SourceKey
}

interface HeldSegment extends SearchableSegment {
  readonly built: Segment
}

export function createMemoryIndex(): CorpusIndex {
  const files = new Map<string, FileRecord>()
  const documents = new Map<string, Document>()
  const byId = new Map<number, Document>()
  const claims = new Map<string, Set<string>>()
  let byKey = new Map<SourceKey, Document>()
  let segments: HeldSegment[] = []
  let lastId = 0

  function drop(path: string): void {
    files.delete(path)
    const document = documents.get(path)
    if (document === undefined) return
    documents.delete(path)
    byId.delete(document.id)
    claims.get(document.entry.source.key)?.delete(path)
    for (const { owners, dead } of segments) for (let at = 0; at < owners.length; at++) if (owners[at] === document.id) dead[at] = 1
  }

  function assign(): void {
    byKey = new Map()
    for (const [claim, paths] of claims) {
      const keys = assignKeys([...paths].map((path) => ({ path, claim, pinned: documents.get(path)?.entry.source.pinned === true })))
      for (const [path, key] of keys) {
        const document = documents.get(path)
        if (document === undefined) continue
        document.key = key
        byKey.set(key, document)
      }
    }
  }

  const inOrder = () => [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))

  return {
    async apply(changes) {
      const added: { id: number; sections: Entry['sections'] }[] = []
      for (const change of changes) {
        if (change.kind === 'touch') move(change)
        else {
          drop(change.kind === 'remove' ? change.path : change.file.path)
          if (change.kind !== 'remove') files.set(change.file.path, change.file)
          if (change.kind === 'put') {
            const { file, entry } = change
            const document = { id: ++lastId, entry, key: entry.source.key }
            documents.set(file.path, document)
            byId.set(document.id, document)
            claims.set(entry.source.key, (claims.get(entry.source.key) ?? new Set()).add(file.path))
            added.push({ id: document.id, sections: entry.sections })
          }
        }
      }
      if (added.length > 0) segments = [...segments, held(buildSegment(added))]
      assign()
    },
    async files() {
      return [...files.values()].map((file) => withKey(file, documents.get(file.path)?.key)).sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    async list({ after, limit }) {
      return inOrder()
        .filter(({ key }) => after === undefined || key > after)
        .slice(0, limit)
        .map(summaryOf)
    },
    async sources(keys) {
      return keys.map((key) => {
        const document = byKey.get(key)
        return document === undefined ? undefined : sourceOf(document)
      })
    },
    async search(queries) {
      return queries.map((query) => hitsOf(query))
    },
    async findSources(text, limit) {
      const wanted = text.toLowerCase()
      return inOrder()
        .map(summaryOf)
        .filter(({ key, metadata }) =>
          [key, metadata.title, metadata.publisher, metadata.published, ...metadata.authors].some((part) =>
            part?.toLowerCase().includes(wanted),
          ),
        )
        .sort(mostRecentFirst)
        .slice(0, limit)
    },
    async findActors(text, limit): Promise<readonly Actor[]> {
      return mergeTallies(
        inOrder().map((document) => ({
          key: document.key,
          published: document.entry.source.metadata.published,
          tallies: document.entry.actors,
        })),
        text,
      ).slice(0, limit)
    },
    async stats(): Promise<IndexStats> {
      const live = segments.reduce((sum, { dead }) => sum + dead.reduce((count, flag) => count + (flag === 0 ? 1 : 0), 0), 0)
      return { sources: documents.size, skipped: files.size - documents.size, sections: live }
    },
    async close() {},
  }

  function move({ file, from }: Extract<Change, { kind: 'touch' }>): void {
    const known = files.get(from)
    if (known === undefined) return
    const document = documents.get(from)
    files.delete(from)
    files.set(file.path, { ...file, outcome: known.outcome })
    if (document === undefined || from === file.path) return
    documents.delete(from)
    claims.get(document.entry.source.key)?.delete(from)
    const source = { ...document.entry.source, path: file.path }
    const moved = { ...document, entry: { ...document.entry, source } }
    documents.set(file.path, moved)
    byId.set(moved.id, moved)
    claims.get(source.key)?.add(file.path)
  }

  function hitsOf(query: Query): Hit[] {
    return rank(segments, query)
      .map(({ document, score }) => ({ key: byId.get(document)?.key ?? '', score }))
      .sort(bestFirst)
      .slice(0, query.limit)
  }
}

/** Equal scores in the order of their keys, so that every store answers alike. */
export function bestFirst(a: Hit, b: Hit): number {
  return b.score - a.score || (a.key < b.key ? -1 : 1)
}

export function mostRecentFirst(a: SourceSummary, b: SourceSummary): number {
  const [x = '', y = ''] = [a.metadata.published, b.metadata.published]
  return x === y ? (a.key < b.key ? -1 : 1) : x < y ? 1 : -1
}

function held(built: Segment): HeldSegment {
  const { lengths, owners } = built
  return { built, lengths, owners, dead: new Uint8Array(lengths.length), postings: (term) => built.postings.get(term) }
}

function withKey(file: FileRecord, key: SourceKey | undefined): FileRecord {
  return key === undefined ? file : { ...file, outcome: { kind: 'read', key } }
}

function sourceOf({ key, entry }: Document): Source {
  return { ...entry.source, key }
}

function summaryOf({ key, entry: { source, witness } }: Document): SourceSummary {
  return { key, path: source.path, metadata: source.metadata, witness }
}
