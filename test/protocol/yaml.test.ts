/** beleg.yaml and actors.yaml in the language server for YAML that VS Code's extension and other editors run, with the schemas of the manifest. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver-protocol'
import manifest from '../../package.json'
import german from '../../package.nls.de.json'
import english from '../../package.nls.json'
import { parseRegistry } from '../../server/src/actor/registry'
import { allRules } from '../../server/src/rules/all'
import { parseSettings } from '../../server/src/settings/parse'
import { Client, uriOf } from '../support/client'

const options = { timeout: 60_000 }
const languageServer = createRequire(join(process.cwd(), 'package.json')).resolve('yaml-language-server/bin/yaml-language-server')

/** As VS Code gives them to its extensions, in the language of the window; the addresses of the schemas are among what is translated. */
function schemasIn(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const addressOf = (url: string) => uriOf(join(process.cwd(), words[url.slice(1, -1)] ?? ''))
  return Object.fromEntries(manifest.contributes.yamlValidation.map(({ fileMatch, url }) => [addressOf(url), fileMatch]))
}

/** Has read the schemas, since it finds a key wrong. */
async function start(t: TestContext, words: Readonly<Record<string, string>> = english): Promise<Client> {
  const schemas = schemasIn(words)
  const client = await Client.start(
    {
      server: languageServer,
      folders: [process.cwd()],
      settings: { schemas, validate: true, completion: true, hover: true, schemaStore: { enable: false } },
      capabilities: {
        workspace: { configuration: true },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
    },
    t,
  )
  const uri = 'file:///wrong/beleg.yaml'
  await client.open(uri, 'sauces: here\n', 'yaml')
  const [problem] = await client.diagnostics(uri, (found) => found.length > 0)
  assert.match(String(problem?.message), /sauces/)
  return client
}

/** The labels at the end of `text`. */
async function complete(client: Client, uri: string, text: string): Promise<readonly string[]> {
  await client.open(uri, text, 'yaml')
  const lines = text.split('\n')
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
  const answer = await client.request<CompletionList | readonly CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  })
  return ('items' in answer ? answer.items : answer).map(({ label }) => label)
}

test('keys and values of beleg.yaml complete', options, async (t) => {
  const client = await start(t)
  assert.deepEqual(await complete(client, 'file:///a/beleg.yaml', ''), [
    'sources',
    'documents',
    'bibliography',
    'actors',
    'rules',
    'fields',
  ])
  assert.deepEqual(
    await complete(client, 'file:///b/beleg.yaml', 'rules:\n  '),
    allRules.map(({ name }) => name),
  )
  const severities = await complete(client, 'file:///c/beleg.yaml', 'rules:\n  figure-contradicted: ')
  assert.deepEqual(severities, ['error', 'warning', 'information', 'hint', 'off'])
})

for (const [words, meaning] of [
  [english, /another figure for the same measure/],
  [german, /andere Zahl/],
] as const)
  test(`a hover explains a rule: ${meaning.source}`, options, async (t) => {
    const client = await start(t, words)
    const uri = 'file:///c/beleg.yaml'
    await client.open(uri, 'rules:\n  figure-contradicted: error\n', 'yaml')
    await client.diagnostics(uri)
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 5 } })
    assert.match(JSON.stringify(hover.contents), meaning)
  })

test('keys and values of actors.yaml complete', options, async (t) => {
  const client = await start(t)
  assert.deepEqual(await complete(client, 'file:///a/actors.yaml', 'actors:\n  - name: Brackwater\n    '), ['type', 'aliases', 'roles'])
  assert.deepEqual(await complete(client, 'file:///b/actors.yaml', 'actors:\n  - name: Brackwater\n    type: '), [
    'person',
    'organisation',
    'state',
    'place',
  ])
})

const wrong: readonly (readonly [string, string])[] = [
  ['beleg.yaml', 'sauces: here\n'],
  ['beleg.yaml', 'sources: 3\n'],
  ['beleg.yaml', 'sources: [\n'],
  ['beleg.yaml', 'rules:\n  figure-contradicted: fatal\n'],
  ['beleg.yaml', 'rules:\n  figure-wrong: error\n'],
  ['beleg.yaml', '- sources\n'],
  ['actors.yaml', 'people: []\n'],
  ['actors.yaml', 'actors:\n  - type: state\n'],
  ['actors.yaml', 'actors:\n  - name: Brackwater\n    type: town\n'],
]

test('it finds wrong what Beleg finds wrong', options, async (t) => {
  const client = await start(t)
  const fixtures = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'beleg.yaml')
    .map((path) => ['beleg.yaml', readFileSync(join('fixtures', path), 'utf8')] as const)
  for (const [at, [name, text]] of [...fixtures, ...wrong].entries()) {
    const uri = `file:///${at}/${name}`
    await client.open(uri, text, 'yaml')
    const found = await client.diagnostics(uri)
    const ours = name === 'beleg.yaml' ? parseSettings(text, name).problems : parseRegistry(text).mistakes
    assert.equal(found.length > 0, ours.length > 0, `${name}: ${text}`)
    assert.ok(at < fixtures.length || found.length > 0, text)
  }
})
