/**
 * The sources that are most likely to know the names of a document. What rules say of a name can then be said before names were looked
 * for in the whole corpus: the sources that a paragraph is about, and those that hold the words of a name best, know whose it is.
 */
import type { Mention } from '../actor/actor'
import type { CorpusIndex, Query } from '../corpus/index'
import { termsOf } from '../corpus/terms'
import type { SourceKey } from '../source/source'
import type { Body } from '../text/body'
import { slice } from '../text/span'

/** For a paragraph, a name alone, and a name with its role. */
const hitsPerQuery = 12

export async function sourcesWithNames(body: Body, mentions: readonly Mention[], index: CorpusIndex): Promise<readonly SourceKey[]> {
  const names = mentions.flatMap(({ name, role }) => (role === undefined ? [name] : [name, `${role} ${name}`]))
  const texts = new Set([...body.passages.map((passage) => slice(body.text, passage)), ...names])
  const hits = await index.search([...texts].map((text) => queryFor(text, body)))
  return [...new Set(hits.flat().map(({ key }) => key))]
}

function queryFor(text: string, { language }: Body): Query {
  return { terms: new Map(termsOf(text, language).map((term) => [term, 1])), limit: hitsPerQuery }
}
