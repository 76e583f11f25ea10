/** What the editor hides from its explorer and its search: neither sources nor documents. */
import type { Session } from './session'

const sections = ['files.exclude', 'search.exclude'] as const

/** Sections of the editor's settings that are read here. */
export const excludeSections: readonly string[] = sections

/** What VS Code hides unless told otherwise; none of it is read anyway. */
const usual = new Set([
  '**/.git',
  '**/.svn',
  '**/.hg',
  '**/.DS_Store',
  '**/Thumbs.db',
  '**/node_modules',
  '**/bower_components',
  '**/*.code-search',
])

export class EditorExcludes {
  readonly #session: Session
  readonly #scope: string
  #last: Promise<readonly string[]> | undefined

  /** For the folder at `scope`, an address. */
  constructor(session: Session, scope: string) {
    this.#session = session
    this.#scope = scope
  }

  /** Globs of files and folders, sorted. */
  read(): Promise<readonly string[]> {
    this.#last = this.#ask()
    return this.#last
  }

  /** Whether they are others than when they were read last. */
  async haveChanged(): Promise<boolean> {
    return JSON.stringify(await this.#last) !== JSON.stringify(await this.#ask())
  }

  async #ask(): Promise<readonly string[]> {
    const { can, connection, fenced } = this.#session
    if (!can.configuration) return []
    const items = sections.map((section) => ({ scopeUri: this.#scope, section }))
    const given: readonly unknown[] = (await fenced('excludes', () => connection.workspace.getConfiguration(items))) ?? []
    return [...new Set(given.flatMap(globsIn))].filter((glob) => !usual.has(glob)).sort()
  }
}

/** Of `{"privat": true, "alt": false}` the first; those that depend on a condition ("when") are left alone. */
function globsIn(section: unknown): string[] {
  if (typeof section !== 'object' || section === null) return []
  return Object.entries(section).flatMap(([glob, isExcluded]) => (isExcluded === true ? [glob] : []))
}
