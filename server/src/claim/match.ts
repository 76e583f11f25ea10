/**
 * Which words of a source say what a word of a claim says. Equal stems do; so do, less surely, the parts of a compound
 * ("Militärhilfe" and "Hilfe"), derivations ("verletzt" and "Verletzte"), words for the same concept ("Gewinn" and "Überschuss") and,
 * between languages, cognates and entries of the bilingual lexicon.
 */
import type { Language } from '../language/language'
import type { Contexts, Word } from './context'
import { type Lexicon, mates } from './lexicon'

/** The words of one text by stem, by how they begin and by how they end. */
export interface Vocabulary {
  /** Places of each stem: indexes of sentences, with the word there. */
  readonly places: ReadonlyMap<string, readonly Place[]>
  readonly beginnings: ReadonlyMap<string, readonly string[]>
  readonly endings: ReadonlyMap<string, readonly string[]>
  readonly language: Language
  /** Lazily filled: what a stem of a claim matches here. */
  readonly known: Map<string, readonly Match[]>
}

export interface Place {
  readonly sentence: number
  readonly word: Word
}

export interface Match {
  readonly stem: string
  /** 0 to 1. */
  readonly similarity: number
}

const key = 4

export function vocabularyOf({ sentences, body }: Contexts): Vocabulary {
  const places = new Map<string, Place[]>()
  const beginnings = new Map<string, string[]>()
  const endings = new Map<string, string[]>()
  for (const [index, sentence] of sentences.entries()) {
    for (const word of sentence.words) {
      const known = places.get(word.stem)
      if (known !== undefined) {
        known.push({ sentence: index, word })
        continue
      }
      places.set(word.stem, [{ sentence: index, word }])
      if (word.stem.length < key) continue
      append(beginnings, word.stem.slice(0, key), word.stem)
      append(endings, word.stem.slice(-key), word.stem)
    }
  }
  return { places, beginnings, endings, language: body.language, known: new Map() }
}

function append(lists: Map<string, string[]>, at: string, item: string): void {
  const list = lists.get(at)
  if (list === undefined) lists.set(at, [item])
  else list.push(item)
}

/** Stems of `vocabulary` that match `stem` of a text in `language`, each once. */
export function matchesOf(stem: string, language: Language, vocabulary: Vocabulary, lexicon: Lexicon): readonly Match[] {
  const memory = `${language}:${stem}`
  const known = vocabulary.known.get(memory)
  if (known !== undefined) return known
  const found = new Map<string, number>()
  collect(stem, 1, vocabulary, found)
  if (language !== vocabulary.language) for (const cognate of cognates(stem)) collect(cognate, 0.8, vocabulary, found)
  const mateWeight = language === vocabulary.language ? 0.7 : 0.9
  for (const mate of mates(stem, language, vocabulary.language, lexicon)) collect(mate.stem, mateWeight * mate.closeness, vocabulary, found)
  const matches = [...found].map(([stem, similarity]) => ({ stem, similarity }))
  vocabulary.known.set(memory, matches)
  return matches
}

function collect(stem: string, weight: number, vocabulary: Vocabulary, found: Map<string, number>): void {
  const note = (other: string, similarity: number) => {
    if (similarity > (found.get(other) ?? 0)) found.set(other, similarity)
  }
  if (vocabulary.places.has(stem)) note(stem, weight)
  if (stem.length < key) return
  for (const other of vocabulary.beginnings.get(stem.slice(0, key)) ?? []) note(other, weight * beginningSimilarity(stem, other))
  for (const other of vocabulary.endings.get(stem.slice(-key)) ?? []) note(other, weight * endingSimilarity(stem, other))
}

/** "militar" and "militarhilf", "verletz" and "verletzt". */
function beginningSimilarity(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  let common = key
  while (common < shorter && a.charCodeAt(common) === b.charCodeAt(common)) common++
  if (common === longer) return 1
  if (common >= 0.75 * longer) return common >= 5 ? 0.75 : 0.5
  if (common === shorter) return common >= 5 ? 0.6 : 0.45
  return common >= 6 && common >= 0.55 * longer ? 0.5 : common >= 6 ? 0.3 : 0
}

/** "hilf" and "militarhilf": a compound is its last part. */
function endingSimilarity(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let common = key
  while (common < shorter && a.charCodeAt(a.length - 1 - common) === b.charCodeAt(b.length - 1 - common)) common++
  if (common === shorter) return common >= 5 ? 0.7 : 0.5
  return common >= 6 ? 0.3 : 0
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/c(?=[aoulrt])/g, 'k'],
  [/c(?=[eiy])/g, 'z'],
  [/y\b/g, 'i'],
  [/i(?:ti)?$/g, 'itat'],
]

/** How German would spell an English word of Latin or Greek stock: "contract" is "kontrakt", "capaciti" is "kapazitat". */
function cognates(stem: string): string[] {
  if (stem.length < 5) return []
  let spelled = stem
  const forms: string[] = []
  for (const [pattern, replacement] of spellings) {
    const next = spelled.replace(pattern, replacement)
    if (next !== spelled) forms.push((spelled = next))
  }
  return forms
}
