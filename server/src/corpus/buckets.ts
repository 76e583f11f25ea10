/**
 * The terms of a segment in buckets by their hash, as a store writes them: a term is looked up in one bucket of a few kilobytes, and
 * two segments are merged bucket by bucket without either in memory as a whole.
 */

import { type Segment, writeInteger } from './segment'
import { hashOf, spread } from './vocabulary'

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
    const room = this.#length + term.length * 3 + postings.length + 10
    if (room > this.#bytes.length) {
      const larger = new Uint8Array(room * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    // Words are cut at 60 letters, so the length of a term is one byte.
    const { written } = encoder.encodeInto(term, this.#bytes.subarray(this.#length + 1))
    this.#bytes[this.#length] = written
    const at = writeInteger(this.#bytes, this.#length + 1 + written, postings.length)
    this.#bytes.set(postings, at)
    this.#length = at + postings.length
  }

  /** The bucket; then begins the next one. Valid until something is added. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }
}

/** Calls `write` with each bucket of a segment, in order; what it is given does not last. */
export function writeBuckets(
  { terms, hashes, starts, bytes }: Segment,
  buckets: number,
  write: (bucket: number, content: Uint8Array) => void,
): void {
  const homes = Uint32Array.from(hashes, (hash) => spread(hash) & (buckets - 1))
  const firsts = new Uint32Array(buckets + 1)
  for (const home of homes) firsts[home + 1] = (firsts[home + 1] ?? 0) + 1
  for (let bucket = 0; bucket < buckets; bucket++) firsts[bucket + 1] = (firsts[bucket + 1] ?? 0) + (firsts[bucket] ?? 0)
  const next = firsts.slice()
  const inOrder = new Uint32Array(terms.length)
  for (const [term, home] of homes.entries()) {
    const place = next[home] ?? 0
    next[home] = place + 1
    inOrder[place] = term
  }
  const writer = new BucketWriter()
  for (let bucket = 0; bucket < buckets; bucket++) {
    for (let place = firsts[bucket] ?? 0; place < (firsts[bucket + 1] ?? 0); place++) {
      const term = inOrder[place] ?? 0
      writer.add(terms[term] ?? '', bytes.subarray(starts[term], starts[term + 1]))
    }
    write(bucket, writer.take())
  }
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
