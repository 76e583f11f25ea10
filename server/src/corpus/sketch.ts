/**
 * Sketches of texts by which the same article is known again when it was saved twice or printed by two publishers. A sketch keeps the
 * smallest hash of five successive words in each of sixteen classes; texts that share most of their words in the same order
 * share most of these. Sources that are alike, directly or through others, are one witness.
 */
import { hashOf } from './vocabulary'

const classes = 16
const window = 5
/** Below it a text is only the same where every word is. */
const fewestWords = 60
/** Of sixteen. Copies with another headline, caption and closing line agree in thirteen or more. */
const alikeFrom = 10
const empty = 0xffffffff
const factor = 1000003
const oldestFactor = Math.imul(Math.imul(factor, factor), Math.imul(factor, factor))

export class Sketch {
  readonly #smallest = new Uint32Array(classes).fill(empty)
  /** Hashes of the last words, the oldest at `#oldest`. */
  readonly #last = new Int32Array(window)
  #oldest = 0
  #words = 0
  #whole = 17
  /** Of the last words together: each counts by a power of the factor, so that the oldest can be taken out again. */
  #rolling = 0

  /** The hash of the next word. */
  add(hash: number): void {
    this.#rolling = (Math.imul(this.#rolling - Math.imul(this.#last[this.#oldest] ?? 0, oldestFactor), factor) + hash) | 0
    this.#last[this.#oldest] = hash
    this.#oldest = this.#oldest + 1 === window ? 0 : this.#oldest + 1
    this.#words++
    this.#whole = Math.imul(this.#whole ^ hash, 2654435761)
    if (this.#words < window) return
    let shingle = Math.imul(this.#rolling ^ (this.#rolling >>> 15), 2246822519)
    shingle = Math.imul(shingle ^ (shingle >>> 13), 3266489917)
    shingle = (shingle ^ (shingle >>> 16)) >>> 0
    const place = shingle & (classes - 1)
    if (shingle < (this.#smallest[place] ?? empty)) this.#smallest[place] = shingle
  }

  /** Sixteen numbers, or one and the count of words for a short text. */
  toString(): string {
    if (this.#words < fewestWords) return `${(this.#whole >>> 0).toString(36)}.${this.#words}`
    return [...this.#smallest].map((value) => value.toString(36)).join(' ')
  }
}

/** Numbers of which alike texts share at least one and most others none: what a store looks up before it compares. */
export function bandsOf(sketch: string): number[] {
  const values = sketch.split(' ')
  const bands = values.length === 1 ? [sketch] : [0, 2, 4, 6].map((at) => `${at} ${values[at]} ${values[at + 1]}`)
  return bands.map((band) => hashOf(band))
}

export function areAlike(a: string, b: string): boolean {
  if (a === b) return true
  const [left, right] = [a.split(' '), b.split(' ')]
  if (left.length === 1 || right.length === 1) return false
  return left.filter((value, at) => value === right[at]).length >= alikeFrom
}

export interface Sketched {
  /** Unique. */
  readonly name: string
  readonly sketch: string
}

/** For each source the name of its witness: the first name among all that are alike to it, directly or through others. */
export function witnessesOf(sources: readonly Sketched[]): Map<string, string> {
  const parents = new Map<string, string>()
  const find = (name: string): string => {
    let root = name
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
    return root
  }
  const join = (a: string, b: string) => {
    const [x, y] = [find(a), find(b)]
    if (x < y) parents.set(y, x)
    else if (y < x) parents.set(x, y)
  }
  const same = new Map<string, string>()
  const bands = new Map<number, Sketched[]>()
  for (const source of sources) {
    parents.set(source.name, source.name)
    const twin = same.get(source.sketch)
    if (twin !== undefined) {
      join(source.name, twin)
      continue
    }
    same.set(source.sketch, source.name)
    for (const band of bandsOf(source.sketch)) {
      const others = bands.get(band) ?? []
      for (const other of others) if (areAlike(other.sketch, source.sketch)) join(other.name, source.name)
      others.push(source)
      bands.set(band, others)
    }
  }
  return new Map(sources.map(({ name }) => [name, find(name)]))
}
