/** What was found in a text before an edit, put where it stands after it; what the edit touched is left out. */
import type { Span } from '../text/span'

export interface Change {
  /** Where both texts begin to differ. */
  readonly start: number
  /** Where the differing part ended before. */
  readonly end: number
  /** How far everything behind it has moved. */
  readonly by: number
}

export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let same = 0
  while (same < most - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++
  return { start, end: before.length - same, by: after.length - before.length }
}

/** An item that touches the change may have become another: "Mer|" grows to "Merz". */
export function carry<Item extends Span>(items: readonly Item[], { start, end, by }: Change): Item[] {
  if (start === end && by === 0) return [...items]
  return items.flatMap((item) => {
    if (item.end < start) return [item]
    return item.start > end ? [{ ...item, start: item.start + by, end: item.end + by }] : []
  })
}
