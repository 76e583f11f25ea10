/** The files of a folder that a window shows, exchanged for those of another scene. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes `folder` hold what `wanted` holds, touching only what differs; returns whether anything did. */
export function exchange(folder: string, wanted: string): boolean {
  const before = filesOf(folder)
  const after = filesOf(wanted)
  const gone = [...before.keys()].filter((path) => !after.has(path))
  const changed = [...after].filter(([path, bytes]) => before.get(path)?.equals(bytes) !== true)
  for (const path of gone) rmSync(`${folder}/${path}`)
  for (const [path, bytes] of changed) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
    writeFileSync(`${folder}/${path}`, bytes)
  }
  return gone.length + changed.length > 0
}

/** By path in the folder. */
function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => `${parentPath}/${name}`)
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}
