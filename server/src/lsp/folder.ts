/**
 * A workspace that the server keeps open: its index, how far that is, and everything else that lives beside beleg.yaml. Its generation
 * changes whenever an answer might; who remembers answers compares it.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { URI } from 'vscode-uri'
import { matchesGlobs } from '../host/files'
import { openWorkspace, type Workspace } from '../host/workspace'
import { type Companions, noCompanions, readCompanions } from '../service/companions'
import { type Decision, decisionsFile, withDecision } from '../service/decisions'
import { type Corpus, createSourceReadings } from '../service/readings'
import { EditorExcludes } from './excludes'
import { IndexProgress } from './progress'
import type { FolderStatus } from './protocol'
import type { Session } from './session'

/** Milliseconds in which first questions are answered before a large folder is looked through for changes. */
const courtesy = 400
/** Milliseconds of quiet before names are looked for. */
const quiet = 2000
/** While the index grows, answers are renewed at most this often. */
const renewal = 1000

export interface FolderEvents {
  /** State or counts changed. */
  status(): void
  /** The corpus, the settings or the decisions are other than before. */
  changed(folder: Folder): void
}

export class Folder {
  readonly #session: Session
  readonly #workspace: Workspace
  readonly #excludes: EditorExcludes
  readonly #events: FolderEvents
  readonly #readings = createSourceReadings()
  readonly #closing = new AbortController()
  #generation = 0
  #state: FolderStatus['state'] = 'starting'
  #percent: number | undefined
  #counts = { sources: 0, skipped: 0 }
  #failure: string | undefined
  #refreshing: Promise<void> | undefined
  /** The search for names, which gives way to whatever else is to be done. */
  #naming: { readonly stop: AbortController; readonly done: Promise<void> } | undefined
  /** Files to be read again, or all. */
  #wanted: readonly string[] | 'all' | undefined
  #companions: Companions = noCompanions
  /** By path, until the settings change. */
  #isDocument = new Map<string, Promise<boolean>>()

  static async open(path: string, session: Session, events: FolderEvents): Promise<Folder> {
    const excludes = new EditorExcludes(session, URI.file(path).toString())
    const workspace = await openWorkspace({
      folder: path,
      locale: session.locale,
      background: true,
      exclude: () => excludes.read(),
      log: (line) => session.connection.console.info(line),
    })
    return new Folder(workspace, excludes, session, events)
  }

  private constructor(workspace: Workspace, excludes: EditorExcludes, session: Session, events: FolderEvents) {
    this.#workspace = workspace
    this.#excludes = excludes
    this.#session = session
    this.#events = events
  }

  /** Absolute. */
  get path(): string {
    return this.#workspace.folder
  }

  get workspace(): Workspace {
    return this.#workspace
  }

  get companions(): Companions {
    return this.#companions
  }

  /** Whether the whole corpus has been read once; before, what no source says may yet be found. */
  get isReady(): boolean {
    return this.#state === 'ready'
  }

  /** 0 to 100 while indexing. */
  get percent(): number | undefined {
    return this.#state === 'indexing' || this.#state === 'starting' ? (this.#percent ?? 0) : undefined
  }

  get corpus(): Corpus {
    return { index: this.#workspace.index, generation: this.#generation, readings: this.#readings }
  }

  get status(): FolderStatus {
    const note = this.#failure ?? this.#workspace.note?.[this.#session.locale]
    return {
      uri: URI.file(this.path).toString(),
      name: basename(this.path),
      state: this.#state,
      ...(this.percent === undefined ? {} : { percent: this.percent }),
      ...this.#counts,
      ...(note === undefined ? {} : { note }),
    }
  }

  /** Relative to the folder, with forward slashes. */
  pathOf(absolute: string): string {
    return relative(this.path, absolute).replaceAll('\\', '/')
  }

  /** Whether a file of this path is checked. What the corpus holds is evidence and never a claim. */
  isDocument(path: string): Promise<boolean> {
    const known = this.#isDocument.get(path) ?? this.#matches(path)
    this.#isDocument.set(path, known)
    return known
  }

  async #matches(path: string): Promise<boolean> {
    const { sources, documents } = this.#workspace.settings
    if ((await matchesGlobs(this.path, [path], sources)).length > 0) return false
    return (await matchesGlobs(this.path, [path], documents)).length > 0
  }

  /** Brings the index up to date with all files, or with `paths` alone. What is asked for during a run is done after it. */
  refresh(paths?: readonly string[]): Promise<void> {
    this.#wanted = paths === undefined || this.#wanted === 'all' ? 'all' : [...(this.#wanted ?? []), ...paths]
    this.#refreshing ??= this.#refreshAll()
    return this.#refreshing
  }

