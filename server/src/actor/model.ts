/**
 * The trained model as it is shipped in server/data/actors.bin: a header of sizes, the word table, and for each language a table of
 * rounded weights. See server/data/actors.md for what it was trained on, and server/tools/actor-train.ts, which writes it.
 */
import weights from '../../data/actors.bin'
import type { Language } from '../language/language'
import { labelCount, type Model } from './labels'
import { checkOfRow, putRow, rowSize } from './lanes'
import { listHash, noEntry, type WordEntry, type WordLists } from './lists'
import { beginsOf, bucketOf, checkOf, createTable, type Table } from './table'
import { createTagger, type Tagger } from './tagger'

/** Numbers before the tables: magic, then bits and keys of the word table, its kinds, then clusters, bits and keys of each language. */
export const headerLength = 10
export const magic = 0x42454c48
export const modelLanguages: readonly Language[] = ['de', 'en']

const models = new Map<Language, Model>()
const taggers = new Map<Language, Tagger>()

/** The recogniser of a language, made when it is first asked for. */
export function taggerFor(language: Language): Tagger {
  let tagger = taggers.get(language)
  if (tagger === undefined) taggers.set(language, (tagger = createTagger(modelFor(language), language)))
  return tagger
}

/** What is known of single words. */
export function wordLists(): WordLists {
  return modelFor('de').lists
}

function modelFor(language: Language): Model {
  let model = models.get(language)
  if (model === undefined) models.set(language, (model = readModel(weights, language)))
  return model
}

export function readModel(bytes: Uint8Array, language: Language): Model {
  let offset = 0
  const take = (length: number) => {
    const part = bytes.slice(offset, offset + length)
    offset += length + padding(length)
    return part.buffer
  }
  const header = new Int32Array(take(headerLength * 4))
  if (header[0] !== magic) throw new Error('actors.bin is not a model of the actor recogniser')
  const [, listBits = 0, listKeys = 0, kinds = 0] = header
  const table = createTable(listBits, new Uint8Array(take(1 << listBits)), new Uint16Array(take(listKeys * 2)))
  const kindOf = new Uint16Array(take(listKeys * 2))
  const masks = new Int32Array(take(kinds * 4))
  let lists: WordLists | undefined
  for (const [index, candidate] of modelLanguages.entries()) {
    const fine = new Uint16Array(take(kinds * 2))
    const coarse = new Uint16Array(take((header[4 + index] ?? 0) * 2))
    if (candidate === language) lists = createLists(language, table, kindOf, masks, fine, coarse)
  }
  for (const [index, candidate] of modelLanguages.entries()) {
    const bits = header[6 + 2 * index] ?? 0
    const keys = header[7 + 2 * index] ?? 0
    const frame = new Float32Array(take((1 + labelCount + labelCount * labelCount) * 4))
    const sizes = new Uint8Array(take(1 << bits))
    const checks = new Uint16Array(take(keys * 2))
    const values = new Int8Array(take(keys * labelCount))
    if (candidate !== language || lists === undefined) continue
    return {
      lists,
      ...withChecks(bits, sizes, checks, values),
      scale: frame[0] ?? 1,
      starts: frame.subarray(1, 1 + labelCount),
      transitions: frame.subarray(1 + labelCount),
    }
  }
  throw new Error(`no model for ${language}`)
}

/** Check and weights of a feature side by side, so that one look into memory finds both. */
function withChecks(bits: number, sizes: Uint8Array, checks: Uint16Array, values: Int8Array): Pick<Model, 'rows' | 'find'> {
  const rows = new Int32Array(rowSize * checks.length)
  for (let key = 0; key < checks.length; key++) putRow(rows, key * rowSize, checks[key] ?? 0, values, key * labelCount)
  const begins = beginsOf(sizes)
  const find = (hash: number) => {
    const bucket = bucketOf(hash, bits)
    const check = checkOf(hash)
    const end = (begins[bucket + 1] ?? 0) * rowSize
    for (let at = (begins[bucket] ?? 0) * rowSize; at < end; at += rowSize) if (checkOfRow(rows, at) === check) return at
    return -1
  }
  return { rows, find }
}

export function padding(length: number): number {
  return (4 - (length % 4)) % 4
}

/** What is known of words: `kindOf` gives each key of the table a kind, and `masks` and `fine` say what words of a kind have in common. */
export function createLists(
  language: Language,
  table: Table,
  kindOf: Uint16Array,
  masks: Int32Array,
  fine: Uint16Array,
  coarse: Uint16Array,
): WordLists {
  const entries: readonly WordEntry[] = Array.from(masks, (lists, index) => ({ lists, cluster: fine[index] ?? 0 }))
  const entryOf = (word: string, from = 0) => {
    const key = table.row(listHash(word, from))
    return key < 0 ? undefined : entries[kindOf[key] ?? 0]
  }
  /** An English word by what it is a form of; irregular forms stand in the table themselves. */
  const inflected = (lower: string) => {
    for (const [ending, others] of endings) {
      if (lower.length < ending.length + 3 || !lower.endsWith(ending)) continue
      const stem = lower.slice(0, -ending.length)
      for (const other of others) {
        const entry = entryOf(stem + other)
        if (entry !== undefined) return entry
      }
    }
    return undefined
  }
  return {
    findPart: (word, from) => entryOf(word, from) ?? noEntry,
    find(surface, lower) {
      const below = entryOf(lower) ?? (language === 'en' ? inflected(lower) : undefined)
      if (surface === lower) {
        if (language === 'de' || (below !== undefined && below.lists !== 0)) return below ?? noEntry
        // English text that leaves capitals out still has names: "chicago".
        const name = entryOf(capitalised(lower))
        return name === undefined ? (below ?? noEntry) : { lists: name.lists, cluster: below?.cluster ?? name.cluster }
      }
      const above = entryOf(surface) ?? entryOf(otherForm(surface, lower))
      if (below === undefined || above === undefined) return above ?? below ?? noEntry
      return { lists: above.lists | below.lists, cluster: above.cluster || below.cluster }
    },
    coarse: (cluster) => coarse[cluster] ?? 0,
  }
}

const endings: readonly (readonly [ending: string, others: readonly string[]])[] = [
  ['ies', ['y']],
  ['s', ['']],
  ['es', ['']],
]

function capitalised(lower: string): string {
  return lower.slice(0, 1).toUpperCase() + lower.slice(1)
}

/** "MERKEL" and "Merkels" are looked up as "Merkel". */
function otherForm(surface: string, lower: string): string {
  if (surface.length > 3 && surface === surface.toUpperCase()) return surface.slice(0, 1) + lower.slice(1)
  return surface.endsWith('s') ? surface.slice(0, -1) : surface
}
