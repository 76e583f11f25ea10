/** The commands of the palette and of the views; each is one request or one step in the workbench. */
import {
  commands,
  type Disposable,
  env,
  ProgressLocation,
  Range,
  Selection,
  SnippetString,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
} from 'vscode'
import { type CheckAllAnswer, methods } from '../../server/src/lsp/protocol'
import { locale } from './locale'
import type { BelegServer } from './server'

const messages = {
  de: {
    checking: 'Beleg prüft alle Dokumente',
    rebuilding: 'Beleg baut den Index neu auf',
    checked: ({ documents, figures, findings }: CheckAllAnswer) =>
      `${documents} ${documents === 1 ? 'Dokument' : 'Dokumente'}, ${figures} ${figures === 1 ? 'Zahl' : 'Zahlen'}: ${findings === 0 ? 'keine Befunde' : findings === 1 ? '1 Befund' : `${findings} Befunde`}.`,
    report: 'Belegbericht',
    noEditor: 'Öffnen Sie zuerst ein Markdown-Dokument.',
  },
  en: {
    checking: 'Beleg is checking all documents',
    rebuilding: 'Beleg is rebuilding its index',
    checked: ({ documents, figures, findings }: CheckAllAnswer) =>
      `${documents} ${documents === 1 ? 'document' : 'documents'}, ${figures} ${figures === 1 ? 'figure' : 'figures'}: ${findings === 0 ? 'no findings' : findings === 1 ? '1 finding' : `${findings} findings`}.`,
    report: 'Evidence Report',
    noEditor: 'Open a Markdown document first.',
  },
}[locale]

/** What tree items hand to the commands of their menu. */
export interface SourceNode {
  readonly key: string
  readonly uri: string
}

/** Place in a source as the server gives it: lines and characters from zero. */
export interface Place {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

export function registerCommands(server: BelegServer): Disposable[] {
  return [
    commands.registerCommand('beleg.checkAll', () => checkAll(server)),
    commands.registerCommand('beleg.rebuildIndex', () => rebuildIndex(server)),
    commands.registerCommand('beleg.showLog', () => server.log.show()),
    commands.registerCommand('beleg.openSource', (target: SourceNode | string, place?: Place) =>
      openSource(typeof target === 'string' ? target : target.uri, place),
    ),
    commands.registerCommand('beleg.copyCitation', (node: SourceNode) => env.clipboard.writeText(citationOf(node))),
    commands.registerCommand('beleg.insertCitation', (node: SourceNode) => insertCitation(node)),
    commands.registerCommand('beleg.findActor', (node: { readonly name: string }) =>
      commands.executeCommand('workbench.action.findInFiles', { query: node.name, isRegex: false, triggerSearch: true }),
    ),
  ]
}

/** Shows a source at a place, and the passage in the middle of the editor. Also used by the report. */
export async function openSource(target: string, place?: Place): Promise<void> {
  const uri = Uri.parse(target, true)
  const selection = place && new Range(place.start.line, place.start.character, place.end.line, place.end.character)
  const viewColumn = window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside
  try {
    const editor = await window.showTextDocument(uri, { preview: true, viewColumn, ...(selection && { selection }) })
    if (selection !== undefined) editor.revealRange(selection, TextEditorRevealType.InCenter)
  } catch {
    // No text, such as a PDF: whatever editor the workbench has for it.
    await commands.executeCommand('vscode.open', uri, viewColumn)
  }
}

async function checkAll(server: BelegServer): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: messages.checking, cancellable: true }
  const answer = await window.withProgress(options, (progress, token) => {
    let before = 0
    return server.requestWithProgress<CheckAllAnswer>(methods.checkAll, token, ({ message, percentage = before }) => {
      progress.report({ increment: percentage - before, ...(message !== undefined && { message }) })
      before = percentage
    })
  })
  if (answer === undefined || answer.cancelled) return
  if (answer.findings > 0) await commands.executeCommand('workbench.panel.markers.view.focus')
  const chosen = await window.showInformationMessage(messages.checked(answer), messages.report)
  if (chosen !== undefined) await commands.executeCommand('beleg.report')
}

async function rebuildIndex(server: BelegServer): Promise<void> {
  await window.withProgress({ location: ProgressLocation.Window, title: messages.rebuilding }, () =>
    server.request(methods.rebuildIndex, {}),
  )
}

/** Keys with characters that Pandoc would not take for part of a key stand in braces. */
function citationOf({ key }: SourceNode): string {
  return /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*$/u.test(key) ? `[@${key}]` : `[@{${key}}]`
}

async function insertCitation(node: SourceNode): Promise<void> {
  const editor = window.visibleTextEditors.find((candidate) => candidate.document.languageId === 'markdown')
  if (editor === undefined) {
    await window.showInformationMessage(messages.noEditor)
    return
  }
  const end = editor.selection.end
  editor.selection = new Selection(end, end)
  await editor.insertSnippet(new SnippetString().appendText(citationOf(node)), end)
  await window.showTextDocument(editor.document, editor.viewColumn)
}
