/** From labelled texts to a model: features of every token as row numbers, then the weights. */
import { createPlaces, type Described, markPlaces, outside, pairsOf, wordFeatures } from '../../src/actor/features'
import { mix } from '../../src/actor/hash'
import { labelCount, type Model } from '../../src/actor/labels'
import { putRow, rowSize } from '../../src/actor/lanes'
import type { WordLists } from '../../src/actor/lists'
import { markPhrases } from '../../src/actor/phrases'
import { Place, placeSalt } from '../../src/actor/sums'
import { type Crf, type CrfOptions, type Sentence, trainCrf } from './crf'
import type { Labelled } from './sets'

/** A sentence with feature hashes in place of rows. */
type Hashed = Sentence

const nothing: ReadonlySet<string> = new Set()

/**
 * Makes the training sentences of a labelled text; their rows are still hashes. `without` names groups of features to leave out, to see
 * what they add: the very `words` with their long affixes, their `neighbours`, and the `pairs` that they make.
 */
export function sentencesFrom(
  example: Labelled,
  lists: WordLists,
  words: Map<string, Described>,
  weight: number,
  without: ReadonlySet<string> = nothing,
): Hashed[] {
  const { text, tokens, language } = example
  const known: Described[] = []
  for (let at = 0; at < tokens.count; at++) {
    const surface = text.slice(tokens.starts[at], tokens.ends[at])
    const key = language + surface
    let word = words.get(key)
    if (word === undefined) words.set(key, (word = wordFeatures(surface, language, lists)))
    known.push(word)
  }
  const places = createPlaces(tokens.count)
  for (const [at, { facts }] of known.entries()) places.facts[at] = facts
  markPhrases(text, tokens, known, places)
  const sentences: Hashed[] = []
  for (let from = 0; from < tokens.count; ) {
    let to = from + 1
    while (to < tokens.count && tokens.opens[to] === 0) to++
    markPlaces(text, tokens, from, to, places)
    const rows: number[] = []
    const begins = new Int32Array(to - from + 1)
    const lexical = new Uint8Array(to - from)
    const fixed = new Uint8Array(to - from)
    for (let at = from; at < to; at++) {
      begins[at - from] = rows.length
      // Recognition asks nothing of such words, so there is nothing to learn of them; a label that says otherwise counts all the same.
      if (places.active[at] === 0 && example.labels[at] === 0) {
        fixed[at - from] = 1
        continue
      }
      const add = (hashes: readonly number[], place: Place) => {
        for (const hash of hashes) rows.push(mix(hash, placeSalt + place))
      }
      const { own, lexical: telling } = known[at] ?? outside
      if (without.has('words')) add(own.slice(telling), Place.Own)
      else {
        add(own, Place.Own)
        lexical[at - from] = telling
      }
      if (!without.has('neighbours')) {
        add((at > from ? known[at - 1] : outside)?.near ?? outside.near, Place.Before)
        add((at + 1 < to ? known[at + 1] : outside)?.near ?? outside.near, Place.After)
        add((at - 1 > from ? known[at - 2] : outside)?.far ?? outside.far, Place.Before2)
        add((at + 2 < to ? known[at + 2] : outside)?.far ?? outside.far, Place.After2)
      }
      if (!without.has('pairs')) for (const hash of pairsOf(known, at, from, to, places, language)) rows.push(hash)
    }
    begins[to - from] = rows.length
    if (rows.length > 0)
      sentences.push({ rows: Int32Array.from(rows), begins, lexical, fixed, labels: example.labels.slice(from, to), weight })
    from = to
  }
  return sentences
}

export interface Learnt extends Crf {
  /** The row of a feature hash, or -1. */
  row(hash: number): number
  readonly hashes: Int32Array
}

/** Features seen less often than this are left out. */
const leastSeen = 2

export interface LearnOptions extends Omit<CrfOptions, 'labels' | 'rows'> {
  /** How many features may stay; those that matter most in a short first training. */
  readonly most: number
}

