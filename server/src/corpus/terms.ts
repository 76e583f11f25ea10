/**
 * The words by which a text is found: stems in lower case with the parts of compounds beside them, and numbers without their separators.
 * What a word gives is remembered, because a corpus repeats its words: most of a text costs one lookup a word.
 */
import { compoundParts } from '../language/compound'
import { stopWords as german } from '../language/de/stopwords'
import { stopWords as english } from '../language/en/stopwords'
import type { Language } from '../language/language'
import { stem } from '../language/stem'
import { isDigit, isLetter } from '../text/chars'

const stopWords = { de: german, en: english }
const known: Record<Language, Map<string, readonly string[]>> = { de: new Map(), en: new Map() }
const capacity = 400_000
/** Beyond it a "word" is data: a hash, a base64 line. */
const longest = 60

const comma = 44
const point = 46
const apostrophes = new Set([39, 0x2019])

/** In text order, repeated as often as they occur: "26.000 Infanteriefahrzeuge" gives 26000, infanteriefahrzeug, infanteri, fahrzeug. */
export function termsOf(text: string, language: Language): string[] {
  const terms: string[] = []
  addTerms(terms, text, 0, text.length, language)
  return terms
}

/** Adds the terms of a part of `text` to `terms`. */
export function addTerms(terms: string[], text: string, from: number, to: number, language: Language): void {
  const memory = known[language]
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) {
      const start = at
      do at++
      while (at < to && isLetter(text.charCodeAt(at)))
      if (at - start < 2 || at - start > longest) continue
      const word = text.slice(start, at)
      let found = memory.get(word)
      if (found === undefined) {
        if (memory.size >= capacity) memory.clear()
        // A slice keeps its whole text alive; the memory outlives the text.
        memory.set(`${word} `.slice(0, -1), (found = termsOfWord(word.toLowerCase(), language)))
      }
      for (const term of found) terms.push(term)
    } else if (isDigit(code)) {
      const start = at
      at = endOfNumber(text, at, to)
      if (at - start <= longest) terms.push(numberTerm(text.slice(start, at), language))
    } else at++
  }
}

function termsOfWord(word: string, language: Language): readonly string[] {
  if (stopWords[language].has(word)) return []
  const whole = stem(word, language)
  if (language !== 'de') return [whole]
  const parts = compoundParts(word)
  return parts === undefined ? [whole] : [whole, ...parts.map((part) => stem(part, language))]
}

/** End of the digits at `at` with what separates their groups: "1.234,5", "1’000". */
function endOfNumber(text: string, at: number, to: number): number {
  let end = at
  while (end < to) {
    const code = text.charCodeAt(end)
    if (isDigit(code)) end++
    else if ((code === comma || code === point || apostrophes.has(code)) && end + 1 < to && isDigit(text.charCodeAt(end + 1))) end++
    else break
  }
  return end
}

/** One spelling for a number in either language: "1.234,5" and "1,234.5" are both "1234.5"; dates keep their points. */
function numberTerm(written: string, language: Language): string {
  const digits = written.replace(/['’]/g, '')
  const [group, decimal] = language === 'de' ? ['.', ','] : [',', '.']
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0) return digits
  const groups = whole.split(group)
  if (groups.length > 1 && groups.slice(1).some((part) => part.length !== 3)) return digits
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`
}
