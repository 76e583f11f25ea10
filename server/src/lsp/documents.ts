/**
 * Documents that the client has open, each with the latest answer about it. An answer belongs to a version of the text and a generation of
 * the corpus; whoever asks gets one for the latest of both, and everybody who asks at the same time gets the same. A check gives way to
 * what the client sends meanwhile, and is given up when that is another edit. What needs no judgement has not to wait for it: a draft.
 */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
} from 'vscode-languageserver-protocol'
import { URI } from 'vscode-uri'
import type { Mention } from '../actor/actor'
import type { Document } from '../analysis/document'
import { type CheckMemory, carriedOf, emptyMemory, parsed, recheck } from '../service/check'
import type { CheckedDocument } from '../service/checked'
import type { BibliographyEntries } from '../service/companions'
import { breather } from './breathe'
import type { Folder } from './folder'
import type { Folders } from './folders'
import { Positions } from './positions'
import type { Session } from './session'

/** Languages whose documents are read as Markdown. */
const markdownLanguages = new Set(['markdown', 'quarto', 'rmd', 'mdx', 'pandoc', 'multimarkdown'])

/** A document with the answer for one of its versions. */
export interface Answer {
  readonly uri: string
  readonly version: number
  readonly generation: number
  readonly folder: Folder
  readonly checked: CheckedDocument
  readonly positions: Positions
  /** Given while the author was typing, without a new look at the actors. */
  readonly quick: boolean
}

/** What is known of the latest text without judging it. */
export interface Draft {
  readonly folder: Folder
  readonly document: Document
  readonly positions: Positions
  readonly bibliography: BibliographyEntries
  /** Actors as they were found last. */
  readonly mentions: readonly Mention[]
}

export interface OpenDocument {
  readonly uri: string
  readonly version: number
  readonly text: string
  readonly positions: Positions
  /** Where the author typed last, until a pause. */
  readonly typing: number | undefined
}

export interface DocumentEvents {
  opened(uri: string): void
  changed(uri: string): void
  saved(uri: string): void
  closed(uri: string): void
}

interface State {
  uri: string
  version: number
  text: string
  positions: Positions
  typing: number | undefined
  memory: CheckMemory
  latest: Answer | undefined
  running: Promise<Outcome> | undefined
}

/** `superseded`: another edit came. */
type Outcome = 'answered' | 'superseded' | 'failed'

export class Documents {
  readonly #session: Session
  readonly #folders: Folders
  readonly #events: DocumentEvents
  readonly #open = new Map<string, State>()

  constructor(session: Session, folders: Folders, events: DocumentEvents) {
    this.#session = session
    this.#folders = folders
    this.#events = events
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()]
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri)
  }

  /** The answer for the latest version; undefined where the document is not open, is a source, or cannot be checked. */
  async answer(uri: string): Promise<Answer | undefined> {
    for (;;) {
      const found = await this.#find(uri)
      if (found === undefined) return undefined
      const { state, folder } = found
      if (isFresh(state, folder)) return state.latest
      state.running ??= this.#check(state, folder).finally(() => {
        state.running = undefined
      })
      // A check that failed must not be tried for ever on the same text.
      if ((await state.running) === 'failed') return undefined
      // A newer version or generation came while it ran: once more, unless the document is gone.
    }
  }

  /** The folder of the last answer. */
  folderOf(uri: string): Folder | undefined {
    return this.#open.get(uri)?.latest?.folder
  }

  /** The latest text, parsed; undefined as for `answer`. */
  async draft(uri: string): Promise<Draft | undefined> {
    const found = await this.#find(uri)
    if (found === undefined) return undefined
    const { state, folder } = found
    const document = parseLatest(state)
    const bibliography = await folder.companions.bibliography(pathIn(folder, uri), document.frontMatter.bibliography)
    return { folder, document, positions: state.positions, bibliography, mentions: carriedOf(state.memory, document)?.mentions ?? [] }
  }

  /** Whether `answer` has an answer at hand. */
  async isAnswered(uri: string): Promise<boolean> {
    const found = await this.#find(uri)
    return found !== undefined && isFresh(found.state, found.folder)
  }

  async #find(uri: string): Promise<{ readonly state: State; readonly folder: Folder } | undefined> {
    const state = this.#open.get(uri)
    const folder = state && (await this.#folders.of(uri))
    return state !== undefined && folder !== undefined && (await isChecked(uri, folder)) ? { state, folder } : undefined
  }

  didOpen({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    if (!markdownLanguages.has(languageId)) return
    const bare = withoutMark(text)
    this.#open.set(uri, {
      uri,
      version,
      text: bare,
      positions: new Positions(bare, this.#session.encoding),
      typing: undefined,
      memory: emptyMemory,
      latest: undefined,
      running: undefined,
    })
    this.#events.opened(uri)
  }

  didChange({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const state = this.#open.get(uri)
    if (state === undefined) return
    for (const change of contentChanges) {
      if ('range' in change) {
        const { start, end } = state.positions.spanOf(change.range)
        state.text = state.text.slice(0, start) + change.text + state.text.slice(Math.max(start, end))
        state.typing = start + change.text.length
      } else {
        state.text = withoutMark(change.text)
        state.typing = undefined
      }
      state.positions = new Positions(state.text, this.#session.encoding)
    }
    state.version = version
    this.#events.changed(uri)
  }

  didSave({ textDocument: { uri } }: DidSaveTextDocumentParams): void {
    const state = this.#open.get(uri)
    if (state === undefined) return
    state.typing = undefined
    this.#events.saved(uri)
  }

  didClose({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    if (this.#open.delete(uri)) this.#events.closed(uri)
  }

  /** The author paused: from now on every sentence counts. True if that makes a difference. */
  paused(uri: string): boolean {
    const state = this.#open.get(uri)
    if (state?.typing === undefined) return false
    state.typing = undefined
    return true
  }

  async #check(state: State, folder: Folder): Promise<Outcome> {
    const { uri, version, text, positions } = state
    const { corpus } = folder
    const { settings } = folder.workspace
    const outcome = await this.#session.fenced(uri, async (): Promise<Outcome> => {
      const quick = state.typing !== undefined
      parseLatest(state)
      const { checked, memory } = await recheck(
        {
          ...corpus,
          text,
          path: pathIn(folder, uri),
          settings,
          companions: folder.companions,
          locale: this.#session.locale,
          quick,
          breathe: breather(),
          isWanted: () => state.version === version && this.#open.get(uri) === state,
        },
        state.memory,
      )
      state.memory = memory
      if (checked === undefined) return 'superseded'
      state.latest = { uri, version, generation: corpus.generation, folder, checked, positions, quick }
      return 'answered'
    })
    return outcome ?? 'failed'
  }
}

function parseLatest(state: State): Document {
  const document = parsed(state.text, state.memory)
  state.memory = { ...state.memory, document }
  return document
}

function isFresh(state: State, folder: Folder): boolean {
  const { latest, version, typing } = state
  if (latest === undefined || (latest.quick && typing === undefined)) return false
  return latest.version === version && latest.folder === folder && latest.generation === folder.corpus.generation
}

/** An unsaved document is always the author's own. */
async function isChecked(uri: string, folder: Folder): Promise<boolean> {
  const { scheme, fsPath } = URI.parse(uri)
  return scheme !== 'file' || folder.isDocument(folder.pathOf(fsPath))
}

export function pathIn(folder: Folder, uri: string): string {
  const { scheme, fsPath, path } = URI.parse(uri)
  return scheme === 'file' ? folder.pathOf(fsPath) : path
}

/** Editors take it off before they count; a client that sends it counts it nowhere else. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
