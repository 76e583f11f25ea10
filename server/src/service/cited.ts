/** What the citation keys of a document stand for, and where in the prose they stand. */
import { distance } from 'fastest-levenshtein'
import type { Document } from '../analysis/document'
import type { CitedSource } from '../claim/claim'
import type { Reference } from '../rules/rule'
import type { BibliographyEntries } from './companions'
import type { Corpus } from './readings'

export type References = ReadonlyMap<string, Reference>

/** The corpus comes first: where it holds the text, the text can be checked. */
export async function referencesOf(
  document: Document,
  { index, generation, readings }: Corpus,
  bibliography: BibliographyEntries,
): Promise<References> {
  const keys = [...new Set(document.citations.map((citation) => citation.key))]
  if (keys.length === 0) return new Map()
  const inline = new Map(document.frontMatter.references.map((entry) => [entry.id, entry.title ?? entry.id]))
  const sources = await index.summaries(keys)
  const references = new Map<string, Reference>()
  const unknown: string[] = []
  for (const [at, key] of keys.entries()) {
    const source = sources[at]
    const title = inline.get(key) ?? bibliography.get(key)?.title
    if (source !== undefined) references.set(key, { kind: 'source', key, title: source.metadata.title ?? source.path, path: source.path })
    else if (title !== undefined) references.set(key, { kind: 'bibliography', key, title })
    else unknown.push(key)
  }
  if (unknown.length > 0) {
    const known = [...inline.keys(), ...bibliography.keys(), ...(await readings.keys(index, generation))]
    for (const key of unknown) references.set(key, { kind: 'unknown', key, similar: similarKeys(key, known) })
  }
  return references
}

/** The cited sources with their places in the prose; a citation itself is no prose, so it stands at the end of the words before it. */
export function citedSourcesOf(document: Document, references: References): CitedSource[] {
  return document.citations.flatMap(({ key, start }) => {
    if (references.get(key)?.kind !== 'source') return []
    const at = document.prose.before(start)
    return [{ key, start: at, end: at }]
  })
}

/** The keys nearest to a mistyped one, best first. */
export function similarKeys(written: string, known: readonly string[], limit = 3): string[] {
  const lower = written.toLowerCase()
  return [...new Set(known)]
    .map((key) => ({ key, errors: key.toLowerCase().startsWith(lower) ? 1 : distance(lower, key.toLowerCase()) }))
    .filter(({ errors }) => errors <= Math.max(1, Math.floor(written.length / 4)))
    .sort((a, b) => a.errors - b.errors || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ key }) => key)
}
