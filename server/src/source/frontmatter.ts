/** YAML before the text, between lines of three hyphens, and what it says about the source. */
import { parse, parseDocument, YAMLError } from 'yaml'
import type { Language } from '../language/language'
import { isoDate } from './date'
import type { Metadata } from './source'

export interface Described {
  /** The key that the author pinned. */
  readonly id?: string
  readonly language?: Language
  readonly metadata: Metadata
}

export interface FrontMatter extends Described {
  /** Where the text begins. */
  readonly end: number
  /** The line at which it is no YAML; undefined where it is. */
  readonly broken: number | undefined
}

export function readFrontMatter(text: string): FrontMatter | undefined {
  const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text)
  if (match === null || match.index !== 0) return undefined
  const fields = simpleFields(match[1] ?? '') ?? parseFields(match[1] ?? '')
  return { ...describe(fields ?? {}), end: match[0].length, broken: fields === undefined ? faultLine(match[1] ?? '') + 1 : undefined }
}

/** One line `name: value`, where the value is a plain word or a JSON string: what programs write. */
const simpleLine = /^([A-Za-z][\w-]*):[ \t]+(?:("(?:[^"\\]|\\.)*")|([\p{L}\p{N}/][^:#"'\n]*))[ \t]*\r?$/u

/** The fields where every line is a simple one, which saves the full parser for the rest; undefined where one is not. */
function simpleFields(yaml: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {}
  for (const line of yaml.split('\n')) {
    const [, name = '', quoted, plain] = simpleLine.exec(line) ?? []
    if (name === '' || name === '__proto__') return undefined
    try {
      fields[name] = quoted === undefined ? (plain ?? '').trim() : (JSON.parse(quoted) as unknown)
    } catch (cause) {
      if (cause instanceof SyntaxError) return undefined
      throw cause
    }
  }
  return fields
}

/** The fields of a YAML mapping; undefined where it is none. Aliases are limited, so that no document can grow without bound. */
export function parseFields(yaml: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 20, logLevel: 'error', schema: 'failsafe' })
    return isRecord(value) ? value : value === null || value === '' ? {} : undefined
  } catch (cause) {
    if (cause instanceof YAMLError || cause instanceof ReferenceError) return undefined
    throw cause
  }
}

/** The line, from 1 on, at which a text stops being a YAML mapping. */
export function faultLine(yaml: string): number {
  const [error] = parseDocument(yaml, { logLevel: 'silent' }).errors
  return error?.linePos?.[0].line ?? 1
}

/** Names of fields in front matter, sidecar files and CSL JSON, the first that is set wins. */
const names = {
  id: ['id', 'key', 'citekey', 'citation-key'],
  title: ['title', 'titel', 'headline'],
  authors: ['author', 'authors', 'autor', 'autoren', 'verfasser', 'creator', 'speaker', 'byline'],
  publisher: ['publisher', 'container-title', 'source', 'site', 'site_name', 'publication', 'quelle', 'verlag', 'medium', 'herausgeber'],
  published: ['date', 'published', 'issued', 'datum', 'pubdate', 'date_published', 'created'],
  updated: ['updated', 'modified', 'lastmod', 'aktualisiert', 'date_modified'],
  url: ['url', 'link', 'URL', 'permalink', 'canonical'],
  language: ['lang', 'language', 'sprache'],
} as const

export function describe(fields: Readonly<Record<string, unknown>>): Described {
  const lower = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
  const first = (wanted: readonly string[]) =>
    wanted.map((name) => lower.get(name.toLowerCase())).find((value) => value !== undefined && value !== null && value !== '')
  const text = (wanted: readonly string[]) => textOf(first(wanted))
  const [id, title, publisher, url] = [text(names.id), text(names.title), text(names.publisher), text(names.url)]
  const [published, updated] = [dateOf(first(names.published)), dateOf(first(names.updated))]
  const language = languageOf(text(names.language))
  return {
    ...(id !== undefined && { id }),
    ...(language !== undefined && { language }),
    metadata: {
      authors: authorsOf(first(names.authors)),
      ...(title !== undefined && { title }),
      ...(publisher !== undefined && { publisher }),
      ...(published !== undefined && { published }),
      ...(updated !== undefined && { updated }),
      ...(url !== undefined && { url }),
    },
  }
}

/** The names of fields that should be dates and are not. */
export function oddDates(fields: Readonly<Record<string, unknown>>): string[] {
  const wanted: ReadonlySet<string> = new Set([...names.published, ...names.updated])
  return Object.entries(fields).flatMap(([name, value]) =>
    wanted.has(name.toLowerCase()) && value !== null && value !== '' && dateOf(value) === undefined ? [name] : [],
  )
}

export function languageOf(tag: string | undefined): Language | undefined {
  if (tag === undefined) return undefined
  const code = tag.toLowerCase()
  if (/^(?:de|deu|ger|german|deutsch)\b/.test(code)) return 'de'
  return /^(?:en|eng|english|englisch)\b/.test(code) ? 'en' : undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || undefined
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  return Array.isArray(value) ? textOf(value[0]) : undefined
}

/** "2025-12-15", or CSL's { "date-parts": [[2025, 12, 15]] }. */
function dateOf(value: unknown): string | undefined {
  if (isRecord(value)) {
    const parts = value['date-parts']
    const first: unknown = Array.isArray(parts) ? parts[0] : undefined
    if (!Array.isArray(first)) return dateOf(value['raw'] ?? value['literal'])
    const [year, month, day] = first.map(Number)
    return [String(year), ...[month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'))].join('-')
  }
  const text = textOf(value)
  return text === undefined ? undefined : isoDate(text)
}

/** A name, a list of names, or of CSL's { family, given }. */
function authorsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => authorsOf(item))
  if (isRecord(value)) {
    const name =
      [value['given'], value['family']].flatMap((part) => textOf(part) ?? []).join(' ') || textOf(value['literal'] ?? value['name'])
    return name === undefined ? [] : [name]
  }
  const text = textOf(value)
  return text === undefined ? [] : text.split(/\s*(?:;|\bund\b|\band\b)\s*/).filter((name) => name !== '')
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
