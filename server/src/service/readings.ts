/**
 * Sources as the judge reads them, kept while they are in use: reading the figures of a source costs more than judging by them, and
 * the same few sources are asked for with every keystroke. Several documents share one shelf.
 */
import { readSourceFigures, type SourceFigures } from '../claim/source'
import type { CorpusIndex } from '../corpus/index'
import type { SourceKey } from '../source/source'

export interface SourceReadings {
  /** One for each key, in that order; undefined where the index holds no such source. */
  of(keys: readonly SourceKey[], corpus: Corpus): Promise<readonly (SourceFigures | undefined)[]>
  /** Whether a source has been read already. */
  has(key: SourceKey, generation: number): boolean
  /** A number that only this reading has: the same source, read the same, keeps it. */
  stampOf(reading: SourceFigures): number
  /** Every key of the corpus, for those who look for one like another. */
  keys(index: CorpusIndex, generation: number): Promise<readonly SourceKey[]>
}

/** The index as one check sees it, with the shelf to read its sources from. */
export interface Corpus {
  readonly index: CorpusIndex
  readonly generation: number
  readonly readings: SourceReadings
  /** Lets others have a turn: reading many sources takes long. */
  readonly breathe?: (() => Promise<void>) | undefined
}

/** Those of the sources that the index holds. */
export async function readSources(keys: readonly SourceKey[], corpus: Corpus): Promise<ReadonlyMap<SourceKey, SourceFigures>> {
  const found = await corpus.readings.of(keys, corpus)
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

/** Characters of text of which readings are kept: some thousand articles, in perhaps 200 MB. */
const roomy = 4_000_000

/** Keeps readings of at most `limit` characters of text; those longest unused go first. */
export function createSourceReadings(limit = roomy): SourceReadings {
  const shelf = new Map<SourceKey, Kept>()
  const stamps = new WeakMap<SourceFigures, number>()
  let lastStamp = 0
  let catalogue: { readonly generation: number; readonly keys: Promise<readonly SourceKey[]> } | undefined
  let length = 0
  const lengthOf = (kept: Kept | undefined) => kept?.reading?.source.body.text.length ?? 0
  const drop = (key: SourceKey) => {
    length -= lengthOf(shelf.get(key))
    shelf.delete(key)
  }
  const keep = (key: SourceKey, kept: Kept) => {
    drop(key)
    shelf.set(key, kept)
    length += lengthOf(kept)
  }
  return {
    keys(index, generation) {
      if (catalogue?.generation !== generation) catalogue = { generation, keys: readKeys(index) }
      return catalogue.keys
    },
    has: (key, generation) => shelf.get(key)?.generation === generation,
    stampOf(reading) {
      const stamp = stamps.get(reading) ?? ++lastStamp
      stamps.set(reading, stamp)
      return stamp
    },
    async of(keys, { index, generation, breathe }) {
      const stale = [...new Set(keys)].filter((key) => shelf.get(key)?.generation !== generation)
      const sources = stale.length === 0 ? [] : await index.sources(stale)
      const summaries = stale.length === 0 ? [] : await index.summaries(stale)
      const fresh = new Map<SourceKey, Kept>()
      for (const [at, key] of stale.entries()) {
        await breathe?.()
        const source = sources[at]
        const witness = summaries[at]?.witness ?? key
        const earlier = shelf.get(key)?.reading
        const isSame = earlier?.witness === witness && JSON.stringify(earlier.source) === JSON.stringify(source)
        fresh.set(key, { generation, reading: isSame ? earlier : source && readSourceFigures(source, witness) })
      }
      // Answer from what was there and what came, before anything is dropped: one question may be longer than the shelf.
      const answer = keys.map((key) => {
        const kept = fresh.get(key) ?? shelf.get(key)
        if (kept !== undefined) keep(key, kept)
        return kept?.reading
      })
      for (const key of shelf.keys()) {
        if (length <= limit) break
        drop(key)
      }
      return answer
    },
  }
}

async function readKeys(index: CorpusIndex): Promise<readonly SourceKey[]> {
  const keys: SourceKey[] = []
  for (let after: SourceKey | undefined; ; ) {
    const page = await index.list(after === undefined ? { limit: pageSize } : { after, limit: pageSize })
    keys.push(...page.map(({ key }) => key))
    after = page.at(-1)?.key
    if (page.length < pageSize) return keys
  }
}

const pageSize = 2000
