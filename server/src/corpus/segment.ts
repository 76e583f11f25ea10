/**
 * A part of the inverted index: for each term the sections that hold it and how often. Segments are written once and never changed;
 * a store adds one for each batch of changes, marks the sections that have since gone, and merges small ones. Scores come from
 * these lists alone, so every store that keeps segments finds the same.
 */
import { type Dictionary, larger, longestName, type TermBag } from './vocabulary'

export interface Segment {
  /** Terms of each section, counting repetitions. */
  readonly lengths: Uint32Array
  /** The document of each section. */
  readonly owners: Uint32Array
  readonly names: Names
  /** Where in `bytes` the postings of each term begin; one more for the end. */
  readonly starts: Uint32Array
  /** For each section that holds a term the distance from the one before and the count, as variable-length integers. */
  readonly bytes: Uint8Array
}

/** The terms of a segment in UTF-8, one behind the other. */
export interface Names {
  readonly count: number
  readonly bytes: Uint8Array
  /** Where each name begins; one more for the end. */
  readonly starts: Uint32Array
  /** `hashOf` of each term. */
  readonly hashes: Int32Array
}

export interface SegmentDocument {
  readonly id: number
  readonly sections: readonly TermBag[]
}

/** First every section's terms with their counts, in order of sections; then the same in order of terms. */
export function buildSegment(documents: readonly SegmentDocument[]): Segment {
  const sections = documents.flatMap(({ id, sections: own }) => own.map((bag) => ({ owner: id, bag })))
  const lengths = Uint32Array.from(sections, ({ bag }) => bag.ids.length)
  const most = lengths.reduce((sum, length) => sum + length, 0)
  const numbering = new Numbering()
  const pairTerms = new Uint32Array(most)
  const pairCounts = new Uint32Array(most)
  /** Where the pairs of each section begin. */
  const sectionStarts = new Uint32Array(sections.length + 1)
  // Where in the pairs the term was last seen: within the section at hand, it is counted there.
  let lastSeen = new Int32Array(1 << 14).fill(-1)
  let pairs = 0
  for (const [section, { bag }] of sections.entries()) {
    const begin = pairs
    const numbers = numbering.of(bag.dictionary)
    for (let at = 0; at < bag.ids.length; at++) {
      const id = bag.ids[at] ?? 0
      const known = numbers[id] ?? -1
      const term = known < 0 ? numbering.add(bag.dictionary, numbers, id) : known
      if (term >= lastSeen.length) {
        const more = new Int32Array(lastSeen.length * 2).fill(-1)
        more.set(lastSeen)
        lastSeen = more
      }
      const seen = lastSeen[term] ?? -1
      if (seen >= begin) pairCounts[seen] = (pairCounts[seen] ?? 0) + 1
      else {
        lastSeen[term] = pairs
        pairTerms[pairs] = term
        pairCounts[pairs++] = 1
      }
    }
    sectionStarts[section + 1] = pairs
  }
  const owners = Uint32Array.from(sections, ({ owner }) => owner)
  return {
    lengths,
    owners,
    names: numbering.names,
    ...invert(pairTerms.subarray(0, pairs), pairCounts, sectionStarts, numbering.names.count),
  }
}

function invert(
  pairTerms: Uint32Array,
  pairCounts: Uint32Array,
  sectionStarts: Uint32Array,
  terms: number,
): { readonly starts: Uint32Array; readonly bytes: Uint8Array } {
  const firsts = new Uint32Array(terms + 1)
  for (const term of pairTerms) firsts[term + 1] = (firsts[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term++) firsts[term + 1] = (firsts[term + 1] ?? 0) + (firsts[term] ?? 0)
  const next = firsts.slice()
  const sections = new Uint32Array(pairTerms.length)
  const counts = new Uint32Array(pairTerms.length)
  for (let section = 0; section + 1 < sectionStarts.length; section++) {
    const end = sectionStarts[section + 1] ?? 0
    for (let pair = sectionStarts[section] ?? 0; pair < end; pair++) {
      const term = pairTerms[pair] ?? 0
      const place = next[term] ?? 0
      next[term] = place + 1
      sections[place] = section
      counts[place] = pairCounts[pair] ?? 0
    }
  }
  const bytes = new Uint8Array(pairTerms.length * 10)
  const starts = new Uint32Array(terms + 1)
  let at = 0
  for (let term = 0; term < terms; term++) {
    let last = -1
    const end = firsts[term + 1] ?? 0
    for (let place = firsts[term] ?? 0; place < end; place++) {
      const section = sections[place] ?? 0
      at = writeInteger(bytes, at, section - last - 1)
      at = writeInteger(bytes, at, (counts[place] ?? 0) - 1)
      last = section
    }
    starts[term + 1] = at
  }
  return { starts, bytes: bytes.slice(0, at) }
}

/** Numbers of terms within a segment, from those of a dictionary: of one, unless it was full in between. */
class Numbering {
  #count = 0
  #bytes = new Uint8Array(1 << 15)
  #starts = new Uint32Array(1 << 12)
  #hashes = new Int32Array(1 << 12)
  /** Of the last dictionary, by its number for a term the number here, or -1. */
  #numbers = new Int32Array(0)
  #dictionary: Dictionary | undefined
  /** Only where there are several dictionaries. */
  #byName: Map<string, number> | undefined

  get names(): Names {
    return { count: this.#count, bytes: this.#bytes, starts: this.#starts, hashes: this.#hashes }
  }

  /** Wide enough for all terms that the dictionary has now. */
  of(dictionary: Dictionary): Int32Array {
    if (this.#dictionary !== dictionary) {
      if (this.#dictionary !== undefined)
        this.#byName = new Map(Array.from({ length: this.#count }, (_, at) => [nameAt(this.names, at), at]))
      this.#dictionary = dictionary
      this.#numbers = new Int32Array(0)
    }
    if (this.#numbers.length < dictionary.size) {
      const wider = new Int32Array(dictionary.size * 2).fill(-1)
      wider.set(this.#numbers)
      this.#numbers = wider
    }
    return this.#numbers
  }

  add(dictionary: Dictionary, numbers: Int32Array, id: number): number {
    const known = this.#byName?.get(dictionary.nameOf(id))
    const number = known ?? this.#count
    numbers[id] = number
    if (known !== undefined) return known
    const start = this.#starts[number] ?? 0
    if (start + longestName > this.#bytes.length) this.#bytes = larger(this.#bytes, this.#bytes.length * 2)
    if (number + 1 === this.#starts.length) {
      this.#starts = larger(this.#starts, number * 2)
      this.#hashes = larger(this.#hashes, number * 2)
    }
    this.#starts[number + 1] = start + dictionary.write(id, this.#bytes, start)
    this.#hashes[number] = dictionary.hashAt(id)
    this.#count++
    this.#byName?.set(dictionary.nameOf(id), number)
    return number
  }
}

const decoder = new TextDecoder()

export function nameAt({ bytes, starts }: Names, number: number): string {
  return decoder.decode(bytes.subarray(starts[number], starts[number + 1]))
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
