/**
 * BM25 over sections: which documents hold the terms of a query, the rarer and the more often the better. A document scores as its
 * best section. Every store ranks by this, so that they all give the same answer.
 *
 * Terms that can add most come first. As soon as all that are left could not lift a section that has none of them so far among the best,
 * only the sections that still can win are looked up in the long lists of frequent words (MaxScore: Turtle and Flood, Query Evaluation:
 * Strategies and Optimizations, 1995). Where no list is long that changes no answer. In a large corpus the bounds of long lists are the
 * likely ones instead of the highest (Broder et al., Efficient Query Evaluation using a Two-Level Retrieval Process, 2003, section 5.2): of
 * eight documents found so in forty thousand one in forty differs, hardly ever one of the first three.
 */
import type { Query } from './index'
import { readPostings } from './segment'

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
  /** Those sections of the document, counted from 0, that score as well as the last of the documents asked for; its best is one of them. */
  readonly sections: readonly number[]
  /** Of all that it has. */
  readonly sectionCount: number
}

const k1 = 1.2
const b = 0.75

/** Postings kept for the next query; the paragraphs of a document ask for the same terms. Five bytes each. */
const mostKept = 3_000_000

/** Sections that hold a word; going through fewer costs less than finding out whether they can be left out. */
const longList = 2000

/**
 * Of what a frequent word can add at most this share is reckoned with: to gain more from many of them, a short section would have to hold
 * nearly all of them, several times each. It decides which sections are looked at; what is found scores in full.
 */
const likelyShare = 0.5

/** Where what is left is more than this many times what the best had for sure when last looked, it is not worth looking again. */
const nearly = 1.2

/** Bounds are sums in another order than the scores; where the two are equal but for rounding, nothing is left out. */
const slack = 1 + 1e-9

