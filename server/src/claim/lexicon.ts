/**
 * Words for the same thing, within German and between German and English: what the judge knows of paraphrase and translation.
 * The data is a table of concepts, one a line, German words before the bar and English words behind it.
 */

import dictionary from '../../data/dictionary-de-en.txt'
import type { Language } from '../language/language'
import { stem } from '../language/stem'
import { concepts } from './concepts'

/** The words of a concept, as the table gives them. */
type Words = Readonly<Record<Language, readonly string[]>>

/** A table of concepts. Words are stemmed when a stem that begins like them is asked for: a text asks for few of them, and never for all. */
export class Lexicon {
  readonly #words: readonly Words[]
  /** Words that begin alike, with their concepts. */
  readonly #alike: Readonly<Record<Language, Map<string, (readonly [word: string, concept: number])[]>>>
  /** By beginning, then by stem: the concepts. */
  readonly #concepts: Readonly<Record<Language, Map<string, ReadonlyMap<string, readonly number[]>>>>
  readonly #members = new Map<number, Readonly<Record<Language, readonly string[]>>>()

  constructor(words: readonly Words[]) {
    this.#words = words
    this.#alike = { de: new Map(), en: new Map() }
    this.#concepts = { de: new Map(), en: new Map() }
    for (const [concept, ofConcept] of words.entries()) {
      for (const language of ['de', 'en'] as const) {
        const alike = this.#alike[language]
        for (const word of ofConcept[language]) {
          const beginning = beginningOf(word)
          const known = alike.get(beginning)
          if (known === undefined) alike.set(beginning, [[word, concept]])
          else known.push([word, concept])
        }
      }
    }
  }

  /** Concepts that a word of this stem stands for. */
  conceptsOf(stem: string, language: Language): readonly number[] {
    const beginning = beginningOf(stem)
    let concepts = this.#concepts[language].get(beginning)
    if (concepts === undefined) this.#concepts[language].set(beginning, (concepts = this.#stemmed(beginning, language)))
    return concepts.get(stem) ?? []
  }

  /** Stems of the words of a concept. */
  membersOf(concept: number): Readonly<Record<Language, readonly string[]>> {
    let members = this.#members.get(concept)
    if (members === undefined) {
      const { de, en } = this.#words[concept] ?? { de: [], en: [] }
      this.#members.set(concept, (members = { de: stemsOf(de, 'de'), en: stemsOf(en, 'en') }))
    }
    return members
  }

  #stemmed(beginning: string, language: Language): ReadonlyMap<string, readonly number[]> {
    const concepts = new Map<string, number[]>()
    for (const [word, concept] of this.#alike[language].get(beginning) ?? []) {
      const stemmed = stem(word, language)
      const known = concepts.get(stemmed)
      if (known === undefined) concepts.set(stemmed, [concept])
      else if (known.at(-1) !== concept) known.push(concept)
    }
    return concepts
  }
}

/** Reads lines such as `Gewinn Überschuss Profit | profit surplus earnings`; `#` begins a comment. */
export function parseLexicon(text: string): Lexicon {
  return new Lexicon(
    text.split('\n').flatMap((line) => {
      const [german = '', english = ''] = (line.split('#')[0] ?? '').toLowerCase().split('|')
      const words = { de: wordsOf(german), en: wordsOf(english) }
      return words.de.length + words.en.length === 0 ? [] : [words]
    }),
  )
}

function wordsOf(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word !== '')
}

function stemsOf(words: readonly string[], language: Language): readonly string[] {
  return [...new Set(words.map((word) => stem(word, language)))]
}

const umlauts: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', y: 'i' }

/** The first two letters of a lower-cased word as its stem has them: "häu" of "häuser" becomes "hau", "dying" becomes "die". */
export function beginningOf(word: string): string {
  const [first = '', second = ''] = word.startsWith('ß', 1) ? `${word[0]}s` : word
  return (umlauts[first] ?? first) + (umlauts[second] ?? second)
}

export interface Mate {
  readonly stem: string
  /** 1 for the first words of a concept, less for those further on. */
  readonly closeness: number
}

/** Stems of language `to` that share a concept with `stem` of language `from`, without itself. */
export function mates(stem: string, from: Language, to: Language, lexicon: Lexicon): Mate[] {
  const found = new Map<string, number>()
  for (const concept of lexicon.conceptsOf(stem, from)) {
    const members = lexicon.membersOf(concept)
    const own = members[from].indexOf(stem)
    for (const [place, mate] of members[to].entries()) {
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
