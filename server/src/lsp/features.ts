/** One handler for each question an editor asks about a place or a document: convert, ask the service, convert back. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  CompletionTriggerKind,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import type { Actor, ActorType } from '../actor/actor'
import { readBibliography } from '../analysis/bibliography'
import { parseDocument } from '../analysis/parse'
import type { Edit } from '../rules/rule'
import { type Action, actionsFor, citeAll } from '../service/actions'
import { type ActorRename, namesIn, placeOfName, placesOfActor, renameActorIn } from '../service/actors'
import { citationAt, itemAt, type Place } from '../service/checked'
import { actorsCalled, findActors } from '../service/companions'
import { type Completion, complete } from '../service/completion'
import { definition } from '../service/definition'
import { inlayHintsOf, linksOf, tokensOf, tokenTypes } from '../service/hints'
import { hover } from '../service/hover'
import { occurrencesOf, sourcePlacesOf, type Topic, topicAt } from '../service/occurrences'
import { foldsOf, lensesOf, type DocumentSymbol as OutlineSymbol, symbolsOf } from '../service/outline'
import { readSources } from '../service/readings'
import { objection, renameInBibliography, renameInDocument } from '../service/rename'
import { timeLimit } from './breathe'
import { linkTo, locationOf, rangeIn, sourceUri, textEditsOf } from './convert'
import type { Answer, Documents } from './documents'
import type { Folder } from './folder'
import type { Folders } from './folders'
import { Positions } from './positions'
import { commands, type EditorSettings } from './protocol'
import type { Session } from './session'

export const triggerCharacters = ['@', ...'0123456789']
/** Sources that a list of references names for an actor; the index may hold thousands. */
const mostSourcePlaces = 50

export const fixAllCitations = 'source.fixAll.beleg'
export { tokenTypes }

interface Textual {
  readonly textDocument: { readonly uri: string }
}

interface Positional extends Textual {
  readonly position: { readonly line: number; readonly character: number }
}

