/**
 * Keeps docs/ARCHITECTURE.md true: a folder of the server imports only from folders before it, what is pure touches neither files nor
 * clock nor environment, and libraries with a place of their own stay there.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import { test } from 'node:test'

/** The reading order. */
const layers = [
  'text',
  'language',
  'figure',
  'actor',
  'source',
  'corpus',
  'claim',
  'analysis',
  'rules',
  'settings',
  'service',
  'host',
  'lsp',
  'cli',
]
const impure = new Set(['host', 'lsp', 'cli'])

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const modules = [...modulesOf('server/src'), ...modulesOf('client/src')]

test('every folder of the server has its place in the order', () => {
  const folders = readdirSync('server/src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  assert.deepEqual(
    folders.map((folder) => folder.name).filter((name) => !layers.includes(name)),
    [],
  )
})

test('a folder imports only from folders before it', () => {
  const wrong = modules.flatMap(importsOf).filter(({ from, to, typeOnly }) => {
    const [reader, read] = [layerOf(from), layerOf(to)]
    if (reader === undefined || read === undefined || reader === read) return false
    // What language a text is in is known to every layer; how a language is read is not.
    if (reader === 'text' && read === 'language') return !typeOnly
    return layers.indexOf(read) > layers.indexOf(reader) || (reader === 'cli' && read === 'lsp')
  })
  assert.deepEqual(wrong.map(show), [])
})

test('the protocol is known to lsp/ and the editor to client/ alone', () => {
  const wrong = modules.flatMap(importsOf).filter(({ from, to }) => {
    if (/^vscode-languageserver/.test(to)) return layerOf(from) !== 'lsp'
    if (to === 'vscode' || /^vscode-languageclient/.test(to)) return !from.startsWith('client/')
    return false
  })
  assert.deepEqual(wrong.map(show), [])
})

test('the client takes nothing from the server but types, the names of messages and the choice of language', () => {
  const shared = ['server/src/lsp/protocol', 'server/src/text/locale']
  const wrong = modules
    .flatMap(importsOf)
    .filter(({ from, to, typeOnly }) => from.startsWith('client/') && to.startsWith('server/') && !typeOnly && !shared.includes(to))
  assert.deepEqual(wrong.map(show), [])
})

test('before host/ nothing touches files, clock, environment, randomness or logging', () => {
  const pure = modules.filter((path) => path.startsWith('server/') && !impure.has(layerOf(path) ?? ''))
  const imports = pure.flatMap(importsOf).filter(({ to }) => to.startsWith('node:'))
  const uses = pure.flatMap((path) =>
    [...code(path).matchAll(/(?<![.\w])(?:process\.|console\.|Date\.now\(|Math\.random\(|performance\.now\(|new Date\(\)|fetch\()/g)].map(
      (match) => `${path}: ${match[0]}`,
    ),
  )
  assert.deepEqual([...imports.map(show), ...uses], [])
})

function modulesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts'))
    .sort()
}

function importsOf(from: string): Import[] {
  const statements = code(from).matchAll(
    /^(?:import|export)\s(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
  )
  return [...statements].map(([, type, statically, dynamically, effect]) => {
    const to = statically ?? dynamically ?? effect ?? ''
    return { from, to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to, typeOnly: type !== undefined }
  })
}

/** "figure" for "server/src/figure/read.ts". */
function layerOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)/.exec(path)?.[1]
}

/** The module without its comments, so that text shown in a comment is not taken for code. */
function code(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm, '')
}

function show({ from, to }: Import): string {
  return `${from} imports ${to}`
}
