/** What a page says of itself: JSON-LD, OpenGraph and other meta elements, links, time elements, comments of the programs that save pages. */
import type { Language } from '../../language/language'
import { isoDate } from '../date'
import { tidy } from '../extract'
import { isRecord, languageOf } from '../frontmatter'
import type { Metadata } from '../source'
import type { DomDocument } from './dom'

export interface PageMetadata {
  readonly metadata: Partial<Metadata>
  readonly language?: Language
  /** The whole article, where the page tells it to search engines. */
  readonly articleBody?: string
}

export function metadataOf(document: DomDocument, html: string): PageMetadata {
  const linked = articleIn(document)
  const meta = metaOf(document)
  const firstOf = (...names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value !== undefined)
  const title =
    text(linked['headline']) ??
    firstOf('og:title', 'twitter:title', 'citation_title', 'dc.title') ??
    withoutSite(document, meta.get('og:site_name'))
  const publisher =
    nameOf(linked['publisher']) ?? firstOf('og:site_name', 'citation_journal_title', 'dc.publisher', 'application-name', 'publisher')
  const published =
    date(linked['datePublished']) ??
    date(
      firstOf(
        'article:published_time',
        'citation_publication_date',
        'citation_date',
        'dc.date',
        'dcterms.created',
        'dc.date.issued',
        'date',
        'pubdate',
        'publishdate',
        'sailthru.date',
        'parsely-pub-date',
      ),
    ) ??
    timeIn(document)
  const updated =
    date(linked['dateModified']) ?? date(firstOf('article:modified_time', 'og:updated_time', 'dcterms.modified', 'last-modified'))
  const url =
    text(linked['url']) ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? firstOf('og:url') ?? savedFrom(html)
  const authors = authorsOf(linked['author'])
  const named =
    authors.length > 0 ? authors : authorsOf(firstOf('author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author'))
  const language = languageOf(
    document.documentElement?.getAttribute('lang') ?? firstOf('og:locale', 'content-language', 'dc.language') ?? text(linked['inLanguage']),
  )
  return {
    metadata: {
      authors: named,
      ...(title !== undefined && { title }),
      ...(publisher !== undefined && { publisher }),
      ...(published !== undefined && { published }),
      ...(updated !== undefined && { updated }),
      ...(url !== undefined && /^https?:/i.test(url) && { url }),
    },
    ...(language !== undefined && { language }),
    ...(typeof linked['articleBody'] === 'string' && { articleBody: linked['articleBody'] }),
  }
}

/** The first article in the page's JSON-LD; broken ones are common and mean nothing. */
function articleIn(document: DomDocument): Record<string, unknown> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleAmong(parsed(script.textContent ?? ''), 0)
    if (found !== undefined) return found
  }
  return {}
}

function articleAmong(value: unknown, depth: number): Record<string, unknown> | undefined {
  if (depth > 4) return undefined
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = articleAmong(item, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (!isRecord(value)) return undefined
  const types = [value['@type']].flat()
  if (types.some((type) => typeof type === 'string' && /Article|BlogPosting|Report|LiveBlog/.test(type))) return value
  return articleAmong(value['@graph'] ?? value['mainEntity'], depth + 1)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}

function metaOf(document: DomDocument): Map<string, string> {
  const found = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv')
    const content = tidy(element.getAttribute('content') ?? '')
    if (name !== null && content !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content)
  }
  return found
}

/** The title element without the name of the site after or before it. */
function withoutSite(document: DomDocument, site: string | undefined): string | undefined {
  const title = tidy(document.title)
  if (title === '') return undefined
  const parts = title.split(/\s+[|–—·»-]\s+/)
  const [first = title] = parts
  const heading = tidy(document.querySelector('h1')?.textContent ?? '')
  if (heading !== '' && title.includes(heading)) return heading
  if (parts.length < 2) return title
  const last = parts.at(-1) ?? ''
  return site === last || last.length < first.length / 2 ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»-]\s+$/, '') : title
}

function timeIn(document: DomDocument): string | undefined {
  const dates = [...document.querySelectorAll('article time[datetime], main time[datetime], time[datetime]')].flatMap(
    (element) => isoDate(element.getAttribute('datetime') ?? '') ?? [],
  )
  return dates[0]
}

/** The address that browsers and SingleFile write into a saved page. */
function savedFrom(html: string): string | undefined {
  const head = html.slice(0, 4000)
  return /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(head)?.[1] ?? /Page saved with SingleFile\s+url:\s*(\S+)/i.exec(head)?.[1]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? tidy(value) : undefined
}

function date(value: unknown): string | undefined {
  return typeof value === 'string' ? isoDate(value) : undefined
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return nameOf(value[0])
  return isRecord(value) ? text(value['name']) : text(value)
}

function authorsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(authorsOf)
  const name = nameOf(value)
  return name === undefined || /^https?:/.test(name)
    ? []
    : name
        .replace(/^(?:von|by)\s+/i, '')
        .split(/\s*(?:;|,(?=\s*\p{Lu}\p{Ll}+\s+\p{Lu})|\bund\b|\band\b|&)\s*/u)
        .filter((part) => part !== '')
}
