/** Another editor with a client of its own drives the packaged server over stdio. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { unpack } from '../vsix'
import { copyFixture } from '../workbench'

const neovim = '/usr/bin/nvim'

test('Neovim gets diagnostics, hovers, completion and fixes', { skip: existsSync(neovim) ? false : `${neovim} is missing` }, async () => {
  const extension = await unpack('neovim')
  const folder = copyFixture('', 'neovim')
  mkdirSync(`${folder}/sources`)
  writeFileSync(`${folder}/sources/amt.txt`, '---\nid: amt\ntitle: Gebühren\n---\n\nDie Gebühr für einen Reisepass beträgt 80 Euro.\n')
  writeFileSync(`${folder}/beleg.yaml`, '')
  writeFileSync(`${folder}/text.md`, '# Übersicht\n\nÄußerst teuer: Die Gebühr für einen Reisepass beträgt 120 Euro [@amt].\n')
  const env = {
    ...process.env,
    BELEG_NODE: process.execPath,
    BELEG_SERVER: `${extension}/dist/server.js`,
    BELEG_DOCUMENT: `${folder}/text.md`,
    BELEG_EXPECTED: '80 Euro',
  }
  const script = resolve('test/editor/neovim/attach.lua')
  const { stdout, stderr } = await promisify(execFile)(
    neovim,
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`],
    { env, timeout: 120_000 },
  )
  const answer: unknown = JSON.parse(stdout || stderr)
  assert.ok(typeof answer === 'object' && answer !== null)
  const { diagnostics, hover, completion, actions, mended, exit } = answer as Readonly<Record<string, unknown>>
  assert.deepEqual(diagnostics, ['Die Quelle nennt „80 Euro“, nicht „120 Euro“.'])
  assert.match(String(hover), /Die Gebühr für einen Reisepass beträgt \*\*80 Euro\*\*/)
  assert.deepEqual(completion, ['amt'])
  assert.ok(Array.isArray(actions) && actions.some((title) => String(title).includes('80 Euro')), String(actions))
  assert.deepEqual([mended, exit], [true, 0])
})
