/** The bundled server as editors meet it: a process of its own behind a pipe. */
import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type {
  ClientCapabilities,
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol'
import type { ActorItem, CheckAllAnswer, FiguresAnswer, SourcesAnswer, Status } from '../../server/src/lsp/protocol'
import { Client, type ClientOptions, folderOf, uriOf, writeFiles } from '../support/client'

const options = { timeout: 60_000 }

const festival = `
@@ sources/bilanz.txt
---
title: Seefestival zieht Bilanz
publisher: Bodensee-Bote
date: 2025-09-02
---

Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher, so viele wie nie zuvor.
@@ sources/haushalt.txt
---
title: Was das Seefestival kostet
publisher: Bodensee-Bote
date: 2025-10-14
---

Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus, wie aus dem Haushaltsbericht hervorgeht.
`

const draft = `# Das Seefestival

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher.

Die Stadt Lindau gab für das Festival 1,9 Millionen Euro aus.
`

async function startWithDraft(t: TestContext, more: Partial<ClientOptions> = {}, text = draft, files = festival) {
  const folder = await folderOf(files, t)
  const client = await Client.start({ folders: [folder], locale: 'de', ...more }, t)
  const uri = uriOf(join(folder, 'entwurf.md'))
  await client.open(uri, text)
  return { folder, client, uri }
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)
const isContradicted = (diagnostics: readonly Diagnostic[]) => codes(diagnostics).join() === 'figure-contradicted'
const isClean = (diagnostics: readonly Diagnostic[]) => diagnostics.length === 0

/** Where the first `needle` stands in `text`, plus `by` characters. */
function positionOf(text: string, needle: string, by = 0) {
  const before = text.slice(0, text.indexOf(needle)).split('\n')
  return { line: before.length - 1, character: (before.at(-1) ?? '').length + by }
}

function rangeOf(text: string, needle: string): Range {
  return { start: positionOf(text, needle), end: positionOf(text, needle, needle.length) }
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: Range['start']) => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((changed, { range, newText }) => changed.slice(0, offset(range.start)) + newText + changed.slice(offset(range.end)), text)
}

for (const transport of ['stdio', 'ipc'] as const)
  test(`from initialize to exit over ${transport}`, options, async (t) => {
    const { client, folder, uri } = await startWithDraft(t, { transport })
    assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16')
    const [finding] = await client.diagnostics(uri, isContradicted)
    assert.equal(finding?.range.start.line, 4)
    assert.match(String(finding?.message), /1,4 Millionen Euro/)
    assert.match(finding?.codeDescription?.href ?? '', /figure-contradicted\.md$/)
    const [passage] = finding?.relatedInformation ?? []
    assert.equal(passage?.location.uri, uriOf(join(folder, 'sources/haushalt.txt')))
    assert.equal(passage?.location.range.start.line, 8)
    assert.equal(await client.stop(), 0)
    assert.equal(client.log, '')
  })

