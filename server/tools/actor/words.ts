/** What the recogniser knows of words before it sees a label: lists and clusters, gathered once and kept in a file between trainings. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Language } from '../../src/language/language'
import { loadCompromise } from './compromise'
import { readCorpus, sentencesOf } from './corpus'
import { readEmbeddings } from './embeddings'
import { gatherMasks, type Masks } from './names'
import { clustersOf, trainVectors, type Vectors } from './vectors'

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

interface ClusterOptions {
  readonly fine: number
  readonly coarse: number
  readonly rounds: number
  /** Whether all words count the same for the centre of their cluster, however long their vectors. */
  readonly even: boolean
}

const clusterOptions: Readonly<Record<Language, ClusterOptions>> = {
  de: { fine: 600, coarse: 80, rounds: 8, even: false },
  en: { fine: 1200, coarse: 100, rounds: 5, even: true },
}
/** How many English words have a cluster. */
const englishWords = 40_000

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
  const german = trainVectors(
    () => sentencesOf(texts),
    { dimensions: 48, window: 2, negatives: 4, minimum: 8, vocabulary: 80_000, epochs: 1, seed },
    report,
  )
  const english = readEmbeddings(packages, englishWords)
  const { fine, coarse } = clustersFrom(english, clusterOptions.en, seed)
  return {
    masks,
    clusters: {
      de: clustersFrom(german, clusterOptions.de, seed),
      en: { fine: new Map([...fine].filter(([word]) => /^\p{L}/u.test(word))), coarse },
    },
  }
}

function clustersFrom(vectors: Vectors, options: ClusterOptions, seed: number): Clusters {
  const { dimensions, values } = vectors
  const fine = clustersOf(vectors, options.fine, options.rounds, seed)
  const centres = new Float32Array(options.fine * dimensions)
  for (const [word, cluster] of fine.entries()) {
    const own = values.subarray(word * dimensions, (word + 1) * dimensions)
    const length = options.even ? Math.sqrt(own.reduce((sum, value) => sum + value ** 2, 0)) : 1
    for (let d = 0; d < dimensions; d++)
      centres[cluster * dimensions + d] = (centres[cluster * dimensions + d] ?? 0) + (values[word * dimensions + d] ?? 0) / length
  }
  const names = Array.from({ length: options.fine }, (_, index) => String(index))
  const coarse = [...clustersOf({ words: names, dimensions, values: centres }, options.coarse, 20, seed)]
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
