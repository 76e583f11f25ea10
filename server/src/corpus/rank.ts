/**
 * BM25 over sections: which documents hold the terms of a query, the rarer and the more often the better. A document scores as its
 * best section. Every store ranks by this, so that they all give the same answer.
 */
import type { Query } from './index'
import { PostingReader } from './segment'

/** A segment as a store lends it for a search. */
export interface SearchableSegment {
  readonly lengths: Uint32Array
  readonly owners: Uint32Array
  /** 1 for sections whose document has since changed or gone. */
  readonly dead: Uint8Array
  postings(term: string): Uint8Array | undefined
}

export interface Ranked {
  readonly document: number
  readonly score: number
}

const k1 = 1.2
const b = 0.75

/** Postings kept for the next query; the paragraphs of a document ask for the same terms. */
const mostKept = 1_000_000

/** Ranks queries over the same segments; a term that several of them ask for is read once. */
export class Ranking {
  readonly #segments: readonly SearchableSegment[]
  /** Where the sections of each segment begin when all are counted through. */
  readonly #offsets: readonly number[]
  readonly #live: number
  /** The part of BM25's denominator that depends on the section alone. */
  readonly #norms: Float64Array
  readonly #scores: Float64Array
  readonly #terms = new Map<string, Postings>()
  #kept = 0

  constructor(segments: readonly SearchableSegment[]) {
    this.#segments = segments
    const offsets: number[] = []
    let sections = 0
    let live = 0
    let length = 0
    for (const { lengths, dead } of segments) {
      offsets.push(sections)
      sections += lengths.length
      for (let at = 0; at < lengths.length; at++) {
        if (dead[at] !== 0) continue
        live++
        length += lengths[at] ?? 0
      }
    }
    const average = Math.max(1, length / Math.max(1, live))
    this.#offsets = offsets
    this.#live = live
    this.#norms = new Float64Array(sections)
    this.#scores = new Float64Array(sections)
    for (const [number, { lengths }] of segments.entries()) {
      const offset = offsets[number] ?? 0
      for (let at = 0; at < lengths.length; at++) this.#norms[offset + at] = k1 * (1 - b + (b * (lengths[at] ?? 0)) / average)
    }
  }

  /** Whether it ranks over these, as they are. */
  isOver(segments: readonly SearchableSegment[]): boolean {
    return segments.length === this.#segments.length && segments.every((segment, at) => segment === this.#segments[at])
  }

  /** Best first; documents that score like the last of `limit` are all there, for the caller to order by their keys. */
  rank({ terms, limit }: Query): Ranked[] {
    if (this.#live === 0 || limit <= 0) return []
    const scores = this.#scores
    const touched: number[] = []
    for (const [term, weight] of terms) {
      const { sections, counts } = this.#postings(term)
      if (weight <= 0) continue
      const rarity = weight * Math.log(1 + (this.#live - sections.length + 0.5) / (sections.length + 0.5))
      for (let at = 0; at < sections.length; at++) {
        const section = sections[at] ?? 0
        const count = counts[at] ?? 0
        if (scores[section] === 0) touched.push(section)
        scores[section] = (scores[section] ?? 0) + (rarity * count * (k1 + 1)) / (count + (this.#norms[section] ?? 0))
      }
    }
    const documents = new Map<number, number>()
    const best = new Lowest(limit)
    for (const section of touched) {
      const score = scores[section] ?? 0
      scores[section] = 0
      if (score < best.least) continue
      const document = this.#ownerOf(section)
      const known = documents.get(document)
      if (known !== undefined && known >= score) continue
      documents.set(document, score)
      // A document that improves counts twice here, which only lets more of them through.
      if (known === undefined) best.add(score)
    }
    const ranked = [...documents].map(([document, score]) => ({ document, score })).sort((x, y) => y.score - x.score)
    const last = ranked[limit - 1]?.score ?? 0
    return ranked.filter(({ score }, place) => place < limit || score === last)
  }

  #postings(term: string): Postings {
    const known = this.#terms.get(term)
    if (known !== undefined) return known
    const sections: number[] = []
    const counts: number[] = []
    for (const [number, segment] of this.#segments.entries()) {
      const bytes = segment.postings(term)
      if (bytes === undefined) continue
      const offset = this.#offsets[number] ?? 0
      const reader = new PostingReader(bytes)
      while (reader.next()) {
        if (segment.dead[reader.section] !== 0) continue
        sections.push(offset + reader.section)
        counts.push(reader.count)
      }
    }
    const found = { sections, counts }
    this.#kept += sections.length
    if (this.#kept > mostKept) {
      this.#terms.clear()
      this.#kept = sections.length
    }
    this.#terms.set(term, found)
    return found
  }

  #ownerOf(section: number): number {
    let number = this.#offsets.length - 1
    while (number > 0 && (this.#offsets[number] ?? 0) > section) number--
    return this.#segments[number]?.owners[section - (this.#offsets[number] ?? 0)] ?? 0
  }
}

interface Postings {
  readonly sections: readonly number[]
  readonly counts: readonly number[]
}

/** The least of the `limit` highest numbers seen so far; 0 until there are that many. */
class Lowest {
  readonly #limit: number
  readonly #numbers: number[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  get least(): number {
    return this.#numbers.length < this.#limit ? 0 : (this.#numbers[0] ?? 0)
  }

  add(value: number): void {
    const numbers = this.#numbers
    let at = numbers.length
    while (at > 0 && (numbers[at - 1] ?? 0) > value) at--
    numbers.splice(at, 0, value)
    if (numbers.length > this.#limit) numbers.shift()
  }
}
