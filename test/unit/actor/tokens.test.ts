import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tokensOf } from '../../../server/src/actor/tokens'

const rows: readonly (readonly [text: string, tokens: string])[] = [
  ['Merz’ Plan', 'Merz|’|Plan'],
  ['Trump’s plan', 'Trump|’s|plan'],
  ['Trump‘s plan', 'Trump|‘s|plan'],
  ['Merzʼ Plan', 'Merz|ʼ|Plan'],
  ['die CDU/CSU-Fraktion', 'die|CDU|/|CSU-Fraktion'],
  ['O’Neill von AT&T', 'O’Neill|von|AT&T'],
  ['the U.S. Army', 'the|U.S.|Army'],
  ['Dr. Huber kam.', 'Dr.|Huber|kam|.'],
  ['laut heise.de', 'laut|heise.de'],
  ['Ende.Anfang', 'Ende|.|Anfang'],
  ['https://example.org/a b', 'https://example.org/a|b'],
]
for (const [text, expected] of rows) {
  test(text, () => {
    const { count, starts, ends } = tokensOf(text)
    assert.equal(Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at])).join('|'), expected)
  })
}

test('sentences open after full stops, not after ordinals', () => {
  const text = 'Am 3. Oktober kam er. Dann ging sie.'
  const { count, starts, opens } = tokensOf(text)
  const opening = Array.from({ length: count }, (_, at) => at).filter((at) => opens[at] === 1)
  assert.deepEqual(
    opening.map((at) => text.slice(starts[at]).split(' ')[0]),
    ['Am', 'Dann'],
  )
})

test('tokens are in order and hold all that is not blank', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { count, starts, ends } = tokensOf(text)
      let last = 0
      for (let at = 0; at < count; at++) {
        assert.equal(text.slice(last, starts[at]).trim(), '')
        assert.ok((ends[at] ?? 0) > (starts[at] ?? 0))
        last = ends[at] ?? 0
      }
    }),
  )
})
