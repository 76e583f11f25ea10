/** Files that would be unwieldy or impossible in fixtures/: each gets a sentence, and the rest goes on. */
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { beleg } from './strings'
import { workspaceOf } from './workspace'

const sentence = 'Im Rathaus der Stadt Lindau am Wald arbeiten 214 Menschen.\n'
const files = { 'beleg.yaml': 'sources: ["sources/**"]\n', 'sources/stadt.txt': sentence, 'bericht.md': sentence }
const check = ['check', '--cache-location', '.cache', '--format', 'json']

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
}

test('a source of 60 MB is skipped by name', async (context) => {
  const cwd = workspaceOf(context, files)
  writeFileSync(join(cwd, 'sources/archiv.txt'), Buffer.alloc(60e6, 'Zahlen und noch mehr Zahlen. '))
  const { code, stderr } = await beleg(check, { cwd })
  assert.equal(code, 0, stderr)
  assert.match(stderr, /^beleg: sources\/archiv\.txt: skipped: the file is too large\./m)
})

test('a source that may not be read is skipped by name', {
  skip: process.getuid?.() === 0 && 'the superuser reads everything',
}, async (context) => {
  const cwd = workspaceOf(context, { ...files, 'sources/geheim.txt': 'x' })
  chmodSync(join(cwd, 'sources/geheim.txt'), 0)
  const { code, stderr } = await beleg(check, { cwd })
  assert.equal(code, 0)
  assert.match(stderr, /^beleg: sources\/geheim\.txt: skipped: the file cannot be read\./m)
})

test('encodings are told apart, in sources and in documents', async (context) => {
  const german = 'Für die Straße zahlt Lindau 4,5 Millionen Euro.\n'
  const cwd = workspaceOf(context, {
    'beleg.yaml': 'sources: ["sources/**"]\n',
    'sources/utf16.txt': utf16(german),
    'alt.md': Buffer.from(german, 'latin1'),
    'bom.md': `\ufeff${german}`,
    'utf16.md': utf16(german),
  })
  const { stdout, stderr } = await beleg(check, { cwd })
  assert.equal(stderr, 'Nothing to object to in 3 documents. 3 figures: 3 supported.\n')
  for (const { figures } of JSON.parse(stdout).documents) assert.equal(figures[0].text, '4,5 Millionen Euro')
})

test('a document that is no text fails the run and stops nothing', async (context) => {
  const cwd = workspaceOf(context, { ...files, 'bild.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) })
  const { code, stdout, stderr } = await beleg(check, { cwd })
  assert.equal(code, 2)
  assert.match(stderr, /^beleg: bild\.md: does not look like text\. Save it as UTF-8\.$/m)
  assert.deepEqual(
    JSON.parse(stdout).documents.map(({ path }: { path: string }) => path),
    ['bericht.md'],
  )
})

test('documents belong to the beleg.yaml above them, wherever the command is called', async (context) => {
  const other = sentence.replace('214', '241')
  const cwd = workspaceOf(context, {
    'a/beleg.yaml': '',
    'a/sources/stadt.txt': sentence,
    'a/tief/bericht.md': sentence,
    'b/beleg.yaml': 'sources: ["quellen"]\n',
    'b/quellen/stadt.txt': other,
    'b/bericht.md': sentence,
  })
  const { code, stdout } = await beleg(check.concat('a/tief/bericht.md', 'b/*.md'), { cwd })
  assert.equal(code, 1)
  const verdicts = JSON.parse(stdout).documents.map(({ path, figures }: { path: string; figures: { verdict: string }[] }) => [
    path,
    figures[0]?.verdict,
  ])
  assert.deepEqual(verdicts, [
    ['a/tief/bericht.md', 'supported'],
    ['b/bericht.md', 'contradicted'],
  ])
})

test('a document outside every workspace is told what to do', async (context) => {
  const cwd = workspaceOf(context, { 'bericht.md': sentence })
  const { code, stderr } = await beleg(['check', 'bericht.md', '--cache-location', '.cache'], { cwd })
  assert.equal(code, 2)
  assert.match(
    stderr,
    /^beleg: No sources found \(sources\/\*\*\)\. Put sources there, name them by --sources, or list them under sources: in beleg\.yaml\.$/m,
  )
})

test('an empty document and an empty folder are no trouble', async (context) => {
  const cwd = workspaceOf(context, { ...files, 'leer.md': '' })
  mkdirSync(join(cwd, 'nichts'))
  assert.equal((await beleg(check.concat('leer.md'), { cwd })).code, 0)
  const { code, stderr } = await beleg(check.concat('nichts'), { cwd })
  assert.equal(code, 2)
  assert.match(stderr, /^beleg: nichts: this folder holds no Markdown file\.$/m)
})
