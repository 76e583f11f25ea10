/**
 * The language server: agrees with the client on what it offers, wires folders, documents and features together, and lets them go again. It
 * converts and dispatches; whatever is worth knowing about a document is decided in service/.
 */

import { basename } from 'node:path'
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type Location,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { version } from '../../../package.json'
import { configurationName } from '../host/configuration'
import { actorsFileOf } from '../service/companions'
import { decisionsFile, isDecision } from '../service/decisions'
import { changeActors, registryChangeOf } from './actors'
import { fileBehind } from './convert'
import { Diagnostics } from './diagnostics'
import { Documents } from './documents'
import { excludeSections } from './excludes'
import { fixAllCitations, registerFeatures, tokenTypes, triggerCharacters } from './features'
import { Folders, isWithin } from './folders'
import { type CheckAllParams, commands, type EditorSettings, type FolderParams, methods, type ReportParams, sourceScheme } from './protocol'
import { defaultEditorSettings, editorSettingsOf, openSession, type Session } from './session'
import { Views } from './views'
import { Watching } from './watch'

export function startServer(connection: Connection): void {
  let server: Server | undefined
  connection.onInitialize((params) => {
    const session = openSession(connection, params)
    server = new Server(session, params)
    return server.describe()
  })
  connection.onInitialized(() => void server?.begin())
  connection.onShutdown(() => server?.end())
  connection.listen()
}

class Server {
  readonly #session: Session
  readonly #folders: Folders
  readonly #documents: Documents
  readonly #diagnostics: Diagnostics
  readonly #views: Views
  readonly #watching: Watching
  readonly #settings = new Map<string, Promise<EditorSettings>>()
  #roots: string[]
  #given: EditorSettings

