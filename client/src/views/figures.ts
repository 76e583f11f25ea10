/** *Figures of This Document*: each figure with its verdict in text order, below it the passages; a click leads to the figure or the passage. */
import { posix } from 'node:path'
import {
  commands,
  type Disposable,
  languages,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode'
import { type EvidenceItem, type FigureItem, type FiguresAnswer, methods } from '../../../server/src/lsp/protocol'
import { locale } from '../locale'
import type { BelegServer } from '../server'
import { type Node, node, Tree } from './tree'

type Verdict = FigureItem['verdict']

const messages = {
  de: {
    verdicts: {
      supported: 'belegt',
      contradicted: 'widersprochen',
      disputed: 'umstritten',
      outdated: 'überholt',
      unsupported: 'ohne Quelle',
      unchecked: 'nicht geprüft',
    },
    none: 'In diesem Dokument stehen keine Zahlen.',
    attention: (count: number) => (count === 1 ? '1 Zahl braucht Aufmerksamkeit' : `${count} Zahlen brauchen Aufmerksamkeit`),
  },
  en: {
    verdicts: {
      supported: 'supported',
      contradicted: 'contradicted',
      disputed: 'disputed',
      outdated: 'outdated',
      unsupported: 'unsourced',
      unchecked: 'not checked',
    },
    none: 'This document states no figures.',
    attention: (count: number) => (count === 1 ? '1 figure needs attention' : `${count} figures need attention`),
  },
}[locale] satisfies { verdicts: Record<Verdict, string>; none: string; attention: (count: number) => string }

/** In the order in which the tally names them: what needs attention first. */
const verdicts: readonly Verdict[] = ['contradicted', 'disputed', 'outdated', 'supported', 'unsupported', 'unchecked']

const icons: Readonly<Record<Verdict, ThemeIcon>> = {
  supported: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  contradicted: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  disputed: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  outdated: new ThemeIcon('history', new ThemeColor('problemsWarningIcon.foreground')),
  unsupported: new ThemeIcon('question', new ThemeColor('disabledForeground')),
  unchecked: new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
}

const relations: Readonly<Record<EvidenceItem['relation'], ThemeIcon>> = {
  supports: new ThemeIcon('check', new ThemeColor('testing.iconPassed')),
  contradicts: new ThemeIcon('close', new ThemeColor('problemsErrorIcon.foreground')),
  related: new ThemeIcon('file-text'),
}

const needsAttention = (figure: FigureItem) =>
  figure.verdict === 'contradicted' || figure.verdict === 'disputed' || figure.verdict === 'outdated'

export function registerFigures(server: BelegServer): Disposable[] {
  let findingsOnly = false
  const shown = { uri: undefined as Uri | undefined }
  const tree = new Tree(async () => {
    const answer = shown.uri && (await server.request<FiguresAnswer | null>(methods.figures, { uri: shown.uri.toString() }))
    describe(view, answer ?? undefined)
    return (answer?.figures ?? [])
      .filter((figure) => !findingsOnly || needsAttention(figure))
      .map((figure) => figureNode(answer?.uri ?? '', figure))
  })
  const view = window.createTreeView('beleg.figures', { treeDataProvider: tree, showCollapseAll: true })
  const follow = () => {
    const document = window.activeTextEditor?.document
    if (document?.languageId === 'markdown') shown.uri = document.uri
    else if (!workspace.textDocuments.some((open) => open.uri.toString() === shown.uri?.toString())) shown.uri = undefined
    tree.refresh()
  }
  const show = (only: boolean) => {
    findingsOnly = only
    void commands.executeCommand('setContext', 'beleg.findingsOnly', only)
    tree.refresh()
  }
  follow()
  return [
    view,
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidCloseTextDocument(follow),
    server.onStatus(() => tree.refresh()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === shown.uri?.toString())) tree.refresh()
    }),
    commands.registerCommand('beleg.showAllFigures', () => show(false)),
    commands.registerCommand('beleg.showFindingsOnly', () => show(true)),
  ]
}

function figureNode(uri: string, figure: FigureItem): Node {
  const { start, end } = figure.range
  return node(figure.text, {
    description: descriptionOf(figure),
    tooltip: new MarkdownString().appendMarkdown(`**${messages.verdicts[figure.verdict]}**  \n`).appendText(figure.summary),
    iconPath: icons[figure.verdict],
    accessibilityInformation: { label: `${figure.text}, ${messages.verdicts[figure.verdict]}. ${figure.summary}` },
    command: {
      command: 'vscode.open',
      title: figure.text,
      arguments: [Uri.parse(uri), { selection: new Range(start.line, start.character, end.line, end.character), preserveFocus: true }],
    },
    children: figure.evidence.map(evidenceNode),
  })
}

/** Who bears it out, "Ostblick", or what stands in the sources instead: "190 Millionen Euro · Ostblick". */
function descriptionOf({ verdict, evidence, summary }: FigureItem): string {
  const best = evidence.find(({ relation }) => relation === (verdict === 'supported' ? 'supports' : 'contradicts'))
  if (best === undefined) return summary
  const origin = best.publisher ?? best.title
  return verdict === 'supported' ? origin : `${best.figure} · ${origin}`
}

function evidenceNode(evidence: EvidenceItem): Node {
  const origin = [evidence.publisher, evidence.published?.slice(0, 10)].filter((part) => part !== undefined).join(', ')
  return node(evidence.title, {
    description: origin,
    tooltip: new MarkdownString().appendText(evidence.text).appendMarkdown('\n\n').appendText(`@${evidence.key}`),
    iconPath: relations[evidence.relation],
    command: { command: 'beleg.openSource', title: evidence.title, arguments: [evidence.location.uri, evidence.location.range] },
  })
}

/** Beside the title which document, above the list "1 contradicted · 12 supported", on the icon how many need attention. */
function describe(view: TreeView<Node>, answer: FiguresAnswer | undefined): void {
  const attention = answer?.figures.filter(needsAttention).length ?? 0
  view.badge = attention === 0 ? undefined : { value: attention, tooltip: messages.attention(attention) }
  view.description = answer === undefined ? '' : posix.basename(Uri.parse(answer.uri).path)
  view.message = answer === undefined ? '' : answer.figures.length === 0 ? messages.none : tally(answer.figures)
}

function tally(figures: readonly FigureItem[]): string {
  return verdicts
    .map((verdict) => ({ verdict, count: figures.filter((figure) => figure.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${messages.verdicts[verdict]}`)
    .join(' · ')
}