test('hover, definition and references', options, async (t) => {
  const capabilities: ClientCapabilities = { textDocument: { hover: { contentFormat: ['markdown'] }, definition: { linkSupport: true } } }
  const { client, folder, uri } = await startWithDraft(t, { capabilities })
  await client.diagnostics(uri, isContradicted)
  const at = { textDocument: { uri }, position: positionOf(draft, '1,9 Millionen', 2) }
  const hover = await client.request<Hover>('textDocument/hover', at)
  const { value } = hover.contents as MarkupContent
  assert.match(value, /^\*\*✗ Widerspricht der Quelle\*\*/)
  assert.match(value, /> .*\*\*1,4 Millionen Euro\*\*/)
  assert.match(value, /Bodensee-Bote · 14\.10\.2025/)
  assert.match(value, /haushalt\.txt#L9/)
  const [link] = await client.request<LocationLink[]>('textDocument/definition', at)
  assert.equal(link?.targetUri, uriOf(join(folder, 'sources/haushalt.txt')))
  assert.deepEqual(link?.originSelectionRange, rangeOf(draft, '1,9 Millionen Euro'))
  const places = await client.request<Location[]>('textDocument/references', { ...at, context: { includeDeclaration: true } })
  assert.deepEqual(
    places.map((place) => place.uri),
    [uri, uriOf(join(folder, 'sources/haushalt.txt'))],
  )
})

test('completion of a figure, an actor and a citation key', options, async (t) => {
  const text = `# Das Seefestival

Die Stadt Lindau gab für das Festival 1

Laut Haushaltsbericht [@haus
`
  const { client, uri } = await startWithDraft(t, {}, text)
  await client.ready()
  const complete = (needle: string) =>
    client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position: positionOf(text, needle, needle.length) })
  const figures = await complete('Festival 1')
  assert.equal(figures.items[0]?.textEdit?.newText, '1,4 Millionen Euro')
  const keys = await complete('[@haus')
  assert.equal(keys.items[0]?.label, 'haushalt')
  const edit = keys.items[0]?.textEdit
  assert.ok(edit !== undefined && 'range' in edit)
  assert.equal(applied(text, [edit]), text.replace('[@haus', '[@haushalt'))
})

test('an edit is answered, and the sentence being typed is left alone until it ends', options, async (t) => {
  const { client, uri } = await startWithDraft(t)
  await client.diagnostics(uri, isContradicted)
  const right = await client.change(uri, { range: rangeOf(draft, '1,9'), text: '1,4' })
  await client.diagnostics(uri, (diagnostics, version) => version === right && isClean(diagnostics))
  const fixed = draft.replace('1,9', '1,4')
  const typing = await client.change(uri, { range: rangeOf(fixed, '48.000'), text: '84.000' })
  await client.diagnostics(uri, (diagnostics, version) => version === typing && isClean(diagnostics))
  // Nothing follows but a pause.
  await client.diagnostics(uri, (diagnostics, version) => version === typing && isContradicted(diagnostics))
})

test('the quick fix takes the source’s figure', options, async (t) => {
  const { client, uri } = await startWithDraft(t)
  const diagnostics = await client.diagnostics(uri, isContradicted)
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: rangeOf(draft, '1,9 Millionen Euro'),
    context: { diagnostics },
  })
  const [preferred] = actions.filter(({ isPreferred }) => isPreferred)
  assert.equal(applied(draft, preferred?.edit?.changes?.[uri] ?? []), draft.replace('1,9', '1,4'))
  assert.deepEqual(codes(preferred?.diagnostics ?? []), ['figure-contradicted'])
  const ignore = actions.find(({ title }) => title.startsWith('Hier nicht melden'))
  const silenced = applied(draft, ignore?.edit?.changes?.[uri] ?? [])
  assert.match(silenced, /<!-- beleg-disable-next-line figure-contradicted -- Begründung -->\nDie Stadt Lindau/)
  const version = await client.change(uri, { text: silenced })
  await client.diagnostics(uri, (found, of) => of === version && isClean(found))
})

test('“not the same measure” is remembered beside beleg.yaml and holds from then on', options, async (t) => {
  const { client, folder, uri } = await startWithDraft(t)
  const diagnostics = await client.diagnostics(uri, isContradicted)
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: rangeOf(draft, '1,9 Millionen Euro'),
    context: { diagnostics },
  })
  const decide = actions.find(({ title }) => title.startsWith('Nicht dieselbe Größe'))
  const mark = client.count
  await client.request('workspace/executeCommand', { command: decide?.command?.command, arguments: decide?.command?.arguments })
  await client.diagnostics(uri, isClean, mark)
  assert.match(await readFile(join(folder, 'beleg.decisions.yaml'), 'utf8'), /source: haushalt\n +stated: 1,4 Millionen Euro/)
})

