/**
 * Names that are probably slips of known ones: one or two letters away from the name of an actor of the corpus, while the written form itself is
 * neither a known name nor a word that the corpus uses. Pure; the caller passes what the corpus knows.
 */
import { distance } from 'fastest-levenshtein'
import type { Actor, ActorType } from './actor'
import { basesOf } from './inflection'

export interface NameKnowledge {
  /** Actors whose names or aliases share letters with the written name. */
  readonly actors: readonly Actor[]
  /** How many sources use the word, in any case. */
  frequency(word: string): number
}

/** What an actor must have, for its name to be trusted more than the one written. */
const leastMentions = 2

/** The name that was meant, or undefined where the written one may stand: "Friedrich Mertz" means "Friedrich Merz". */
export function nameMeant(written: string, type: ActorType, { actors, frequency }: NameKnowledge): string | undefined {
  const words = wordsIn(written)
  const forms = new Set(actors.flatMap((actor) => [actor.name, ...actor.aliases]))
  if (basesOf(written).some((form) => forms.has(form))) return undefined
  const meant = new Map<string, Actor>()
  for (const actor of actors) {
    if (actor.mentions < leastMentions || (actor.type === 'person') !== (type === 'person')) continue
    for (const form of [actor.name, ...actor.aliases]) {
      const slip = slipIn(words, wordsIn(form))
      if (slip !== undefined && frequency(slip) < Math.max(1, actor.sources / 10)) meant.set(actor.name, actor)
    }
  }
  const [only] = meant.values()
  return meant.size === 1 ? only?.name : undefined
}

/** The one word of `written` that differs from `known` by a slip: a letter in five, two in eight; never the first one. */
function slipIn(written: readonly string[], known: readonly string[]): string | undefined {
  if (written.length !== known.length) return undefined
  let slip: string | undefined
  for (const [at, word] of written.entries()) {
    const right = known[at] ?? ''
    if (word === right || basesOf(word).includes(right) || basesOf(right).includes(word)) continue
    if (slip !== undefined || !isSlip(word, right)) return undefined
    slip = word
  }
  return slip
}

function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  const most = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  if (most === 0 || a.charAt(0) !== b.charAt(0)) return false
  const apart = distance(a.toLowerCase(), b.toLowerCase())
  // A feminine or a plural is another word: "Ukrainer" and "Ukrainerin", "Anna" and "Anne" are another person.
  return apart > 0 && (apart <= most || (apart === 2 && isSwap(a, b))) && !isOtherEnding(a, b)
}

/** Two neighbouring letters exchanged: "Selneskyj". */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

function isOtherEnding(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.startsWith(short) && /^(s|es|n|en|e|in|er)$/.test(long.slice(short.length))) return true
  return a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && /[aeio]/.test(a.slice(-1)) && /[aeio]/.test(b.slice(-1))
}

function wordsIn(name: string): string[] {
  return name.split(/[\s-]+/).filter((word) => word !== '')
}
