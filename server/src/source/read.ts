/**
 * Reads one file of the corpus: bytes in, main text with passages and metadata out. The format is told by the name and checked by the
 * bytes; what cannot be read is an answer, not an exception.
 */
import { detectLanguage } from '../language/detect'
import type { Language } from '../language/language'
import type { Block } from './block'
import { bodyOf } from './compose'
import { type Decoded, decode } from './decode'
import { readFrontMatter } from './frontmatter'
import { partFurniture } from './furniture'
import { claimOf, isKey } from './key'
import { blocksOfText } from './lines'
import { blocksOfMarkdown } from './markdown'
import type { Metadata, SourceReading } from './source'

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
}

/** Extensions that Beleg reads, lower case without the dot. */
export const formats: readonly string[] = ['txt', 'text', 'md', 'markdown']

/** Raised when a format is read in another way, so that its files are read again. */
const versions: Readonly<Record<string, number>> = { txt: 1, text: 1, md: 1, markdown: 1 }

/** What beside its bytes decides how a file reads. */
export function recipeOf(path: string, options: ReadOptions): string {
  const extension = extensionOf(path)
  return [extension, versions[extension] ?? 0, options.fallback].join(' ')
}

/** For each file those beside it that describe it: "bericht.pdf.yaml" or "bericht.yaml" for "bericht.pdf". */
export function sidecarsIn(paths: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const candidates = paths.filter((path) => /\.(?:ya?ml|json)$/i.test(path))
  if (candidates.length === 0) return found
  const files = new Set(candidates)
  for (const path of paths) {
    const bare = path.replace(/\.[^./]+$/, '')
    const own = [`${path}.yaml`, `${path}.yml`, `${path}.json`, `${bare}.yaml`, `${bare}.yml`, `${bare}.csl.json`].filter(
      (name) => name !== path && files.has(name),
    )
    if (own.length > 0 && !/\.ya?ml$/i.test(path)) found.set(path, own)
  }
  return found
}

const megabyte = 1 << 20

/** Bytes beyond which a file is not read. */
export function limitOf(path: string): number {
  return (formats.includes(extensionOf(path)) ? 32 : 0) * megabyte
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

export async function readSource({ path, bytes }: SourceFile, options: ReadOptions = { fallback: 'de' }): Promise<SourceReading> {
  const extension = extensionOf(path)
  if (bytes.length === 0) return { kind: 'skipped', reason: 'empty' }
  if (!formats.includes(extension)) return { kind: 'skipped', reason: 'format' }
  const decoded = decode(bytes)
  if (decoded.kind !== 'text') return { kind: 'skipped', reason: decoded.kind }
  return readText(path, decoded, extension, options)
}

function readText(
  path: string,
  { text, isLossy }: Extract<Decoded, { kind: 'text' }>,
  extension: string,
  { fallback }: ReadOptions,
): SourceReading {
  const frontMatter = readFrontMatter(text)
  const start = frontMatter?.end ?? 0
  const blocks =
    extension === 'txt' || extension === 'text' ? blocksOfText(text).filter((block) => block.start >= start) : blocksOfMarkdown(text, start)
  if (blocks.length === 0) return { kind: 'skipped', reason: 'empty' }
  const { main, furniture, found } = partFurniture(text, blocks, frontMatter?.metadata.title)
  const language = frontMatter?.language ?? detectLanguage(text.slice(start, start + 4000), fallback)
  const title = frontMatter?.metadata.title ?? found.title ?? headingOf(text, main)
  const metadata: Metadata = { authors: [], ...found, ...frontMatter?.metadata, ...(title !== undefined && { title }) }
  const pinned = frontMatter?.id !== undefined && isKey(frontMatter.id)
  return {
    kind: 'read',
    source: {
      key: pinned && frontMatter?.id !== undefined ? frontMatter.id : claimOf(path),
      ...(pinned && { pinned }),
      path,
      metadata,
      body: bodyOf(text, main, language, title),
      furniture,
    },
    hints: [...(frontMatter?.broken === true ? ['frontMatter' as const] : []), ...(isLossy === true ? ['replacedBytes' as const] : [])],
  }
}

function headingOf(text: string, blocks: readonly Block[]): string | undefined {
  const first = blocks.slice(0, 4).find(({ kind }) => kind === 'heading')
  return first === undefined ? undefined : text.slice(first.start, first.end).replace(/\s+/g, ' ')
}
