/** Who is one across sources, and who stays apart. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, ActorType } from '../../../server/src/actor/actor'
import { mergeNamesakes } from '../../../server/src/actor/namesakes'

function actor(name: string, mentions: number, type: ActorType = 'person', aliases: readonly string[] = []): Actor {
  return { name, type, aliases, roles: [], mentions, sources: mentions }
}

const rows: readonly (readonly [what: string, actors: readonly Actor[], ...merged: string[]])[] = [
  ['a surname alone', [actor('Merz', 5), actor('Friedrich Merz', 9)], 'Friedrich Merz 14'],
  [
    'a surname that two bear',
    [actor('Huber', 5), actor('Karl Huber', 9), actor('Anna Huber', 8)],
    'Karl Huber 9',
    'Anna Huber 8',
    'Huber 5',
  ],
  [
    'one far better known than the others',
    [actor('Huber', 5), actor('Karl Huber', 90), actor('Anna Huber', 8)],
    'Karl Huber 95',
    'Anna Huber 8',
  ],
  ['a surname with its particle', [actor('Leyen', 2), actor('Ursula von der Leyen', 9)], 'Ursula von der Leyen 11'],
  [
    'an abbreviation',
    [actor('EZB', 9, 'organisation'), actor('Europäische Zentralbank', 3, 'organisation', ['EZB'])],
    'Europäische Zentralbank 12',
  ],
  [
    'an abbreviation of nobody',
    [actor('EZB', 9, 'organisation'), actor('Europäische Zentralbank', 3, 'organisation')],
    'EZB 9',
    'Europäische Zentralbank 3',
  ],
  ['a name taken for two kinds', [actor('SPD', 90, 'organisation'), actor('SPD', 2, 'place')], 'SPD 92'],
  ['a name of two kinds', [actor('Essen', 9, 'place'), actor('Essen', 8, 'person')], 'Essen 9', 'Essen 8'],
  ['a town is no surname', [actor('Huber', 5, 'place'), actor('Karl Huber', 9)], 'Karl Huber 9', 'Huber 5'],
]
for (const [what, actors, ...merged] of rows) {
  test(what, () =>
    assert.deepEqual(
      mergeNamesakes(actors).map(({ name, mentions }) => `${name} ${mentions}`),
      merged,
    ),
  )
}

test('aliases and roles come along', () => {
  const roles = (sources: string[]) => [{ role: 'Kanzler', sources }]
  const [merged] = mergeNamesakes([
    { ...actor('Friedrich Merz', 9), roles: roles(['a']) },
    { ...actor('Merz', 2), aliases: ['Merz’'], roles: roles(['b']) },
  ])
  assert.deepEqual(merged?.aliases, ['Merz', 'Merz’'])
  assert.deepEqual(merged?.roles, roles(['a', 'b']))
  assert.equal(merged?.sources, 9)
})
