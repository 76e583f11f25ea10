/**
 * The author's bibliography: the keys that may be cited, with what they stand for. BibTeX and BibLaTeX, CSL as JSON or YAML, Hayagriva and RIS;
 * an entry that cannot be read is reported with its line, and the others hold.
 */
import { LineIndex } from '../text/lines'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'

export interface Bibliography {
  readonly entries: readonly BibliographyEntry[]
  readonly problems: readonly BibliographyProblem[]
}

export interface BibliographyEntry {
  readonly key: string
  /** Where the key stands in the file. */
  readonly span: Span
  readonly title: string
  readonly authors: readonly string[]
  /** ISO 8601, as far as known: "2020", "2020-05". */
  readonly date?: string
  readonly url?: string
  /** The first file attached, as written. */
  readonly file?: string
  /** Newspaper, journal or publishing house. */
  readonly publisher?: string
}

export interface BibliographyProblem {
  readonly span: Span
  /** 1-based. */
  readonly line: number
  readonly message: string
}

/** What a reader of one format finds; spans, but no lines and no words yet. */
export interface ReadEntries {
  readonly entries: readonly BibliographyEntry[]
  readonly faults: readonly Fault[]
}

export interface Fault extends Span {
  readonly kind: 'broken' | 'noKey' | 'notAList'
  readonly detail?: string
}

type Reader = (text: string) => Promise<ReadEntries>

/** Readers are loaded when a file of their kind turns up: the one for BibTeX is large. */
const readers: Readonly<Record<string, Reader>> = {
  bib: async (text) => (await import('./bibtex')).readBibtex(text),
  bibtex: async (text) => (await import('./bibtex')).readBibtex(text),
  json: async (text) => (await import('./csl')).readCslJson(text),
  yaml: async (text) => (await import('./csl')).readCslYaml(text),
  yml: async (text) => (await import('./csl')).readCslYaml(text),
  ris: async (text) => (await import('./ris')).readRis(text),
}

/** Reads a bibliography; the ending of `path` names the format. */
export async function readBibliography(text: string, path: string, locale: Locale = 'en'): Promise<Bibliography> {
  const say = messages[locale]
  const read = readers[/\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
  if (read === undefined) return { entries: [], problems: [{ span: { start: 0, end: 0 }, line: 1, message: say.format(path) }] }
  const bare = text.replace(/^\ufeff/, '')
  const { entries, faults } = await readOnce(read, bare)
  const lines = new LineIndex(bare)
  const problem = (span: Span, message: string): BibliographyProblem => ({
    span: { start: span.start, end: span.end },
    line: lines.positionOf(span.start).line + 1,
    message,
  })
  const first = new Map<string, BibliographyEntry>()
  const repeated: BibliographyProblem[] = []
  for (const entry of entries) {
    const earlier = first.get(entry.key)
    if (earlier === undefined) first.set(entry.key, entry)
    else repeated.push(problem(entry.span, say.twice(entry.key, lines.positionOf(earlier.span.start).line + 1)))
  }
  const problems = [...faults.map((fault) => problem(fault, say[fault.kind](fault.detail ?? ''))), ...repeated]
  return { entries: [...first.values()], problems: problems.sort((a, b) => a.span.start - b.span.start) }
}

/** The same text is asked for by the index, which names sources by it, and by the checks of every document. */
function readOnce(read: Reader, text: string): Promise<ReadEntries> {
  const known = recent.find((other) => other.read === read && other.text === text)
  if (known !== undefined) return known.found
  const found = read(text)
  recent.unshift({ read, text, found })
  recent.length = Math.min(recent.length, mostRecent)
  return found
}

/** Bibliographies of a workspace. */
const mostRecent = 4
const recent: { readonly read: Reader; readonly text: string; readonly found: Promise<ReadEntries> }[] = []

/** ISO 8601 from parts that may be missing: "2020", "2020-05", "2020-05-04". */
export function isoFromParts(year: unknown, month?: unknown, day?: unknown): string | undefined {
  const number = (part: unknown) =>
    typeof part === 'number' || (typeof part === 'string' && /^\d+$/.test(part)) ? Number(part) : undefined
  const [y, m, d] = [number(year), number(month), number(day)]
  if (y === undefined || y < 1 || y > 9999) return undefined
  const two = (part: number) => String(part).padStart(2, '0')
  const whole = String(y).padStart(4, '0')
  if (m === undefined || m < 1 || m > 12) return whole
  return d === undefined || d < 1 || d > 31 ? `${whole}-${two(m)}` : `${whole}-${two(m)}-${two(d)}`
}

/** The entry without what is empty. */
export function entryOf(entry: {
  readonly key: string
  readonly span: Span
  readonly title: string | undefined
  readonly authors: readonly string[]
  readonly date: string | undefined
  readonly url: string | undefined
  readonly file: string | undefined
  readonly publisher: string | undefined
}): BibliographyEntry {
  const { key, span, title, authors, date, url, file, publisher } = entry
  const isSet = (value: string | undefined): value is string => value !== undefined && value !== ''
  return {
    key,
    span,
    title: isSet(title) ? title : key,
    authors: authors.filter(isSet),
    ...(isSet(date) && { date }),
    ...(isSet(url) && { url }),
    ...(isSet(file) && { file }),
    ...(isSet(publisher) && { publisher }),
  }
}

const messages = {
  de: {
    format: (path: string) => `„${path}“ ist kein bekanntes Literaturverzeichnis. Gelesen werden .bib, .bibtex, .json, .yaml und .ris.`,
    twice: (key: string, line: number) =>
      `Der Schlüssel „${key}“ steht schon in Zeile ${line}; es gilt der erste Eintrag. Einen der beiden umbenennen.`,
    broken: (detail: string) =>
      `Dieser Eintrag ist nicht zu lesen. Klammern, Kommas und Anführungszeichen prüfen.${detail === '' ? '' : ` (${detail})`}`,
    noKey: (title: string) =>
      `Dieser Eintrag hat keinen Schlüssel und kann nicht zitiert werden${title === '' ? '' : `: „${title}“`}. Eine ID ergänzen.`,
    notAList: () => 'Erwartet wird eine Liste von Einträgen.',
  },
  en: {
    format: (path: string) => `“${path}” is no bibliography that Beleg knows. It reads .bib, .bibtex, .json, .yaml and .ris.`,
    twice: (key: string, line: number) => `The key “${key}” is in line ${line} already; the first entry holds. Rename one of them.`,
    broken: (detail: string) =>
      `This entry cannot be read. Check braces, commas and quotation marks.${detail === '' ? '' : ` (${detail})`}`,
    noKey: (title: string) => `This entry has no key and cannot be cited${title === '' ? '' : `: “${title}”`}. Add an ID.`,
    notAList: () => 'Expected a list of entries.',
  },
} satisfies Record<Locale, unknown>
