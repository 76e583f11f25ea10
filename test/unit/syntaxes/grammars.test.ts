import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coloured, loadMarkdown } from './grammars'
import { rows } from './rows'

const grammar = await loadMarkdown()

for (const [text, ...expected] of rows) test(text.replaceAll('\n', '⏎'), () => assert.deepEqual(coloured(grammar, text), expected))
