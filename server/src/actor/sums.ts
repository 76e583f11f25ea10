/**
 * What words add to the score of each label, summed once and remembered, since texts repeat their words: what a word says itself, what it
 * says of its neighbours, and what it says together with the word before or behind it. Bounded: words are forgotten when there are too many,
 * pairs when others come in their place.
 */
import type { Language } from '../language/language'
import { Facts, Part } from './facts'
import {
  alonePosition,
  type Described,
  outside,
  pairCount,
  pairsIn,
  type Word,
  wordFeatures,
  writeAfter,
  writeAlone,
  writeBefore,
  writeOwnRun,
  writeRunAfter,
  writeRunBefore,
} from './features'
import { mix } from './hash'
import { labelCount, type Model } from './labels'

/** Where a feature stands in relation to the token that it speaks for; the hash of a feature is mixed with {@link placeSalt} and its place. */
export enum Place {
  Own = 0,
  Before = 1,
  After = 2,
  Before2 = 3,
  After2 = 4,
}
export const placeSalt = 201
const placeCount = 5

export interface Sums {
  /** Called before a text is read: words of earlier texts may be forgotten, and then others get their numbers. */
  begin(): void
  /** The number of the word between two offsets; 0 is what stands outside of a sentence. */
  numberOf(text: string, from: number, to: number): number
  wordOf(number: number): Word
  /** Sets the scores of the labels from `base` on to what five words in a row say of the one in the middle. */
  setWords(scores: Int32Array, base: number, before2: number, before: number, own: number, after: number, after2: number): void
  /** Adds what a word says where it stands; `single` is whether it is the only capitalised one in a row. */
  addAlone(scores: Int32Array, base: number, own: number, bits: number, phrase: number, single: boolean): void
  /** Adds what a word says together with the one before it, and with the one behind it. */
  addBefore(scores: Int32Array, base: number, before: number, own: number, single: boolean): void
  addAfter(scores: Int32Array, base: number, own: number, after: number, single: boolean): void
  /** Adds the weights of one feature. */
  addFeature(scores: Int32Array, base: number, hash: number): void
}

/** How many words are remembered; a text that begins with more lets the memory start anew. */
const capacity = 100_000
const slotBits = 18
/** A slot holds the number of a word and two hashes of 32 bits by which it is known, so that words need not be compared. */
const slotSize = 4
const pairBits = 16
const pairSize = 2

enum Kind {
  Alone = 0,
  Before = 1,
  After = 2,
}

