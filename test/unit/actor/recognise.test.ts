import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actorsOf, recogniseActors } from '../../../server/src/actor/recognise'
import type { Language } from '../../../server/src/language/language'
import type { Body } from '../../../server/src/text/body'

/** A row is a text and what it names: surface, and after "=" the canonical name where that differs. */
type Row = readonly [text: string, ...actors: string[]]

const german: readonly Row[] = [
  ['Bundeskanzlerin Angela Merkel reiste nach Paris.', 'person Angela Merkel (Bundeskanzlerin)', 'place Paris'],
  ['Angela Merkel kam spät. Merkels Rede war kurz.', 'person Angela Merkel', 'person Merkels=Angela Merkel'],
  ['Die Wirtschaft Deutschlands wuchs.', 'state Deutschlands=Deutschland'],
  ['Sie leben in der Ukraine.', 'state Ukraine'],
  ['Das teilte die NATO mit.', 'organisation NATO'],
  [
    'Die Europäische Zentralbank (EZB) tagte. Die EZB schwieg.',
    'organisation Europäische Zentralbank',
    'organisation EZB=Europäische Zentralbank',
    'organisation EZB=Europäische Zentralbank',
  ],
  ['Die Vereinigten Staaten und die Türkei stritten.', 'state Vereinigten Staaten=Vereinigte Staaten', 'state Türkei'],
  ['Ein Berliner Unternehmen baut in Grünheide.', 'place Grünheide'],
  ['Wie Klaus Wald erklärte, ist der Wald krank.', 'person Klaus Wald'],
  ['Emil Schmidt baut. Es wird ein Haus, das Schmidt selbst nutzt.', 'person Emil Schmidt', 'person Schmidt=Emil Schmidt'],
  ['Der Minister Karl Huber und Frau Dr. Huber schwiegen.', 'person Karl Huber (Minister)', 'person Huber'],
  ['Der Amtskollege Ashok M. Verma kam.', 'person Ashok M. Verma'],
  ['Peter M. wurde verhaftet. Danach schwieg er.', 'person Peter M.'],
  ['Karl Maurers Plan scheiterte.', 'person Karl Maurers=Karl Maurer'],
  ['Karl Peters kam spät.', 'person Karl Peters'],
  [
    'Laut Emil Brugger war es spät. Nach den Worten Bruggers blieb wenig Zeit. Brugger ging.',
    'person Emil Brugger',
    'person Bruggers=Emil Brugger',
    'person Brugger=Emil Brugger',
  ],
  ...["'", '’', '‘', 'ʼ', '´', '′'].map((mark): Row => [`Angela Marx${mark} Vorstoß war neu.`, 'person Angela Marx']),
]
const english: readonly Row[] = [
  ['President Emmanuel Macron met her in Paris.', 'person Emmanuel Macron (President)', 'place Paris'],
  ['Ursula von der Leyen spoke for the European Commission.', 'person Ursula von der Leyen', 'organisation European Commission'],
  ['The United Kingdom supports NATO.', 'state United Kingdom', 'organisation NATO'],
]
for (const [language, rows] of [['de', german] as const, ['en', english] as const]) {
  for (const [text, ...expected] of rows) test(text, () => assert.deepEqual(recogniseActors(text, language).map(show), expected))
}

function show({ type, text, name, role }: { type: string; text: string; name: string; role?: string }): string {
  return `${type} ${text}${name === text ? '' : `=${name}`}${role === undefined ? '' : ` (${role})`}`
}

for (const text of ['Das BIP stieg.', 'Der Ausbau der Häfen dauert an.', 'Am Montag fiel Regen.', '']) {
  test(`names nobody: ${text}`, () => assert.deepEqual(recogniseActors(text, 'de'), []))
}

test('a role with an article stands for the one who holds it', () => {
  const text = 'Bundeskanzlerin Angela Merkel reiste ab. Danach sprach die Kanzlerin mit der Presse.'
  assert.ok(actorsOf(bodyOf(text, 'de')).some((mention) => mention.text === 'Kanzlerin' && mention.name === 'Angela Merkel'))
})

test('a role that two persons hold stands for neither', () => {
  const text = 'Minister Karl Huber und Minister Emil Bauer stritten. Der Minister ging.'
  assert.ok(!actorsOf(bodyOf(text, 'de')).some((mention) => mention.text === 'Minister'))
})

test('a capital that acts is the state', () => {
  const [mention] = actorsOf(bodyOf('Kiew fordert mehr Hilfe.', 'de'))
  assert.equal(mention?.name, 'Ukraine')
  assert.equal(actorsOf(bodyOf('Der Zug hielt in Kiew.', 'de'))[0]?.name, 'Kiew')
})

test('persons of one surname stay apart by gender', () => {
  const text = 'Herr Karl Huber und Frau Anna Huber kamen. Frau Huber ging zuerst.'
  assert.deepEqual(
    recogniseActors(text, 'de').map(({ name }) => name),
    ['Karl Huber', 'Anna Huber', 'Anna Huber'],
  )
})

test('names do not depend on what was read before', () => {
  const text = 'Bundeskanzlerin Angela Merkel reiste nach Paris. Dort sprach Merkel mit der Presse, „Le Monde“ und Emmanuel Macron.'
  const before = recogniseActors(text, 'de')
  const others = Array.from({ length: 12_000 }, (_, at) => `Merkel ${at.toString(36)} Zug${(at * 7919) % 997} nach Paris.`)
  recogniseActors(others.join(' '), 'de')
  assert.deepEqual(recogniseActors(text, 'de'), before)
})

test('words that every object has are words like others', () => {
  for (const word of ['constructor', 'toString', 'valueOf', '__proto__']) assert.deepEqual(recogniseActors(`Das heißt ${word}.`, 'de'), [])
})

test('spans slice to the surface, in order and without overlaps', () => {
  const pieces = fc.constantFrom(
    'Angela Merkel',
    ' ',
    '\n',
    'NATO-Chef',
    '(EZB)',
    'Frau Dr.',
    'Huber',
    '„',
    '’',
    'von der Leyen',
    '😀',
    '. ',
    'U.S.',
    'in',
    '12',
    '@x',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces).map((parts) => parts.join(' ')),
      ),
      fc.constantFrom<Language>('de', 'en'),
      (text, language) => {
        let last = 0
        for (const mention of actorsOf(bodyOf(text, language))) {
          assert.ok(mention.start >= last && mention.end > mention.start)
          assert.equal(text.slice(mention.start, mention.end), mention.text)
          last = mention.end
        }
      },
    ),
  )
})

function bodyOf(text: string, language: Language): Body {
  return { text, language, passages: [{ start: 0, end: text.length, kind: 'paragraph', group: 0, heads: [] }] }
}

test('a text of more different words than are remembered is read', () => {
  const words = Array.from({ length: 270_000 }, (_, at) => `w${at.toString(36)}`)
  const mentions = recogniseActors(`${words.join(' ')}. Bundeskanzlerin Angela Merkel reiste ab.`, 'de')
  assert.equal(mentions.at(-1)?.name, 'Angela Merkel')
})
