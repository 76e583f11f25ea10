/**
 * What words add to the score of each label. What a word says itself, what it says of its neighbours and what it says where it stands is
 * summed once and remembered, since texts repeat their words; what two words say together is summed anew, since most pairs do not come again
 * soon enough to be worth a place. Bounded: words are forgotten when there are too many, and where they stood when others come in their place.
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
import type { Model } from './labels'
import { addLanes, addRow, laneCount } from './lanes'

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
  /** Sets the scores of the labels, whose lanes begin at `base`, to what five words in a row say of the one in the middle. */
  setWords(scores: Int32Array, base: number, before2: number, before: number, own: number, after: number, after2: number): void
  /** Adds what a word says where it stands; `single` is whether it is the only capitalised one in a row. */
  addAlone(scores: Int32Array, base: number, own: number, bits: number, phrase: number, single: boolean): void
  /** Adds what a word says together with the one before it, and with the one behind it. */
  addBefore(scores: Int32Array, base: number, before: Word, word: Word, single: boolean): void
  addAfter(scores: Int32Array, base: number, word: Word, after: Word, single: boolean): void
  /** Adds the weights of one feature. */
  add(scores: Int32Array, base: number, hash: number): void
}

/** How many words are remembered; a text that begins with more lets the memory start anew. */
const capacity = 100_000
/** Of the table of words when it is new; it grows. */
const fewestSlotBits = 14
/** A slot holds the number of a word and two hashes of 32 bits by which it is known, so that words need not be compared. */
const slotSize = 4
const standingBits = 14
/** A word's number, how it stands, and the sums; a power of two, so that all of it lies in one line of the processor's cache. */
const standingSize = 8

export function createSums(model: Model, language: Language): Sums {
  const { rows, find } = model
  let slotBits = fewestSlotBits
  let slots = new Int32Array(slotSize << slotBits)
  let words: Word[] = []
  let room = 0
  // For each word and place, and whether it was asked for.
  let sums = new Int32Array(0)
  let asked = new Uint8Array(0)
  // The features that the sums of neighbours are made of: those that reach two words far, then those that reach one.
  let reaching = new Int32Array(0)
  let reachEnds = new Int32Array(0)
  const standing = new Int32Array(standingSize << standingBits)
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
    addAlone,
    addBefore,
    addAfter,
    add,
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
    if (2 * number > 1 << slotBits) growSlots()
    return number
  }

  function growSlots(): void {
    const old = slots
    slotBits++
    slots = new Int32Array(slotSize << slotBits)
    for (let from = 0; from < old.length; from += slotSize) {
      if (old[from] === 0) continue
      let slot = ((old[from + 1] ?? 0) >>> (32 - slotBits)) * slotSize
      while (slots[slot] !== 0) slot = (slot + slotSize) & (slots.length - 1)
      slots.set(old.subarray(from, from + slotSize), slot)
    }
  }

  function forget(): void {
    slotBits = fewestSlotBits
    slots = new Int32Array(slotSize << slotBits)
    standing.fill(0)
    words = []
    room = 4096
    sums = new Int32Array(room * placeCount * laneCount)
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
      sums = grown(sums, new Int32Array(room * placeCount * laneCount))
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
    if ((facts & Facts.Part) !== Part.None) for (const hash of own) add(sums, index * laneCount, mix(hash, placeSalt + Place.Own))
    return number
  }

  function setWords(scores: Int32Array, base: number, before2: number, before: number, own: number, after: number, after2: number): void {
    const first = own * placeCount * laneCount
    const second = sumsOf(before * placeCount + Place.Before)
    const third = sumsOf(after * placeCount + Place.After)
    const fourth = sumsOf(before2 * placeCount + Place.Before2)
    const fifth = sumsOf(after2 * placeCount + Place.After2)
    for (let lane = 0; lane < laneCount; lane++) {
      scores[base + lane] =
        (sums[first + lane] ?? 0) +
        (sums[second + lane] ?? 0) +
        (sums[third + lane] ?? 0) +
        (sums[fourth + lane] ?? 0) +
        (sums[fifth + lane] ?? 0)
    }
  }

  /** Where the sums of a word as a neighbour begin. */
  function sumsOf(index: number): number {
    if (asked[index] === 0) sumUp(index)
    return index * laneCount
  }

  function sumUp(index: number): void {
    asked[index] = 1
    const place = index % placeCount
    const number = (index - place) / placeCount
    const middle = reachEnds[2 * number] ?? 0
    const isFar = place === Place.Before2 || place === Place.After2
    const begin = !isFar ? middle : number === 0 ? 0 : (reachEnds[2 * number - 1] ?? 0)
    const end = isFar ? middle : (reachEnds[2 * number + 1] ?? 0)
    for (let at = begin; at < end; at++) add(sums, index * laneCount, mix(reaching[at] ?? 0, placeSalt + place))
  }

  function addAlone(scores: Int32Array, base: number, own: number, bits: number, phrase: number, single: boolean): void {
    const how = (phrase << 5) | (bits << 1) | (single ? 1 : 0)
    const slot = (Math.imul(own ^ Math.imul(how, 0x9e3779b1), 0x85ebca6b) >>> (32 - standingBits)) * standingSize
    const sum = slot + 2
    // A word has a number above 0, so that an empty slot is nobody's.
    if (standing[slot] !== own || standing[slot + 1] !== how) {
      standing[slot] = own
      standing[slot + 1] = how
      standing.fill(0, sum, sum + laneCount)
      const word = wordOf(own)
      writeAlone(word, bits, phrase, hashes)
      addAll(standing, sum, pairs.alone)
      if (single) {
        writeOwnRun(alonePosition, 1, word, word, hashes)
        addAll(standing, sum, pairs.run)
      }
    }
    addLanes(scores, base, standing, sum)
  }

  function addBefore(scores: Int32Array, base: number, before: Word, word: Word, single: boolean): void {
    writeBefore(before, word, hashes)
    addAll(scores, base, pairs.before)
    if (!single) return
    writeRunBefore(alonePosition, before, word, word, hashes)
    addAll(scores, base, pairs.runBefore)
  }

  function addAfter(scores: Int32Array, base: number, word: Word, after: Word, single: boolean): void {
    writeAfter(word, after, hashes)
    addAll(scores, base, pairs.after)
    if (!single) return
    writeRunAfter(alonePosition, after, hashes)
    addAll(scores, base, pairs.runAfter)
  }

  function addAll(sums: Int32Array, base: number, places: readonly number[]): void {
    for (const place of places) add(sums, base, hashes[place] ?? 0)
  }

  function add(sums: Int32Array, base: number, hash: number): void {
    const at = find(hash)
    if (at >= 0) addRow(sums, base, rows, at)
  }
}

function grown<T extends Uint8Array | Int32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