export function registerFeatures(
  session: Session,
  documents: Documents,
  folders: Folders,
  settingsFor: (uri: string) => Promise<EditorSettings>,
): void {
  const { connection, locale, can } = session

  /** Guards that every question needs: a document we know, and a failure that costs one answer. */
  const about =
    <Params extends Textual, Result>(what: string, ask: (answer: Answer, params: Params) => Promise<Result> | Result) =>
    async (params: Params): Promise<Result | null> => {
      const { uri } = params.textDocument
      const result = await session.fenced(`${what} in ${uri}`, async () => {
        if (!(await settingsFor(uri)).enable) return null
        const answer = await documents.answer(uri)
        return answer === undefined ? null : ask(answer, params)
      })
      return result ?? null
    }
  const at = ({ positions }: Answer, { position }: Positional) => positions.offsetOf(position)

  connection.onHover(async (params) => {
    const { uri } = params.textDocument
    const found = await session.fenced(`hover in ${uri}`, async () => {
      const settings = await settingsFor(uri)
      if (!settings.enable || !settings.hover) return null
      const answer = await documents.answerAt(uri, (positions) => positions.offsetOf(params.position))
      if (answer === undefined) return null
      const { checked, folder, positions } = answer
      const { index } = folder.workspace
      const { registry } = folder.companions
      const corpus = {
        actors: async (name: string) => (await actorsCalled([name], index, registry))[0] ?? [],
        naming: async (actor: Actor, limit: number) => [
          ...(await readSources(await index.sourcesNaming(actor, limit), folder.corpus)).values(),
        ],
        sources: (keys: readonly string[]) => index.sources(keys),
      }
      const shown = await hover(checked, at(answer, params), corpus, {
        locale,
        linkTo: (place) => linkTo(place, folder, session),
        ...(folder.percent === undefined ? {} : { indexed: folder.percent }),
      })
      if (shown === undefined) return null
      const kind: 'markdown' | 'plaintext' = can.markdown ? 'markdown' : 'plaintext'
      return { contents: { kind, value: shown.markdown }, range: positions.rangeOf(shown.span) }
    })
    return found ?? null
  })

  connection.onCompletion(async ({ textDocument: { uri }, position, context }) => {
    const completions = await session.fenced(`completion in ${uri}`, async () => {
      const settings = await settingsFor(uri)
      // What is being typed need not be judged to be completed.
      const draft = settings.enable ? await documents.draft(uri) : undefined
      if (draft === undefined) return null
      const { document, folder, positions, bibliography, mentions, lead } = draft
      const place = positions.offsetOf(position)
      const { items, incomplete, isPartial } = await complete(document, place, {
        locale,
        corpus: folder.corpus,
        bibliography,
        registry: folder.companions.registry,
        mentions,
        requested: context?.triggerKind !== CompletionTriggerKind.TriggerCharacter,
        offers: { figure: settings.completeFigures, actor: settings.completeActors, citation: settings.completeCitations },
        cite: settings.citeCompletedFigures,
        hasTime: timeLimit(),
        lead,
        drawn: draft.drawnOnAt(place),
      })
      if (isPartial) documents.followLead(uri, draft, place)
      return { isIncomplete: incomplete, items: items.map((item, rank) => completionOf(item, rank, positions, can.labelDetails)) }
    })
    return completions ?? null
  })

  connection.onDefinition(
    about('definition', async (answer, params) => {
      const { checked, folder, positions } = answer
      const found = await definition(checked, at(answer, params), (keys) => folder.workspace.index.sources(keys))
      if (found === undefined) return null
      const origin = positions.rangeOf(found.origin)
      if (!can.linkDefinitions) return found.targets.map((target): Location => locationOf(target, folder, session))
      return found.targets.map(
        ({ source, span, passage }): LocationLink => ({
          originSelectionRange: origin,
          targetUri: sourceUri(source, folder, session),
          targetRange: rangeIn(source, { start: Math.min(passage.start, span.start), end: Math.max(passage.end, span.end) }, session),
          targetSelectionRange: rangeIn(source, span, session),
        }),
      )
    }),
  )

  connection.onReferences(
    about('references', async (answer, params) => {
      const topic = topicAt(answer.checked, at(answer, params))
      if (topic === undefined) return null
      const here = [...documents.uris].map((uri) => documents.answer(uri))
      const open = (await Promise.all(here)).filter((other) => other !== undefined && other.folder === answer.folder)
      const occurrences = open.flatMap((other) =>
        other === undefined
          ? []
          : occurrencesOf(topic, other.checked).map((span): Location => ({ uri: other.uri, range: other.positions.rangeOf(span) })),
      )
      const closed = topic.kind === 'figure' ? [] : await occurrencesOnDisk(topic, answer.folder, documents, session)
      const sources = params.context.includeDeclaration
        ? [...sourcePlacesOf(topic), ...(await sourcePlacesOfActor(topic, answer.folder))].map((place) =>
            locationOf(place, answer.folder, session),
          )
        : []
      return [...occurrences, ...closed, ...sources]
    }),
  )

  connection.onDocumentHighlight(
    about('highlight', async (answer, params) => {
      if (!(await settingsFor(answer.uri)).highlights) return null
      const topic = topicAt(answer.checked, at(answer, params))
      if (topic === undefined) return null
      return occurrencesOf(topic, answer.checked).map((span) => ({
        range: answer.positions.rangeOf(span),
        kind: DocumentHighlightKind.Read,
      }))
    }),
  )

  connection.onDocumentSymbol(
    about('symbols', ({ checked, positions }) => symbolsOf(checked, locale).map((symbol) => symbolOf(symbol, positions))),
  )

  connection.onDocumentLinks(
    about('links', async ({ checked, folder, positions, uri }) => {
      if (!(await settingsFor(uri)).links) return []
      const links = linksOf(checked)
      const sources = await folder.workspace.index.sources(links.map(({ key }) => key))
      return links.flatMap((link, at) => {
        const source = sources[at]
        if (source === undefined) return []
        return [
          { range: positions.rangeOf(link), target: sourceUri(source, folder, session), tooltip: source.metadata.title ?? source.path },
        ]
      })
    }),
  )

  connection.onCodeLens(
    about('lens', async ({ checked, folder, positions, uri }) => {
      // Counts of a corpus that is half read would be taken for a verdict. When it has been read, the client is told to ask again.
      if (!folder.isReady || !(await settingsFor(uri)).codeLens) return []
      return lensesOf(checked, locale).map((lens) => ({ range: positions.rangeOf(lens), command: { title: lens.title, command: '' } }))
    }),
  )

  connection.languages.inlayHint.on(
    about('inlay hints', async ({ checked, positions, uri }, { range }) => {
      if (!(await settingsFor(uri)).inlayHints) return []
      return inlayHintsOf(checked, positions.spanOf(range)).map(({ at, label, tooltip }) => ({
        position: positions.positionOf(at),
        label,
        tooltip,
        paddingLeft: true,
      }))
    }),
  )

  connection.languages.semanticTokens.on(async (params) => {
    const tokens = await about('tokens', async ({ checked, folder, positions, uri }, _: Textual) => {
      const builder = new SemanticTokensBuilder()
      if (!folder.isReady || !(await settingsFor(uri)).semanticHighlighting) return builder.build()
      for (const { start, end, type } of tokensOf(checked)) {
        const range = positions.rangeOf({ start, end })
        // A token stays on its line; a figure that is broken over two is coloured up to the break.
        const length = range.start.line === range.end.line ? range.end.character - range.start.character : undefined
        const last = length ?? positions.positionOf(endOfLine(checked.document.text, start)).character - range.start.character
        builder.push(range.start.line, range.start.character, last, tokenTypes.indexOf(type), 0)
      }
      return builder.build()
    })(params)
    return tokens ?? { data: [] }
  })

  connection.onFoldingRanges(about('folding', ({ checked }) => [...foldsOf(checked.document)]))

  connection.onCodeAction(
    about('actions', async (answer, { range, context }): Promise<CodeAction[]> => {
      if (!(await settingsFor(answer.uri)).quickFixes) return []
      const { checked, positions } = answer
      const wanted = (kind: string) =>
        context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
      const found: CodeAction[] = wanted(CodeActionKind.QuickFix)
        ? actionsFor(checked, positions.spanOf(range), locale).map((action) => codeActionOf(action, answer, context.diagnostics, session))
        : []
      if (context.only?.some((only) => fixAllCitations === only || fixAllCitations.startsWith(`${only}.`))) {
        const edits = citeAll(checked, locale)
        const title = messages[locale].citeAll
        if (edits.length > 0) found.push({ title, kind: fixAllCitations, edit: workspaceEdit([{ answer, edits }], session) })
      }
      return found
    }),
  )

  connection.onWorkspaceSymbol(async ({ query }) => {
    const lists = folders.all.map((folder) => session.fenced('symbols', () => actorSymbols(query, folder, session)))
    return (await Promise.all(lists)).flatMap((symbols) => symbols ?? [])
  })

  connection.onPrepareRename(
    about('rename', (answer, params) => {
      const { checked, positions } = answer
      const citation = citationAt(checked, at(answer, params))
      if (citation !== undefined) return { range: positions.rangeOf(citation.keySpan), placeholder: citation.key }
      const actor = itemAt(checked.mentions, at(answer, params))
      return actor === undefined ? null : { range: positions.rangeOf(actor), placeholder: actor.name }
    }),
  )

  connection.onRenameRequest(async (params) => {
    const answer = await documents.answer(params.textDocument.uri)
    if (answer === undefined) return null
    const citation = citationAt(answer.checked, at(answer, params))
    if (citation === undefined) {
      const actor = itemAt(answer.checked.mentions, at(answer, params))
      const rename = { from: actor?.name ?? '', to: params.newName.trim() }
      if (actor === undefined || rename.to === '') return null
      return (await session.fenced('rename', () => renameActorEverywhere(rename, answer.folder, documents, session))) ?? null
    }
    const to = params.newName.replace(/^@?\{?|\}$/g, '')
    const { folder } = answer
    const [existing] = await folder.workspace.index.sources([to])
    const known = existing !== undefined || answer.checked.bibliography.has(to)
    const refused = objection(answer.checked.references.get(citation.key), to, known, locale)
    // The editor shows this sentence to the author; it is an answer, not a failure.
    if (refused !== undefined) return new ResponseError<never>(LSPErrorCodes.RequestFailed, refused)
    return (await session.fenced('rename', () => renameEverywhere({ from: citation.key, to }, folder, documents, session))) ?? null
  })
}

