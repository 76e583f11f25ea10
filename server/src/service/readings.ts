/**
 * Sources as the judge reads them, kept while they are in use: reading the figures of a source costs more than judging by them, and
 * the same few sources are asked for with every keystroke. Several documents share one shelf.
 */
import { readSourceFigures, type SourceFigures } from '../claim/source'
import type { CorpusIndex } from '../corpus/index'
import type { SourceKey } from '../source/source'

export interface SourceReadings {
  /** One for each key, in that order; undefined where the index holds no such source. */
  of(keys: readonly SourceKey[], index: CorpusIndex, generation: number): Promise<readonly (SourceFigures | undefined)[]>
  /** A number that only this reading has: the same source, read the same, keeps it. */
  stampOf(reading: SourceFigures): number
  /** Every key of the corpus with its witness: copies of one article have the same. */
  witnesses(index: CorpusIndex, generation: number): Promise<ReadonlyMap<SourceKey, string>>
}

/** The index as one check sees it, with the shelf to read its sources from. */
export interface Corpus {
  readonly index: CorpusIndex
  readonly generation: number
  readonly readings: SourceReadings
}

/** Those of the sources that the index holds. */
export async function readSources(keys: readonly SourceKey[], corpus: Corpus): Promise<ReadonlyMap<SourceKey, SourceFigures>> {
  const found = await corpus.readings.of(keys, corpus.index, corpus.generation)
  return new Map(
    keys.flatMap((key, at) => {
      const reading = found[at]
      return reading === undefined ? [] : [[key, reading] as const]
    }),
  )
}

interface Kept {
  readonly generation: number
  readonly reading: SourceFigures | undefined
}

/** Keeps at most `limit` readings; those longest unused go first. */
export function createSourceReadings(limit = 512): SourceReadings {
  const shelf = new Map<SourceKey, Kept>()
  const stamps = new WeakMap<SourceFigures, number>()
  let lastStamp = 0
  let catalogue: { readonly generation: number; readonly witnesses: Promise<ReadonlyMap<SourceKey, string>> } | undefined
  const witnesses = (index: CorpusIndex, generation: number) => {
    if (catalogue?.generation !== generation) catalogue = { generation, witnesses: readWitnesses(index) }
    return catalogue.witnesses
  }
  const keep = (key: SourceKey, kept: Kept) => {
    shelf.delete(key)
    shelf.set(key, kept)
  }
  return {
    witnesses,
    stampOf(reading) {
      const stamp = stamps.get(reading) ?? ++lastStamp
      stamps.set(reading, stamp)
      return stamp
    },
    async of(keys, index, generation) {
      const stale = [...new Set(keys)].filter((key) => shelf.get(key)?.generation !== generation)
      const sources = stale.length === 0 ? [] : await index.sources(stale)
      const witness = stale.length === 0 ? undefined : await witnesses(index, generation)
      const fresh = new Map<SourceKey, Kept>()
      for (const [at, key] of stale.entries()) {
        const source = sources[at]
        const earlier = shelf.get(key)?.reading
        const isSame =
          earlier !== undefined &&
          earlier.witness === (witness?.get(key) ?? key) &&
          JSON.stringify(earlier.source) === JSON.stringify(source)
        fresh.set(key, { generation, reading: isSame ? earlier : source && readSourceFigures(source, witness?.get(key)) })
      }
      // Answer from what was there and what came, before anything is dropped: one question may be longer than the shelf.
      const answer = keys.map((key) => {
        const kept = fresh.get(key) ?? shelf.get(key)
        if (kept !== undefined) keep(key, kept)
        return kept?.reading
      })
      for (const key of shelf.keys()) {
        if (shelf.size <= limit) break
        shelf.delete(key)
      }
      return answer
    },
  }
}

async function readWitnesses(index: CorpusIndex): Promise<ReadonlyMap<SourceKey, string>> {
  const witnesses = new Map<SourceKey, string>()
  for (let after: SourceKey | undefined; ; ) {
    const page = await index.list(after === undefined ? { limit: pageSize } : { after, limit: pageSize })
    for (const { key, witness } of page) witnesses.set(key, witness)
    after = page.at(-1)?.key
    if (page.length < pageSize) return witnesses
  }
}

const pageSize = 2000
