/** What the recogniser knows of words before it sees a label: lists and clusters, gathered once and kept in a file between trainings. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Language } from '../../src/language/language'
import { categoriesFrom } from './categories'
import { loadCompromise } from './compromise'
import { readCorpus, sentencesOf, type Text } from './corpus'
import { gatherMasks, type Masks } from './names'
import { clustersOf, trainVectors } from './vectors'

export interface Clusters {
  /** 1 and up. */
  readonly fine: ReadonlyMap<string, number>
  /** The coarse cluster of each fine one. */
  readonly coarse: readonly number[]
}

export interface WordData {
  readonly masks: Masks
  readonly clusters: Readonly<Record<Language, Clusters>>
}

const fineCount = 600
const coarseCount = 80

export async function gatherWords(
  packages: string,
  corpora: readonly string[],
  seed: number,
  report: (line: string) => void,
): Promise<WordData> {
  const texts = readCorpus(corpora)
  const compromise = await loadCompromise(packages)
  const masks = await gatherMasks(packages, compromise, texts)
  report(`${masks.size} words in lists`)
  return { masks, clusters: { de: clustersFrom(texts, seed, report), en: categoriesFrom(packages, compromise) } }
}

function clustersFrom(texts: readonly Text[], seed: number, report: (line: string) => void): Clusters {
  const vectors = trainVectors(
    () => sentencesOf(texts),
    { dimensions: 48, window: 2, negatives: 4, minimum: 8, vocabulary: 80_000, epochs: 1, seed },
    report,
  )
  const { dimensions } = vectors
  const fine = clustersOf(vectors, fineCount, 8, seed)
  const centres = new Float32Array(fineCount * dimensions)
  for (const [word, cluster] of fine.entries()) {
    for (let d = 0; d < dimensions; d++)
      centres[cluster * dimensions + d] = (centres[cluster * dimensions + d] ?? 0) + (vectors.values[word * dimensions + d] ?? 0)
  }
  const names = Array.from({ length: fineCount }, (_, index) => String(index))
  const coarse = [...clustersOf({ words: names, counts: [], dimensions, values: centres }, coarseCount, 20, seed)]
  return { fine: new Map(vectors.words.map((word, index) => [word, (fine[index] ?? 0) + 1])), coarse }
}

interface ClusterFile {
  readonly fine: [string, number][]
  readonly coarse: number[]
}

export function writeWords(path: string, { masks, clusters: { de, en } }: WordData): void {
  const file = ({ fine, coarse }: Clusters) => ({ fine: [...fine], coarse })
  writeFileSync(path, JSON.stringify({ masks: [...masks], de: file(de), en: file(en) }))
}

export function readWords(path: string): WordData {
  const file: { masks: [string, number][]; de: ClusterFile; en: ClusterFile } = JSON.parse(readFileSync(path, 'utf8'))
  const read = ({ fine, coarse }: ClusterFile) => ({ fine: new Map(fine), coarse })
  return { masks: new Map(file.masks), clusters: { de: read(file.de), en: read(file.en) } }
}
