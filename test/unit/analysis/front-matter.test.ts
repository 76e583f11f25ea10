import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDocument } from '../../../server/src/analysis/parse'

const rows = [
  ['lang: de-AT', { language: 'de', bibliography: [], references: [] }],
  ['lang: en\ntitle: Hilfe', { language: 'en', title: 'Hilfe', bibliography: [], references: [] }],
  ['bibliography: a.bib', { bibliography: ['a.bib'], references: [] }],
  ['bibliography: [a.bib, b.json]', { bibliography: ['a.bib', 'b.json'], references: [] }],
  ['references:\n- id: a\n  title: A\n- id: 5\n- title: x', { bibliography: [], references: [{ id: 'a', title: 'A' }, { id: '5' }] }],
  ['title: [unclosed', { bibliography: [], references: [] }],
  ['- only\n- a list', { bibliography: [], references: [] }],
  ['lang: 5\nbibliography:\nreferences: x', { bibliography: [], references: [] }],
] as const
for (const [yaml, expected] of rows) {
  test(yaml, () => {
    for (const text of [`---\n${yaml}\n---\n\nText`, `---\r\n${yaml.replaceAll('\n', '\r\n')}\r\n---\r\n`, `---\n${yaml}\n...\nText`]) {
      assert.deepEqual(parseDocument(text).frontMatter, expected)
    }
  })
}