const named = `
@@ sources/rat.txt
Haushalt beschlossen

Bürgermeisterin Petra Moser legte den Haushalt vor. Petra Moser dankte der Stadt Lindau. Der Ortsverband Lindau schwieg.
@@ actors.yaml
# Wer ist wer
actors:
  - name: Petra Moser   # seit 2020
block: []
`

test('actors are renamed, merged and blocked in actors.yaml, and the view follows', options, async (t) => {
  const { client, folder, uri } = await startWithDraft(t, {}, '# A\n', named)
  await client.diagnostics(uri, isClean)
  const names = async () => (await client.request<ActorItem[]>('beleg/actors', {})).map(({ name }) => name)
  const run = (change: object) =>
    client.request('workspace/executeCommand', { command: 'beleg.server.changeActors', arguments: [{ folder: uriOf(folder), change }] })
  await client.message('beleg/status', ({ folders }: Status) => folders.some(({ state }) => state === 'ready'))
  await run({ kind: 'rename', name: 'Petra Moser', to: 'Petra Moser-Kern' })
  await run({ kind: 'block', name: 'Lindau' })
  assert.equal(
    (await readFile(join(folder, 'actors.yaml'), 'utf8')).trimEnd(),
    '# Wer ist wer\nactors:\n  - name: Petra Moser-Kern   # seit 2020\n    aliases: [Petra Moser]\nblock:\n  - Lindau',
  )
  assert.ok((await names()).includes('Petra Moser-Kern'))
  await writeFiles(folder, '@@ actors.yaml\nactors: [\n')
  await assert.rejects(run({ kind: 'block', name: 'Lindau' }), /Beheben Sie zuerst die Fehler/)
})

test('an actor is found in documents and sources, and renamed in documents only', options, async (t) => {
  const text = '# A\n\nDas sagte Petra Moser. Mosers Haushalt gilt.\n'
  const { client, folder, uri } = await startWithDraft(t, {}, text, `${named}@@ zweiter.md\nAuch Petra Moser schwieg.\n`)
  await client.diagnostics(uri, isClean)
  await client.message('beleg/status', ({ folders }: Status) => folders.some(({ state }) => state === 'ready'))
  const here = { textDocument: { uri }, position: positionOf(text, 'Petra', 2) }
  const second = uriOf(join(folder, 'zweiter.md'))
  const found = await client.request<Location[]>('textDocument/references', { ...here, context: { includeDeclaration: false } })
  assert.deepEqual(
    found.map((location) => location.uri),
    [uri, uri, second],
  )
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...here, newName: 'Petra Kern' })
  assert.deepEqual(Object.keys(edit.changes ?? {}), [uri, second])
  assert.equal(applied(text, edit.changes?.[uri] ?? []), '# A\n\nDas sagte Petra Kern. Kerns Haushalt gilt.\n')
})

test('diagnostics on request: full, unchanged, and asked for again when the corpus changes', options, async (t) => {
  const capabilities: ClientCapabilities = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
  }
  const { client, folder, uri } = await startWithDraft(t, { capabilities })
  const pull = (previousResultId?: string) =>
    client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    })
  await client.message('workspace/diagnostic/refresh')
  const first = await pull()
  assert.ok(first.kind === 'full' && isContradicted(first.items))
  assert.equal((await pull(first.resultId)).kind, 'unchanged')
  const source = join(folder, 'sources/haushalt.txt')
  await writeFile(source, (await readFile(source, 'utf8')).replace('1,4 Millionen', '1,9 Millionen'))
  let mark = client.count
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(source), type: 2 }] })
  // A first request to ask again may still be due to names that were read meanwhile.
  for (
    let second: DocumentDiagnosticReport = first;
    second.kind !== 'full' || !isClean(second.items);
    second = await pull(first.resultId)
  ) {
    await client.message('workspace/diagnostic/refresh', () => true, mark)
    mark = client.count
  }
  assert.deepEqual(client.messages('textDocument/publishDiagnostics'), [])
})

