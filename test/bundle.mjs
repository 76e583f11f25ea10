// Turns TypeScript of test/ into modules that Node runs, with the options of the product's own bundles.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { build } from 'esbuild'
import { shared } from '../esbuild.mjs'

/** Bundles `files` (relative to the root) into `outdir`, keeping their folders below test/; `others` are entries of the product, by name. */
export async function bundleTests(files, outdir, others = {}) {
  await rm(outdir, { recursive: true, force: true })
  const names = files.map((file) => file.replace(/^test\//, '').replace(/\.ts$/, ''))
  const entryPoints = [
    ...files.map((file, at) => ({ in: file, out: names[at] })),
    ...Object.entries(others).map(([out, file]) => ({ in: file, out })),
  ]
  await build({ ...shared, entryPoints, outdir, splitting: true, chunkNames: 'chunks/[name]-[hash]' })
  return names.map((name) => `${outdir}/${name}.js`)
}

/** `npm run bench -- NAME …`: bundles and runs test/bench/NAME.ts with the rest of the arguments, or lists what there is. */
export async function runProgram(folder, [name, ...rest]) {
  const file = `test/${folder}/${name}.ts`
  if (name === undefined || !existsSync(file)) {
    const programs = (await readdir(`test/${folder}`)).filter((entry) => entry.endsWith('.ts')).map((entry) => entry.slice(0, -3))
    console.error(`Usage: npm run ${folder} -- NAME [arguments]\nPrograms: ${programs.join(', ') || 'none'}`)
    return 2
  }
  const [program] = await bundleTests([file], `dist/${folder}/${name}`, {
    worker: 'server/src/host/worker.ts',
    server: 'server/src/lsp/main.ts',
  })
  return spawnSync(process.execPath, ['--enable-source-maps', '--expose-gc', program, ...rest], { stdio: 'inherit' }).status ?? 2
}
