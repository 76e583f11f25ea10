/** Twice the text takes about twice the time, whatever it says. Time of the processor: other programs must not fail this. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFigures } from '../../../server/src/figure/read'
import { languages } from '../../../server/src/language/language'

const pieces = [
  '1.',
  'und ',
  'zwanzig',
  '(',
  '7',
  '1 000 ',
  'zwei ',
  '1,',
  '3-',
  'hundert',
  '12. ',
  'ein ',
  '5 % ',
  'mehr als ',
  '«',
  '"',
  'mehrere ',
  '1:',
  'http://',
  '@a',
  'January ',
  'half a ',
  '(2,5) ',
  '5 Millionen ',
  'Dreierrat-',
  'Plus von 3 ',
]
const size = Number(process.env['HOSTILE_SIZE'] ?? 1e4)

for (const piece of pieces) {
  test(`${JSON.stringify(piece)} repeated`, () => {
    for (const language of languages) {
      const once = timed(() => readFigures(piece.repeat(size), language))
      const twice = timed(() => readFigures(piece.repeat(2 * size), language))
      // Small times are all noise.
      assert.ok(twice < 3.2 * Math.max(once, 40), `${once.toFixed(0)} ms, then ${twice.toFixed(0)} ms`)
    }
  })
}

function timed(action: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 2; run++) {
    const start = process.cpuUsage().user
    action()
    best = Math.min(best, (process.cpuUsage().user - start) / 1000)
  }
  return best
}