function completionOf(item: Completion, rank: number, positions: Positions, labelDetails: boolean): CompletionItem {
  const textEdit = { range: positions.rangeOf(item.edit), newText: item.edit.newText }
  const kinds = { figure: CompletionItemKind.Value, actor: CompletionItemKind.Class, citation: CompletionItemKind.Reference }
  const detail = item.detail === '' ? '' : ` ${item.detail}`
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...(labelDetails
      ? { labelDetails: { detail, description: item.origin } }
      : { detail: [item.detail, item.origin].filter((part) => part !== '').join(' · ') }),
    documentation: { kind: 'markdown', value: item.documentation },
    filterText: item.filter === '' ? item.label : item.filter,
    sortText: String(rank).padStart(4, '0'),
    textEdit,
  }
}

function symbolOf(symbol: OutlineSymbol, positions: Positions): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind === 'section' ? SymbolKind.String : SymbolKind.Number,
    range: positions.rangeOf(symbol),
    selectionRange: positions.rangeOf(symbol.selection),
    children: symbol.children.map((child) => symbolOf(child, positions)),
  }
}

function codeActionOf(
  action: Action,
  answer: Answer,
  diagnostics: readonly { readonly code?: string | number; readonly range: Location['range'] }[],
  session: Session,
): CodeAction {
  const { positions, folder, uri } = answer
  const finding = action.kind === 'open' ? undefined : action.finding
  const range = finding === undefined ? undefined : JSON.stringify(positions.rangeOf(finding.span))
  const settled = diagnostics.filter((diagnostic) => diagnostic.code === finding?.rule && JSON.stringify(diagnostic.range) === range)
  const shared = {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    ...(settled.length === 0 ? {} : { diagnostics: settled as CodeAction['diagnostics'] & object }),
  }
  switch (action.kind) {
    case 'edit':
      return {
        ...shared,
        isPreferred: action.preferred,
        edit: workspaceEdit([{ answer, edits: action.edits, ...placeholderOf(action) }], session),
      }
    case 'open':
      return {
        ...shared,
        command: { title: action.title, command: commands.openEvidence, arguments: [locationOf(action.place, folder, session)] },
      }
    case 'decide':
      return { ...shared, command: { title: action.title, command: commands.notSameMeasure, arguments: [{ uri, entry: action.decision }] } }
  }
}

