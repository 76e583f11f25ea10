/**
 * The linear sequence model: a weight for each feature and label, a weight for each pair of labels, and the best path through them
 * (Viterbi). Labels say where a name begins and goes on: O, then B and I of each type. What a word alone contributes is summed once
 * and remembered, since texts repeat their words.
 */
import type { Language } from '../language/language'
import {
  createPlaces,
  type Described,
  isOfTown,
  markPlaces,
  outside,
  Part,
  type Places,
  pairCount,
  pairsOf,
  type Word,
  wordFeatures,
} from './features'
import { mix } from './hash'
import type { WordLists } from './lists'
import { markPhrases } from './phrases'
import type { Tokens } from './tokens'

export const types = ['person', 'organisation', 'place', 'other'] as const
export type ChunkType = (typeof types)[number]
export const labelCount = 1 + 2 * types.length

export interface Chunk {
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
  readonly type: ChunkType
}

export interface Model {
  readonly lists: WordLists
  /** `labelCount` weights for each row. */
  readonly weights: Int8Array
  /** The row of a feature hash, or -1. */
  row(hash: number): number
  /** From label to label, and into the first. */
  readonly transitions: Float32Array
  readonly starts: Float32Array
  /** What a weight is worth. */
  readonly scale: number
}

export interface Tagger {
  /** The names among `tokens`, in text order. */
  tag(text: string, tokens: Tokens): Chunk[]
}

/** Where a feature stands in relation to the token that it speaks for. */
export enum Place {
  Own = 201,
  Before = 202,
  After = 203,
  Before2 = 204,
  After2 = 205,
}

/** How many words are remembered; then the memory starts anew. */
const capacity = 100_000
const slotBits = 18
const sumCount = 5 * labelCount
/** By how much no name must outweigh every name in the sums of the words alone for a token to be settled, in natural logarithms. */
const certainty = 3

/** What is remembered of a word: its facts, less the features that its sums are made of. */
interface Known extends Word {
  /** Where its sums begin: `labelCount` for each of the five {@link Place}s. */
  readonly sums: number
}

