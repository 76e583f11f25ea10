/**
 * What .gitignore files say of the files of a workspace: those in its folders, and those above it up to the root of the repository. The
 * deepest file that speaks of a path decides, and nothing comes back that lies in an ignored folder.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ignore, { type Ignore } from 'ignore'

export class GitIgnore {
  /** The root of the repository, or the workspace where there is none. */
  readonly #root: string
  /** From the root to the workspace: "" or "texte/". */
  readonly #prefix: string
  readonly #rules = new Map<string, Ignore | undefined>()
  readonly #folders = new Map<string, boolean>()

  constructor(workspace: string) {
    this.#root = repositoryOf(workspace) ?? workspace
    const prefix = relative(this.#root, workspace).replaceAll('\\', '/')
    this.#prefix = prefix === '' ? '' : `${prefix}/`
  }

  /** `path` is relative to the workspace, with forward slashes, and within it. */
  ignores(path: string): boolean {
    const full = this.#prefix + path
    return this.#ignoresFolder(parentOf(full)) || this.#isNamed(full)
  }

  #ignoresFolder(folder: string): boolean {
    if (folder === '' || `${folder}/` === this.#prefix || this.#prefix.startsWith(`${folder}/`)) return false
    let known = this.#folders.get(folder)
    if (known === undefined) this.#folders.set(folder, (known = this.#ignoresFolder(parentOf(folder)) || this.#isNamed(`${folder}/`)))
    return known
  }

  /** Whether the files above `path` name it; a folder ends in a slash. */
  #isNamed(path: string): boolean {
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const rules = this.#rulesIn(folder)
      const found = rules?.test(folder === '' ? path : path.slice(folder.length + 1))
      if (found !== undefined && (found.ignored || found.unignored)) return found.ignored
      if (folder === '') return false
    }
  }

  #rulesIn(folder: string): Ignore | undefined {
    if (this.#rules.has(folder)) return this.#rules.get(folder)
    const text = readIfThere(join(this.#root, folder, '.gitignore'))
    const read = text === undefined ? undefined : ignore().add(text)
    const below = this.#prefix.slice(folder === '' ? 0 : folder.length + 1)
    const isAbove = below !== '' && (folder === '' || this.#prefix.startsWith(`${folder}/`))
    // Who opens an ignored folder as a workspace wants what is in it: a file that names the whole has nothing to say of its parts.
    const rules = isAbove && read?.ignores(below) ? undefined : read
    this.#rules.set(folder, rules)
    return rules
  }
}

/** The folder of a path; of "a/b/" it is "a". */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/', path.length - 2)))
}

function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return undefined
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined
    throw cause
  }
}