interface DocumentEdits {
  readonly answer: Pick<Answer, 'uri' | 'positions'> & { readonly version: number | null }
  readonly edits: readonly Edit[]
  /** Words of the last edit that the author should write over. */
  readonly placeholder?: { readonly start: number; readonly end: number }
}

const placeholderOf = ({ placeholder }: Extract<Action, { kind: 'edit' }>) => (placeholder === undefined ? {} : { placeholder })

function workspaceEdit(changes: readonly DocumentEdits[], { can }: Session): WorkspaceEdit {
  if (!can.documentChanges) {
    return { changes: Object.fromEntries(changes.map(({ answer, edits }) => [answer.uri, textEditsOf(edits, answer.positions)])) }
  }
  const documentChanges = changes.map(({ answer, edits, placeholder }): TextDocumentEdit => {
    const plain = textEditsOf(edits, answer.positions)
    const last = plain.at(-1)
    const asSnippet =
      can.snippetEdits && placeholder !== undefined && last !== undefined
        ? [...plain.slice(0, -1), { range: last.range, snippet: { kind: 'snippet' as const, value: snippetOf(last.newText, placeholder) } }]
        : plain
    return { textDocument: { uri: answer.uri, version: answer.version }, edits: asSnippet }
  })
  return { documentChanges }
}

function snippetOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const plain = (part: string) => part.replace(/[\\$}]/g, '\\$&')
  return `${plain(text.slice(0, start))}\${1:${plain(text.slice(start, end))}}${plain(text.slice(end))}`
}

/** What the topic means in a document that is not open: citations read from it, names recognised in it. */
async function occurrencesOnDisk(topic: Topic, folder: Folder, documents: Documents, session: Session): Promise<Location[]> {
  if (topic.kind === 'citation') return citationsOnDisk(topic.key, folder, documents, session)
  if (topic.kind !== 'actor') return []
  const found: Location[] = []
  for await (const { uri, checked } of closedWith(topic.name, folder, documents, session)) {
    const positions = new Positions(checked.document.text, session.encoding)
    for (const span of placesOfActor(checked, topic.name)) found.push({ uri, range: positions.rangeOf(span) })
  }
  return found
}

/** Documents on disk that hold the last word of a name, with the actors in them. */
async function* closedWith(name: string, folder: Folder, documents: Documents, session: Session) {
  const word = name.slice(name.lastIndexOf(' ') + 1)
  for await (const { uri, text } of closedDocuments(folder, documents, session)) {
    if (text.includes(word)) yield { uri, checked: namesIn(text, folder.companions.registry) }
  }
}

