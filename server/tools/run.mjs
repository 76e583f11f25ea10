// node server/tools/run.mjs NAME [arguments]: bundles and runs server/tools/NAME.ts, or lists what there is.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { build } from 'esbuild'
import { shared } from '../../esbuild.mjs'

const [name, ...rest] = process.argv.slice(2)
const folder = 'server/tools'
if (name === undefined || !existsSync(`${folder}/${name}.ts`)) {
  const programs = (await readdir(folder)).filter((entry) => entry.endsWith('.ts')).map((entry) => entry.slice(0, -3))
  console.error(`Usage: node server/tools/run.mjs NAME [arguments]\nPrograms: ${programs.join(', ')}`)
  process.exitCode = 2
} else {
  const outfile = `dist/tools/${name}.js`
  await build({ ...shared, entryPoints: [`${folder}/${name}.ts`], outfile })
  process.exitCode = spawnSync(process.execPath, ['--max-old-space-size=8000', outfile, ...rest], { stdio: 'inherit' }).status ?? 2
}
