/** Word stems by the Snowball algorithms for German and English (Porter), remembered because texts repeat their words. */
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as german } from '@orama/stemmers/german'
import type { Language } from './language'

const stemmers = { de: german, en: english }
const known: Record<Language, Map<string, string>> = { de: new Map(), en: new Map() }
const capacity = 200_000

/** The stem of a word, lower-cased: "Soldaten" and "Soldat" are both "soldat". */
export function stem(word: string, language: Language): string {
  const memory = known[language]
  const found = memory.get(word)
  if (found !== undefined) return found
  if (memory.size >= capacity) memory.clear()
  const result = stemmers[language](word.toLowerCase())
  memory.set(word, result)
  return result
}
