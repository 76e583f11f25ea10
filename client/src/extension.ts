/**
 * Entry point of the VS Code extension. It wakes where Markdown meets a Beleg workspace, starts the language server and shows what the
 * server says; it analyses nothing itself.
 */
import { commands, type ExtensionContext, extensions, languages, Uri, window, workspace } from 'vscode'
import { registerActorCommands } from './actors'
import { registerCommands } from './commands'
import { registerReport } from './report'
import { BelegServer } from './server'
import { registerSetUp } from './setUp'
import { registerStatus } from './status'
import { registerViews } from './views'
import { isBelegDocument, isBelegFolder, marksWorkspace } from './workspace'

let server: BelegServer | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const beleg = new BelegServer(Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath)
  server = beleg
  context.subscriptions.push(
    beleg,
    ...registerCommands(beleg),
    ...registerActorCommands(beleg),
    ...registerReport(beleg, Uri.joinPath(context.extensionUri, 'client', 'media', 'icon.png')),
    ...registerSetUp(),
    ...registerStatus(beleg),
    ...registerViews(beleg),
    beleg.onActive((active) => commands.executeCommand('setContext', 'beleg.active', active)),
    languages.onDidChangeDiagnostics(() => commands.executeCommand('setContext', 'beleg.hasFindings', hasFindings())),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('beleg.enable')) void startOrStop(beleg)
    }),
    workspace.onDidOpenTextDocument(async (document) => {
      if (!beleg.running && (await isBelegDocument(document))) await startOrStop(beleg)
    }),
    workspace.onDidChangeWorkspaceFolders(() => void startOrStop(beleg)),
    ...['**/beleg.yaml', '**/sources/*'].map((glob) => {
      const watcher = workspace.createFileSystemWatcher(glob, false, true, true)
      watcher.onDidCreate((uri) => void (marksWorkspace(uri) && startOrStop(beleg)))
      return watcher
    }),
  )
  await startOrStop(beleg)
}

export async function deactivate(): Promise<void> {
  await server?.stop()
}

/** The server runs as long as it is wanted and there is something to check; a folder that loses its sources keeps it until the window closes. */
async function startOrStop(beleg: BelegServer): Promise<void> {
  if (!workspace.getConfiguration('beleg').get('enable', true)) return beleg.stop()
  if (beleg.running || !(await hasBelegWorkspace())) return
  try {
    await activateMarkdown().catch((cause) => beleg.log.warn(String(cause)))
    await beleg.start()
  } catch (cause) {
    beleg.log.error(cause instanceof Error ? cause : String(cause))
  }
}

/**
 * VS Code's own Markdown takes `[@key]` for a link and would rename it, brackets and all. Of several that can rename, the editor asks the one
 * that came last.
 */
async function activateMarkdown(): Promise<void> {
  await extensions.getExtension('vscode.markdown-language-features')?.activate()
}

async function hasBelegWorkspace(): Promise<boolean> {
  for (const folder of workspace.workspaceFolders ?? []) if (await isBelegFolder(folder)) return true
  for (const document of workspace.textDocuments) if (await isBelegDocument(document)) return true
  return window.activeTextEditor !== undefined && isBelegDocument(window.activeTextEditor.document)
}

function hasFindings(): boolean {
  return languages.getDiagnostics().some(([, diagnostics]) => diagnostics.some((diagnostic) => diagnostic.source === 'beleg'))
}