export function learn(sentences: readonly Hashed[], options: LearnOptions): Learnt {
  const table = createTable(22)
  for (const { rows } of sentences) for (const hash of rows) table.count(hash)
  let hashes = table.keep(() => leastSeen)
  if (hashes.length > options.most) {
    const first = trainCrf(numbered(sentences, table.row), { ...options, epochs: 2, labels: labelCount, rows: hashes.length })
    const worth = Float32Array.from(hashes, (hash, row) => {
      const weights = first.weights.subarray(row * labelCount, (row + 1) * labelCount)
      return (Math.max(...weights) - Math.min(...weights)) * table.seen(hash) ** 0.25
    })
    const least = [...worth].sort((a, b) => b - a)[options.most - 1] ?? 0
    const rows = new Set(hashes.filter((_, row) => (worth[row] ?? 0) >= least))
    hashes = table.keep((hash) => (rows.has(hash) ? leastSeen : Number.POSITIVE_INFINITY))
  }
  const crf = trainCrf(numbered(sentences, table.row), { ...options, labels: labelCount, rows: hashes.length })
  return { ...crf, row: table.row, hashes }
}

/** The sentences with rows for hashes, less the features that have none. */
function numbered(sentences: readonly Hashed[], rowOf: (hash: number) => number): Sentence[] {
  return sentences.map((sentence) => {
    const rows: number[] = []
    const begins = new Int32Array(sentence.begins.length)
    const lexical = new Uint8Array(sentence.labels.length)
    for (let at = 0; at < sentence.labels.length; at++) {
      begins[at] = rows.length
      const start = sentence.begins[at] ?? 0
      for (let f = start; f < (sentence.begins[at + 1] ?? 0); f++) {
        const row = rowOf(sentence.rows[f] ?? 0)
        if (row < 0) continue
        rows.push(row)
        if (f - start < (sentence.lexical[at] ?? 0)) lexical[at] = (lexical[at] ?? 0) + 1
      }
    }
    begins[sentence.labels.length] = rows.length
    return { ...sentence, rows: Int32Array.from(rows), begins, lexical }
  })
}

/** Counts hashes and numbers those that stay: open addressing in typed arrays, because there are millions. */
function createTable(bits: number) {
  const size = 1 << bits
  const keys = new Int32Array(size)
  const counts = new Int32Array(size)
  const numbers = new Int32Array(size).fill(-1)
  const slotOf = (hash: number) => {
    let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits)
    while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (size - 1)
    return slot
  }
  return {
    count(hash: number) {
      const slot = slotOf(hash)
      keys[slot] = hash
      counts[slot] = (counts[slot] ?? 0) + 1
    },
    keep(least: (hash: number) => number): Int32Array {
      const kept: number[] = []
      numbers.fill(-1)
      for (let slot = 0; slot < size; slot++) {
        if (counts[slot] === 0 || (counts[slot] ?? 0) < least(keys[slot] ?? 0)) continue
        numbers[slot] = kept.length
        kept.push(keys[slot] ?? 0)
      }
      return Int32Array.from(kept)
    },
    seen: (hash: number) => counts[slotOf(hash)] ?? 0,
    row: (hash: number) => numbers[slotOf(hash)] ?? -1,
  }
}

/** The model as it will be shipped, weights rounded. */
export function modelOf(learnt: Learnt, lists: WordLists): Model {
  const { values, scale } = rounded(learnt.weights)
  const find = (hash: number) => {
    const row = learnt.row(hash)
    return row < 0 ? -1 : row * rowSize
  }
  const rows = new Int32Array((values.length / labelCount) * rowSize)
  for (let row = 0; row * labelCount < values.length; row++) putRow(rows, row * rowSize, 0, values, row * labelCount)
  return { lists, rows, find, transitions: learnt.transitions, starts: learnt.starts, scale }
}

/** Weights in eight bits; a weight is a value times the scale. Few weights are beyond 4, and none needs to be. */
export function rounded(weights: Float32Array): { values: Int8Array; scale: number } {
  let largest = 0
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  const scale = Math.min(largest, 4) / 127
  return { values: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))), scale }
}
