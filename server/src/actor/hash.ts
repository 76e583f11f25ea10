/** Hashes of 32 bits for features and words; training and recognition must agree on them. */

export function hashOf(word: string, seed: number): number {
  return hashOfPart(word, 0, word.length, seed)
}

/** The hash of `text` between two offsets, without cutting it out. */
export function hashOfPart(text: string, from: number, to: number, seed: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) ^ (to - from)
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) ^ (hash >>> 15)
  return hash
}

export function mix(hash: number, salt: number): number {
  let mixed = Math.imul(hash ^ Math.imul(salt + 0x7f4a7c15, 0x85ebca6b), 0xc2b2ae35)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}
