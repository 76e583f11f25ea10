import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { beleg } from './strings'
import { workspaceOf, writeFiles } from './workspace'

const files = {
  'beleg.yaml': 'sources: ["sources/**"]\n',
  'sources/stadt.txt': 'Im Rathaus der Stadt Lindau am Wald arbeiten 214 Menschen.\n',
  'bericht.md': 'Das steht bei @niemand.\n\nUnd das bei [@keiner].\n',
}
const check = ['check', '--cache-location', '.cache']

test('a baseline excuses what it lists, wherever it moves, and nothing else', async (context) => {
  const cwd = workspaceOf(context, files)
  assert.equal((await beleg(check, { cwd })).code, 1)

  const written = await beleg([...check, '--write-baseline'], { cwd })
  assert.equal(written.code, 0, written.stderr)
  assert.match(written.stderr, /beleg-baseline\.json: 2 findings written, 2 of them new; 0 dropped/)
  const excused = await beleg([...check, '--baseline', 'beleg-baseline.json'], { cwd })
  assert.equal(excused.code, 0)
  assert.match(excused.stdout, /2 findings suppressed by the baseline/)

  writeFiles(cwd, { 'bericht.md': `# Neu\n\nEin Absatz davor.\n\n${files['bericht.md']}` })
  assert.equal((await beleg([...check, '--baseline', 'beleg-baseline.json'], { cwd })).code, 0, 'a moved paragraph stays excused')

  writeFiles(cwd, { 'bericht.md': `${files['bericht.md']}\nUnd das bei [@keiner].\n` })
  assert.equal((await beleg([...check, '--baseline', 'beleg-baseline.json'], { cwd })).code, 1, 'a second copy is new')
})

test('writing a baseline again shows what is new in it and keeps reasons', async (context) => {
  const cwd = workspaceOf(context, files)
  await beleg([...check, '--write-baseline'], { cwd })
  const file = join(cwd, 'beleg-baseline.json')
  writeFiles(cwd, {
    'beleg-baseline.json': readFileSync(file, 'utf8').replace('"count": 1,', '"count": 1,\n      "reason": "known since 2024",'),
    'bericht.md': `${files['bericht.md']}\nDrittens @niemals.\n`,
  })
  const { stderr } = await beleg([...check, '--write-baseline'], { cwd })
  assert.match(stderr, /3 findings written, 1 of them new; 0 dropped\.\n {2}\+ bericht\.md {2}citation-unknown {2}/)
  assert.match(readFileSync(file, 'utf8'), /known since 2024/)
})

test('a baseline that is missing or damaged fails the run and says so', async (context) => {
  const cwd = workspaceOf(context, { ...files, 'damaged.json': '{"findings": 3}' })
  const missing = await beleg([...check, '--baseline', 'nowhere.json'], { cwd })
  assert.equal(missing.code, 2)
  assert.match(missing.stderr, /The baseline .*nowhere\.json cannot be read\. --write-baseline makes one\./)
  const damaged = await beleg([...check, '--baseline', 'damaged.json'], { cwd })
  assert.equal(damaged.code, 2)
  assert.match(damaged.stderr, /damaged\.json is damaged/)
})
