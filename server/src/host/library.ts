/**
 * The index of a workspace with what keeps it alive: its file, the workers that write it, and what happens when the file is damaged or
 * cannot be written. Where there is no database the index lives in memory, and says so.
 */
import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Change, CorpusIndex } from '../corpus/index'
import { createMemoryIndex } from '../corpus/memory'
import type { ReadOptions } from '../source/read'
import type { SkipReason } from '../source/source'
import type { Locale } from '../text/locale'
import { compiledCache, indexesIn, storeFileOf } from './cache'
import { statOf } from './files'
import { Indexer } from './indexer'
import type { Job, Outcome } from './jobs'
import { findWorker, IndexFailure, Pool } from './pool'
import { isDamage, isUnwritable } from './store/database'
import { openStore, removeStore, type Store } from './store/store'
import { sweepCaches } from './sweep'

export interface LibraryOptions {
  readonly folder: string
  readonly variant: string
  readonly location: string | undefined
  readonly workers: number | undefined
  readonly background: boolean
  readonly log: (line: string) => void
}

export interface RunOptions {
  read(count: number): void
  written(outcomes: readonly Outcome[]): void
  readonly signal?: AbortSignal
}

export class Library {
  readonly #options: LibraryOptions
  readonly #file: string
  #store: Store | undefined
  #memory: CorpusIndex | undefined
  #pool: Pool | undefined
  #poolRead: string | undefined
  #note: Readonly<Record<Locale, string>> | undefined

  constructor(options: LibraryOptions) {
    this.#options = options
    this.#file = storeFileOf(options.folder, options.variant, options.location)
    this.#open()
  }

  /** Why the index is less than it could be. */
  get note(): Readonly<Record<Locale, string>> | undefined {
    return this.#note
  }

  /** The index as it is now; another one after damage. */
  get index(): CorpusIndex {
    return this.#store ?? (this.#memory ??= createMemoryIndex())
  }

  /** The index for those who keep it: whatever happens to the file, it leads to the present one. */
  get port(): CorpusIndex {
    const now = () => this.index
    return {
      apply: (changes) => now().apply(changes),
      files: (paths) => now().files(paths),
      list: (page) => now().list(page),
      summaries: (keys) => now().summaries(keys),
      sources: (keys) => now().sources(keys),
      search: (queries) => now().search(queries),
      findSources: (text, limit) => now().findSources(text, limit),
      findActors: (text, limit, detail) => now().findActors(text, limit, detail),
      actorsCalled: (names, limit, detail) => now().actorsCalled(names, limit, detail),
      actorsWithRole: (roles, limit) => now().actorsWithRole(roles, limit),
      similarNames: (words) => now().similarNames(words),
      sourcesNaming: (actor, limit) => now().sourcesNaming(actor, limit),
      collisions: (limit) => now().collisions(limit),
      withoutActors: (limit, keys) => now().withoutActors(limit, keys),
      stats: () => now().stats(),
      close: () => this.close(),
    }
  }

