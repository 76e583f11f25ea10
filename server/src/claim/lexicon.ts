/**
 * Words for the same thing, within German and between German and English: what the judge knows of paraphrase and translation.
 * The data is a table of concepts, one a line, German words before the bar and English words behind it.
 */

import dictionary from '../../data/dictionary-de-en.txt'
import type { Language } from '../language/language'
import { stem } from '../language/stem'
import { concepts } from './concepts'

export interface Lexicon {
  /** Concepts of each stem. */
  readonly concepts: Readonly<Record<Language, ReadonlyMap<string, readonly number[]>>>
  /** Stems of each concept. */
  readonly members: readonly Readonly<Record<Language, readonly string[]>>[]
}

/** Reads lines such as `Gewinn Überschuss Profit | profit surplus earnings`; `#` begins a comment. */
export function parseLexicon(text: string): Lexicon {
  const concepts = { de: new Map<string, number[]>(), en: new Map<string, number[]>() }
  const members: Record<Language, readonly string[]>[] = []
  for (const line of text.split('\n')) {
    const [german = '', english = ''] = (line.split('#')[0] ?? '').split('|')
    const stems = { de: stemsOf(german, 'de'), en: stemsOf(english, 'en') }
    if (stems.de.length + stems.en.length < 2) continue
    for (const language of ['de', 'en'] as const) {
      for (const item of stems[language]) {
        const known = concepts[language].get(item)
        if (known === undefined) concepts[language].set(item, [members.length])
        else known.push(members.length)
      }
    }
    members.push(stems)
  }
  return { concepts, members }
}

function stemsOf(words: string, language: Language): string[] {
  return [
    ...new Set(
      words
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => stem(word.toLowerCase(), language)),
    ),
  ]
}

export interface Mate {
  readonly stem: string
  /** 1 for the first words of a concept, less for those further on. */
  readonly closeness: number
}

/** Stems of language `to` that share a concept with `stem` of language `from`, without itself. */
export function mates(stem: string, from: Language, to: Language, { concepts, members }: Lexicon): Mate[] {
  const found = new Map<string, number>()
  for (const concept of concepts[from].get(stem) ?? []) {
    const own = members[concept]?.[from].indexOf(stem) ?? 0
    for (const [place, mate] of (members[concept]?.[to] ?? []).entries()) {
      const closeness = 1 - 0.04 * Math.min(own, 5) - 0.04 * Math.min(place, 5)
      if (closeness > (found.get(mate) ?? 0)) found.set(mate, closeness)
    }
  }
  if (from === to) found.delete(stem)
  return [...found].map(([stem, closeness]) => ({ stem, closeness }))
}

let shared: Lexicon | undefined

/** The lexicon that ships with the product, read when it is first needed. */
export function sharedLexicon(): Lexicon {
  shared ??= parseLexicon(`${concepts}\n${dictionary}`)
  return shared
}
