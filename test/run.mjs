// Everything that must hold: npm test
//   npm test -- figure rules     only tests whose path contains one of the words, nothing else
// Bundles, checks types, style and leftovers, then runs every test/**/*.test.ts with node:test. Where npm itself runs on another Node than
// the tests, the command line is tested on that one first: this is how the path for Node 20 stays proved.
import { spawnSync } from 'node:child_process'
import { readdirSync, realpathSync } from 'node:fs'
import { bundle } from '../esbuild.mjs'
import { bundleTests } from './bundle.mjs'

const words = process.argv.slice(2)
const failed = []

async function step(name, action) {
  const start = performance.now()
  const ok = await action()
  if (!ok) failed.push(name)
  console.log(`${ok ? '✔' : '✖'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

const node = (executable, args) => spawnSync(executable, args, { stdio: 'inherit' }).status === 0
const tool = (path, ...args) => node(process.execPath, [`node_modules/${path}`, ...args])
const runTests = (executable, files) =>
  files.length > 0 &&
  node(executable, [
    '--enable-source-maps',
    '--test',
    '--test-reporter=./test/reporter.mjs',
    '--test-reporter-destination=stdout',
    ...files,
  ])

const succeeds = (promise) =>
  promise.then(
    () => true,
    (cause) => {
      console.error(cause instanceof Error ? cause.message : cause)
      return false
    },
  )

const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'))
  .sort()
const selected = words.length === 0 ? all : all.filter((path) => words.some((word) => path.includes(word)))
let files = []

await step('bundles', () => succeeds(bundle()))
await step(`bundles of ${selected.length} test files`, () =>
  succeeds(
    bundleTests(selected, 'dist/test').then((bundled) => {
      files = bundled
    }),
  ),
)

if (words.length === 0) {
  await step('types (tsc)', () => tool('typescript/bin/tsc', '--noEmit'))
  await step('style (biome)', () => tool('@biomejs/biome/bin/biome', 'check', '--diagnostic-level=warn', '.'))
  await step('leftovers (knip)', () => tool('knip/bin/knip.js', '--no-progress'))
  const other = process.env.npm_node_execpath
  if (other !== undefined && realpathSync(other) !== realpathSync(process.execPath)) {
    const version = spawnSync(other, ['--version'], { encoding: 'utf8' }).stdout.trim()
    await step(`command line on Node ${version}`, () =>
      runTests(
        other,
        files.filter((file) => file.includes('/cli/')),
      ),
    )
  }
}
await step(`tests on Node ${process.version}`, () => runTests(process.execPath, files))

if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0
