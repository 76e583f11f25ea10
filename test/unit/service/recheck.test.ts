import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { emptyMemory, recheck } from '../../../server/src/service/check'
import type { CheckedDocument } from '../../../server/src/service/checked'
import { inputFor, workspaceOf } from '../../support/corpus'
import { edited, equalAfterEdits } from '../../support/edits'

// `npm run bench -- edits` makes ten thousand.
test('after any edits, an incremental check equals a fresh one', { timeout: 240_000 }, async () => {
  const { findings } = await equalAfterEdits(300, 20_25)
  assert.ok(findings > 100, `${findings} findings`)
})

test('an edit judges only the paragraph that it changes', async () => {
  const { index, documents } = await workspaceOf(edited)
  const [file] = documents
  assert.ok(file)
  let searches = 0
  const counting = {
    ...index,
    search: (queries: Parameters<typeof index.search>[0]) => {
      searches += queries.length
      return index.search(queries)
    },
  }
  const first = await recheck(inputFor(file, counting), emptyMemory)
  const all = searches
  searches = 0
  const text = file.text.replace('1,9 Millionen', '1,8 Millionen')
  await recheck(inputFor({ ...file, text }, counting), first.memory)
  assert.ok(searches > 0 && searches <= 2, `${searches} of ${all} searches`)
  searches = 0
  await recheck(inputFor({ ...file, text: file.text.replace('---\n\n#', '---\n\n\n#') }, counting), first.memory)
  assert.equal(searches, 0)
})

test('a check tells what it has found so far: first where somebody looks, and nothing that it takes back', async () => {
  const { index, documents } = await workspaceOf(edited)
  const [file] = documents
  assert.ok(file)
  const parts: CheckedDocument[] = []
  const near = file.text.indexOf('84.000')
  const { checked } = await recheck(
    { ...inputFor(file, index), near: () => near, progress: async (part) => void parts.push(part()) },
    emptyMemory,
  )
  assert.ok(checked !== undefined && parts.length > 2)
  assert.deepEqual(
    parts[0]?.stated.map(({ judgement }) => judgement.figure.text),
    ['84.000 Besucher'],
  )
  for (const { findings, stated } of parts) {
    for (const finding of findings)
      assert.ok(
        checked.findings.some((other) => isDeepStrictEqual(other, finding)),
        finding.message,
      )
    for (const figure of stated) assert.ok(checked.stated.some((other) => isDeepStrictEqual(other, figure)))
  }
  assert.deepEqual(parts.at(-1)?.stated, checked.stated)
})
