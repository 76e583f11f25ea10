/**
 * A part of the inverted index: for each term the sections that hold it and how often. Segments are written once and never changed;
 * a store adds a segment for each batch of changes, marks what has since gone, and merges small ones. Scores come from the lists
 * alone, so every store that keeps segments finds the same.
 */

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
  readonly sections: readonly (readonly string[])[]
}

export function buildSegment(documents: readonly SegmentDocument[]): Segment {
  const ids = new Map<string, number>()
  const terms: string[] = []
  const lists: PostingList[] = []
  const lengths: number[] = []
  const owners: number[] = []
  // How often each term occurs in the section at hand; emptied through `seen`.
  let counts = new Uint32Array(1 << 12)
  const seen: number[] = []
  for (const { id: owner, sections } of documents) {
    for (const section of sections) {
      for (const term of section) {
        let id = ids.get(term)
        if (id === undefined) {
          id = terms.push(term) - 1
          ids.set(term, id)
          lists.push(new PostingList())
          if (id >= counts.length) counts = grown(counts)
        }
        if (counts[id] === 0) seen.push(id)
        counts[id] = (counts[id] ?? 0) + 1
      }
      const ordinal = lengths.push(section.length) - 1
      owners.push(owner)
      for (const id of seen) {
        lists[id]?.add(ordinal, counts[id] ?? 0)
        counts[id] = 0
      }
      seen.length = 0
    }
  }
  const postings = new Map<string, Uint8Array>()
  for (const [id, term] of terms.entries()) postings.set(term, lists[id]?.bytes() ?? empty)
  return { lengths: Uint32Array.from(lengths), owners: Uint32Array.from(owners), postings }
}

/** Calls `visit` for each section that holds the term, in order. */
export function readPostings(bytes: Uint8Array, visit: (section: number, count: number) => void): void {
  let at = 0
  let section = -1
  while (at < bytes.length) {
    let value = 0
    let scale = 0
    let byte: number
    do {
      byte = bytes[at++] ?? 0
      value |= (byte & 127) << scale
      scale += 7
    } while (byte > 127)
    section += value + 1
    value = 0
    scale = 0
    do {
      byte = bytes[at++] ?? 0
      value |= (byte & 127) << scale
      scale += 7
    } while (byte > 127)
    visit(section, value + 1)
  }
}

const empty = new Uint8Array(0)

/** Bytes of one term while a segment is built. Most terms occur once or twice, so it starts small. */
class PostingList {
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
function writeInteger(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[at++] = rest
  return at
}

function grown(counts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(counts.length * 2)
  larger.set(counts)
  return larger
}
