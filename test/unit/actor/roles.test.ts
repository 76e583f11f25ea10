/** Roles as texts give them, with their terms, and when they are doubted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, ActorRole } from '../../../server/src/actor/actor'
import { recogniseActors } from '../../../server/src/actor/recognise'
import { roleDoubt } from '../../../server/src/actor/role-doubt'
import { roleAfter, roleBefore } from '../../../server/src/actor/roles'
import type { Language } from '../../../server/src/language/language'

const before: readonly (readonly [words: string, language: Language, role: string | undefined, former: boolean])[] = [
  ['der Bundeskanzler', 'de', 'Bundeskanzler', false],
  ['des früheren Bundeskanzlers', 'de', 'Bundeskanzler', true],
  ['die damalige Außenministerin', 'de', 'Außenministerin', true],
  ['Ex-Kanzler', 'de', 'Kanzler', true],
  ['der designierte Kanzler', 'de', undefined, false],
  ['Foreign Minister', 'en', 'Foreign Minister', false],
  ['former President', 'en', 'President', true],
]
for (const [words, language, role, former] of before) {
  test(`${words} …`, () => {
    const found = roleBefore(words.split(' '), language)
    assert.deepEqual([found.role, found.term?.former === true], [role, former])
  })
}

const after: readonly (readonly [text: string, language: Language, role: string | undefined, term?: object])[] = [
  [', seit Mai 2025 Regierungssprecher, sagte', 'de', 'Regierungssprecher', { since: '2025-05' }],
  [' ist seit 2021 Kanzler.', 'de', 'Kanzler', { since: '2021' }],
  [', der frühere Präsident des Landes', 'de', 'Präsident', { former: true }],
  [' (Finanzminister) sprach', 'de', 'Finanzminister'],
  [', Ministerpräsident Huber und andere', 'de', undefined],
  [', Hafen und Werft', 'de', undefined],
  [' Kanzler', 'de', undefined],
  [', former president of the bank', 'en', 'president', { former: true }],
  [', the president, said', 'en', 'president'],
]
for (const [text, language, role, term] of after) {
  test(`…${text}`, () => {
    const found = roleAfter(text, language)
    assert.deepEqual([found.role, found.term], [role, term])
  })
}

test('a role that follows belongs to the person', () => {
  const [mention] = recogniseActors('Angela Merkel, seit November 2005 Bundeskanzlerin, sprach.', 'de')
  assert.deepEqual([mention?.role, mention?.term], ['Bundeskanzlerin', { since: '2005-11' }])
})

function person(name: string, ...roles: readonly (readonly [role: string, more?: Partial<ActorRole>])[]): Actor {
  return {
    name,
    type: 'person',
    aliases: [],
    roles: roles.map(([role, more]) => ({ role, sources: ['a', 'b'], ...more })),
    mentions: 9,
    sources: 5,
  }
}

const weiss = person('Anna Weiß', ['Finanzminister'])
const doubts: readonly (readonly [
  what: string,
  role: string,
  actor: Actor | undefined,
  holders: readonly Actor[],
  expected: string | undefined,
])[] = [
  ['the role of another', 'Finanzminister', person('Karl Braun', ['Verkehrsminister']), [weiss], 'Anna Weiß'],
  ['his own role', 'Finanzminister', person('Karl Braun', ['Finanzminister']), [weiss], undefined],
  ['his own role, shorter', 'Minister', person('Karl Braun', ['Verkehrsminister']), [weiss], undefined],
  ['nobody’s role', 'Finanzminister', person('Karl Braun', ['Verkehrsminister']), [], undefined],
  ['a stranger', 'Finanzminister', undefined, [weiss], undefined],
  [
    'one whose roles the sources hardly know',
    'Finanzminister',
    person('Karl Braun', ['Verkehrsminister', { sources: ['a'] }]),
    [weiss],
    undefined,
  ],
  [
    'a holder whom one source names',
    'Finanzminister',
    person('Karl Braun', ['Verkehrsminister']),
    [person('A B', ['Finanzminister', { sources: ['a'] }])],
    undefined,
  ],
  ['two holders', 'Finanzminister', person('Karl Braun', ['Verkehrsminister']), [weiss, person('Emil Rot', ['Finanzminister'])], undefined],
  ['a role that many have', 'Präsident', person('Karl Braun', ['Verkehrsminister']), [person('A B', ['Präsident'])], undefined],
  ['a former holder', 'Finanzminister', person('Karl Braun', ['Finanzminister', { former: true }]), [weiss], 'Anna Weiß'],
]
for (const [what, role, actor, holders, expected] of doubts) {
  test(what, () => {
    const mention = { start: 0, end: 10, text: 'Karl Braun', name: 'Karl Braun', type: 'person' as const, role }
    assert.equal(roleDoubt(mention, actor, holders)?.holder.name, expected)
    assert.equal(roleDoubt({ ...mention, term: { former: true } }, actor, holders), undefined)
  })
}
