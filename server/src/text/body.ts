/**
 * A text cut into passages: the one shape that figures, actors and the judge see, whether it came from a source or from the
 * author's document. What is not in a passage (menus, teasers, code, front matter) is no evidence and no claim.
 */
import type { Language } from '../language/language'
import type { Span } from './span'

export interface Body {
  /** All offsets below refer to this text. */
  readonly text: string
  /** The language of most passages; a passage may differ. */
  readonly language: Language
  /** In text order, not overlapping. */
  readonly passages: readonly Passage[]
}

export type PassageKind = 'paragraph' | 'heading' | 'title' | 'item' | 'row' | 'quote' | 'footnote' | 'caption'

/** A paragraph, heading, list item or table row. */
export interface Passage extends Span {
  readonly kind: PassageKind
  /** Passages with the same number belong together: the items of a list with the line that introduces them, the rows of a table. */
  readonly group: number
  /** Headings above it, outermost first, without the document's title. */
  readonly heads: readonly string[]
  readonly language?: Language
  /** Of a table row. */
  readonly row?: Row
  /** 1-based page of a paged source. */
  readonly page?: number
}

export interface Row {
  /** Cells of this row, within the passage; an empty cell is an empty span. */
  readonly cells: readonly Span[]
  /** The texts of the column heads, as many as the table has columns; empty strings where a table has none. */
  readonly columns: readonly string[]
  /** The table's caption or the line before it. */
  readonly caption?: string
  /** Whether this row is the head itself: its cells are frames, not claims. */
  readonly isHead: boolean
}
