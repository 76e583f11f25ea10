import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judged } from './judged'

const ferry = `Neue Fähre nach Borkum

Die Fähre nach Borkum legt ab Mai täglich um 7.40 Uhr in Emden ab und hat Platz für 320 Fahrgäste. Die Rückfahrt beginnt um 18.25 Uhr.
`

const cases: readonly (readonly [string, string | undefined])[] = [
  // A sibling that the source bears out shows that it is the right one.
  ['Die Fähre nach Borkum fasst 320 Fahrgäste und legt täglich um 7.20 Uhr in Emden ab.', '7.40 Uhr'],
  ['Die Fähre nach Borkum fasst 320 Fahrgäste und legt täglich um 7.40 Uhr in Emden ab.', undefined],
  ['Die Fähre nach Borkum fasst 320 Fahrgäste und legt täglich gegen 7.45 Uhr in Emden ab.', undefined],
  // Nothing says that this is the same ferry.
  ['Eine Fähre nach Juist legte gestern um 9.10 Uhr ab.', undefined],
]
for (const [text, against] of cases) {
  test(`${text} ${against ?? 'silent'}`, async () => {
    const clocks = (await judged(text, { 'faehre.txt': ferry })).filter(({ figure }) => figure.text.endsWith('Uhr'))
    assert.equal(clocks.length, 1)
    for (const { verdict, evidence } of clocks) {
      assert.equal(verdict, against === undefined ? 'unchecked' : 'contradicted')
      assert.equal(evidence[0]?.figure.text, against)
    }
  })
}
