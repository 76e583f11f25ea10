/**
 * Files beside the sources that a check depends on: bibliographies, of the workspace and of a document's own front matter, the
 * author's actors and decisions. Whoever checks says how a file is read; here it is known which.
 */
import type { Actor } from '../actor/actor'
import { mergeNamesakes } from '../actor/namesakes'
import { applyToActors, emptyRegistry, parseRegistry, type Registry, type RegistryMistake } from '../actor/registry'
import { type BibliographyEntry, readBibliography } from '../analysis/bibliography'
import { isCalled, isFoundBy } from '../corpus/actors'
import type { ActorDetail, CorpusIndex } from '../corpus/index'
import type { Settings } from '../settings/settings'
import { type Decision, decisionsFile, parseDecisions } from './decisions'

export type BibliographyEntries = ReadonlyMap<string, BibliographyEntry>

export interface Companions {
  readonly decisions: readonly Decision[]
  /** What actors.yaml says of actors. */
  readonly registry: Registry
  /** Mistakes in actors.yaml. */
  readonly mistakes: readonly RegistryMistake[]
  /** Entries by key. `named` are the files that the front matter of the document at `path` names; the later file wins. */
  bibliography(path: string, named: readonly string[]): Promise<BibliographyEntries>
}

/** Text of a file relative to the workspace folder; undefined where it cannot be read. */
export type ReadText = (path: string) => Promise<string | undefined>

export const noCompanions: Companions = { decisions: [], registry: emptyRegistry, mistakes: [], bibliography: async () => new Map() }

/** Read where it is there, even if beleg.yaml does not name it. */
export const usualActorsFile = 'actors.yaml'

export function actorsFileOf({ actors = usualActorsFile }: Settings): string {
  return actors
}

export async function readCompanions(settings: Settings, read: ReadText): Promise<Companions> {
  const known = new Map<string, Promise<readonly BibliographyEntry[]>>()
  const entriesOf = (path: string) => {
    const entries =
      known.get(path) ?? read(path).then(async (text) => (text === undefined ? [] : (await readBibliography(text, path)).entries))
    known.set(path, entries)
    return entries
  }
  const decisions = await read(decisionsFile)
  const actors = await read(actorsFileOf(settings))
  return {
    ...(actors === undefined ? { registry: emptyRegistry, mistakes: [] } : parseRegistry(actors)),
    decisions: decisions === undefined ? [] : parseDecisions(decisions),
    async bibliography(path, named) {
      const files = [...settings.bibliography, ...named.map((name) => besides(path, name))]
      const lists = await Promise.all([...new Set(files)].map(entriesOf))
      return new Map(lists.flat().map((entry) => [entry.key, entry]))
    },
  }
}

/** "texte/analyse.md" and "../literatur.bib" give "literatur.bib". */
function besides(document: string, file: string): string {
  const parts: string[] = []
  for (const part of [...document.split('/').slice(0, -1), ...file.replaceAll('\\', '/').split('/')]) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Actors of the corpus as the author wants them, most mentioned first. */
export async function findActors(
  text: string,
  limit: number,
  index: CorpusIndex,
  registry: Registry,
  detail: ActorDetail = 'full',
): Promise<readonly Actor[]> {
  const found = applyToActors(mergeNamesakes(await index.findActors(text, limit, detail)), registry)
  // The registry adds actors that no source names; only those that were asked for belong to the answer.
  return found.filter((actor) => actor.sources > 0 || isFoundBy(actor, text)).slice(0, limit)
}

/** Who may be meant by each of the names: actors that are called so, as the author wants them, most mentioned first. */
export async function actorsCalled(
  names: readonly string[],
  index: CorpusIndex,
  registry: Registry,
  detail: ActorDetail = 'full',
): Promise<readonly (readonly Actor[])[]> {
  const lists = await index.actorsCalled(names, mostNamesakes, detail)
  return names.map((name, at) =>
    applyToActors(mergeNamesakes(lists[at] ?? []), registry).filter((actor) => actor.sources > 0 || isCalled(actor, name)),
  )
}

const mostNamesakes = 20
