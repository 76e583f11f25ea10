/**
 * *Evidence Report* in a panel, and saved as a file. The page comes whole from the server and loads nothing. Links to sources cannot work
 * in a panel, so a few lines of script hand them to the editor.
 */
import { randomBytes } from 'node:crypto'
import { commands, type Disposable, ProgressLocation, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import { methods } from '../../server/src/lsp/protocol'
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
  let panel: WebviewPanel | undefined
  const show = async () => {
    const html = await fetchReport(server)
    if (html === undefined) return
    if (panel === undefined) {
      panel = window.createWebviewPanel('beleg.report', messages.title, ViewColumn.Active, {
        enableScripts: true,
        localResourceRoots: [],
        enableFindWidget: true,
      })
      panel.iconPath = icon
      panel.webview.onDidReceiveMessage((message: unknown) => follow(message))
      panel.onDidDispose(() => {
        panel = undefined
      })
    }
    panel.webview.html = asPanel(html, randomBytes(16).toString('base64'))
    panel.reveal()
  }
  return [
    commands.registerCommand('beleg.report', show),
    commands.registerCommand('beleg.saveReport', () => save(server)),
    { dispose: () => panel?.dispose() },
  ]
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
  const html = target && (await fetchReport(server))
  if (target === undefined || html === undefined) return
  await workspace.fs.writeFile(target, new TextEncoder().encode(html))
  await window.showInformationMessage(messages.saved(workspace.asRelativePath(target)))
}

/** A link of the report: "sources/a.txt#L12" or with a scheme of ours; whatever else it says is not followed. */
async function follow(message: unknown): Promise<void> {
  if (typeof message !== 'object' || message === null || !('open' in message) || typeof message.open !== 'string') return
  const [target = '', fragment = ''] = message.open.split('#')
  const line = Number(/^L(\d+)/.exec(fragment)?.[1] ?? Number.NaN) - 1
  const place = Number.isNaN(line) ? undefined : { start: { line, character: 0 }, end: { line, character: 0 } }
  if (/^(file|beleg-source):/.test(target)) return openSource(target, place)
  const folder = workspace.workspaceFolders?.[0]?.uri
  if (folder !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(target))
    return openSource(Uri.joinPath(folder, decodeURIComponent(target)).toString(), place)
}
