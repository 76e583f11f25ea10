/**
 * The port behind which the corpus lives: a store that finds, not one that thinks. Everything in it can be made again from the source
 * files. All calls are asynchronous and batched, and none needs the whole corpus in memory, so that a database server can stand
 * behind it as well as an embedded file. test/unit/corpus/contract.ts holds what every store must do.
 */
import type { Actor, ActorType, StatedRole } from '../actor/actor'
import type { Metadata, SkipReason, Source, SourceKey } from '../source/source'
import type { TermBag } from './vocabulary'

export interface CorpusIndex {
  /** Applies all changes or none. */
  apply(changes: readonly Change[]): Promise<void>
  /** Every file the index knows, read or skipped, by path; of `paths` only those that are given. */
  files(paths?: readonly string[]): Promise<readonly FileRecord[]>
  /** Sources in the order of their keys, at most `limit` after key `after`. */
  list(page: { readonly after?: SourceKey; readonly limit: number }): Promise<readonly SourceSummary[]>
  /** What `list` says of each key asked for, in that order; cheaper than the sources themselves. */
  summaries(keys: readonly SourceKey[]): Promise<readonly (SourceSummary | undefined)[]>
  /** One entry for each key asked for, in that order. */
  sources(keys: readonly SourceKey[]): Promise<readonly (Source | undefined)[]>
  /** For each query its best hits, best first. */
  search(queries: readonly Query[]): Promise<readonly (readonly Hit[])[]>
  /** Summaries whose key, title, author, publisher or date contains `text`; most recent first. */
  findSources(text: string, limit: number): Promise<readonly SourceSummary[]>
  /**
   * Actors whose name or alias contains words that start with `text`, or whose initials do; most mentioned first. Case, umlauts and accents
   * do not matter.
   */
  findActors(text: string, limit: number, detail?: ActorDetail): Promise<readonly Actor[]>
  /** For each name the actors whose name or alias is it or ends with it ("Merz": Friedrich Merz), most mentioned first. */
  actorsCalled(names: readonly string[], limit: number, detail?: ActorDetail): Promise<readonly (readonly Actor[])[]>
  /** For each role the actors to whom a source gives exactly it, those with most sources for it first. */
  actorsWithRole(roles: readonly string[], limit: number): Promise<readonly (readonly Actor[])[]>
  /** For each word the words of actors' names that begin or end as it does and are about as long: what it may be a slip of. */
  similarNames(words: readonly string[]): Promise<readonly (readonly NameWord[])[]>
  /** Sources that name the actor, most recent first. */
  sourcesNaming(actor: Pick<Actor, 'name' | 'type'>, limit: number): Promise<readonly SourceKey[]>
  /** At most `limit` sources, by path, that have another key than they claim, because another source has that. */
  collisions(limit: number): Promise<readonly Collision[]>
  /**
   * At most `limit` files, by path, whose sources have no actors yet: put without them, because finding actors takes long. Of `keys` only
   * the files of these sources.
   */
  withoutActors(
    limit: number,
    keys?: readonly SourceKey[],
  ): Promise<readonly { readonly path: string; readonly keys: readonly SourceKey[] }[]>
  stats(): Promise<IndexStats>
  close(): Promise<void>
}

/** Brief answers name an actor's roles, those that most sources give first, and not who gives them when; full is usual. */
export type ActorDetail = 'full' | 'brief'

/** A file of the corpus as it was when it was last read. */
export interface FileRecord {
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
  /** Of the bytes, lower-case hexadecimal. */
  readonly hash: string
  /** What else decides how the file reads: fingerprints of the program, field map, sidecar. A file with another recipe is read again. */
  readonly recipe?: string
  readonly outcome: { readonly kind: 'read'; readonly key: SourceKey } | { readonly kind: 'skipped'; readonly reason: SkipReason }
}

export type Change =
  | {
      readonly kind: 'put'
      readonly file: FileRecord
      readonly entry: Entry
      /** Further articles of the same file, such as the later lines of JSON Lines. */
      readonly others?: readonly Entry[]
    }
  | { readonly kind: 'skip'; readonly file: FileRecord }
  /** The file is gone. */
  | { readonly kind: 'remove'; readonly path: string }
  /** Same bytes, other time stamp or name. */
  | { readonly kind: 'touch'; readonly file: FileRecord; readonly from: string }
  /** Actors found after the file was put: one list for each of its articles. */
  | { readonly kind: 'actors'; readonly path: string; readonly actors: readonly (readonly ActorTally[])[] }

/** What the index keeps of a source; made by `entryOf` in a worker. */
export interface Entry {
  readonly source: Source
  /** Search terms of each section of the main text: stems and compound parts, repeated as often as they occur. */
  readonly sections: readonly TermBag[]
  /** Missing where they were not looked for yet. */
  readonly actors?: readonly ActorTally[]
  /** A sketch of the text by which the index finds the same article saved twice or syndicated. */
  readonly sketch: string
}

export interface ActorTally {
  readonly name: string
  readonly type: ActorType
  readonly aliases: readonly string[]
  readonly roles: readonly StatedRole[]
  readonly mentions: number
}

/** A word of names of actors. */
export interface NameWord {
  readonly word: string
  /** Of all actors whose name holds it; a source that names several of them counts for each. */
  readonly mentions: number
  readonly sources: number
}

export interface Query {
  /** Terms with weights; unknown terms cost nothing. */
  readonly terms: ReadonlyMap<string, number>
  readonly limit: number
}

export interface Hit {
  readonly key: SourceKey
  /** Larger is better; comparable within one query only. */
  readonly score: number
  /** Those of the source's sections (`sectionsOf`) that score as well as the last of the sources asked for; the best is one of them. */
  readonly sections: readonly number[]
  /** Of all the sections that the source has. */
  readonly sectionCount: number
}

export interface SourceSummary {
  readonly key: SourceKey
  readonly path: string
  readonly metadata: Metadata
  /** Equal for the same article saved twice or syndicated: such sources are one witness. */
  readonly witness: string
}

export interface Collision {
  readonly path: string
  /** What the source is called instead. */
  readonly key: SourceKey
  readonly claim: SourceKey
  /** Whether its author set the key that it claims. */
  readonly pinned: boolean
  /** Path of the source that has the claimed key. */
  readonly holder: string
}

export interface IndexStats {
  readonly sources: number
  readonly skipped: number
  readonly sections: number
  /** Sources whose actors are not known yet. */
  readonly withoutActors: number
}
