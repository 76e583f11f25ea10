import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compoundActorsOf } from '../../../server/src/actor/compounds'
import { demonymsOf } from '../../../server/src/actor/demonyms'
import { recogniseActors } from '../../../server/src/actor/recognise'

const demonyms: readonly (readonly [text: string, language: 'de' | 'en', ...names: string[]])[] = [
  ['ukrainische Soldaten', 'de', 'Ukraine'],
  ['die Franzosen und die Britin', 'de', 'Frankreich', 'Vereinigtes Königreich'],
  ['Russische Truppen', 'de', 'Russland'],
  ['deutsch-polnische Grenze', 'de', 'Polen'],
  ['two Russian soldiers', 'en', 'Russia'],
  ['das Haus', 'de'],
]
for (const [text, language, ...names] of demonyms) {
  test(text, () =>
    assert.deepEqual(
      demonymsOf(text, language).map(({ name }) => name),
      names,
    ),
  )
}

const compounds: readonly (readonly [text: string, ...parts: string[]])[] = [
  ['Der Kremlsprecher schwieg.', 'Kreml=Russland'],
  ['Der Ukraine-Krieg dauert an.', 'Ukraine=Ukraine'],
  ['Angela Merkel sprach. Der Merkel-Plan gilt.', 'Merkel=Angela Merkel'],
  ['Der Hafen-Ausbau dauert an.'],
]
for (const [text, ...parts] of compounds) {
  test(text, () =>
    assert.deepEqual(
      compoundActorsOf(text, recogniseActors(text, 'de')).map((mention) => `${mention.text}=${mention.name}`),
      parts,
    ),
  )
}