  /** Reads beleg.yaml and the decisions again, then refreshes. */
  async reload(): Promise<void> {
    await this.#session.fenced('beleg.yaml', () => this.#workspace.reload())
    this.#isDocument = new Map()
    await this.#readCompanions()
    await this.refresh()
    this.#renew()
    // Views show what the files beside the sources say.
    this.#events.status()
  }

  /** Looks again at what the editor excludes. */
  async settingsChanged(): Promise<void> {
    if (await this.#excludes.haveChanged()) await this.reload()
  }

  /** Reads every source again. */
  async rebuild(): Promise<void> {
    await this.#refreshing
    await this.#stopNaming()
    const files = await this.#workspace.index.files()
    await this.#workspace.index.apply(files.map(({ path }) => ({ kind: 'remove', path })))
    this.#state = 'starting'
    await this.refresh()
  }

  /** Reads bibliographies and decisions again. */
  async reloadCompanions(): Promise<void> {
    await this.#readCompanions()
    this.#renew()
  }

  async decide(decision: Decision): Promise<void> {
    const file = join(this.path, decisionsFile)
    await writeFile(file, withDecision((await readIfThere(file)) ?? '', decision))
    await this.reloadCompanions()
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#refreshing
    await this.#stopNaming()
    await this.#workspace.close()
  }

  async #refreshAll(): Promise<void> {
    try {
      await this.#stopNaming()
      if (this.#state !== 'ready') {
        await this.#readCompanions()
        const known = await this.#session.fenced(this.path, () => this.#workspace.index.stats())
        if (known !== undefined && known.sources > 0) await pause(courtesy, this.#closing.signal)
        this.#state = 'indexing'
        this.#events.status()
      }
      while (this.#wanted !== undefined && !this.#closing.signal.aborted) {
        const wanted = this.#wanted
        this.#wanted = undefined
        await this.#refresh(wanted === 'all' ? undefined : wanted)
      }
      this.#failure = undefined
    } catch (cause) {
      this.#state = 'failed'
      this.#failure = cause instanceof Error ? cause.message : String(cause)
      // Nobody knows how far it came: the next change has everything looked at.
      this.#wanted = 'all'
      this.#session.connection.console.error(`${this.path}: ${this.#failure}`)
      this.#events.status()
    } finally {
      // At once after the last look at what is wanted, so that nothing is asked for in between.
      this.#refreshing = undefined
      if (!this.#closing.signal.aborted) this.#lookForNames()
    }
  }

  async #refresh(paths: readonly string[] | undefined): Promise<void> {
    const { signal } = this.#closing
    const progress = new IndexProgress(this.#session, basename(this.path))
    const first = this.#state !== 'ready'
    let changed = false
    let renewed = Date.now()
    const renew = () => {
      renewed = Date.now()
      this.#generation++
      this.#events.status()
    }
    try {
      const { removed } = await this.#workspace.refresh({
        signal,
        ...(paths === undefined ? {} : { paths }),
        progress: (step) => {
          progress.report(step)
          if (step.phase === 'sources') this.#percent = step.total === 0 ? 100 : Math.floor((step.done / step.total) * 100)
        },
        changed: () => {
          changed = true
          if (first && Date.now() - renewed > renewal) renew()
        },
      })
      if (!signal.aborted && (first || changed || removed.length > 0)) await this.#settle()
    } finally {
      progress.done()
    }
  }

  /** Looks for actors in sources that were not searched for them, in the background; figures need not wait for names. */
  #lookForNames(): void {
    const stop = new AbortController()
    const progress = new IndexProgress(this.#session, basename(this.path))
    let looked = false
    const look = this.#session.fenced(this.path, async () => {
      await pause(quiet, stop.signal)
      await this.#workspace.lookForActors({
        signal: stop.signal,
        progress: (step) => {
          looked = true
          progress.report(step)
        },
      })
    })
    const done = look.then(() => {
      progress.done()
      if (!looked || stop.signal.aborted) return
      this.#renew()
      // Views list the names.
      this.#events.status()
    })
    this.#naming = { stop, done }
  }

  async #stopNaming(): Promise<void> {
    this.#naming?.stop.abort()
    await this.#naming?.done
  }

  /** All that can be found is found: tells everybody. */
  async #settle(): Promise<void> {
    this.#state = 'ready'
    this.#percent = undefined
    const { sources, skipped } = await this.#workspace.index.stats()
    this.#counts = { sources, skipped }
    this.#events.status()
    this.#renew()
  }

  /** Every answer may be another now. */
  #renew(): void {
    this.#generation++
    this.#events.changed(this)
  }

  async #readCompanions(): Promise<void> {
    const read = (path: string) => this.#session.fenced(path, () => readIfThere(resolve(this.path, path)))
    this.#companions = await readCompanions(this.#workspace.settings, read)
  }
}

/** Waits, but no longer than until `signal` aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}
