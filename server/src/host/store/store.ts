/**
 * The index in one database file. Writers of several threads and processes take turns, a batch of changes is one transaction, and
 * readers see the state before it or after it. A file that is damaged is thrown away and made again from the sources.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Actor } from '../../actor/actor'
import type { ActorDetail, ActorTally, Change, CorpusIndex, Entry, FileRecord, Hit, Query, SourceSummary } from '../../corpus/index'
import { assignKeys } from '../../corpus/keys'
import { bestFirst, nameOf, searchedIn } from '../../corpus/memory'
import { Ranking } from '../../corpus/rank'
import { bandsOf, witnessesOf } from '../../corpus/sketch'
import { fingerprints } from '../../source/fingerprints'
import { claimOf } from '../../source/key'
import type { Metadata, SkipReason, Source, SourceKey } from '../../source/source'
import { Actors } from './actors'
import { type Database, databaseClass, isBusy, isDamage, type Row, type Statement } from './database'
import { readLayout, writeLayout } from './passages'
import { pragmas, tables } from './schema'
import { Segments } from './segments'
import { number, optionalText, text } from './values'

/** Opens the index at `file`, which is made where it is missing or damaged; undefined where Node has no database. */
export function openStore(file: string): Store | undefined {
  const Database = databaseClass()
  if (Database === undefined) return undefined
  mkdirSync(dirname(file), { recursive: true })
  const open = () => new Store(new Database(file))
  try {
    return open()
  } catch (cause) {
    if (!isDamage(cause)) throw cause
    removeStore(file)
    return open()
  }
}

/** Deletes the file with what belongs to it. */
export function removeStore(file: string): void {
  for (const part of storeFiles(file)) rmSync(part, { force: true })
}

/** The file of an index and those that SQLite keeps beside it at times. */
export function storeFiles(file: string): string[] {
  return ['', '-wal', '-shm', '-journal'].map((suffix) => file + suffix)
}

/** To get a turn at writing; each waits half a minute. */
const attempts = 4

/** By which program actors were found; the file keeps it as its version. */
const actorVersion = Number.parseInt(fingerprints['actors']?.slice(0, 7) ?? '0', 16)

type StatementName = keyof typeof queries

