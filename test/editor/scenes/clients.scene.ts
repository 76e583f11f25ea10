/** Other editors, each with a client of its own, drive the packaged server over stdio. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { unpack } from '../vsix'
import { copyFixture } from '../workbench'

const script = (name: string) => resolve('test/editor/clients', name)
const clients = {
  Neovim: { program: '/usr/bin/nvim', args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script('neovim.lua')}`] },
  Emacs: { program: '/usr/bin/emacs', args: ['--batch', '-l', script('emacs.el')] },
}

for (const [name, { program, args }] of Object.entries(clients)) {
  const skip = existsSync(program) ? false : `${program} is missing`
  test(`${name} gets diagnostics, hovers, completion and fixes`, { skip }, async () => {
    const extension = await unpack(name)
    const folder = copyFixture('', name)
    mkdirSync(`${folder}/sources`)
    writeFileSync(`${folder}/sources/amt.txt`, '---\nid: amt\ntitle: Gebühren\n---\n\nDie Gebühr für einen Reisepass beträgt 80 Euro.\n')
    writeFileSync(`${folder}/beleg.yaml`, '')
    writeFileSync(`${folder}/text.md`, '# Übersicht\n\nÄußerst teuer: Die Gebühr für einen Reisepass beträgt 120 Euro [@amt].\n')
    const env = {
      ...process.env,
      LC_ALL: '',
      LANG: 'de_DE.UTF-8',
      XDG_CACHE_HOME: `${folder}/cache`,
      BELEG_NODE: process.execPath,
      BELEG_SERVER: `${extension}/dist/server.js`,
      BELEG_DOCUMENT: `${folder}/text.md`,
      BELEG_EXPECTED: '80 Euro',
    }
    const { stdout, stderr } = await promisify(execFile)(program, args, { env, timeout: 120_000 })
    // Neovim prints to either; Emacs says more than the answer to the error stream.
    const answer: unknown = JSON.parse(stdout || stderr)
    assert.ok(typeof answer === 'object' && answer !== null)
    const { diagnostics, hover, completion, actions, mended } = answer as Readonly<Record<string, unknown>>
    assert.match(String(diagnostics), /Die Quelle nennt „80 Euro“, nicht „120 Euro“\.$/)
    assert.match(String(hover), /Die Gebühr für einen Reisepass beträgt \*\*80 Euro\*\*/)
    assert.deepEqual(completion, ['amt'])
    assert.ok(Array.isArray(actions) && actions.some((title) => String(title).includes('80 Euro')), String(actions))
    assert.equal(mended, true)
  })
}
