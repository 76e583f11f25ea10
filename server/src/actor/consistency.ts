/**
 * A second look at a whole text: a surname that was taken for a place or an organisation is the person's, and a name that the tagger found in one place and overlooked in another is taken there too. Only names that are
 * no words otherwise: of two words or more, or a single word that the text never writes in lower case and that was found at least as often.
 */
import { isLetter, isUpper } from '../text/chars'
import { knownBehind } from './inflection'
import { listBit } from './lists'
import type { Found } from './merge'
import { wordLists } from './model'
import type { Tokens } from './tokens'

const articles = /^([DdEe](er|ie|as|en|em|es|in|ine|inen|inem|iner|ines)|[Tt]he|[Aa]n?)$/

/**
 * `found` with surnames that were taken for places or organisations given back to the persons whom the text names in full, unless it
 * means the place or organisation more often than the person: Henry Ford and Ford.
 */
function asPersons(found: readonly Found[]): readonly Found[] {
  const votes = new Map<string, number>()
  for (const { text: name, type } of found) if (type === 'person' && name.includes(' ')) votes.set(lastWord(name), 0)
  if (votes.size === 0) return found
  /** "Macrons" is Macron where there is one. */
  const surnameOf = (word: string) => (word.endsWith('s') && votes.has(word.slice(0, -1)) ? word.slice(0, -1) : word)
  for (const { text: name, type } of found) {
    const surname = surnameOf(type === 'person' ? lastWord(name) : name)
    const count = votes.get(surname)
    if (count !== undefined) votes.set(surname, count + (type === 'person' ? 1 : -1))
  }
  const isPerson = ({ text: name, type }: Found) =>
    (type === 'organisation' || type === 'place') && (votes.get(surnameOf(name)) ?? -1) >= 0 && knownBehind(name) === undefined
  return found.some(isPerson) ? found.map((mention) => (isPerson(mention) ? { ...mention, type: 'person' } : mention)) : found
}

/** Whether a word is known as a noun or not known as a surname. */
function mayBeNoun(word: string): boolean {
  const { lists } = wordLists().find(word, word.toLowerCase())
  return (lists & listBit('common')) !== 0 || (lists & listBit('surname')) === 0
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}

/** `tagged` and what was overlooked, in text order; `parts` are the tokens of the text, passage by passage. */
export function consistent(text: string, parts: readonly Tokens[], tagged: readonly Found[]): readonly Found[] {
  const found = asPersons(tagged)
  if (found.length === 0) return found
  const names = new Map<string, { type: Found['type']; votes: number; mixed: boolean }>()
  for (const { text: name, type } of found) {
    const entry = names.get(name)
    if (entry === undefined) names.set(name, { type, votes: 1, mixed: false })
    else {
      entry.votes++
      if (entry.type !== type) entry.mixed = true
    }
  }
  const types = new Map<string, Found['type']>()
  for (const [name, { type, votes, mixed }] of names) if (votes > 1 && !mixed && !name.includes(' ')) types.set(name, type)
  for (const { text: name, type } of found) {
    const last = lastWord(name)
    if (type === 'person' && last !== name) types.set(last, type)
  }
  if (types.size === 0) return found
  const missed: Found[] = []
  let next = 0
  for (const { count, starts, ends } of parts) {
    for (let at = 0; at < count; at++) {
      const start = starts[at] ?? 0
      while (next < found.length && (found[next]?.end ?? 0) <= start) next++
      if ((found[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue
      const end = ends[at] ?? 0
      const first = text.charCodeAt(start)
      if (end - start < 3 || (isLetter(first) && !isUpper(first))) continue
      const word = text.slice(start, end)
      const type = types.get(word) ?? (word.length > 4 && word.endsWith('s') ? types.get(word.slice(0, -1)) : undefined)
      // Where Klaus Wald was named, "der Wald" may still be a wood.
      if (type === undefined) continue
      if (type === 'person' && at > 0 && mayBeNoun(word) && articles.test(text.slice(starts[at - 1], ends[at - 1]))) continue
      missed.push({ start, end, text: word, type })
    }
  }
  return missed.length === 0 ? found : [...found, ...missed].sort((a, b) => a.start - b.start)
}
