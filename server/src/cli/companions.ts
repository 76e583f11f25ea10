/** Bibliographies, actors and decisions of a workspace. What is missing or wrong in them is said once, with its file and line. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Workspace } from '../host/workspace'
import { actorsFileOf, type Companions, readCompanions, usualActorsFile } from '../service/companions'
import { decisionsFile } from '../service/decisions'
import { decode } from '../source/decode'
import type { Locale } from '../text/locale'
import type { Complaints } from './complaints'
import { relativePath } from './results'
import type { Terminal } from './terminal'

export async function companionsOf(
  { folder, settings }: Workspace,
  terminal: Terminal,
  complaints: Complaints,
  locale: Locale,
): Promise<Companions> {
  const say = messages[locale]
  const shown = (path: string) => relativePath(terminal.cwd, resolve(folder, path))
  const read = async (path: string) => {
    const bytes = await readFile(resolve(folder, path)).catch(() => undefined)
    const decoded = bytes && decode(bytes)
    if (decoded?.kind === 'text') return decoded.text
    // Decisions and actors are there only once the author has made some; everything else was named by somebody.
    const isNamed = path !== decisionsFile && (path !== usualActorsFile || settings.actors === path)
    if (isNamed || bytes !== undefined) await complaints.failure(say.unreadable(shown(path)))
    return undefined
  }
  const companions = await readCompanions(settings, read)
  for (const { line, message } of companions.mistakes)
    await complaints.failure(`${shown(actorsFileOf(settings))}:${line}: ${message[locale]}`)
  return companions
}

const messages = {
  de: { unreadable: (path: string) => `${path}: lässt sich nicht lesen. Den Pfad in beleg.yaml oder im Kopf des Dokuments prüfen.` },
  en: { unreadable: (path: string) => `${path}: cannot be read. Check the path in beleg.yaml or in the document's front matter.` },
} satisfies Record<Locale, unknown>
