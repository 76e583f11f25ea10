/** How fast claims are judged, once the sources they need have been read: search, comparison and decision, in processor time. */
import { judge } from '../../../server/src/claim/judge'
import { candidateParts, queriesFor } from '../../../server/src/claim/retrieve'
import type { CorpusIndex } from '../../../server/src/corpus/index'
import type { LabelledDocument } from '../../../server/tools/judge-data'

export interface Speed {
  readonly claims: number
  readonly sources: number
  readonly seconds: number
  /** Of the seconds. */
  readonly search: number
}

export async function speedOf(documents: readonly LabelledDocument[], index: CorpusIndex): Promise<Speed> {
  const { sources } = await index.stats()
  const groups = documents.flatMap(({ groups }) => groups)
  // The first documents warm the compiler up.
  for (const { claims, candidates } of groups.slice(0, 20)) judge(claims, candidates)
  let search = 0
  let seconds = 0
  let claims = 0
  for (const group of groups) {
    const start = process.cpuUsage()
    const keys = candidateParts(group.claims, await index.search(queriesFor(group.claims))).map(({ key }) => key)
    const found = process.cpuUsage(start)
    judge(
      group.claims,
      group.candidates.filter(({ source }) => keys.includes(source.key)),
    )
    const judged = process.cpuUsage(start)
    search += (found.user + found.system) / 1e6
    seconds += (judged.user + judged.system) / 1e6
    claims += group.claims.figures.length
  }
  return { claims, sources, seconds, search }
}

export function sumOf(speeds: readonly Speed[]): Speed {
  const sum = (of: (speed: Speed) => number) => speeds.reduce((total, speed) => total + of(speed), 0)
  return {
    claims: sum(({ claims }) => claims),
    sources: sum(({ sources }) => sources),
    seconds: sum(({ seconds }) => seconds),
    search: sum(({ search }) => search),
  }
}
