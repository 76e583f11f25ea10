/** Which states a text speaks of: by name, adjective, demonym or capital. */
import type { Language } from '../language/language'
import { isUpper } from '../text/chars'
import { wordsOf } from '../text/words'
import { nationOf } from './demonyms'
import { isNation, knownNames, knownNations } from './known'

/** By their first word, longest first: names of states in words. */
const byFirst = new Map<string, { readonly words: readonly string[]; readonly code: string }[]>()
const add = (name: string, code: string) => {
  const words = wordsOf(name, 0, name.length).map(({ start, end }) => name.slice(start, end))
  const [first] = words
  if (first === undefined) return
  const known = byFirst.get(first) ?? []
  byFirst.set(first, known)
  known.push({ words, code })
}
for (const [name, known] of knownNames) if (isNation(known)) add(name, known.code)
for (const { seats, code } of knownNations) for (const seat of seats) add(seat, code)
for (const names of byFirst.values()) names.sort((a, b) => b.words.length - a.words.length)

/** Codes by ISO 3166, each once. */
export function statesIn(text: string, language: Language): string[] {
  const words = wordsOf(text, 0, text.length)
  const surfaceAt = (at: number) => text.slice(words[at]?.start, words[at]?.end)
  const states = new Set<string>()
  for (const at of words.keys()) {
    const surface = surfaceAt(at)
    // Only German adjectives begin with a small letter.
    if (!isUpper(surface.charCodeAt(0)) && !(language === 'de' && surface.includes('sch'))) continue
    const names = byFirst.get(surface) ?? (surface.endsWith('s') ? byFirst.get(surface.slice(0, -1)) : undefined)
    const named = names?.find((name) => name.words.every((word, step) => step === 0 || surfaceAt(at + step) === word))
    const code = named?.code ?? nationOf(surface, language, at === 0)?.code
    if (code !== undefined) states.add(code)
  }
  return [...states]
}
