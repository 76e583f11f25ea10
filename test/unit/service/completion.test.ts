/** Completion as a typist meets it: the text before, the entry, the text after. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorsOf } from '../../../server/src/actor/recognise'
import { emptyRegistry } from '../../../server/src/actor/registry'
import { parseDocument } from '../../../server/src/analysis/parse'
import { drawnOnAt, emptyMemory, recheck } from '../../../server/src/service/check'
import { type Completion, complete, leadAt } from '../../../server/src/service/completion'
import { createSourceReadings } from '../../../server/src/service/readings'
import { defaultSettings } from '../../../server/src/settings/parse'
import { workspaceOf } from '../../support/corpus'
import { fileWithCursor } from '../../support/marked'

const sources = `
@@ sources/bilanz.txt
---
title: Seefestival zieht Bilanz
publisher: Bodensee-Bote
date: 2025-09-02
---

Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher. Bürgermeister Karl Weber dankte allen.
@@ sources/haushalt.txt
---
title: Was das Seefestival kostet
publisher: Seeblatt
date: 2025-10-14
---

Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus. Die Bühne kostete 120.000 Euro.
`

async function placeIn(document: string) {
  const { index, documents } = await workspaceOf(`${sources}@@ entwurf.md\n${document}`)
  return { ...fileWithCursor(documents), corpus: { index, generation: 0, readings: createSourceReadings() } }
}

async function completed(document: string, { requested = true, cite = false } = {}) {
  const { text, cursor, corpus } = await placeIn(document)
  const { items } = await complete(parseDocument(text), cursor, {
    locale: 'de',
    corpus,
    bibliography: new Map([
      ['meier', { key: 'meier', title: 'Feste feiern', authors: ['Anna Meier'], date: '2020', span: { start: 0, end: 0 } }],
    ]),
    registry: emptyRegistry,
    mentions: actorsOf(parseDocument(text).prose.body),
    offers: { figure: true, actor: true, citation: true },
    requested,
    cite,
  })
  const accept = (item: Completion | undefined) =>
    item && (text.slice(0, item.edit.start) + item.edit.newText + text.slice(item.edit.end)).trimEnd()
  return { items, labels: items.map(({ label }) => label), accept }
}

test('a digit brings the figure that the sentence is about', async () => {
  const { items, accept } = await completed('Die Stadt Lindau gab für das Festival 1<|>', { requested: false })
  assert.equal(accept(items[0]), 'Die Stadt Lindau gab für das Festival 1,4 Millionen Euro')
  assert.equal(items[0]?.origin, 'Seeblatt, 14.10.2025')
  assert.match(items[0]?.documentation ?? '', /\*\*1,4 Millionen Euro\*\*/)
})

test('exactly the typed part is replaced', async () => {
  const { items, accept } = await completed('Die Stadt Lindau gab für das Festival 1,4<|> aus.')
  assert.equal(accept(items[0]), 'Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus.')
})

test('on request every figure comes, the likeliest first', async () => {
  const { labels } = await completed('Zum Seefestival in Lindau kamen <|>')
  assert.match(labels[0] ?? '', /^48\.000/)
  assert.ok(labels.some((label) => label.startsWith('120.000')))
})

test('of the citation keys those come first that the paragraph draws on, not the most recent', async () => {
  const festival = 'Zum Seefestival kamen 48.000 Besucher nach Lindau, der Bürgermeister dankte allen [@<|>'
  assert.deepEqual((await completed(festival)).labels, ['bilanz', 'haushalt', 'meier'])
  const money = 'Für das Festival gab die Stadt Lindau Millionen aus, die Bühne war teuer [@<|>'
  assert.deepEqual((await completed(money)).labels, ['haushalt', 'bilanz', 'meier'])
})

