/**
 * Labelled documents with their sources, brought to where the judge begins: groups of claims with candidate sources. Training and
 * evaluation read the same way as the product does.
 *
 * A labelled set is a folder of `NAME.md` with `NAME.gold.json`: `{ "figures": [{ "label", "kind", "text", "offset", "source", "evidence", "evidenceOffset" }] }`,
 * offsets in UTF-16 code units; labels S (supported), C (contradicted), U (no source states it), T (digits that are no figure).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Prose } from '../src/analysis/document'
import { parseDocument } from '../src/analysis/parse'
import type { ClaimGroup } from '../src/claim/claim'
import { candidateKeys, queriesFor } from '../src/claim/retrieve'
import { readSourceFigures, type SourceFigures } from '../src/claim/source'
import { entryOf } from '../src/corpus/entry'
import type { Change, CorpusIndex } from '../src/corpus/index'
import { createMemoryIndex } from '../src/corpus/memory'
import { figuresOf } from '../src/figure/read'
import { citedSourcesOf, referencesOf } from '../src/service/cited'
import { textGroupsOf } from '../src/service/groups'
import { createSourceReadings } from '../src/service/readings'
import { readSource } from '../src/source/read'

export interface Gold {
  readonly label: 'S' | 'C' | 'U' | 'T'
  readonly kind: string
  readonly text: string
  readonly offset: number
  readonly source: string | null
  readonly evidence: string | null
  readonly evidenceOffset: number | null
}

export interface LabelledGroup {
  readonly claims: ClaimGroup
  readonly candidates: readonly SourceFigures[]
  /** For each figure of the group the label it meets. */
  readonly gold: readonly (Gold | undefined)[]
  /** Where each figure stands in the document. */
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

export interface LabelledDocument {
  readonly name: string
  readonly language: 'de' | 'en'
  readonly gold: readonly Gold[]
  readonly groups: readonly LabelledGroup[]
}

export interface Corpus {
  readonly index: CorpusIndex
  readonly sources: number
}

export async function readCorpus(folder: string, extra: readonly string[] = []): Promise<Corpus> {
  const index = createMemoryIndex()
  let sources = 0
  const changes: Change[] = []
  const put = async (path: string, bytes: Uint8Array) => {
    const reading = await readSource({ path, bytes })
    if (reading.kind !== 'read') return
    const file = { path, size: bytes.length, modified: 0, hash: path, outcome: { kind: 'read', key: reading.source.key } } as const
    changes.push({ kind: 'put', file, entry: entryOf(reading.source) })
    sources++
  }
  for (const name of readdirSync(folder).sort()) await put(name, readFileSync(join(folder, name)))
  for (const file of extra) for (const [path, text] of textsOf(file)) await put(path, new TextEncoder().encode(text))
  await index.apply(changes)
  return { index, sources }
}

/** Documents of a gzipped JSONL file with `text`, and `id` and `title` where it has them. */
function* textsOf(file: string): Generator<[string, string]> {
  let number = 0
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue
    const record: unknown = JSON.parse(line)
    if (typeof record !== 'object' || record === null || !('text' in record) || typeof record.text !== 'string') continue
    yield [`${basename(file).replace(/\W.*/, '')}-${++number}.txt`, record.text]
  }
}

export async function readLabelled(folder: string, { index }: Corpus): Promise<LabelledDocument[]> {
  const readings = new Map<string, SourceFigures>()
  const known = createSourceReadings()
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.gold.json'))
    .map((name) => name.slice(0, -'.gold.json'.length))
    .sort()
  const documents: LabelledDocument[] = []
  for (const name of names) {
    const { figures: gold }: { figures: Gold[] } = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8'))
    const document = parseDocument(readFileSync(join(folder, `${name}.md`), 'utf8'))
    const references = await referencesOf(document, { index, generation: 0, readings: known }, new Map())
    const groups: LabelledGroup[] = []
    for (const { start, body, citations } of textGroupsOf(document.prose.body, citedSourcesOf(document, references))) {
      const { figures } = figuresOf(body)
      if (figures.length === 0) continue
      const claims: ClaimGroup = { body, passages: body.passages, figures, citations }
      const candidates = await candidatesFor(claims, index, readings)
      const places = figures.map((figure) => placeIn(document.prose, figure.start + start, figure.end + start))
      groups.push({
        claims,
        candidates,
        places,
        gold: places.map((place) => gold.find((label) => place.start < label.offset + label.text.length && label.offset < place.end)),
      })
    }
    documents.push({ name, language: document.language, gold, groups })
  }
  return documents
}

const placeIn = (prose: Prose, start: number, end: number) => prose.toDocument({ start, end })

export async function candidatesFor(
  claims: ClaimGroup,
  index: CorpusIndex,
  readings: Map<string, SourceFigures>,
): Promise<SourceFigures[]> {
  const keys = candidateKeys(claims, await index.search(queriesFor(claims)))
  const unread = keys.filter((key) => !readings.has(key))
  const found = await index.sources(unread)
  for (const [position, key] of unread.entries()) {
    const source = found[position]
    if (source !== undefined) readings.set(key, readSourceFigures(source))
  }
  return keys.flatMap((key) => readings.get(key) ?? [])
}
