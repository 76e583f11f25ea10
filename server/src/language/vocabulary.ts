/**
 * The words that a grammar knows, interned to small numbers. A scanner hashes each word while it runs over its letters, so that the words
 * it does not know, which are most, cost one look into a table and no string.
 */

/** Lower case of a Latin letter, without a table: "Ä" is "ä"; what has no lower case stays. */
export function fold(code: number): number {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) ? code + 32 : code
}

/** One step of the hash over folded code units; starts at 0. */
export function mix(hash: number, folded: number): number {
  return (Math.imul(hash, 31) + folded) | 0
}

/** A finished hash, spread over the high bits. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
}

const markBits = 15

export class Vocabulary {
  /** By id; id 0 is the unknown word. */
  readonly words: string[] = ['']
  private slots = new Int32Array(1 << 12)
  private readonly hashes: number[] = [0]
  /** Marked where some word has these high bits of its hash: most unknown words end here. */
  private readonly marks = new Uint8Array(1 << markBits)

  /** The id of a lower-case word, which is new where it was unknown. */
  add(word: string): number {
    let hash = 0
    for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at))
    const known = this.find(word, 0, word.length, hash)
    if (known !== 0) return known
    if (this.words.length * 2 > this.slots.length) this.grow()
    const id = this.words.push(word) - 1
    this.hashes.push(hash)
    this.place(id)
    return id
  }

  /** The id of the word between two offsets whose letters mixed to `hash`, or 0. */
  find(text: string, start: number, end: number, hash: number): number {
    const high = spread(hash)
    if (this.marks[high >>> (32 - markBits)] === 0) return 0
    const mask = this.slots.length - 1
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot] ?? 0
      if (id === 0) return 0
      if (this.hashes[id] === hash && this.same(id, text, start, end)) return id
    }
  }

  idOf(word: string): number {
    let hash = 0
    for (let at = 0; at < word.length; at++) hash = mix(hash, fold(word.charCodeAt(at)))
    return this.find(word, 0, word.length, hash)
  }

  private same(id: number, text: string, start: number, end: number): boolean {
    const word = this.words[id] ?? ''
    if (word.length !== end - start) return false
    for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== fold(text.charCodeAt(start + at))) return false
    return true
  }

  private grow() {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let id = 1; id < this.words.length; id++) this.place(id)
  }

  private place(id: number) {
    const mask = this.slots.length - 1
    const high = spread(this.hashes[id] ?? 0)
    this.marks[high >>> (32 - markBits)] = 1
    let slot = high & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = id
  }
}
