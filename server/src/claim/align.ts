/**
 * Which source figure each claim of a group means, claims of a group settled together. First every claim on its own; then again,
 * knowing where its siblings stand: a paragraph draws on few documents and on few passages of them, and a figure that a sibling
 * states is taken. "None" competes with the figures throughout.
 */
import { type JointFeature, jointFeatures, pairFeatures } from './features'
import type { Pair, Scene } from './scene'

/** Probabilities that a claim means each of its pairs; what is missing to 1 is the probability of none. */
export type Alignment = readonly Float64Array[]

export interface Weighing {
  /** In the order of `pairFeatures`, then of `jointFeatures` where the rows have them. */
  readonly pair: Float64Array
  /** In the order of `noneFeatures`. */
  readonly none: Float64Array
}

export interface Weighings {
  readonly alone: Weighing
  readonly joint: Weighing
  /** Blind to the stated value. */
  readonly context: Weighing
}

/** With the stated values in view, and by context alone. */
export interface Alignments {
  readonly full: Alignment
  readonly context: Alignment
}

export function align(scene: Scene, { alone, joint, context }: Weighings): Alignments {
  const first = scene.pairs.map((pairs, claim) =>
    probabilities(
      pairs.map(({ features }) => features),
      scene.none[claim],
      alone,
    ),
  )
  const rows = jointRows(scene, first)
  const by = (weighing: Weighing) => rows.map((row, claim) => probabilities(row, scene.none[claim], weighing))
  return { full: by(joint), context: by(context) }
}

/** The conditional logit: shares of the exponentials of weighted sums. */
export function probabilities(
  rows: readonly Float64Array[],
  none: Float64Array | undefined,
  { pair, none: noneWeights }: Weighing,
): Float64Array {
  const sums = rows.map((row) => dot(row, pair))
  const nothing = none === undefined ? 0 : dot(none, noneWeights)
  const top = Math.max(nothing, ...sums)
  let total = Math.exp(nothing - top)
  const result = Float64Array.from(sums, (sum) => Math.exp(sum - top))
  for (const share of result) total += share
  return result.map((share) => share / total)
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

const jointAt = Object.fromEntries(jointFeatures.map((name, index) => [name, pairFeatures.length + index])) as Record<JointFeature, number>

/** The rows of `scene` with what the first pass says of the siblings behind them. */
export function jointRows(scene: Scene, first: Alignment): Float64Array[][] {
  const count = scene.claims.length
  // Where each claim probably stands: by document, by sentence, by figure.
  const documents = first.map((shares, claim) => sumBy(scene.pairs[claim] ?? [], shares, documentOf))
  const sentences = first.map((shares, claim) => sumBy(scene.pairs[claim] ?? [], shares, sentenceOf))
  const figures = first.map((shares, claim) => sumBy(scene.pairs[claim] ?? [], shares, figureOf))
  return scene.pairs.map((pairs, claim) => {
    const others = [...Array(count).keys()].filter((other) => other !== claim)
    const inDocument = (key: string) => others.reduce((sum, other) => sum + (documents[other]?.get(key) ?? 0), 0)
    const bestDocument = Math.max(0, ...[...new Set(pairs.map(documentOf))].map(inDocument))
    return pairs.map((pair, index) => {
      const row = new Float64Array(pairFeatures.length + jointFeatures.length)
      row.set(pair.features)
      const document = inDocument(documentOf(pair))
      row[jointAt.documentOthers] = document / Math.max(1, others.length)
      row[jointAt.documentLead] = (document - bestDocument) / Math.max(1, others.length)
      let taken = 0
      let around = 0
      let neighbours = 0
      const figure = figureOf(pair)
      for (const other of others) {
        const share = figures[other]?.get(figure) ?? 0
        taken = Math.max(taken, share)
        let close = 0
        for (const step of [-2, -1, 0, 1, 2])
          close += (sentences[other]?.get(`${pair.candidate} ${pair.found.sentence + step}`) ?? 0) / (1 + Math.abs(step))
        close -= share
        around += close
        if (Math.abs(other - claim) === 1) neighbours += close
      }
      row[jointAt.takenByOther] = taken
      row[jointAt.around] = Math.min(2, around) / 2
      row[jointAt.neighbours] = neighbours / 2
      row[jointAt.alone] = Math.log(Math.max(1e-4, first[claim]?.[index] ?? 0)) / 9
      return row
    })
  })
}

const documentOf = (pair: Pair) => `${pair.candidate}`
const sentenceOf = (pair: Pair) => `${pair.candidate} ${pair.found.sentence}`
const figureOf = (pair: Pair) => `${pair.candidate} f${pair.index}`

function sumBy(pairs: readonly Pair[], shares: Float64Array, key: (pair: Pair) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [index, pair] of pairs.entries()) sums.set(key(pair), (sums.get(key(pair)) ?? 0) + (shares[index] ?? 0))
  return sums
}
