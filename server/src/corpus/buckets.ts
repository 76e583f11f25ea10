/**
 * The terms of a segment in buckets by their hash, as a store writes them: a term is looked up in one bucket of a few kilobytes, and
 * two segments are merged bucket by bucket without either in memory as a whole.
 */

import { writeInteger } from './segment'
import { hashOf } from './vocabulary'

/** Aimed at; a bucket then has about two kilobytes. */
const termsPerBucket = 32

/** A power of two, so that the bucket of a term in a smaller segment follows from that in a larger one. */
export function bucketsFor(terms: number): number {
  let buckets = 1
  while (buckets * termsPerBucket < terms) buckets *= 2
  return buckets
}

export function bucketOf(term: string, buckets: number): number {
  const hash = hashOf(term)
  return (hash ^ (hash >>> 15)) & (buckets - 1)
}

/** Each bucket holds, term after term: its length, its bytes, the length of its postings, its postings. */
export function writeBuckets(postings: ReadonlyMap<string, Uint8Array>, buckets: number): Uint8Array[] {
  const contents: [string, Uint8Array][][] = Array.from({ length: buckets }, () => [])
  for (const term of postings) contents[bucketOf(term[0], buckets)]?.push(term)
  return contents.map(writeBucket)
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
let scratch = new Uint8Array(1 << 16)

function writeBucket(terms: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  let at = 0
  for (const [term, postings] of terms) {
    const room = at + term.length * 3 + postings.length + 10
    if (room > scratch.length) {
      const larger = new Uint8Array(room * 2)
      larger.set(scratch)
      scratch = larger
    }
    // Words are cut at 60 letters, so the length of a term is one byte.
    const { written } = encoder.encodeInto(term, scratch.subarray(at + 1))
    scratch[at] = written
    at = writeInteger(scratch, at + 1 + written, postings.length)
    scratch.set(postings, at)
    at += postings.length
  }
  return scratch.slice(0, at)
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
