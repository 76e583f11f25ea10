/** Finds beleg.yaml upwards from a folder and reads it; without one the folder itself is the workspace and everything has its default. */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { defaultSettings, parseSettings } from '../settings/parse'
import type { Problem, Settings } from '../settings/settings'
import type { Locale } from '../text/locale'

export const configurationName = 'beleg.yaml'

export interface Configuration {
  /** What globs and paths are relative to. */
  readonly folder: string
  /** Absolute; undefined where there is none. */
  readonly file?: string
  readonly settings: Settings
  readonly problems: readonly Problem[]
}

/** The folder that holds beleg.yaml, from `start` upwards; undefined where none does. */
export async function findWorkspaceFolder(start: string): Promise<string | undefined> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (await isFile(join(folder, configurationName))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/**
 * `configFile` names the file outright, or with `false` that none counts; a named file that is missing is an error of the run. Problems are
 * told in `locale`.
 */
export async function readConfiguration(start: string, locale: Locale, configFile?: string | false): Promise<Configuration> {
  if (configFile === false) return { folder: resolve(start), settings: defaultSettings, problems: [] }
  const folder = configFile === undefined ? await findWorkspaceFolder(start) : dirname(resolve(start, configFile))
  if (folder === undefined) return { folder: resolve(start), settings: defaultSettings, problems: [] }
  const file = configFile === undefined ? join(folder, configurationName) : resolve(start, configFile)
  const { settings, problems } = parseSettings(await readFile(file, 'utf8'), basename(file), locale)
  return { folder, file, settings, problems }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return false
    throw cause
  }
}
