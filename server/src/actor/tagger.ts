/**
 * The linear sequence model: a weight for each feature and label, a weight for each pair of labels, and the best path through them
 * (Viterbi). Labels say where a name begins and goes on: O, then B and I of each type. What a word alone contributes is summed once
 * and remembered, since texts repeat their words.
 */
import type { Language } from '../language/language'
import { createPlaces, markPlaces, outside, type Places, pairCount, pairsOf, type Word, wordFeatures } from './features'
import { hashOfPart, mix } from './hash'
import { listBit, type WordLists } from './lists'
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
const nameBits = (['firstName', 'surname', 'place', 'organisation', 'company'] as const).reduce((bits, name) => bits | listBit(name), 0)

/** A word with what it adds to each label at each of the five {@link Place}s, made when first needed. */
interface Known {
  readonly surface: string
  readonly hash: number
  readonly word: Word
  readonly named: boolean
  /** `labelCount` sums for each place; bit n of `made` says that those of the nth place are there. */
  readonly sums: Int32Array
  made: number
}

export function createTagger(model: Model, language: Language): Tagger {
  const { weights, scale } = model
  // In units of a weight, so that scores stay whole numbers.
  const transitions = Float64Array.from(model.transitions, (value) => value / scale)
  const starts = Float64Array.from(model.starts, (value) => value / scale)
  const pairs = new Int32Array(pairCount)
  const slots = new Int32Array(1 << slotBits)
  let entries: Known[] = []
  const nothing = known('', 0, outside)
  let scores = new Int32Array(64 * labelCount)
  let back = new Uint8Array(64 * labelCount)
  let best = new Float64Array(labelCount)
  let next = new Float64Array(labelCount)

  return { tag }

  function tag(text: string, tokens: Tokens): Chunk[] {
    const { count, starts: from, ends } = tokens
    const here: Known[] = []
    const words: Word[] = []
    for (let at = 0; at < count; at++) {
      const entry = entryOf(text, from[at] ?? 0, ends[at] ?? 0)
      here.push(entry)
      words.push(entry.word)
    }
    const places = createPlaces(markPhrases(text, tokens, words))
    const chunks: Chunk[] = []
    for (let first = 0; first < count; ) {
      let end = first + 1
      while (end < count && tokens.opens[end] === 0) end++
      markPlaces(text, tokens, words, first, end, places)
      tagSentence(here, words, first, end, places, chunks)
      first = end
    }
    return chunks
  }

  /** Plain words part a sentence into runs, whose labels do not depend on each other. */
  function tagSentence(here: readonly Known[], words: readonly Word[], first: number, end: number, places: Places, chunks: Chunk[]): void {
    for (let at = first; at < end; at++) {
      if (isPlain(here, at, first, end)) continue
      const from = at
      while (at < end && !isPlain(here, at, first, end)) at++
      const size = at - from
      if (scores.length < size * labelCount) {
        scores = new Int32Array(2 * size * labelCount)
        back = new Uint8Array(2 * size * labelCount)
      }
      scores.fill(0, 0, size * labelCount)
      for (let token = from; token < at; token++) {
        const base = (token - from) * labelCount
        addPlace(base, here[token], 0)
        addPlace(base, token > first ? here[token - 1] : nothing, 1)
        addPlace(base, token + 1 < end ? here[token + 1] : nothing, 2)
        addPlace(base, token - 1 > first ? here[token - 2] : nothing, 3)
        addPlace(base, token + 2 < end ? here[token + 2] : nothing, 4)
        const made = pairsOf(words, token, first, end, places, pairs)
        for (let pair = 0; pair < made; pair++) addRow(scores, base, pairs[pair] ?? 0)
      }
      addChunks(size, from, from === first, at === end, chunks)
    }
  }

  /** A German word in lower case that stands beside no capital and on no list of names: half of all tokens, and never a name. */
  function isPlain(here: readonly Known[], at: number, first: number, end: number): boolean {
    const entry = here[at]
    if (language !== 'de' || entry === undefined || entry.word.capital || entry.named) return false
    return !(at > first && here[at - 1]?.word.capital) && !(at + 1 < end && here[at + 1]?.word.capital)
  }

  function entryOf(text: string, from: number, to: number): Known {
    const hash = hashOfPart(text, from, to, 9)
    let slot = hash >>> (32 - slotBits)
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const entry = entries[(slots[slot] ?? 0) - 1]
      if (entry !== undefined && entry.hash === hash && entry.surface.length === to - from && text.startsWith(entry.surface, from))
        return entry
    }
    if (entries.length >= capacity) {
      entries = []
      slots.fill(0)
      slot = hash >>> (32 - slotBits)
    }
    const surface = text.slice(from, to)
    const entry = known(surface, hash, wordFeatures(surface, language, model.lists))
    slots[slot] = entries.push(entry)
    return entry
  }

  function known(surface: string, hash: number, word: Word): Known {
    return { surface, hash, word, named: (word.lists & nameBits) !== 0, sums: new Int32Array(5 * labelCount), made: 0 }
  }

  function addPlace(base: number, entry: Known | undefined, place: number): void {
    if (entry === undefined) return
    const { sums } = entry
    const offset = place * labelCount
    if ((entry.made & (1 << place)) === 0) {
      entry.made |= 1 << place
      const { own, near, far } = entry.word
      for (const hash of place === 0 ? own : place < 3 ? near : far) addRow(sums, offset, mix(hash, Place.Own + place))
    }
    for (let label = 0; label < labelCount; label++) scores[base + label] = (scores[base + label] ?? 0) + (sums[offset + label] ?? 0)
  }

  function addRow(sums: Int32Array, base: number, hash: number): void {
    const row = model.row(hash) * labelCount
    if (row < 0) return
    for (let label = 0; label < labelCount; label++) sums[base + label] = (sums[base + label] ?? 0) + (weights[row + label] ?? 0)
  }

  /** Finds the best labels of a run of tokens and adds its names. Outside of the run stand plain words or the ends of the sentence. */
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