test('a long document that is judged for the first time is answered part by part to a client that asks', options, async (t) => {
  const capabilities: ClientCapabilities = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  }
  // Each paragraph is wrong in another way, since what was judged once is not judged again.
  const paragraphs = Array.from(
    { length: 600 },
    (_, at) => `Die Stadt Lindau gab für das Festival ${at + 3},9 Millionen Euro aus, heißt es im Haushaltsbericht.`,
  )
  const { client, uri } = await startWithDraft(t, { capabilities }, `# Das Seefestival\n\n${paragraphs.join('\n\n')}\n`)
  await client.message('workspace/diagnostic/refresh')
  const counts: number[] = []
  for (let previousResultId: string | undefined, mark = client.count; counts.at(-1) !== paragraphs.length; mark = client.count) {
    const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    })
    previousResultId = report.resultId
    if (report.kind === 'full') counts.push(report.items.length)
    if (counts.at(-1) !== paragraphs.length) await client.message('workspace/diagnostic/refresh', () => true, mark)
  }
  assert.ok(counts.length > 1, `${counts}`)
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => a - b),
  )
})

test('a source that changes on disk is noticed though the client cannot watch', options, async (t) => {
  const { client, folder, uri } = await startWithDraft(t)
  await client.diagnostics(uri, isContradicted)
  const mark = client.count
  await rm(join(folder, 'sources/haushalt.txt'))
  await client.diagnostics(uri, isClean, mark)
})

test('beleg.yaml: problems are shown in it, and its rules count at once', options, async (t) => {
  const { client, folder, uri } = await startWithDraft(t)
  await client.diagnostics(uri, isContradicted)
  const settings = join(folder, 'beleg.yaml')
  const news = () => client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(settings), type: 1 }] })
  const mark = client.count
  await writeFile(settings, 'rules: { figure-contradicted: off }\nsorces: []\n')
  await news()
  const [problem] = await client.diagnostics(uriOf(settings), (found) => found.length > 0, mark)
  assert.equal(problem?.range.start.line, 1)
  await client.diagnostics(uri, isClean, mark)
  const later = client.count
  await writeFile(settings, 'rules: {}\n')
  await news()
  await client.diagnostics(uriOf(settings), isClean, later)
  await client.diagnostics(uri, isContradicted, later)
})

test('mistakes in actors.yaml are shown in it', options, async (t) => {
  const files = `${festival}@@ beleg.yaml\nactors: actors.yaml\n@@ actors.yaml\nactors:\n  - name: Karl Weber\n    type: tree\n`
  const { client, folder } = await startWithDraft(t, {}, draft, files)
  const [mistake] = await client.diagnostics(uriOf(join(folder, 'actors.yaml')), (found) => found.length > 0)
  assert.equal(mistake?.range.start.line, 2)
})

test('two folders have two corpora; an unsaved document belongs to the first; one outside has its own folder', options, async (t) => {
  const first = await folderOf(festival, t)
  const second = await folderOf(festival.replaceAll('1,4 Millionen', '1,9 Millionen'), t)
  const outside = await folderOf(festival, t)
  const client = await Client.start({ folders: [first, second], locale: 'de' }, t)
  const [a, b, c] = [first, second, outside].map((folder) => uriOf(join(folder, 'entwurf.md')))
  assert.ok(a !== undefined && b !== undefined && c !== undefined)
  for (const uri of [a, b, c, 'untitled:Untitled-1']) await client.open(uri, draft)
  await client.diagnostics(a, isContradicted)
  await client.diagnostics(b, isClean)
  await client.diagnostics(c, isContradicted)
  await client.diagnostics('untitled:Untitled-1', isContradicted)
  assert.equal(await client.stop(), 0)
})

