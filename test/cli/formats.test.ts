/** Every format on a document and a source that try to break it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { SaxesParser } from 'saxes'
import { type FormatName, formatNames } from '../../server/src/cli/formats/format'
import { violations } from './schema'
import { beleg } from './strings'
import { workspaceOf, writeFiles } from './workspace'

const files = {
  'beleg.yaml': 'sources: ["sources/**"]\n',
  'sources/a, b%.txt':
    'Rathaus & <script>alert(1)</script> "Lindau"\n\nIm Rathaus von Lindau am Wald\u001b[31m & <b>nebenan</b> arbeiten 214 Menschen ]]> ::error::x %0A.\n',
  'ä "b" & <c>.md':
    '# Lindau\n\nIm Rathaus 🏛️ von Lindau am Wald\u001b[2J arbeiten 241 Menschen.\n\nMehr [@nie<mand&].\n\nUnd [@keiner, S. 3].\n',
}

async function output(context: Parameters<typeof workspaceOf>[0], format: FormatName): Promise<string> {
  const { code, stdout, stderr } = await beleg(['check', '--format', format, '--cache-location', '.cache'], {
    cwd: workspaceOf(context, files),
  })
  assert.equal(code, 1, stderr)
  assert.match(stderr, format === 'stylish' ? /^$/ : /^\d errors? in 1 document\./)
  return stdout
}

for (const format of formatNames) {
  test(`${format} holds no control character`, async (context) => {
    assert.doesNotMatch(await output(context, format), /[\u0000-\u0009\u000b-\u001f]/)
  })
}

for (const format of ['junit', 'checkstyle'] as const) {
  test(`${format} is well-formed`, async (context) => {
    const text = await output(context, format)
    const names: string[] = []
    const parser = new SaxesParser()
    parser.on('opentag', ({ name }) => names.push(name))
    parser.on('error', (cause) => assert.fail(cause))
    parser.write(text).close()
    assert.ok(names.includes(format === 'junit' ? 'failure' : 'error'), text)
  })
}

test('json fulfils its schema', async (context) => {
  const schema = JSON.parse(readFileSync('docs/schema/report.schema.json', 'utf8'))
  assert.deepEqual(violations(JSON.parse(await output(context, 'json')), schema), [])
})

test('github keeps each finding on one line and its properties apart', async (context) => {
  const lines = (await output(context, 'github')).trimEnd().split('\n')
  for (const line of lines) assert.match(line, /^::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:]*)(?:,[a-zA-Z]+=[^,:]*)*::.+$/)
})

test('github shows ten of a kind and counts the rest', async (context) => {
  const cwd = workspaceOf(context, { ...files, 'viele.md': Array.from({ length: 14 }, (_, at) => `Siehe [@keiner${at}].\n\n`).join('') })
  const { stdout } = await beleg(['check', 'viele.md', '--format', 'github', '--cache-location', '.cache'], { cwd })
  const lines = stdout.trimEnd().split('\n')
  assert.equal(lines.length, 11)
  assert.equal(lines.at(-1), '::notice::4 more findings are not shown here; complete with --format json or sarif.')
})

test('sarif names a rule, a place in the checkout and a fingerprint for each result', async (context) => {
  const { runs } = JSON.parse(await output(context, 'sarif'))
  const [{ tool, results }] = runs
  assert.ok(results.length >= 2)
  for (const result of results) {
    assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId)
    const { artifactLocation, region } = result.locations[0].physicalLocation
    assert.equal(artifactLocation.uri, '%C3%A4%20%22b%22%20%26%20%3Cc%3E.md')
    assert.ok(region.startColumn >= 1 && region.endColumn > region.startColumn)
    assert.match(result.partialFingerprints['belegSentence/v1'], /^[0-9a-f]{64}$/)
  }
})

test('rdjson counts columns in bytes', async (context) => {
  const { diagnostics } = JSON.parse(await output(context, 'rdjson'))
  const line = files['ä "b" & <c>.md'].split('\n')[2] ?? ''
  const found = diagnostics.find(
    (diagnostic: { location: { range: { start: { line: number } } } }) => diagnostic.location.range.start.line === 3,
  )
  assert.equal(found?.location.range.start.column, Buffer.byteLength(line.slice(0, line.indexOf('241'))) + 1)
})

test('gitlab gives each issue a fingerprint of its own', async (context) => {
  const issues = JSON.parse(await output(context, 'gitlab'))
  assert.equal(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, issues.length)
})

test('a forge is told paths from the root of the repository', async (context) => {
  const root = workspaceOf(context, {})
  const folder = join(root, 'texte')
  writeFiles(folder, files)
  const { stdout } = await beleg(['check', '--format', 'github', '--cache-location', '.cache'], {
    cwd: folder,
    env: { GITHUB_WORKSPACE: root },
  })
  assert.match(stdout, /^::error file=texte\/ä "b" & <c>\.md,/)
  assert.match(stdout, /%0Atexte\/sources\/a, b%25\.txt:3: /)
})

test('without beleg.yaml, if that is wished', async (context) => {
  const cwd = workspaceOf(context, { ...files, 'beleg.yaml': 'rules: { figure-contradicted: off, citation-unknown: off }\n' })
  const check = async (...more: string[]) => (await beleg(['check', '--cache-location', '.cache', ...more], { cwd })).code
  assert.deepEqual([await check(), await check('--no-config')], [0, 1])
})
