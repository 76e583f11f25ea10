/**
 * Reads one file of the corpus: bytes in, main text with passages and metadata out. The format is told by the name and checked by the
 * bytes; what cannot be read is an answer, not an exception. Readers of rare formats load their libraries when such a file turns up.
 */
import { detectLanguage } from '../language/detect'
import type { Language } from '../language/language'
import { bodyOf } from './compose'
import { type Decoded, decode } from './decode'
import { type Extract, Unreadable } from './extract'
import { fingerprints } from './fingerprints'
import { type Described, readFrontMatter } from './frontmatter'
import { partFurniture } from './furniture'
import { claimOf, isKey } from './key'
import { blocksOfText } from './lines'
import { blocksOfMarkdown } from './markdown'
import { metadataOfReference, type Reference, referencesOf, stampOfReference } from './reference'
import { describedBy } from './sidecar'
import type { Hint, Metadata, Source, SourceReading } from './source'

export interface SourceFile {
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Files beside it that describe it. */
  readonly sidecars?: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

export interface ReadOptions {
  /** For texts that do not show their language. */
  readonly fallback: Language
  /** For JSON and JSON Lines: which field holds what. */
  readonly fields: Readonly<Record<string, string>>
  /** The author's bibliography; the same list for all files. */
  readonly references: readonly Reference[]
}

type Reader = (file: SourceFile, options: ReadOptions) => Promise<readonly Extract[]>

/** A module that reads a format; what is read without one of its own is common to all files. */
type Module = 'common' | 'html' | 'pdf' | 'office' | 'rtf' | 'epub' | 'tables' | 'mail' | 'warc' | 'json' | 'feed'

interface Format {
  readonly extensions: readonly string[]
  readonly module: Module
  readonly megabytes: number
  readonly load: () => Promise<Reader>
  /** Whether the field map of `beleg.yaml` matters. */
  readonly usesFields?: true
}

const formats: readonly Format[] = [
  { extensions: ['txt', 'text'], module: 'common', megabytes: 32, load: async () => readPlain },
  { extensions: ['md', 'markdown'], module: 'common', megabytes: 32, load: async () => readMarkdown },
  { extensions: ['html', 'htm', 'xhtml'], module: 'html', megabytes: 32, load: async () => (await import('./formats/html')).readHtml },
  { extensions: ['pdf'], module: 'pdf', megabytes: 128, load: async () => (await import('./formats/pdf')).readPdf },
  { extensions: ['docx'], module: 'office', megabytes: 128, load: async () => (await import('./formats/office')).readDocx },
  { extensions: ['odt'], module: 'office', megabytes: 128, load: async () => (await import('./formats/office')).readOdt },
  { extensions: ['rtf'], module: 'rtf', megabytes: 32, load: async () => (await import('./formats/rtf')).readRtf },
  { extensions: ['epub'], module: 'epub', megabytes: 128, load: async () => (await import('./formats/epub')).readEpub },
  { extensions: ['csv', 'tsv', 'tab'], module: 'tables', megabytes: 32, load: async () => (await import('./formats/tables')).readCsv },
  { extensions: ['xlsx', 'xls', 'ods'], module: 'tables', megabytes: 64, load: async () => (await import('./formats/tables')).readSheets },
  { extensions: ['eml', 'mht', 'mhtml'], module: 'mail', megabytes: 64, load: async () => (await import('./formats/mail')).readMail },
  { extensions: ['warc', 'warc.gz'], module: 'warc', megabytes: 256, load: async () => (await import('./formats/warc')).readWarc },
  {
    extensions: ['json', 'jsonl', 'ndjson'],
    module: 'json',
    megabytes: 128,
    load: async () => (await import('./formats/json')).readJson,
    usesFields: true,
  },
  { extensions: ['xml', 'rss', 'atom'], module: 'feed', megabytes: 32, load: async () => (await import('./formats/feed')).readFeed },
]

function formatOf(path: string): Format | undefined {
  const name = path.toLowerCase()
  return formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(`.${extension}`)))
}

/**
 * What beside its bytes decides how a file reads: the program, by its fingerprints, and settings. `readBy` is the module that read it where
 * that is not the one of its name.
 */
