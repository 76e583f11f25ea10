/**
 * The linear sequence model: a weight for each feature and label, a weight for each pair of labels, and the best path through them
 * (Viterbi). Labels say where a name begins and goes on: O, then B and I of each type. What a word alone contributes is summed once
 * and remembered, since texts repeat their words.
 */
import type { Language } from '../language/language'
import { createPlaces, markPlaces, outside, pairCount, pairsOf, type Word, wordFeatures } from './features'
import { mix } from './hash'
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
  readonly weights: Int8Array | Float32Array
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

const capacity = 100_000
/** A score that no sum of weights outweighs. */
const certain = 1000
const nameBits = (['firstName', 'surname', 'place', 'organisation', 'company'] as const).reduce((bits, name) => bits | listBit(name), 0)

export function createTagger(model: Model, language: Language): Tagger {
  const known = new Map<string, { readonly word: Word; readonly sums: Float32Array }>()
  const { weights, transitions, starts, scale } = model
  const pairs = new Int32Array(pairCount)
  const nothing = sumsOf(outside)

  return { tag }

  function tag(text: string, tokens: Tokens): Chunk[] {
    const { count } = tokens
    const words: Word[] = []
    const sums: Float32Array[] = []
    for (let at = 0; at < count; at++) {
      const entry = entryOf(text.slice(tokens.starts[at], tokens.ends[at]))
      words.push(entry.word)
      sums.push(entry.sums)
    }
    const places = createPlaces(markPhrases(text, tokens, words))
    const chunks: Chunk[] = []
    for (let from = 0; from < count; ) {
      let to = from + 1
      while (to < count && tokens.opens[to] === 0) to++
      markPlaces(text, tokens, words, from, to, places)
      const scores = new Float32Array((to - from) * labelCount)
      for (let at = from; at < to; at++) {
        const base = (at - from) * labelCount
        if (isPlain(words, at)) {
          scores[base] = certain
          continue
        }
        addSums(scores, base, sums[at], 0)
        addSums(scores, base, at > from ? sums[at - 1] : nothing, 1)
        addSums(scores, base, at + 1 < to ? sums[at + 1] : nothing, 2)
        addSums(scores, base, at - 1 > from ? sums[at - 2] : nothing, 3)
        addSums(scores, base, at + 2 < to ? sums[at + 2] : nothing, 4)
        const made = pairsOf(words, at, from, to, places, pairs)
        for (let pair = 0; pair < made; pair++) addRow(scores, base, pairs[pair] ?? 0)
      }
      for (const chunk of chunksOf(bestPath(scores, to - from), from)) chunks.push(chunk)
      from = to
    }
    return chunks
  }

  /** A German word in lower case that stands beside no capital and on no list of names: half of all tokens, and never a name. */
  function isPlain(words: readonly Word[], at: number): boolean {
    const word = words[at]
    if (language !== 'de' || word === undefined || word.capital || word.lists & nameBits) return false
    return !words[at - 1]?.capital && !words[at + 1]?.capital
  }

  function entryOf(surface: string) {
    const found = known.get(surface)
    if (found !== undefined) return found
    if (known.size >= capacity) known.clear()
    const word = wordFeatures(surface, language, model.lists)
    const entry = { word, sums: sumsOf(word) }
    known.set(surface, entry)
    return entry
  }

  /** What a word adds to each label as the token itself, before it, after it, and two away. */
  function sumsOf(word: Word): Float32Array {
    const sums = new Float32Array(5 * labelCount)
    for (const [index, hashes] of [word.own, word.near, word.near, word.far, word.far].entries()) {
      for (const hash of hashes) addRow(sums, index * labelCount, mix(hash, Place.Own + index))
    }
    return sums
  }

  function addRow(scores: Float32Array, base: number, hash: number): void {
    const row = model.row(hash) * labelCount
    if (row < 0) return
    for (let label = 0; label < labelCount; label++)
      scores[base + label] = (scores[base + label] ?? 0) + (weights[row + label] ?? 0) * scale
  }

  function bestPath(scores: Float32Array, size: number): Uint8Array {
    const back = new Uint8Array(size * labelCount)
    let best = new Float32Array(labelCount)
    let next = new Float32Array(labelCount)
    for (let label = 0; label < labelCount; label++) {
      best[label] = mayFollow(0, label) ? (starts[label] ?? 0) + (scores[label] ?? 0) : Number.NEGATIVE_INFINITY
    }
    for (let at = 1; at < size; at++) {
      for (let label = 0; label < labelCount; label++) {
        let highest = Number.NEGATIVE_INFINITY
        let from = 0
        for (let before = 0; before < labelCount; before++) {
          if (!mayFollow(before, label)) continue
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
    const path = new Uint8Array(size)
    let label = 0
    for (let candidate = 1; candidate < labelCount; candidate++) if ((best[candidate] ?? 0) > (best[label] ?? 0)) label = candidate
    for (let at = size - 1; at >= 0; at--) {
      path[at] = label
      label = back[at * labelCount + label] ?? 0
    }
    return path
  }
}

/** Whether label `next` may follow: a name goes on only as what it began. */
export function mayFollow(label: number, next: number): boolean {
  return next === 0 || next % 2 === 1 || label === next || label === next - 1
}

function addSums(scores: Float32Array, base: number, sums: Float32Array | undefined, place: number): void {
  if (sums === undefined) return
  for (let label = 0, at = place * labelCount; label < labelCount; label++, at++) {
    scores[base + label] = (scores[base + label] ?? 0) + (sums[at] ?? 0)
  }
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
