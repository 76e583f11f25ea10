import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import weights from '../../../server/data/actors.bin'
import { createTable } from '../../../server/src/actor/table'
import { bucketed } from '../../../server/tools/actor/pack'

test('every key is found, and the order of the numbers is that of the table', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 300 }), (hashes) => {
      const { bits, sizes, checks, order } = bucketed(hashes)
      const table = createTable(bits, sizes, checks)
      for (const [index, hash] of hashes.entries()) {
        const found = hashes[order[table.row(hash)] ?? -1] ?? 0
        // Of two keys that cannot be told apart the first is found.
        assert.equal(found & 0xffff, hash & 0xffff, `key ${index}`)
      }
    }),
  )
})

test('hardly a stranger passes for a key', () => {
  const keys = Int32Array.from({ length: 5000 }, (_, index) => Math.imul(index + 1, 0x9e3779b1))
  const { bits, sizes, checks } = bucketed(keys)
  const table = createTable(bits, sizes, checks)
  let passed = 0
  for (let index = 0; index < 20_000; index++) if (table.row(Math.imul(index + 1, 0x85ebca6b) ^ 0x5bd1e995) >= 0) passed++
  assert.ok(passed < 20, `${passed} of 20,000`)
})

test('the shipped model is at most three megabytes', () => assert.ok(weights.length <= 3_000_000, `${weights.length} bytes`))
