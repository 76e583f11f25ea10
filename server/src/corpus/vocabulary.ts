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

/** Terms by their numbers, of all languages together; their names lie in one piece of memory, in UTF-8. */
export class Dictionary {
  #size = 0
  #bytes = new Uint8Array(1 << 17)
  /** Where in the bytes a name begins; one more for the end. */
  #starts = new Uint32Array((1 << 14) + 1)
  #hashes = new Int32Array(1 << 14)
  #slots = new Int32Array(1 << 15).fill(-1)

  /** How many terms there are; their numbers are below it. */
  get size(): number {
    return this.#size
  }

  nameOf(id: number): string {
    return decoder.decode(this.#bytes.subarray(this.#starts[id], this.#starts[id + 1]))
  }

  /** Writes the name in UTF-8 and returns its length, `longestName` at most. */
  write(id: number, bytes: Uint8Array, at: number): number {
    const start = this.#starts[id] ?? 0
    const length = (this.#starts[id + 1] ?? 0) - start
    for (let byte = 0; byte < length; byte++) bytes[at + byte] = this.#bytes[start + byte] ?? 0
    return length
  }

  /** `hashOf` of the term. */
  hashAt(id: number): number {
    return this.#hashes[id] ?? 0
  }

  idOf(term: string): number {
    if (term.length > letters.length) letters = new Uint16Array(term.length * 2)
    for (let at = 0; at < term.length; at++) letters[at] = term.charCodeAt(at)
    return this.idOfPart(letters, 0, term.length)
  }

  /** Of the letters between two places. */
  idOfPart(word: Uint16Array, from: number, to: number): number {
    // Written behind the last name, where it stays if it is new.
    const start = this.#starts[this.#size] ?? 0
    if (start + (to - from) * 3 > this.#bytes.length) this.#bytes = larger(this.#bytes, this.#bytes.length * 2 + (to - from) * 3)
    const bytes = this.#bytes
    let hash = hashStart
    let end = start
    for (let at = from; at < to; at++) {
      const code = word[at] ?? 0
      hash = hashStep(hash, code)
      if (code < 0x80) bytes[end++] = code
      else {
        if (code < 0x800) bytes[end++] = 0xc0 | (code >> 6)
        else {
          bytes[end++] = 0xe0 | (code >> 12)
          bytes[end++] = 0x80 | ((code >> 6) & 63)
        }
        bytes[end++] = 0x80 | (code & 63)
      }
    }
    const mask = this.#slots.length - 1
    let slot = spread(hash) & mask
    for (let id = this.#slots[slot] ?? -1; id >= 0; id = this.#slots[slot] ?? -1) {
      if (this.#hashes[id] === hash && this.#isNamed(id, start, end)) return id
      slot = (slot + 1) & mask
    }
    const id = this.#size++
    this.#slots[slot] = id
    this.#hashes[id] = hash
    this.#starts[id + 1] = end
    if (this.#size === this.#hashes.length) this.#grow()
    return id
  }

  /** Whether the name is what stands between two places of the bytes. */
  #isNamed(id: number, start: number, end: number): boolean {
    const own = this.#starts[id] ?? 0
    if ((this.#starts[id + 1] ?? 0) - own !== end - start) return false
    for (let at = 0; at < end - start; at++) if (this.#bytes[own + at] !== this.#bytes[start + at]) return false
    return true
  }

  #grow(): void {
    const size = this.#hashes.length * 2
    this.#hashes = larger(this.#hashes, size)
    this.#starts = larger(this.#starts, size + 1)
    this.#slots = new Int32Array(size * 2).fill(-1)
    const mask = this.#slots.length - 1
    for (let id = 0; id < this.#size; id++) {
      let slot = spread(this.#hashes[id] ?? 0) & mask
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask
      this.#slots[slot] = id
    }
  }
}

/** Bytes of a term: words are cut at 60 letters, and none takes more than three bytes or grows to more than twice as many. */
export const longestName = 360
const decoder = new TextDecoder()
/** For a term on its way into numbers. */
let letters = new Uint16Array(128)

/** Adds to `terms` what the word from `start` to `end` of `text` gives. */
type ReadWord = (text: string, start: number, end: number, dictionary: Dictionary, terms: Terms) => void

/** What is known of a word, in one place of memory, because a look costs as much as there are places to look at. */
const firstHash = 0
/** With the length. */
const secondHash = 1
/** The term where there is one, else where the terms begin. */
const term = 2
/** One more than there are terms; zero where no word stands. */
const count = 3
const width = 4

export class Vocabulary {
  readonly #read: ReadWord
  readonly #dictionary: Dictionary
  #slots = 1 << 15
  #entries = new Int32Array(width << 15)
  #words = 0
  /** Of words that have several. */
  readonly #terms = new Terms()

  /** `read` gives the terms of a word, which are numbered in `dictionary`. */
  constructor(dictionary: Dictionary, read: ReadWord) {
    this.#dictionary = dictionary
    this.#read = read
  }

  /** Adds the terms of the word from `start` to `end` of `text`, of which `first` and `second` are hashes. */
  add(terms: Terms, text: string, start: number, end: number, first: number, second: number): void {
    const check = second ^ (end - start)
    const entries = this.#entries
    const mask = this.#slots - 1
    let slot = spread(first) & mask
    for (let at = slot * width; entries[at + count] !== 0; at = slot * width) {
      if (entries[at + firstHash] === first && entries[at + secondHash] === check) {
        const found = entries[at + count] ?? 0
        if (found === 2) terms.push(entries[at + term] ?? 0)
        else if (found > 2) terms.copy(this.#terms, entries[at + term] ?? 0, found - 1)
        return
      }
      slot = (slot + 1) & mask
    }
    const before = terms.length
    this.#read(text, start, end, this.#dictionary, terms)
    const found = terms.length - before
    const at = slot * width
    entries[at + firstHash] = first
    entries[at + secondHash] = check
    entries[at + term] = found === 1 ? terms.last : this.#terms.length
    entries[at + count] = found + 1
    if (found > 1) this.#terms.copy(terms, before, found)
    if (++this.#words * 2 > this.#slots) this.#grow()
  }

  #grow(): void {
    const old = this.#entries
    this.#slots *= 2
    this.#entries = new Int32Array(width * this.#slots)
    for (let from = 0; from < old.length; from += width) {
      if (old[from + count] === 0) continue
      let slot = spread(old[from] ?? 0) & (this.#slots - 1)
      while (this.#entries[slot * width + count] !== 0) slot = (slot + 1) & (this.#slots - 1)
      for (let at = 0; at < width; at++) this.#entries[slot * width + at] = old[from + at] ?? 0
    }
  }
}

/** Numbers of terms as they are collected. */
export class Terms {
  #ids = new Uint32Array(1 << 10)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(id: number): void {
    if (this.#length === this.#ids.length) this.#ids = larger(this.#ids, this.#length * 2)
    this.#ids[this.#length++] = id
  }

  get last(): number {
    return this.#ids[this.#length - 1] ?? 0
  }

  /** Adds so many of `others`. */
  copy(others: Terms, from: number, most: number): void {
    for (let at = from; at < from + most; at++) this.push(others.#ids[at] ?? 0)
  }

  /** What was collected; then begins anew. */
  take(): Uint32Array {
    const taken = this.#ids.slice(0, this.#length)
    this.#length = 0
    return taken
  }
}

interface Numbers<Self> {
  readonly length: number
  set(values: Self): void
}

/** A copy with more room. */
export function larger<Kind extends Numbers<Kind>>(values: Kind & { readonly constructor: unknown }, length: number): Kind {
  const more = new (values.constructor as new (length: number) => Kind)(length)
  more.set(values)
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
