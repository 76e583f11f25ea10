/**
 * Words that speak of a state without naming it: "ukrainische Soldaten", "die Franzosen", "Berliner Regierung", "the Russians". They are no
 * names, so the recogniser leaves them alone; whoever asks whose figure this is wants them all the same.
 */
import type { Language } from '../language/language'
import { isUpper } from '../text/chars'
import type { Mention } from './actor'
import { knownNations, type Nation } from './known'
import { tokensOf } from './tokens'

const german = new Map<string, Nation>()
const english = new Map<string, Nation>()
for (const nation of knownNations) {
  for (const stem of nation.adjectives.de) {
    for (const ending of ['', 'e', 'en', 'er', 'es', 'em']) german.set(stem + ending, nation)
  }
  for (const demonym of nation.demonyms) for (const form of demonymForms(demonym)) german.set(form, nation)
  for (const word of nation.adjectives.en) for (const form of [word, `${word}s`]) english.set(form, nation)
}

/** "Franzose" stands for Franzosen, "Ukrainer" for Ukrainerin and Ukrainern. */
function demonymForms(demonym: string): string[] {
  if (demonym.endsWith('e')) return [demonym, `${demonym}n`, `${demonym.slice(0, -1)}in`, `${demonym.slice(0, -1)}innen`]
  return [demonym, `${demonym}s`, `${demonym}n`, `${demonym}en`, `${demonym}in`, `${demonym}innen`]
}

/** Mentions of states by adjective or demonym, in text order; `name` is the state's. */
export function demonymsOf(text: string, language: Language): Mention[] {
  const { count, starts, ends, opens } = tokensOf(text)
  const mentions: Mention[] = []
  for (let at = 0; at < count; at++) {
    const start = starts[at] ?? 0
    const end = ends[at] ?? 0
    const word = text.slice(start, end)
    const nation = nationOf(word, language, opens[at] === 1)
    if (nation !== undefined) mentions.push({ start, end, text: word, type: 'state', name: nation[language] })
  }
  return mentions
}

export function nationOf(word: string, language: Language, opens: boolean): Nation | undefined {
  if (language === 'en') return isUpper(word.charCodeAt(0)) ? english.get(word) : undefined
  const found = german.get(word)
  if (found !== undefined) return found
  // "Deutsch-französische" and "Ukrainische" at the beginning, "Russischer" in a headline; "russisch-ukrainische" speaks of its last part.
  const part = word.slice(word.lastIndexOf('-') + 1)
  return part !== word || opens || isUpper(word.charCodeAt(0))
    ? (german.get(part) ?? german.get(part.charAt(0).toLowerCase() + part.slice(1)))
    : undefined
}

/** "Ukrainische" and "Franzosen" are words for a state's people or things, not its name. */
export function isDemonym(word: string, language: Language): boolean {
  return nationOf(word, language, true) !== undefined
}
