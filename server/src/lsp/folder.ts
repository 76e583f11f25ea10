/**
 * A workspace that the server keeps open: its index, how far that is, and everything else that lives beside beleg.yaml. Its generation
 * changes whenever an answer might; who remembers answers compares it.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import picomatch from 'picomatch'
import { URI } from 'vscode-uri'
import { openWorkspace, type Workspace } from '../host/workspace'
import type { BibliographyEntry } from '../service/cited'
import { type Decision, decisionsFile, parseDecisions, withDecision } from '../service/decisions'
import { type Corpus, createSourceReadings } from '../service/readings'
import type { FolderStatus } from './protocol'
import type { Session } from './session'

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
  readonly #events: FolderEvents
  readonly #readings = createSourceReadings()
  readonly #closing = new AbortController()
  #generation = 0
  #state: FolderStatus['state'] = 'starting'
  #percent: number | undefined
  #counts = { sources: 0, skipped: 0 }
  #failure: string | undefined
  #refreshing: Promise<void> | undefined
  #again = false
  #decisions: readonly Decision[] = []
  #bibliography: ReadonlyMap<string, BibliographyEntry> = new Map()

  static async open(path: string, session: Session, events: FolderEvents): Promise<Folder> {
    const workspace = await openWorkspace({ folder: path, log: (line) => session.connection.console.info(line) })
    return new Folder(workspace, session, events)
  }

  private constructor(workspace: Workspace, session: Session, events: FolderEvents) {
    this.#workspace = workspace
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

  get decisions(): readonly Decision[] {
    return this.#decisions
  }

  /** Entries of the bibliography files, by key. */
  get bibliography(): ReadonlyMap<string, BibliographyEntry> {
    return this.#bibliography
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

  /** Whether a file of this path would be a source: such a file is never checked. */
  isSource(path: string): boolean {
    return matches(path, this.#workspace.settings.sources)
  }

  isDocument(path: string): boolean {
    return !this.isSource(path) && matches(path, this.#workspace.settings.documents)
  }

  /** Brings the index up to date; a call during a run makes it run once more. */
  refresh(): Promise<void> {
    if (this.#refreshing !== undefined) {
      this.#again = true
      return this.#refreshing
    }
    this.#refreshing = this.#refresh().finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  /** Reads beleg.yaml and the decisions again, then refreshes. */
  async reload(): Promise<void> {
    await this.#session.fenced('beleg.yaml', () => this.#workspace.reload())
    this.#generation++
    await this.refresh()
  }

  /** Reads every source again. */
  async rebuild(): Promise<void> {
    await this.#refreshing
    const files = await this.#workspace.index.files()
    await this.#workspace.index.apply(files.map(({ path }) => ({ kind: 'remove', path })))
    this.#state = 'starting'
    await this.refresh()
  }

  async reloadDecisions(): Promise<void> {
    await this.#readDecisions()
    this.#generation++
    this.#events.changed(this)
  }

  async decide(decision: Decision): Promise<void> {
    const file = join(this.path, decisionsFile)
    await writeFile(file, withDecision(await readIfThere(file), decision))
    await this.reloadDecisions()
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#refreshing
    await this.#workspace.close()
  }

  async #refresh(): Promise<void> {
    const { signal } = this.#closing
    const first = this.#state === 'starting' || this.#state === 'failed'
    if (first) {
      await this.#readDecisions()
      this.#state = 'indexing'
      this.#events.status()
    }
    try {
      do {
        this.#again = false
        const reporter = new Reporter(this.#session, basename(this.path))
        let renewed = Date.now()
        try {
          await this.#workspace.refresh({
            signal,
            progress: ({ done, total }) => {
              reporter.report(done, total)
              if (!first) return
              const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
              const moved = percent !== this.#percent
              this.#percent = percent
              if (Date.now() - renewed < renewal) return
              renewed = Date.now()
              this.#generation++
              if (moved) this.#events.status()
            },
          })
        } finally {
          reporter.done()
        }
      } while (this.#again && !signal.aborted)
      this.#state = 'ready'
      this.#failure = undefined
    } catch (cause) {
      this.#state = 'failed'
      this.#failure = cause instanceof Error ? cause.message : String(cause)
      this.#session.connection.console.error(`${this.path}: ${this.#failure}`)
    }
    if (signal.aborted) return
    this.#percent = undefined
    const { sources, skipped } = await this.#workspace.index.stats()
    this.#counts = { sources, skipped }
    this.#generation++
    this.#events.status()
    this.#events.changed(this)
  }

  async #readDecisions(): Promise<void> {
    this.#decisions = parseDecisions(await readIfThere(join(this.path, decisionsFile)))
  }
}

/** Work-done progress, which appears only if the work takes a while: most refreshes find nothing to do. */
class Reporter {
  readonly #session: Session
  readonly #name: string
  readonly #patience = 300
  readonly #began = Date.now()
  #progress: ReturnType<Session['connection']['window']['createWorkDoneProgress']> | undefined
  #last = -1

  constructor(session: Session, name: string) {
    this.#session = session
    this.#name = name
  }

  report(done: number, total: number): void {
    if (!this.#session.can.progress || Date.now() - this.#began < this.#patience) return
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    if (percent === this.#last) return
    this.#last = percent
    const message = `${done} / ${total}`
    if (this.#progress === undefined) {
      this.#progress = this.#session.connection.window.createWorkDoneProgress()
      const title = `${messages[this.#session.locale].indexing} ${this.#name}`
      this.#progress.then(
        (progress) => progress.begin(title, percent, message),
        () => {},
      )
    } else {
      this.#progress.then(
        (progress) => progress.report(percent, message),
        () => {},
      )
    }
  }

  done(): void {
    this.#progress?.then(
      (progress) => progress.done(),
      () => {},
    )
  }
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return ''
    throw cause
  }
}

function matches(path: string, globs: readonly string[]): boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(withContents)
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => withContents(glob.slice(1)))
  return wanted.some((glob) => picomatch.isMatch(path, glob)) && !unwanted.some((glob) => picomatch.isMatch(path, glob))
}

/** A folder's name stands for all in it, as in the search for files. */
function withContents(glob: string): string[] {
  const bare = glob.replace(/^\.\//, '').replace(/\/$/, '')
  return [bare, `${bare}/**`]
}

const messages = {
  de: { indexing: 'Beleg liest Quellen:' },
  en: { indexing: 'Beleg is reading sources:' },
}
