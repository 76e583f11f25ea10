/** The bibliographies that beleg.yaml names, read again when they change. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type BibliographyEntry, readBibliography } from '../analysis/bibliography'
import type { Problem } from '../settings/settings'
import type { Reference } from '../source/reference'
import type { Locale } from '../text/locale'

export class Bibliographies {
  readonly #locale: Locale
  #stamp = ''
  #references: readonly Reference[] = []
  #problems: readonly Problem[] = []

  /** Problems are told in `locale`. */
  constructor(locale: Locale) {
    this.#locale = locale
  }

  /** Mistakes in the files as they were read last. */
  get problems(): readonly Problem[] {
    return this.#problems
  }

  /** The entries of all files, of one key that of the later file; the same list as long as no file changes. */
  async read(folder: string, paths: readonly string[]): Promise<readonly Reference[]> {
    const stamps = await Promise.all(paths.map(async (path) => `${path} ${await stampOf(resolve(folder, path))}`))
    const stamp = stamps.join('\n')
    if (stamp === this.#stamp) return this.#references
    const references = new Map<string, Reference>()
    const problems: Problem[] = []
    for (const path of paths) {
      const text = await textOf(resolve(folder, path))
      if (text === undefined) continue
      const { entries, problems: found } = await readBibliography(text, path, this.#locale)
      for (const entry of entries) references.set(entry.key, referenceOf(entry))
      problems.push(...found.map((problem): Problem => ({ path, ...problem, severity: 'warning' })))
    }
    this.#stamp = stamp
    this.#references = [...references.values()]
    this.#problems = problems
    return this.#references
  }
}

function referenceOf({ span: _, ...entry }: BibliographyEntry): Reference {
  return entry
}

async function stampOf(file: string): Promise<string> {
  const found = await stat(file).catch(missing)
  return found === undefined ? 'none' : `${found.size}:${found.mtimeMs}`
}

async function textOf(file: string): Promise<string | undefined> {
  return await readFile(file, 'utf8').catch(missing)
}

/** A file that cannot be read has no entries; that it is missing is said where beleg.yaml is read. */
function missing(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause) return undefined
  throw cause
}
