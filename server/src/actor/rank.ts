/**
 * Ranks actors for what was typed: "mer" finds Friedrich Merz, "uvdl" Ursula von der Leyen, "ozdem" Cem Özdemir. Any word of the name or of an
 * alias may match; umlauts and accents do not matter. Among equal matches the paragraph's actors come first, then the frequent ones.
 */
import type { Actor } from './actor'
import { folded } from './folded'

export interface RankContext {
  /** Names of actors in the paragraph, nearest first. */
  readonly near: readonly string[]
  /** Names that stand in the document. */
  readonly named: ReadonlySet<string>
}

export interface RankedActor {
  readonly actor: Actor
  /** The name or alias that matched. */
  readonly matched: string
  /** What to insert: the surname where the full name stands in the document already. */
  readonly insert: string
  readonly score: number
}

/** The candidates that `query` matches, best first. */
export function rankActors(query: string, candidates: readonly Actor[], context: RankContext): RankedActor[] {
  const wanted = folded(query.trim())
  const nearness = new Map(context.near.map((name, at) => [name, 1 / (1 + at)]))
  const ranked: RankedActor[] = []
  for (const actor of candidates) {
    let best = 0
    let matched = actor.name
    for (const form of [actor.name, ...actor.aliases]) {
      const score = matchOf(wanted, folded(form)) * (form === actor.name ? 1 : 0.95)
      if (score > best) {
        best = score
        matched = form
      }
    }
    if (best === 0) continue
    const score =
      best + 0.3 * (nearness.get(actor.name) ?? 0) + (context.named.has(actor.name) ? 0.1 : 0) + 0.05 * Math.log2(1 + actor.mentions)
    ranked.push({ actor, matched, insert: insertionOf(actor, context), score })
  }
  return ranked.sort((a, b) => b.score - a.score || b.actor.mentions - a.actor.mentions || (a.actor.name < b.actor.name ? -1 : 1))
}

function insertionOf({ name, type }: Actor, { named }: RankContext): string {
  if (type !== 'person' || !named.has(name)) return name
  const words = name.split(' ')
  const particle = words.findIndex((word, at) => at > 0 && /^\p{Ll}/u.test(word))
  return words.slice(particle > 0 ? particle : -1).join(' ')
}

/** 2 for the whole name, less for the start of it, of a word, initials, and letters in order; 0 for no match. */
function matchOf(query: string, name: string): number {
  if (query === '') return 0.5
  if (name === query) return 2
  if (name.startsWith(query)) return 1.6
  const words = name.split(/[\s\-/]+/)
  if (words.some((word) => word.startsWith(query))) return words.at(-1)?.startsWith(query) ? 1.55 : 1.4
  if (name.includes(` ${query}`)) return 1.4
  const initials = words.map((word) => word.charAt(0)).join('')
  if (query.length > 1 && initials.startsWith(query)) return 1.2
  if (query.length > 2 && startsInOrder(query, words)) return 1
  return query.length > 2 && lettersInOrder(query, name) ? 0.4 : 0
}

/** "frme" is "fr" of Friedrich and "me" of Merz. */
function startsInOrder(query: string, words: readonly string[]): boolean {
  if (query === '') return true
  const [word, ...rest] = words
  if (word === undefined) return false
  for (let length = Math.min(word.length, query.length); length > 0; length--) {
    if (word.startsWith(query.slice(0, length)) && startsInOrder(query.slice(length), rest)) return true
  }
  return startsInOrder(query, rest)
}

function lettersInOrder(query: string, name: string): boolean {
  if (name.charAt(0) !== query.charAt(0)) return false
  let at = 0
  for (const letter of query) {
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return at <= query.length + 3
}
