import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDocument } from '../../../server/src/analysis/parse'
import { inconsistenciesOf } from '../../../server/src/claim/consistency'
import { figuresOf } from '../../../server/src/figure/read'

function inconsistent(text: string): string[] {
  const { body } = parseDocument(text).prose
  return inconsistenciesOf(body, figuresOf(body).figures).map(
    ({ figure, earlier, difference }) => `${earlier.text} / ${figure.text}: ${difference}`,
  )
}

test('the same measure with swapped digits further down', () =>
  assert.deepEqual(
    inconsistent(
      'Im Jahr 2024 beschäftigte die Werft in Emden 1.250 Mitarbeiter.\n\nDie Werft in Emden beschäftigte 2024 insgesamt 1.520 Mitarbeiter.',
    ),
    ['1.250 Mitarbeiter / 1.520 Mitarbeiter: digits'],
  ))

const consistent = [
  'Im Jahr 2024 beschäftigte die Werft in Emden 1.250 Mitarbeiter.\n\nDie Werft in Emden beschäftigte 2024 rund 1.250 Mitarbeiter.',
  'Die Arbeitslosenquote in Salzburg lag im Mai bei 4,5 Prozent.\n\nIm Mai lag die Arbeitslosenquote in Tirol bei 5,1 Prozent.',
  'Der Zuschuss steigt auf 30 Millionen Euro.\n\nDer Zuschuss betrug im Vorjahr 20 Millionen Euro.',
]
for (const text of consistent) test(`consistent: ${text.slice(0, 40)}…`, () => assert.deepEqual(inconsistent(text), []))
