// Turns TypeScript of test/ into modules that Node runs, with the options of the product's own bundles.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { build } from 'esbuild'
import { shared } from '../esbuild.mjs'

/** Bundles `files` (relative to the root) into `outdir`, keeping their folders below test/. */
export async function bundleTests(files, outdir) {
  await rm(outdir, { recursive: true, force: true })
  await build({ ...shared, entryPoints: files, outdir, outbase: 'test', splitting: true, chunkNames: 'chunks/[name]-[hash]' })
  return files.map((file) => file.replace(/^test\//, `${outdir}/`).replace(/\.ts$/, '.js'))
}

/** `npm run bench -- NAME …`: bundles and runs test/bench/NAME.ts with the rest of the arguments, or lists what there is. */
export async function runProgram(folder, [name, ...rest]) {
  const file = `test/${folder}/${name}.ts`
  if (name === undefined || !existsSync(file)) {
    const programs = (await readdir(`test/${folder}`)).filter((entry) => entry.endsWith('.ts')).map((entry) => entry.slice(0, -3))
    console.error(`Usage: npm run ${folder} -- NAME [arguments]\nPrograms: ${programs.join(', ') || 'none'}`)
    return 2
  }
  const [program] = await bundleTests([file], `dist/${folder}/${name}`)
  return spawnSync(process.execPath, ['--enable-source-maps', '--expose-gc', program, ...rest], { stdio: 'inherit' }).status ?? 2
}
