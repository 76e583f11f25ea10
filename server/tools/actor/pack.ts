/** Writes the tables of a trained model as the bytes that server/src/actor/model.ts reads. */
import { mix } from '../../src/actor/hash'
import { listHash, type WordLists } from '../../src/actor/lists'
import { checkOf, createLists, headerLength, magic, modelLanguages, padding, slotOf } from '../../src/actor/model'
import { labelCount } from '../../src/actor/tagger'
import type { Language } from '../../src/language/language'
import { type Learnt, rounded } from './learn'
import type { WordData } from './words'

/** Slots for each entry: more make lookups shorter, fewer save bytes. */
const spacing = 1.15

export function packModel(words: WordData, learnt: Readonly<Record<Language, Learnt>>): Uint8Array {
  const parts: Uint8Array[] = []
  const add = (values: Int32Array | Uint16Array | Float32Array | Int8Array) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    parts.push(bytes, new Uint8Array(padding(bytes.length)))
  }
  const header = new Int32Array(headerLength)
  const tables = packLists(words)
  header.set([magic, tables.checks.length, tables.masks.length, tables.coarse.length])
  add(header)
  add(tables.checks)
  add(tables.kinds)
  add(tables.masks)
  add(tables.fine)
  add(tables.coarse)
  for (const [index, language] of modelLanguages.entries()) {
    const model = learnt[language]
    const slots = even(model.hashes.length * spacing)
    header[4 + index] = slots
    const table = place([...model.hashes], slots)
    const { values: dense, scale } = rounded(model.weights)
    const values = new Int8Array(slots * labelCount)
    for (const [row, slot] of table.slots.entries()) values.set(dense.subarray(row * labelCount, (row + 1) * labelCount), slot * labelCount)
    add(Float32Array.from([scale, ...model.starts, ...model.transitions]))
    add(table.checks)
    add(values)
  }
  return Buffer.concat(parts)
}

interface ListTables {
  readonly checks: Uint16Array
  readonly kinds: Uint16Array
  readonly masks: Int32Array
  readonly fine: Uint16Array
  readonly coarse: Uint16Array
}

/** The word table. Words of the same lists and cluster share a kind. */
function packLists(words: WordData): ListTables {
  const entries = entriesOf(words)
  const names = [...new Set(entries.map(({ mask, cluster }) => `${mask} ${cluster}`))]
  const numbers = new Map(names.map((name, index) => [name, index]))
  const size = even(entries.length * spacing)
  const { checks, slots } = place(
    entries.map(({ word }) => listHash(word)),
    size,
  )
  const kinds = new Uint16Array(size)
  for (const [index, slot] of slots.entries()) {
    const { mask, cluster } = entries[index] ?? { mask: 0, cluster: 0 }
    kinds[slot] = numbers.get(`${mask} ${cluster}`) ?? 0
  }
  return {
    checks,
    kinds,
    masks: Int32Array.from(names, (name) => Number(name.split(' ')[0])),
    fine: Uint16Array.from(names, (name) => Number(name.split(' ')[1])),
    coarse: Uint16Array.from([0, ...words.coarse.map((cluster) => cluster + 1)]),
  }
}

/** The word lists as recognition will see them. */
export function listsOf(words: WordData): WordLists {
  const { checks, kinds, masks, fine, coarse } = packLists(words)
  return createLists(checks, kinds, masks, fine, coarse)
}

function even(size: number): number {
  return 2 * Math.ceil(size / 2)
}

function entriesOf({ masks, clusters }: WordData): { word: string; mask: number; cluster: number }[] {
  const words = new Set([...masks.keys(), ...clusters.keys()])
  return [...words].sort().map((word) => ({ word, mask: masks.get(word) ?? 0, cluster: clusters.get(word) ?? 0 }))
}

/** Gives each key a slot near its own. Two keys of one slot with one check cannot be told apart; the later one is dropped. */
function place(hashes: readonly number[], slots: number): { checks: Uint16Array; slots: number[] } {
  const checks = new Uint16Array(slots)
  const places = hashes.map((hash) => {
    const check = checkOf(hash)
    let slot = slotOf(mix(hash, 0x4321), slots)
    while (checks[slot] !== 0 && checks[slot] !== check) slot = (slot + 1) % slots
    checks[slot] = check
    return slot
  })
  return { checks, slots: places }
}
