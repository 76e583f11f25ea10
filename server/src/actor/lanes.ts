/**
 * The scores of all labels of a token in five numbers: two in each, of sixteen bits, so that one addition does for both (L. Lamport, Multiple
 * Byte Processing with Full-Word Instructions, 1975). Each weight is raised by 128 when it is put in, so that no score is negative and none
 * borrows from its neighbour; the labels of a token are raised alike, which leaves the distances between them as they are. Sixteen bits
 * are enough for 257 features.
 */
import { labelCount } from './labels'

export const laneCount = (labelCount + 1) >> 1
const raise = 128

/** Puts the weights of the labels, from `from` on, into the lanes from `at` on. */
export function putWeights(lanes: Int32Array, at: number, weights: Int8Array, from: number): void {
  for (let lane = 0; lane < laneCount; lane++) {
    const low = (weights[from + 2 * lane] ?? 0) + raise
    const high = 2 * lane + 1 < labelCount ? (weights[from + 2 * lane + 1] ?? 0) + raise : 0
    lanes[at + lane] = low | (high << 16)
  }
}

/** Adds the lanes from `at` on to the sums from `base` on. */
export function addLanes(sums: Int32Array, base: number, lanes: Int32Array, at: number): void {
  for (let lane = 0; lane < laneCount; lane++) sums[base + lane] = (sums[base + lane] ?? 0) + (lanes[at + lane] ?? 0)
}

/** The score of a label, whose lanes begin at `base`. */
export function scoreOf(lanes: Int32Array, base: number, label: number): number {
  const lane = lanes[base + (label >> 1)] ?? 0
  return (label & 1) === 0 ? lane & 0xffff : lane >>> 16
}
