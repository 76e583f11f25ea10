import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { labelCount } from '../../../server/src/actor/labels'
import { addLanes, addRow, checkOfRow, laneCount, putRow, rowSize, scoreOf } from '../../../server/src/actor/lanes'

test('labels are as far apart as the sums of their weights', () => {
  const weights = fc.int8Array({ minLength: labelCount, maxLength: labelCount })
  fc.assert(
    fc.property(fc.array(weights, { minLength: 1, maxLength: 257 }), fc.nat(0xffff), (features, check) => {
      const sums = new Int32Array(laneCount)
      const rows = new Int32Array(rowSize)
      for (const [index, feature] of features.entries()) {
        putRow(rows, 0, check, feature, 0)
        assert.equal(checkOfRow(rows, 0), check)
        const lanes = new Int32Array(laneCount)
        addRow(index % 2 === 0 ? sums : lanes, 0, rows, 0)
        addLanes(sums, 0, lanes, 0)
      }
      for (let label = 0; label < labelCount; label++) {
        const expected = features.reduce((sum, feature) => sum + (feature[label] ?? 0) - (feature[0] ?? 0), 0)
        assert.equal(scoreOf(sums, 0, label) - scoreOf(sums, 0, 0), expected, `label ${label}`)
      }
    }),
  )
})
