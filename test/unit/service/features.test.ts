/** Hover, definition, outline and their relatives, on one small workspace in marked text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../../server/src/actor/actor'
import { readSourceFigures } from '../../../server/src/claim/source'
import { citationAt, statedAt } from '../../../server/src/service/checked'
import { definition } from '../../../server/src/service/definition'
import { inlayHintsOf, linksOf, tokensOf } from '../../../server/src/service/hints'
import { hover } from '../../../server/src/service/hover'
import { occurrencesOf, sourcePlacesOf, topicAt } from '../../../server/src/service/occurrences'
import { foldsOf, lensesOf, symbolsOf } from '../../../server/src/service/outline'
import { checkMarked, type MarkedWorkspace } from '../../support/corpus'

const sources = `
@@ sources/bilanz.txt
---
title: Seefestival *zieht* [Bilanz](command:x)
publisher: Bodensee-Bote
date: 2025-09-02
---

Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher, so viele wie nie zuvor <img src=x>.
@@ sources/haushalt.txt
---
title: Was das Seefestival kostet
publisher: Bodensee-Bote
date: 2025-10-14
---

Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus, wie aus dem Haushaltsbericht hervorgeht.
`

function corpusOf({ index }: MarkedWorkspace) {
  return {
    actors: async (name: string) => (await index.actorsCalled([name], 10))[0] ?? [],
    naming: async (actor: Actor, limit: number) => {
      const found = await index.sources(await index.sourcesNaming(actor, limit))
      return found.flatMap((source) => (source === undefined ? [] : [readSourceFigures(source)]))
    },
    sources: (keys: readonly string[]) => index.sources(keys),
  }
}

async function hoverAt(document: string, indexed?: number) {
  const { checked, file, workspace } = await checkMarked(`${sources}@@ entwurf.md\n${document}`)
  const found = await hover(checked, file.cursor ?? 0, corpusOf(workspace), {
    locale: 'de',
    linkTo: ({ source, span }) => `${source.path}#${span.start}`,
    ...(indexed === undefined ? {} : { indexed }),
  })
  return { text: found && checked.document.text.slice(found.span.start, found.span.end), markdown: found?.markdown ?? '' }
}

test('hover over a contradicted figure: the verdict, the passage, whose it is; not the sentence of its finding again', async () => {
  const { text, markdown } = await hoverAt('Die Stadt Lindau gab für das Festival 1,9 Mill<|>ionen Euro aus.')
  assert.equal(text, '1,9 Millionen Euro')
  const [verdict, quote, origin] = markdown.split('\n\n')
  assert.equal(verdict, '**✗ Widerspricht der Quelle**')
  assert.equal(quote, '> Die Stadt Lindau gab für das Festival **1,4 Millionen Euro** aus, wie aus dem Haushaltsbericht hervorgeht.')
  assert.match(origin ?? '', /^\[Was das Seefestival kostet\]\(<sources\/haushalt\.txt#\d+>\) · Bodensee-Bote · 14\.10\.2025 · @haushalt$/)
})

test('hover over an actor: who it is, roles with their sources, figures and passages that name it', async () => {
  const marked = `
@@ sources/rat.txt
---
title: Haushalt beschlossen
publisher: Seebote
date: 2024-03-01
---

Haushalt beschlossen

Bürgermeister Jonas Aigner plant 12 Millionen Euro für Schulen ein.
@@ sources/schulen.txt
---
title: Neue Schulen
date: 2025-03-01
---

Neue Schulen

Jonas Aigner, seit Mai 2019 Bürgermeister, gibt 12 Millionen Euro für Schulen aus. Aigner sprach von *Glück*.
@@ entwurf.md
Das sagte Jonas Aig<|>ner.
`
  const { checked, file, workspace } = await checkMarked(marked)
  const found = await hover(checked, file.cursor ?? 0, corpusOf(workspace), { locale: 'de', linkTo: ({ source }) => source.path })
  assert.deepEqual(found?.markdown.split('\n\n'), [
    '**Jonas Aigner** · Person',
    'Funktionen: Bürgermeister (seit 05/2019, @schulen)',
    'Auch: Aigner',
    '3-mal genannt, in 2 Quellen',
    'Zahlen, die damit genannt werden:',
    '- [12 Millionen Euro](<sources/schulen.txt>) · 2 Quellen',
    '> **Jonas Aigner**, seit Mai 2019 Bürgermeister, gibt 12 Millionen Euro für Schulen aus. Aigner sprach von \\*Glück\\*.',
    '[Neue Schulen](<sources/schulen.txt>) · 1.3.2025 · @schulen',
    '> Bürgermeister **Jonas Aigner** plant 12 Millionen Euro für Schulen ein.',
    '[Haushalt beschlossen](<sources/rat.txt>) · Seebote · 1.3.2024 · @rat',
  ])
})

test('hover shows nothing of a source as markup', async () => {
  const { markdown } = await hoverAt('Zum Seefestival in Lindau kamen insgesamt 48.<|>000 Besucher.')
  assert.match(markdown, /^\*\*✓ Belegt\*\*/)
  assert.match(markdown, /\\<img src=x\\>/)
  assert.match(markdown, /\[Seefestival \\\*zieht\\\* \\\[Bilanz\\\]\\\(command\\:x\)\]\(<sources/)
})

test('hover says how far the index is', async () => {
  const { markdown } = await hoverAt('Zum Seefestival in Lindau kamen insgesamt 48.<|>000 Besucher.', 63)
  assert.match(markdown, /Index 63 %/)
})

