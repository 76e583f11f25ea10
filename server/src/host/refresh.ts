/** What a refresh has to do: the files there are against the files the index knows. */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { FileRecord } from '../corpus/index'
import { type ReadOptions, readerIn, recipeOf, referenceStamp } from '../source/read'
import { sidecarsIn } from '../source/sidecar'
import type { Metadata } from '../source/source'
import { statOf } from './files'
import type { ReadJob } from './jobs'

export interface Plan {
  readonly jobs: readonly ReadJob[]
  /** Files that the index knows and that are gone. */
  readonly removed: readonly string[]
  readonly unchanged: number
}

const none: readonly string[] = []

/** A glance at so many files does not hold up an editor. */
const yieldAfter = 400

export async function planRefresh(
  folder: string,
  paths: readonly string[],
  records: readonly FileRecord[],
  options: ReadOptions,
  /** Of the articles that the index knows, by path; needed where there is a bibliography. */
  articles: ReadonlyMap<string, readonly Metadata[]>,
  signal?: AbortSignal,
): Promise<Plan> {
  const known = new Map(records.map((record) => [record.path, record]))
  const sidecars = sidecarsIn(paths)
  const describing = new Set([...sidecars.values()].flat())
  const jobs: ReadJob[] = []
  // There may be a million files, and few recipes.
  const recipes = new Map<string, string>()
  let unchanged = 0
  for (const [at, path] of paths.entries()) {
    if (at % yieldAfter === yieldAfter - 1) await setImmediate()
    if (signal?.aborted) break
    if (describing.has(path)) continue
    const absolute = join(folder, path)
    const beside = sidecars.get(path)?.map((sidecar) => join(folder, sidecar)) ?? none
    const record = known.get(path)
    const stamps = beside === none ? none : beside.map(stampOf)
    const written = fileRecipe(path, options, stamps, readerIn(record?.recipe ?? ''))
    const recipe = recipes.get(written) ?? written
    if (stamps === none) recipes.set(recipe, recipe)
    known.delete(path)
    const references = referenceStamp(path, articles.get(path) ?? [], options.references)
    if (record !== undefined && record.recipe === wholeRecipe(recipe, references) && isAsKnown(absolute, record)) unchanged++
    else jobs.push({ path, absolute, recipe, stamps, references, sidecars: beside, ...(record !== undefined && { known: record }) })
  }
  return { jobs, removed: signal?.aborted ? [] : [...known.keys()], unchanged }
}

/** A recipe with the stamps of the files that describe the file. */
export function fileRecipe(path: string, options: ReadOptions, stamps: readonly string[], readBy: string | undefined): string {
  return [recipeOf(path, options, readBy), ...stamps].join(' ')
}

/** A recipe with what of the bibliography is in it. */
export function wholeRecipe(recipe: string, references: string): string {
  return references === '' ? recipe : `${recipe} ${references}`
}

function isAsKnown(absolute: string, { size, modified }: FileRecord): boolean {
  const stat = statOf(absolute)
  return stat !== undefined && stat.size === size && stat.mtimeMs === modified
}

function stampOf(absolute: string): string {
  const stat = statOf(absolute)
  return stat === undefined ? 'none' : `${stat.size}:${stat.mtimeMs}`
}
