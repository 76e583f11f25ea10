/** The labels of the sequence model, which say where a name begins and goes on: O, then B and I of each type; and the weights that it gives them. */
import type { WordLists } from './lists'

export const types = ['person', 'organisation', 'place', 'other'] as const
export type ChunkType = (typeof types)[number]
export const labelCount = 1 + 2 * types.length

/** Whether label `next` may follow: a name goes on only as what it began. */
export function mayFollow(label: number, next: number): boolean {
  return next === 0 || next % 2 === 1 || label === next || label === next - 1
}

export interface Model {
  readonly lists: WordLists
  /** Holds the weights of each feature, as `putWeights` puts them. */
  readonly lanes: Int32Array
  /** Where in `lanes` the weights of a feature hash begin, or -1. */
  find(hash: number): number
  /** From label to label, and into the first. */
  readonly transitions: Float32Array
  readonly starts: Float32Array
  /** What a weight is worth. */
  readonly scale: number
}
