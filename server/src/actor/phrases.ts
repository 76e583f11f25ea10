/** Marks the tokens of known names in a text, names of several words included, so that the model can lean on them. */
import type { ActorType } from './actor'
import type { Word } from './features'
import { knownNames } from './known'
import { type Tokens, tokensOf } from './tokens'

interface Phrase {
  readonly words: readonly string[]
  readonly code: number
}

const codes: Record<ActorType, number> = { person: 1, organisation: 2, state: 3, place: 4 }
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

/** For each token 0, or the code of the known name that begins with it (1 to 4) or goes on with it (5 to 8). */
export function markPhrases(text: string, tokens: Tokens, words: readonly Word[]): Uint8Array {
  const marks = new Uint8Array(tokens.count)
  for (let at = 0; at < tokens.count; at++) {
    if (!words[at]?.capital || marks[at] !== 0) continue
    const surface = text.slice(tokens.starts[at], tokens.ends[at])
    const phrases =
      byFirst.get(surface) ??
      (surface.endsWith('s') ? (byFirst.get(surface.slice(0, -1)) ?? byFirst.get(surface.replace(/es$/, ''))) : undefined)
    const phrase = phrases?.find((candidate) =>
      candidate.words.every((word, index) => index === 0 || word === text.slice(tokens.starts[at + index], tokens.ends[at + index])),
    )
    if (phrase === undefined) continue
    for (let index = 0; index < phrase.words.length; index++) marks[at + index] = phrase.code + (index === 0 ? 0 : 4)
  }
  return marks
}
