import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDocument, emptyMemory, recheck } from '../../../server/src/service/check'
import { createSourceReadings } from '../../../server/src/service/readings'
import { inputFor, workspaceOf } from '../../support/corpus'
import { random } from '../../support/random'

const marked = `
@@ sources/bilanz.txt
Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher, so viele wie nie zuvor. Der Bürgermeister sagte: „Das Fest hat die ganze Stadt bewegt.“
@@ sources/haushalt.txt
Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus, wie aus dem Haushaltsbericht hervorgeht.
@@ sources/strom.txt
Strom aus Wind

Die Windräder im Landkreis liefern 34,7 Prozent des Stroms. Im Jahr davor waren es 31,2 Prozent.
@@ entwurf.md
---
lang: de
---

# Das Seefestival

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher [@bilanz]. Der Bürgermeister sagte: „Das Fest hat die ganze Stadt erregt.“

<!-- beleg-disable-next-line figure-contradicted -- alte Zahl -->
Die Stadt Lindau gab für das Festival 1,9 Millionen Euro aus.

## Der Strom

Aus einer Übersicht:

- Windräder im Landkreis: 37,4 Prozent des Stroms
- im Jahr davor 31,2 Prozent [@strom]

| Posten | Betrag |
| --- | ---: |
| Festival | 1,4 Mio. Euro |
| Strom | 0,3 Mio. Euro |

Noch eine Zahl[^1] steht unten.

[^1]: Insgesamt kamen 84.000 Besucher nach Lindau.
`

const pieces = [
  '4',
  '8.000',
  ' Prozent',
  '\n\n',
  '\n- ',
  '# ',
  '[@bilanz]',
  ' 1,4 Millionen Euro',
  '„',
  '“',
  '.',
  '<!-- beleg-disable -->',
  '`',
  '😀',
  '\r\n',
  '| 7 |',
  '> ',
]

test('after any edits, an incremental check equals a fresh one', { timeout: 120_000 }, async () => {
  const { index, documents } = await workspaceOf(marked)
  const [file] = documents
  assert.ok(file)
  const { below, pick } = random(20_25)
  const readings = createSourceReadings()
  let { text } = file
  let memory = emptyMemory
  for (let edit = 0; edit < 80; edit++) {
    const start = below(text.length + 1)
    const end = Math.min(text.length, start + (below(3) === 0 ? below(30) : below(3)))
    const inserted = below(4) === 0 ? '' : pick(pieces)
    text = text.slice(0, start) + inserted + text.slice(end)
    if (text.length < 200 || text.length > 4000) text = file.text
    const input = { ...inputFor({ path: file.path, text }, index), readings }
    const incremental = await recheck(input, memory)
    memory = incremental.memory
    assert.ok(incremental.checked)
    const fresh = await checkDocument(input)
    assert.deepEqual(comparable(incremental.checked), comparable(fresh), `after edit ${edit} (“${inserted}” at ${start})`)
  }
})

test('an edit judges only the paragraph that it changes', async () => {
  const { index, documents } = await workspaceOf(marked)
  const [file] = documents
  assert.ok(file)
  let searches = 0
  const counting = {
    ...index,
    search: (queries: Parameters<typeof index.search>[0]) => {
      searches += queries.length
      return index.search(queries)
    },
  }
  const first = await recheck(inputFor(file, counting), emptyMemory)
  const all = searches
  searches = 0
  const text = file.text.replace('1,9 Millionen', '1,8 Millionen')
  await recheck(inputFor({ ...file, text }, counting), first.memory)
  assert.ok(searches > 0 && searches <= 2, `${searches} of ${all} searches`)
  searches = 0
  await recheck(inputFor({ ...file, text: file.text.replace('---\n\n#', '---\n\n\n#') }, counting), first.memory)
  assert.equal(searches, 0)
})

/** Without functions and shared text, which say nothing of their own. */
function comparable(checked: object): unknown {
  return JSON.parse(JSON.stringify(checked, (key, value) => (value instanceof Map ? [...value] : key === 'source' ? value.key : value)))
}
