/** Actors of the corpus, put together from what each source says of them, and the ways in which their names are found. */
import { type Actor, type ActorRole, mostRoleSources, type StatedRole } from '../actor/actor'
import { folded } from '../actor/folded'
import type { SourceKey } from '../source/source'
import type { ActorTally, NameWord } from './index'

export interface SourceTallies {
  readonly key: SourceKey
  /** Empty where no date is known. */
  readonly published: string
  readonly tallies: readonly ActorTally[]
}

interface Total {
  readonly name: string
  readonly type: Actor['type']
  /** With the number of sources that use them. */
  readonly aliases: Map<string, number>
  readonly roles: Map<string, Giving[]>
  readonly naming: SourceKey[]
  mentions: number
}

/** That a source gives a role. */
export interface Giving extends StatedRole {
  readonly key: SourceKey
  readonly published: string
}

export interface ActorTotal {
  readonly actor: Actor
  readonly brief: Actor
  readonly naming: readonly SourceKey[]
}

/** All actors of `sources`, most mentioned first, with the sources that name them, most recent first. */
export function totalsOf(sources: readonly SourceTallies[]): ActorTotal[] {
  const byRecency = [...sources].sort(
    (a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0) || (a.key < b.key ? -1 : 1),
  )
  const totals = new Map<string, Total>()
  for (const { key, published, tallies } of byRecency) {
    for (const { name, type, mentions, aliases, roles } of tallies) {
      const id = `${type} ${name}`
      const total: Total = totals.get(id) ?? { name, type, aliases: new Map(), roles: new Map(), naming: [], mentions: 0 }
      totals.set(id, total)
      total.mentions += mentions
      total.naming.push(key)
      for (const alias of aliases) total.aliases.set(alias, (total.aliases.get(alias) ?? 0) + 1)
      for (const stated of roles) {
        const of = roleKey(stated)
        total.roles.set(of, [...(total.roles.get(of) ?? []), { ...stated, key, published }])
      }
    }
  }
  return [...totals.values()]
    .map(({ name, type, aliases, roles, naming, mentions }) => {
      const actor: Actor = {
        name,
        type,
        aliases: [...aliases].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([alias]) => alias),
        roles: byRecencyOfRole([...roles.values()].map(roleOf)),
        mentions,
        sources: naming.length,
      }
      const counts = new Map([...roles].map(([key, givings]) => [key, givings.length]))
      return { actor, brief: briefly(actor, counts), naming }
    })
    .sort((a, b) => b.actor.mentions - a.actor.mentions || (a.actor.name < b.actor.name ? -1 : 1))
}

/** The most roles of a brief answer. */
export const briefRoles = 3

/** An actor as a brief answer has it. */
export function briefly(actor: Actor, counts: ReadonlyMap<string, number>): Actor {
  const roles = actor.roles
    .toSorted(
      (a, b) =>
        Number(a.former === true) - Number(b.former === true) ||
        (counts.get(roleKey(b)) ?? 0) - (counts.get(roleKey(a)) ?? 0) ||
        (a.role < b.role ? -1 : 1),
    )
    .slice(0, briefRoles)
    .map(({ role, former }) => ({ role, ...(former === true && { former }), sources: [] }))
  return { ...actor, roles }
}

/** Tells a role from the same role formerly held. */
export function roleKey({ role, former }: StatedRole): string {
  return former === true ? `${role}\nformer` : role
}

/** A role from those who give it, most recent first; the date is the one that the most recent of them states. */
export function roleOf(givings: readonly Giving[]): ActorRole {
  const [latest] = givings
  const dates = givings.flatMap(({ published }) => (published === '' ? [] : [published.slice(0, 10)]))
  const [first, last] = [dates.at(-1), dates[0]]
  const since = givings.find((giving) => giving.since !== undefined)?.since
  return {
    role: latest?.role ?? '',
    ...(latest?.former === true && { former: true }),
    ...(since !== undefined && { since }),
    sources: givings.slice(0, mostRoleSources).map(({ key }) => key),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  }
}

/** What was said last comes first; what is over comes last. */
export function byRecencyOfRole(roles: readonly ActorRole[]): ActorRole[] {
  const rank = ({ former, last = '' }: ActorRole) => (former === true ? ' ' : '1') + last
  return roles.toSorted(
    (a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0) || b.sources.length - a.sources.length || (a.role < b.role ? -1 : 1),
  )
}

/**
 * The texts by which a name is found: folded, from each of its words on, and its initials. "Ursula von der Leyen" gives "ursula von der
 * leyen", "von der leyen", "der leyen", "leyen" and "uvdl".
 */
export function formsOf(name: string): readonly string[] {
  const whole = folded(name)
  const forms: string[] = []
  let initials = ''
  for (const { index } of whole.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    forms.push(whole.slice(index))
    initials += whole.charAt(index)
  }
  return initials.length > 1 && initials.length <= 8 ? [...forms, initials] : forms
}

/** Whether "mer", "Friedrich Me" or "fm" starts a form of the name; the empty text starts every one. */
export function isFoundBy(actor: Pick<Actor, 'name' | 'aliases'>, text: string): boolean {
  const wanted = folded(text)
  return [actor.name, ...actor.aliases].some((name) => formsOf(name).some((form) => form.startsWith(wanted)))
}

/** Whether the name or an alias is `name` or ends with it. */
export function isCalled(actor: Pick<Actor, 'name' | 'aliases'>, name: string): boolean {
  const wanted = folded(name)
  return [actor.name, ...actor.aliases].some((own) => formsOf(own).includes(wanted))
}

/** Words of a name that slips may be made in, "Anne-Marie Müller" has three. */
export function nameWords(name: string): readonly string[] {
  return (name.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortestNameWord && /^\p{Lu}/u.test(word))
}

/** In shorter words a letter more or less makes another name. */
const shortestNameWord = 4

/** What `similarNames` goes by: whatever one slip does to a word, and most of what two do, leaves its beginning or its end alone. */
export function edgesOf(word: string): { readonly first: string; readonly last: string } {
  const lower = word.toLowerCase()
  const kept = lower.length >= 12 ? 4 : lower.length >= 7 ? 3 : 2
  return { first: lower.slice(0, kept), last: lower.slice(-kept) }
}

/** How much longer or shorter a similar word may be. */
export const lengthLeeway = 2

export function isSimilar(word: string, other: string): boolean {
  const { first, last } = edgesOf(word)
  const lower = other.toLowerCase()
  return Math.abs(lower.length - word.length) <= lengthLeeway && (lower.startsWith(first) || lower.endsWith(last))
}

/** All words of names, in the order of their letters. */
export function nameWordsOf(actors: readonly Actor[]): NameWord[] {
  const words = new Map<string, { mentions: number; sources: number }>()
  for (const { name, mentions, sources } of actors) {
    for (const word of new Set(nameWords(name))) {
      const total = words.get(word) ?? { mentions: 0, sources: 0 }
      words.set(word, total)
      total.mentions += mentions
      total.sources += sources
    }
  }
  return [...words].map(([word, total]) => ({ word, ...total })).sort((a, b) => (a.word < b.word ? -1 : 1))
}
