/**
 * Which sources a group of claims may draw on: weighted term queries for the index, and the choice among their hits. One query
 * for the whole group and one for each sentence with a figure, because a paragraph may mix sources.
 */
import type { Hit, Query } from '../corpus/index'
import { termsOf } from '../corpus/terms'
import { sentencesOf } from '../language/sentences'
import type { SourceKey } from '../source/source'
import { slice } from '../text/span'
import type { ClaimGroup } from './claim'

const hitsPerQuery = 8
const most = 10
/** Sections of a source that is judged whole wherever it is found. */
const short = 2

export function queriesFor(group: ClaimGroup): Query[] {
  const { body, passages, figures } = group
  const whole = new Map<string, number>()
  const queries: Query[] = [{ terms: whole, limit: hitsPerQuery }]
  for (const passage of passages) {
    const language = passage.language ?? body.language
    for (const sentence of sentencesOf(body.text, passage, language)) {
      const terms = new Map<string, number>()
      for (const term of termsOf(slice(body.text, sentence), language)) {
        add(terms, term, 1)
        add(whole, term, 1)
      }
      if (figures.some((figure) => figure.start >= sentence.start && figure.start < sentence.end))
        queries.push({ terms, limit: hitsPerQuery })
    }
  }
  return queries
}

/** A source to judge by: whole, or some of its sections, in ascending order. */
export interface SourcePart {
  readonly key: SourceKey
  readonly sections?: readonly number[]
}

/**
 * What to judge against, likeliest first: of long sources that were found those sections that were, or all where most were. Cited sources
 * always, and whole. `hits` as the index answered `queriesFor`.
 */
export function candidateParts(group: ClaimGroup, hits: readonly (readonly Hit[])[]): SourcePart[] {
  const ranks = new Map<SourceKey, number>()
  const parts = new Map<SourceKey, { readonly sections: Set<number>; readonly count: number }>()
  for (const answer of hits) {
    for (const [rank, { key, sections, sectionCount }] of answer.entries()) {
      add(ranks, key, 1 / (2 + rank))
      parts.set(key, { sections: new Set([...(parts.get(key)?.sections ?? []), ...sections]), count: sectionCount })
    }
  }
  const found = [...ranks].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  const cited = new Set(group.citations.map(({ key }) => key))
  const partOf = (key: SourceKey): SourcePart => {
    const { sections, count } = parts.get(key) ?? { sections: [], count: 0 }
    const ascending = [...sections].sort((a, b) => a - b)
    return cited.has(key) || count <= short || ascending.length > count / 2 ? { key } : { key, sections: ascending }
  }
  return [...new Set([...cited, ...found.slice(0, most)])].map(partOf)
}

function add<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}
