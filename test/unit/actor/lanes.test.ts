import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { labelCount } from '../../../server/src/actor/labels'
import { addLanes, laneCount, putWeights, scoreOf } from '../../../server/src/actor/lanes'

test('labels are as far apart as the sums of their weights', () => {
  const weights = fc.int8Array({ minLength: labelCount, maxLength: labelCount })
  fc.assert(
    fc.property(fc.array(weights, { minLength: 1, maxLength: 257 }), (features) => {
      const sums = new Int32Array(laneCount)
      const lanes = new Int32Array(laneCount)
      for (const feature of features) {
        putWeights(lanes, 0, feature, 0)
        addLanes(sums, 0, lanes, 0)
      }
      for (let label = 0; label < labelCount; label++) {
        const expected = features.reduce((sum, feature) => sum + (feature[label] ?? 0) - (feature[0] ?? 0), 0)
        assert.equal(scoreOf(sums, 0, label) - scoreOf(sums, 0, 0), expected, `label ${label}`)
      }
    }),
  )
})
