/** The status item: how far the index is and what the figures of the document in front are worth; a click opens what can be done about it. */
import {
  type Disposable,
  languages,
  MarkdownString,
  type QuickPickItem,
  StatusBarAlignment,
  ThemeColor,
  commands as vscodeCommands,
  window,
} from 'vscode'
import type { FolderStatus, Status } from '../../server/src/lsp/protocol'
import { locale } from './locale'
import type { BelegServer } from './server'

const messages = {
  de: {
    starting: 'startet',
    indexing: (percent: number) => `Index ${percent} %`,
    failed: 'gestört',
    findings: (count: number) =>
      count === 0 ? 'keine Befunde in diesem Dokument' : `${count} ${count === 1 ? 'Befund' : 'Befunde'} in diesem Dokument`,
    sources: (count: number) => `${count} ${count === 1 ? 'Quelle' : 'Quellen'}`,
    skipped: (count: number) => `${count} übersprungen`,
    actions: {
      'beleg.checkAll': 'Alle Dokumente prüfen',
      'beleg.report': 'Belegbericht',
      'beleg.figures.focus': 'Zahlen dieses Dokuments',
      'beleg.sources.focus': 'Quellen',
      'beleg.rebuildIndex': 'Index neu aufbauen',
      'beleg.showLog': 'Protokoll zeigen',
    },
  },
  en: {
    starting: 'starting',
    indexing: (percent: number) => `index ${percent}%`,
    failed: 'out of order',
    findings: (count: number) =>
      count === 0 ? 'no findings in this document' : `${count} ${count === 1 ? 'finding' : 'findings'} in this document`,
    sources: (count: number) => `${count} ${count === 1 ? 'source' : 'sources'}`,
    skipped: (count: number) => `${count} skipped`,
    actions: {
      'beleg.checkAll': 'Check All Documents',
      'beleg.report': 'Evidence Report',
      'beleg.figures.focus': 'Figures of This Document',
      'beleg.sources.focus': 'Sources',
      'beleg.rebuildIndex': 'Rebuild Index',
      'beleg.showLog': 'Show Log',
    },
  },
}[locale]

export function registerStatus(server: BelegServer): Disposable[] {
  const item = window.createStatusBarItem('beleg.status', StatusBarAlignment.Right, 90)
  item.name = 'Beleg'
  item.command = 'beleg.showStatus'
  const show = () => {
    if (!server.running) return item.hide()
    const { folders } = server.status
    const failed = folders.some((folder) => folder.state === 'failed')
    const findings = findingsHere()
    const text = server.starting ? `Beleg: ${messages.starting}` : textOf(server.status, findings)
    item.text = `${server.starting ? '$(sync~spin)' : iconOf(server.status, findings)} ${text}`
    item.tooltip = tooltipOf(server.status, findings)
    item.backgroundColor = failed ? new ThemeColor('statusBarItem.errorBackground') : undefined
    item.accessibilityInformation = { label: text }
    item.show()
  }
  return [
    item,
    server.onStatus(show),
    server.onActive(show),
    window.onDidChangeActiveTextEditor(show),
    languages.onDidChangeDiagnostics(show),
    vscodeCommands.registerCommand('beleg.showStatus', () => offerActions(server.status)),
  ]
}

function iconOf({ folders }: Status, findings: number | undefined): string {
  if (folders.some((folder) => folder.state === 'failed')) return '$(error)'
  if (folders.some((folder) => folder.state !== 'ready')) return '$(sync~spin)'
  return findings === undefined || findings === 0 ? '$(pass)' : '$(warning)'
}

/** "Beleg", "Beleg: index 63%", "Beleg: 2". */
function textOf({ folders }: Status, findings: number | undefined): string {
  if (folders.some((folder) => folder.state === 'failed')) return `Beleg: ${messages.failed}`
  const indexing = folders.find((folder) => folder.state === 'indexing')
  if (indexing !== undefined) return `Beleg: ${messages.indexing(Math.floor(indexing.percent ?? 0))}`
  if (folders.some((folder) => folder.state === 'starting')) return `Beleg: ${messages.starting}`
  return findings === undefined || findings === 0 ? 'Beleg' : `Beleg: ${findings}`
}

function tooltipOf(status: Status, findings: number | undefined): MarkdownString {
  const tooltip = new MarkdownString()
  for (const folder of status.folders) {
    tooltip.appendMarkdown('**').appendText(folder.name).appendMarkdown('**  \n').appendText(countsOf(folder))
    if (folder.note !== undefined) tooltip.appendMarkdown('  \n').appendText(folder.note)
    tooltip.appendMarkdown('\n\n')
  }
  if (findings !== undefined) tooltip.appendText(messages.findings(findings))
  return tooltip
}

function countsOf({ sources, skipped }: FolderStatus): string {
  return skipped === 0 ? messages.sources(sources) : `${messages.sources(sources)}, ${messages.skipped(skipped)}`
}

function findingsHere(): number | undefined {
  const document = window.activeTextEditor?.document
  if (document?.languageId !== 'markdown') return undefined
  return languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'beleg').length
}

async function offerActions(status: Status): Promise<void> {
  const actions = Object.entries(messages.actions).map(([command, label]): QuickPickItem & { command: string } => ({ label, command }))
  const placeHolder = status.folders.map((folder) => `${folder.name}: ${folder.note ?? countsOf(folder)}`).join(' · ')
  const chosen = await window.showQuickPick(actions, { title: 'Beleg', placeHolder })
  if (chosen !== undefined) await vscodeCommands.executeCommand(chosen.command)
}
