import assert from 'node:assert/strict'
import { test } from 'node:test'
import dictionary from '../../../server/data/dictionary-de-en.txt'
import { concepts } from '../../../server/src/claim/concepts'
import { readContexts } from '../../../server/src/claim/context'
import { mates, parseLexicon, sharedLexicon } from '../../../server/src/claim/lexicon'
import { matchesOf, vocabularyOf } from '../../../server/src/claim/match'
import type { Language } from '../../../server/src/language/language'
import { stem } from '../../../server/src/language/stem'

function similarity(word: string, language: Language, text: string, lexicon = sharedLexicon()): number {
  const body = { text, language: 'de', passages: [{ start: 0, end: text.length, kind: 'paragraph', group: 0, heads: [] }] } as const
  const matches = matchesOf(stem(word.toLowerCase(), language), language, vocabularyOf(readContexts(body, [])), lexicon)
  return Math.max(0, ...matches.map((match) => match.similarity))
}

test('equal stems match fully', () => assert.equal(similarity('Soldaten', 'de', 'Ein Soldat stand dort.'), 1))
test('a compound matches its parts', () => {
  assert.ok(similarity('Hilfe', 'de', 'Die Militärhilfe kam spät.') >= 0.5)
  assert.ok(similarity('Militär', 'de', 'Die Militärhilfe kam spät.') >= 0.5)
})
test('words of one concept match', () => assert.ok(similarity('Überschuss', 'de', 'Der Gewinn war klein.') >= 0.5))
test('English words match their German counterparts', () => {
  assert.ok(similarity('unemployment', 'en', 'Die Arbeitslosigkeit stieg.') >= 0.8)
  assert.ok(similarity('passengers', 'en', 'Die Fahrgäste warteten.') >= 0.7)
})
test('strangers do not match', () => assert.ok(similarity('Elefant', 'de', 'Der Umsatz stieg.') < 0.3))

test('comments and single words are no concepts', () => {
  const lexicon = parseLexicon('# nothing\nEinzeln |\nHaus Gebäude | house')
  assert.deepEqual(mates('nothing', 'en', 'de', lexicon), [])
  assert.deepEqual(mates('einzeln', 'de', 'en', lexicon), [])
  assert.deepEqual(
    mates('haus', 'de', 'en', lexicon).map((mate) => mate.stem),
    ['hous'],
  )
})

test('every word of the lexicon is found by its stem', () => {
  for (const language of ['de', 'en'] as const) {
    const words = `${concepts}\n${dictionary}`
      .split('\n')
      .flatMap((line) => ((line.split('#')[0] ?? '').split('|')[language === 'de' ? 0 : 1] ?? '').split(/\s+/))
    assert.ok(words.length > 5000)
    const lost = words.filter(
      (word) => word !== '' && sharedLexicon().conceptsOf(stem(word.toLowerCase(), language), language).length === 0,
    )
    assert.deepEqual(lost, [])
  }
})
