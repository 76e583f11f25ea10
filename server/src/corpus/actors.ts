/** Actors of the corpus, put together from what each source says of them. */
import type { Actor } from '../actor/actor'
import type { SourceKey } from '../source/source'
import type { ActorTally } from './index'

export interface SourceTallies {
  readonly key: SourceKey
  /** Empty where no date is known. */
  readonly published: string
  readonly tallies: readonly ActorTally[]
}

/** Actors with a word that starts with `text` in their name or an alias, most mentioned first. */
export function mergeTallies(sources: readonly SourceTallies[], text: string): Actor[] {
  const byRecency = [...sources].sort((a, b) => (a.published === b.published ? 0 : a.published < b.published ? 1 : -1))
  const merged = new Map<
    string,
    { name: string; type: Actor['type']; aliases: Set<string>; roles: Map<string, SourceKey[]>; mentions: number; sources: number }
  >()
  for (const { key, tallies } of byRecency) {
    for (const tally of tallies) {
      const id = `${tally.type} ${tally.name}`
      let actor = merged.get(id)
      if (actor === undefined) {
        actor = { name: tally.name, type: tally.type, aliases: new Set(), roles: new Map(), mentions: 0, sources: 0 }
        merged.set(id, actor)
      }
      actor.mentions += tally.mentions
      actor.sources++
      for (const alias of tally.aliases) actor.aliases.add(alias)
      for (const role of tally.roles) actor.roles.set(role, [...(actor.roles.get(role) ?? []), key])
    }
  }
  return [...merged.values()]
    .filter(({ name, aliases }) => [name, ...aliases].some((form) => hasWordStartingWith(form, text)))
    .map(({ aliases, roles, ...actor }) => ({
      ...actor,
      aliases: [...aliases],
      roles: [...roles].map(([role, keys]) => ({ role, sources: keys })),
    }))
    .sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
}

/** "mer" and "Friedrich Me" start words of "Friedrich Merz"; the empty text starts every word. */
export function hasWordStartingWith(name: string, text: string): boolean {
  const wanted = text.toLowerCase()
  const lower = name.toLowerCase()
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(lower[at - 1] ?? '')) return true
  }
  return false
}
