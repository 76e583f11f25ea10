/** A folder with its beleg.yaml, its files and its index: what the command line and the server both open. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CorpusIndex } from '../corpus/index'
import type { Problem, Settings } from '../settings/settings'
import type { ReadOptions } from '../source/read'
import type { Hint, SkipReason } from '../source/source'
import type { Locale } from '../text/locale'
import { readConfiguration } from './configuration'
import { findFiles, matchesGlobs } from './files'
import type { Job, Outcome } from './jobs'
import { Library } from './library'
import { planRefresh } from './refresh'

export interface WorkspaceOptions {
  /** Where the search for beleg.yaml begins; relative paths are relative to the process. */
  readonly folder: string
  readonly configFile?: string
  /** In which the problems of beleg.yaml are told; English where it is missing. */
  readonly locale?: Locale
  /** Globs instead of those of beleg.yaml, relative to the process. */
  readonly sources?: readonly string[]
  /** Folder for the index; a folder in the user's cache where it is missing. */
  readonly cacheLocation?: string
  /** How many threads read files; as many as there are cores, up to three, where it is missing. */
  readonly workers?: number
  /** Whether reading gives way to what else the machine does: for editors. */
  readonly background?: boolean
  readonly log?: (line: string) => void
}

export interface Workspace {
  /** Absolute. */
  readonly folder: string
  readonly settings: Settings
  readonly problems: readonly Problem[]
  readonly index: CorpusIndex
  /** Why the index is less than it could be, if it is. */
  readonly note?: Readonly<Record<Locale, string>> | undefined
  /** Brings the index up to date with the files. */
  refresh(options?: RefreshOptions): Promise<Refreshed>
  /** Markdown files to check, relative to the folder. */
  documents(): Promise<readonly string[]>
  /** Reads beleg.yaml again; `refresh` then applies what it changed. */
  reload(): Promise<void>
  close(): Promise<void>
}

export interface RefreshOptions {
  /** Only these files, relative to the folder: what a watcher saw change. */
  readonly paths?: readonly string[]
  /** Whether to look for actors too, which takes far longer than reading; true where it is missing. */
  readonly actors?: boolean
  readonly progress?: (progress: Progress) => void
  /** Called after each batch that a search can now find. */
  readonly changed?: () => void
  /** Called when all texts can be searched, before actors are looked for. */
  readonly searchable?: () => void
  readonly signal?: AbortSignal
}

export interface Progress {
  readonly phase: 'sources' | 'actors'
  readonly done: number
  readonly total: number
}

/** What a refresh did. */
export interface Refreshed {
  readonly read: readonly string[]
  readonly skipped: readonly { readonly path: string; readonly reason: SkipReason }[]
  readonly removed: readonly string[]
  /** What an author may want to know of files that were read. */
  readonly hints: readonly { readonly path: string; readonly hint: Hint }[]
  /** Files that were as the index knew them. */
  readonly unchanged: number
  /** Whether it ran to its end. */
  readonly complete: boolean
}

/** Files whose actors are looked for together. */
const actorPage = 2000

export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const log = options.log ?? (() => {})
  let configuration = await readConfiguration(options.folder, options.locale ?? 'en', options.configFile)
  const globs = () => (options.sources === undefined ? configuration.settings.sources : options.sources.map((pattern) => resolve(pattern)))
  const readOptions = (): ReadOptions => ({ fallback: 'de', fields: configuration.settings.fields })
  const library = new Library({
    folder: configuration.folder,
    variant: options.sources === undefined ? '' : globs().join('\n'),
    location: options.cacheLocation,
    workers: options.workers,
    background: options.background === true,
    log,
  })

  async function refreshOnce({ paths: wanted, actors = true, progress, changed, searchable, signal }: RefreshOptions): Promise<Refreshed> {
    const { folder } = configuration
    const { index } = library
    const paths =
      wanted === undefined
        ? await findFiles(folder, globs())
        : (await matchesGlobs(folder, wanted, globs())).filter((path) => isThere(folder, path))
    const plan = await planRefresh(folder, paths, await index.files(wanted), readOptions(), signal)
    const outcomes: Outcome[] = []
    const run = (phase: Progress['phase'], jobs: readonly Job[], total: number, before: number) => {
      let done = before
      progress?.({ phase, done, total })
      return library.run(jobs, readOptions(), {
        read(count) {
          done += count
          progress?.({ phase, done: Math.min(done, total), total })
        },
        written(written) {
          outcomes.push(...written)
          changed?.()
        },
        ...(signal !== undefined && { signal }),
      })
    }
    const removals: Job[] =
      plan.removed.length === 0 ? [] : [{ kind: 'apply', changes: plan.removed.map((path) => ({ kind: 'remove', path })) }]
    const reads = plan.jobs.map((read): Job => ({ kind: 'read', read }))
    await run('sources', [...removals, ...reads], plan.unchanged + plan.jobs.length, plan.unchanged)
    if (outcomes.length > 0) await library.merge()
    searchable?.()
    if (actors && !signal?.aborted) {
      let done = 0
      const { withoutActors: total } = await index.stats()
      for (let page = await index.withoutActors(actorPage); page.length > 0; page = await index.withoutActors(actorPage)) {
        await run(
          'actors',
          page.map((job): Job => ({ kind: 'actors', actors: job })),
          Math.max(total, done + page.length),
          done,
        )
        done += page.length
        if (signal?.aborted) break
      }
    }
    return { ...summaryOf(outcomes), removed: plan.removed, unchanged: plan.unchanged, complete: signal?.aborted !== true }
  }

  return {
    get folder() {
      return configuration.folder
    },
    get settings() {
      return configuration.settings
    },
    get problems() {
      return configuration.problems
    },
    get note() {
      return library.note
    },
    index: library.port,
    refresh: (refreshOptions = {}) => library.mended(() => refreshOnce(refreshOptions)),
    async documents() {
      const sources = new Set(await findFiles(configuration.folder, globs()))
      return (await findFiles(configuration.folder, configuration.settings.documents)).filter((path) => !sources.has(path))
    },
    async reload() {
      configuration = await readConfiguration(options.folder, options.locale ?? 'en', options.configFile)
    },
    close: () => library.close(),
  }
}

function summaryOf(outcomes: readonly Outcome[]): Pick<Refreshed, 'read' | 'skipped' | 'hints'> {
  return {
    read: outcomes.filter(({ result }) => result === 'read').map(({ path }) => path),
    skipped: outcomes.flatMap(({ path, reason }) => (reason === undefined ? [] : [{ path, reason }])),
    hints: outcomes.flatMap(({ path, hints }) => hints.map((hint) => ({ path, hint }))),
  }
}

function isThere(folder: string, path: string): boolean {
  return statSync(resolve(folder, path), { throwIfNoEntry: false })?.isFile() === true
}
