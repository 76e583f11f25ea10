import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LineIndex } from '../../../server/src/text/lines'

const texts = [
  ['one line', 'abc', 1],
  ['three kinds of line breaks', 'a\nb\r\nc\rd', 4],
  ['a break at the end', 'a\n', 2],
  ['nothing', '', 1],
] as const
for (const [name, text, lines] of texts) test(name, () => assert.equal(new LineIndex(text).lineCount, lines))

test('position to offset and back is the identity', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ä', '😀', '\n', '\r', '\r\n', ' ') }), fc.nat(), (text, seed) => {
      const offset = seed % (text.length + 1)
      const lines = new LineIndex(text)
      assert.equal(lines.offsetOf(lines.positionOf(offset)), offset)
    }),
  )
})

test('columns beyond a line stop at its end', () => {
  assert.equal(new LineIndex('ab\ncd').offsetOf({ line: 0, column: 99 }), 3)
  assert.equal(new LineIndex('ab\ncd').offsetOf({ line: 9, column: 0 }), 5)
})
