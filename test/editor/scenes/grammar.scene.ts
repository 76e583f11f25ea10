import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coloured, loadMarkdown } from '../../unit/syntaxes/grammars'
import { rows } from '../../unit/syntaxes/rows'

const extensions = '.editor/code-server/node_modules/code-server/lib/vscode/extensions'
const grammar = await loadMarkdown(
  {
    'text.html.markdown': `${extensions}/markdown-basics/syntaxes/markdown.tmLanguage.json`,
    'text.html.derivative': `${extensions}/html/syntaxes/html-derivative.tmLanguage.json`,
    'text.html.basic': `${extensions}/html/syntaxes/html.tmLanguage.json`,
    'markdown.math.inline': `${extensions}/markdown-math/syntaxes/md-math-inline.tmLanguage.json`,
  },
  ['markdown.math.inline'],
)

test("VS Code's own Markdown grammar is coloured as the stand-in of the unit tests is", () => {
  for (const [text, ...expected] of rows) assert.deepEqual(coloured(grammar, text), expected, text)
})
