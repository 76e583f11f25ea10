/**
 * When findings reach the author. Clients that can ask for diagnostics do so and are told when to ask again; the others are sent them.
 *
 * A keystroke is answered at once with what was found before, where it stands now, less what the keystroke touched. As soon as the keys rest
 * for a moment the text is judged, and after a pause the sentence that was being typed counts like the others. So nothing new appears in
 * a sentence that is being typed; nothing appears before the corpus has been read once; and an answer for an older version is dropped. The
 * findings of a document that is checked for the first time are sent as they come, a few times a second.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol'
import { URI } from 'vscode-uri'
import type { Document } from '../analysis/document'
import { sentencesOf } from '../language/sentences'
import type { Finding } from '../rules/rule'
import { carriedFindings, changeBetween } from '../service/carry'
import { checkDocument } from '../service/check'
import type { CheckedDocument } from '../service/checked'
import { actorsFileOf } from '../service/companions'
import { contains, overlaps, type Span } from '../text/span'
import { breather } from './breathe'
import { diagnosticOf, severities } from './convert'
import type { Answer, Documents } from './documents'
import type { Folder } from './folder'
import type { Folders } from './folders'
import { Positions } from './positions'
import type { EditorSettings } from './protocol'
import type { Session } from './session'

/** Silence after a keystroke that counts as a pause: from then on the sentence being typed is judged like the others. */
const pause = 900
/** Silence after a keystroke from which on the text is judged; a judgement that the next key overtakes is given up. */
const rest = 25

/** What is on screen, or was sent to be. */
interface Shown {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly diagnostics: readonly Diagnostic[]
}

export class Diagnostics {
  readonly #session: Session
  readonly #documents: Documents
  readonly #folders: Folders
  readonly #settingsFor: (uri: string) => Promise<EditorSettings>
  readonly #shown = new Map<string, Shown>()
  readonly #pending = new Set<string>()
  readonly #rests = new Map<string, NodeJS.Timeout>()
  readonly #pauses = new Map<string, NodeJS.Timeout>()
  /** Documents that are not open and whose findings are shown all the same, since all documents were checked. */
  readonly #listed = new Set<string>()
  /** Settings files with problems. */
  readonly #faulty = new Map<Folder, ReadonlySet<string>>()
  /** Documents of which a part is shown, while the rest is still judged. */
  readonly #parts = new Set<string>()
  /** By document, those who asked before there was anything to show. */
  readonly #asking = new Map<string, Set<(part: Shown) => void>>()
  #refreshing = false

  constructor(session: Session, documents: Documents, folders: Folders, settingsFor: (uri: string) => Promise<EditorSettings>) {
    this.#session = session
    this.#documents = documents
    this.#folders = folders
    this.#settingsFor = settingsFor
  }

