/**
 * What is judged together: the passages of a paragraph, list or table with their figures. One group draws on few sources, and a
 * source figure explains at most one of its claims, so the group is the unit of retrieval and of alignment.
 */
import type { Figure } from '../figure/figure'
import type { SourceKey } from '../source/source'
import type { Body, Passage } from '../text/body'
import type { Span } from '../text/span'

export interface ClaimGroup {
  /** The text that states; all offsets of the group refer to it. */
  readonly body: Body
  /** In text order: a paragraph alone, a list with the line before it, a table with its rows. */
  readonly passages: readonly Passage[]
  /** Those within the passages, in text order; figures that are not checkable are judged `unchecked`. */
  readonly figures: readonly Figure[]
  /** Cited sources that the corpus holds, at the place of the citation. */
  readonly citations: readonly CitedSource[]
}

/** Where the text cites a source; an empty span where the citation itself is not part of the prose. */
export interface CitedSource extends Span {
  readonly key: SourceKey
}

/** Cuts a text into groups; groups without figures are left out. */
export function claimGroupsOf(body: Body, figures: readonly Figure[], citations: readonly CitedSource[]): ClaimGroup[] {
  const groups: ClaimGroup[] = []
  const inside = <T extends Span>(items: readonly T[], passage: Passage, slack: number) =>
    items.filter((item) => item.start >= passage.start && item.start < passage.end + slack)
  let at = 0
  while (at < body.passages.length) {
    const passages: Passage[] = []
    const number = body.passages[at]?.group
    for (let passage = body.passages[at]; passage !== undefined && passage.group === number; passage = body.passages[++at])
      passages.push(passage)
    const stated = passages.flatMap((passage) => inside(figures, passage, 0))
    if (stated.length > 0)
      groups.push({ body, passages, figures: stated, citations: passages.flatMap((passage) => inside(citations, passage, 1)) })
  }
  return groups
}
