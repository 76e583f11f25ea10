/**
 * Who is one across sources: a text that calls somebody only Merz means Friedrich Merz where the corpus knows one Merz, or one far better
 * than all others; EZB is the Europäische Zentralbank where some source says so. What only shares a surname stays apart. A name that was taken
 * now for one kind of actor and seldom for another is of the first kind.
 */
import type { Actor, ActorRole } from './actor'

/** How often one must be mentioned for each mention of all others, to be meant where the name leaves it open. */
const dominance = 4

/** `actors` with those put together that are one, most mentioned first. */
export function mergeNamesakes(actors: readonly Actor[]): Actor[] {
  const into = new Map<Actor, Actor>()
  for (const actor of actors) {
    const meant = otherKind(actor, actors) ?? fullName(actor, actors) ?? longForm(actor, actors)
    if (meant !== undefined) into.set(actor, meant)
  }
  const heirs = new Map<Actor, Actor[]>()
  for (const actor of into.keys()) {
    const heir = last(actor, into)
    heirs.set(heir, [...(heirs.get(heir) ?? []), actor])
  }
  return actors
    .filter((actor) => !into.has(actor))
    .map((actor) => (heirs.get(actor) ?? []).reduce(united, actor))
    .sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
}

/** Merging goes on: "SPD" the place is SPD the organisation, which may be an alias in turn. */
function last(actor: Actor, into: ReadonlyMap<Actor, Actor>): Actor {
  const seen = new Set<Actor>()
  let at = actor
  for (let next = into.get(at); next !== undefined && !seen.has(next); next = into.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}

function otherKind(actor: Actor, actors: readonly Actor[]): Actor | undefined {
  return actors.find((other) => other.name === actor.name && other.type !== actor.type && other.mentions >= dominance * actor.mentions)
}

function fullName(actor: Actor, actors: readonly Actor[]): Actor | undefined {
  if (actor.type !== 'person' || actor.name.includes(' ')) return undefined
  const bearers = actors.filter(({ type, name }) => type === 'person' && name.endsWith(` ${actor.name}`))
  return dominant(bearers)
}

function longForm(actor: Actor, actors: readonly Actor[]): Actor | undefined {
  if (actor.type !== 'organisation') return undefined
  const isAbbreviation = /^\p{Lu}[\p{L}\p{N}-]{1,7}$/u.test(actor.name) && /\p{Lu}.*\p{Lu}/u.test(actor.name)
  if (!isAbbreviation) return undefined
  return dominant(actors.filter(({ type, name, aliases }) => type === actor.type && name.includes(' ') && aliases.includes(actor.name)))
}

function dominant(candidates: readonly Actor[]): Actor | undefined {
  const [first, ...rest] = candidates.toSorted((a, b) => b.mentions - a.mentions)
  const others = rest.reduce((sum, { mentions }) => sum + mentions, 0)
  return first !== undefined && first.mentions >= dominance * others ? first : undefined
}

/** `a` with all that is known of `b`; the larger number of sources, since a text that uses the full name mostly uses the short one too. */
export function united(a: Actor, b: Actor): Actor {
  return {
    name: a.name,
    type: a.type,
    aliases: [...new Set([...a.aliases, b.name, ...b.aliases])].filter((alias) => alias !== a.name),
    roles: unitedRoles(a.roles, b.roles),
    mentions: a.mentions + b.mentions,
    sources: Math.max(a.sources, b.sources),
  }
}

function unitedRoles(a: readonly ActorRole[], b: readonly ActorRole[]): ActorRole[] {
  const roles = new Map<string, ActorRole>()
  for (const held of [...a, ...b]) {
    const key = `${held.role} ${held.former === true}`
    const known = roles.get(key)
    roles.set(key, known === undefined ? held : { ...held, ...known, sources: [...new Set([...known.sources, ...held.sources])] })
  }
  return [...roles.values()]
}
