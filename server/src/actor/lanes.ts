/**
 * The scores of all labels of a token in five numbers, two in each but the first, of sixteen bits, so that one addition does for both
 * (L. Lamport, Multiple Byte Processing with Full-Word Instructions, 1975). Weights wait in a row of three numbers, a byte each, because
 * looking for them in memory takes longer than adding them. Each is raised by 128, so that no score is negative and none borrows from its
 * neighbour; the labels of a token are raised alike, which leaves the distances between them as they are. Sixteen bits are enough for 257 features.
 */
import { labelCount } from './labels'

export const laneCount = 5
/** Numbers of a row: a check of sixteen bits with the first weight, four weights, four weights. */
export const rowSize = 3
const raise = 128
/** Every other byte. */
const evenBytes = 0x00ff00ff
/** Where the score of a label is: its lane, and by how much to shift. */
const laneOf = Uint8Array.of(0, 1, 2, 1, 2, 3, 4, 3, 4)
const shiftOf = Uint8Array.of(0, 0, 0, 16, 16, 0, 0, 16, 16)

/** Writes the row at `at`: the weights of the labels from `from` on, and what tells it from other rows. */
export function putRow(rows: Int32Array, at: number, check: number, weights: Int8Array, from: number): void {
  rows.fill(0, at, at + rowSize)
  rows[at] = (check << 16) | ((weights[from] ?? 0) + raise)
  for (let label = 1; label < labelCount; label++) {
    const place = at + 1 + ((label - 1) >> 2)
    rows[place] = (rows[place] ?? 0) | (((weights[from + label] ?? 0) + raise) << (8 * ((label - 1) & 3)))
  }
}

export function checkOfRow(rows: Int32Array, at: number): number {
  return (rows[at] ?? 0) >>> 16
}

/** Adds the weights of a row to the lanes from `base` on. */
export function addRow(lanes: Int32Array, base: number, rows: Int32Array, at: number): void {
  const near = rows[at + 1] ?? 0
  const far = rows[at + 2] ?? 0
  lanes[base] = (lanes[base] ?? 0) + ((rows[at] ?? 0) & 0xff)
  lanes[base + 1] = (lanes[base + 1] ?? 0) + (near & evenBytes)
  lanes[base + 2] = (lanes[base + 2] ?? 0) + ((near >>> 8) & evenBytes)
  lanes[base + 3] = (lanes[base + 3] ?? 0) + (far & evenBytes)
  lanes[base + 4] = (lanes[base + 4] ?? 0) + ((far >>> 8) & evenBytes)
}

/** Adds the lanes from `at` on to those from `base` on. */
export function addLanes(sums: Int32Array, base: number, lanes: Int32Array, at: number): void {
  for (let lane = 0; lane < laneCount; lane++) sums[base + lane] = (sums[base + lane] ?? 0) + (lanes[at + lane] ?? 0)
}

/** The score of a label, whose lanes begin at `base`. */
export function scoreOf(lanes: Int32Array, base: number, label: number): number {
  return ((lanes[base + (laneOf[label] ?? 0)] ?? 0) >>> (shiftOf[label] ?? 0)) & 0xffff
}