export function createTagger(model: Model, language: Language): Tagger {
  const { weights, scale } = model
  const sure = certainty / scale
  // In units of a weight, so that scores stay whole numbers.
  const transitions = Float64Array.from(model.transitions, (value) => value / scale)
  const starts = Float64Array.from(model.starts, (value) => value / scale)
  const pairs = new Int32Array(pairCount)
  // Open addressing; a word is known by two hashes of 32 bits, so that words need not be compared.
  const slots = new Int32Array(1 << slotBits)
  const firsts = new Int32Array(1 << slotBits)
  const seconds = new Int32Array(1 << slotBits)
  let entries: Known[] = []
  let sums = new Int32Array(4096 * sumCount)
  const nothing = known(outside)
  let scores = new Int32Array(64 * labelCount)
  let back = new Uint8Array(64 * labelCount)
  let best = new Float64Array(labelCount)
  let next = new Float64Array(labelCount)

  return { tag }

  function tag(text: string, tokens: Tokens): Chunk[] {
    const { count, starts: from, ends } = tokens
    const words: Known[] = []
    for (let at = 0; at < count; at++) words.push(entryOf(text, from[at] ?? 0, ends[at] ?? 0))
    const places = createPlaces(markPhrases(text, tokens, words))
    const chunks: Chunk[] = []
    for (let first = 0; first < count; ) {
      let end = first + 1
      while (end < count && tokens.opens[end] === 0) end++
      markPlaces(text, tokens, words, first, end, places)
      tagSentence(words, first, end, places, chunks)
      first = end
    }
    // "Berliner" is labelled as a place in some sets and is none: the name is Berlin.
    const names = chunks.filter(({ from: at, to, type }) => type !== 'place' || to > at + 1 || !isOfTown(words[at] ?? nothing))
    return withKnown(tokens, places.phrases, names)
  }

  /** What cannot be part of a name parts a sentence into runs, whose labels do not depend on each other. */
  function tagSentence(words: readonly Known[], first: number, end: number, places: Places, chunks: Chunk[]): void {
    if (scores.length < (end - first) * labelCount) {
      scores = new Int32Array(2 * (end - first) * labelCount)
      back = new Uint8Array(2 * (end - first) * labelCount)
    }
    let from = first
    for (let at = first; at <= end; at++) {
      if (at < end && places.active[at] === 1 && scoreWords(words, at, (at - from) * labelCount, first, end)) continue
      // What stands side by side is asked only of words that what stands around them leaves in doubt.
      for (let token = from; token < at; token++) {
        const made = pairsOf(words, token, first, end, places, pairs)
        for (let pair = 0; pair < made; pair++) addRow(scores, (token - from) * labelCount, pairs[pair] ?? 0)
      }
      if (at > from) addChunks(at - from, from, from === first, at === end, chunks)
      from = at + 1
    }
  }

  /** Sums what the words at a token and around it say of its label; false where they are sure that it is no name. */
  function scoreWords(words: readonly Known[], at: number, base: number, first: number, end: number): boolean {
    const own = words[at]?.sums ?? 0
    const before = (at > first ? (words[at - 1]?.sums ?? 0) : nothing.sums) + labelCount
    const after = (at + 1 < end ? (words[at + 1]?.sums ?? 0) : nothing.sums) + 2 * labelCount
    const before2 = (at - 1 > first ? (words[at - 2]?.sums ?? 0) : nothing.sums) + 3 * labelCount
    const after2 = (at + 2 < end ? (words[at + 2]?.sums ?? 0) : nothing.sums) + 4 * labelCount
    let none = 0
    let highest = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labelCount; label++) {
      const score =
        (sums[own + label] ?? 0) +
        (sums[before + label] ?? 0) +
        (sums[after + label] ?? 0) +
        (sums[before2 + label] ?? 0) +
        (sums[after2 + label] ?? 0)
      scores[base + label] = score
      if (label === 0) none = score
      else if (score > highest) highest = score
    }
    return highest > none - sure
  }

  function entryOf(text: string, from: number, to: number): Known {
    let first = from - to
    let second = to - from
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      first = Math.imul(first ^ code, 0x01000193) ^ (first >>> 15)
      second = Math.imul(second ^ code, 0x2c1b3c6d) ^ (second >>> 13)
    }
    let slot = first >>> (32 - slotBits)
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      if (firsts[slot] !== first || seconds[slot] !== second) continue
      const entry = entries[(slots[slot] ?? 0) - 1]
      if (entry !== undefined) return entry
    }
    if (entries.length >= capacity) {
      entries = [nothing]
      slots.fill(0)
      slot = first >>> (32 - slotBits)
    }
    const entry = known(wordFeatures(text.slice(from, to), language, model.lists))
    firsts[slot] = first
    seconds[slot] = second
    slots[slot] = entries.length
    return entry
  }

  /** Remembers a word and sums what it adds to each label as the token itself, before it, after it, and two away. */
  function known({ own, near, far, id, shape, lists, coarse, capital, part, phrases }: Described): Known {
    const entry = { sums: entries.length * sumCount, id, shape, lists, coarse, capital, part, phrases }
    entries.push(entry)
    if (sums.length < entry.sums + sumCount) {
      const larger = new Int32Array(2 * sums.length)
      larger.set(sums)
      sums = larger
    }
    sums.fill(0, entry.sums, entry.sums + sumCount)
    if (part !== Part.None) for (const hash of own) addRow(sums, entry.sums, mix(hash, Place.Own))
    for (const hash of near) {
      addRow(sums, entry.sums + labelCount, mix(hash, Place.Before))
      addRow(sums, entry.sums + 2 * labelCount, mix(hash, Place.After))
    }
    for (const hash of far) {
      addRow(sums, entry.sums + 3 * labelCount, mix(hash, Place.Before2))
      addRow(sums, entry.sums + 4 * labelCount, mix(hash, Place.After2))
    }
    return entry
  }

  function addRow(sums: Int32Array, base: number, hash: number): void {
    const row = model.row(hash) * labelCount
    if (row < 0) return
    for (let label = 0; label < labelCount; label++) sums[base + label] = (sums[base + label] ?? 0) + (weights[row + label] ?? 0)
  }

  /** Finds the best labels of a run of tokens and adds its names. Outside of the run stand words that are no names, or the ends of the sentence. */
  function addChunks(size: number, offset: number, opens: boolean, closes: boolean, chunks: Chunk[]): void {
    for (let label = 0; label < labelCount; label++) {
      const into = opens ? starts[label] : transitions[label]
      best[label] = mayFollow(0, label) ? (into ?? 0) + (scores[label] ?? 0) : Number.NEGATIVE_INFINITY
    }
    for (let at = 1; at < size; at++) {
      for (let label = 0; label < labelCount; label++) {
        let highest = Number.NEGATIVE_INFINITY
        let from = 0
        const within = label > 0 && label % 2 === 0
        const last = within ? label : labelCount - 1
        for (let before = within ? label - 1 : 0; before <= last; before++) {
          const score = (best[before] ?? 0) + (transitions[before * labelCount + label] ?? 0)
          if (score > highest) {
            highest = score
            from = before
          }
        }
        next[label] = highest + (scores[at * labelCount + label] ?? 0)
        back[at * labelCount + label] = from
      }
      ;[best, next] = [next, best]
    }
    let label = 0
    let highest = Number.NEGATIVE_INFINITY
    for (let candidate = 0; candidate < labelCount; candidate++) {
      const score = (best[candidate] ?? 0) + (closes ? 0 : (transitions[candidate * labelCount] ?? 0))
      if (score > highest) {
        highest = score
        label = candidate
      }
    }
    const path = new Uint8Array(size)
    for (let at = size - 1; at >= 0; at--) {
      path[at] = label
      label = back[at * labelCount + label] ?? 0
    }
    for (const chunk of chunksOf(path, offset)) chunks.push(chunk)
  }
}

