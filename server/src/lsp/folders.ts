/**
 * Which workspace a document belongs to: the folder of the nearest beleg.yaml upwards, else the editor's folder around it, else the
 * folder it lies in. Workspaces open when they are first needed and stay open while something of them is.
 */
import { dirname } from 'node:path'
import { URI } from 'vscode-uri'
import { findWorkspaceFolder } from '../host/configuration'
import { Folder, type FolderEvents } from './folder'
import type { Session } from './session'

export class Folders {
  readonly #session: Session
  readonly #events: FolderEvents
  /** By absolute path. */
  readonly #open = new Map<string, Promise<Folder | undefined>>()
  /** By the folder of a document: where the beleg.yaml above it lies. Looked for with every question, it would cost more than the answer. */
  readonly #homes = new Map<string, Promise<string | undefined>>()
  #roots: string[] = []
  #ready: Folder[] = []

  constructor(session: Session, events: FolderEvents) {
    this.#session = session
    this.#events = events
  }

  /** Those that are open, in the order in which they were opened. */
  get all(): readonly Folder[] {
    return this.#ready
  }

  /** The editor's folders; only those with a beleg.yaml or documents of theirs are read. */
  async setRoots(uris: readonly string[]): Promise<void> {
    const roots = uris.map((uri) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file')
    const paths = roots.map(({ fsPath }) => fsPath)
    const gone = this.#roots.filter((path) => !paths.includes(path))
    this.#roots = paths
    this.#homes.clear()
    for (const path of gone)
      await this.#close((candidate) => isWithin(candidate, path) && !this.#roots.some((root) => isWithin(candidate, root)))
    await Promise.all(paths.map(async (path) => this.#folder((await findWorkspaceFolder(path)) ?? path)))
  }

  /** A beleg.yaml may have come or gone. */
  forgetHomes(): void {
    this.#homes.clear()
  }

  /** Undefined where the folder cannot be opened, which has been logged. */
  async of(uri: string): Promise<Folder | undefined> {
    const { scheme, fsPath } = URI.parse(uri)
    if (scheme !== 'file') {
      const [root] = this.#roots
      return root === undefined ? undefined : this.#folder((await this.#homeOf(root)) ?? root)
    }
    const home = dirname(fsPath)
    const root = this.#roots.filter((candidate) => isWithin(home, candidate)).sort((a, b) => b.length - a.length)[0]
    return this.#folder((await this.#homeOf(home)) ?? root ?? home)
  }

  async close(): Promise<void> {
    await this.#close(() => true)
  }

  #homeOf(path: string): Promise<string | undefined> {
    const home = this.#homes.get(path) ?? findWorkspaceFolder(path)
    this.#homes.set(path, home)
    return home
  }

  #folder(path: string): Promise<Folder | undefined> {
    const known = this.#open.get(path)
    if (known !== undefined) return known
    const opening = this.#session.fenced(path, async () => {
      const folder = await Folder.open(path, this.#session, this.#events)
      this.#ready.push(folder)
      void folder.refresh()
      return folder
    })
    this.#open.set(path, opening)
    return opening
  }

  async #close(isMeant: (path: string) => boolean): Promise<void> {
    for (const [path, opening] of [...this.#open]) {
      if (!isMeant(path)) continue
      this.#open.delete(path)
      const folder = await opening
      this.#ready = this.#ready.filter((candidate) => candidate !== folder)
      if (folder !== undefined) await this.#session.fenced(path, () => folder.close())
    }
    this.#events.status()
  }
}

/** Whether `path` is `folder` or lies within it. */
export function isWithin(path: string, folder: string): boolean {
  return (
    path === folder ||
    path.startsWith(folder.endsWith('/') || folder.endsWith('\\') ? folder : `${folder}${folder.includes('\\') ? '\\' : '/'}`)
  )
}
