/** What an author meets while writing, asked of the bundled server over a pipe: one test for each promise. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  PublishDiagnosticsParams,
  Range,
  SemanticTokens,
  ShowDocumentParams,
  TextEdit,
} from 'vscode-languageserver-protocol'
import { Client, type ClientOptions, folderOf, uriOf } from '../support/client'

const options = { timeout: 90_000 }

const sources = `
@@ sources/bilanz.txt
---
title: Seefestival zieht Bilanz
publisher: Bodensee-Bote
author: Anna Meier
date: 2025-09-02
---

Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher, so viele wie nie zuvor. Bürgermeister Karl Weber dankte allen Helfern.
@@ sources/haushalt.txt
---
title: Was das Seefestival kostet
publisher: Seeblatt
date: 2025-10-14
---

Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus, wie aus dem Haushaltsbericht hervorgeht. Der Umbau des Bahnhofs von Lindau kostete mehr als 40 Millionen Euro.
`

const draft = `# Das Seefestival

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher.

Die Stadt Lindau gab für das Festival 1,9 Millionen Euro aus.
`

async function opened(t: TestContext, text: string, more: Partial<ClientOptions> = {}, files = sources) {
  const folder = await folderOf(files, t)
  const client = await Client.start({ folders: [folder], locale: 'de', ...more }, t)
  const uri = uriOf(join(folder, 'entwurf.md'))
  await client.open(uri, text)
  await client.ready()
  const ask = <Answer>(method: string, needle: string, by = 0, params: object = {}) =>
    client.request<Answer>(`textDocument/${method}`, { textDocument: { uri }, position: positionOf(text, needle, by), ...params })
  return { folder, client, uri, ask }
}

const isContradicted = (found: readonly Diagnostic[]) => found.length === 1 && found[0]?.code === 'figure-contradicted'

function positionOf(text: string, needle: string, by = 0) {
  assert.ok(text.includes(needle), `„${needle}“ is not there`)
  const before = text.slice(0, text.indexOf(needle)).split(/\r?\n/)
  return { line: before.length - 1, character: (before.at(-1) ?? '').length + by }
}

function textIn(text: string, { start, end }: Range): string {
  const lines = text.split(/\r?\n/)
  assert.equal(start.line, end.line)
  return (lines[start.line] ?? '').slice(start.character, end.character)
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: Range['start']) => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((changed, { range, newText }) => changed.slice(0, offset(range.start)) + newText + changed.slice(offset(range.end)), text)
}

function accepted(text: string, item: CompletionItem | undefined): string {
  const edit = item?.textEdit
  assert.ok(edit !== undefined && 'range' in edit)
  return applied(text, [edit]).trimEnd()
}

test('a squiggle goes along with what is typed elsewhere, in the very first answer', options, async (t) => {
  const { client, uri } = await opened(t, draft)
  await client.diagnostics(uri, isContradicted)
  let text = draft
  for (const typed of ['Ein', ' neuer', ' Satz.', '\n\n', '😀 ']) {
    const at = positionOf(text, 'Zum Seefestival')
    const mark = client.count
    const version = await client.change(uri, { range: { start: at, end: at }, text: typed })
    text = text.replace('Zum Seefestival', `${typed}Zum Seefestival`)
    const [finding] = await client.diagnostics(uri, (_, of) => of === version, mark)
    assert.equal(finding && textIn(text, finding.range), '1,9 Millionen Euro')
  }
})

test('typing on behind a squiggle leaves it there; typing into it takes it away at once', options, async (t) => {
  const text = 'Die Stadt Lindau gab für das Festival 1,9 Millionen Euro'
  const { client, uri } = await opened(t, text)
  await client.diagnostics(uri, isContradicted)
  const type = async (needle: string, by: number, typed: string) => {
    const at = positionOf(text, needle, by)
    const mark = client.count
    const version = await client.change(uri, { range: { start: at, end: at }, text: typed })
    return client.diagnostics(uri, (_, of) => of === version, mark)
  }
  assert.ok(isContradicted(await type('Euro', 4, ' ')))
  assert.ok(isContradicted(await type('Euro', 4, ' aus')))
  assert.deepEqual(await type('1,9', 3, '5'), [])
})

test('versions only grow, and the last is answered', options, async (t) => {
  const { client, uri } = await opened(t, draft)
  await client.diagnostics(uri, isContradicted)
  const end = { line: 2, character: 0 }
  let last = 0
  for (const letter of 'Der Sommer war lang. ') last = await client.change(uri, { range: { start: end, end }, text: letter })
  await client.diagnostics(uri, (_, version) => version === last)
  const versions = client.messages('textDocument/publishDiagnostics').map((params) => (params as PublishDiagnosticsParams).version ?? 0)
  assert.deepEqual(
    versions,
    versions.toSorted((a, b) => a - b),
  )
})

test('nothing is said before the corpus has been read', options, async (t) => {
  const many = Array.from({ length: 300 }, (_, at) => `@@ sources/n${at}.txt\nNotiz ${at}\n\nIm Ort ${at} wohnen ${1000 + at} Menschen.\n`)
  const { client, uri } = await opened(t, draft, {}, sources + many.join(''))
  await client.diagnostics(uri, isContradicted)
  const first = client.messages('textDocument/publishDiagnostics')[0] as PublishDiagnosticsParams
  assert.ok(isContradicted(first.diagnostics))
})

test('a diagnostic carries its passage, the page of its rule, and its fixes', options, async (t) => {
  const { client, uri, folder } = await opened(t, draft)
  const [finding] = await client.diagnostics(uri, isContradicted)
  const [passage] = finding?.relatedInformation ?? []
  assert.equal(passage?.location.uri, uriOf(join(folder, 'sources/haushalt.txt')))
  assert.match(passage?.message ?? '', /^Seeblatt, Was das Seefestival kostet: .*1,4 Millionen Euro/)
  assert.ok(existsSync(fileURLToPath(finding?.codeDescription?.href ?? '')))
  const data = finding?.data as { rule: string; fixes: { title: string; edits: TextEdit[] }[] }
  assert.equal(data.rule, 'figure-contradicted')
  assert.equal(applied(draft, data.fixes[0]?.edits ?? []), draft.replace('1,9', '1,4'))
})

test('hover: several sources ranked, their disagreement, nothing of theirs as markup or command', options, async (t) => {
  const hostile = `${sources}@@ sources/zweite.txt
---
title: "<img src=x> [Klick](command:evil) **fett**"
publisher: "[Bote](https://example.org)"
date: 2025-09-02
---

Ruhiges Fest am See

Zum Seefestival in Lindau kamen insgesamt 51.000 Besucher. Die Polizei sprach von einem ruhigen Verlauf, das Wetter blieb bis zum letzten Abend schön, und die Züge fuhren pünktlich.
`
  const text = 'Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher.\n'
  const capabilities: ClientCapabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } }
  const { ask } = await opened(t, text, { capabilities }, hostile)
  const { value } = (await ask<Hover>('hover', '48.000')).contents as MarkupContent
  assert.match(value, /^\*\*≠ Quellen uneins\*\*/)
  const [supports, contradicts] = [value.indexOf('stützt: '), value.indexOf('widerspricht: ')]
  assert.ok(supports > 0 && contradicts > supports)
  assert.match(value, /\*\*51\.000 Besucher\*\*/)
  assert.doesNotMatch(value, /(?<!\\)<img|(?<!\\)\]\(<?(?:command|https):/)
})

