/**
 * Which words of a claim stand in which sentences of a source, how surely they say the same, and how much each word tells.
 */
import type { Contexts, Sentence, Word } from './context'
import type { Lexicon } from './lexicon'
import { matchesOf } from './match'
import type { SourceFigures } from './source'

/** A word of a claim's sentence met in a sentence of a source. */
export interface Hit {
  /** Index of the claim's word. */
  readonly word: number
  readonly found: Word
  readonly similarity: number
}

/** The hits of one claim sentence in one source, by source sentence. */
export type Hits = ReadonlyMap<number, readonly Hit[]>

export type WordWeight = (word: Word) => number

export function hitsOf(words: readonly Word[], language: Sentence['language'], { vocabulary }: SourceFigures, lexicon: Lexicon): Hits {
  const hits = new Map<number, Hit[]>()
  for (const [word, { stem }] of words.entries()) {
    for (const match of matchesOf(stem, language, vocabulary, lexicon)) {
      if (match.similarity === 0) continue
      for (const place of vocabulary.places.get(match.stem) ?? []) {
        const hit = { word, found: place.word, similarity: match.similarity }
        const list = hits.get(place.sentence)
        if (list === undefined) hits.set(place.sentence, [hit])
        else list.push(hit)
      }
    }
  }
  return hits
}

/** The share of the weight of `words` that `best` knows, by index of the word. */
export function shareOf(words: readonly Word[], best: ReadonlyMap<number, number>, weight: WordWeight): number {
  let mass = 0
  let sum = 0
  for (const word of words) {
    const value = weight(word)
    mass += value
    sum += value * (best.get(word.index) ?? 0)
  }
  return mass === 0 ? 0 : sum / mass
}

/** The best similarity of each word of the claim. */
export function bestOfClaim(hits: Iterable<Hit>): Map<number, number> {
  const best = new Map<number, number>()
  for (const { word, similarity } of hits) if (similarity > (best.get(word) ?? 0)) best.set(word, similarity)
  return best
}

/** The best similarity of each word of the source's sentence. */
export function bestOfFound(hits: Iterable<Hit>): Map<number, number> {
  const best = new Map<number, number>()
  for (const { found, similarity } of hits) if (similarity > (best.get(found.index) ?? 0)) best.set(found.index, similarity)
  return best
}

/** How far a sentence takes up what was said around it: steps from the sentence, and what is left of a word on the way. */
const steps: readonly (readonly [step: number, fade: number])[] = [
  [0, 1],
  [-1, 0.75],
  [-2, 0.55],
  [-3, 0.4],
  [1, 0.4],
]

/** The best similarity of each claim word in sentence `index` and, fading, in those around it in its passage. */
export function chainOf(hits: Hits | undefined, sentences: readonly Sentence[], index: number): ReadonlyMap<number, number> {
  const passage = sentences[index]?.passage
  const best = new Map<number, number>()
  for (const [step, fade] of steps) {
    if (sentences[index + step]?.passage !== passage) continue
    for (const { word, similarity } of hits?.get(index + step) ?? []) {
      if (similarity * fade > (best.get(word) ?? 0)) best.set(word, similarity * fade)
    }
  }
  return best
}

/** A word tells the more the fewer sentences of the candidate sources hold it; so many are added, that few candidates tell little. */
const prior = 20

const rarity = (sentences: number, frequency: number) => Math.log(1 + (sentences + prior) / (frequency + 1))

const countSentences = (candidates: readonly SourceFigures[]) =>
  candidates.reduce((sum, { contexts }) => sum + contexts.sentences.length, 0)

/** Weights of the words of a claim, by stem. */
export function claimWeights(contexts: Contexts, candidates: readonly SourceFigures[], lexicon: Lexicon): ReadonlyMap<string, number> {
  const total = countSentences(candidates)
  const weights = new Map<string, number>()
  for (const { words, before, heads, language } of contexts.sentences) {
    for (const { stem } of [...words, ...before, ...heads]) {
      if (weights.has(stem)) continue
      let frequency = 0
      for (const { vocabulary } of candidates) {
        const seen = new Set<number>()
        for (const match of matchesOf(stem, language, vocabulary, lexicon)) {
          if (match.similarity >= 0.5) for (const place of vocabulary.places.get(match.stem) ?? []) seen.add(place.sentence)
        }
        frequency += seen.size
      }
      weights.set(stem, rarity(total, frequency))
    }
  }
  return weights
}

/** The weight of a word of the sources; a long source has thousands that no figure stands beside. */
export function sourceWeight(candidates: readonly SourceFigures[]): WordWeight {
  const total = countSentences(candidates)
  const weights = new Map<string, number>()
  return ({ stem }) => {
    const known = weights.get(stem)
    if (known !== undefined) return known
    let count = 0
    for (const { vocabulary } of candidates) count += vocabulary.places.get(stem)?.length ?? 0
    const weight = count === 0 ? 0 : rarity(total, count)
    weights.set(stem, weight)
    return weight
  }
}
