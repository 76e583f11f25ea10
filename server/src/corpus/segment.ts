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

/**
 * First every section's terms with their counts, in order of sections; then the same in order of terms. What is done for each section and
 * each term has a function of its own: an engine that meets it for the first time is faster with many calls than with one long loop.
 */
export function buildSegment(documents: readonly SegmentDocument[]): Segment {
  const sections = documents.flatMap(({ id, sections: own }) => own.map((bag) => ({ owner: id, bag })))
  const lengths = Uint32Array.from(sections, ({ bag }) => bag.ids.length)
  const pairs = new Pairs(
    sections.length,
    lengths.reduce((sum, length) => sum + length, 0),
  )
  for (const { bag } of sections) pairs.add(bag)
  const owners = Uint32Array.from(sections, ({ owner }) => owner)
  return { lengths, owners, names: pairs.names, ...pairs.inverted() }
}

/** Which section holds which term how often. */
class Pairs {
  readonly #numbering = new Numbering()
  readonly #terms: Uint32Array
  readonly #counts: Uint32Array
  #length = 0
  /** Where the pairs of each section begin. */
  readonly #starts: Uint32Array
  #sections = 0
  /** By term how many sections hold it. */
  #frequencies = new Uint32Array(1 << 14)
  /** By term one more than where in the pairs it was last seen: within the section at hand, it is counted there. */
  #lastSeen = new Uint32Array(1 << 14)

  /** `most` terms in all sections together. */
  constructor(sections: number, most: number) {
    this.#starts = new Uint32Array(sections + 1)
    this.#terms = new Uint32Array(most)
    this.#counts = new Uint32Array(most)
  }

  get names(): Names {
    return this.#numbering.names
  }

  /** The next section. */
  add({ dictionary, ids }: TermBag): void {
    const begin = this.#length
    const numbers = this.#numbering.of(dictionary)
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? 0
      const known = numbers[id] ?? -1
      this.#count(known < 0 ? this.#newTerm(dictionary, numbers, id) : known, begin)
    }
    this.#starts[++this.#sections] = this.#length
  }

  /** Postings in order of terms, of each in order of sections. */
  inverted(): Pick<Segment, 'starts' | 'bytes'> {
    const terms = this.#numbering.names.count
    const firsts = new Uint32Array(terms + 1)
    for (let term = 0; term < terms; term++) firsts[term + 1] = (firsts[term] ?? 0) + (this.#frequencies[term] ?? 0)
    const next = firsts.slice()
    const sections = new Uint32Array(this.#length)
    const counts = new Uint32Array(this.#length)
    for (let section = 0; section < this.#sections; section++) this.#place(section, next, sections, counts)
    const bytes = new Uint8Array(this.#length * 10)
    const starts = new Uint32Array(terms + 1)
    for (let term = 0; term < terms; term++)
      starts[term + 1] = writePostings(bytes, starts[term] ?? 0, sections, counts, firsts[term] ?? 0, firsts[term + 1] ?? 0)
    return { starts, bytes: bytes.slice(0, starts[terms]) }
  }

  #newTerm(dictionary: Dictionary, numbers: Int32Array, id: number): number {
    const term = this.#numbering.add(dictionary, numbers, id)
    if (term >= this.#lastSeen.length) {
      this.#lastSeen = larger(this.#lastSeen, term * 2)
      this.#frequencies = larger(this.#frequencies, term * 2)
    }
    return term
  }

  #count(term: number, begin: number): void {
    const seen = this.#lastSeen[term] ?? 0
    if (seen > begin) {
      this.#counts[seen - 1] = (this.#counts[seen - 1] ?? 0) + 1
      return
    }
    this.#terms[this.#length] = term
    this.#counts[this.#length++] = 1
    this.#lastSeen[term] = this.#length
    this.#frequencies[term] = (this.#frequencies[term] ?? 0) + 1
  }

  /** Puts the pairs of a section to those of their terms; `next` says where. */
  #place(section: number, next: Uint32Array, sections: Uint32Array, counts: Uint32Array): void {
    const end = this.#starts[section + 1] ?? 0
    for (let pair = this.#starts[section] ?? 0; pair < end; pair++) {
      const term = this.#terms[pair] ?? 0
      const place = next[term] ?? 0
      next[term] = place + 1
      sections[place] = section
      counts[place] = this.#counts[pair] ?? 0
    }
  }
}

/** The postings between two places; returns where they end in `bytes`. */
function writePostings(bytes: Uint8Array, start: number, sections: Uint32Array, counts: Uint32Array, from: number, to: number): number {
  let at = start
  let last = -1
  for (let place = from; place < to; place++) {
    const section = sections[place] ?? 0
    at = writeInteger(bytes, at, section - last - 1)
    at = writeInteger(bytes, at, (counts[place] ?? 0) - 1)
    last = section
  }
  return at
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

/** Writes sections and counts of one term from `at` on, a count above 255 as that; returns how many there are. */
export function readPostings(bytes: Uint8Array, sections: Uint32Array, counts: Uint8Array, at: number): number {
  let place = at
  let section = -1
  for (let next = 0; next < bytes.length; ) {
    let byte = bytes[next++] ?? 0
    let value = byte & 127
    for (let scale = 7; byte > 127; scale += 7) {
      byte = bytes[next++] ?? 0
      value |= (byte & 127) << scale
    }
    section += value + 1
    byte = bytes[next++] ?? 0
    value = byte & 127
    for (let scale = 7; byte > 127; scale += 7) {
      byte = bytes[next++] ?? 0
      value |= (byte & 127) << scale
    }
    sections[place] = section
    counts[place++] = Math.min(value + 1, 255)
  }
  return place - at
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
