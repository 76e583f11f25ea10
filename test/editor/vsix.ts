import { rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { unzipSync } from 'fflate'

/** The package under test: what `npm run package` wrote, or another file by BELEG_VSIX. */
export const vsix = resolve(process.env['BELEG_VSIX'] ?? 'beleg.vsix')

/** Unpacks it into `.editor/unpacked/NAME` and returns the extension's folder. */
export async function unpack(name: string): Promise<string> {
  const folder = resolve('.editor/unpacked', name)
  rmSync(folder, { recursive: true, force: true })
  for (const [path, bytes] of Object.entries(unzipSync(await readFile(vsix)))) {
    await mkdir(dirname(`${folder}/${path}`), { recursive: true })
    await writeFile(`${folder}/${path}`, bytes)
  }
  return `${folder}/extension`
}
