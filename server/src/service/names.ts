/**
 * Names of the document that are one or two letters away from a name of the corpus. Only persons with at least two names are looked at, and only
 * those that the corpus does not know as written: between two real names that resemble each other Beleg keeps silent.
 */
import { distance } from 'fastest-levenshtein'
import type { Actor, Mention } from '../actor/actor'
import type { CorpusIndex } from '../corpus/index'
import type { NameDoubt } from '../rules/rule'

/** What is known of a written name: the name that was probably meant, or nothing. */
export type NameMemory = ReadonlyMap<string, string | undefined>

/** Fewer mentions in the corpus might themselves be slips. */
const leastMentions = 2
const candidates = 40

export async function nameDoubtsOf(
  mentions: readonly Mention[],
  index: CorpusIndex,
  generation: number,
  memory: NameMemory,
): Promise<{ names: readonly NameDoubt[]; memory: NameMemory }> {
  const meant = new Map<string, string | undefined>()
  const names: NameDoubt[] = []
  for (const mention of mentions) {
    if (mention.type !== 'person' || wordsOf(mention.text).length < 2) continue
    const key = `${generation} ${mention.name}`
    if (!meant.has(key)) meant.set(key, memory.has(key) ? memory.get(key) : await nameMeant(mention.name, index))
    const known = meant.get(key)
    if (known !== undefined) names.push({ kind: 'misspelt', mention, written: mention.name, known })
  }
  return { names, memory: meant }
}

async function nameMeant(written: string, index: CorpusIndex): Promise<string | undefined> {
  const words = wordsOf(written)
  const starts = words.map((word) => word.slice(0, 3)).filter((start) => start.length === 3)
  const found: Actor[] = []
  for (const start of starts) found.push(...(await index.findActors(start, candidates)))
  if (found.some((actor) => [actor.name, ...actor.aliases].some((name) => sameName(name, written)))) return undefined
  const near = found.filter((actor) => actor.type === 'person' && actor.mentions >= leastMentions && isSlip(words, wordsOf(actor.name)))
  const distinct = new Set(near.map(({ name }) => name))
  return distinct.size === 1 ? near[0]?.name : undefined
}

/** Whether exactly one word differs, and that by a slip: "Selenskij" for "Selenskyj", not "Anna" for "Anne". */
function isSlip(written: readonly string[], known: readonly string[]): boolean {
  if (written.length !== known.length) return false
  const differing = written.map((word, at) => [word, known[at] ?? ''] as const).filter(([a, b]) => a !== b)
  const [pair] = differing
  if (pair === undefined || differing.length > 1) return false
  const [a, b] = pair
  const shorter = Math.min(a.length, b.length)
  const most = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0
  return a.charAt(0) === b.charAt(0) && distance(a.toLowerCase(), b.toLowerCase()) <= most && !isInflection(a, b)
}

function sameName(a: string, b: string): boolean {
  return a === b || isInflection(a, b)
}

/** A genitive: "Merz" and "Merz’", "Selenskyj" and "Selenskyjs". */
function isInflection(a: string, b: string): boolean {
  const bare = (name: string) => name.replace(/['’]s?$|s$/, '')
  return bare(a) === bare(b)
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/).filter((word) => word !== '')
}
