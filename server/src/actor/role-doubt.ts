/**
 * A role that the sources never give this person and give to one other: "Bundeskanzler Robert Habeck". Roles change hands, stand for many
 * ("Abgeordneter") and belong to a country or a body that the text need not name, so this asks for much before it doubts. Pure; the
 * caller passes the actors.
 */
import type { Actor, Mention } from './actor'
import { sameRole } from './merge'

export interface RoleDoubt {
  readonly role: string
  /** Who has the role by the sources. */
  readonly holder: Actor
  /** Whether the sources call the person a former holder. */
  readonly former: boolean
}

/** Sources that must agree. */
const leastSources = 2

/** `actor` is whom the mention means, `holders` are the actors of the corpus with exactly its role, most sources first. */
export function roleDoubt(mention: Mention, actor: Actor | undefined, holders: readonly Actor[]): RoleDoubt | undefined {
  const { role, term } = mention
  if (role === undefined || term !== undefined || actor === undefined || actor.type !== 'person') return undefined
  const [holder, ...others] = holders.filter(({ name }) => name !== actor.name && !sharesSurname(name, actor.name))
  const held = holder && sourcesFor(holder, role)
  // More than one holder: several countries, several times, or a role that many have.
  if (
    holder === undefined ||
    held === undefined ||
    held.length < leastSources ||
    others.some((other) => sourcesFor(other, role).length > 0)
  )
    return undefined
  const own = actor.roles.filter((known) => sameRole(neutral(known.role), neutral(role)))
  const isKnownAsOther = actor.roles.some((known) => known.former !== true && known.sources.length >= leastSources)
  if (own.length === 0) return isKnownAsOther && isSpecific(role) ? { role, holder, former: false } : undefined
  const isFormer = own.every(({ former }) => former === true) && own.some(({ sources }) => sources.length >= leastSources)
  return isFormer && isSpecific(role) ? { role, holder, former: true } : undefined
}

function sourcesFor(actor: Actor, role: string): readonly string[] {
  return actor.roles.find((held) => held.role === role && held.former !== true)?.sources ?? []
}

/** "Präsident" and "Sprecher" are many; "Bundespräsident" and "Regierungssprecher" are one. */
function isSpecific(role: string): boolean {
  return role.length >= 10
}

function neutral(role: string): string {
  return role.toLowerCase().replace(/in$/, '').replace(/frau$/, 'mann')
}

function sharesSurname(a: string, b: string): boolean {
  return a.slice(a.lastIndexOf(' ') + 1) === b.slice(b.lastIndexOf(' ') + 1)
}
