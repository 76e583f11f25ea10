import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain, explainDifference } from '../../../server/src/claim/explain'
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

const harbour = {
  'hafen.txt':
    'Der Hafen von Brunsthaven schlug 4,7 Millionen Tonnen Getreide um. Der Umschlag stieg um 12 Prozent. Die Zahl der Schiffe sank auf 860. In Brunsthaven liegen mindestens 40 Kutter. Die Kaimauer ist 900 Meter lang. Die Fähre nach Holm kostet 14 Euro, die Fähre nach Sande 23 Euro.',
}
const reasons: readonly (readonly [text: string, words: string, de: string, en: string])[] = [
  [
    'Der Hafen von Brunsthaven schlug 4,7 Milliarden Tonnen Getreide um.',
    '4,7',
    'Die Quelle nennt „4,7 Millionen Tonnen“, nicht „4,7 Milliarden Tonnen“: Größenordnung verwechselt?',
    'The source gives “4,7 Millionen Tonnen”, not “4,7 Milliarden Tonnen”: wrong order of magnitude?',
  ],
  [
    'Im Hafen von Brunsthaven ging der Umschlag von Getreide um 12 Prozent zurück.',
    '12',
    'In der Quelle ist „12 Prozent“ eine Zunahme, keine Abnahme.',
    'In the source “12 Prozent” is a rise, not a fall.',
  ],
  [
    'Die Zahl der Schiffe im Hafen von Brunsthaven sank um 860.',
    '860',
    'In der Quelle ist „860“ ein Stand, keine Veränderung: „um“ und „auf“ verwechselt?',
    'In the source “860” is a level, not a change: “by” and “to” confused?',
  ],
  [
    'In Brunsthaven liegen höchstens 40 Kutter.',
    '40',
    'Die Quelle nennt „mindestens 40 Kutter“, nicht „höchstens 40 Kutter“: Ober- und Untergrenze verwechselt?',
    'The source gives “mindestens 40 Kutter”, not “höchstens 40 Kutter”: upper and lower bound confused?',
  ],
  [
    'Die Kaimauer von Brunsthaven ist 900 Kilometer lang.',
    '900',
    'Die Quelle nennt „900 Meter“, nicht „900 Kilometer“: Einheit verwechselt?',
    'The source gives “900 Meter”, not “900 Kilometer”: wrong unit?',
  ],
]
for (const [text, words, de, en] of reasons) {
  test(de, async () => {
    const judgement = await judgedFigure(text, words, harbour)
    assert.equal(judgement.verdict, 'contradicted')
    assert.equal(explain(judgement, 'de'), de)
    assert.equal(explain(judgement, 'en'), en)
  })
}

test('a swap quotes where the source has the stated figure', async () => {
  const text = 'Die Fähre von Brunsthaven nach Holm kostet 23 Euro.'
  const { evidence, doubt } = await judgedFigure(text, '23', harbour)
  const against = doubt ?? evidence.find(({ difference }) => difference === 'swap')
  assert.ok(against)
  assert.equal(
    explainDifference(against, '23 Euro', 'de'),
    'Die Quelle nennt hier „14 Euro“; „23 Euro“ steht dort für etwas anderes: „Fähre nach Sande 23 Euro“.',
  )
})
