/**
 * Documents that the client has open, each with the latest answer about it. An answer belongs to a version of the text and a generation of
 * the corpus; whoever asks gets one for the latest of both, and everybody who asks at the same time gets the same. A check gives way to
 * what the client sends meanwhile, and is given up when that is another edit. What needs no judgement has not to wait for it: a draft. What is
 * about one figure waits for its paragraph only, and a document that is checked for the first time is answered part by part.
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
import { type CheckMemory, carriedOf, drawnOnAt, emptyMemory, parsed, recheck } from '../service/check'
import { type CheckedDocument, statedAt } from '../service/checked'
import type { BibliographyEntries } from '../service/companions'
import { type Lead, leadAt } from '../service/completion'
import type { Offer } from '../service/offers'
import { breather, othersFirst } from './breathe'
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

/** Milliseconds before the first part of an answer and between two. */
const betweenParts = 300
/** Milliseconds without a keystroke after which sources are searched for the next list of completions: longer than between two letters. */
const rest = 250

/** What is known of the latest text without judging it. */
export interface Draft {
  readonly folder: Folder
  readonly document: Document
  readonly positions: Positions
  readonly bibliography: BibliographyEntries
  /** Actors as they were found last. */
  readonly mentions: readonly Mention[]
  /** Where the words around the latest completion led to. */
  readonly lead: Lead | undefined
  /** What the sources of the paragraph at an offset have to offer, as it was judged last. */
  drawnOnAt(at: number): readonly (readonly Offer[])[]
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
  /** A part of the document is judged, and nothing was known of it before. */
  judged(part: Answer): void
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
  /** What the check that is running has found so far. */
  part: Answer | undefined
  /** Those who wait for a part, and where they look. */
  readonly waiting: Set<() => void>
  near: number | undefined
  lead: Lead | undefined
  leading: NodeJS.Timeout | undefined
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
      // A check that failed must not be tried for ever on the same text.
      if ((await this.#running(state, folder)) === 'failed') return undefined
      // A newer version or generation came while it ran: once more, unless the document is gone.
    }
  }

  /** An answer that knows the figure at a place: the paragraph around it is judged first, and nobody waits for the others. */
  async answerAt(uri: string, placeIn: (positions: Positions) => number): Promise<Answer | undefined> {
    for (;;) {
      const found = await this.#find(uri)
      if (found === undefined) return undefined
      const { state, folder } = found
      if (isFresh(state, folder)) return state.latest
      const at = placeIn(state.positions)
      const { part } = state
      if (part !== undefined && isOfNow(part, state, folder) && statedAt(part.checked, at) !== undefined) return part
      state.near = at
      const parted = new Promise<'parted'>((resolve) => state.waiting.add(() => resolve('parted')))
      if ((await Promise.race([this.#running(state, folder), parted])) === 'failed') return undefined
    }
  }

  /** The folder of the last answer. */
  folderOf(uri: string): Folder | undefined {
    const state = this.#open.get(uri)
    return (state?.latest ?? state?.part)?.folder
  }

  /** The latest text, parsed; undefined as for `answer`. */
  async draft(uri: string): Promise<Draft | undefined> {
    const found = await this.#find(uri)
    if (found === undefined) return undefined
    const { state, folder } = found
    const document = parseLatest(state)
    const bibliography = await folder.companions.bibliography(pathIn(folder, uri), document.frontMatter.bibliography)
    return {
      folder,
      document,
      positions: state.positions,
      bibliography,
      mentions: carriedOf(state.memory, document)?.mentions ?? [],
      lead: state.lead,
      drawnOnAt: (at) => drawnOnAt(state.memory, document, at),
    }
  }

  /**
   * Finds out, when the keys rest and the text is judged, where the words around a place lead to: the next list of completions will be whole.
   */
  followLead(uri: string, { folder, document }: Draft, at: number): void {
    const state = this.#open.get(uri)
    if (state === undefined) return
    const { version } = state
    clearTimeout(state.leading)
    state.leading = setTimeout(() => {
      const isWanted = () => state.version === version && this.#open.get(uri) === state
      void this.#session.fenced(uri, async () => {
        await this.answer(uri)
        const lead = isWanted() ? await leadAt(document, at, { ...folder.corpus, breathe: breather() }, isWanted) : undefined
        if (lead !== undefined) state.lead = lead
      })
    }, rest)
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
      part: undefined,
      waiting: new Set(),
      near: undefined,
      lead: undefined,
      leading: undefined,
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
    clearTimeout(this.#open.get(uri)?.leading)
    if (this.#open.delete(uri)) this.#events.closed(uri)
  }

  /** The author paused: from now on every sentence counts. True if that makes a difference. */
  paused(uri: string): boolean {
    const state = this.#open.get(uri)
    if (state?.typing === undefined) return false
    state.typing = undefined
    return true
  }

  #running(state: State, folder: Folder): Promise<Outcome> {
    state.running ??= this.#check(state, folder).finally(() => {
      state.running = undefined
      state.part = undefined
      state.near = undefined
      release(state)
    })
    return state.running
  }

  async #check(state: State, folder: Folder): Promise<Outcome> {
    const { uri, version, text, positions } = state
    const { corpus } = folder
    const { settings } = folder.workspace
    const outcome = await this.#session.fenced(uri, async (): Promise<Outcome> => {
      const quick = state.typing !== undefined
      const answerOf = (checked: CheckedDocument): Answer => ({
        uri,
        version,
        generation: corpus.generation,
        folder,
        checked,
        positions,
        quick,
      })
      const isWanted = () => state.version === version && this.#open.get(uri) === state
      let parted = performance.now()
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
          isWanted,
          near: () => state.near ?? state.typing,
          forCompletion: true,
          progress: async (checked) => {
            const isDue = state.latest === undefined && performance.now() - parted >= betweenParts
            if (!isWanted() || (!isDue && state.waiting.size === 0)) return
            state.part = answerOf(checked())
            release(state)
            if (isDue) this.#events.judged(state.part)
            if (isDue) parted = performance.now()
            // Whoever waited is answered before the rest is judged.
            await othersFirst()
          },
        },
        state.memory,
      )
      state.memory = memory
      if (checked === undefined) return 'superseded'
      state.latest = answerOf(checked)
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

/** Tells those who wait for a part to look again. */
function release({ waiting }: State): void {
  for (const wake of waiting) wake()
  waiting.clear()
}

function isFresh(state: State, folder: Folder): boolean {
  const { latest, typing } = state
  return latest !== undefined && !(latest.quick && typing === undefined) && isOfNow(latest, state, folder)
}

function isOfNow(answer: Answer, { version }: State, folder: Folder): boolean {
  return answer.version === version && answer.folder === folder && answer.generation === folder.corpus.generation
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