export function createSums(model: Model, language: Language): Sums {
  const { weights } = model
  const slots = new Int32Array(slotSize << slotBits)
  let words: Word[] = []
  let room = 0
  // For each word and place, and whether it was asked for.
  let sums = new Int16Array(0)
  let asked = new Uint8Array(0)
  // The features that the sums of neighbours are made of: those that reach two words far, then those that reach one.
  let reaching = new Int32Array(0)
  let reachEnds = new Int32Array(0)
  const pairKeys = new Int32Array(pairSize << pairBits)
  const pairSums = new Int16Array(labelCount << pairBits)
  const pairs = pairsIn[language]
  const hashes = new Int32Array(pairCount)
  forget()
  return {
    begin() {
      if (words.length > capacity) forget()
    },
    numberOf,
    wordOf,
    setWords,
    addAlone(scores, base, own, bits, phrase, single) {
      addPair(scores, base, 4 * own + Kind.Alone, (phrase << 5) | (bits << 1) | (single ? 1 : 0))
    },
    addBefore(scores, base, before, own, single) {
      addPair(scores, base, 4 * own + Kind.Before, 2 * before + (single ? 1 : 0))
    },
    addAfter(scores, base, own, after, single) {
      addPair(scores, base, 4 * own + Kind.After, 2 * after + (single ? 1 : 0))
    },
    addFeature,
  }

  function wordOf(number: number): Word {
    return words[number] ?? outside
  }

  function numberOf(text: string, from: number, to: number): number {
    let first = from - to
    let second = to - from
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      first = Math.imul(first ^ code, 0x01000193) ^ (first >>> 15)
      second = Math.imul(second ^ code, 0x2c1b3c6d) ^ (second >>> 13)
    }
    let slot = (first >>> (32 - slotBits)) * slotSize
    for (; slots[slot] !== 0; slot = (slot + slotSize) & (slots.length - 1)) {
      if (slots[slot + 1] === first && slots[slot + 2] === second) return slots[slot] ?? 0
    }
    const number = remember(wordFeatures(text.slice(from, to), language, model.lists))
    slots[slot] = number
    slots[slot + 1] = first
    slots[slot + 2] = second
    return number
  }

  function forget(): void {
    slots.fill(0)
    pairKeys.fill(0)
    words = []
    room = 4096
    sums = new Int16Array(room * placeCount * labelCount)
    asked = new Uint8Array(room * placeCount)
    reachEnds = new Int32Array(2 * room)
    reaching = new Int32Array(16 * room)
    remember(outside)
  }

  /** Remembers a word. What it adds itself is summed at once, if it may be part of a name; the rest when it is asked for. */
  function remember({ own, near, far, id, shape, lists, coarse, facts, phrases }: Described): number {
    const number = words.length
    words.push({ id, shape, lists, coarse, facts, phrases })
    if (number === room) {
      room *= 2
      sums = grown(sums, new Int16Array(room * placeCount * labelCount))
      asked = grown(asked, new Uint8Array(room * placeCount))
      reachEnds = grown(reachEnds, new Int32Array(2 * room))
    }
    const begin = number === 0 ? 0 : (reachEnds[2 * number - 1] ?? 0)
    if (reaching.length < begin + far.length + near.length) reaching = grown(reaching, new Int32Array(2 * reaching.length))
    reaching.set(far, begin)
    reaching.set(near, begin + far.length)
    reachEnds[2 * number] = begin + far.length
    reachEnds[2 * number + 1] = begin + far.length + near.length
    const index = number * placeCount
    if ((facts & Facts.Part) !== Part.None) for (const hash of own) addTo(sums, index * labelCount, mix(hash, placeSalt + Place.Own))
    return number
  }

  function setWords(scores: Int32Array, base: number, before2: number, before: number, own: number, after: number, after2: number): void {
    const first = own * placeCount * labelCount
    const second = sumsOf(before * placeCount + Place.Before)
    const third = sumsOf(after * placeCount + Place.After)
    const fourth = sumsOf(before2 * placeCount + Place.Before2)
    const fifth = sumsOf(after2 * placeCount + Place.After2)
    for (let label = 0; label < labelCount; label++) {
      scores[base + label] =
        (sums[first + label] ?? 0) +
        (sums[second + label] ?? 0) +
        (sums[third + label] ?? 0) +
        (sums[fourth + label] ?? 0) +
        (sums[fifth + label] ?? 0)
    }
  }

  /** Where the sums of a word as a neighbour begin. */
  function sumsOf(index: number): number {
    if (asked[index] === 0) sumUp(index)
    return index * labelCount
  }

  function sumUp(index: number): void {
    asked[index] = 1
    const place = index % placeCount
    const number = (index - place) / placeCount
    const middle = reachEnds[2 * number] ?? 0
    const isFar = place === Place.Before2 || place === Place.After2
    const begin = !isFar ? middle : number === 0 ? 0 : (reachEnds[2 * number - 1] ?? 0)
    const end = isFar ? middle : (reachEnds[2 * number + 1] ?? 0)
    for (let at = begin; at < end; at++) addTo(sums, index * labelCount, mix(reaching[at] ?? 0, placeSalt + place))
  }

  /** `word` is the number of a word and a kind, `other` whatever else the sums depend on. */
  function addPair(scores: Int32Array, base: number, word: number, other: number): void {
    const slot = Math.imul(word ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b) >>> (32 - pairBits)
    const sum = slot * labelCount
    // A word has a number above 0, so that an empty slot is nobody's.
    if (pairKeys[pairSize * slot] !== word || pairKeys[pairSize * slot + 1] !== other) {
      pairKeys[pairSize * slot] = word
      pairKeys[pairSize * slot + 1] = other
      pairSums.fill(0, sum, sum + labelCount)
      sumPair(sum, wordOf(word >> 2), word & 3, other)
    }
    for (let label = 0; label < labelCount; label++) scores[base + label] = (scores[base + label] ?? 0) + (pairSums[sum + label] ?? 0)
  }

  function sumPair(sum: number, word: Word, kind: Kind, other: number): void {
    const single = (other & 1) === 1
    const add = (places: readonly number[]) => {
      for (const place of places) addTo(pairSums, sum, hashes[place] ?? 0)
    }
    if (kind === Kind.Alone) {
      writeAlone(word, (other >> 1) & 15, other >> 5, hashes)
      add(pairs.alone)
      if (!single) return
      writeOwnRun(alonePosition, 1, word, word, hashes)
      add(pairs.run)
    } else if (kind === Kind.Before) {
      const before = wordOf(other >> 1)
      writeBefore(before, word, hashes)
      add(pairs.before)
      if (!single) return
      writeRunBefore(alonePosition, before, word, word, hashes)
      add(pairs.runBefore)
    } else {
      const after = wordOf(other >> 1)
      writeAfter(word, after, hashes)
      add(pairs.after)
      if (!single) return
      writeRunAfter(alonePosition, after, hashes)
      add(pairs.runAfter)
    }
  }

  function addTo(sums: Int16Array, base: number, hash: number): void {
    const row = model.row(hash) * labelCount
    if (row < 0) return
    for (let label = 0; label < labelCount; label++) sums[base + label] = (sums[base + label] ?? 0) + (weights[row + label] ?? 0)
  }

  function addFeature(scores: Int32Array, base: number, hash: number): void {
    const row = model.row(hash) * labelCount
    if (row < 0) return
    for (let label = 0; label < labelCount; label++) scores[base + label] = (scores[base + label] ?? 0) + (weights[row + label] ?? 0)
  }
}

function grown<T extends Uint8Array | Int16Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
