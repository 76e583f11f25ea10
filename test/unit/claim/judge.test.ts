import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judged, judgedFigure } from './judged'

const shipyard = `Werft in Emden stellt Bilanz vor

Die Werft in Emden hat im vergangenen Jahr 1.250 Mitarbeiter beschäftigt, teilte die Geschäftsführung mit. Der Umsatz stieg um 8,4 Prozent auf 312 Millionen Euro. Unter dem Strich blieb ein Gewinn von 17,5 Millionen Euro.

Für den Ausbau des Trockendocks sind 43 Millionen Euro vorgesehen. Das Dock soll 280 Meter lang werden.
`
const zoo = `Der Zoo in Halle zählte im Sommer 212.000 Besucher. Eine Tageskarte kostet 14 Euro. Die Elefantenherde umfasst neun Tiere.
`
const sources = { 'werft.txt': shipyard, 'zoo.txt': zoo }

const cases: readonly (readonly [string, string, string])[] = [
  ['Die Werft in Emden beschäftigte zuletzt 1.250 Mitarbeiter.', '1.250', 'supported'],
  ['Die Werft in Emden beschäftigte zuletzt 1.520 Mitarbeiter.', '1.520', 'contradicted'],
  ['Der Umsatz der Werft in Emden erreichte 312 Milliarden Euro.', '312', 'contradicted'],
  ['Der Umsatz der Werft in Emden stieg um gut 8 Prozent.', '8 Prozent', 'supported'],
  ['Für den Ausbau des Trockendocks der Werft in Emden sind 43 Millionen Dollar vorgesehen.', '43', 'contradicted'],
  ['Im Zoo in Halle kostet eine Tageskarte 14 Euro.', '14', 'supported'],
  ['Die Bibliothek in Trier verleiht 96.000 Bücher.', '96.000', 'unsupported'],
]
for (const [text, words, verdict] of cases) {
  test(`${text} ${verdict}`, async () => assert.equal((await judgedFigure(text, words, sources)).verdict, verdict))
}

test('evidence names the source and its figure first', async () => {
  const { evidence } = await judgedFigure('Die Werft in Emden beschäftigte zuletzt 1.520 Mitarbeiter.', '1.520', sources)
  assert.equal(evidence[0]?.source.key, 'werft')
  assert.equal(evidence[0]?.figure.text, '1.250 Mitarbeiter')
  assert.equal(evidence[0]?.relation, 'contradicts')
  assert.equal(evidence[0]?.difference, 'digits')
})

test('an English text is judged by German sources', async () => {
  const text = '---\nlang: en\n---\n\nThe shipyard in Emden employed 1,250 people last year, and its revenue rose to 312 billion euros.'
  const judgements = await judged(text, sources)
  assert.deepEqual(
    judgements.map(({ verdict }) => verdict),
    ['supported', 'contradicted'],
  )
})

test('without sources nothing is supported and nothing contradicted', async () => {
  const judgements = await judged(shipyard, {})
  assert.ok(judgements.length > 0)
  assert.ok(judgements.every(({ verdict, evidence }) => verdict === 'unsupported' && evidence.length === 0))
})

test('every figure has one judgement, in text order, and confidences are probabilities', async () => {
  const judgements = await judged(shipyard, sources)
  const starts = judgements.map(({ figure }) => figure.start)
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  )
  for (const { confidence, evidence } of judgements) {
    for (const value of [confidence, ...evidence.map((item) => item.confidence)]) assert.ok(value >= 0 && value <= 1, `${value}`)
  }
})

test('a text agrees with itself', async () => {
  const judgements = await judged(shipyard, sources)
  assert.ok(judgements.every(({ verdict }) => verdict !== 'contradicted'))
})
