/**
 * News from the disk. A client that can watch is asked to, narrowly; for one that cannot, Node watches the folder itself. Both end in the
 * same call with absolute paths.
 */
import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { decisionsFile } from '../service/decisions'
import type { Folder } from './folder'
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
      if (paths.has(path)) continue
      watcher.close()
      this.#watchers.delete(path)
    }
    for (const path of paths) {
      if (this.#watchers.has(path)) continue
      try {
        const watcher = watch(path, { recursive: true, persistent: false }, (_event, name) => {
          if (name !== null && !/(?:^|[\\/])(?:\.git|node_modules)[\\/]/.test(name)) this.#collect(join(path, name))
        })
        watcher.on('error', (cause) => this.#session.connection.console.warn(`${path}: ${cause.message}`))
        this.#watchers.set(path, watcher)
      } catch (cause) {
        // Some file systems cannot be watched; saving a document still brings the index up to date.
        this.#session.connection.console.warn(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`)
      }
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
  const single = settings.actors === undefined ? [] : [settings.actors]
  const bibliographies = [...settings.bibliography, '**/*.{bib,bibtex,ris}']
  return [...new Set(['**/beleg.yaml', '**/.gitignore', decisionsFile, ...wanted, ...single, ...bibliographies])].map((glob) =>
    glob.replace(/^\.\//, ''),
  )
}