  /** Does what is asked; with a new file where the old one is damaged, in memory where no file can be written. */
  async mended<Answer>(action: () => Promise<Answer>): Promise<Answer> {
    // A cache folder may be cleaned while we run; the open file then lives on without a name.
    if (this.#store !== undefined && !existsSync(this.#file)) await this.#reopen()
    try {
      return await action()
    } catch (cause) {
      const kind = failureKind(cause)
      if (kind === 'other') throw cause
      this.#options.log(`index ${this.#file}: ${kind}: ${messageOf(cause)}`)
      await this.#closeFile()
      if (kind === 'damaged') {
        removeStore(this.#file)
        this.#open()
      } else this.#note = unwritableNote(this.#file, messageOf(cause).split('\n')[0] ?? '')
      return await action()
    }
  }

  /** Does the jobs, in workers where the index is a file. */
  async run(jobs: readonly Job[], read: ReadOptions, { signal, ...events }: RunOptions): Promise<void> {
    if (jobs.length === 0) return
    const lost: Change[] = []
    const pool = await this.#poolFor(read)
    if (pool !== undefined) {
      await pool.run(
        jobs,
        {
          ...events,
          lost: (job, reason) => {
            this.#options.log(`${job.kind} ${pathOf(job)}: ${reason}`)
            lost.push(...withoutJob(job, reason))
            if (job.kind === 'read') events.written([{ path: job.read.path, result: 'skipped', reason, hints: [] }])
          },
        },
        signal,
      )
      await this.index.apply(lost)
      return
    }
    const indexer = new Indexer(this.index, read, { begun() {}, written: events.written, log: this.#options.log })
    for (const job of jobs) {
      if (signal?.aborted) break
      await indexer.do(job)
      events.read(1)
      await setImmediate()
    }
    await indexer.flush()
  }

  /** Has a worker start for jobs that are about to come. */
  async begin(read: ReadOptions): Promise<void> {
    ;(await this.#poolFor(read))?.begin()
  }

  /** Has a worker ready for the next change. */
  async prepare(read: ReadOptions): Promise<void> {
    if (this.#options.background) (await this.#poolFor(read))?.prepare()
  }

  /** Keeps searches fast after many changes. */
  async merge(): Promise<void> {
    if (this.#store?.needsMerge !== true) return
    if (this.#pool === undefined) this.#store.mergeNow()
    else await this.#pool.merge()
  }

  async close(): Promise<void> {
    await this.#closeFile()
    await this.#memory?.close()
    sweepCaches({ indexes: indexesIn(this.#options.location), compiled: compiledCache() }, Date.now())
  }

  #open(): void {
    try {
      this.#store = openStore(this.#file)
      if (this.#store === undefined) this.#note = noDatabaseNote
    } catch (cause) {
      if (!isUnwritable(cause) && !(cause instanceof Error && 'code' in cause)) throw cause
      this.#note = unwritableNote(this.#file, messageOf(cause))
    }
  }

  async #reopen(): Promise<void> {
    await this.#closeFile()
    this.#open()
  }

  async #closeFile(): Promise<void> {
    const [pool, store] = [this.#pool, this.#store]
    this.#pool = undefined
    this.#store = undefined
    await pool?.close()
    await store?.close()
  }

  async #poolFor(read: ReadOptions): Promise<Pool | undefined> {
    if (this.#store === undefined) return undefined
    const wanted = JSON.stringify(read)
    if (this.#pool !== undefined && this.#poolRead === wanted) return this.#pool
    await this.#pool?.close()
    const worker = findWorker()
    const { workers, background, log } = this.#options
    this.#poolRead = wanted
    this.#pool =
      worker === undefined || workers === 0
        ? undefined
        : new Pool(worker, { store: this.#file, read, background, log, ...(workers !== undefined && { workers }) })
    return this.#pool
  }
}

function failureKind(cause: unknown): 'damaged' | 'unwritable' | 'other' {
  if (cause instanceof IndexFailure) return cause.failure.kind
  return isDamage(cause) ? 'damaged' : isUnwritable(cause) ? 'unwritable' : 'other'
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function pathOf(job: Job): string {
  return job.kind === 'read' ? job.read.path : job.kind === 'actors' ? job.actors.path : ''
}

/** What the index keeps of a job that brought its worker down: the file as skipped, so that it is not tried again until it changes. */
function withoutJob(job: Job, reason: SkipReason): Change[] {
  if (job.kind === 'actors') return [{ kind: 'actors', path: job.actors.path, actors: job.actors.keys.map(() => []) }]
  if (job.kind === 'apply') return [...job.changes]
  const { path, absolute, recipe } = job.read
  const stat = statOf(absolute)
  const file = {
    path,
    size: stat?.size ?? 0,
    modified: stat?.mtimeMs ?? 0,
    hash: '',
    recipe,
    outcome: { kind: 'skipped', reason },
  } as const
  return [{ kind: 'skip', file }]
}

const noDatabaseNote: Readonly<Record<Locale, string>> = {
  de: `Node ${process.versions.node} bringt keine Datenbank mit; der Index liegt im Arbeitsspeicher und wird bei jedem Start neu gebaut (Abhilfe: Node 22.16 oder neuer).`,
  en: `Node ${process.versions.node} has no database; the index is kept in memory and built anew at each start (Node 22.16 or later keeps it).`,
}

function unwritableNote(file: string, message: string): Readonly<Record<Locale, string>> {
  return {
    de: `Der Index lässt sich nicht nach ${file} schreiben (${message}); er liegt im Arbeitsspeicher und wird bei jedem Start neu gebaut. Ein anderer Ordner lässt sich mit --cache-location angeben.`,
    en: `The index cannot be written to ${file} (${message}); it is kept in memory and built anew at each start. Name another folder with --cache-location.`,
  }
}