test('a source is evidence and is not checked, even where it is open', options, async (t) => {
  const { client, folder, uri } = await startWithDraft(
    t,
    {},
    draft,
    `${festival}@@ sources/notiz.md\nDie Stadt Lindau gab 1,9 Millionen Euro aus.\n`,
  )
  await client.diagnostics(uri)
  const source = uriOf(join(folder, 'sources/notiz.md'))
  await client.open(source, await readFile(join(folder, 'sources/notiz.md'), 'utf8'))
  assert.equal(await client.request('textDocument/hover', { textDocument: { uri: source }, position: { line: 0, character: 25 } }), null)
})

test('positions in UTF-8 for a client that counts bytes', options, async (t) => {
  const text = `${draft}\n„Ä😀“ und 1,9 Millionen Euro gab die Stadt Lindau für das Festival aus.\n`
  const { client, uri } = await startWithDraft(t, { capabilities: { general: { positionEncodings: ['utf-8'] } } }, text)
  assert.equal(client.initialized.capabilities.positionEncoding, 'utf-8')
  const found = await client.diagnostics(uri, (diagnostics) => diagnostics.length === 2)
  const line = text.split('\n')[6] ?? ''
  const bytes = Buffer.byteLength(line.slice(0, line.indexOf('1,9')))
  assert.equal(found[1]?.range.start.character, bytes)
  const version = await client.change(uri, {
    range: { start: { line: 6, character: bytes }, end: { line: 6, character: bytes + 3 } },
    text: '1,4',
  })
  await client.diagnostics(uri, (diagnostics, of) => of === version && isContradicted(diagnostics))
})

test('all documents are checked, closed ones too; what is fixed on disk disappears', options, async (t) => {
  const other = `${festival}@@ andere.md\n${draft}`
  const { client, folder, uri } = await startWithDraft(t, {}, draft, other)
  await client.diagnostics(uri, isContradicted)
  await writeFile(join(folder, 'entwurf.md'), draft)
  const answer = await client.request<CheckAllAnswer>('beleg/checkAll', {})
  assert.deepEqual(
    { ...answer, counts: { supported: answer.counts.supported, contradicted: answer.counts.contradicted } },
    { documents: 2, figures: 4, findings: 2, counts: { supported: 2, contradicted: 2 }, cancelled: false },
  )
  const closed = uriOf(join(folder, 'andere.md'))
  await client.diagnostics(closed, isContradicted)
  const mark = client.count
  await writeFiles(folder, `@@ andere.md\n${draft.replace('1,9', '1,4')}`)
  await client.diagnostics(closed, isClean, mark)
})

test('the views get sources, figures and the report', options, async (t) => {
  const { client, folder, uri } = await startWithDraft(t, {}, draft, `${festival}@@ sources/leer.txt\n`)
  await client.diagnostics(uri, isContradicted)
  await writeFile(join(folder, 'sources/leer.txt'), '')
  const { sources, skipped } = await client.request<SourcesAnswer>('beleg/sources', {})
  assert.deepEqual(
    sources.map(({ key, publisher }) => [key, publisher]),
    [
      ['bilanz', 'Bodensee-Bote'],
      ['haushalt', 'Bodensee-Bote'],
    ],
  )
  assert.deepEqual(
    skipped.map(({ path, message }) => [path, message]),
    [['sources/leer.txt', 'Die Datei ist leer.']],
  )
  const { figures } = await client.request<FiguresAnswer>('beleg/figures', { uri })
  assert.deepEqual(
    figures.map(({ text, verdict }) => [text, verdict]),
    [
      ['48.000 Besucher', 'supported'],
      ['1,9 Millionen Euro', 'contradicted'],
    ],
  )
  assert.equal(figures[1]?.evidence.find(({ relation }) => relation === 'contradicts')?.figure, '1,4 Millionen Euro')
  const { html } = await client.request<{ html: string }>('beleg/report', { uris: [uri] })
  assert.match(html, /^<!doctype html>/)
})

