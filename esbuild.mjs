// Bundles the client, the server, the command line and the index worker into dist/.
//   node esbuild.mjs            development bundles with source maps
//   node esbuild.mjs --minify   what `npm run package` ships
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'

/**
 * Binary data lies beside the bundles as files, which load faster than text that stands for them. A module of one exports its bytes.
 * @type {import('esbuild').Plugin}
 */
const dataFiles = {
  name: 'data files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.bin$/ }, ({ path, resolveDir, namespace }) => {
      const file = join(resolveDir, path)
      return namespace === 'bytes' ? { path: file } : { path: relative('.', file), namespace: 'bytes' }
    })
    onLoad({ filter: /./, namespace: 'bytes' }, ({ path }) => ({
      resolveDir: resolve(dirname(path)),
      contents: `import { readFileSync } from 'node:fs'
import file from './${basename(path)}'
const { buffer, byteOffset, length } = readFileSync(new URL(file, import.meta.url))
export default new Uint8Array(buffer, byteOffset, length)`,
    }))
    onLoad({ filter: /\.bin$/ }, async ({ path }) => ({ contents: await readFile(path), loader: 'file' }))
  },
}

/**
 * The index has to know by which program a file was read, and asks `source/fingerprints.ts`, which stands for hashes: of what every file
 * goes through, of each reader of a format by the name of its module, and of what finds actors. Each covers the modules that are loaded
 * with it, without their comments, and the versions of packages; so a new version of the program reads again what it reads differently.
 * @type {import('esbuild').Plugin}
 */
const fingerprints = {
  name: 'fingerprints',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]source[\\/]fingerprints\.ts$/ }, async () => {
      hashes ??= fingerprintsOfReading()
      return { contents: `export const fingerprints = ${JSON.stringify(await hashes)}` }
    })
  },
}

/** @type {Promise<Record<string, string>> | undefined} */
let hashes

async function fingerprintsOfReading() {
  const read = 'server/src/source/read.ts'
  const entry = 'server/src/corpus/entry.ts'
  const actors = 'server/src/actor/recognise.ts'
  const entryPoints = [read, entry, actors]
  const { metafile } = await build({
    ...shared,
    plugins: [dataFiles],
    packages: 'external',
    entryPoints,
    outdir: '.',
    write: false,
    metafile: true,
  })
  const { inputs } = metafile
  const loadedWith = (from, isLazy, seen = new Set()) => {
    if (seen.has(from)) return seen
    seen.add(from)
    for (const { path, kind } of inputs[from]?.imports ?? []) if (isLazy || kind !== 'dynamic-import') loadedWith(path, isLazy, seen)
    return seen
  }
  const hashOf = async (modules) => {
    const hash = createHash('sha256')
    for (const path of [...modules].filter((module) => !module.startsWith('bytes:')).sort()) hash.update(await contentOf(path))
    return hash.digest('hex').slice(0, 12)
  }
  const readers = (inputs[read]?.imports ?? []).filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path)
  const parts = [
    ['common', new Set([...loadedWith(read, false), ...loadedWith(entry, false)])],
    ['actors', loadedWith(actors, true)],
    ...readers.map((path) => [basename(path, '.ts'), loadedWith(path, true)]),
  ]
  return Object.fromEntries(await Promise.all(parts.map(async ([name, modules]) => [name, await hashOf(modules)])))
}

/** What a module says without its comments; of a package its version. */
async function contentOf(path) {
  if (path.endsWith('.ts')) return (await transform(await readFile(path, 'utf8'), { loader: 'ts', minifyWhitespace: true })).code
  if (/\.\w+$/.test(path) && existsSync(path)) return await readFile(path)
  const [, name] = /^((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  const file = `node_modules/${name}/package.json`
  return existsSync(file) ? `${path} ${JSON.parse(await readFile(file, 'utf8')).version}` : path
}

/** Options that every bundle shares; Node 20 is the oldest runtime. `test/run.mjs` bundles tests with them too. */
export const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.txt': 'text' },
  plugins: [dataFiles, fingerprints],
  // Bundled CommonJS libraries ask for `require`, which an ES module lacks.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
}

/**
 * What a reader of a rare format needs is a chunk of its own, loaded when such a file turns up. Server, command line and worker share none:
 * each would be cut where another needs less, and every file that a start has to open costs a millisecond.
 */
const programs = { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts', worker: 'server/src/host/worker.ts' }
const server = {
  ...shared,
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
}

/** The extension host loads CommonJS and brings `vscode` along. */
const client = {
  ...shared,
  entryPoints: { client: 'client/src/extension.ts' },
  outdir: 'dist',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  banner: {},
  metafile: true,
}

/** Writes dist/ and, for the test of licences, which files went into it. A build that fails leaves the last one as it was. */
export async function bundle({ minify = false } = {}) {
  const shipped = minify ? { minify: true, sourcemap: false } : {}
  const parts = Object.entries(programs).map(([name, file]) => build({ ...server, ...shipped, entryPoints: { [name]: file } }))
  const results = await Promise.all([...parts, build({ ...client, ...shipped })])
  const outputs = new Set(results.flatMap((result) => Object.keys(result.metafile.outputs)))
  for (const folder of ['dist', 'dist/chunks']) {
    const files = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => `${folder}/${entry.name}`)
    await Promise.all(files.filter((file) => !outputs.has(file)).map((file) => rm(file, { force: true })))
  }
  const inputs = [...new Set(results.flatMap((result) => Object.keys(result.metafile.inputs)))]
    .filter((input) => !input.startsWith('bytes:'))
    .sort()
  await writeFile('dist/inputs.json', `${JSON.stringify(inputs, null, 1)}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle({ minify: process.argv.includes('--minify') })
