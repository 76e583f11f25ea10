/**
 * The terms of a segment in buckets by their hash, as a store writes them: a term is looked up in one bucket of a few kilobytes, and
 * two segments are merged bucket by bucket without either in memory as a whole.
 */

import { type Segment, writeInteger } from './segment'
import { hashOf, larger, spread } from './vocabulary'

/** Aimed at; a bucket then has about two kilobytes. */
const termsPerBucket = 32

/** A power of two, so that the bucket of a term in a smaller segment follows from that in a larger one. */
export function bucketsFor(terms: number): number {
  let buckets = 1
  while (buckets * termsPerBucket < terms) buckets *= 2
  return buckets
}

export function bucketOf(term: string, buckets: number): number {
  return spread(hashOf(term)) & (buckets - 1)
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Each bucket holds, term after term: its length, its bytes, the length of its postings, its postings. */
export class BucketWriter {
  #bytes = new Uint8Array(1 << 12)
  #length = 0

  add(term: string, postings: Uint8Array): void {
    const name = encoder.encode(term)
    this.addPart(name, 0, name.length, postings, 0, postings.length)
  }

  /** The term and its postings are parts of longer pieces, each between two places. */
  addPart(names: Uint8Array, nameStart: number, nameEnd: number, postings: Uint8Array, start: number, end: number): void {
    const room = this.#length + nameEnd - nameStart + end - start + 10
    if (room > this.#bytes.length) this.#bytes = larger(this.#bytes, room * 2)
    const bytes = this.#bytes
    let at = this.#length
    // Words are cut at 60 letters, so the length of a term is one byte.
    bytes[at++] = nameEnd - nameStart
    for (let from = nameStart; from < nameEnd; from++) bytes[at++] = names[from] ?? 0
    at = writeInteger(bytes, at, end - start)
    // Most lists are short.
    if (end - start > 64) bytes.set(postings.subarray(start, end), at)
    else for (let from = start; from < end; from++) bytes[at + from - start] = postings[from] ?? 0
    this.#length = at + end - start
  }

  /** The bucket; then begins the next one. Valid until something is added. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }
}

/** Calls `write` with each bucket of a segment, in order; what it is given does not last. */
export function writeBuckets(segment: Segment, buckets: number, write: (bucket: number, content: Uint8Array) => void): void {
  const { count, hashes } = segment.names
  // By bucket its first term, by term the next one of its bucket; one more than its number, so that 0 is none.
  const firsts = new Uint32Array(buckets)
  const nexts = new Uint32Array(count)
  for (let term = count - 1; term >= 0; term--) {
    const home = spread(hashes[term] ?? 0) & (buckets - 1)
    nexts[term] = firsts[home] ?? 0
    firsts[home] = term + 1
  }
  const writer = new BucketWriter()
  for (let bucket = 0; bucket < buckets; bucket++) write(bucket, bucketFrom(segment, firsts[bucket] ?? 0, nexts, writer))
}

/** The bucket whose terms begin before `first` and go on before what `nexts` holds for each. */
function bucketFrom({ names, starts, bytes }: Segment, first: number, nexts: Uint32Array, writer: BucketWriter): Uint8Array {
  for (let after = first; after > 0; after = nexts[after - 1] ?? 0) {
    const [name, nameEnd] = [names.starts[after - 1] ?? 0, names.starts[after] ?? 0]
    writer.addPart(names.bytes, name, nameEnd, bytes, starts[after - 1] ?? 0, starts[after] ?? 0)
  }
  return writer.take()
}

/** The postings of one term in its bucket. */
export function findInBucket(bucket: Uint8Array, term: string): Uint8Array | undefined {
  const wanted = encoder.encode(term)
  for (const { name, postings } of entriesOf(bucket)) {
    if (name.length !== wanted.length) continue
    let same = 0
    while (same < wanted.length && name[same] === wanted[same]) same++
    if (same === wanted.length) return postings
  }
  return undefined
}

/** All terms of a bucket with their postings. */
export function readBucket(bucket: Uint8Array): [string, Uint8Array][] {
  return [...entriesOf(bucket)].map(({ name, postings }) => [decoder.decode(name), postings])
}

function* entriesOf(bucket: Uint8Array): Generator<{ readonly name: Uint8Array; readonly postings: Uint8Array }> {
  for (let at = 0; at < bucket.length; ) {
    const length = bucket[at++] ?? 0
    const name = bucket.subarray(at, at + length)
    at += length
    let size = 0
    for (let scale = 0; ; scale += 7) {
      const byte = bucket[at++] ?? 0
      size |= (byte & 127) << scale
      if (byte < 128) break
    }
    yield { name, postings: bucket.subarray(at, at + size) }
    at += size
  }
}
