/** Marks the tokens of known names in a text, names of several words included, so that the model can lean on them. */
import type { ActorType } from './actor'
import { Facts } from './facts'
import type { Places, Word } from './features'
import { knownNames } from './known'
import { type Tokens, tokensOf } from './tokens'

export interface Phrase {
  readonly words: readonly string[]
  readonly code: number
}

const codes: Record<ActorType, number> = { person: 1, organisation: 2, state: 3, place: 4 }
/** The mark of a known organisation, and how far the marks of what goes on are from those of what begins. */
export const organisationMark = codes.organisation
export const goesOn = 4
const none: readonly Phrase[] = []
const byFirst = new Map<string, Phrase[]>()
for (const [name, { type }] of knownNames) {
  const { count, starts, ends } = tokensOf(name)
  const words = Array.from({ length: count }, (_, at) => name.slice(starts[at], ends[at]))
  const [first] = words
  if (first === undefined) continue
  const phrases = byFirst.get(first) ?? []
  byFirst.set(first, phrases)
  phrases.push({ words, code: codes[type] })
}
for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length)

/** The known names that begin with a word, the longest first. */
export function phrasesFrom(surface: string): readonly Phrase[] {
  return (
    byFirst.get(surface) ??
    (surface.endsWith('s') ? (byFirst.get(surface.slice(0, -1)) ?? byFirst.get(surface.replace(/es$/, ''))) : undefined) ??
    none
  )
}

/** Marks each token with 0, or the code of the known name that begins with it (1 to 4) or goes on with it (5 to 8). */
export function markPhrases(
  text: string,
  { count, starts, ends }: Tokens,
  words: readonly Word[],
  { facts, phrases: marks }: Places,
): void {
  marks.fill(0, 0, count)
  for (let at = 0; at < count; at++) {
    if (((facts[at] ?? 0) & Facts.Phrases) === 0 || marks[at] !== 0) continue
    const phrase = words[at]?.phrases.find((candidate) => stands(candidate, at))
    if (phrase === undefined) continue
    for (let index = 0; index < phrase.words.length; index++) marks[at + index] = phrase.code + (index === 0 ? 0 : goesOn)
  }

  function stands({ words: parts }: Phrase, at: number): boolean {
    if (at + parts.length > count) return false
    for (let index = 1; index < parts.length; index++) {
      const part = parts[index] ?? ''
      const start = starts[at + index] ?? 0
      if ((ends[at + index] ?? 0) - start !== part.length || !text.startsWith(part, start)) return false
    }
    return true
  }
}
