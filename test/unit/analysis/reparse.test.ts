import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../../../server/src/analysis/document'
import { parseDocument, reparse } from '../../../server/src/analysis/parse'
import { chunk, markdown } from './markdown'

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  inserted: fc.oneof(fc.constantFrom('', 'x', '\n', '\r', ' ', '`', '-', '>', '#', '|', '[', ']', '=', '<', '1'), chunk),
})

test('a document parsed after an edit equals one parsed anew', () => {
  fc.assert(
    fc.property(markdown, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
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
