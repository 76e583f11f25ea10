// Bundles the client, the server, the command line and the index worker into dist/.
//   node esbuild.mjs            development bundles with source maps
//   node esbuild.mjs --minify   what `npm run package` ships
import { cp, mkdir, rm } from 'node:fs/promises'
import { build } from 'esbuild'

const minify = process.argv.includes('--minify')

/** Options that every bundle shares; Node 20 is the oldest runtime. `test/run.mjs` bundles tests with them too. */
export const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minify,
  sourcemap: minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.bin': 'binary' },
  // Bundled CommonJS libraries ask for `require`, which an ES module lacks.
  banner: { js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);" },
}

if (import.meta.url === `file://${process.argv[1]}`) {
  await rm('dist', { recursive: true, force: true })
  await mkdir('dist', { recursive: true })
  await Promise.all([
    build({ ...shared, entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts', worker: 'server/src/host/worker.ts' }, outdir: 'dist', splitting: false }),
    build({ ...shared, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', format: 'cjs', outExtension: { '.js': '.cjs' }, external: ['vscode'], banner: {} }),
    cp('server/data', 'dist/data', { recursive: true, force: true }),
  ])
}
