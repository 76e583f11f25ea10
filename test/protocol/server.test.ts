/** The bundled server as editors meet it: a process of its own behind a pipe. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CompletionList, Hover, MarkupContent } from 'vscode-languageserver-protocol'
import { Client, folderOf, uriOf } from '../support/client'

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

for (const transport of ['stdio', 'ipc'] as const)
  test(`from initialize to exit over ${transport}`, { timeout: 20_000 }, async (t) => {
    const folder = await folderOf(festival, t)
    const client = await Client.start({ folders: [folder], transport, locale: 'de' }, t)
    assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16')
    const uri = uriOf(join(folder, 'entwurf.md'))
    await client.open(uri, draft)
    const [finding, ...others] = await client.diagnostics(uri, (diagnostics) => diagnostics.length > 0)
    assert.deepEqual(others, [])
    assert.equal(finding?.code, 'figure-contradicted')
    assert.equal(finding?.range.start.line, 4)
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, uriOf(join(folder, 'sources/haushalt.txt')))

    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 45 } })
    assert.match((hover.contents as MarkupContent).value, /Belegt/)

    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 4, character: 41 },
    })
    assert.ok(list.items.length > 0)
    assert.equal(await client.stop(), 0)
  })
