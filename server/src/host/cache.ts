/** Where indexes lie: one folder for each workspace in the user's cache folder, or below the one that is named. */
import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { schemaVersion } from './store/schema'

/** `variant` tells apart what is indexed from the same folder in different ways. */
export function storeFileOf(folder: string, variant: string, location: string | undefined): string {
  const name = basename(folder)
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 40)
  const hash = createHash('sha256').update(`${folder}\n${variant}`).digest('hex').slice(0, 12)
  return join(indexesIn(location), `${name}-${hash}`, `index-${schemaVersion}.sqlite`)
}

/** The folder of all indexes. */
export function indexesIn(location: string | undefined): string {
  return location === undefined ? userCache() : resolve(location)
}

/** What Node has compiled of the program. */
export function compiledCache(): string {
  return join(userCache(), 'compiled')
}

/** Of this user on this machine. */
export function userCache(): string {
  const { env, platform } = process
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Beleg', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'beleg')
  const cache = env['XDG_CACHE_HOME']
  return join(cache?.startsWith('/') ? cache : join(homedir(), '.cache'), 'beleg')
}
