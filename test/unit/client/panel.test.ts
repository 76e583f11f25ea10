import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asPanel } from '../../../client/src/panel'
import { reportOf } from '../../../server/src/service/report'
import { checkMarked } from '../../support/corpus'

test('the panel runs our one script and nothing of a document', async () => {
  const { checked } = await checkMarked(`
@@ sources/a.txt
In Paris haben 26 Staaten Truppen zugesagt.
@@ draft.md
In Paris haben 26 Staaten <script>alert(1)</script> Truppen zugesagt.
`)
  const page = asPanel(reportOf([checked], 'de'), 'abc')
  assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'[^"]*; script-src 'nonce-abc'">/)
  assert.deepEqual(page.match(/<script[^>]*>/g), ['<script nonce="abc">'])
})
