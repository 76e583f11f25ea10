import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDocument } from '../../../server/src/analysis/parse'
import type { Finding } from '../../../server/src/rules/rule'
import { checkDocument } from '../../../server/src/service/check'
import { silence } from '../../../server/src/service/silence'
import { checkMarked, inputFor } from '../../support/corpus'

/** Every "X" of the text is found contradicted, every "Y" disputed; what is left is shown by its offset's line, from 1. */
function left(text: string) {
  const found = [...text.matchAll(/[XY]/g)].map(
    ({ index, 0: letter }): Finding => ({
      rule: letter === 'X' ? 'figure-contradicted' : 'figure-disputed',
      severity: 'error',
      span: { start: index, end: index + 1 },
      message: '',
      evidence: [],
      fixes: [],
    }),
  )
  const { findings, silenced, unused } = silence(text, parseDocument(text).directives, found)
  return {
    lines: findings.map(({ span }) => text.slice(0, span.start).split('\n').length),
    silenced: silenced.length,
    unused: unused.map(({ kind }) => kind),
  }
}

const cases = [
  ['nothing', 'X\n', { lines: [1], silenced: 0, unused: [] }],
  ['the next line', '<!-- beleg-disable-next-line -->\nX\nX\n', { lines: [3], silenced: 1, unused: [] }],
  ['the same line', 'X <!-- beleg-disable-line figure-contradicted -- weil -->\nX\n', { lines: [2], silenced: 1, unused: [] }],
  [
    'only the rule that is named',
    'Y <!-- beleg-disable-line figure-contradicted -->\n',
    { lines: [1], silenced: 0, unused: ['disable-line'] },
  ],
  ['from here to there', 'X\n\n<!-- beleg-disable -->\n\nX\n\n<!-- beleg-enable -->\n\nX\n', { lines: [1, 9], silenced: 1, unused: [] }],
  ['from here to the end', 'X\n\n<!-- beleg-disable figure-contradicted -->\n\nX Y\n', { lines: [1, 5], silenced: 1, unused: [] }],
  [
    'another rule’s end is not this one’s',
    '<!-- beleg-disable figure-contradicted -->\n\nX\n\n<!-- beleg-enable figure-disputed -->\n\nX\n',
    { lines: [], silenced: 2, unused: ['enable'] },
  ],
  ['the whole file', 'X\n\n<!-- beleg-disable-file -->\n\nX\n', { lines: [], silenced: 2, unused: [] }],
  ['nothing, and says so', '<!-- beleg-disable-next-line -->\nText\n', { lines: [], silenced: 0, unused: ['disable-next-line'] }],
] as const
for (const [what, text, expected] of cases) test(`silences ${what}`, () => assert.deepEqual(left(text), expected))

test('a comment for a rule that is off waits for it', async () => {
  const { workspace } = await checkMarked('@@ sources/a.txt\nNichts\n@@ b.md\nText\n')
  const unused = async (comment: string) => {
    const input = inputFor({ path: 'b.md', text: `${comment}\nText\n` }, workspace.index)
    return (await checkDocument(input)).findings.map(({ rule }) => rule)
  }
  assert.deepEqual(await unused('<!-- beleg-disable-next-line figure-unsupported -->'), [])
  assert.deepEqual(await unused('<!-- beleg-disable-next-line figure-unsupported figure-disputed -->'), ['directive-unused'])
})