test('an author who types is offered what is at hand, and all of it as soon as the sources have been read', async () => {
  const { text, cursor, corpus } = await placeIn('Für das Seefestival gab die Stadt Lindau 2<|> Millionen Euro')
  const edited = `${text.slice(0, cursor - 1)}1`
  const document = parseDocument(edited)
  const { memory } = await recheck(
    { text, path: 'entwurf.md', ...corpus, settings: defaultSettings, locale: 'de', forCompletion: true },
    emptyMemory,
  )
  const context = {
    ...({ locale: 'de', bibliography: new Map(), registry: emptyRegistry, mentions: [], requested: true, cite: false } as const),
    offers: { figure: true, actor: true, citation: true },
    ...{ hasTime: () => false, drawn: drawnOnAt(memory, document, edited.length) },
  }
  const unread = { ...corpus, readings: createSourceReadings() }
  const quick = await complete(document, edited.length, { ...context, corpus: unread })
  assert.deepEqual([quick.items[0]?.label, quick.isPartial], ['1,4 Millionen Euro', true])
  const nothing = await complete(document, edited.length, { ...context, corpus: unread, drawn: [] })
  assert.deepEqual([nothing.items.map(({ label }) => label), nothing.isPartial], [['1,4 Millionen Euro', '120.000 Euro'], true])
  const lead = await leadAt(document, edited.length, unread, () => true)
  const { isPartial, items } = await complete(document, edited.length, { ...context, corpus: unread, lead })
  const { hasTime: _, drawn: __, ...patient } = context
  const whole = await complete(document, edited.length, { ...patient, corpus })
  assert.equal(isPartial, false)
  assert.deepEqual(items, whole.items)
  const later = parseDocument(edited.replace('gab', 'gab am Ende'))
  const next = await complete(later, later.text.length, { ...context, corpus: unread, lead, drawn: [] })
  assert.deepEqual([next.items[0]?.label, next.isPartial], ['1,4 Millionen Euro', true])
})

test('without a digit and without a request nothing comes', async () => {
  assert.deepEqual((await completed('Zum Seefestival in Lindau kamen <|>', { requested: false })).items, [])
})

test('a figure brings its citation where the author wants that', async () => {
  const { items, accept } = await completed('Die Stadt Lindau gab für das Festival 1<|>', { cite: true })
  assert.equal(accept(items[0]), 'Die Stadt Lindau gab für das Festival 1,4 Millionen Euro [@haushalt]')
})

const keys = [
  ['by key', '[@haus<|>]', '[@haushalt]'],
  ['by a word of the title', '[@Bilanz<|>]', '[@bilanz]'],
  ['by publisher', '[@Seebl<|>]', '[@haushalt]'],
  ['by date', '[@2025-09<|>]', '[@bilanz]'],
  ['from the bibliography, by author', '[@Meier<|>]', '[@meier]'],
  ['in the text', 'Wie @haus<|> schreibt', 'Wie @haushalt schreibt'],
  ['the whole key is replaced', '[@ha<|>us]', '[@haushalt]'],
  ['after another', '[@bilanz; @haus<|>]', '[@bilanz; @haushalt]'],
] as const
for (const [how, before, after] of keys)
  test(`a citation key ${how}`, async () => {
    const { items, accept } = await completed(before)
    assert.equal(accept(items[0]), after)
  })

test('a bare @ lists the most recent first', async () => {
  const { labels } = await completed('Siehe [@<|>]')
  assert.deepEqual(labels.slice(0, 2), ['haushalt', 'bilanz'])
})

test('an actor from two letters, together with the words before', async () => {
  const { items, accept } = await completed('Gestern sprach Karl We<|>')
  assert.equal(accept(items[0]), 'Gestern sprach Karl Weber')
})

test('an actor from one letter, with kind, role and number of sources', async () => {
  const { items } = await completed('Gestern sprach W<|>')
  const weber = items.find(({ label }) => label === 'Karl Weber')
  assert.match(weber?.detail ?? '', /^Person/)
  assert.match(weber?.origin ?? '', /^in \d+ Quellen?$/)
})

test('an actor by initials', async () => {
  const { labels } = await completed('Gestern sprach KW<|>')
  assert.equal(labels[0], 'Karl Weber')
})

test('the surname where the full name stands already', async () => {
  const { items, accept } = await completed('Karl Weber kam. Gestern sprach Web<|>')
  assert.equal(accept(items[0]), 'Karl Weber kam. Gestern sprach Weber')
})

const silent = [
  ['in code', 'Text `1<|>` Text'],
  ['in a code block', '```\n1<|>\n```'],
  ['in a link', '[x](https://example.org/1<|>)'],
  ['in front matter', '---\ntitle: 1<|>\n---\n'],
  ['in an e-mail address', 'Post an karl@haus<|>'],
  ['behind letters', 'Modell A1<|>'],
  ['in code, for a name', 'Text `Karl We<|>` Text'],
  ['in a link, for a name', '[x](https://example.org/We<|>)'],
  ['in front matter, for a name', '---\ntitle: Karl We<|>\n---\n'],
] as const
for (const [where, document] of silent)
  test(`nothing ${where}`, async () => assert.deepEqual((await completed(document, { requested: false })).items, []))