  constructor(session: Session, params: InitializeParams) {
    this.#session = session
    this.#roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (typeof params.rootUri === 'string' ? [params.rootUri] : [])
    this.#given = editorSettingsOf(params.initializationOptions)
    this.#folders = new Folders(session, {
      status: () => this.#sendStatus(),
      changed: (folder) => {
        void this.#watching.update(this.#folders.all)
        void this.#diagnostics.folderChanged(folder)
        this.#refreshDecorations()
      },
    })
    const settingsFor = (uri: string) => this.#settingsFor(uri)
    this.#documents = new Documents(session, this.#folders, {
      opened: (uri) => {
        this.#folders.forgetHomes()
        this.#diagnostics.opened(uri)
      },
      changed: (uri) => this.#diagnostics.changed(uri),
      judged: (part) => void session.fenced(part.uri, () => this.#diagnostics.judged(part)),
      saved: (uri) => this.#diagnostics.saved(uri),
      closed: (uri) => {
        this.#settings.delete(uri)
        void this.#diagnostics.closed(uri)
      },
    })
    this.#diagnostics = new Diagnostics(session, this.#documents, this.#folders, settingsFor)
    this.#views = new Views(session, this.#folders, this.#documents, this.#diagnostics)
    this.#watching = new Watching(session, (paths) => void this.#filesChanged(paths))
    this.#registerDocuments()
    registerFeatures(session, this.#documents, this.#folders, settingsFor)
    this.#registerViews()
    this.#registerCommands()
  }

  describe(): InitializeResult {
    const { encoding, can } = this.#session
    return {
      serverInfo: { name: 'beleg', version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters, resolveProvider: false },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        documentLinkProvider: { resolveProvider: false },
        codeLensProvider: { resolveProvider: false },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllCitations] },
        renameProvider: { prepareProvider: true },
        foldingRangeProvider: true,
        inlayHintProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
        ...(can.pullDiagnostics
          ? { diagnosticProvider: { identifier: 'beleg', interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
        executeCommandProvider: { commands: Object.values(commands) },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(can.textContent ? { textDocumentContent: { schemes: [sourceScheme] } } : {}),
        },
      },
    }
  }

  async begin(): Promise<void> {
    const { connection, can } = this.#session
    if (can.watchConfiguration) {
      await this.#session.fenced('settings', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: ['beleg', ...excludeSections] }),
      )
    }
    if (can.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri))
        this.#roots = [...this.#roots.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]
        void this.#openRoots()
      })
    }
    await this.#openRoots()
  }

  async end(): Promise<void> {
    this.#watching.close()
    await this.#folders.close()
  }

  async #openRoots(): Promise<void> {
    await this.#session.fenced('workspace folders', () => this.#folders.setRoots(this.#roots))
    await this.#watching.update(this.#folders.all)
  }

  #registerDocuments(): void {
    const { connection } = this.#session
    connection.onDidOpenTextDocument((params) => this.#documents.didOpen(params))
    connection.onDidChangeTextDocument((params) => this.#documents.didChange(params))
    connection.onDidSaveTextDocument((params) => this.#documents.didSave(params))
    connection.onDidCloseTextDocument((params) => this.#documents.didClose(params))
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes.map(({ uri }) => URI.parse(uri).fsPath)))
    connection.onDidChangeConfiguration(({ settings }) => {
      const section: unknown = typeof settings === 'object' && settings !== null && 'beleg' in settings ? settings.beleg : undefined
      if (section !== undefined) this.#given = editorSettingsOf(section)
      this.#settings.clear()
      this.#diagnostics.settingsChanged()
      for (const folder of this.#folders.all) void this.#session.fenced(folder.path, () => folder.settingsChanged())
      this.#refreshDecorations()
    })
    if (this.#session.can.pullDiagnostics) connection.languages.diagnostics.on((params) => this.#diagnostics.pull(params))
  }

  #registerViews(): void {
    const { connection } = this.#session
    connection.onRequest(methods.sources, (params: FolderParams) => this.#views.sources(params))
    connection.onRequest(methods.actors, (params: FolderParams) => this.#views.actors(params))
    connection.onRequest(methods.figures, ({ uri }: { readonly uri: string }) => this.#views.figures(uri))
    connection.onRequest(methods.checkAll, (params: CheckAllParams, token) => this.#views.checkAll(params, token))
    connection.onRequest(methods.report, (params: ReportParams) => this.#views.report(params))
    connection.onRequest(methods.rebuildIndex, (params: FolderParams) => this.#rebuild(params))
    if (this.#session.can.textContent) {
      connection.workspace.textDocumentContent.on(async ({ uri }) => {
        const folder = await this.#folders.of(fileBehind(uri))
        const [source] = (await folder?.workspace.index.sources([URI.parse(uri).query])) ?? []
        return source === undefined ? null : { text: source.body.text }
      })
    }
  }

  #registerCommands(): void {
    const { connection, can } = this.#session
    connection.onExecuteCommand(async ({ command, arguments: args }, token) => {
      const argument: unknown = args?.[0]
      switch (command) {
        case commands.rebuildIndex:
          return this.#rebuild({})
        case commands.checkAll:
          return this.#views.checkAll({}, token)
        case commands.openEvidence:
          if (can.showDocument && isLocation(argument)) {
            await connection.window.showDocument({ uri: argument.uri, selection: argument.range, takeFocus: true })
          }
          return null
        case commands.notSameMeasure:
          return this.#decide(argument)
        case commands.changeActors:
          return this.#changeActors(argument)
        default:
          return new ResponseError(LSPErrorCodes.RequestFailed, command)
      }
    })
  }

  async #decide(argument: unknown): Promise<null> {
    if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('entry' in argument)) return null
    const { uri, entry } = argument
    const folder = typeof uri === 'string' ? await this.#folders.of(uri) : undefined
    if (folder !== undefined && isDecision(entry)) await this.#session.fenced(decisionsFile, () => folder.decide(entry))
    return null
  }

  async #changeActors(argument: unknown): Promise<string | null | ResponseError<never>> {
    if (typeof argument !== 'object' || argument === null || !('folder' in argument) || !('change' in argument)) return null
    const [path, change] = [URI.parse(String(argument.folder)).fsPath, registryChangeOf(argument.change)]
    const folder = this.#folders.all.find((open) => open.path === path)
    if (folder === undefined || change === undefined) return null
    return (await this.#session.fenced('actors', () => changeActors(folder, change, this.#session))) ?? null
  }

  async #rebuild({ folder: uri }: FolderParams): Promise<null> {
    const path = uri === undefined ? undefined : URI.parse(uri).fsPath
    for (const folder of this.#folders.all) if (path === undefined || folder.path === path) await folder.rebuild()
    return null
  }

  async #filesChanged(paths: readonly string[]): Promise<void> {
    this.#folders.forgetHomes()
    for (const folder of this.#folders.all) {
      const own = paths.filter((path) => isWithin(path, folder.path))
      const names = new Set(own.map((path) => folder.pathOf(path)))
      const { settings } = folder.workspace
      const { bibliography } = settings
      if (names.has(configurationName) || names.has(actorsFileOf(settings)) || own.some((path) => basename(path) === '.gitignore'))
        await folder.reload()
      else
        await folder.refresh(
          [...names].some((name) => mayBeFolder(name) || bibliography.includes(name))
            ? undefined
            : [...names].filter((name) => !isBesides(name)),
        )
      if ([...names].some((name) => isBesides(name) || bibliography.includes(name))) await folder.reloadCompanions()
    }
    for (const path of paths) if (path.endsWith('.md')) await this.#diagnostics.recheckClosed(URI.file(path).toString())
    // A beleg.yaml where none was makes a workspace of its own.
    if (paths.some((path) => basename(path) === configurationName)) await this.#openRoots()
  }

  #settingsFor(uri: string): Promise<EditorSettings> {
    const { can, connection } = this.#session
    if (!can.configuration) return Promise.resolve(this.#given)
    const known = this.#settings.get(uri)
    if (known !== undefined) return known
    const asked = connection.workspace
      .getConfiguration({ scopeUri: uri, section: 'beleg' })
      .then(editorSettingsOf, () => defaultEditorSettings)
    this.#settings.set(uri, asked)
    return asked
  }

  /** Everything drawn beside the text depends on the corpus too. */
  #refreshDecorations(): void {
    const { can, connection } = this.#session
    const ask = (what: boolean, refresh: () => Promise<unknown>) => {
      if (what) refresh().catch((cause: unknown) => connection.console.warn(`refresh: ${String(cause)}`))
    }
    ask(can.refreshLenses, () => connection.sendRequest('workspace/codeLens/refresh'))
    ask(can.refreshHints, () => connection.languages.inlayHint.refresh())
    ask(can.refreshTokens, () => Promise.resolve(connection.languages.semanticTokens.refresh()))
  }

  #sendStatus(): void {
    const status = { folders: this.#folders.all.map((folder) => folder.status) }
    void this.#session.fenced('status', () => this.#session.connection.sendNotification(methods.status, status))
  }
}

/** Files that are read beside the sources; a document may name a bibliography of its own, so any file that looks like one counts. */
function isBesides(name: string): boolean {
  return name === decisionsFile || /\.(?:bib|bibtex|ris)$/i.test(name)
}

/** A folder that was moved or removed is told by its name alone. */
function mayBeFolder(name: string): boolean {
  return !/\.[^./\\]+$/.test(name)
}

function isLocation(value: unknown): value is Location {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string' && 'range' in value
}
