import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileWithCursor, parseMarked } from '../../support/marked'

test('files, cursor and labels are taken out of the text', () => {
  const [source, draft] = parseMarked(`
@@ sources/a.md
Eins.
@@ draft.md
Zwei <|>Drei.
     ^^^^ label: with words
Vier.
`)
  assert.deepEqual(source, { path: 'sources/a.md', text: 'Eins.\n', labels: [] })
  assert.deepEqual(draft, {
    path: 'draft.md',
    text: 'Zwei Drei.\nVier.\n\n',
    labels: [{ start: 5, end: 9, text: 'label: with words' }],
    cursor: 5,
  })
})

test('an annotation that points past its line is rejected', () => {
  assert.throws(() => parseMarked('@@ a.md\nkurz\n   ^^^^ zu weit'), /points past/)
})

test('two cursors are rejected, and so is none where one is needed', () => {
  assert.throws(() => parseMarked('@@ a.md\n<|>\n<|>'), /more than one cursor/)
  assert.throws(() => fileWithCursor(parseMarked('@@ a.md\nText')), /No file has a cursor/)
})

test('text before the first file is rejected', () => {
  assert.throws(() => parseMarked('Text'), /begins with "@@ path"/)
})
