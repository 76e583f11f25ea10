/** A folder with its beleg.yaml, its files and its index: what the command line and the server both open. */
import { resolve } from 'node:path'
import type { CorpusIndex, FileRecord } from '../corpus/index'
import type { Problem, Settings } from '../settings/settings'
import type { ReadOptions } from '../source/read'
import type { Hint, Metadata, SkipReason, SourceKey } from '../source/source'
import type { Locale } from '../text/locale'
import { Bibliographies } from './bibliographies'
import { collisionProblems } from './collisions'
import { type Configuration, readConfiguration } from './configuration'
import { findFiles, matchesGlobs, statOf } from './files'
import type { Job, Outcome } from './jobs'
import { Library } from './library'
import { planRefresh } from './refresh'

export interface WorkspaceOptions {
  /** Where the search for beleg.yaml begins; relative paths are relative to the process. */
  readonly folder: string
  /** `false`: whatever beleg.yaml there is does not count. */
  readonly configFile?: string | false
  /** In which the problems of beleg.yaml are told; English where it is missing. */
  readonly locale?: Locale
  /** Globs of what is neither source nor document, as the editor excludes it: names of files or of folders. Asked for with beleg.yaml. */
  readonly exclude?: () => Promise<readonly string[]>
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
  /** Of beleg.yaml and, once refreshed, of the bibliographies that it names and of keys that several sources claim. */
  readonly problems: readonly Problem[]
  readonly index: CorpusIndex
  /** Why the index is less than it could be, if it is. */
  readonly note?: Readonly<Record<Locale, string>> | undefined
  /** Brings the index up to date with the files. */
  refresh(options?: RefreshOptions): Promise<Refreshed>
  /**
   * Looks for actors in sources where that was not done yet, which takes far longer than reading them: nobody waits for it who does not ask
   * about actors. It is kept batch by batch, so that it goes on where it stopped.
   */
  lookForActors(options?: ActorOptions): Promise<void>
  /** Markdown files to check, relative to the folder. */
  documents(): Promise<readonly string[]>
  /** Reads beleg.yaml again; `refresh` then applies what it changed. */
  reload(): Promise<void>
  close(): Promise<void>
}

export interface RefreshOptions {
  /** Only these files, relative to the folder: what a watcher saw change. */
  readonly paths?: readonly string[]
  readonly progress?: (progress: Progress) => void
  /** Called after each batch that a search can now find. */
  readonly changed?: () => void
  readonly signal?: AbortSignal
}

export interface ActorOptions {
  /** Only in these sources. */
  readonly keys?: readonly SourceKey[]
  readonly progress?: (progress: Progress) => void
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
/** Summaries that are asked for at once. */
const articlePage = 5000

export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { locale = 'en', log = () => {} } = options
  let configuration = await configurationFor(options)
  const globs = () => (options.sources === undefined ? configuration.settings.sources : options.sources.map((pattern) => resolve(pattern)))
  const bibliographies = new Bibliographies(locale)
  let references: ReadOptions['references'] = []
  const readOptions = (): ReadOptions => ({ fallback: 'de', fields: configuration.settings.fields, references })
  const library = new Library({
    folder: configuration.folder,
    // What an editor leaves out of the index it shares with nobody who does not.
    variant: options.sources === undefined && configuration.excluded.length === 0 ? '' : globs().join('\n'),
    location: options.cacheLocation,
    workers: options.workers,
    background: options.background === true,
    log,
  })

  let collisions: readonly Problem[] | undefined

  async function refreshOnce({ paths: wanted, progress, changed, signal }: RefreshOptions): Promise<Refreshed> {
    const { folder } = configuration
    const { index } = library
    references = await bibliographies.read(folder, configuration.settings.bibliography)
    const records = await index.files(wanted)
    // Whatever is found is new then: a worker starts while files are looked for.
    if (records.length === 0) await library.begin(readOptions())
    // A folder that may not be read is listed as a file that cannot.
    const closed: string[] = []
    const paths =
      wanted === undefined
        ? [...(await findFiles(folder, globs(), (path) => closed.push(path))), ...closed]
        : (await matchesGlobs(folder, wanted, globs())).filter((path) => isThere(folder, path))
    const articles = references.length === 0 ? new Map<string, Metadata[]>() : await articlesOf(index, wanted && records)
    const plan = await planRefresh(folder, paths, records, readOptions(), articles, signal)
    const outcomes: Outcome[] = []
    const removals: Job[] =
      plan.removed.length === 0 ? [] : [{ kind: 'apply', changes: plan.removed.map((path) => ({ kind: 'remove', path })) }]
    const reads = plan.jobs.map((read): Job => ({ kind: 'read', read }))
    const written = (some: readonly Outcome[]) => {
      outcomes.push(...some)
      changed?.()
    }
    const done = { phase: 'sources', done: plan.unchanged, total: plan.unchanged + plan.jobs.length } as const
    await run([...removals, ...reads], done, progress, signal, written)
    if (outcomes.length > 0) await library.merge()
    await library.prepare(readOptions())
    if (outcomes.length > 0 || collisions === undefined) collisions = await collisionProblems(index, locale)
    return { ...summaryOf(outcomes), removed: plan.removed, unchanged: plan.unchanged, complete: signal?.aborted !== true }
  }

