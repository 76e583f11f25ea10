/**
 * BM25 over sections: which documents hold the terms of a query, the rarer and the more often the better. A document scores as its
 * best section. Every store ranks by this, so that they all give the same answer.
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
}

const k1 = 1.2
const b = 0.75

/** Documents by descending score, equal ones in no order; the worst of them may be more than `limit` where scores are equal. */
export function rank(segments: readonly SearchableSegment[], { terms, limit }: Query): Ranked[] {
  const { sections, average } = measure(segments)
  if (sections === 0 || limit <= 0) return []
  const scores = segments.map(({ lengths }) => new Float64Array(lengths.length))
  for (const [term, weight] of terms) {
    const lists: { segment: number; section: number; count: number }[] = []
    for (const [number, segment] of segments.entries()) {
      const bytes = segment.postings(term)
      if (bytes === undefined) continue
      readPostings(bytes, (section, count) => {
        if (segment.dead[section] === 0) lists.push({ segment: number, section, count })
      })
    }
    const rarity = weight * Math.log(1 + (sections - lists.length + 0.5) / (lists.length + 0.5))
    for (const { segment, section, count } of lists) {
      const length = segments[segment]?.lengths[section] ?? 0
      const row = scores[segment]
      if (row !== undefined)
        row[section] = (row[section] ?? 0) + (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average))
    }
  }
  return best(segments, scores, limit)
}

function measure(segments: readonly SearchableSegment[]): { sections: number; average: number } {
  let sections = 0
  let length = 0
  for (const { lengths, dead } of segments) {
    for (let at = 0; at < lengths.length; at++) {
      if (dead[at] !== 0) continue
      sections++
      length += lengths[at] ?? 0
    }
  }
  return { sections, average: Math.max(1, length / Math.max(1, sections)) }
}

function best(segments: readonly SearchableSegment[], scores: readonly Float64Array[], limit: number): Ranked[] {
  const documents = new Map<number, number>()
  for (const [number, { owners }] of segments.entries()) {
    const row = scores[number]
    for (let at = 0; at < owners.length; at++) {
      const score = row?.[at] ?? 0
      const document = owners[at] ?? 0
      if (score > 0 && score > (documents.get(document) ?? 0)) documents.set(document, score)
    }
  }
  const ranked = [...documents].map(([document, score]) => ({ document, score })).sort((x, y) => y.score - x.score)
  const last = ranked[limit - 1]?.score ?? 0
  return ranked.filter(({ score }, place) => place < limit || score === last)
}