/** Where the latest sources that name the actor name it first. */
async function sourcePlacesOfActor(topic: Topic, folder: Folder): Promise<readonly Place[]> {
  if (topic.kind !== 'actor') return []
  const { index } = folder.workspace
  const sources = await index.sources(await index.sourcesNaming(topic, mostSourcePlaces))
  return sources.flatMap((source) => (source === undefined ? [] : (placeOfName(topic.name, source) ?? [])))
}

/** Actors as symbols of the workspace, each with the latest source that names it. */
async function actorSymbols(query: string, folder: Folder, session: Session): Promise<SymbolInformation[]> {
  const { index } = folder.workspace
  const actors = await findActors(query, mostSymbols, index, folder.companions.registry)
  const keys = await Promise.all(actors.map(async (actor) => (await index.sourcesNaming(actor, 1))[0] ?? ''))
  const sources = await index.sources(keys)
  return actors.flatMap(({ name, type, roles }, at) => {
    const source = sources[at]
    const place = source && placeOfName(name, source)
    if (place === undefined) return []
    return [{ name, kind: symbolKinds[type], containerName: roles[0]?.role ?? '', location: locationOf(place, folder, session) }]
  })
}

const mostSymbols = 40
const symbolKinds: Readonly<Record<ActorType, SymbolKind>> = {
  person: SymbolKind.Class,
  organisation: SymbolKind.Module,
  state: SymbolKind.Namespace,
  place: SymbolKind.Package,
}

async function renameActorEverywhere(rename: ActorRename, folder: Folder, documents: Documents, session: Session): Promise<WorkspaceEdit> {
  const changes: DocumentEdits[] = []
  for (const uri of documents.uris) {
    const answer = await documents.answer(uri)
    if (answer?.folder === folder) changes.push({ answer, edits: renameActorIn(answer.checked, rename) })
  }
  for await (const { uri, checked } of closedWith(rename.from, folder, documents, session)) {
    const answer = { uri, version: null, positions: new Positions(checked.document.text, session.encoding) }
    changes.push({ answer, edits: renameActorIn(checked, rename) })
  }
  return workspaceEdit(
    changes.filter(({ edits }) => edits.length > 0),
    session,
  )
}

/** Citations of a key in documents of the folder that are not open. */
async function citationsOnDisk(key: string, folder: Folder, documents: Documents, session: Session): Promise<Location[]> {
  const found: Location[] = []
  for await (const { uri, text } of closedDocuments(folder, documents, session)) {
    if (!text.includes(key)) continue
    const positions = new Positions(text, session.encoding)
    for (const citation of parseDocument(text).citations) {
      if (citation.key === key) found.push({ uri, range: positions.rangeOf(citation.keySpan) })
    }
  }
  return found
}

async function renameEverywhere(
  rename: { readonly from: string; readonly to: string },
  folder: Folder,
  documents: Documents,
  session: Session,
): Promise<WorkspaceEdit> {
  const changes: DocumentEdits[] = []
  for (const uri of documents.uris) {
    const answer = await documents.answer(uri)
    if (answer?.folder === folder) changes.push({ answer, edits: renameInDocument(answer.checked.document, rename) })
  }
  for await (const { uri, text } of closedDocuments(folder, documents, session)) {
    if (!text.includes(rename.from)) continue
    const answer = { uri, version: null, positions: new Positions(text, session.encoding) }
    changes.push({ answer, edits: renameInDocument(parseDocument(text), rename) })
  }
  for (const path of folder.workspace.settings.bibliography) {
    const file = join(folder.path, path)
    const text = await readFile(file, 'utf8').catch(() => '')
    const answer = { uri: URI.file(file).toString(), version: null, positions: new Positions(text, session.encoding) }
    changes.push({ answer, edits: renameInBibliography((await readBibliography(text, path)).entries, rename) })
  }
  return workspaceEdit(
    changes.filter(({ edits }) => edits.length > 0),
    session,
  )
}

async function* closedDocuments(folder: Folder, documents: Documents, session: Session): AsyncGenerator<{ uri: string; text: string }> {
  for (const path of await folder.workspace.documents()) {
    const uri = URI.file(join(folder.path, path)).toString()
    if (documents.get(uri) !== undefined) continue
    const text = await session.fenced(path, () => readFile(join(folder.path, path), 'utf8'))
    if (text !== undefined) yield { uri, text: text.startsWith('\ufeff') ? text.slice(1) : text }
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/)
  return end === -1 ? text.length : from + end
}

const messages = {
  de: { citeAll: 'Alle belegten Zahlen mit Quellen versehen' },
  en: { citeAll: 'Cite the sources of all supported figures' },
}
