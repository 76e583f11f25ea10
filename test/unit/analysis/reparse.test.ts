import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../../../server/src/analysis/document'
import { parseDocument, reparse } from '../../../server/src/analysis/parse'

/** Pieces of Markdown that begin, end, join and split blocks. */
const pieces = [
  'Die Hilfe betrug 40 Mrd. Euro [@dts, Abs. 3].',
  '„So steht es im Bericht der Kommission“, hieß es.',
  '# Titel',
  '## Zahlen',
  '- erstens 5 %',
  '  - darunter',
  '1. eins',
  '4. September 2025 war es so weit.',
  '+ 5 %',
  '> Zitat einer ganzen Zeile',
  '> - Liste im Zitat',
  '| Land | Wert |',
  '|---|---|',
  '| Kyjiw | 5 |',
  '```',
  '~~~ {.r}',
  '```{note}',
  '$$',
  ':::',
  '---',
  '===',
  '<!-- beleg-disable -->',
  '<!-- beleg-enable',
  '-->',
  '<div>',
  '</div>',
  '    eingerückt',
  '\ttab',
  '[a]: https://example.org',
  '[^1]: Eine Fußnote.',
  'Siehe [a] und [^1] und [b][A].',
  '*betont* und `Code` und ~~fort~~',
  '2*3*4 \\* &euro; 1.234\\,5',
  '😀',
  ': Beschriftung',
  'title: x',
]
const breaks = ['\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', ' ', '']
const chunk = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...breaks)).map((parts) => parts.join(''))
const text = fc.array(chunk, { maxLength: 30 }).map((chunks) => chunks.join(''))
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  inserted: fc.oneof(fc.constantFrom('', 'x', '\n', '\r', ' ', '`', '-', '>', '#', '|', '[', ']', '=', '<', '1'), chunk),
})

test('a document parsed after an edit equals one parsed anew', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
      let document = parseDocument(start)
      for (const { at, length, inserted } of edits) {
        const from = Math.round(at * document.text.length)
        const next = document.text.slice(0, from) + inserted + document.text.slice(from + length)
        document = reparse(document, next)
        assert.deepEqual(view(document), view(parseDocument(next)))
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  )
})

test('an edit leaves other pieces alone', () => {
  const paragraphs = Array.from({ length: 100 }, (_, index) => `Absatz ${index} mit ${index} Menschen.`)
  const before = parseDocument(paragraphs.join('\n\n'))
  const after = reparse(before, paragraphs.with(50, 'Ein anderer Satz.').join('\n\n'))
  const shared = after.blocks.filter(({ block }) => before.blocks.some((placed) => placed.block === block))
  assert.ok(shared.length >= 94, `${shared.length} shared`)
})

function view(document: Document): unknown {
  const { prose, blocks, ...rest } = document
  const { text: read } = prose.body
  return {
    ...rest,
    body: prose.body,
    blocks: blocks.map(({ start, block }) => [start, block.kind, block.length]),
    places: Array.from({ length: read.length }, (_, at) => prose.toDocument({ start: at, end: at + 1 })),
    back: Array.from({ length: rest.text.length + 1 }, (_, at) => prose.fromDocument(at)),
  }
}
