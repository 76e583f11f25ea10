/** Actors of a document: everything that means one, and what renaming it changes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyRegistry, parseRegistry } from '../../../server/src/actor/registry'
import { namesIn, placeOfName, placesOfActor, renameActorIn } from '../../../server/src/service/actors'
import { sourceOf } from '../rules/checked'

const text = `# Die Lage

Bundeskanzlerin Angela Merkel reiste in die Ukraine. Merkels Rede lobten ukrainische Soldaten. Der Merkel-Plan gilt, sagte *Angela Merkel*.

Danach schwieg die Bundeskanzlerin. Der Kremlsprecher sprach von Russland und \`Merkel\`.
`

const places = (name: string, registry = emptyRegistry) => {
  const named = namesIn(text, registry)
  return placesOfActor(named, name).map(({ start, end }) => text.slice(start, end))
}

test('names, genitives, roles and compounds mean a person', () =>
  assert.deepEqual(places('Angela Merkel'), ['Angela Merkel', 'Merkels', 'Merkel', 'Angela Merkel', 'Bundeskanzlerin']))
test('names, adjectives and seats mean a state', () => {
  assert.deepEqual(places('Ukraine'), ['Ukraine', 'ukrainische'])
  assert.deepEqual(places('Russland'), ['Kreml', 'Russland'])
})
test('actors.yaml has its say', () => {
  const { registry } = parseRegistry('actors:\n  - name: A. Merkel\n    aliases: [Angela Merkel]\n')
  assert.equal(places('A. Merkel', registry).length, 5)
})

function renamed(to: string): string {
  const edits = renameActorIn(namesIn(text, emptyRegistry), { from: 'Angela Merkel', to })
  return edits.toReversed().reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text)
}

test('a rename keeps genitives, roles and code', () => {
  const expected = text
    .replaceAll('Angela Merkel', 'Anna von der Au')
    .replace('Merkels Rede', 'von der Aus Rede')
    .replace('Merkel-Plan', 'von der Au-Plan')
  assert.equal(renamed('Anna von der Au'), expected)
  assert.match(renamed('Anna Weiß'), /Weiß’ Rede/)
})

test('a source names an actor by the full name or by its last word', () => {
  const found = (said: string) => placeOfName('Angela Merkel', sourceOf('a', said))?.span
  assert.deepEqual(found('Es sprach Merkel, dann Angela Merkel.'), { start: 23, end: 36 })
  assert.deepEqual(found('Es sprach Merkel.'), { start: 10, end: 16 })
  assert.equal(found('Es sprach niemand.'), undefined)
})
