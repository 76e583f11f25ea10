/**
 * A rule turns what the engine knows about a document into findings. Each rule has a module (when it fires, its message in both
 * languages, its fixes), a page under docs/rules and a table of tests.
 */
import type { Directive, Document } from '../analysis/document'
import type { Evidence, Judgement } from '../claim/verdict'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

export type RuleName =
  | 'figure-contradicted'
  | 'figure-disputed'
  | 'figure-outdated'
  | 'figure-inconsistent'
  | 'figure-unsupported'
  | 'quote-altered'
  | 'citation-unknown'
  | 'citation-mismatch'
  | 'citation-missing'
  | 'actor-misspelt'
  | 'actor-role'
  | 'directive-unused'

export interface Rule {
  readonly name: RuleName
  readonly severity: Severity | 'off'
  /** One line for listings and SARIF. */
  readonly summary: Readonly<Record<Locale, string>>
  check(checked: Checked, locale: Locale): readonly Finding[]
}

/** All that is known about a document when the rules run. */
export interface Checked {
  readonly document: Document
  /** One for each figure of the prose, in text order; figures carry prose offsets. */
  readonly judgements: readonly Judgement[]
  /** What is known of each cited key. */
  readonly references: ReadonlyMap<string, Reference>
  readonly quotes: readonly QuoteMatch[]
  readonly names: readonly NameDoubt[]
  /** Ignore comments that silence nothing; known only once the other rules have run. */
  readonly unusedDirectives?: readonly Directive[]
}

/** What a citation key stands for. `source` where the corpus holds the text, `bibliography` where only an entry exists. */
export type Reference =
  | { readonly kind: 'source'; readonly key: string; readonly title: string; readonly path: string }
  | { readonly kind: 'bibliography'; readonly key: string; readonly title: string }
  | { readonly kind: 'unknown'; readonly key: string; readonly similar: readonly string[] }

/** Where a quotation of the document stands in a source, word for word or nearly. */
export interface QuoteMatch {
  readonly quotation: Span
  readonly evidence: PassageEvidence
  readonly exact: boolean
}

/** A name one or two letters away from a known actor's, or a role that the sources give to another. */
export type NameDoubt = MisspeltName | DoubtedRole

interface Doubt {
  /** In the document. */
  readonly mention: Span
  readonly evidence?: PassageEvidence
}

export interface MisspeltName extends Doubt {
  readonly kind: 'misspelt'
  /** The word as written, and as it was probably meant. */
  readonly written: string
  readonly known: string
}

export interface DoubtedRole extends Doubt {
  readonly kind: 'role'
  /** To whom the document gives the role, */
  readonly actor: string
  readonly written: string
  /** and to whom the sources give it. */
  readonly known: string
  /** Whether the sources know the actor as a former holder. */
  readonly former: boolean
}

/** A span of a source that proves something, quoted with the passage around it. */
export interface PassageEvidence extends Span {
  readonly source: Evidence['source']
  readonly passage: Span
}

export interface Finding {
  readonly rule: RuleName
  readonly severity: Severity
  /** In the document. */
  readonly span: Span
  readonly message: string
  readonly evidence: readonly Evidence[]
  /** Passages that prove it where it is not about a figure. */
  readonly passages?: readonly PassageEvidence[]
  /** Other places of the document that it is about. */
  readonly related?: readonly Related[]
  readonly fixes: readonly Fix[]
}

export interface Related {
  readonly span: Span
  readonly message: string
}

export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
  /** The fix an editor may apply without asking. */
  readonly preferred: boolean
}

export interface Edit extends Span {
  readonly newText: string
}
