/**
 * A part of the inverted index: for each term the sections that hold it and how often. Segments are written once and never changed;
 * a store adds one for each batch of changes, marks the sections that have since gone, and merges small ones. Scores come from
 * these lists alone, so every store that keeps segments finds the same.
 */
import type { TermBag, Vocabulary } from './vocabulary'

export interface Segment {
  /** Terms of each section, counting repetitions. */
  readonly lengths: Uint32Array
  /** The document of each section. */
  readonly owners: Uint32Array
  /** By term: for each section that holds it the distance from the one before and the count, as variable-length integers. */
  readonly postings: ReadonlyMap<string, Uint8Array>
}

export interface SegmentDocument {
  readonly id: number
  readonly sections: readonly TermBag[]
}

export function buildSegment(documents: readonly SegmentDocument[]): Segment {
  const numbers = new Map<string, number>()
  const lists: PostingList[] = []
  const lengths: number[] = []
  const owners: number[] = []
  // The number of each term of the vocabulary at hand in this segment, and how often it occurs in the section at hand.
  const numberings = new Map<Vocabulary, Int32Array>()
  let counts = new Uint32Array(1 << 14)
  const seen: number[] = []
  for (const { id: owner, sections } of documents) {
    for (const { vocabulary, ids } of sections) {
      let numbering = numberings.get(vocabulary)
      if (numbering === undefined || numbering.length < vocabulary.size) {
        const wider = new Int32Array(vocabulary.size * 2).fill(-1)
        if (numbering !== undefined) wider.set(numbering)
        numberings.set(vocabulary, (numbering = wider))
      }
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] ?? 0
        let number = numbering[id] ?? -1
        if (number < 0) {
          const name = vocabulary.nameOf(id)
          number = numbers.get(name) ?? -1
          if (number < 0) {
            number = lists.push(new PostingList()) - 1
            numbers.set(name, number)
            if (number >= counts.length) {
              const more = new Uint32Array(counts.length * 2)
              more.set(counts)
              counts = more
            }
          }
          numbering[id] = number
        }
        const count = counts[number] ?? 0
        if (count === 0) seen.push(number)
        counts[number] = count + 1
      }
      const ordinal = lengths.push(ids.length) - 1
      owners.push(owner)
      for (const number of seen) {
        lists[number]?.add(ordinal, counts[number] ?? 0)
        counts[number] = 0
      }
      seen.length = 0
    }
  }
  const postings = new Map<string, Uint8Array>()
  for (const [term, number] of numbers) postings.set(term, lists[number]?.bytes() ?? new Uint8Array())
  return { lengths: Uint32Array.from(lengths), owners: Uint32Array.from(owners), postings }
}

/** Sections and counts of one term, reading forward; `section` is -1 past the end. */
export class PostingReader {
  section = -1
  count = 0
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  next(): boolean {
    if (this.#at >= this.#bytes.length) return false
    this.section += this.#integer() + 1
    this.count = this.#integer() + 1
    return true
  }

  #integer(): number {
    let value = 0
    for (let scale = 0; ; scale += 7) {
      const byte = this.#bytes[this.#at++] ?? 0
      value |= (byte & 127) << scale
      if (byte < 128) return value
    }
  }
}

/** Bytes of one term while they are written, sections in ascending order. Most terms occur once or twice, so it starts small. */
export class PostingList {
  #bytes = new Uint8Array(4)
  #length = 0
  #last = -1

  add(section: number, count: number): void {
    if (this.#length + 10 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2 + 8)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#length = writeInteger(this.#bytes, this.#length, section - this.#last - 1)
    this.#length = writeInteger(this.#bytes, this.#length, count - 1)
    this.#last = section
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

/** Seven bits a byte, lowest first, the eighth says that more follow; returns the place after it. */
export function writeInteger(bytes: Uint8Array, at: number, value: number): number {
  let end = at
  let rest = value
  while (rest > 127) {
    bytes[end++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[end++] = rest
  return end
}
