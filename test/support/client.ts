/**
 * An editor without a screen: starts the bundled server as a process of its own and speaks the real protocol with it. It waits for messages,
 * never for milliseconds; a message that does not come fails the test by its own time limit.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { parseMarked } from './marked'

export interface ClientOptions {
  /** The program of the server; ours where it is missing. */
  readonly server?: string
  readonly folders: readonly string[]
  readonly capabilities?: ClientCapabilities
  readonly locale?: string
  readonly transport?: 'stdio' | 'ipc'
  readonly settings?: Readonly<Record<string, unknown>>
  /** Where indexes are kept; a folder that is gone afterwards where it is missing. */
  readonly cache?: string
  /** Options of Node for the server. */
  readonly execArgv?: readonly string[]
}

/** What a test context offers to clean up. */
export interface TestLife {
  after(cleanUp: () => void | Promise<void>): void
}

type Message = { readonly method: string; readonly params: unknown }

/** The bundle that `npm test` makes first; BELEG_SERVER names another. */
const serverFile = process.env['BELEG_SERVER'] ?? join(process.cwd(), 'dist', 'server.js')

export class Client {
  readonly connection: MessageConnection
  readonly initialized: InitializeResult
  readonly #process: ChildProcess
  readonly #messages: Message[] = []
  readonly #waiting = new Set<() => void>()
  readonly #versions = new Map<string, number>()
  readonly #log: string[] = []

  /** Whatever becomes of the test, the process ends with it. */
  static async start(options: ClientOptions, test: TestLife): Promise<Client> {
    const ipc = options.transport === 'ipc'
    const program = options.server ?? serverFile
    // Indexes of folders that are soon gone do not belong in the user's cache.
    const cache = options.cache ?? (await mkdtemp(join(tmpdir(), 'beleg-cache-')))
    if (options.cache === undefined) test.after(() => rm(cache, { recursive: true, force: true }))
    const execArgv = [...(options.execArgv ?? [])]
    const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache }
    const child = ipc
      ? fork(program, ['--node-ipc'], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'], env, execArgv })
      : spawn(process.execPath, [...execArgv, program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'], env })
    child.stderr?.on('data', (chunk: Buffer) => client.#log.push(chunk.toString()))
    test.after(() => {
      child.kill('SIGKILL')
    })
    const connection = ipc
      ? createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
      : createMessageConnection(new StreamMessageReader(present(child.stdout)), new StreamMessageWriter(present(child.stdin)))
    const client = new Client(connection, child)
    client.#listen(options.settings ?? {})
    connection.listen()
    const folders = options.folders.map((path) => ({ uri: uriOf(path), name: path }))
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folders[0]?.uri ?? null,
      workspaceFolders: folders,
      capabilities: options.capabilities ?? {},
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    })
    Object.assign(client, { initialized })
    await connection.sendNotification('initialized', {})
    return client
  }

  private constructor(connection: MessageConnection, child: ChildProcess) {
    this.connection = connection
    this.#process = child
    this.initialized = { capabilities: {} }
  }

  /** What the process wrote to standard error. */
  get log(): string {
    return this.#log.join('')
  }

  /** The server's process. */
  get pid(): number {
    return present(this.#process.pid)
  }

  get exited(): Promise<number | null> {
    const child = this.#process
    return child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('exit', (code) => resolve(code)))
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.connection.sendRequest<Answer>(method, params)
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params)
  }

  open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#versions.set(uri, 1)
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
  }

  /** Sends an edit and gives the version that it makes. */
  async change(uri: string, ...contentChanges: readonly object[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 1) + 1
    this.#versions.set(uri, version)
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
    return version
  }

  /** The first message from `since` on (default: from the start) that fits; what has come already counts. */
  async message<Params>(method: string, fits: (params: Params) => boolean = () => true, since = 0): Promise<Params> {
    for (let at = since; ; ) {
      for (; at < this.#messages.length; at++) {
        const message = this.#messages[at]
        if (message?.method === method && fits(message.params as Params)) return message.params as Params
      }
      await new Promise<void>((resolve) => this.#waiting.add(resolve))
    }
  }

  /** How many messages have come: a mark for `message`. */
  get count(): number {
    return this.#messages.length
  }

  messages(method: string): readonly unknown[] {
    return this.#messages.filter((message) => message.method === method).map(({ params }) => params)
  }

  /** The first published diagnostics of a document that fit. */
  async diagnostics(
    uri: string,
    fits: (diagnostics: readonly Diagnostic[], version: number | undefined) => boolean = () => true,
    since = 0,
  ): Promise<readonly Diagnostic[]> {
    const found = await this.message<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && fits(params.diagnostics, params.version),
      since,
    )
    return found.diagnostics
  }

  /** When all folders have been read. */
  async ready(): Promise<void> {
    await this.message<{ folders: readonly { state: string }[] }>(
      'beleg/status',
      ({ folders }) => folders.length > 0 && folders.every(({ state }) => state === 'ready'),
    )
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined)
    const exited = this.exited
    await this.notify('exit', undefined)
    const code = await exited
    this.connection.dispose()
    return code
  }

  #listen(settings: Readonly<Record<string, unknown>>): void {
    const keep = (method: string, params: unknown) => {
      this.#messages.push({ method, params })
      for (const wake of this.#waiting) wake()
      this.#waiting.clear()
    }
    this.connection.onNotification((method, params) => keep(method, params))
    this.connection.onRequest((method, params) => {
      keep(method, params)
      if (method === 'workspace/configuration') return (params as unknown as { items: unknown[] }).items.map(() => settings)
      return null
    })
  }
}

/** A folder of its own with the files of a marked text; gone when the test is over. */
export async function folderOf(marked: string, test: TestLife): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'beleg-')))
  test.after(() => rm(folder, { recursive: true, force: true }))
  await writeFiles(folder, marked)
  return folder
}

export async function writeFiles(folder: string, marked: string): Promise<void> {
  for (const { path, text } of parseMarked(marked)) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).toString()
}

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The server did not start, or without pipes')
  return value
}
