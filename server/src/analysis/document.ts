/**
 * The author's document: Markdown parsed once into a prose view that the judge reads, and what else a writer puts there. Offsets of
 * every span refer to the document as it is on disk (without a byte order mark); only `prose` has offsets of its own.
 */
import type { Language } from '../language/language'
import type { Body } from '../text/body'
import type { Span } from '../text/span'
import type { Block } from './block'

export interface Document {
  readonly text: string
  readonly language: Language
  readonly frontMatter: FrontMatter
  readonly prose: Prose
  readonly citations: readonly Citation[]
  readonly quotations: readonly Quotation[]
  readonly directives: readonly Directive[]
  readonly headings: readonly Heading[]
  /** Code, links, front matter, math: where nothing is completed and nothing is checked. */
  readonly opaque: readonly Span[]
  /** The document in pieces, in text order; a later parse shares the pieces that an edit left alone. */
  readonly blocks: readonly PlacedBlock[]
}

/** A top-level piece of the document and where it starts. */
export interface PlacedBlock {
  readonly start: number
  readonly block: Block
}

/** What a reader of the rendered page would read, with a way back to the file. */
export interface Prose {
  readonly body: Body
  /** The document's span for a span of `body.text`. */
  toDocument(span: Span): Span
  /** The offset in `body.text` for a document offset, or undefined where it lies outside the prose. */
  fromDocument(offset: number): number | undefined
  /** Where the prose before a document offset ends in `body.text`: for a citation, the end of the words that it stands behind. */
  before(offset: number): number
}

export interface FrontMatter {
  readonly language?: Language
  readonly title?: string
  readonly bibliography: readonly string[]
  /** Inline references, by key. */
  readonly references: readonly { readonly id: string; readonly title?: string }[]
}

/** One key of a Pandoc citation: each of `[see @a, p. 3; -@b]`. */
export interface Citation extends Span {
  readonly key: string
  /** The key alone, without @ and braces. */
  readonly keySpan: Span
  /** The brackets with all keys, or the key itself where it stands in the text. */
  readonly group: Span
  readonly suppressAuthor: boolean
  readonly inText: boolean
  readonly locator?: string
}

/** Words in quotation marks or a block quotation. */
export interface Quotation extends Span {
  /** Without the quotation marks. */
  readonly inner: Span
  /** The words as a reader sees them, without markup, citations and line breaks. */
  readonly text: string
}

export interface Directive extends Span {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file'
  /** Rule names as written; empty for all rules. */
  readonly rules: readonly (Span & { readonly name: string })[]
  readonly reason?: string
}

export interface Heading extends Span {
  readonly depth: number
  readonly text: string
}
