/** A folder with its beleg.yaml, its files and its index: what the command line and the server both open. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { actorsOf } from '../actor/recognise'
import { entryOf, talliesOf } from '../corpus/entry'
import type { Change, CorpusIndex, FileRecord } from '../corpus/index'
import { createMemoryIndex } from '../corpus/memory'
import type { Problem, Settings } from '../settings/settings'
import { readSource } from '../source/read'
import type { SkipReason } from '../source/source'
import type { Locale } from '../text/locale'
import { readConfiguration } from './configuration'
import { findFiles } from './files'

export interface WorkspaceOptions {
  /** Where the search for beleg.yaml begins; relative paths are relative to the process. */
  readonly folder: string
  readonly configFile?: string
  /** Globs instead of those of beleg.yaml, relative to the process. */
  readonly sources?: readonly string[]
  /** Folder for the index; a folder in the user's cache where it is missing. */
  readonly cacheLocation?: string
  readonly log?: (line: string) => void
}

export interface Workspace {
  /** Absolute. */
  readonly folder: string
  readonly settings: Settings
  readonly problems: readonly Problem[]
  readonly index: CorpusIndex
  /** Why the index is less than it could be, if it is. */
  readonly note?: Readonly<Record<Locale, string>>
  /** Brings the index up to date with the files. */
  refresh(options?: RefreshOptions): Promise<Refreshed>
  /** Markdown files to check, relative to the folder. */
  documents(): Promise<readonly string[]>
  /** Reads beleg.yaml again; `refresh` then applies what it changed. */
  reload(): Promise<void>
  close(): Promise<void>
}

export interface RefreshOptions {
  readonly progress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

export interface Progress {
  readonly done: number
  readonly total: number
}

/** What a refresh did. */
export interface Refreshed {
  readonly read: readonly string[]
  readonly skipped: readonly { readonly path: string; readonly reason: SkipReason }[]
  readonly removed: readonly string[]
  /** Files that were as the index knew them. */
  readonly unchanged: number
  /** Whether it ran to its end. */
  readonly complete: boolean
}

export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  let configuration = await readConfiguration(options.folder, options.configFile)
  const index = createMemoryIndex()
  const sourceGlobs = () =>
    options.sources === undefined ? configuration.settings.sources : options.sources.map((pattern) => resolve(pattern))

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
    index,
    async refresh({ progress, signal } = {}) {
      const { folder } = configuration
      const paths = await findFiles(folder, sourceGlobs())
      const known = new Map((await index.files()).map((file) => [file.path, file]))
      const read: string[] = []
      const skipped: { path: string; reason: SkipReason }[] = []
      let unchanged = 0
      for (const [done, path] of paths.entries()) {
        if (signal?.aborted) return { read, skipped, removed: [], unchanged, complete: false }
        progress?.({ done, total: paths.length })
        const change = await changeOf(folder, path, known.get(path))
        known.delete(path)
        if (change === undefined) {
          unchanged++
          continue
        }
        if (change.kind === 'put') read.push(path)
        if (change.kind === 'skip' && change.file.outcome.kind === 'skipped') skipped.push({ path, reason: change.file.outcome.reason })
        await index.apply([change])
      }
      const removed = [...known.keys()]
      await index.apply(removed.map((path) => ({ kind: 'remove', path })))
      progress?.({ done: paths.length, total: paths.length })
      return { read, skipped, removed, unchanged, complete: true }
    },
    async documents() {
      const sources = new Set(await findFiles(configuration.folder, sourceGlobs()))
      return (await findFiles(configuration.folder, configuration.settings.documents)).filter((path) => !sources.has(path))
    },
    async reload() {
      configuration = await readConfiguration(options.folder, options.configFile)
    },
    close: () => index.close(),
  }
}

async function changeOf(folder: string, path: string, known: FileRecord | undefined): Promise<Change | undefined> {
  const absolute = join(folder, path)
  const { size, mtimeMs: modified } = await stat(absolute)
  if (known !== undefined && known.size === size && known.modified === modified) return undefined
  const bytes = await readFile(absolute)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = { path, size, modified, hash }
  if (known?.hash === hash) return { kind: 'touch', file: { ...file, outcome: known.outcome }, from: path }
  const reading = await readSource({ path, bytes })
  if (reading.kind === 'skipped') return { kind: 'skip', file: { ...file, outcome: reading } }
  const { source } = reading
  return {
    kind: 'put',
    file: { ...file, outcome: { kind: 'read', key: source.key } },
    entry: entryOf(source, talliesOf(actorsOf(source.body))),
  }
}
