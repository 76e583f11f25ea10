import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, ActorType } from '../../../server/src/actor/actor'
import { rankActors } from '../../../server/src/actor/rank'

function actor(name: string, mentions = 5, type: ActorType = 'person', roles: readonly string[] = []): Actor {
  return { name, type, aliases: [], roles: roles.map((role) => ({ role, sources: ['a', 'b'] })), mentions, sources: mentions }
}

const actors = [
  actor('Friedrich Merz', 50),
  actor('Ursula von der Leyen', 30),
  actor('Cem Özdemir', 10),
  actor('Merck', 40, 'organisation'),
  actor('Wolodymyr Selenskyj', 20),
]
const nothing = { near: [], named: new Set<string>() }

const queries: readonly (readonly [query: string, name: string])[] = [
  ['Merz', 'Friedrich Merz'],
  ['uvdl', 'Ursula von der Leyen'],
  ['ozd', 'Cem Özdemir'],
  ['Oezd', 'Cem Özdemir'],
  ['frme', 'Friedrich Merz'],
  ['Le', 'Ursula von der Leyen'],
]
for (const [query, name] of queries)
  test(`${query} finds ${name}`, () => assert.equal(rankActors(query, actors, nothing)[0]?.actor.name, name))

test('who stands in the paragraph comes first', () => {
  const merck = rankActors('Mer', actors, { near: ['Merck'], named: new Set() })[0]
  assert.equal(merck?.actor.name, 'Merck')
})

test('the surname is inserted where the full name stands already', () => {
  const named = new Set(['Ursula von der Leyen', 'Friedrich Merz'])
  assert.equal(rankActors('Ley', actors, { near: [], named })[0]?.insert, 'von der Leyen')
  assert.equal(rankActors('Merz', actors, { near: [], named })[0]?.insert, 'Merz')
})

test('nothing matches letters out of order', () => assert.deepEqual(rankActors('xq', actors, nothing), []))
