/** A role that the sources never give this actor and give to another: "Bundeskanzler Robert Habeck". Pure; the caller passes the actors. */
import type { Actor, Mention } from './actor'
import { sameRole } from './merge'

export interface RoleDoubt {
  readonly role: string
  /** Who has the role by the sources, most sources first. */
  readonly holders: readonly Actor[]
}

/** `actor` is whom the mention means, `others` are actors of the corpus with a like role. Sources must know another role of the actor. */
export function roleDoubt(mention: Mention, actor: Actor | undefined, others: readonly Actor[]): RoleDoubt | undefined {
  const { role } = mention
  if (role === undefined || actor === undefined || actor.roles.length === 0) return undefined
  if (actor.roles.some((own) => sameRole(own.role, role))) return undefined
  const holders = others
    .filter(
      (other) =>
        other.name !== actor.name && other.roles.some((held) => held.role.toLowerCase() === role.toLowerCase() && held.sources.length >= 2),
    )
    .sort((a, b) => b.sources - a.sources)
  return holders.length === 0 ? undefined : { role, holders }
}
