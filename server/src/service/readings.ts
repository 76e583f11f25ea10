/**
 * Sources as the judge reads them, kept while they are in use: reading the figures of a source costs more than judging by them, and
 * the same few sources are asked for with every keystroke. Several documents share one shelf.
 */
import type { SourcePart } from '../claim/retrieve'
import { readSourceFigures, type SourceFigures } from '../claim/source'
import type { CorpusIndex } from '../corpus/index'
import type { SourceKey } from '../source/source'

export interface SourceReadings {
  /** One for each part, in that order; undefined where the index holds no such source. */
  of(parts: readonly SourcePart[], corpus: Corpus): Promise<readonly (SourceFigures | undefined)[]>
  /** Whether a source has been read already, and whole. */
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
  const found = await corpus.readings.of(
    keys.map((key) => ({ key })),
    corpus,
  )
  return new Map(found.flatMap((reading) => (reading === undefined ? [] : [[reading.source.key, reading] as const])))
}

interface Kept {
  readonly generation: number
  readonly reading: SourceFigures | undefined
}

/** Characters of text of which readings are kept: some thousand articles, in perhaps 200 MB. */
const roomy = 4_000_000
/** The text that a part is of is kept with it, and takes this share of the room that a reading of it takes. */
const textShare = 1 / 16

/** Keeps readings of at most `limit` characters of text; those longest unused go first. */
export function createSourceReadings(limit = roomy): SourceReadings {
  const shelf = new Map<string, Kept>()
  const stamps = new WeakMap<SourceFigures, number>()
  let lastStamp = 0
  let catalogue: { readonly generation: number; readonly keys: Promise<readonly SourceKey[]> } | undefined
  let length = 0
  const drop = (name: string) => {
    length -= roomOf(shelf.get(name)?.reading)
    shelf.delete(name)
  }
  const keep = (name: string, kept: Kept) => {
    drop(name)
    shelf.set(name, kept)
    length += roomOf(kept.reading)
  }
  return {
    keys(index, generation) {
      if (catalogue?.generation !== generation) catalogue = { generation, keys: readKeys(index) }
      return catalogue.keys
    },
    has: (key, generation) => shelf.get(nameOf({ key }))?.generation === generation,
    stampOf(reading) {
      const stamp = stamps.get(reading) ?? ++lastStamp
      stamps.set(reading, stamp)
      return stamp
    },
    async of(parts, { index, generation, breathe }) {
      const asked = new Map(parts.map((part) => [nameOf(part), part]))
      const stale = [...asked].filter(([name]) => shelf.get(name)?.generation !== generation)
      const keys = stale.map(([, { key }]) => key)
      const sources = keys.length === 0 ? [] : await index.sources(keys)
      const summaries = keys.length === 0 ? [] : await index.summaries(keys)
      const fresh = new Map<string, Kept>()
      for (const [at, [name, { key, sections }]] of stale.entries()) {
        await breathe?.()
        const source = sources[at]
        const witness = summaries[at]?.witness ?? key
        const earlier = shelf.get(name)?.reading
        const isSame = earlier?.witness === witness && JSON.stringify(earlier.source) === JSON.stringify(source)
        fresh.set(name, { generation, reading: isSame ? earlier : source && readSourceFigures(source, witness, sections) })
      }
      // Answer from what was there and what came, before anything is dropped: one question may be longer than the shelf.
      const answer = parts.map((part) => {
        const name = nameOf(part)
        const kept = fresh.get(name) ?? shelf.get(name)
        if (kept !== undefined) keep(name, kept)
        return kept?.reading
      })
      for (const name of shelf.keys()) {
        if (length <= limit) break
        drop(name)
      }
      return answer
    },
  }
}

/** Tells the readings on a shelf apart. */
function nameOf({ key, sections }: SourcePart): string {
  return sections === undefined ? key : `${key}\n${sections.join()}`
}

function roomOf(reading: SourceFigures | undefined): number {
  if (reading === undefined) return 0
  const { passages, text } = reading.contexts.body
  return passages.reduce((sum, { start, end }) => sum + end - start, text.length * textShare)
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
