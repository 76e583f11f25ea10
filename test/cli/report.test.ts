import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { beleg } from './strings'
import { workspaceOf } from './workspace'

const files = {
  'beleg.yaml': 'sources: ["sources/**"]\n',
  'sources/a "b".md':
    '---\nid: stadt\ntitle: <script>alert(1)</script>\n---\n\nIm Rathaus von Lindau am Wald arbeiten 214 Menschen & <img src=x onerror=alert(1)>.\n',
  'bericht.md': '# <b>Bericht</b>\n\nIm Rathaus von Lindau am Wald arbeiten 214 Menschen. Rund 900 Gäste kamen.\n',
}

test('the report shows every figure beside its evidence and holds nothing that a browser runs', async (context) => {
  const cwd = workspaceOf(context, files)
  const { code, stdout, stderr } = await beleg(['report', '-o', 'report.html', '--cache-location', '.cache'], { cwd })
  assert.deepEqual([code, stdout, stderr], [0, '', 'report.html: report on 1 document written.\n'])
  const html = readFileSync(join(cwd, 'report.html'), 'utf8')
  assert.match(html, /214 Menschen[\s\S]*214 Menschen/)
  assert.match(html, /Rund 900 Gäste/)
  assert.match(html, /default-src (?:'|&#39;)none/)
  assert.doesNotMatch(html, /<script>alert|<img src=x|<b>Bericht/i)
})

test('without --output the report goes to standard output', async (context) => {
  const { code, stdout } = await beleg(['report', '--locale', 'de', '--cache-location', '.cache'], { cwd: workspaceOf(context, files) })
  assert.equal(code, 0)
  assert.match(stdout, /^<!doctype html>\n<html lang="de">[\s\S]*<\/html>\n$/)
})