test('hover over a citation: the reference, and what the paragraph takes from it', options, async (t) => {
  const text = 'Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus [@haushalt, S. 3].\n'
  const { ask } = await opened(t, text)
  const { value } = (await ask<Hover>('hover', '@haushalt', 3)).contents as MarkupContent
  assert.match(value, /Was das Seefestival kostet/)
  assert.match(value, /stützt: 1,4 Millionen Euro ← /)
})

test(
  'completion of figures: in the document’s language, with a citation if wished, in place of exactly what was typed',
  options,
  async (t) => {
    const text = '---\nlang: en\n---\n\nThe town of Lindau spent 1 on the Seefestival, Millionen Euro.\n'
    const capabilities: ClientCapabilities = { workspace: { configuration: true } }
    const { ask, client, uri } = await opened(t, text, { capabilities, settings: { citeCompletedFigures: true } })
    const { items } = await ask<CompletionList>('completion', 'spent 1', 7, { context: { triggerKind: 1 } })
    const item = items.find(({ label }) => label.startsWith('1.4'))
    assert.equal(accepted(text, item), text.replace('spent 1', 'spent 1.4 million euros [@haushalt]').trimEnd())
    // By a digit, not by a letter.
    const typed = { context: { triggerKind: 2, triggerCharacter: '1' } }
    assert.ok((await ask<CompletionList>('completion', 'spent 1', 7, typed)).items.length > 0)
    assert.equal((await ask<CompletionList>('completion', 'town', 2, typed)).items.length, 0)
    await client.diagnostics(uri)
  },
)

