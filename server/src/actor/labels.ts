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
  /** A row of weights for each feature, as `putRow` writes it. */
  readonly rows: Int32Array
  /** Where in `rows` the row of a feature hash begins, or -1. */
  find(hash: number): number
  /** From label to label, and into the first. */
  readonly transitions: Float32Array
  readonly starts: Float32Array
  /** What a weight is worth. */
  readonly scale: number
}