export function recipeOf(path: string, { fallback, fields }: ReadOptions, readBy?: string): string {
  const format = formatOf(path)
  if (format === undefined) return 'none'
  const module = readBy ?? format.module
  const program = `${fingerprints['common'] ?? ''}.${module}.${fingerprints[module] ?? ''}`
  return [format.extensions[0], program, fallback, ...(format.usesFields ? [JSON.stringify(fields)] : [])].join(' ')
}

/** The module that a recipe names. */
export function readerIn(recipe: string): string | undefined {
  return /^\S+ [^.\s]*\.(\w+)\./.exec(recipe)?.[1]
}

/** Bytes beyond which a file is not read; nothing is read of a file of unknown format. */
export function limitOf(path: string): number | undefined {
  const format = formatOf(path)
  return format === undefined ? undefined : format.megabytes << 20
}

const defaults: ReadOptions = { fallback: 'de', fields: {}, references: [] }

export async function readSource(file: SourceFile, asked: Partial<ReadOptions> = {}): Promise<SourceReading> {
  const options = { ...defaults, ...asked }
  const { path, bytes } = file
  const format = formatOf(path)
  if (format === undefined) return { kind: 'skipped', reason: 'format' }
  if (bytes.length === 0) return { kind: 'skipped', reason: 'empty' }
  const disguised = await readerOfBytes(bytes)
  const readBy = disguised === undefined || disguised.module === format.module ? {} : { readBy: disguised.module }
  try {
    const read = disguised?.read ?? (await format.load())
    const extracts = await read(file, options)
    const described = describedBy(file.sidecars ?? [])
    const articles = extracts.filter(({ blocks }) => blocks.length > 0)
    const sources = articles.map((extract, part) => sourceOf(path, extract, part, part === 0 ? described : undefined, options))
    const references = sources.map((own) => referenceFor(own, sources.length === 1, options.references))
    const [source, ...others] = sources.map((own, part) => withReference(own, references[part], part === 0 ? described : undefined))
    if (source === undefined) return { kind: 'skipped', reason: extracts.length > 0 && isTextual(format) ? 'empty' : 'noText', ...readBy }
    const hints = onceEach([...extracts.flatMap((extract) => extract.hints ?? []), ...(described?.hints ?? [])])
    const stamp = stampOf(references)
    return { kind: 'read', source, ...(others.length > 0 && { others }), hints, ...(stamp !== '' && { references: stamp }), ...readBy }
  } catch (cause) {
    if (cause instanceof Unreadable) return { kind: 'skipped', reason: cause.reason, ...readBy }
    throw cause
  }
}

function onceEach(hints: readonly Hint[]): Hint[] {
  return [...new Map(hints.map((hint) => [`${hint.kind} ${hint.line}`, hint])).values()]
}

/** For a file that the index knows: what of the bibliography would go into it. */
export function referenceStamp(path: string, articles: readonly Metadata[], references: readonly Reference[]): string {
  return stampOf(articles.map((metadata) => referenceFor({ path, metadata }, articles.length === 1, references)))
}

function referenceFor(
  { path, metadata: { url, title } }: Pick<Source, 'path' | 'metadata'>,
  isAlone: boolean,
  references: readonly Reference[],
): Reference | undefined {
  if (references.length === 0) return undefined
  return referencesOf(references).of({ path, isAlone, ...(url !== undefined && { url }), ...(title !== undefined && { title }) })
}

function stampOf(references: readonly (Reference | undefined)[]): string {
  return references
    .flatMap((reference) => (reference === undefined ? [] : stampOfReference(reference)))
    .sort()
    .join(' ')
}

/** The key is the entry's; a field is that of the sidecar, else of the entry, else of the file. */
function withReference(source: Source, reference: Reference | undefined, described: Described | undefined): Source {
  if (reference === undefined) return source
  const metadata = { ...source.metadata, ...metadataOfReference(reference), ...setFields(described?.metadata) }
  return { ...source, ...(isKey(reference.key) && { key: reference.key, pinned: true }), metadata }
}

function isTextual({ extensions }: Format): boolean {
  return extensions.includes('txt') || extensions.includes('md')
}