test('completion of keys: by parts of key, title, author, publisher and date', options, async (t) => {
  for (const [typed, key] of [
    ['ausha', 'haushalt'],
    ['zieht', 'bilanz'],
    ['meier', 'bilanz'],
    ['seebl', 'haushalt'],
    ['2025-10', 'haushalt'],
  ] as const) {
    const text = `Wie es steht [@${typed}\n`
    const { ask } = await opened(t, text)
    const { items } = await ask<CompletionList>('completion', `@${typed}`, typed.length + 1)
    assert.deepEqual(
      items.map(({ label }) => label),
      [key],
    )
    assert.equal(accepted(text, items[0]), `Wie es steht [@${key}`)
  }
})

test('actions: hedge, citation, evidence; and one edit for all citations', options, async (t) => {
  const text = `Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher.

Der Umbau des Bahnhofs von Lindau kostete 40 Millionen Euro.
`
  const { client, uri, folder } = await opened(t, text, { capabilities: { window: { showDocument: { support: true } } } })
  const actions = (needle: string, only?: string[]) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: positionOf(text, needle), end: positionOf(text, needle, 2) },
      context: { diagnostics: [], ...(only && { only }) },
    })
  const after = (action: CodeAction | undefined) => applied(text, action?.edit?.changes?.[uri] ?? [])
  const bahnhof = await actions('40 Mill')
  assert.equal(after(bahnhof.find(({ title }) => title.includes('mehr als'))), text.replace('40 Mill', 'mehr als 40 Mill'))
  const visitors = await actions('48.000')
  const cite = visitors.find(({ title }) => title.startsWith('Quelle angeben'))
  assert.equal(after(cite), text.replace('Besucher.', 'Besucher [@bilanz].'))
  const open = visitors.find(({ title }) => title.startsWith('Beleg öffnen'))
  await client.request('workspace/executeCommand', { command: open?.command?.command, arguments: open?.command?.arguments })
  const shown = await client.message<ShowDocumentParams>('window/showDocument')
  assert.equal(shown.uri, uriOf(join(folder, 'sources/bilanz.txt')))
  assert.equal(shown.selection?.start.line, 9)
  const [all] = await actions('48.000', ['source.fixAll'])
  assert.match(after(all), /Besucher \[@bilanz\]\./)
})

test('places of a key and of an actor, links, highlights, symbols and folds', options, async (t) => {
  const text = `# Fest

Bürgermeister Karl Weber dankte [@bilanz]. Auch Weber war da.

## Zahlen

Zum Seefestival in Lindau kamen 48.000 Besucher [@bilanz].
`
  const { client, uri, ask, folder } = await opened(t, text)
  const doc = { textDocument: { uri } }
  const references = (needle: string) => ask<Location[]>('references', needle, 2, { context: { includeDeclaration: false } })
  assert.equal((await references('@bilanz')).length, 2)
  assert.equal((await references('Weber')).length, 2)
  assert.equal((await ask<DocumentHighlight[]>('documentHighlight', '@bilanz', 2)).length, 2)
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', doc)
  assert.deepEqual(new Set(links.map(({ target }) => target)), new Set([uriOf(join(folder, 'sources/bilanz.txt'))]))
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', doc)
  const [fest] = symbols
  assert.equal(fest?.name, 'Fest')
  const [numbers] = fest?.children ?? []
  assert.deepEqual(
    [numbers?.name, numbers?.children?.map(({ name, detail }) => [name, detail])],
    ['Zahlen', [['48.000 Besucher', 'belegt']]],
  )
  const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', doc)
  assert.deepEqual(
    folds.map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [0, 6],
      [4, 6],
    ],
  )
})

