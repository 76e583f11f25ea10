import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { asPanel } from '../../../client/src/panel'
import { reportOf } from '../../../server/src/service/report'
import { script } from '../../../server/src/service/report/script'
import { checkMarked } from '../../support/corpus'

const { checked } = await checkMarked(`
@@ sources/a.txt
In Paris haben 26 Staaten Truppen zugesagt.
@@ draft.md
In Paris haben 26 Staaten <script>alert(1)</script> Truppen zugesagt.
`)
const page = reportOf([checked], 'de')

test('the panel runs the script of the page, by its hash, and ours, by its nonce, and nothing of a document', () => {
  const panel = asPanel(page, { nonce: 'abc', dark: true })
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(panel) ?? []
  const scripts = [...panel.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes, text = '']) => ({ attributes, text }))
  const hash = createHash('sha256').update(script).digest('base64')
  assert.equal(policy, `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}' 'nonce-abc'`)
  assert.deepEqual(
    scripts.map(({ attributes }) => attributes),
    ['', ' nonce="abc"'],
  )
  assert.equal(scripts[0]?.text, script)
})

test('markup that slipped through would not run', () => {
  const slipped = page.replace('<main', '<script>alert(1)</script><main')
  const hash = createHash('sha256').update(script).digest('base64')
  assert.ok(asPanel(slipped, { nonce: 'abc', dark: true }).includes(`script-src 'sha256-${hash}' 'nonce-abc'"`))
})

test("the panel is light or dark as the workbench is, whatever the system's choice", () => {
  for (const dark of [true, false]) assert.doesNotMatch(asPanel(page, { nonce: 'abc', dark }), /prefers-color-scheme|light dark/)
})
