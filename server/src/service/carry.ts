/** What was found in a text before an edit, put where it stands after it; what the edit touched is left out. */
import type { Finding } from '../rules/rule'
import { isDigit, isLetter } from '../text/chars'
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

/**
 * The findings after an edit; one is gone where the edit touched it or one of the places that it names. With the edited `text` at hand, one
 * stays where a blank or a mark was put right behind or before it: "1,9 Millionen|" and then " Euro".
 */
export function carriedFindings(findings: readonly Finding[], change: Change, text?: string): Finding[] {
  return findings.flatMap((finding) => {
    const [span] = text === undefined ? carry([finding.span], change) : besides(finding.span, change, text)
    const related = (finding.related ?? []).flatMap((other) => carry([other.span], change).map((moved) => ({ ...other, span: moved })))
    if (span === undefined || related.length < (finding.related?.length ?? 0)) return []
    const fixes = finding.fixes.flatMap((fix) => {
      const edits = carry(fix.edits, change)
      return edits.length < fix.edits.length ? [] : [{ ...fix, edits }]
    })
    return [{ ...finding, span, fixes, ...(finding.related === undefined ? {} : { related }) }]
  })
}

function besides(span: Span, change: Change, text: string): Span[] {
  const isPart = (at: number) => isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))
  if (span.end === change.start && !isPart(span.end)) return [span]
  const start = span.start + change.by
  return span.start === change.end && !isPart(start - 1) ? [{ start, end: span.end + change.by }] : carry([span], change)
}