  opened(uri: string): void {
    // What was sent for the closed document would stand beside what is asked for the open one.
    if (this.#listed.delete(uri) && this.#session.can.pullDiagnostics) this.#send(uri, undefined, [])
    this.#publishSoon(uri)
  }

  changed(uri: string): void {
    this.#after(pause, this.#pauses, uri, () => this.#paused(uri))
    void this.#session.fenced(uri, async () => {
      if ((await this.#settingsFor(uri)).run !== 'onType') return
      this.#after(rest, this.#rests, uri, () => this.#rested(uri))
      this.#carrySoon(uri)
    })
  }

  /** Shows what is known so far of a document of which nothing has been shown. */
  async judged(part: Answer): Promise<void> {
    const { uri, version, folder } = part
    const before = this.#shown.get(uri)
    const isNew = before === undefined || this.#parts.has(uri)
    const { enable, diagnostics } = await this.#settingsFor(uri)
    if (!isNew || !folder.isReady || !enable || !diagnostics || this.#documents.get(uri)?.version !== version) return
    const shown = this.#visible(part, this.#carried(uri))
    if (shown.findings.length <= (before?.findings.length ?? 0)) return
    this.#parts.add(uri)
    this.#shown.set(uri, shown)
    if (!this.#session.can.pullDiagnostics) return this.#send(uri, version, shown.diagnostics)
    const asking = this.#asking.get(uri)
    if (asking === undefined) return this.#askAgain()
    for (const answer of asking) answer(shown)
  }

  saved(uri: string): void {
    this.#publishSoon(uri)
    this.#askAgain()
  }

  async closed(uri: string): Promise<void> {
    for (const timers of [this.#rests, this.#pauses]) {
      clearTimeout(timers.get(uri))
      timers.delete(uri)
    }
    const known = this.#shown.get(uri)
    this.#shown.delete(uri)
    this.#parts.delete(uri)
    if (known !== undefined && !this.#session.can.pullDiagnostics) this.#send(uri, undefined, [])
  }

  /** Corpus, settings or decisions are other than before. */
  async folderChanged(folder: Folder): Promise<void> {
    for (const uri of this.#documents.uris) this.#publishSoon(uri)
    this.#askAgain()
    await this.#session.fenced(folder.path, () => this.#reportProblems(folder))
    for (const uri of [...this.#listed]) await this.recheckClosed(uri)
  }

  settingsChanged(): void {
    for (const uri of this.#documents.uris) this.#publishSoon(uri)
    this.#askAgain()
  }

  /** Answers a client that asks. */
  async pull({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const settings = await this.#settingsFor(uri)
    const isTyping = this.#documents.get(uri)?.typing !== undefined
    const waits = isTyping && (settings.run === 'onSave' || (this.#rests.has(uri) && !(await this.#documents.isAnswered(uri))))
    const shown = (waits ? this.#carried(uri) : undefined) ?? (await this.#soonest(uri, settings, previousResultId))
    const resultId = identityOfAll(shown)
    if (previousResultId === resultId) return { kind: 'unchanged', resultId }
    return { kind: 'full', resultId, items: [...shown.diagnostics] }
  }

  /** What is known of a document; of one that is judged for the first time the next part that the client does not know, and the rest later. */
  async #soonest(uri: string, settings: EditorSettings, known: string | undefined): Promise<Shown> {
    const whole = this.#current(uri, settings)
    const later = (part: Shown): Shown => {
      void this.#session.fenced(uri, async () => {
        await whole
        this.#askAgain()
      })
      return part
    }
    const part = this.#parts.has(uri) ? this.#shown.get(uri) : undefined
    if (part !== undefined && identityOfAll(part) !== known) return later(part)
    const asking = this.#asking.get(uri) ?? new Set()
    this.#asking.set(uri, asking)
    return new Promise((resolve, reject) => {
      const answer = (next: Shown) => {
        leave()
        resolve(later(next))
      }
      const leave = () => {
        asking.delete(answer)
        if (asking.size === 0) this.#asking.delete(uri)
      }
      asking.add(answer)
      whole.then(resolve, reject).finally(leave)
    })
  }

  /** Checks a document that is not open and shows its findings. */
  async listClosed(uri: string, folder: Folder, text: string): Promise<CheckedDocument> {
    const path = folder.pathOf(URI.parse(uri).fsPath)
    const { settings } = folder.workspace
    const checked = await checkDocument({
      text,
      path,
      ...folder.corpus,
      settings,
      companions: folder.companions,
      locale: this.#session.locale,
      breathe: breather(),
    })
    const positions = new Positions(text, this.#session.encoding)
    this.#listed.add(uri)
    this.#send(
      uri,
      undefined,
      checked.findings.map((finding) => diagnosticOf(finding, uri, positions, folder, this.#session)),
    )
    return checked
  }

  /** A file that is not open changed on disk, or with it the corpus. */
  async recheckClosed(uri: string): Promise<void> {
    if (!this.#listed.has(uri) || this.#documents.get(uri) !== undefined) return
    const folder = await this.#folders.of(uri)
    await this.#session.fenced(uri, async () => {
      const { fsPath } = URI.parse(uri)
      const text =
        (await folder?.isDocument(folder.pathOf(fsPath))) === true ? await readFile(fsPath, 'utf8').catch(() => undefined) : undefined
      if (folder !== undefined && text !== undefined) await this.listClosed(uri, folder, withoutMark(text))
      else {
        this.#listed.delete(uri)
        this.#send(uri, undefined, [])
      }
    })
  }

  /** Says what was held back, if anything was. */
  async #paused(uri: string): Promise<void> {
    if (this.#documents.paused(uri)) await this.#renew(uri)
  }

  /** The keys rest: what the edits changed can be judged. */
  async #rested(uri: string): Promise<void> {
    await this.#renew(uri)
  }

  /** Checks again, and says so where that makes a difference to what is on screen. */
  async #renew(uri: string): Promise<void> {
    const before = this.#shown.get(uri)
    const settings = await this.#settingsFor(uri)
    const shown = await this.#current(uri, settings)
    if (settings.run === 'onSave' || (before !== undefined && before.text === shown.text && identityOfAll(shown) === identityOfAll(before)))
      return
    const document = this.#documents.get(uri)
    if (this.#session.can.pullDiagnostics) this.#askAgain()
    else if (document !== undefined && (before !== undefined || (await this.#isReady(uri))))
      this.#send(uri, document.version, shown.diagnostics)
  }

  /** Sends what is known, where it stands after an edit; several edits that arrive together are answered once. */
  #carrySoon(uri: string): void {
    if (this.#session.can.pullDiagnostics || this.#pending.has(uri)) return
    this.#pending.add(uri)
    setImmediate(() => {
      this.#pending.delete(uri)
      const document = this.#documents.get(uri)
      const shown = this.#carried(uri)
      if (document !== undefined && shown !== undefined) this.#send(uri, document.version, shown.diagnostics)
    })
  }

  /** What is on screen, moved to where it stands in the latest text. */
  #carried(uri: string): Shown | undefined {
    const before = this.#shown.get(uri)
    const document = this.#documents.get(uri)
    const folder = this.#documents.folderOf(uri)
    if (before === undefined || document === undefined || folder === undefined || before.text === document.text) return before
    const { text, positions } = document
    const findings = carriedFindings(before.findings, changeBetween(before.text, text), text)
    const diagnostics = findings.map((finding) => diagnosticOf(finding, uri, positions, folder, this.#session))
    const shown = { text, findings, diagnostics }
    this.#shown.set(uri, shown)
    return shown
  }

  #after(delay: number, timers: Map<string, NodeJS.Timeout>, uri: string, action: () => Promise<void>): void {
    clearTimeout(timers.get(uri))
    const timer = setTimeout(() => {
      timers.delete(uri)
      void this.#session.fenced(uri, action)
    }, delay)
    timers.set(uri, timer)
  }

  /** Several changes that arrive together are answered once. */
  #publishSoon(uri: string): void {
    if (this.#session.can.pullDiagnostics || this.#pending.has(uri)) return
    this.#pending.add(uri)
    setImmediate(() => {
      this.#pending.delete(uri)
      void this.#session.fenced(uri, () => this.#publish(uri))
    })
  }

  async #publish(uri: string): Promise<void> {
    const before = this.#shown.get(uri)
    const shown = await this.#current(uri, await this.#settingsFor(uri))
    const document = this.#documents.get(uri)
    if (document === undefined || (before === undefined && !(await this.#isReady(uri)))) return
    this.#send(uri, document.version, shown.diagnostics)
  }

  /** Asks the client to ask again, once for many causes. */
  #askAgain(): void {
    const { can, connection } = this.#session
    if (!can.pullDiagnostics || !can.refreshDiagnostics || this.#refreshing) return
    this.#refreshing = true
    setImmediate(() => {
      this.#refreshing = false
      connection.languages.diagnostics.refresh().catch((cause: unknown) => connection.console.warn(`diagnostics refresh: ${String(cause)}`))
    })
  }

  async #current(uri: string, settings: EditorSettings): Promise<Shown> {
    const wanted = settings.enable && settings.diagnostics
    // Before the corpus has been read once, what no source says may yet be found: the squiggles stay as they are.
    if (wanted && !(await this.#isReady(uri))) return this.#carried(uri) ?? nothing
    const answer = wanted ? await this.#documents.answer(uri) : undefined
    const shown = answer === undefined ? nothing : this.#visible(answer, this.#carried(uri))
    this.#parts.delete(uri)
    this.#shown.set(uri, shown)
    return shown
  }

  #visible({ checked, positions, folder, uri }: Answer, before: Shown | undefined): Shown {
    const { document } = checked
    const at = this.#documents.get(uri)?.typing
    const typed = at === undefined ? undefined : sentenceTypedAt(document, at)
    const known = new Set(before?.findings.map(identityOf))
    const findings = checked.findings.filter(
      (finding) => typed === undefined || !overlaps(finding.span, typed) || known.has(identityOf(finding)),
    )
    return {
      text: document.text,
      findings,
      diagnostics: findings.map((finding) => diagnosticOf(finding, uri, positions, folder, this.#session)),
    }
  }

  async #isReady(uri: string): Promise<boolean> {
    const folder = await this.#folders.of(uri)
    return folder?.isReady ?? true
  }

  /** What is wrong in beleg.yaml and actors.yaml, shown in those files. */
  async #reportProblems(folder: Folder): Promise<void> {
    const { settings, problems } = folder.workspace
    const mistakes = folder.companions.mistakes.map(({ span, message }) => ({
      path: actorsFileOf(settings),
      span,
      message: message[this.#session.locale],
      severity: 'error' as const,
    }))
    const all = [...problems, ...mistakes]
    const faulty = new Set<string>()
    for (const path of new Set(all.map((problem) => problem.path))) {
      const found = all.filter((problem) => problem.path === path)
      const file = join(folder.path, path)
      const uri = URI.file(file).toString()
      const positions = new Positions(withoutMark(await readFile(file, 'utf8')), this.#session.encoding)
      faulty.add(uri)
      const diagnostics = found.map(({ span, message, severity }) => ({
        range: positions.rangeOf(span),
        severity: severities[severity],
        source: 'beleg',
        message,
      }))
      this.#send(uri, undefined, diagnostics)
    }
    for (const uri of this.#faulty.get(folder) ?? []) if (!faulty.has(uri)) this.#send(uri, undefined, [])
    this.#faulty.set(folder, faulty)
  }

  #send(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    const message = { uri, diagnostics: [...diagnostics], ...(version === undefined ? {} : { version }) }
    void this.#session.fenced(uri, () => this.#session.connection.sendDiagnostics(message))
  }
}

const nothing: Shown = { text: '', findings: [], diagnostics: [] }

/** A finding that was on screen stays there while its sentence is edited, wherever it moves. */
function identityOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

function identityOfAll({ diagnostics }: Shown): string {
  return createHash('sha1').update(JSON.stringify(diagnostics)).digest('base64url')
}

/** The sentence around `at`, unless it has just been ended: "Die Quote liegt bei 73 Proz|" but not "… 73 Prozent.|". */
function sentenceTypedAt(document: Document, at: number): Span | undefined {
  if (/[.!?]["“”»«’')\]]*\s*$/.test(document.text.slice(Math.max(0, at - 8), at))) return undefined
  const offset = document.prose.before(at)
  const { body } = document.prose
  const passage = body.passages.find(({ start, end }) => start <= offset && offset <= end)
  if (passage === undefined) return undefined
  const here = { start: offset, end: offset }
  const sentence = sentencesOf(body.text, passage, passage.language ?? body.language).find((candidate) => contains(candidate, here))
  return document.prose.toDocument(sentence ?? passage)
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
