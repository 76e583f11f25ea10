/**
 * The command line by golden files: fixtures/cli/CASE holds a small workspace, its calls (`args`, one a line), what comes on standard
 * input (`stdin`) and what must come out (`expected.txt`). UPDATE_GOLDEN=1 rewrites expectations; without it a test only compares. Confidences are left
 * out: they move with the weights of the judge.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { beleg, type Ran } from './strings'

const cases = resolve('fixtures/cli')
const cache = mkdtempSync(join(tmpdir(), 'beleg-golden-'))
after(() => rmSync(cache, { recursive: true, force: true }))

/** Commands that have no index. */
const withoutCorpus = new Set(['extract', 'help', '--help', '--version'])

for (const name of readdirSync(cases).sort()) {
  test(name, async () => {
    const cwd = join(cases, name)
    const stdin = existsSync(join(cwd, 'stdin')) ? readFileSync(join(cwd, 'stdin')) : ''
    const shown: string[] = []
    for (const line of readFileSync(join(cwd, 'args'), 'utf8')
      .split('\n')
      .filter((text) => text !== '')) {
      const args = [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word)
      const hidden = withoutCorpus.has(args[0] ?? '') ? [] : ['--cache-location', mkdtempSync(join(cache, 'index-'))]
      shown.push(show(line, await beleg([...args, ...hidden], { cwd, stdin })))
    }
    const actual = shown
      .join('\n')
      .replaceAll(cwd, '<folder>')
      .replace(/"confidence": [\d.]+/g, '"confidence": 0.…')
    const file = join(cwd, 'expected.txt')
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, actual)
    assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : 'no expected.txt yet: run with UPDATE_GOLDEN=1')
  })
}

function show(command: string, { code, stdout, stderr }: Ran): string {
  return `$ beleg ${command}\n${ended(stdout)}--- standard error\n${ended(stderr)}--- exit status ${code}\n`
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}
