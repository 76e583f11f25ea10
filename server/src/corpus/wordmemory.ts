/**
 * What each word of a language gives for the index, remembered. A corpus repeats its words, so most of a text costs one look into a
 * hash table, by the characters where they stand: no string is made for a word that is known. Indexing 22 MB of speeches took 1.4 s
 * with a Map and a slice for each word.
 */

/** Beyond it the memory starts anew. */
const capacity = 1 << 19

export class WordMemory {
  readonly #read: (word: string) => readonly string[]
  #slots = new Int32Array(1 << 14).fill(-1)
  #hashes: number[] = []
  #words: string[] = []
  #terms: (readonly string[])[] = []

  constructor(read: (word: string) => readonly string[]) {
    this.#read = read
  }

  /** The terms of `text` from `start` to `end`, whose `hash` is `hashOf` the same characters. */
  termsOf(text: string, start: number, end: number, hash: number): readonly string[] {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (let number = this.#slots[slot] ?? -1; number >= 0; number = this.#slots[slot] ?? -1) {
      if (this.#hashes[number] === hash && isAt(this.#words[number] ?? '', text, start, end)) return this.#terms[number] ?? none
      slot = (slot + 1) & mask
    }
    return this.#learn(text.slice(start, end), hash)
  }

  #learn(slice: string, hash: number): readonly string[] {
    if (this.#words.length >= capacity) {
      this.#slots = new Int32Array(1 << 14).fill(-1)
      this.#hashes = []
      this.#words = []
      this.#terms = []
    }
    // A slice would keep its whole text in memory.
    const word = ` ${slice}`.slice(1)
    const terms = this.#read(word)
    this.#hashes.push(hash)
    this.#words.push(word)
    this.#terms.push(terms)
    if (this.#words.length * 2 > this.#slots.length) this.#grow()
    else this.#place(this.#words.length - 1)
    return terms
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1)
    for (let number = 0; number < this.#words.length; number++) this.#place(number)
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1
    let slot = (this.#hashes[number] ?? 0) & mask
    while (this.#slots[slot] !== -1) slot = (slot + 1) & mask
    this.#slots[slot] = number
  }
}

const none: readonly string[] = []

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** One step of the hash of a word (FNV-1a over UTF-16 units); begin with `hashStart`. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 16777619)
}

export const hashStart = 0x811c9dc5 | 0

export function hashOf(word: string): number {
  let hash = hashStart
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at))
  return hash
}
