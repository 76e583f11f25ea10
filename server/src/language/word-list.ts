/**
 * A list of words that lies in memory as the text it was read from: a set of strings would take longer to make than most runs take to
 * ask. Words are looked up by a rolling hash, so that every part of a longer word costs one look.
 */

/** Hash of a word, and of any part of one: `step` adds a letter, `partHash` takes what came before out again. */
export function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}

/** Of the letters between two places, from the hashes of what ends at each. */
export function partHash(from: number, to: number, letters: number): number {
  return (to - Math.imul(from, powers[letters] ?? 0)) | 0
}

/** Longest word of which parts can be looked up. */
export const longestWord = 127
const powers = new Int32Array(longestWord + 1)
powers[0] = 1
for (let at = 1; at <= longestWord; at++) powers[at] = Math.imul(powers[at - 1] ?? 0, 31)

export class WordList {
  readonly #text: string
  /** Where in the text a word begins, by its hash; -1 where none does. */
  readonly #slots: Int32Array

  /** `text` has a word on each line. */
  constructor(text: string) {
    this.#text = text
    let lines = 1
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === lineEnd) lines++
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(lines * 2))).fill(-1)
    for (let start = 0; start < text.length; ) {
      let hash = 0
      let at = start
      for (let code = text.charCodeAt(at); at < text.length && code !== lineEnd; code = text.charCodeAt(++at)) hash = step(hash, code)
      if (at > start) this.#place(hash, start)
      start = at + 1
    }
  }

  has(word: string): boolean {
    let hash = 0
    for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at))
    for (let slot = this.#first(hash), start = this.#startAt(slot); start >= 0; start = this.#startAt(++slot))
      if (this.#text.startsWith(word, start) && this.#endsAt(start + word.length)) return true
    return false
  }

  /** Whether the letters of `word` between two places, of which `hash` is the hash, are a word. */
  hasPart(word: Uint16Array, from: number, to: number, hash: number): boolean {
    for (let slot = this.#first(hash), start = this.#startAt(slot); start >= 0; start = this.#startAt(++slot)) {
      let at = from
      while (at < to && this.#text.charCodeAt(start + at - from) === word[at]) at++
      if (at === to && this.#endsAt(start + to - from)) return true
    }
    return false
  }

  #place(hash: number, start: number): void {
    let slot = this.#first(hash)
    while (this.#startAt(slot) >= 0) slot++
    this.#slots[slot & (this.#slots.length - 1)] = start
  }

  #first(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#slots.length - 1)
  }

  #startAt(slot: number): number {
    return this.#slots[slot & (this.#slots.length - 1)] ?? -1
  }

  #endsAt(at: number): boolean {
    return at === this.#text.length || this.#text.charCodeAt(at) === lineEnd
  }
}

const lineEnd = 10
