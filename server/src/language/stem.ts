/** Word stems by the Snowball algorithms for German and English (Porter). */
import { stemmer as english } from '@orama/stemmers/english'
import { germanStem } from './de/stem'
import type { Language } from './language'

/** English stems, remembered because texts repeat their words. */
const known = new Map<string, string>()
const capacity = 200_000

/** The stem of a word, lower-cased: "Soldaten" and "Soldat" are both "soldat". */
export function stem(word: string, language: Language): string {
  if (language === 'de') return germanStem(word.toLowerCase())
  const found = known.get(word)
  if (found !== undefined) return found
  if (known.size >= capacity) known.clear()
  const result = english(word.toLowerCase())
  known.set(word, result)
  return result
}
