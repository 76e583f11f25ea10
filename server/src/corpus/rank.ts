/**
 * BM25 over sections: which documents hold the terms of a query, the rarer and the more often the better. A document scores as its
 * best section. Every store ranks by this, so that they all give the same answer.
 *
 * Terms that can add most come first. As soon as all that are left could not lift a section that has none of them so far among the best,
 * only the sections that still can win are looked up in the long lists of frequent words, which changes no answer (MaxScore: Turtle and
 * Flood, Query Evaluation: Strategies and Optimizations, 1995).
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

/** Postings kept for the next query; the paragraphs of a document ask for the same terms. Eight bytes each. */
const mostKept = 2_000_000

/** Going through a shorter list costs less than finding out whether it can be left out. */
const longList = 2000

/** Bounds are sums in another order than the scores; where the two are equal but for rounding, nothing is left out. */
const slack = 1 + 1e-9

/** Ranks queries over the same segments; a term that several of them ask for is read once. */
export class Ranking {
  readonly #segments: readonly SearchableSegment[]
  /** Where the sections of each segment begin when all are counted through. */
  readonly #offsets: readonly number[]
  readonly #live: number
  /** The part of BM25's denominator that depends on the section alone. */
  readonly #norms: Float64Array
  readonly #owners: Uint32Array
  readonly #scores: Float64Array
  /** Room for the sections that a query finds. */
  readonly #found: Uint32Array
  /** Those asked for last come last. */
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
    this.#owners = new Uint32Array(sections)
    this.#scores = new Float64Array(sections)
    this.#found = new Uint32Array(sections)
    for (const [number, { lengths, owners }] of segments.entries()) {
      const offset = offsets[number] ?? 0
      this.#owners.set(owners, offset)
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
    const lists = this.#listsOf(terms)
    const rest = sumsFrom(lists)
    const scores = this.#scores
    const room = this.#found
    let count = 0
    let least = 0
    let next = 0
    for (let list = lists[next]; list !== undefined; list = lists[++next]) {
      // Finding out how good the best will be takes as long as what was found is.
      if (list.sections.length > Math.max(longList, count / 2))
        least = Math.max(least, this.#leastOf(room.subarray(0, count), limit, lists.slice(next)))
      if ((rest[next] ?? 0) * slack < least) break
      const { sections, impacts, factor } = list
      for (let at = 0; at < sections.length; at++) {
        const section = sections[at] ?? 0
        const score = scores[section] ?? 0
        if (score === 0) room[count++] = section
        scores[section] = score + factor * (impacts[at] ?? 0)
      }
    }
    let found = room.subarray(0, count)
    if (next < lists.length) found = this.#hopeful(found, least, rest[next] ?? 0).sort()
    for (let list = lists[next]; list !== undefined; list = lists[++next]) {
      addTo(found, list, scores)
      found = this.#hopeful(found, least, rest[next + 1] ?? 0)
    }
    const ranked = this.#best(found, limit).map((section) => ({ document: this.#owners[section] ?? 0, score: scores[section] ?? 0 }))
    for (const section of found) scores[section] = 0
    const last = ranked[limit - 1]?.score ?? 0
    return ranked.filter(({ score }, place) => place < limit || score === last)
  }

  /** What the sections hold of the terms, those first that can add most to a score. */
  #listsOf(terms: Query['terms']): WeightedPostings[] {
    const lists: WeightedPostings[] = []
    for (const [term, weight] of terms) {
      const postings = this.#postings(term)
      const { length } = postings.sections
      if (weight <= 0 || length === 0) continue
      const factor = weight * Math.log(1 + (this.#live - length + 0.5) / (length + 0.5))
      lists.push({ ...postings, factor })
    }
    return lists.sort((x, y) => y.factor * y.most - x.factor * x.most)
  }

  /** Those that can still reach `least` where `open` is the most that may be added; the scores of the others are forgotten. */
  #hopeful(found: Uint32Array, least: number, open: number): Uint32Array {
    return found.filter((section) => {
      const isHopeful = ((this.#scores[section] ?? 0) + open) * slack >= least
      if (!isHopeful) this.#scores[section] = 0
      return isHopeful
    })
  }

  /** A score that the best `limit` documents have at least once `open` has been added: that of those which are the best before. */
  #leastOf(found: Uint32Array, limit: number, open: readonly WeightedPostings[]): number {
    const best = this.#best(found, limit).slice(0, limit)
    if (best.length < limit) return 0
    const before = best.map((section) => this.#scores[section] ?? 0)
    const ascending = Uint32Array.from(best).sort()
    for (const list of open) addTo(ascending, list, this.#scores)
    const least = best.reduce((least, section) => Math.min(least, this.#scores[section] ?? 0), Infinity)
    for (const [at, section] of best.entries()) this.#scores[section] = before[at] ?? 0
    return least
  }

  /** The best section of every document that may be among the best `limit`, best first. */
  #best(found: Uint32Array, limit: number): number[] {
    const sections = new Map<number, number>()
    const best = new Lowest(limit)
    for (const section of found) {
      const score = this.#scores[section] ?? 0
      if (score < best.least) continue
      const document = this.#owners[section] ?? 0
      const known = sections.get(document)
      if (known !== undefined && (this.#scores[known] ?? 0) >= score) continue
      sections.set(document, section)
      // A document that improves counts with its first score only, which only lets more of them through.
      if (known === undefined) best.add(score)
    }
    return [...sections.values()].sort((x, y) => (this.#scores[y] ?? 0) - (this.#scores[x] ?? 0))
  }

  #postings(term: string): Postings {
    const known = this.#terms.get(term)
    if (known === undefined) {
      const found = this.#read(term)
      this.#kept += found.sections.length
      for (const [oldest, { sections }] of this.#terms) {
        if (this.#kept <= mostKept) break
        this.#terms.delete(oldest)
        this.#kept -= sections.length
      }
      this.#terms.set(term, found)
      return found
    }
    this.#terms.delete(term)
    this.#terms.set(term, known)
    return known
  }

  #read(term: string): Postings {
    const parts = this.#segments.map((segment) => segment.postings(term))
    // A posting has at least two bytes.
    const most = parts.reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0) >> 1
    const sections = new Uint32Array(most)
    const impacts = new Float32Array(most)
    let length = 0
    let highest = 0
    for (const [number, bytes] of parts.entries()) {
      if (bytes === undefined) continue
      const offset = this.#offsets[number] ?? 0
      const dead = this.#segments[number]?.dead
      const reader = new PostingReader(bytes)
      while (reader.next()) {
        const { section, count } = reader
        if (dead?.[section] !== 0) continue
        const place = offset + section
        sections[length] = place
        impacts[length] = (count * (k1 + 1)) / (count + (this.#norms[place] ?? 0))
        highest = Math.max(highest, impacts[length] ?? 0)
        length++
      }
    }
    return { sections: sections.slice(0, length), impacts: impacts.slice(0, length), most: highest }
  }
}

/** The sections that hold a term, in ascending order. */
interface Postings {
  readonly sections: Uint32Array
  /** What the term says for each of them, before its own weight. */
  readonly impacts: Float32Array
  /** The highest of the impacts. */
  readonly most: number
}

interface WeightedPostings extends Postings {
  readonly factor: number
}

/** What the lists from each on can add to a score at most. */
function sumsFrom(lists: readonly WeightedPostings[]): Float64Array {
  const sums = new Float64Array(lists.length + 1)
  for (let at = lists.length - 1; at >= 0; at--) {
    const { factor = 0, most = 0 } = lists[at] ?? {}
    sums[at] = (sums[at + 1] ?? 0) + factor * most
  }
  return sums
}

/** Adds what a list says for the sections of `found`, which ascend: strides that double, then halves, so that a long list costs little. */
function addTo(found: Uint32Array, { sections, impacts, factor }: WeightedPostings, scores: Float64Array): void {
  let low = 0
  for (const section of found) {
    let stride = 1
    while (low + stride < sections.length && (sections[low + stride] ?? 0) <= section) {
      low += stride
      stride *= 2
    }
    for (; stride >= 1; stride >>= 1) if (low + stride < sections.length && (sections[low + stride] ?? 0) <= section) low += stride
    if (sections[low] === section) scores[section] = (scores[section] ?? 0) + factor * (impacts[low] ?? 0)
  }
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