/** Some bytes are what they are, whatever the file is called. */
async function readerOfBytes(bytes: Uint8Array): Promise<{ readonly module: Module; readonly read: Reader } | undefined> {
  // Most texts begin with a letter, and need no closer look: "%PDF", "{\\rtf", "<html", "From:", "MIME-Version:".
  if (!/^[%{<\s\xefFM]/.test(String.fromCharCode(bytes[0] ?? 0))) return undefined
  const start = String.fromCharCode(...bytes.subarray(0, 512))
  if (start.startsWith('%PDF-')) return { module: 'pdf', read: (await import('./formats/pdf')).readPdf }
  if (start.startsWith('{\\rtf')) return { module: 'rtf', read: (await import('./formats/rtf')).readRtf }
  if (/^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html[\s>])/i.test(start))
    return { module: 'html', read: (await import('./formats/html')).readHtml }
  if (/^From: <?Saved by|^MIME-Version: 1\.0\r?\nContent-Type: multipart\/related/im.test(start))
    return { module: 'mail', read: (await import('./formats/mail')).readMail }
  return undefined
}

function sourceOf(path: string, extract: Extract, part: number, described: Described | undefined, { fallback }: ReadOptions): Source {
  const { text, blocks, isPage } = extract
  const own: Partial<Metadata> = { ...extract.metadata, ...setFields(described?.metadata) }
  const parted = isPage
    ? partFurniture(text, blocks, {
        isDescribed: described !== undefined || extract.isDescribed === true,
        ...(own.title !== undefined && { title: own.title }),
      })
    : { main: blocks, furniture: [], found: {} }
  const { main, furniture } = parted
  const found: Partial<Metadata> = parted.found
  const first = main[0]?.start ?? 0
  const language = described?.language ?? extract.language ?? detectLanguage(text.slice(first, first + 4000), fallback)
  const title = own.title ?? found.title ?? headingAmong(text, main)
  const authors = own.authors !== undefined && own.authors.length > 0 ? own.authors : (found.authors ?? [])
  const id = described?.id ?? extract.id
  const pinned = id !== undefined && isKey(id)
  return {
    key: pinned ? id : `${claimOf(path)}${part === 0 ? '' : `-${part + 1}`}`,
    ...(pinned && { pinned }),
    path,
    metadata: { ...found, ...own, authors, ...(title !== undefined && { title }) },
    body: bodyOf(text, main, language, title),
    furniture,
  }
}

/** Without the names that the file does not mention, so that they do not hide what the document says of itself. */
function setFields(metadata: Metadata | undefined): Partial<Metadata> {
  if (metadata === undefined) return {}
  const { authors, ...rest } = metadata
  return authors.length > 0 ? metadata : rest
}

function headingAmong(text: string, blocks: Extract['blocks']): string | undefined {
  const first = blocks.slice(0, 4).find(({ kind }) => kind === 'heading' || kind === 'title')
  return first === undefined ? undefined : text.slice(first.start, first.end).replace(/\s+/g, ' ')
}

function textOf(bytes: Uint8Array): Text {
  const decoded: Decoded = decode(bytes)
  if (decoded.kind !== 'text') throw new Unreadable(decoded.kind)
  return decoded
}

interface Text {
  readonly text: string
  readonly isLossy?: true
}

async function readPlain({ bytes }: SourceFile): Promise<readonly Extract[]> {
  return [textExtract(textOf(bytes), (text, from) => blocksOfText(text, from))]
}

async function readMarkdown({ bytes }: SourceFile): Promise<readonly Extract[]> {
  return [textExtract(textOf(bytes), blocksOfMarkdown)]
}

function textExtract({ text, isLossy }: Text, blocksFrom: (text: string, from: number) => Extract['blocks']): Extract {
  const frontMatter = readFrontMatter(text)
  const { metadata = {}, id, language, end = 0, broken } = frontMatter ?? {}
  return {
    text,
    blocks: blocksFrom(text, end),
    metadata,
    ...(id !== undefined && { id }),
    ...(language !== undefined && { language }),
    hints: [
      ...(broken === undefined ? [] : [{ kind: 'frontMatter', line: broken } as const]),
      ...(isLossy ? [{ kind: 'replacedBytes' } as const] : []),
    ],
    isPage: true,
    isDescribed: frontMatter?.metadata.title !== undefined,
  }
}
