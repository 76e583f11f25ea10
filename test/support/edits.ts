/**
 * Edits as nasty as authors and editors make them, and the proof that what is remembered from check to check never shows: after each of them
 * an incremental check gives what a fresh one gives.
 */
import assert from 'node:assert/strict'
import type { CorpusIndex } from '../../server/src/corpus/index'
import { checkDocument, emptyMemory, recheck } from '../../server/src/service/check'
import type { CheckedDocument } from '../../server/src/service/checked'
import { createSourceReadings } from '../../server/src/service/readings'
import { inputFor, workspaceOf } from './corpus'
import { random } from './random'

export const edited = `
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
  ...[
    '4',
    '8.000',
    ' Prozent',
    ' 1,4 Millionen Euro',
    ' mehr als ',
    ' Lindau',
    '.',
    ' ',
    'e',
    '„',
    '“',
    '[@bilanz]',
    '[@nirgends, S. 3]',
    '@',
    '-',
  ],
  ...['\n', '\n\n', '\r\n', '\r', '\n\n\n', '    ', '\t', '\n- ', '\n1. ', '\n> ', '> ', '# ', '\n===\n', '\n---\n', '---\n', '\\', '<br>'],
  ...[
    '```\n',
    '\n```\n',
    '~~~\n',
    '`',
    '$$\n',
    '\n$$\n',
    '\n:::\n',
    '\n::: {.note}\n',
    '```{note}\n',
    '*',
    '**',
    '_',
    '[',
    ']',
    '](x)',
    '{#id}',
    '|',
    '\n| 7 | 8 |\n',
  ],
  ...[
    '\n| a | b |\n| - | - |\n',
    '<!--',
    '-->',
    '<!-- beleg-disable -->',
    '<!-- beleg-enable -->',
    '<!-- beleg-disable-file -->',
    '<div>\n',
    '\n</div>\n',
  ],
  ...[
    '[^1]',
    '[^2]',
    '\n[^2]: Davon 12 Prozent.\n',
    '\n[x]: https://example.org\n',
    '[x]',
    '😀',
    '\u00ad',
    'ä',
    '\u00a0',
    '&nbsp;',
    '&auml;',
    '\u2028',
    '\ufeff',
  ],
  ...['---\nlang: en\n---\n', '---\nbibliography: x.bib\n', 'Die Stadt Lindau gab für das Festival 1,9 Millionen Euro aus.'],
]

const longest = 5000

/** What the edits found; the check that differs throws. */
export interface Tally {
  readonly edits: number
  readonly findings: number
}

/**
 * Makes `count` edits, some of them while the author types, some answered too late, some with a corpus that changes meanwhile. `progress` hears
 * of every hundredth.
 */
export async function equalAfterEdits(count: number, seed: number, progress?: (edits: number) => void): Promise<Tally> {
  const { index, documents } = await workspaceOf(edited)
  const other = (await workspaceOf(edited.replace('1,4 Millionen Euro aus', '1,9 Millionen Euro aus'))).index
  const [file] = documents
  assert.ok(file)
  const { below, pick } = random(seed)
  const readings = createSourceReadings()
  let corpus: CorpusIndex = index
  let generation = 1
  let { text } = file
  let memory = emptyMemory
  let findings = 0
  const earlier = Array.from({ length: 20 }, () => file.text)
  for (let edit = 1; edit <= count; edit++) {
    text = nextText(text, earlier, below, pick)
    if (text.length < 200 || text.length > longest) text = file.text
    earlier[below(earlier.length)] = text
    if (below(25) === 0) {
      generation++
      if (below(2) === 0) corpus = corpus === index ? other : index
    }
    const input = { ...inputFor({ path: file.path, text }, corpus), readings, generation }
    if (below(3) === 0) ({ memory } = await recheck({ ...input, quick: true, isWanted: () => below(3) > 0 }, memory))
    if (below(3) === 0) continue
    const { checked, memory: next } = await recheck(input, memory)
    memory = next
    const fresh = await checkDocument(input)
    findings += fresh.findings.length
    assert.ok(checked)
    assert.deepEqual(comparable(checked), comparable(fresh), `seed ${seed}, after edit ${edit}: ${JSON.stringify(text)}`)
    if (edit % 100 === 0) progress?.(edit)
  }
  return { edits: count, findings }
}

function nextText(
  text: string,
  earlier: readonly string[],
  below: (limit: number) => number,
  pick: <Item>(items: readonly Item[]) => Item,
): string {
  const at = below(text.length + 1)
  const put = (inserted: string, until = at) => text.slice(0, at) + inserted + text.slice(until)
  switch (below(12)) {
    case 0:
      return put('', at + below(4))
    case 1:
      return put('', at + below(60))
    case 2:
      // Across blocks.
      return put('', at + below(400))
    case 3: {
      // A block moves.
      const from = below(text.length + 1)
      const block = text.slice(from, from + below(300))
      const rest = text.slice(0, from) + text.slice(from + block.length)
      const to = below(rest.length + 1)
      return rest.slice(0, to) + block + rest.slice(to)
    }
    case 4:
      return put(text.slice(at, at + below(200)))
    case 5:
      // Undone, or pasted whole.
      return pick(earlier)
    case 6:
      return below(6) === 0 ? text.replace(/\r?\n/g, text.includes('\r\n') ? '\n' : '\r\n') : put(pick(pieces), at + below(12))
    case 7:
      // At the very start, where front matter stands.
      return below(3) === 0 ? pick(pieces) + text : text.slice(below(6))
    default:
      return put(pick(pieces))
  }
}

/** Without functions and shared text, which say nothing of their own. */
function comparable(checked: CheckedDocument): unknown {
  return JSON.parse(JSON.stringify(checked, (key, value) => (value instanceof Map ? [...value] : key === 'source' ? value.key : value)))
}
