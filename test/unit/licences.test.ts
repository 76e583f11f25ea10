/**
 * What the bundles contain may be shipped, and NOTICE says so. Reads the list of files that esbuild put into dist/ (dist/inputs.json).
 * UPDATE_GOLDEN=1 rewrites the list of packages in NOTICE.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'

const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
])
const marker = '<!-- Generated from the bundles; UPDATE_GOLDEN=1 npm test -- licences -->\n'

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
}

const packages = existsSync('dist/inputs.json') ? bundledPackages() : []

test('every bundled package has a permissive licence', { skip: packages.length === 0 && 'dist/ is not built' }, () => {
  assert.deepEqual(
    packages.filter(({ licence }) => !isPermissive(licence)),
    [],
  )
})

test('NOTICE lists every bundled package', { skip: packages.length === 0 && 'dist/ is not built' }, () => {
  const notice = readFileSync('NOTICE', 'utf8')
  const kept = notice.slice(0, notice.indexOf(marker))
  const wanted = `${kept}${marker}${packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}\n`).join('')}`
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync('NOTICE', wanted)
  else assert.equal(notice, wanted, 'run UPDATE_GOLDEN=1 npm test -- licences')
})

/** "(MIT OR GPL-3.0)" may be used as MIT; "(MIT AND Zlib)" needs both. */
function isPermissive(licence: string): boolean {
  const alternatives = licence.replace(/[()]/g, '').split(/ OR /i)
  return alternatives.some((alternative) => alternative.split(/ AND /i).every((name) => permissive.has(name.trim())))
}

function bundledPackages(): Package[] {
  const inputs: unknown = JSON.parse(readFileSync('dist/inputs.json', 'utf8'))
  const paths = Array.isArray(inputs) ? inputs.filter((path) => typeof path === 'string') : []
  const folders = new Set(paths.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []))
  return [...folders].map(packageIn).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function packageIn(folder: string): Package {
  const value: unknown = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const fields = typeof value === 'object' && value !== null ? value : {}
  const field = (name: string) => String(new Map<string, unknown>(Object.entries(fields)).get(name) ?? '')
  return { name: field('name'), version: field('version'), licence: field('license') }
}
