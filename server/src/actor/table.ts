/**
 * A set of hashes that gives each a number, packed for looking up far more often in vain than not: keys lie in buckets, one on average,
 * and a lookup compares 16 bits with what its bucket holds. A stranger passes for a key twice in 100,000.
 */
export interface Table {
  /** The number of a hash, or -1. */
  row(hash: number): number
}

/** The bucket of a hash, from its upper bits; what tells it from others there are its lower bits. */
export function bucketOf(hash: number, bits: number): number {
  return hash >>> (32 - bits)
}

export function checkOf(hash: number): number {
  return hash & 0xffff
}

/** `sizes` holds how many keys each of 2^`bits` buckets has, `checks` the checks of all keys, bucket by bucket; the numbers follow that order. */
export function createTable(bits: number, sizes: Uint8Array, checks: Uint16Array): Table {
  const begins = beginsOf(sizes)
  return {
    row(hash) {
      const bucket = bucketOf(hash, bits)
      const check = checkOf(hash)
      const end = begins[bucket + 1] ?? 0
      for (let at = begins[bucket] ?? 0; at < end; at++) if (checks[at] === check) return at
      return -1
    },
  }
}

/** The number of the first key of each bucket, from how many keys each has; one more for the end. */
export function beginsOf(sizes: Uint8Array): Uint32Array {
  const begins = new Uint32Array(sizes.length + 1)
  for (let bucket = 0; bucket < sizes.length; bucket++) begins[bucket + 1] = (begins[bucket] ?? 0) + (sizes[bucket] ?? 0)
  return begins
}