/** Whether label `next` may follow: a name goes on only as what it began. */
export function mayFollow(label: number, next: number): boolean {
  return next === 0 || next % 2 === 1 || label === next || label === next - 1
}

/** Code of a known organisation in the marks of phrases, and how far the codes of what goes on are from those of what begins. */
const organisationCode = 2
const goesOn = 4

/** Adds organisations that are known by a name of several words or of four letters and more, and were overlooked. */
function withKnown({ starts, ends }: Tokens, phrases: Uint8Array, chunks: Chunk[]): Chunk[] {
  const found: Chunk[] = []
  let next = 0
  for (let from = phrases.indexOf(organisationCode); from >= 0; from = phrases.indexOf(organisationCode, from + 1)) {
    let to = from + 1
    while (phrases[to] === organisationCode + goesOn) to++
    while (next < chunks.length && (chunks[next]?.to ?? 0) <= from) next++
    if ((chunks[next]?.from ?? to) < to) continue
    if (to > from + 1 || (ends[from] ?? 0) - (starts[from] ?? 0) > 3) found.push({ from, to, type: 'organisation' })
  }
  return found.length === 0 ? chunks : [...chunks, ...found].sort((a, b) => a.from - b.from)
}

function chunksOf(path: Uint8Array, offset: number): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 0; at < path.length; ) {
    const label = path[at] ?? 0
    let to = at + 1
    if (label !== 0) {
      while (to < path.length && path[to] === label + 1) to++
      const type = types[(label - 1) >> 1]
      if (type !== undefined) chunks.push({ from: at + offset, to: to + offset, type })
    }
    at = to
  }
  return chunks
}