test('renaming a key changes every document and the bibliography', options, async (t) => {
  const files = `${festival}@@ beleg.yaml
bibliography: literatur.bib
@@ literatur.bib
@book{meier, title = {Feste feiern}}
@@ andere.md
Wie [@meier, S. 3] schreibt.
`
  const text = 'Laut @meier war es laut.\n'
  const { client, folder, uri } = await startWithDraft(t, {}, text, files)
  await client.diagnostics(uri, isClean)
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
    textDocument: { uri },
    position: positionOf(text, '@meier', 2),
    newName: 'meier2025',
  })
  assert.deepEqual(
    Object.entries(edit.changes ?? {}).map(([changed, edits]) => [changed, edits.map(({ newText }) => newText)]),
    [uri, uriOf(join(folder, 'andere.md')), uriOf(join(folder, 'literatur.bib'))].map((changed) => [changed, ['meier2025']]),
  )
})

test('a client that offers settings is asked for them; switched off means silent', options, async (t) => {
  const capabilities: ClientCapabilities = { workspace: { configuration: true } }
  const { client, uri } = await startWithDraft(t, { capabilities, settings: { enable: false } })
  await client.ready()
  assert.equal(await client.request('textDocument/hover', { textDocument: { uri }, position: positionOf(draft, '1,9') }), null)
  assert.ok(await client.diagnostics(uri, isClean))
})

test('what the editor excludes, and a .gitignore that appears, is no source', options, async (t) => {
  const capabilities: ClientCapabilities = { workspace: { configuration: true } }
  const { client, folder } = await startWithDraft(t, { capabilities, settings: { 'sources/haushalt.txt': true, alt: false } })
  await client.ready()
  const keys = async () => (await client.request<SourcesAnswer>('beleg/sources', {})).sources.map(({ key }) => key)
  assert.deepEqual(await keys(), ['bilanz'])
  const ignoring = join(folder, 'sources/.gitignore')
  await writeFile(ignoring, 'bilanz.*\n')
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(ignoring), type: 1 }] })
  await client.message<{ folders: readonly { state: string; sources: number }[] }>(
    'beleg/status',
    ({ folders }) => folders[0]?.state === 'ready' && folders[0].sources === 0,
  )
  assert.deepEqual(await keys(), [])
})

test('a source that is no text file opens as its extracted text, where the client can show that', options, async (t) => {
  const page = '<!doctype html><title>Was das Seefestival kostet</title><article><h1>Was das Seefestival kostet</h1>'
  const files = `@@ sources/haushalt.html
${page}<p>Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus, wie aus dem Haushaltsbericht hervorgeht. Der Rat stimmte dem am Montag nach langer Sitzung zu.</p></article>
`
  const capabilities: ClientCapabilities = {
    workspace: { textDocumentContent: {} },
    textDocument: { hover: { contentFormat: ['markdown'] }, definition: { linkSupport: true } },
  }
  const { client, uri } = await startWithDraft(t, { capabilities }, draft, files)
  await client.diagnostics(uri, isContradicted)
  const [link] = await client.request<LocationLink[]>('textDocument/definition', {
    textDocument: { uri },
    position: positionOf(draft, '1,9', 1),
  })
  assert.match(link?.targetUri ?? '', /^beleg-source:.*haushalt\.html\.txt\?haushalt$/)
  const { text } = await client.request<{ text: string }>('workspace/textDocumentContent', { uri: link?.targetUri })
  const { start, end } = link?.targetSelectionRange ?? assert.fail()
  assert.equal(text.split('\n')[start.line]?.slice(start.character, end.character), '1,4 Millionen Euro')
  // A hover follows no addresses of our own.
  const at = { textDocument: { uri }, position: positionOf(draft, '1,9', 1) }
  const { value } = (await client.request<Hover>('textDocument/hover', at)).contents as MarkupContent
  assert.match(value, /\(<?file:\/\/[^)]*\/sources\/haushalt\.html>?\)/)
})
