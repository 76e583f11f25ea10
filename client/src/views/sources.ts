/** *Sources*: what the corpus holds, by month or by publisher, and last what could not be read and why. */
import { commands, type Disposable, MarkdownString, ThemeColor, ThemeIcon, Uri, window } from 'vscode'
import { methods, type SkippedItem, type SourceItem, type SourcesAnswer } from '../../../server/src/lsp/protocol'
import { locale } from '../locale'
import type { BelegServer } from '../server'
import { groupBy, type Node, node, Tree } from './tree'

const messages = {
  de: { undated: 'Ohne Datum', unpublished: 'Ohne Herausgeber', skipped: 'Nicht gelesen', open: 'Quelle öffnen' },
  en: { undated: 'Undated', unpublished: 'Without publisher', skipped: 'Not read', open: 'Open Source' },
}[locale]

const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })

export function registerSources(server: BelegServer): Disposable[] {
  let byPublisher = false
  const tree = new Tree(async () => {
    const answer = await server.request<SourcesAnswer>(methods.sources, {})
    if (answer === undefined) return []
    const groups = byPublisher ? publisherGroups(answer.sources) : monthGroups(answer.sources)
    return answer.skipped.length === 0 ? groups : [...groups, skippedGroup(answer.skipped)]
  })
  const group = (publisher: boolean) => {
    byPublisher = publisher
    void commands.executeCommand('setContext', 'beleg.byPublisher', publisher)
    tree.refresh()
  }
  return [
    window.createTreeView('beleg.sources', { treeDataProvider: tree, showCollapseAll: true }),
    server.onStatus(() => tree.refresh()),
    server.onActive(() => tree.refresh()),
    commands.registerCommand('beleg.sourcesByDate', () => group(false)),
    commands.registerCommand('beleg.sourcesByPublisher', () => group(true)),
  ]
}

/** Newest month first; the undated last. */
function monthGroups(sources: readonly SourceItem[]): readonly Node[] {
  const newestFirst = [...sources].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
  const groups = groupBy(newestFirst, ({ published }) => format(published, month) ?? messages.undated)
  return [...groups].map(([name, items], index) =>
    groupNode(
      name,
      items.map((item) => sourceNode(item, item.publisher)),
      index < 3,
    ),
  )
}

function publisherGroups(sources: readonly SourceItem[]): readonly Node[] {
  const groups = groupBy(sources, ({ publisher }) => publisher ?? messages.unpublished)
  const byName = [...groups].sort(
    ([a], [b]) => Number(a === messages.unpublished) - Number(b === messages.unpublished) || a.localeCompare(b, locale),
  )
  return byName.map(([name, items], index) =>
    groupNode(
      name,
      items.map((item) => sourceNode(item, format(item.published, day))),
      index < 3,
    ),
  )
}

function groupNode(name: string, children: readonly Node[], open: boolean): Node {
  return node(name, { description: String(children.length), children }, open)
}

function sourceNode(source: SourceItem, description: string | undefined): Node {
  const tooltip = new MarkdownString()
    .appendMarkdown('**')
    .appendText(source.title ?? source.key)
    .appendMarkdown('**')
  for (const line of [source.authors.join(', '), source.publisher, format(source.published, day), `@${source.key}`, source.path]) {
    if (line !== undefined && line !== '') tooltip.appendMarkdown('  \n').appendText(line)
  }
  const rest: Partial<Node> = {
    ...(description !== undefined && { description }),
    tooltip,
    iconPath: new ThemeIcon('file-text'),
    contextValue: 'source',
    command: { command: 'beleg.openSource', title: messages.open, arguments: [source.uri] },
  }
  return Object.assign(node(source.title ?? source.key, rest), { key: source.key, uri: source.uri })
}

function skippedGroup(skipped: readonly SkippedItem[]): Node {
  const warning = new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'))
  const children = skipped.map(({ path, uri, message }) =>
    node(path.slice(path.lastIndexOf('/') + 1), {
      description: message,
      tooltip: `${path}\n${message}`,
      iconPath: warning,
      command: { command: 'vscode.open', title: messages.open, arguments: [Uri.parse(uri)] },
    }),
  )
  return groupNode(messages.skipped, children, false)
}

function format(iso: string | undefined, by: Intl.DateTimeFormat): string | undefined {
  if (iso === undefined) return undefined
  const date = new Date(iso.slice(0, 10))
  return Number.isNaN(date.getTime()) ? undefined : by.format(date)
}