test('hover over a citation: what it is, and what the paragraph takes from it', async () => {
  const { text, markdown } = await hoverAt('Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus [@haus<|>halt, S. 3].')
  assert.equal(text, '@haushalt')
  assert.match(markdown, /^\*\*\[Was das Seefestival kostet\]/)
  assert.match(markdown, /- stützt: 1,4 Millionen Euro ← \[1,4 Millionen Euro\]/)
})

test('hover over an unknown key names the nearest', async () => {
  const { markdown } = await hoverAt('So steht es da [@haushal<|>d].')
  assert.match(markdown, /Gemeint: `haushalt`\?/)
})

test('hover says nothing where there is nothing', async () => {
  const { markdown } = await hoverAt('Die Stadt <|>feiert.')
  assert.equal(markdown, '')
})

const analysis = `@@ entwurf.md
# Das Seefestival

## Die Gäste

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher [@bilanz].

## Die Kosten

Die Stadt Lindau gab für das Festival 1,9 Millionen Euro aus.

Noch einmal: Zum Seefestival in Lindau kamen 48.000 Besucher [siehe @bilanz, S. 2; @haushalt].
`

async function checkedAnalysis() {
  const { checked, workspace } = await checkMarked(sources + analysis)
  const { text } = checked.document
  const at = (words: string, nth = 0) => {
    let found = -1
    for (let count = 0; count <= nth; count++) found = text.indexOf(words, found + 1)
    return found
  }
  return { checked, index: workspace.index, text, at, slice: ({ start, end }: { start: number; end: number }) => text.slice(start, end) }
}

test('definition of a figure is the passage, of a key its source', async () => {
  const { checked, index, at, slice } = await checkedAnalysis()
  const sourcesOf = (keys: readonly string[]) => index.sources(keys)
  const figure = await definition(checked, at('1,9') + 1, sourcesOf)
  assert.equal(figure && slice(figure.origin), '1,9 Millionen Euro')
  const [target] = figure?.targets ?? []
  assert.equal(target?.source.body.text.slice(target.span.start, target.span.end), '1,4 Millionen Euro')
  const key = await definition(checked, at('@haushalt') + 3, sourcesOf)
  assert.equal(key && slice(key.origin), 'haushalt')
  assert.equal(key?.targets[0]?.source.key, 'haushalt')
  assert.equal(await definition(checked, at('Noch'), sourcesOf), undefined)
})

test('the same figure and the same key are found again', async () => {
  const { checked, at, slice } = await checkedAnalysis()
  const occurrences = (offset: number) => {
    const topic = topicAt(checked, offset)
    return topic === undefined ? [] : occurrencesOf(topic, checked).map(slice)
  }
  assert.deepEqual(occurrences(at('48.000')), ['48.000 Besucher', '48.000 Besucher'])
  assert.deepEqual(occurrences(at('@bilanz') + 1), ['bilanz', 'bilanz'])
  const topic = topicAt(checked, at('48.000'))
  assert.deepEqual(topic && sourcePlacesOf(topic).map(({ source }) => source.key), ['bilanz'])
})

test('the outline holds sections and their figures', async () => {
  const { checked } = await checkedAnalysis()
  const lines: string[] = []
  const show = (symbols: ReturnType<typeof symbolsOf>, indent: string) => {
    for (const { name, detail, children } of symbols) {
      lines.push(`${indent}${name}${detail === '' ? '' : ` (${detail})`}`)
      show(children, `${indent}  `)
    }
  }
  show(symbolsOf(checked, 'de'), '')
  assert.deepEqual(lines, [
    'Das Seefestival',
    '  Die Gäste',
    '    48.000 Besucher (belegt)',
    '  Die Kosten',
    '    1,9 Millionen Euro (widersprochen)',
    '    48.000 Besucher (belegt)',
  ])
})

test('lenses count what a section states', async () => {
  const { checked } = await checkedAnalysis()
  assert.deepEqual(
    lensesOf(checked, 'de').map(({ title }) => title),
    ['3 Zahlen: 2 belegt, 1 widersprochen', '1 Zahl: 1 belegt', '2 Zahlen: 1 belegt, 1 widersprochen'],
  )
})

test('sections fold', async () => {
  const { checked } = await checkedAnalysis()
  assert.deepEqual(
    foldsOf(checked.document).map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [0, 10],
      [2, 4],
      [6, 10],
    ],
  )
})

test('hints, tokens and links', async () => {
  const { checked, text, slice } = await checkedAnalysis()
  assert.deepEqual(
    inlayHintsOf(checked, { start: 0, end: text.length }).map(({ label }) => label),
    ['← bilanz', '← bilanz'],
  )
  assert.deepEqual(
    tokensOf(checked).map((token) => [slice(token), token.type]),
    [
      ['48.000 Besucher', 'supported'],
      ['1,9 Millionen Euro', 'contradicted'],
      ['48.000 Besucher', 'supported'],
    ],
  )
  assert.deepEqual(linksOf(checked).map(slice), ['bilanz', 'bilanz', 'haushalt'])
})

test('a key is under the cursor from its @ to its end, not in its locator', async () => {
  const { checked, at } = await checkedAnalysis()
  assert.equal(citationAt(checked, at('siehe @bilanz') + 6)?.key, 'bilanz')
  assert.equal(citationAt(checked, at(', S. 2') + 3), undefined)
  assert.equal(statedAt(checked, at('Noch')), undefined)
})