test('lens, hints and colours are off until they are wished', options, async (t) => {
  const capabilities: ClientCapabilities = { workspace: { configuration: true } }
  const drawn = async (settings: Record<string, unknown>) => {
    const { client, uri } = await opened(t, draft, { capabilities, settings })
    const doc = { textDocument: { uri } }
    const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } }
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', doc)
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { ...doc, range })
    const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', doc)
    return [lenses.map(({ command }) => command?.title), hints.map(({ label }) => label), tokens.data.length / 5]
  }
  assert.deepEqual(await drawn({}), [[], [], 0])
  const [lenses, hints, tokens] = await drawn({ codeLens: true, inlayHints: true, semanticHighlighting: true })
  assert.deepEqual(lenses, ['2 Zahlen: 1 belegt, 1 widersprochen'])
  assert.deepEqual(hints, ['← bilanz'])
  assert.equal(tokens, 2)
})

test('each behaviour has a switch, which counts from the next answer on', options, async (t) => {
  const text = `${draft}\nBürgermeister Karl Weber dankte [@bilanz]. Auch Weber war da.\n\nHerr Web\n`
  const capabilities: ClientCapabilities = { workspace: { configuration: true } }
  const settings: Record<string, unknown> = {}
  const registry = '@@ actors.yaml\nactors:\n  - {name: Karl Weber, type: person}\n'
  const { client, uri, ask } = await opened(t, text, { capabilities, settings }, sources + registry)
  const doc = { textDocument: { uri } }
  const completed = async (needle: string, by: number) => (await ask<CompletionList>('completion', needle, by)).items.length
  const behaviours: Readonly<Record<string, () => Promise<number>>> = {
    hover: async () => ((await ask<Hover | null>('hover', '48.000', 1)) === null ? 0 : 1),
    completeFigures: () => completed('48.000', 2),
    completeActors: () => completed('Herr Web', 8),
    completeCitations: () => completed('@bilanz', 3),
    quickFixes: async () => {
      const range = { start: positionOf(text, '1,9'), end: positionOf(text, '1,9', 2) }
      return (await client.request<CodeAction[]>('textDocument/codeAction', { ...doc, range, context: { diagnostics: [] } })).length
    },
    links: async () => (await client.request<DocumentLink[]>('textDocument/documentLink', doc)).length,
    highlights: async () => ((await ask<DocumentHighlight[] | null>('documentHighlight', 'Weber', 1)) ?? []).length,
  }
  const change = async (name: string, on: boolean) => {
    settings[name] = on
    await client.notify('workspace/didChangeConfiguration', { settings: null })
  }
  await client.diagnostics(uri, isContradicted)
  await change('diagnostics', false)
  await client.diagnostics(uri, (found) => found.length === 0)
  for (const [name, count] of Object.entries(behaviours)) {
    assert.notEqual(await count(), 0, name)
    await change(name, false)
    assert.equal(await count(), 0, name)
    await change(name, true)
    assert.notEqual(await count(), 0, name)
  }
  await change('diagnostics', true)
  await client.diagnostics(uri, isContradicted)
})

test(
  'without a workspace a document is checked beside the sources of its own folder, an untitled one gives no answer and no error',
  options,
  async (t) => {
    const folder = await folderOf(sources, t)
    const client = await Client.start({ folders: [], locale: 'de' }, t)
    const uri = uriOf(join(folder, 'entwurf.md'))
    await client.open('untitled:Untitled-1', draft)
    await client.open(uri, draft)
    await client.diagnostics(uri, isContradicted)
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri: 'untitled:Untitled-1' }, position: { line: 2, character: 50 } }),
      null,
    )
    assert.equal(await client.stop(), 0)
    assert.equal(client.log, '')
  },
)

