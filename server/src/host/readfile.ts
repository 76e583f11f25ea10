/** Reads one file from disk for the index: unchanged, changed or unreadable. A file that changes while it is read is read again. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { entryOf } from '../corpus/entry'
import type { Change, FileRecord } from '../corpus/index'
import { limitOf, type ReadOptions, readSource, type SourceFile } from '../source/read'
import type { Hint, SkipReason, SourceReading } from '../source/source'
import type { ReadJob } from './jobs'
import { fileRecipe, wholeRecipe } from './refresh'

export interface FileReading {
  /** Undefined where the index has nothing to learn. */
  readonly change?: Change
  readonly hints: readonly Hint[]
  /** How much it takes to keep the change in memory, in bytes. */
  readonly weight: number
}

/** A file that was written this shortly before it was read may change again without another time stamp. */
const settled = 2000
const attempts = 3

export async function readFileChange(
  { path, absolute, known, recipe, stamps, references, sidecars }: ReadJob,
  options: ReadOptions,
  now: number,
  log: (line: string) => void,
): Promise<FileReading> {
  let content: Content
  try {
    content = readContent(absolute, limitOf(path))
  } catch (cause) {
    return skip({ path, size: 0, modified: 0, hash: '', recipe }, reasonOf(cause))
  }
  const { size, modified, bytes } = content
  const trusted = now - modified > settled ? modified : 0
  if (bytes === undefined) return skip({ path, size, modified: trusted, hash: '', recipe }, content.reason)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = { path, size, modified: trusted, hash, recipe }
  if (known?.hash === hash && known.recipe === wholeRecipe(recipe, references)) {
    if (known.size === size && known.modified === trusted) return { hints: [], weight: 0 }
    return { change: { kind: 'touch', file: { ...file, recipe: known.recipe, outcome: known.outcome }, from: path }, hints: [], weight: 0 }
  }
  const described: SourceFile = { path, bytes, sidecars: sidecars.flatMap(readSidecar) }
  const reading = await readSource(described, options).catch((cause: unknown): SourceReading => {
    // A library that trips over a file is no reason to leave out the others.
    log(`${path}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
    return { kind: 'skipped', reason: 'damaged' }
  })
  const readNow = fileRecipe(path, options, stamps, reading.readBy)
  if (reading.kind === 'skipped') return skip({ ...file, recipe: readNow }, reading.reason)
  const { source, others = [], hints } = reading
  const entry = entryOf(source)
  const record: FileRecord = { ...file, recipe: wholeRecipe(readNow, reading.references ?? ''), outcome: { kind: 'read', key: source.key } }
  const weight = [source, ...others].reduce((sum, { body }) => sum + body.text.length, 0)
  return {
    change: { kind: 'put', file: record, entry, ...(others.length > 0 && { others: others.map((other) => entryOf(other)) }) },
    hints,
    weight,
  }
}

type Content = { readonly size: number; readonly modified: number } & (
  | { readonly bytes: Uint8Array; readonly reason?: never }
  | { readonly bytes?: never; readonly reason: SkipReason }
)

function readContent(absolute: string, limit: number | undefined): Content {
  // Not blocking, because a named pipe among the sources would wait for a writer for ever.
  const descriptor = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    for (let attempt = 1; ; attempt++) {
      const before = fstatSync(descriptor)
      const stamp = { size: before.size, modified: before.mtimeMs }
      if (!before.isFile()) return { ...stamp, reason: 'unreadable' }
      if (limit === undefined) return { ...stamp, reason: 'format' }
      if (before.size > limit) return { ...stamp, reason: 'tooLarge' }
      const bytes = Buffer.allocUnsafe(before.size)
      let length = 0
      for (let read = -1; read !== 0 && length < bytes.length; length += read)
        read = readSync(descriptor, bytes, length, bytes.length - length, length)
      const after = fstatSync(descriptor)
      if (after.mtimeMs === before.mtimeMs && after.size === length) return { ...stamp, bytes }
      if (attempt === attempts) return { ...stamp, modified: 0, reason: 'unreadable' }
    }
  } finally {
    closeSync(descriptor)
  }
}

function readSidecar(absolute: string): { readonly path: string; readonly bytes: Uint8Array }[] {
  try {
    const { bytes } = readContent(absolute, 1 << 20)
    return bytes === undefined ? [] : [{ path: absolute.replaceAll('\\', '/'), bytes }]
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return []
    throw cause
  }
}

function skip(file: Omit<FileRecord, 'outcome'>, reason: SkipReason): FileReading {
  return { change: { kind: 'skip', file: { ...file, outcome: { kind: 'skipped', reason } } }, hints: [], weight: 0 }
}

function reasonOf(cause: unknown): SkipReason {
  if (cause instanceof Error && 'code' in cause) return 'unreadable'
  throw cause
}
