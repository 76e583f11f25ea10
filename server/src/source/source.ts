/** A source: one document of the corpus, read from bytes into main text and metadata. */
import type { Body } from '../text/body'
import type { Span } from '../text/span'

/** Pandoc citation key, stable for the life of the corpus. */
export type SourceKey = string

export interface Source {
  readonly key: SourceKey
  /** Whether the author set the key (`id:`, a bibliography entry); without it the key comes from the file name. */
  readonly pinned?: boolean
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string
  readonly metadata: Metadata
  /** Evidence offsets refer to `body.text`: for text files the file itself without a byte order mark, else the extracted text. */
  readonly body: Body
  /** What was told apart from the main text: menus, teasers, adverts, in text order. */
  readonly furniture: readonly Span[]
}

export interface Metadata {
  readonly title?: string
  readonly authors: readonly string[]
  readonly publisher?: string
  /** ISO 8601 date, with time where known: "2025-12-15", "2025-12-15T14:00:00". */
  readonly published?: string
  readonly updated?: string
  readonly url?: string
}

/** What an author may want to know of a file that was read all the same. */
export interface Hint {
  readonly kind: HintKind
  /** 1-based, in the file that the hint is about. */
  readonly line?: number
}

export type HintKind = 'frontMatter' | 'sidecar' | 'sidecarDate' | 'replacedBytes' | 'pagesWithoutText'

/** What reading a file gave. A file that cannot be read is listed with its reason and never stops the rest. */
export type SourceReading =
  | {
      readonly kind: 'read'
      readonly source: Source
      /** Further articles of the same file, such as the later lines of JSON Lines. */
      readonly others?: readonly Source[]
      readonly hints: readonly Hint[]
      /** What of the bibliography went into it. */
      readonly references?: string
      /** The module that read it where its bytes are not what its name says. */
      readonly readBy?: string
    }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly readBy?: string }

export type SkipReason =
  | 'binary'
  | 'empty'
  | 'tooLarge'
  | 'unreadable'
  | 'encoding'
  | 'noText'
  | 'format'
  | 'protected'
  | 'damaged'
  | 'timeout'
