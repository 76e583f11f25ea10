/** What `beleg.yaml` says. Editor and linter read the same file; a bad value is reported with its place and falls back to its default. */
import type { RuleName, Severity } from '../rules/rule'
import type { Span } from '../text/span'

export interface Settings {
  /** Globs relative to the folder of beleg.yaml; a leading `!` excludes. */
  readonly sources: readonly string[]
  /** Globs of the documents to check; what is a source is never a document. */
  readonly documents: readonly string[]
  readonly bibliography: readonly string[]
  readonly actors?: string
  readonly rules: Readonly<Record<RuleName, Severity | 'off'>>
  /** For JSON and JSON Lines sources: which field holds what. */
  readonly fields: Readonly<Record<string, string>>
}

/** Something wrong in a file that the author edits. */
export interface Problem {
  /** Relative to the workspace folder. */
  readonly path: string
  readonly span: Span
  /** 1-based. */
  readonly line: number
  readonly message: string
  readonly severity: 'error' | 'warning'
}
