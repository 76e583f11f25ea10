/**
 * Terms as numbers, and what each written word gives for the index, remembered. A corpus repeats its words, so most of a text costs one
 * look into a hash table by the characters where they stand: no string is made for a word that is known. Words are told apart by
 * two hashes and their length.
 */

/** The terms of a stretch of text, in order and with repetitions. */
export interface TermBag {
  readonly dictionary: Dictionary
  readonly ids: Uint32Array
}

/** Terms by their numbers, of all languages together. */
export class Dictionary {
  readonly #names: string[] = []
  #hashes = new Int32Array(1 << 14)
  #slots = new Int32Array(1 << 15).fill(-1)

  /** How many terms there are; their numbers are below it. */
  get size(): number {
    return this.#names.length
  }

  nameOf(id: number): string {
    return this.#names[id] ?? ''
  }

  /** `hashOf` of the term. */
  hashAt(id: number): number {
    return this.#hashes[id] ?? 0
  }

  idOf(term: string): number {
    const hash = hashOf(term)
    const mask = this.#slots.length - 1
    let slot = spread(hash) & mask
    for (let id = this.#slots[slot] ?? -1; id >= 0; id = this.#slots[slot] ?? -1) {
      if (this.#hashes[id] === hash && this.#names[id] === term) return id
      slot = (slot + 1) & mask
    }
    const id = this.#names.push(term) - 1
    if (id === this.#hashes.length) this.#grow()
    this.#hashes[id] = hash
    if (mask === this.#slots.length - 1) this.#slots[slot] = id
    else this.#place(id)
    return id
  }

  #grow(): void {
    const size = this.#hashes.length * 2
    this.#hashes = larger(this.#hashes, size)
    this.#slots = new Int32Array(size * 2).fill(-1)
    for (let id = 0; id < size / 2; id++) this.#place(id)
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1
    let slot = spread(this.#hashes[id] ?? 0) & mask
    while (this.#slots[slot] !== -1) slot = (slot + 1) & mask
    this.#slots[slot] = id
  }
}

export class Vocabulary {
  readonly #read: (word: string) => readonly string[]
  readonly #dictionary: Dictionary
  #slots = new Int32Array(1 << 15).fill(-1)
  #words = 0
  /** By word: two hashes with the length, where its terms begin in `#terms`, and how many they are. */
  #first = new Int32Array(1 << 15)
  #second = new Int32Array(1 << 15)
  #starts = new Int32Array(1 << 15)
  #terms: number[] = []

  /** `read` gives the terms of a word, which are numbered in `dictionary`. */
  constructor(dictionary: Dictionary, read: (word: string) => readonly string[]) {
    this.#dictionary = dictionary
    this.#read = read
  }

  /** Adds the terms of the word from `start` to `end` of `text`, of which `first` and `second` are hashes. */
  add(terms: Terms, text: string, start: number, end: number, first: number, second: number): void {
    const check = second ^ (end - start)
    const mask = this.#slots.length - 1
    let slot = spread(first) & mask
    let word = this.#slots[slot] ?? -1
    while (word >= 0 && (this.#first[word] !== first || this.#second[word] !== check)) {
      slot = (slot + 1) & mask
      word = this.#slots[slot] ?? -1
    }
    if (word < 0) word = this.#learn(text.slice(start, end), first, check)
    const until = this.#starts[word + 1] ?? 0
    for (let at = this.#starts[word] ?? 0; at < until; at++) terms.push(this.#terms[at] ?? 0)
  }

  #learn(slice: string, first: number, check: number): number {
    if ((this.#words + 1) * 2 > this.#slots.length) this.#grow()
    const word = this.#words++
    this.#first[word] = first
    this.#second[word] = check
    this.#starts[word] = this.#terms.length
    // A slice would keep its whole text in memory.
    for (const term of this.#read(` ${slice}`.slice(1))) this.#terms.push(this.#dictionary.idOf(term))
    this.#starts[word + 1] = this.#terms.length
    this.#place(word)
    return word
  }

  #grow(): void {
    const size = this.#slots.length * 2
    this.#slots = new Int32Array(size).fill(-1)
    this.#first = larger(this.#first, size)
    this.#second = larger(this.#second, size)
    this.#starts = larger(this.#starts, size)
    for (let word = 0; word < this.#words; word++) this.#place(word)
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1
    const first = this.#first[word] ?? 0
    let slot = spread(first) & mask
    while (this.#slots[slot] !== -1) slot = (slot + 1) & mask
    this.#slots[slot] = word
  }
}

/** Numbers of terms as they are collected. */
export class Terms {
  #ids = new Uint32Array(1 << 10)
  #length = 0

  push(id: number): void {
    if (this.#length === this.#ids.length) {
      const more = new Uint32Array(this.#ids.length * 2)
      more.set(this.#ids)
      this.#ids = more
    }
    this.#ids[this.#length++] = id
  }

  /** What was collected; then begins anew. */
  take(): Uint32Array {
    const taken = this.#ids.slice(0, this.#length)
    this.#length = 0
    return taken
  }
}

function larger(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(length)
  more.set(values.subarray(0, length))
  return more
}

/** One step of the first hash of a word (FNV-1a over UTF-16 units); begin with `hashStart`. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 16777619)
}

/** So that the low bits of a hash depend on all of them. */
export function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

export const hashStart = 0x811c9dc5 | 0

export function hashOf(word: string): number {
  let hash = hashStart
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at))
  return hash
}
