/**
 * The trained model as it is shipped in server/data/actors.bin: a header of sizes, the word table, and for each language a table of
 * rounded weights. Tables are open-addressed and keep 16 bits of each key, so a stranger passes for an entry three times in 100,000.
 * See server/data/actors.md for what it was trained on, and server/tools/actor-train.ts, which writes it.
 */
import weights from '../../data/actors.bin'
import type { Language } from '../language/language'
import { mix } from './hash'
import { listHash, noEntry, type WordEntry, type WordLists } from './lists'
import { createTagger, labelCount, type Model, type Tagger } from './tagger'

/** Numbers before the tables: magic, list slots, kinds, coarse clusters, then slots of each language. */
export const headerLength = 8
export const magic = 0x42454c47
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
    offset += length
    return part.buffer
  }
  const header = new Int32Array(take(headerLength * 4))
  if (header[0] !== magic) throw new Error('actors.bin is not a model of the actor recogniser')
  const [, listSlots = 0, kinds = 0, clusters = 0] = header
  const listChecks = new Uint16Array(take(listSlots * 2))
  const listKinds = new Uint16Array(take(listSlots * 2))
  const masks = new Int32Array(take(kinds * 4))
  const fine = new Uint16Array(take(kinds * 2 + ((kinds * 2) % 4)))
  const coarse = new Uint16Array(take(clusters * 2 + ((clusters * 2) % 4)))
  const lists = createLists(listChecks, listKinds, masks, fine, coarse)
  for (const [index, candidate] of modelLanguages.entries()) {
    const slots = header[4 + index] ?? 0
    const frame = new Float32Array(take((1 + labelCount + labelCount * labelCount) * 4))
    const checks = new Uint16Array(take(slots * 2))
    const values = new Int8Array(take(slots * labelCount + padding(slots * labelCount)))
    if (candidate !== language) continue
    return {
      lists,
      weights: values,
      row: (hash) => find(checks, hash),
      scale: frame[0] ?? 1,
      starts: frame.subarray(1, 1 + labelCount),
      transitions: frame.subarray(1 + labelCount),
    }
  }
  throw new Error(`no model for ${language}`)
}

export function padding(length: number): number {
  return (4 - (length % 4)) % 4
}

/** Where a key lies in a table of `slots`, and the check that stands for it there; a check is never 0. */
export function slotOf(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) / 4294967296) * slots)
}

export function checkOf(hash: number): number {
  return mix(hash, 0x1234) & 0xffff || 1
}

function find(checks: Uint16Array, hash: number): number {
  const spread = mix(hash, 0x4321)
  const check = checkOf(hash)
  for (let slot = slotOf(spread, checks.length); ; slot = slot + 1 === checks.length ? 0 : slot + 1) {
    const there = checks[slot]
    if (there === check) return slot
    if (there === 0 || there === undefined) return -1
  }
}

export function createLists(checks: Uint16Array, kinds: Uint16Array, masks: Int32Array, fine: Uint16Array, coarse: Uint16Array): WordLists {
  const entries: readonly WordEntry[] = Array.from(masks, (lists, index) => ({ lists, cluster: fine[index] ?? 0 }))
  const entryOf = (word: string, from = 0) => {
    const slot = find(checks, listHash(word, from))
    return slot < 0 ? undefined : entries[kinds[slot] ?? 0]
  }
  return {
    findPart: (word, from) => entryOf(word, from) ?? noEntry,
    find(surface, lower) {
      const below = entryOf(lower)
      if (surface === lower) return below ?? noEntry
      const above = entryOf(surface) ?? entryOf(otherForm(surface, lower))
      if (below === undefined || above === undefined) return above ?? below ?? noEntry
      return { lists: above.lists | below.lists, cluster: above.cluster || below.cluster }
    },
    coarse: (cluster) => coarse[cluster] ?? 0,
  }
}

/** "MERKEL" and "Merkels" are looked up as "Merkel". */
function otherForm(surface: string, lower: string): string {
  if (surface.length > 3 && surface === surface.toUpperCase()) return surface.slice(0, 1) + lower.slice(1)
  return surface.endsWith('s') ? surface.slice(0, -1) : surface
}