/** Ranks queries over the same segments; a term that several of them ask for is read once. */
export class Ranking {
  readonly #segments: readonly SearchableSegment[]
  /** Where the sections of each segment begin when all are counted through. */
  readonly #offsets: readonly number[]
  readonly #live: number
  /** The part of BM25's denominator that depends on the section alone. */
  readonly #norms: Float32Array
  readonly #owners: Uint32Array
  readonly #scores: Float64Array
  /** Room for the sections that a query finds. */
  readonly #found: Uint32Array
  /** The best when last looked: they stay, whatever is likely. */
  #sure: readonly number[] = []
  readonly #isSure: Uint8Array
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
    this.#norms = new Float32Array(sections)
    this.#owners = new Uint32Array(sections)
    this.#scores = new Float64Array(sections)
    this.#found = new Uint32Array(sections)
    this.#isSure = new Uint8Array(sections)
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
    const norms = this.#norms
    const room = this.#found
    let count = 0
    let least = 0
    let next = 0
    for (let list = lists[next]; list !== undefined; list = lists[++next]) {
      // Finding out how good the best will be takes as long as what was found is, and where much is left it does not tell.
      if (list.sections.length > longList && (least === 0 || (rest[next] ?? 0) < least * nearly))
        least = Math.max(least, this.#leastOf(room.subarray(0, count), limit, lists.slice(next)))
      if ((rest[next] ?? 0) * slack < least) break
      const { sections, counts, factor } = list
      for (let at = 0; at < sections.length; at++) {
        const section = sections[at] ?? 0
        const score = scores[section] ?? 0
        if (score === 0) room[count++] = section
        scores[section] = score + factor * impact(counts[at] ?? 0, norms[section] ?? 0)
      }
    }
    if (next < lists.length) {
      count = this.#keepHopeful(count, least, rest[next] ?? 0)
      room.subarray(0, count).sort()
    }
    for (let list = lists[next]; list !== undefined; list = lists[++next]) {
      addTo(room.subarray(0, count), list, scores, norms)
      count = this.#keepHopeful(count, least, rest[next + 1] ?? 0)
    }
    const found = room.subarray(0, count)
    const ranked = this.#best(found, limit)
    const last = ranked[limit - 1]?.score ?? 0
    const answer = ranked.filter(({ score }, place) => place < limit || score === last)
    const documents = new Map<number, number[]>(answer.map(({ document }) => [document, []]))
    for (const section of found) if ((scores[section] ?? 0) >= last) documents.get(this.#owners[section] ?? 0)?.push(section)
    for (const section of found) scores[section] = 0
    this.#markSure([])
    return answer.map(({ document, section, score }) => {
      const [first, end] = this.#extentOf(section)
      const sections = (documents.get(document) ?? []).map((place) => place - first).sort((x, y) => x - y)
      return { document, score, sections, sectionCount: end - first }
    })
  }

  /** Where the sections of the document begin that holds this one, and where they end. */
  #extentOf(section: number): readonly [number, number] {
    const owners = this.#owners
    let first = section
    while (first > 0 && owners[first - 1] === owners[section]) first--
    let end = section + 1
    while (end < owners.length && owners[end] === owners[section]) end++
    return [first, end]
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

  /** Keeps of the first `count` found the best and those that can still reach `least` where `open` may be added; returns their number. */
  #keepHopeful(count: number, least: number, open: number): number {
    const room = this.#found
    const scores = this.#scores
    const enough = least / slack - open
    let kept = 0
    for (let at = 0; at < count; at++) {
      const section = room[at] ?? 0
      if ((scores[section] ?? 0) >= enough || this.#isSure[section] === 1) room[kept++] = section
      else scores[section] = 0
    }
    return kept
  }

  /**
   * A score that the best `limit` documents have at least once `open` has been added: that of those which are the best before. It does not
   * depend on the order in which sections were found, so that all stores leave out the same.
   */
  #leastOf(found: Uint32Array, limit: number, open: readonly WeightedPostings[]): number {
    const ranked = this.#best(found, limit)
    const last = ranked[limit - 1]?.score
    if (last === undefined) return 0
    const best = ranked.filter(({ score }) => score >= last)
    const sections = Uint32Array.from(best, ({ section }) => section).sort()
    for (const list of open) addTo(sections, list, this.#scores, this.#norms)
    const completed = Float64Array.from(sections, (section) => this.#scores[section] ?? 0).sort()
    for (const { section, score } of best) this.#scores[section] = score
    this.#markSure(best.map(({ section }) => section))
    return completed[completed.length - limit] ?? 0
  }

  #markSure(sections: readonly number[]): void {
    for (const section of this.#sure) this.#isSure[section] = 0
    this.#sure = sections
    for (const section of sections) this.#isSure[section] = 1
  }

  /** The best section of every document that may be among the best `limit`, best first. */
  #best(found: Uint32Array, limit: number): Scored[] {
    const sections = new Map<number, Scored>()
    const best = new Lowest(limit)
    for (const section of found) {
      const score = this.#scores[section] ?? 0
      if (score < best.least) continue
      const document = this.#owners[section] ?? 0
      const known = sections.get(document)
      if (known !== undefined && known.score >= score) continue
      sections.set(document, { document, section, score })
      // A document that improves counts with its first score only, which only lets more of them through.
      if (known === undefined) best.add(score)
    }
    return [...sections.values()].sort((x, y) => y.score - x.score)
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
    const counts = new Uint8Array(most)
    const norms = this.#norms
    let length = 0
    let highest = 0
    for (const [number, bytes] of parts.entries()) {
      const dead = this.#segments[number]?.dead
      if (bytes === undefined || dead === undefined) continue
      const first = this.#offsets[number] ?? 0
      const end = length + readPostings(bytes, sections, counts, length)
      for (let at = length; at < end; at++) {
        const section = sections[at] ?? 0
        if (dead[section] !== 0) continue
        const place = first + section
        const count = counts[at] ?? 0
        highest = Math.max(highest, impact(count, norms[place] ?? 0))
        sections[length] = place
        counts[length++] = count
      }
    }
    return { sections: sections.slice(0, length), counts: counts.slice(0, length), most: highest }
  }
}

/** A document with its best section. */
interface Scored {
  readonly document: number
  readonly section: number
  readonly score: number
}

/** The sections that hold a term, in ascending order. */
interface Postings {
  readonly sections: Uint32Array
  /** How often each of them holds it. */
  readonly counts: Uint8Array
  /** The most that it says for one of them, before its own weight. */
  readonly most: number
}

interface WeightedPostings extends Postings {
  readonly factor: number
}

/** What a term says for a section that holds it `count` times, before its own weight. */
function impact(count: number, norm: number): number {
  return (count * (k1 + 1)) / (count + norm)
}

/** What the lists from each on can add to a score: at most, and of long lists what is likely. */
function sumsFrom(lists: readonly WeightedPostings[]): Float64Array {
  const sums = new Float64Array(lists.length + 1)
  let sum = 0
  for (const [at, { factor, most, sections }] of [...lists.entries()].reverse()) {
    sum += factor * most * (sections.length > longList ? likelyShare : 1)
    sums[at] = sum
  }
  return sums
}

/** Adds what a list says for the sections of `found`, which ascend: strides that double, then halves, so that a long list costs little. */
function addTo(found: Uint32Array, { sections, counts, factor }: WeightedPostings, scores: Float64Array, norms: Float32Array): void {
  let low = 0
  for (const section of found) {
    let stride = 1
    while (low + stride < sections.length && (sections[low + stride] ?? 0) <= section) {
      low += stride
      stride *= 2
    }
    for (; stride >= 1; stride >>= 1) if (low + stride < sections.length && (sections[low + stride] ?? 0) <= section) low += stride
    if (sections[low] === section) scores[section] = (scores[section] ?? 0) + factor * impact(counts[low] ?? 0, norms[section] ?? 0)
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
