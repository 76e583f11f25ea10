/**
 * Labelled documents with their sources, brought to where the judge begins: groups of claims with candidate sources. Training and
 * evaluation read the same way as the product does.
 *
 * docs/labelled-documents.md describes the format.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Prose } from '../src/analysis/document'
import { parseDocument } from '../src/analysis/parse'
import type { ClaimGroup } from '../src/claim/claim'
import { candidateParts, queriesFor } from '../src/claim/retrieve'
import { judgedFigures, readSourceFigures, type SourceFigures } from '../src/claim/source'
import { entryOf } from '../src/corpus/entry'
import type { Change, CorpusIndex } from '../src/corpus/index'
import { createMemoryIndex } from '../src/corpus/memory'
import { witnessesOf } from '../src/corpus/sketch'
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

/** The sources of a folder, with the texts of `added` among them: gzipped JSON Lines with a `text` each. Of actors nothing is read. */
export async function readCorpus(folder: string, added: readonly string[] = []): Promise<Corpus> {
  const own = await putsOf(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  const others = await putsOf(textsOf(added))
  // A copy of a source among the added texts would be as right as the source, and count as wrong.
  const witnesses = witnessesOf([...own, ...others].map(({ file, entry }) => ({ name: file.path, sketch: entry.sketch })))
  const known = new Set(own.map(({ file }) => witnesses.get(file.path)))
  const strange = others.filter(({ file }) => !known.has(witnesses.get(file.path)))
  const index = createMemoryIndex()
  await index.apply([...own, ...strange])
  return { index, sources: own.length + strange.length }
}

type Put = Extract<Change, { kind: 'put' }>

async function putsOf(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Promise<Put[]> {
  const puts: Put[] = []
  for (const [path, bytes] of files) {
    const reading = await readSource({ path, bytes })
    if (reading.kind !== 'read') continue
    const file = { path, size: bytes.length, modified: 0, hash: path, outcome: { kind: 'read', key: reading.source.key } } as const
    puts.push({ kind: 'put', file, entry: entryOf(reading.source) })
  }
  return puts
}

function* textsOf(files: readonly string[]): Generator<readonly [string, Uint8Array]> {
  for (const [number, file] of files.entries()) {
    for (const [line, json] of gunzipSync(readFileSync(file)).toString('utf8').split('\n').entries()) {
      const record: unknown = json === '' ? undefined : JSON.parse(json)
      if (typeof record === 'object' && record !== null && 'text' in record && typeof record.text === 'string')
        yield [`added-${number + 1}-${line + 1}.txt`, new TextEncoder().encode(record.text)]
    }
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
      const figures = judgedFigures(body)
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
  const parts = candidateParts(claims, await index.search(queriesFor(claims)))
  const names = parts.map((part) => JSON.stringify(part))
  const sources = await index.sources(parts.map(({ key }) => key))
  for (const [position, { key, sections }] of parts.entries()) {
    const [name, source] = [names[position] ?? key, sources[position]]
    if (source !== undefined && !readings.has(name)) readings.set(name, readSourceFigures(source, key, sections))
  }
  return names.flatMap((name) => readings.get(name) ?? [])
}