  async function lookForActorsOnce({ keys, progress, signal }: ActorOptions): Promise<void> {
    const { index } = library
    const total = keys === undefined ? (await index.stats()).withoutActors : keys.length
    for (let done = 0; !signal?.aborted; ) {
      const page = await index.withoutActors(actorPage, keys)
      if (page.length === 0) return
      const jobs = page.map((actors): Job => ({ kind: 'actors', actors }))
      await run(jobs, { phase: 'actors', done, total: Math.max(total, done + page.length) }, progress, signal)
      done += page.length
    }
  }

  function run(
    jobs: readonly Job[],
    { phase, done: before, total }: Progress,
    progress: RefreshOptions['progress'],
    signal?: AbortSignal,
    written: (outcomes: readonly Outcome[]) => void = () => {},
  ): Promise<void> {
    let done = before
    progress?.({ phase, done, total })
    return library.run(jobs, readOptions(), {
      read(count) {
        done += count
        progress?.({ phase, done: Math.min(done, total), total })
      },
      written,
      ...(signal !== undefined && { signal }),
    })
  }

  return {
    get folder() {
      return configuration.folder
    },
    get settings() {
      return configuration.settings
    },
    get problems() {
      return [...configuration.problems, ...bibliographies.problems, ...(collisions ?? [])]
    },
    get note() {
      return library.note
    },
    index: library.port,
    refresh: (refreshOptions = {}) => library.mended(() => refreshOnce(refreshOptions)),
    lookForActors: (actorOptions = {}) => library.mended(() => lookForActorsOnce(actorOptions)),
    async documents() {
      const sources = new Set(await findFiles(configuration.folder, globs()))
      return (await findFiles(configuration.folder, configuration.settings.documents)).filter((path) => !sources.has(path))
    },
    async reload() {
      configuration = await configurationFor(options)
    },
    close: () => library.close(),
  }
}

/** What beleg.yaml says, less what is excluded. */
async function configurationFor({
  folder,
  locale = 'en',
  configFile,
  exclude,
}: WorkspaceOptions): Promise<Configuration & { readonly excluded: readonly string[] }> {
  const configuration = await readConfiguration(folder, locale, configFile)
  const names = (await exclude?.()) ?? []
  const excluded = names.flatMap((name) => [`!${name}`, `!${name}/**`])
  const { sources, documents } = configuration.settings
  return {
    ...configuration,
    excluded,
    settings: { ...configuration.settings, sources: [...sources, ...excluded], documents: [...documents, ...excluded] },
  }
}

/** What the index knows of its articles, by path; of `records` only those that are given, each by its first article. */
async function articlesOf(index: CorpusIndex, records: readonly FileRecord[] | undefined): Promise<Map<string, Metadata[]>> {
  const articles = new Map<string, Metadata[]>()
  const add = ({ path, metadata }: { readonly path: string; readonly metadata: Metadata }) => {
    const known = articles.get(path)
    if (known === undefined) articles.set(path, [metadata])
    else known.push(metadata)
  }
  if (records !== undefined) {
    const keys = records.flatMap(({ outcome }) => (outcome.kind === 'read' ? [outcome.key] : []))
    for (const source of await index.sources(keys)) if (source !== undefined) add(source)
    return articles
  }
  for (let page = await index.list({ limit: articlePage }); page.length > 0; ) {
    page.forEach(add)
    const after = page.at(-1)?.key
    page = after === undefined || page.length < articlePage ? [] : await index.list({ after, limit: articlePage })
  }
  return articles
}

function summaryOf(outcomes: readonly Outcome[]): Pick<Refreshed, 'read' | 'skipped' | 'hints'> {
  return {
    read: outcomes.filter(({ result }) => result === 'read').map(({ path }) => path),
    skipped: outcomes.flatMap(({ path, reason }) => (reason === undefined ? [] : [{ path, reason }])),
    hints: outcomes.flatMap(({ path, hints }) => hints.map((hint) => ({ path, hint }))),
  }
}

function isThere(folder: string, path: string): boolean {
  return statOf(resolve(folder, path))?.isFile() === true
}
