/**
 * Word vectors by skip-gram with negative sampling, and clusters of them by spherical k-means: words that stand in like company share
 * a cluster, so that a name never seen with a label resembles one that was. Each place of the window predicts with vectors of its own, since
 * what stands just before a name and just after it are different things. Deterministic, one thread.
 */
import { createRandom } from './random'

export interface VectorOptions {
  readonly dimensions: number
  /** How many words to either side. */
  readonly window: number
  readonly negatives: number
  readonly minimum: number
  readonly vocabulary: number
  readonly epochs: number
  readonly seed: number
}

export interface Vectors {
  readonly words: readonly string[]
  readonly dimensions: number
  readonly values: Float32Array
}

const sampleTable = 1 << 20

/** Trains on sentences given as arrays of words. */
export function trainVectors(
  sentences: () => Iterable<readonly string[]>,
  options: VectorOptions,
  report: (line: string) => void,
): Vectors {
  const counted = new Map<string, number>()
  let total = 0
  for (const sentence of sentences()) {
    for (const word of sentence) counted.set(word, (counted.get(word) ?? 0) + 1)
    total += sentence.length
  }
  const chosen = [...counted].filter(([, count]) => count >= options.minimum).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const vocabulary = chosen.slice(0, options.vocabulary)
  const ids = new Map(vocabulary.map(([word], index) => [word, index]))
  const counts = vocabulary.map(([, count]) => count)
  report(`${total} tokens, ${counted.size} words, ${vocabulary.length} kept`)

  const { dimensions, window, negatives } = options
  const random = createRandom(options.seed)
  const input = new Float32Array(vocabulary.length * dimensions)
  const output = new Float32Array(vocabulary.length * dimensions * 2 * window)
  for (let at = 0; at < input.length; at++) input[at] = (random() - 0.5) / dimensions
  const noise = noiseTable(counts)
  const keep = Float32Array.from(counts, (count) => {
    const share = count / total
    return Math.min(1, Math.sqrt(1e-4 / share) + 1e-4 / share)
  })
  const change = new Float32Array(dimensions)
  let seen = 0
  let shown = 0
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const sentence of sentences()) {
      const line: number[] = []
      for (const word of sentence) {
        const id = ids.get(word)
        if (id !== undefined && random() < (keep[id] ?? 0)) line.push(id)
      }
      seen += sentence.length
      const rate = Math.max(0.0002, 0.04 * (1 - seen / (total * options.epochs)))
      for (let at = 0; at < line.length; at++) {
        const centre = (line[at] ?? 0) * dimensions
        for (let other = Math.max(0, at - window); other <= Math.min(line.length - 1, at + window); other++) {
          if (other === at) continue
          const place = other < at ? other - at + window : other - at + window - 1
          step(centre, line[other] ?? 0, place * vocabulary.length, rate)
        }
      }
      if (seen - shown > 5e6) {
        shown = seen
        report(`${(seen / 1e6).toFixed(0)} million tokens`)
      }
    }
  }
  return { words: vocabulary.map(([word]) => word), dimensions, values: input }

  function step(centre: number, context: number, place: number, rate: number): void {
    change.fill(0)
    for (let draw = 0; draw <= negatives; draw++) {
      const word = draw === 0 ? context : (noise[Math.floor(random() * sampleTable)] ?? 0)
      if (draw > 0 && word === context) continue
      const target = (place + word) * dimensions
      let dot = 0
      for (let d = 0; d < dimensions; d++) dot += (input[centre + d] ?? 0) * (output[target + d] ?? 0)
      const gradient = ((draw === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * rate
      for (let d = 0; d < dimensions; d++) {
        change[d] = (change[d] ?? 0) + gradient * (output[target + d] ?? 0)
        output[target + d] = (output[target + d] ?? 0) + gradient * (input[centre + d] ?? 0)
      }
    }
    for (let d = 0; d < dimensions; d++) input[centre + d] = (input[centre + d] ?? 0) + (change[d] ?? 0)
  }
}

function noiseTable(counts: readonly number[]): Int32Array {
  const table = new Int32Array(sampleTable)
  const total = counts.reduce((sum, count) => sum + count ** 0.75, 0)
  let word = 0
  let reached = (counts[0] ?? 1) ** 0.75 / total
  for (let slot = 0; slot < sampleTable; slot++) {
    table[slot] = word
    if (slot / sampleTable > reached && word < counts.length - 1) reached += (counts[++word] ?? 1) ** 0.75 / total
  }
  return table
}

/** The cluster of each word: `count` centres, spherical k-means. */
export function clustersOf(vectors: Vectors, count: number, rounds: number, seed: number): Uint16Array {
  const { dimensions } = vectors
  const size = vectors.words.length
  const random = createRandom(seed)
  const points = new Float32Array(vectors.values)
  for (let at = 0; at < size; at++) normalise(points, at * dimensions, dimensions)
  const centres = new Float32Array(count * dimensions)
  for (let centre = 0; centre < count; centre++) {
    const from = Math.floor(random() * size) * dimensions
    centres.set(points.subarray(from, from + dimensions), centre * dimensions)
  }
  const assigned = new Uint16Array(size)
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < size; at++) assigned[at] = nearest(points, at * dimensions, centres, count, dimensions)
    centres.fill(0)
    for (let at = 0; at < size; at++) {
      const to = (assigned[at] ?? 0) * dimensions
      for (let d = 0; d < dimensions; d++) centres[to + d] = (centres[to + d] ?? 0) + (points[at * dimensions + d] ?? 0)
    }
    for (let centre = 0; centre < count; centre++) {
      if (!normalise(centres, centre * dimensions, dimensions)) {
        const from = Math.floor(random() * size) * dimensions
        centres.set(points.subarray(from, from + dimensions), centre * dimensions)
      }
    }
  }
  return assigned
}

function nearest(points: Float32Array, from: number, centres: Float32Array, count: number, dimensions: number): number {
  let best = 0
  let highest = Number.NEGATIVE_INFINITY
  for (let centre = 0; centre < count; centre++) {
    let dot = 0
    for (let d = 0, at = centre * dimensions; d < dimensions; d++, at++) dot += (points[from + d] ?? 0) * (centres[at] ?? 0)
    if (dot > highest) {
      highest = dot
      best = centre
    }
  }
  return best
}

function normalise(values: Float32Array, from: number, dimensions: number): boolean {
  let sum = 0
  for (let d = 0; d < dimensions; d++) sum += (values[from + d] ?? 0) ** 2
  if (sum === 0) return false
  const scale = 1 / Math.sqrt(sum)
  for (let d = 0; d < dimensions; d++) values[from + d] = (values[from + d] ?? 0) * scale
  return true
}
