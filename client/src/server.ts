/**
 * The language server's life as the client sees it: start, stop, its latest status and requests to it. A request while it is stopped
 * answers `undefined`, so that views and commands need not ask first.
 */
import { randomUUID } from 'node:crypto'
import { type CancellationToken, type Disposable, EventEmitter, type LogOutputChannel, window } from 'vscode'
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
  WorkDoneProgress,
  type WorkDoneProgressReport,
} from 'vscode-languageclient/node'
import { methods, type Status } from '../../server/src/lsp/protocol'
import { locale } from './locale'

const none: Status = { folders: [] }

export class BelegServer implements Disposable {
  readonly log: LogOutputChannel = window.createOutputChannel('Beleg', { log: true })
  private readonly active = new EventEmitter<boolean>()
  private readonly changed = new EventEmitter<Status>()
  private client: LanguageClient | undefined
  private latest = none
  private started = false

  /** Fires with true when the server has started, with false when it has stopped. */
  readonly onActive = this.active.event
  readonly onStatus = this.changed.event

  constructor(private readonly module: string) {}

  get running(): boolean {
    return this.client !== undefined
  }

  /** On its way: nothing is known of its folders yet, and requests have to wait. */
  get starting(): boolean {
    return this.running && !this.started
  }

  get status(): Status {
    return this.latest
  }

  async start(): Promise<void> {
    if (this.client !== undefined) return
    const client = new LanguageClient('beleg', 'Beleg', serverOptions(this.module), clientOptions(this.log))
    this.client = client
    client.onNotification(methods.status, (status: Status) => this.accept(status))
    try {
      await client.start()
    } catch (cause) {
      this.client = undefined
      throw cause
    }
    this.started = true
    this.active.fire(true)
  }

  async stop(): Promise<void> {
    const client = this.client
    if (client === undefined) return
    this.client = undefined
    this.started = false
    await client.dispose()
    this.accept(none)
    this.active.fire(false)
  }

  async request<Answer>(method: string, params: unknown, token?: CancellationToken): Promise<Answer | undefined> {
    return this.client?.sendRequest<Answer>(method, params, token)
  }

  /** A request that takes a while, and says how far it is. */
  async requestWithProgress<Answer>(
    method: string,
    token: CancellationToken,
    report: (progress: WorkDoneProgressReport) => void,
  ): Promise<Answer | undefined> {
    const workDoneToken = randomUUID()
    const heard = this.client?.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
      if (step.kind === 'report') report(step)
    })
    try {
      return await this.request<Answer>(method, { workDoneToken }, token)
    } finally {
      heard?.dispose()
    }
  }

  dispose(): void {
    void this.stop()
    this.log.dispose()
  }

  private accept(status: Status): void {
    this.latest = status
    this.changed.fire(status)
  }
}

/** node:sqlite still calls itself experimental; the log is no place to hear that. */
const execArgv = ['--disable-warning=ExperimentalWarning']

function serverOptions(module: string): ServerOptions {
  return {
    run: { module, transport: TransportKind.ipc, options: { execArgv } },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: [...execArgv, '--inspect=6011', '--enable-source-maps'] } },
  }
}

function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [
      { language: 'markdown', scheme: 'file' },
      { language: 'markdown', scheme: 'untitled' },
      { scheme: 'file', pattern: '**/beleg.yaml' },
    ],
    outputChannel,
    initializationOptions: { locale },
    markdown: { isTrusted: false, supportHtml: false },
    // VS Code outlines Markdown itself; figures have a view of their own.
    middleware: { provideDocumentSymbols: () => [] },
  }
}