test('two hundred pages: completion does not wait for the judgement of all of it, nor does the next keystroke', options, async (t) => {
  const page = `Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher. ${'Am Ufer war es warm, und viele blieben lange sitzen. '.repeat(28)}\n\n`
  const text = `${Array.from({ length: 200 }, (_, at) => `## Seite ${at + 1}\n\n${page.replace('48.000', String(48_000 + (at % 7)))}`).join('')}${draft}`
  const { client, uri, ask } = await opened(t, text)
  const completion = ask<CompletionList>('completion', '1,9 Millionen', 3, { context: { triggerKind: 1 } })
  const first = await Promise.race([completion.then(() => 'completion'), client.diagnostics(uri).then(() => 'diagnostics')])
  assert.equal(first, 'completion')
  const at = positionOf(text, '# Das Seefestival', 5)
  const version = await client.change(uri, { range: { start: at, end: at }, text: 'X' })
  await client.diagnostics(uri, (found, of) => of === version && found.length > 0)
})

test(
  'the findings of a long document come as they are found, and none is taken back; a hover does not wait for all',
  options,
  async (t) => {
    const paragraph = (at: number) =>
      `Zum Seefestival in Lindau kamen im Jahr ${1500 + at} insgesamt ${50_000 + at} Besucher, die Stadt gab ${at + 3},9 Millionen Euro aus. `
    const text = Array.from({ length: 400 }, (_, at) => paragraph(at)).join('\n\n') + draft.slice(draft.indexOf('\n\n'))
    const { client, uri, ask } = await opened(t, draft)
    await client.diagnostics(uri, (found) => found.length > 0)
    const other = uri.replace('entwurf', 'lang')
    const mark = client.count
    await client.open(other, text)
    const hover = ask<Hover>('hover', draft, 0, { textDocument: { uri: other }, position: positionOf(text, 'Festival 1,9', 10) })
    const whole = ask('documentHighlight', draft, 0, { textDocument: { uri: other } })
    assert.equal(await Promise.race([hover.then(() => 'hover'), whole.then(() => 'whole')]), 'hover')
    assert.match(JSON.stringify((await hover).contents), /1,4 Millionen/)
    await whole
    const all = await client.diagnostics(other, (found) => found.length >= 300, mark)
    const sent = client.messages('textDocument/publishDiagnostics') as { uri: string; diagnostics: Diagnostic[] }[]
    const batches = sent
      .filter((message) => message.uri === other)
      .map(({ diagnostics }) => diagnostics.map(({ range }) => JSON.stringify(range)))
    assert.ok(batches.length > 1, `${batches.length} batches`)
    assert.ok(all.length >= 300)
    for (const [at, batch] of batches.entries()) for (const range of batches[at - 1] ?? []) assert.ok(batch.includes(range), range)
  },
)

test(
  'front matter, tables, footnotes, math, fences, wiki links, Windows line ends and emoji: the right words are marked',
  options,
  async (t) => {
    const text = [
      '---',
      'title: 77 Millionen Euro',
      'lang: de',
      '---',
      '',
      '# Das 😀 Fest mit [[Notiz 99|99 Wünschen]]',
      '',
      '$$',
      'x = 1{,}9',
      '$$',
      '',
      '```{python}',
      'kosten = "1,9 Millionen Euro"',
      '```',
      '',
      '::: {.callout-note}',
      '😀 Die Stadt Lindau gab für das Festival **1,8 Millionen Euro** aus.[^1]',
      ':::',
      '',
      '| Posten | Ausgaben der Stadt Lindau |',
      '| --- | ---: |',
      '| Umbau des Bahnhofs von Lindau | 90 Millionen Euro |',
      '',
      '[^1]: Zum Seefestival in Lindau kamen insgesamt 84.000 Besucher.',
      '',
    ].join('\r\n')
    const { client, uri } = await opened(t, text)
    // On a busy machine the paragraphs above come first.
    const found = await client.diagnostics(uri, (diagnostics) => diagnostics.some(({ range }) => textIn(text, range) === '84.000 Besucher'))
    const marked = found.filter(({ code }) => code === 'figure-contradicted').map(({ range }) => textIn(text, range))
    assert.ok(marked.includes('1,8 Millionen Euro') && marked.includes('84.000 Besucher'), marked.join('; '))
    assert.ok(
      marked.every((words) => ['1,8 Millionen Euro', '84.000 Besucher', '90 Millionen Euro'].includes(words)),
      marked.join('; '),
    )
  },
)
