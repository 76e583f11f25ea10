/**
 * Entries of the author's bibliography as descriptions of sources. An entry belongs to the source whose file it names, whose file is
 * called like its key, that has its address, or that has its title; the entry's key is then the source's, and what it says goes before
 * what the source says of itself. Only a sidecar file knows better.
 */
import { claimOf, keyPart } from './key'
import type { Metadata } from './source'

export interface Reference {
  readonly key: string
  readonly title: string
  readonly authors: readonly string[]
  /** ISO 8601, as far as known. */
  readonly date?: string
  readonly url?: string
  /** As written: "Zotero/storage/AB12/bericht.pdf". */
  readonly file?: string
  readonly publisher?: string
}

/** What is known of a source before its bibliography entry. */
export interface Candidate {
  readonly path: string
  /** Whether it is the only article of its file; of several none is meant by the file's name. */
  readonly isAlone: boolean
  readonly url?: string
  readonly title?: string
}

/** A shorter title ("Vorwort") may be that of many sources. */
const shortestTitle = 15

export class References {
  readonly #byFile = new Map<string, Reference[]>()
  readonly #byKey = new Map<string, Reference>()
  readonly #byUrl = new Map<string, Reference>()
  readonly #byTitle = new Map<string, Reference>()

  constructor(references: readonly Reference[]) {
    for (const reference of references) {
      const { key, file, url, title } = reference
      this.#byKey.set(keyPart(key), reference)
      if (file !== undefined) {
        const name = nameOf(file)
        this.#byFile.set(name, [...(this.#byFile.get(name) ?? []), reference])
      }
      if (url !== undefined) this.#byUrl.set(bareUrl(url), reference)
      if (bareTitle(title).length >= shortestTitle) this.#byTitle.set(bareTitle(title), reference)
    }
  }

  /** The entry that describes a source, if one does. */
  of({ path, isAlone, url, title }: Candidate): Reference | undefined {
    const byFile = isAlone ? fileAmong(this.#byFile.get(nameOf(path)) ?? [], path) : undefined
    return (
      byFile ??
      (isAlone ? this.#byKey.get(claimOf(path)) : undefined) ??
      (url === undefined ? undefined : this.#byUrl.get(bareUrl(url))) ??
      (title === undefined ? undefined : this.#byTitle.get(bareTitle(title)))
    )
  }
}

const known = new WeakMap<readonly Reference[], References>()

/** The same for the same list, so that it is ordered once for all files. */
export function referencesOf(list: readonly Reference[]): References {
  const references = known.get(list) ?? new References(list)
  known.set(list, references)
  return references
}

/** What an entry says, in one line: it changes when the entry does. */
export function stampOfReference({ key, title, authors, date = '', url = '', publisher = '' }: Reference): string {
  return JSON.stringify([key, title, authors, date, url, publisher])
}

/** In the fields of a source. */
export function metadataOfReference({ key, title, authors, date, url, publisher }: Reference): Partial<Metadata> {
  return {
    // An entry without a title is known by its key, which is none.
    ...(title !== key && { title }),
    ...(authors.length > 0 && { authors }),
    ...(date !== undefined && { published: date }),
    ...(url !== undefined && { url }),
    ...(publisher !== undefined && { publisher }),
  }
}

function nameOf(path: string): string {
  return (path.replaceAll('\\', '/').split('/').at(-1) ?? path).normalize('NFC').toLowerCase()
}

/** Of entries with files of one name: the one in the same folder, or the only one, wherever that file lay. */
function fileAmong(references: readonly Reference[], path: string): Reference | undefined {
  const parts = (written: string) => written.replaceAll('\\', '/').normalize('NFC').toLowerCase().split('/').slice(-2).join('/')
  const same = references.find(({ file = '' }) => parts(file) === parts(path))
  return same ?? (references.length === 1 && !genericName.test(nameOf(path)) ? references[0] : undefined)
}

/** Programs call every file so. */
const genericName = /^(?:article|document|dokument|download|file|full|fulltext|index|paper|print|snapshot|unnamed)?[-_ \d]*\.[a-z]+$/

/** Without protocol, "www.", what trackers add, and the place within the page. */
function bareUrl(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/[?&](?:utm_\w+|fbclid|gclid|xtor|ref)=[^&]*/g, '')
    .replace(/\/(?:index\.html?)?$/, '')
}

function bareTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
