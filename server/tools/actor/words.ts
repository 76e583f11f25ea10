/** What the recogniser knows of words before it sees a label: lists and clusters, gathered once and kept in a file between trainings. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readCorpus, sentencesOf } from './corpus'
import { gatherMasks, type Masks } from './names'
import { clustersOf, trainVectors } from './vectors'

export interface WordData {
  readonly masks: Masks
  /** 1 and up. */
  readonly clusters: ReadonlyMap<string, number>
  /** The coarse cluster of each fine one. */
  readonly coarse: readonly number[]
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
  const masks = await gatherMasks(packages, texts)
  report(`${masks.size} words in lists`)
  const vectors = trainVectors(
    () => sentencesOf(texts),
    { dimensions: 48, window: 3, negatives: 4, minimum: 10, vocabulary: 70_000, epochs: 1, seed },
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
  return { masks, clusters: new Map(vectors.words.map((word, index) => [word, (fine[index] ?? 0) + 1])), coarse }
}

export function writeWords(path: string, { masks, clusters, coarse }: WordData): void {
  writeFileSync(path, JSON.stringify({ masks: [...masks], clusters: [...clusters], coarse }))
}

export function readWords(path: string): WordData {
  const file: { masks: [string, number][]; clusters: [string, number][]; coarse: number[] } = JSON.parse(readFileSync(path, 'utf8'))
  return { masks: new Map(file.masks), clusters: new Map(file.clusters), coarse: file.coarse }
}
