import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../../server/src/actor/actor'
import { applyRegistry, applyToActors, parseRegistry } from '../../../server/src/actor/registry'

const file = `# who is who
actors:
  - name: Emil Huber
    type: person
    aliases: [Huber, E. Huber]
    roles: [Bürgermeister]
block: [Handelsblatt]
`

test('aliases bear the canonical name, blocked names are gone', () => {
  const { registry, mistakes } = parseRegistry(file)
  assert.deepEqual(mistakes, [])
  const mention = (text: string) => ({ start: 0, end: text.length, text, name: text, type: 'organisation' as const })
  assert.deepEqual(
    applyRegistry([mention('Huber'), mention('Handelsblatt'), mention('Rathaus')], registry).map(({ name, type }) => `${type} ${name}`),
    ['person Emil Huber', 'organisation Rathaus'],
  )
})

test('actors of the corpus are merged', () => {
  const actor = (name: string, mentions: number): Actor => ({ name, type: 'person', aliases: [], roles: [], mentions, sources: 1 })
  const [first, second] = applyToActors([actor('Huber', 3), actor('E. Huber', 2), actor('Handelsblatt', 9)], parseRegistry(file).registry)
  assert.equal(first?.name, 'Emil Huber')
  assert.equal(first?.mentions, 5)
  assert.equal(second, undefined)
})

const mistakes: readonly (readonly [text: string, line: number, start: string])[] = [
  ['actors:\n  - type: person\n', 2, 'An actor needs'],
  ['actors:\n  - name: A\n    type: human\n', 3, '“type” is one of'],
  ['actors:\n  - name: A\n    nick: B\n', 3, 'Unknown key “nick”'],
  ['akteure: []\n', 1, 'Unknown key “akteure”'],
  ['actors:\n  - {name: A, aliases: [B]}\n  - {name: C, aliases: [B]}\n', 3, '“B” belongs to “A”'],
  ['- A\n', 1, 'Expected the keys'],
  ['actors: [\n', 2, 'Not valid YAML'],
]
for (const [text, line, start] of mistakes) {
  test(`mistake: ${start}`, () => {
    const [mistake] = parseRegistry(text).mistakes
    assert.equal(mistake?.line, line)
    assert.ok(mistake?.message.en.startsWith(start), mistake?.message.en)
  })
}
