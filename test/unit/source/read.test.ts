import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource } from '../../../server/src/source/read'
import type { Source } from '../../../server/src/source/source'

async function read(path: string, text: string): Promise<Source> {
  const reading = await readSource({ path, bytes: new TextEncoder().encode(text) }, { fallback: 'de' })
  assert.ok(reading.kind === 'read')
  return reading.source
}

/** Kind, heads and text of each passage. */
function shown({ body }: Source): string[] {
  return body.passages.map(({ kind, heads, start, end }) =>
    [kind, ...heads.map((head) => `(${head})`), body.text.slice(start, end)].join(' '),
  )
}

test('front matter says what a source is', async () => {
  const source = await read(
    'sources/a.md',
    '---\nid: hafen-2025\ntitle: "Umschlag: ein Jahr"\nauthor: [Ida Sommer, Karl Winter]\ndate: 2025-12-15\nsource: Küstenblatt\nurl: https://example.org/a\nlang: en\n---\n\nThe text.\n',
  )
  assert.equal(source.key, 'hafen-2025')
  assert.equal(source.pinned, true)
  assert.deepEqual(source.metadata, {
    title: 'Umschlag: ein Jahr',
    authors: ['Ida Sommer', 'Karl Winter'],
    published: '2025-12-15',
    publisher: 'Küstenblatt',
    url: 'https://example.org/a',
  })
  assert.equal(source.body.language, 'en')
  assert.deepEqual(shown(source), ['paragraph The text.'])
})

test('broken front matter is no text and no error', async () => {
  const reading = await readSource({ path: 'a.md', bytes: new TextEncoder().encode('---\ntitle: [oops\n---\nText.') }, { fallback: 'de' })
  assert.ok(reading.kind === 'read')
  assert.deepEqual(reading.hints, [{ kind: 'frontMatter', line: 2 }])
  assert.deepEqual(shown(reading.source), ['paragraph Text.'])
})

test('an id that Pandoc cannot cite is not taken', async () => {
  const source = await read('sources/b.md', '---\nid: "a {b}"\n---\nText.')
  assert.equal(source.key, 'b')
  assert.equal(source.pinned, undefined)
})

const names: readonly (readonly [string, string])[] = [
  ['sources/Bericht 2024 (final).txt', 'Bericht-2024-final'],
  ['Übersicht.Größe.md', 'Uebersicht-Groesse'],
  ['a/b/000_bf51.txt', '000_bf51'],
  ['📊.txt', 'source'],
  ['.versteckt.txt', 'versteckt'],
]
for (const [path, key] of names) test(`the key of ${path}`, async () => assert.equal((await read(path, 'Text.')).key, key))

test('Markdown: headings, lists, tables, quotations, footnotes; code and comments are left out', async () => {
  const source = await read(
    'a.md',
    `# Hafen

Der Umschlag
wuchs.

## Zahlen

In Tonnen:

- 2023: 8,0
- 2024: 8,3

| Jahr | Tonnen |
| ---- | -----: |
| 2024 | 8,3 Mio. |
| 2025 | |

> Ein Rekord.
> Wirklich.

\`\`\`
40 Milliarden
\`\`\`

<!-- 50 Prozent -->

[^1]: Ohne Fähren.
[link]: https://example.org/99

Setext
------

Ende.`,
  )
  assert.deepEqual(shown(source), [
    'title Hafen',
    'paragraph Der Umschlag\nwuchs.',
    'heading Zahlen',
    'paragraph (Zahlen) In Tonnen:',
    'item (Zahlen) 2023: 8,0',
    'item (Zahlen) 2024: 8,3',
    'row (Zahlen) Jahr | Tonnen',
    'row (Zahlen) 2024 | 8,3 Mio.',
    'row (Zahlen) 2025 | ',
    'quote (Zahlen) Ein Rekord.\n> Wirklich.',
    'footnote (Zahlen) Ohne Fähren.',
    'heading Setext',
    'paragraph (Setext) Ende.',
  ])
  const [intro, first, second] = source.body.passages.slice(3)
  assert.ok(intro?.group === first?.group && first?.group === second?.group, 'a list belongs to the line before it')
  const row = source.body.passages.find(({ row: own }) => own !== undefined && !own.isHead)?.row
  assert.deepEqual(row?.columns, ['Jahr', 'Tonnen'])
  assert.deepEqual(
    row?.cells.map(({ start, end }) => source.body.text.slice(start, end)),
    ['2024', '8,3 Mio.'],
  )
})

test('hard-wrapped lines are one paragraph, long lines are one each', async () => {
  const wrapped = await read(
    'a.txt',
    'Der Hafen der Stadt hat im vergangenen Jahr so viele\nGüter umgeschlagen wie seit zehn Jahren nicht mehr,\nteilte die Gesellschaft am Montag in der Hauptstadt\nmit.',
  )
  assert.equal(wrapped.body.passages.length, 1)
  const lines = await read('a.txt', `${'Ein langer Absatz. '.repeat(20)}\n${'Noch einer. '.repeat(30)}`)
  assert.equal(lines.body.passages.length, 2)
})

test('a passage in the other language says so', async () => {
  const source = await read(
    'a.txt',
    'Der Hafen der Stadt hat im vergangenen Jahr so viele Güter umgeschlagen wie seit zehn Jahren nicht mehr, und das ist gut.\n\nThe harbour of the city handled more goods in the past year than in any of the ten years before, and that is good news for all of it.',
  )
  assert.deepEqual(
    source.body.passages.map(({ language }) => language ?? source.body.language),
    ['de', 'en'],
  )
})

const skipped: readonly (readonly [string, Uint8Array, string])[] = [
  ['leer.txt', new Uint8Array(), 'empty'],
  ['raum.txt', new TextEncoder().encode(' \n\t\n'), 'empty'],
  ['bild.txt', new Uint8Array(3000), 'binary'],
  ['programm.exe', new TextEncoder().encode('MZ'), 'format'],
]
for (const [path, bytes, reason] of skipped)
  test(`${path} is skipped: ${reason}`, async () =>
    assert.deepEqual(await readSource({ path, bytes }, { fallback: 'de' }), { kind: 'skipped', reason }))
