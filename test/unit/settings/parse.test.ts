import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDocument } from 'yaml'
import { defaultSettings, parseSettings } from '../../../server/src/settings/parse'
import { settingsSchema, settingsTable } from '../../../server/src/settings/schema'
import type { Settings } from '../../../server/src/settings/settings'

const good: readonly (readonly [text: string, expected: Partial<Settings>])[] = [
  ['', {}],
  ['# nur ein Kommentar', {}],
  ['sources: ["quellen/**", "!quellen/alt/**"]', { sources: ['quellen/**', '!quellen/alt/**'] }],
  ['sources: quellen/*.txt', { sources: ['quellen/*.txt'] }],
  ['documents:\n  - analyse.md\n  - "kapitel/*.md"', { documents: ['analyse.md', 'kapitel/*.md'] }],
  ['bibliography: references.bib', { bibliography: ['references.bib'] }],
  ['actors: actors.yaml', { actors: 'actors.yaml' }],
  [
    'rules: { figure-unsupported: hint, actor-role: off }',
    { rules: { ...defaultSettings.rules, 'figure-unsupported': 'hint', 'actor-role': 'off' } },
  ],
  ['rules:', {}],
  ['fields: { text: body, date: published_at }', { fields: { text: 'body', date: 'published_at' } }],
  ['\ufeffactors: a.yaml\r\n', { actors: 'a.yaml' }],
]
for (const [text, expected] of good) {
  test(text || 'an empty file', () =>
    assert.deepEqual(parseSettings(text, 'beleg.yaml'), { settings: { ...defaultSettings, ...expected }, problems: [] }),
  )
}

/** Text, the lines of its problems with a word of the message, and what holds all the same. */
const bad: readonly (readonly [text: string, problems: readonly string[], expected: Partial<Settings>])[] = [
  ['actors: a.yaml\nsource: x', ['2 „sources“'], { actors: 'a.yaml' }],
  ['actors: a.yaml\nxyzzy: x', ['2 sources, documents'], { actors: 'a.yaml' }],
  [
    'rules:\n  figure-contradictet: off\n  actor-role: off',
    ['2 „figure-contradicted“'],
    { rules: { ...defaultSettings.rules, 'actor-role': 'off' } },
  ],
  ['rules: { actor-role: warn }', ['1 error, warning'], {}],
  ['rules: { actor-role: }', ['1 error, warning'], {}],
  ['rules: [actor-role]', ['1 figure-unsupported: hint'], {}],
  ['sources: 5', ['1 ["sources/**"]'], {}],
  ['sources: [a, 5, { b: c }]', ['1 ["sources/**"]', '1 ["sources/**"]'], { sources: ['a'] }],
  ['sources:', ['1 ["sources/**"]'], {}],
  ['actors: [a]', ['1 actors.yaml'], {}],
  ['fields: { txt: body, title: 5 }', ['1 „text“', '1 body'], {}],
  ['actors: a.yaml\nactors: b.yaml', ['2 zweimal'], { actors: 'b.yaml' }],
  ['- sources', ['1 sources: …'], {}],
  ['nur Text', ['1 sources: …'], {}],
  [
    'actors: a.yaml\nrules: { actor-role: off',
    ['2 Klammern'],
    { actors: 'a.yaml', rules: { ...defaultSettings.rules, 'actor-role': 'off' } },
  ],
  ['actors: a.yaml\n\tsources: b', ['2 Einrückung'], { actors: 'a.yaml', sources: ['b'] }],
]
for (const [text, problems, expected] of bad) {
  test(text, () => {
    const read = parseSettings(text, 'ordner/beleg.yaml', 'de')
    assert.deepEqual(
      read.problems.map(({ line }) => line),
      problems.map((problem) => Number.parseInt(problem, 10)),
      JSON.stringify(read.problems),
    )
    for (const [index, { message, path, span }] of read.problems.entries()) {
      const word = problems[index]?.replace(/^\d+ /, '') ?? ''
      assert.ok(word === 'zweimal' ? message.includes('steht schon') : message.includes(word), message)
      assert.equal(path, 'ordner/beleg.yaml')
      assert.ok(span.start <= span.end && span.end <= text.length)
    }
    assert.deepEqual(read.settings, { ...defaultSettings, ...expected })
  })
}

test('no text makes it throw, and English is spoken as well', () => {
  const word = fc.constantFrom(
    'sources',
    'rules',
    'actor-role',
    ':',
    ' ',
    '\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    '&a',
    '*a',
    '!!x',
    '|',
    '>',
    'off',
    '5',
    '~',
    '?',
    '#',
    '\t',
    '%YAML 1.1\n',
    '---\n',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const { settings, problems } = parseSettings(words.join(''), 'beleg.yaml', 'en')
      for (const { message, line } of problems) assert.ok(message !== '' && line >= 1)
      assert.ok(Object.values(settings.rules).every((severity) => typeof severity === 'string'))
    }),
    { numRuns: 500 },
  )
})

test('the schema knows what the parser knows', () => {
  assert.deepEqual(Object.keys(settingsTable).sort(), [...Object.keys(defaultSettings), 'actors'].sort())
  for (const [name, setting] of Object.entries(settingsTable)) {
    if (setting.kind === 'strings')
      assert.deepEqual(Object.entries(defaultSettings).find(([known]) => known === name)?.[1], setting.default)
  }
  for (const locale of ['de', 'en'] as const) {
    const schema = settingsSchema(locale, { 'actor-role': 'Eine Regel.' })
    assert.ok(JSON.stringify(schema).includes('Eine Regel.'))
    for (const text of [...good.map(([sample]) => sample), ...bad.map(([sample]) => sample)]) {
      const document = parseDocument(text.replace(/^\ufeff/, ''))
      if (document.errors.length > 0 || document.contents === null) continue
      assert.equal(accepts(schema, document.toJS()), parseSettings(text, 'beleg.yaml').problems.length === 0, text)
    }
  }
})

/** JSON Schema, as much of it as the settings use. */
function accepts(schema: unknown, value: unknown): boolean {
  if (!isRecord(schema)) return false
  const { type, minLength, anyOf, properties, items } = schema
  if (Array.isArray(schema['enum'])) return schema['enum'].includes(value)
  if (Array.isArray(anyOf)) return anyOf.some((option) => accepts(option, value))
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  if (![type].flat().includes(kind)) return false
  if (typeof value === 'string') return value.length >= Number(minLength ?? 0)
  if (Array.isArray(value)) return value.every((item) => accepts(items, item))
  if (!isRecord(value) || !isRecord(properties)) return true
  return Object.entries(value).every(([name, item]) => Object.hasOwn(properties, name) && accepts(properties[name], item))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
