/**
 * What the server offers beyond the Language Server Protocol: the messages behind the views and commands of Beleg's own client. Types
 * only, so that the client can share them without bundling the server. Every one of them is optional: an editor that knows none of
 * them still gets diagnostics, hovers, completion and fixes.
 */
import type { Location, Range } from 'vscode-languageserver-protocol'
import type { Verdict } from '../claim/verdict'
import type { SkipReason } from '../source/source'

/** Names of the requests and notifications. */
export const methods = {
  /** Server to client, notification: `Status`. Sent whenever a folder's state or counts change. */
  status: 'beleg/status',
  /** `FolderParams` → `SourcesAnswer`. */
  sources: 'beleg/sources',
  /** `FolderParams` → `readonly ActorItem[]`, most mentioned first. */
  actors: 'beleg/actors',
  /** `{ uri }` → `FiguresAnswer | null`. */
  figures: 'beleg/figures',
  /** `CheckAllParams` → `CheckAllAnswer`. Findings arrive as diagnostics while it runs; work-done progress and cancellation as usual. */
  checkAll: 'beleg/checkAll',
  /** `ReportParams` → `{ html: string }`: the evidence report, one self-contained page. */
  report: 'beleg/report',
  /** `FolderParams` → null, when the index is built again from nothing. */
  rebuildIndex: 'beleg/rebuildIndex',
} as const

/** Commands of `workspace/executeCommand`; all but `rebuildIndex` are what actions and lenses name. */
export const commands = {
  rebuildIndex: 'beleg.server.rebuildIndex',
  checkAll: 'beleg.server.checkAll',
  /** Arguments: `{ uri, entry }`: remembers "not the same measure" in beleg.decisions.yaml. */
  notSameMeasure: 'beleg.server.notSameMeasure',
  /** Arguments: `{ folder, change }`: edits actors.yaml as `RegistryChange` says; the answer is the address of the file. */
  changeActors: 'beleg.server.changeActors',
  /** Arguments: `Location`. The server answers with `window/showDocument` where the client can. */
  openEvidence: 'beleg.server.openEvidence',
} as const

/** Scheme of read-only texts that the server holds: the extracted text of sources that are no text files. */
export const sourceScheme = 'beleg-source'

/** Settings that belong to the editor, section `beleg` of `workspace/configuration`; what is checked is said in beleg.yaml. */
export interface EditorSettings {
  readonly enable: boolean
  readonly run: 'onType' | 'onSave'
  /** Whether findings of open documents are shown; hovers, fixes of figures and views need none. */
  readonly diagnostics: boolean
  readonly hover: boolean
  readonly completeFigures: boolean
  /** Whether an accepted figure brings its citation along. */
  readonly citeCompletedFigures: boolean
  readonly completeActors: boolean
  readonly completeCitations: boolean
  readonly quickFixes: boolean
  readonly links: boolean
  readonly highlights: boolean
  readonly codeLens: boolean
  readonly inlayHints: boolean
  readonly semanticHighlighting: boolean
}

export interface FolderParams {
  /** All folders where it is missing. */
  readonly folder?: string
}

export interface Status {
  readonly folders: readonly FolderStatus[]
}

export interface FolderStatus {
  readonly uri: string
  readonly name: string
  readonly state: 'starting' | 'indexing' | 'ready' | 'failed'
  /** 0 to 100 while indexing. */
  readonly percent?: number
  readonly sources: number
  readonly skipped: number
  /** One sentence for the user: why it failed, or on which lesser path it runs. */
  readonly note?: string
}

export interface SourcesAnswer {
  /** In the order of their keys. */
  readonly sources: readonly SourceItem[]
  readonly skipped: readonly SkippedItem[]
}

export interface SourceItem {
  readonly key: string
  readonly uri: string
  readonly path: string
  readonly title?: string
  readonly publisher?: string
  readonly authors: readonly string[]
  /** ISO 8601. */
  readonly published?: string
  /** Equal for the same article saved twice. */
  readonly witness: string
}

export interface SkippedItem {
  readonly uri: string
  readonly path: string
  readonly reason: SkipReason
  /** The reason as a sentence in the user's language. */
  readonly message: string
}

export interface ActorItem {
  /** Address of the folder whose sources name it. */
  readonly folder: string
  readonly name: string
  readonly type: 'person' | 'organisation' | 'state' | 'place'
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly mentions: number
  readonly sources: number
}

export interface FiguresAnswer {
  readonly uri: string
  readonly version: number | null
  readonly figures: readonly FigureItem[]
}

export interface FigureItem {
  readonly range: Range
  readonly text: string
  readonly verdict: Verdict
  readonly confidence: number
  /** One sentence in the user's language. */
  readonly summary: string
  readonly evidence: readonly EvidenceItem[]
}

export interface EvidenceItem {
  readonly key: string
  readonly title: string
  readonly publisher?: string
  readonly published?: string
  readonly relation: 'supports' | 'contradicts' | 'related'
  /** The source's figure, as it is written there. */
  readonly figure: string
  /** The passage around it. */
  readonly text: string
  readonly location: Location
}

export interface CheckAllParams extends FolderParams {
  readonly workDoneToken?: string | number
}

export interface CheckAllAnswer {
  readonly documents: number
  readonly figures: number
  readonly findings: number
  readonly counts: Readonly<Record<Verdict, number>>
  readonly cancelled: boolean
}

export interface ReportParams extends FolderParams {
  /** The documents to report on; all documents of the folder where it is missing. */
  readonly uris?: readonly string[]
}
