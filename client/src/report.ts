/** *Evidence Report* in a panel, and saved as a file. The page comes whole from the server and loads nothing. */
import { randomBytes } from 'node:crypto'
import { ColorThemeKind, commands, type Disposable, ProgressLocation, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import { methods, sourceScheme } from '../../server/src/lsp/protocol'
import { openSource } from './commands'
import { locale } from './locale'
import { asPanel } from './panel'
import type { BelegServer } from './server'

const messages = {
  de: {
    title: 'Belegbericht',
    writing: 'Beleg schreibt den Bericht',
    file: 'belegbericht.html',
    saved: (path: string) => `Bericht gespeichert: ${path}`,
  },
  en: {
    title: 'Evidence Report',
    writing: 'Beleg is writing the report',
    file: 'evidence-report.html',
    saved: (path: string) => `Report saved: ${path}`,
  },
}[locale]

export function registerReport(server: BelegServer, icon: Uri): Disposable[] {
  let shown: { readonly panel: WebviewPanel; page: string } | undefined
  const draw = () => {
    if (shown !== undefined) shown.panel.webview.html = asPanel(shown.page, { nonce: randomBytes(16).toString('base64'), dark: isDark() })
  }
  const show = async () => {
    const page = await fetchReport(server)
    if (page === undefined) return
    if (shown === undefined) {
      const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true }
      const panel = window.createWebviewPanel('beleg.report', messages.title, ViewColumn.Active, options)
      panel.iconPath = icon
      panel.webview.onDidReceiveMessage((message: unknown) => follow(message, server))
      panel.onDidDispose(() => {
        shown = undefined
      })
      shown = { panel, page }
    } else {
      shown.page = page
      shown.panel.reveal()
    }
    draw()
  }
  return [
    commands.registerCommand('beleg.report', show),
    commands.registerCommand('beleg.saveReport', () => save(server)),
    window.onDidChangeActiveColorTheme(draw),
    { dispose: () => shown?.panel.dispose() },
  ]
}

function isDark(): boolean {
  const { kind } = window.activeColorTheme
  return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast
}

async function fetchReport(server: BelegServer): Promise<string | undefined> {
  const options = { location: ProgressLocation.Window, title: messages.writing }
  return window.withProgress(options, async () => (await server.request<{ html: string }>(methods.report, {}))?.html)
}

async function save(server: BelegServer): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri
  const target = await window.showSaveDialog({
    filters: { HTML: ['html'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, messages.file) }),
  })
  const page = target && (await fetchReport(server))
  if (target === undefined || page === undefined) return
  await workspace.fs.writeFile(target, new TextEncoder().encode(page))
  await window.showInformationMessage(messages.saved(workspace.asRelativePath(target)))
}

/** A link of the report: "sources/a.txt#L12" within the one folder that it is about, else with a scheme. Nothing else is followed. */
async function follow(message: unknown, server: BelegServer): Promise<void> {
  if (typeof message !== 'object' || message === null || !('open' in message) || typeof message.open !== 'string') return
  const [target = '', fragment = ''] = message.open.split('#')
  const line = Number(/^L(\d+)/.exec(fragment)?.[1] ?? 1) - 1
  const place = { start: { line, character: 0 }, end: { line, character: 0 } }
  if (target.startsWith('file:') || target.startsWith(`${sourceScheme}:`)) return openSource(target, place)
  const [folder] = server.status.folders
  if (folder === undefined || /^[a-z][a-z0-9+.-]*:/i.test(target)) return
  return openSource(Uri.joinPath(Uri.parse(folder.uri), decodeURIComponent(target)).toString(), place)
}
