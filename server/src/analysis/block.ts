/**
 * One top-level piece of a document, read on its own: a paragraph, a list, a table. All its offsets count from its own start (in the
 * file) or from the start of its own prose, so that it stays true when text before it changes.
 */
import type { Passage } from '../text/body'
import type { Span } from '../text/span'
import type { Citation, Directive, Quotation } from './document'
import type { Runs } from './prose'

export interface Block {
  readonly kind: string
  /** Characters in the file. */
  readonly length: number
  readonly prose: string
  readonly runs: Runs
  /** Offsets in `prose`; `group` counts from 0, `heads` are filled in when the document is put together. */
  readonly passages: readonly Omit<Passage, 'heads'>[]
  readonly citations: readonly Citation[]
  readonly quotations: readonly Quotation[]
  readonly directives: readonly Directive[]
  readonly opaque: readonly Span[]
  /** Where it is a heading. */
  readonly heading?: { readonly depth: number; readonly text: string }
  /** What links and footnotes elsewhere may refer to, as written: "[1]", "[^note]". */
  readonly definitions: readonly string[]
}
