/** Blocks: a text cut at its line or element ends, before page furniture is told from main text. Every reader ends in blocks. */
import type { PassageKind, Row } from '../text/body'
import type { Span } from '../text/span'

export interface Block extends Span {
  readonly kind: PassageKind
  /** Of headings, 1 for the highest. */
  readonly depth?: number
  /** Lists and tables: blocks with the same number belong together. */
  readonly list?: number
  readonly row?: Row
  readonly page?: number
}
