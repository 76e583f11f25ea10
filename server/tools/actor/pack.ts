/** Writes the tables of a trained model as the bytes that server/src/actor/model.ts reads. */

import { labelCount } from '../../src/actor/labels'
import { listHash, type WordLists } from '../../src/actor/lists'
import { createLists, headerLength, magic, modelLanguages, padding } from '../../src/actor/model'
import { bucketOf, checkOf, createTable } from '../../src/actor/table'
import type { Language } from '../../src/language/language'
import { type Learnt, rounded } from './learn'
import type { WordData } from './words'

export function packModel(words: WordData, learnt: Readonly<Record<Language, Learnt>>): Uint8Array {
  const parts: Uint8Array[] = []
  const add = (values: Int32Array | Uint16Array | Uint8Array | Float32Array | Int8Array) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    parts.push(bytes, new Uint8Array(padding(bytes.length)))
  }
  const header = new Int32Array(headerLength)
  const lists = packLists(words)
  header.set([magic, lists.table.bits, lists.table.checks.length, lists.masks.length])
  add(header)
  add(lists.table.sizes)
  add(lists.table.checks)
  add(lists.kindOf)
  add(lists.masks)
  for (const [index, language] of modelLanguages.entries()) {
    const { fine, coarse } = lists.clusters[language]
    header[4 + index] = coarse.length
    add(fine)
    add(coarse)
  }
  for (const [index, language] of modelLanguages.entries()) {
    const model = learnt[language]
    const table = bucketed(model.hashes)
    header.set([table.bits, table.checks.length], 6 + 2 * index)
    const { values, scale } = rounded(model.weights)
    add(Float32Array.from([scale, ...model.starts, ...model.transitions]))
    add(table.sizes)
    add(table.checks)
    const ordered = new Int8Array(table.order.length * labelCount)
    for (const [place, row] of table.order.entries())
      ordered.set(values.subarray(row * labelCount, (row + 1) * labelCount), place * labelCount)
    add(ordered)
  }
  return Buffer.concat(parts)
}

interface Bucketed {
  readonly bits: number
  readonly sizes: Uint8Array
  readonly checks: Uint16Array
  /** The index of the hash that lies at each place. */
  readonly order: readonly number[]
}

/** Lays hashes out for `createTable`. Two hashes with one bucket and one check cannot be told apart; the first is found. */
export function bucketed(hashes: ArrayLike<number>): Bucketed {
  const bits = Math.max(1, Math.floor(Math.log2(hashes.length + 1)))
  const sizes = new Uint8Array(1 << bits)
  const order = Array.from(hashes, (_, index) => index).sort(
    (a, b) => bucketOf(hashes[a] ?? 0, bits) - bucketOf(hashes[b] ?? 0, bits) || a - b,
  )
  for (const index of order) {
    const bucket = bucketOf(hashes[index] ?? 0, bits)
    sizes[bucket] = (sizes[bucket] ?? 0) + 1
  }
  return { bits, sizes, checks: Uint16Array.from(order, (index) => checkOf(hashes[index] ?? 0)), order }
}

/** The word table. Words of the same lists and clusters share a kind. */
function packLists(words: WordData) {
  const entries = entriesOf(words)
  const names = [...new Set(entries.map(({ kind }) => kind))]
  const numbers = new Map(names.map((name, index) => [name, index]))
  const table = bucketed(entries.map(({ word }) => listHash(word)))
  const kinds = names.map((name) => name.split(' ').map(Number))
  return {
    table,
    kindOf: Uint16Array.from(table.order, (index) => numbers.get(entries[index]?.kind ?? '') ?? 0),
    masks: Int32Array.from(kinds, ([mask = 0]) => mask),
    clusters: {
      de: { fine: Uint16Array.from(kinds, ([, cluster = 0]) => cluster), coarse: coarseOf(words.clusters.de.coarse) },
      en: { fine: Uint16Array.from(kinds, ([, , cluster = 0]) => cluster), coarse: coarseOf(words.clusters.en.coarse) },
    },
  }
}

/** Cluster 0 stands for none, in fine and coarse. */
function coarseOf(clusters: readonly number[]): Uint16Array {
  return Uint16Array.from([0, ...clusters.map((cluster) => cluster + 1)])
}

/** The word lists as recognition will see them. */
export function listsOf(words: WordData): Readonly<Record<Language, WordLists>> {
  const { table, kindOf, masks, clusters } = packLists(words)
  const found = createTable(table.bits, table.sizes, table.checks)
  const of = (language: Language) => createLists(language, found, kindOf, masks, clusters[language].fine, clusters[language].coarse)
  return { de: of('de'), en: of('en') }
}

function entriesOf({ masks, clusters: { de, en } }: WordData): { readonly word: string; readonly kind: string }[] {
  const words = new Set([...masks.keys(), ...de.fine.keys(), ...en.fine.keys()])
  return [...words].sort().map((word) => ({ word, kind: `${masks.get(word) ?? 0} ${de.fine.get(word) ?? 0} ${en.fine.get(word) ?? 0}` }))
}
