/**
 * News from the disk. A client that can watch is asked to, narrowly; for one that cannot, Node watches the folder itself. Both end in the
 * same call with absolute paths.
 *
 * On Linux Node's recursive watching looks at every file before it returns, seconds for a large corpus; there each folder is watched by itself.
 */
import { type FSWatcher, watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { actorsFileOf } from '../service/companions'
import { decisionsFile } from '../service/decisions'
import type { Folder } from './folder'
import { isWithin } from './folders'
import type { Session } from './session'

export class Watching {
  readonly #session: Session
  readonly #changed: (paths: readonly string[]) => void
  /** What is watched, to tell whether it must be asked for again. */
  #asked = ''
  #registration: Disposable | undefined
  readonly #watchers = new Map<string, FSWatcher>()
  #pending = new Set<string>()

  constructor(session: Session, changed: (paths: readonly string[]) => void) {
    this.#session = session
    this.#changed = changed
  }

  /** Watches what these folders are made of; call it again when folders or settings change. */
  async update(folders: readonly Folder[]): Promise<void> {
    if (this.#session.can.watchFiles) await this.#askClient(folders)
    else this.#watchHere(folders)
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  async #askClient(folders: readonly Folder[]): Promise<void> {
    const watchers = folders.flatMap((folder) => globsOf(folder).map((glob) => this.#watcher(folder, glob)))
    const asked = JSON.stringify(watchers)
    if (asked === this.#asked) return
    this.#asked = asked
    const before = this.#registration
    this.#registration = undefined
    await this.#session.fenced('watching files', async () => {
      this.#registration = await this.#session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    })
    before?.dispose()
  }

  #watcher(folder: Folder, pattern: string): FileSystemWatcher {
    const base = URI.file(folder.path)
    if (this.#session.can.watchRelative) return { globPattern: { baseUri: base.toString(), pattern } }
    return { globPattern: `${folder.path.replaceAll('\\', '/')}/${pattern}` }
  }

  #watchHere(folders: readonly Folder[]): void {
    const paths = new Set(folders.map(({ path }) => path))
    for (const [path, watcher] of this.#watchers) {
      if ([...paths].some((root) => isWithin(path, root))) continue
      watcher.close()
      this.#watchers.delete(path)
    }
    for (const path of paths) if (!this.#watchers.has(path)) void this.#watchFolder(path)
  }

  async #watchFolder(path: string): Promise<void> {
    const recursive = process.platform !== 'linux'
    try {
      const watcher = watch(path, { recursive, persistent: false }, (event, name) => {
        if (name === null || /(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/.test(name)) return
        this.#collect(join(path, name))
        if (!recursive && event === 'rename') void this.#watchFoldersIn(path, (folder) => this.#collect(folder))
      })
      watcher.on('error', (cause) => this.#session.connection.console.warn(`${path}: ${cause.message}`))
      this.#watchers.set(path, watcher)
      if (!recursive) await this.#watchFoldersIn(path, () => {})
    } catch (cause) {
      // Some file systems cannot be watched; saving a document still brings the index up to date.
      this.#session.connection.console.warn(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`)
    }
  }

  /** Watches the folders in a folder; `found` hears of those that are new, whose files came before anybody watched. */
  async #watchFoldersIn(path: string, found: (folder: string) => void): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    const names = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name))
    for (const [watched, watcher] of this.#watchers) {
      if (dirname(watched) !== path || names.has(basename(watched))) continue
      watcher.close()
      this.#watchers.delete(watched)
    }
    for (const name of names) {
      const folder = join(path, name)
      if (name === '.git' || name === 'node_modules' || this.#watchers.has(folder)) continue
      found(folder)
      await this.#watchFolder(folder)
    }
  }

  /** A saved file gives several events; they arrive together. */
  #collect(path: string): void {
    if (this.#pending.size === 0) {
      setTimeout(() => {
        const paths = [...this.#pending]
        this.#pending = new Set()
        this.#changed(paths)
      }, 50)
    }
    this.#pending.add(path)
  }
}

function globsOf({ workspace: { settings } }: Folder): string[] {
  const wanted = [...settings.sources, ...settings.documents].filter((glob) => !glob.startsWith('!'))
  const bibliographies = [...settings.bibliography, '**/*.{bib,bibtex,ris}']
  return [...new Set(['**/beleg.yaml', '**/.gitignore', decisionsFile, actorsFileOf(settings), ...wanted, ...bibliographies])].map((glob) =>
    glob.replace(/^\.\//, ''),
  )
}
