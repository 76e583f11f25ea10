// Bundles the client, the server, the command line and the index worker into dist/.
//   node esbuild.mjs            development bundles with source maps
//   node esbuild.mjs --minify   what `npm run package` ships
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

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
  plugins: [dataFiles],
  // Bundled CommonJS libraries ask for `require`, which an ES module lacks.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
}

/** Server, command line and worker share chunks: what a reader of a rare format needs is loaded when such a file turns up. */
const server = {
  ...shared,
  entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts', worker: 'server/src/host/worker.ts' },
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
  const results = await Promise.all([build({ ...server, ...shipped }), build({ ...client, ...shipped })])
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
