import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain } from '../../../server/src/claim/explain'
import { judgedFigure } from './judged'

const source = {
  'wahl.txt': 'Bei der Wahl in Musterstadt lag die Wahlbeteiligung bei 74,3 Prozent. Die Partei der Mitte kam auf 21.400 Stimmen.',
}

test('swapped digits are named in the reason', async () => {
  const judgement = await judgedFigure('Bei der Wahl in Musterstadt lag die Wahlbeteiligung bei 73,4 Prozent.', '73,4', source)
  assert.equal(judgement.verdict, 'contradicted')
  assert.match(explain(judgement, 'de'), /74,3 Prozent.*73,4 Prozent.*Ziffern vertauscht\?/)
  assert.match(explain(judgement, 'en'), /74,3 Prozent.*73,4 Prozent.*digits swapped\?/)
})

test('support quotes the source', async () => {
  const judgement = await judgedFigure('Bei der Wahl in Musterstadt lag die Wahlbeteiligung bei gut 74 Prozent.', '74', source)
  assert.match(explain(judgement, 'de'), /74,3 Prozent/)
})