const queries = {
  file: 'SELECT id FROM file WHERE path = ?',
  addFile: 'INSERT INTO file (path, size, modified, hash, recipe, reason) VALUES (?, ?, ?, ?, ?, ?)',
  touchFile: 'UPDATE file SET path = ?, size = ?, modified = ?, hash = ?, recipe = ? WHERE id = ?',
  removeFile: 'DELETE FROM file WHERE id = ?',
  files: `SELECT path, size, modified, hash, recipe, reason, key FROM file LEFT JOIN document ON document.file = file.id AND part = 0 ORDER BY path`,
  record: `SELECT path, size, modified, hash, recipe, reason, key FROM file LEFT JOIN document ON document.file = file.id AND part = 0 WHERE path = ?`,
  lastDocument: 'SELECT coalesce(max(id), 0) AS id FROM document',
  addDocument: `INSERT INTO document (id, file, part, key, claim, pinned, published, metadata, searched, sketch, witness, segment, tallied)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  documentsOf: 'SELECT id, part, claim, pinned, published, segment, witness, sketch FROM document WHERE file = ?',
  removeDocument: 'DELETE FROM document WHERE id = ?',
  addBody: 'INSERT INTO body (document, text, passages) VALUES (?, ?, ?)',
  removeBody: 'DELETE FROM body WHERE document = ?',
  addBand: 'INSERT INTO band (value, document) VALUES (?, ?)',
  removeBand: 'DELETE FROM band WHERE value = ? AND document = ?',
  rename: 'UPDATE document SET claim = ?, witness = ? WHERE id = ?',
  claimants: 'SELECT document.id, path, part, claim, pinned, key, metadata FROM document JOIN file ON file.id = file WHERE claim = ?',
  claimsHolding: 'SELECT claim FROM document WHERE key = ? AND claim <> ?',
  isClaimed: 'SELECT 1 FROM document WHERE claim = ? LIMIT 1',
  setKey: 'UPDATE document SET key = ?, searched = ? WHERE id = ?',
  twin: 'SELECT witness FROM document WHERE sketch = ? AND id <> ? LIMIT 1',
  neighbours: 'SELECT witness, sketch FROM band JOIN document ON document.id = band.document WHERE value = ? AND document.id <> ?',
  members: 'SELECT document.id, path, part, sketch, witness FROM document JOIN file ON file.id = file WHERE witness = ?',
  setWitness: 'UPDATE document SET witness = ? WHERE id = ?',
  setSegment: 'UPDATE document SET segment = ? WHERE segment = ?',
  actorVersion: 'PRAGMA user_version',
  tallied: 'UPDATE document SET tallied = 1 WHERE id = ?',
  untallied: 'SELECT DISTINCT file, path FROM document JOIN file ON file.id = file WHERE tallied = 0 ORDER BY path LIMIT ?',
  displaced: `SELECT mine.path, d.key, d.claim, d.pinned, theirs.path AS holder
    FROM document AS d JOIN file AS mine ON mine.id = d.file
    LEFT JOIN document AS h ON h.key = d.claim LEFT JOIN file AS theirs ON theirs.id = h.file
    WHERE d.key <> d.claim ORDER BY mine.path, d.key LIMIT ?`,
  untalliedOf: 'SELECT DISTINCT file, path FROM document JOIN file ON file.id = file WHERE tallied = 0 AND key = ?',
  keysOf: 'SELECT key FROM document WHERE file = ? ORDER BY part',
  list: 'SELECT key, path, metadata, witness FROM document JOIN file ON file.id = file WHERE key > ? ORDER BY key LIMIT ?',
  summary: 'SELECT key, path, metadata, witness FROM document JOIN file ON file.id = file WHERE key = ?',
  find: `SELECT key, path, metadata, witness FROM document JOIN file ON file.id = file
    WHERE instr(searched, ?) > 0 ORDER BY published DESC, key LIMIT ?`,
  source: `SELECT key, path, pinned, metadata, text, passages FROM document JOIN file ON file.id = file JOIN body ON body.document = document.id WHERE key = ?`,
  keyOf: 'SELECT key FROM document WHERE id = ?',
  counts: `SELECT (SELECT count(*) FROM document) AS sources, (SELECT count(*) FROM file WHERE reason IS NOT NULL) AS skipped,
    (SELECT count(*) FROM document WHERE tallied = 0) AS untallied`,
} as const

/** A document to be written with its batch. */
interface Added {
  readonly id: number
  readonly file: number
  readonly path: string
  readonly part: number
  readonly entry: Entry
}

/** What a batch of changes leaves to be settled before it is committed. */
interface Unsettled {
  readonly added: Map<string, readonly Added[]>
  /** Documents to take out of their segments. */
  readonly gone: Map<number, Set<number>>
  /** Claims of which somebody came or went. */
  readonly claims: Set<string>
  /** Witnesses of which somebody went. */
  readonly witnesses: Set<string>
  lastId: number
}

export class Store implements CorpusIndex {
  readonly #database: Database
  readonly #segments: Segments
  readonly #actors: Actors
  readonly #statements: Readonly<Record<StatementName, Statement>>
  #ranking: Ranking | undefined

  constructor(database: Database) {
    this.#database = database
    database.exec(pragmas)
    database.exec(tables)
    this.#segments = new Segments(database)
    this.#actors = new Actors(database)
    const prepared = Object.entries(queries).map(([name, sql]) => [name, database.prepare(sql)])
    this.#statements = Object.fromEntries(prepared) as Record<StatementName, Statement>
    if (number(this.#statements.actorVersion.get() ?? {}, 'user_version') !== actorVersion) this.#forgetActors()
  }

  /** Actors that another program found are kept until they are looked for again, which they now are. */
  #forgetActors(): void {
    this.#write(() => this.#database.exec(`UPDATE document SET tallied = 0 WHERE tallied = 1; PRAGMA user_version = ${actorVersion}`))
  }

  async apply(changes: readonly Change[]): Promise<void> {
    this.applyNow(changes)
  }

  /** `apply` for those who have a thread of their own. */
  applyNow(changes: readonly Change[]): void {
    if (changes.length === 0) return
    this.#write(() => {
      const batch: Unsettled = {
        added: new Map(),
        gone: new Map(),
        claims: new Set(),
        witnesses: new Set(),
        lastId: number(this.#statements.lastDocument.get() ?? {}, 'id'),
      }
      for (const change of changes) {
        // A batch that names a file twice is written in two steps.
        const path =
          change.kind === 'touch' ? change.from : change.kind === 'put' || change.kind === 'skip' ? change.file.path : change.path
        if (batch.added.has(path)) this.#addDocuments(batch)
        this.#apply(change, batch)
      }
      this.#addDocuments(batch)
      for (const [segment, documents] of batch.gone) this.#segments.bury(segment, documents)
      this.#settleKeys(batch.claims)
      this.#settleWitnesses(batch.witnesses)
    })
  }

  /** Whether `mergeNow` has something to do. */
  get needsMerge(): boolean {
    return this.#segments.surplus.length > 0
  }

  /** Puts segments together where there are many; what a search finds stays the same. */
  mergeNow(): void {
    this.#write(() => {
      this.#segments.merge((from, to) => {
        for (const segment of from) this.#statements.setSegment.run(to, segment)
      })
    })
  }

  async files(paths?: readonly string[]): Promise<readonly FileRecord[]> {
    const rows = paths === undefined ? this.#statements.files.all() : paths.toSorted().flatMap((path) => this.#statements.record.all(path))
    return rows.map(recordOf)
  }

  async list({ after = '', limit }: { readonly after?: SourceKey; readonly limit: number }): Promise<readonly SourceSummary[]> {
    return this.#statements.list.all(after, limit).map(summaryOf)
  }

  async summaries(keys: readonly SourceKey[]): Promise<readonly (SourceSummary | undefined)[]> {
    return keys.map((key) => {
      const row = this.#statements.summary.get(key)
      return row === undefined ? undefined : summaryOf(row)
    })
  }

  async sources(keys: readonly SourceKey[]): Promise<readonly (Source | undefined)[]> {
    return keys.map((key) => {
      const row = this.#statements.source.get(key)
      return row === undefined ? undefined : sourceOf(row)
    })
  }

  async search(searches: readonly Query[]): Promise<readonly (readonly Hit[])[]> {
    return this.#read(() => {
      const segments = this.#segments.current()
      if (this.#ranking?.isOver(segments) !== true) this.#ranking = new Ranking(segments)
      const ranking = this.#ranking
      const keys = new Map<number, SourceKey>()
      const keyOf = (document: number) => {
        let key = keys.get(document)
        if (key === undefined) keys.set(document, (key = text(this.#statements.keyOf.get(document) ?? {}, 'key')))
        return key
      }
      return searches.map((query) =>
        ranking
          .rank(query)
          .map(({ document, ...found }) => ({ key: keyOf(document), ...found }))
          .sort(bestFirst)
          .slice(0, query.limit),
      )
    })
  }

  async findSources(wanted: string, limit: number): Promise<readonly SourceSummary[]> {
    return this.#statements.find.all(wanted.toLowerCase(), limit).map(summaryOf)
  }

  async findActors(wanted: string, limit: number, detail: ActorDetail = 'full') {
    return this.#read(() => this.#actors.matching(wanted, limit, detail))
  }

  async actorsCalled(names: readonly string[], limit: number, detail: ActorDetail = 'full') {
    return this.#read(() => names.map((name) => this.#actors.called(name, limit, detail)))
  }

  async actorsWithRole(roles: readonly string[], limit: number) {
    return this.#read(() => roles.map((role) => this.#actors.withRole(role, limit)))
  }

  async similarNames(words: readonly string[]) {
    return this.#read(() => words.map((word) => this.#actors.similarNames(word)))
  }

  async sourcesNaming(actor: Pick<Actor, 'name' | 'type'>, limit: number) {
    return this.#read(() => this.#actors.sourcesNaming(actor, limit))
  }

  async collisions(limit: number) {
    return this.#statements.displaced.all(limit).map((row) => ({
      path: text(row, 'path'),
      key: text(row, 'key'),
      claim: text(row, 'claim'),
      pinned: number(row, 'pinned') === 1,
      holder: optionalText(row, 'holder') ?? text(row, 'path'),
    }))
  }

  async withoutActors(limit: number, keys?: readonly SourceKey[]) {
    return this.#read(() => {
      const { untallied, untalliedOf, keysOf } = this.#statements
      const rows = keys === undefined ? untallied.all(limit) : keys.flatMap((key) => untalliedOf.all(key))
      const paths = new Map(rows.map((row) => [text(row, 'path'), number(row, 'file')]))
      return [...paths]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([path, file]) => ({ path, keys: keysOf.all(file).map((document) => text(document, 'key')) }))
    })
  }

  async stats() {
    return this.#read(() => {
      const row = this.#statements.counts.get() ?? {}
      return {
        sources: number(row, 'sources'),
        skipped: number(row, 'skipped'),
        sections: this.#segments.live,
        withoutActors: number(row, 'untallied'),
      }
    })
  }

  async close(): Promise<void> {
    this.#database.close()
  }

  #apply(change: Change, batch: Unsettled): void {
    switch (change.kind) {
      case 'put': {
        this.#drop(change.file.path, batch)
        const file = this.#addFile(change.file, null)
        const articles = [change.entry, ...(change.others ?? [])]
        batch.added.set(
          change.file.path,
          articles.map((entry, part) => ({ id: ++batch.lastId, file, path: change.file.path, part, entry })),
        )
        return
      }
      case 'skip':
        this.#drop(change.file.path, batch)
        this.#addFile(change.file, change.file.outcome.kind === 'skipped' ? change.file.outcome.reason : 'unreadable')
        return
      case 'remove':
        this.#drop(change.path, batch)
        return
      case 'touch':
        this.#touch(change, batch)
        return
      case 'actors':
        this.#tally(change.path, change.actors)
    }
  }

  #addFile({ path, size, modified, hash, recipe }: FileRecord, reason: SkipReason | null): number {
    return Number(this.#statements.addFile.run(path, size, modified, hash, recipe ?? null, reason).lastInsertRowid)
  }

  #drop(path: string, batch: Unsettled): void {
    const row = this.#statements.file.get(path)
    if (row === undefined) return
    const file = number(row, 'id')
    for (const document of this.#statements.documentsOf.all(file)) {
      const [id, segment] = [number(document, 'id'), number(document, 'segment')]
      batch.gone.set(segment, (batch.gone.get(segment) ?? new Set()).add(id))
      batch.claims.add(text(document, 'claim'))
      batch.witnesses.add(text(document, 'witness'))
      for (const band of bandsOf(text(document, 'sketch'))) this.#statements.removeBand.run(band, id)
      this.#actors.remove(id)
      this.#statements.removeBody.run(id)
      this.#statements.removeDocument.run(id)
    }
    this.#statements.removeFile.run(file)
  }

  #touch({ file, from }: Extract<Change, { kind: 'touch' }>, batch: Unsettled): void {
    const row = this.#statements.file.get(from)
    if (row === undefined) return
    const id = number(row, 'id')
    if (from !== file.path) this.#drop(file.path, batch)
    this.#statements.touchFile.run(file.path, file.size, file.modified, file.hash, file.recipe ?? null, id)
    if (from === file.path) return
    for (const document of this.#statements.documentsOf.all(id)) {
      const claim = number(document, 'pinned') === 1 ? text(document, 'claim') : claimOf(file.path)
      const witness = text(document, 'witness')
      batch.claims.add(claim).add(text(document, 'claim'))
      batch.witnesses.add(witness)
      this.#statements.rename.run(claim, witness, number(document, 'id'))
    }
  }

  #tally(path: string, actors: readonly (readonly ActorTally[])[]): void {
    const row = this.#statements.file.get(path)
    if (row === undefined) return
    for (const document of this.#statements.documentsOf.all(number(row, 'id'))) {
      const id = number(document, 'id')
      this.#actors.remove(id)
      this.#actors.add(id, text(document, 'published'), actors[number(document, 'part')] ?? [])
      this.#statements.tallied.run(id)
    }
  }

  #addDocuments(batch: Unsettled): void {
    const documents = [...batch.added.values()].flat()
    batch.added.clear()
    if (documents.length === 0) return
    const segment = this.#segments.add(documents.map(({ id, entry }) => ({ id, sections: entry.sections })))
    for (const document of documents) {
      const { id, file, part, entry } = document
      const { source, sketch, actors } = entry
      const { key, metadata, body, furniture } = source
      const name = nameOf(document)
      this.#statements.addDocument.run(
        ...[id, file, part, key, key, source.pinned === true ? 1 : 0, metadata.published ?? ''],
        ...[JSON.stringify(metadata), searchedIn(source), sketch, name, segment, actors === undefined ? 0 : 1],
      )
      this.#statements.addBody.run(id, body.text, writeLayout({ language: body.language, passages: body.passages, furniture }))
      if (actors !== undefined) this.#actors.add(id, metadata.published ?? '', actors)
      batch.claims.add(key)
      this.#introduce(id, name, sketch, batch.witnesses)
    }
  }

  /** Notes which witnesses a new document may belong to. */
  #introduce(id: number, name: string, sketch: string, witnesses: Set<string>): void {
    const bands = bandsOf(sketch)
    const twin = this.#statements.twin.get(sketch, id)
    const alike = twin === undefined ? bands.flatMap((band) => this.#statements.neighbours.all(band, id)) : [twin]
    for (const row of alike) witnesses.add(text(row, 'witness')).add(name)
    for (const band of bands) this.#statements.addBand.run(band, id)
  }

  #settleKeys(claims: Set<string>): void {
    // A set grows while it is walked: who loses a key to a new claim is settled too.
    for (const claim of claims) {
      for (const row of this.#statements.claimsHolding.all(claim, claim)) claims.add(text(row, 'claim'))
      const claimants = this.#statements.claimants.all(claim).map((row) => ({
        id: number(row, 'id'),
        path: text(row, 'path'),
        part: number(row, 'part'),
        claim,
        pinned: number(row, 'pinned') === 1,
        held: text(row, 'key'),
        metadata: metadataOf(row),
      }))
      if (claimants.length === 1 && claimants[0]?.held === claim) continue
      const isClaimed = (key: string) => this.#statements.isClaimed.get(key) !== undefined
      for (const { claimant, key } of assignKeys(claimants, isClaimed)) {
        const { id, held, metadata } = claimant
        if (key !== held) this.#statements.setKey.run(key, searchedIn({ key, metadata }), id)
      }
    }
  }

  #settleWitnesses(witnesses: ReadonlySet<string>): void {
    const members = [...witnesses]
      .flatMap((witness) => this.#statements.members.all(witness))
      .map((row) => ({
        id: number(row, 'id'),
        name: nameOf({ path: text(row, 'path'), part: number(row, 'part') }),
        sketch: text(row, 'sketch'),
        held: text(row, 'witness'),
      }))
    const settled = witnessesOf(members)
    for (const { id, name, held } of members) {
      const witness = settled.get(name) ?? name
      if (witness !== held) this.#statements.setWitness.run(witness, id)
    }
  }

  #write(action: () => void): void {
    this.#begin()
    try {
      action()
      this.#database.exec('COMMIT')
    } catch (cause) {
      this.#rollBack()
      throw cause
    }
  }

  /** Waits its turn to write, longer than the database by itself. */
  #begin(): void {
    for (let attempt = 1; ; attempt++) {
      try {
        this.#database.exec('BEGIN IMMEDIATE')
        return
      } catch (cause) {
        if (attempt === attempts || !isBusy(cause)) throw cause
      }
    }
  }

  #read<Answer>(action: () => Answer): Answer {
    this.#database.exec('BEGIN')
    try {
      return action()
    } finally {
      this.#rollBack()
    }
  }

  /** SQLite has rolled back itself after some errors, and then complains. */
  #rollBack(): void {
    try {
      this.#database.exec('ROLLBACK')
    } catch (cause) {
      if (!(cause instanceof Error) || !cause.message.includes('no transaction')) throw cause
    }
  }
}

function recordOf(row: Row): FileRecord {
  const recipe = optionalText(row, 'recipe')
  return {
    path: text(row, 'path'),
    size: number(row, 'size'),
    modified: number(row, 'modified'),
    hash: text(row, 'hash'),
    ...(recipe !== undefined && { recipe }),
    outcome:
      row['reason'] === null ? { kind: 'read', key: text(row, 'key') } : { kind: 'skipped', reason: text(row, 'reason') as SkipReason },
  }
}

function summaryOf(row: Row): SourceSummary {
  return { key: text(row, 'key'), path: text(row, 'path'), metadata: metadataOf(row), witness: text(row, 'witness') }
}

function sourceOf(row: Row): Source {
  const { language, passages, furniture } = readLayout(text(row, 'passages'))
  return {
    key: text(row, 'key'),
    ...(number(row, 'pinned') === 1 && { pinned: true }),
    path: text(row, 'path'),
    metadata: metadataOf(row),
    body: { text: text(row, 'text'), language, passages },
    furniture,
  }
}

function metadataOf(row: Row): Metadata {
  return JSON.parse(text(row, 'metadata')) as Metadata
}
