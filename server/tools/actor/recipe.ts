/** Which texts each language learns from, with which weight; shared by training and cross-validation. */
import type { Described } from '../../src/actor/features'
import type { WordLists } from '../../src/actor/lists'
import type { Language } from '../../src/language/language'
import type { Sentence } from './crf'
import { type LearnOptions, sentencesFrom } from './learn'
import type { Labelled } from './sets'

export const options: LearnOptions = {
  epochs: 12,
  rate: 0.02,
  decay: 0.5,
  dropout: 0.1,
  blindness: 0.05,
  seed: 1,
  most: Number.POSITIVE_INFINITY,
}

/** How many features fit into the shipped file. */
export const shipped: Readonly<Record<Language, number>> = { de: 104_000, en: 59_000 }

/** How many sentences the record, the patterns and WordNet give. */
export const recordSize = 9000
export const templateCount = 3000
export const glossCount = 2000

/** English has few labels of its own; German sentences teach it shapes, lists and order of words, at less weight. */
const weights: Readonly<Record<string, number>> = { templates: 0.5, wordnet: 0.3, record: 0.4, 'germeval2014-de': 1.5 }
const foreignWeight = 0.4
const foreignSets = ['germeval2014-de', 'bundestag-gold-de']

export function createSentences(
  lists: Readonly<Record<Language, WordLists>>,
  without?: ReadonlySet<string>,
): (examples: readonly Labelled[], language: Language) => Sentence[] {
  const words = new Map<string, Described>()
  const memory = new Map<Labelled, Sentence[]>()
  return (examples, language) =>
    examples.flatMap((example) => {
      const foreign = example.language !== language
      if (foreign && (language === 'de' || !foreignSets.includes(example.set))) return []
      const known = memory.get(example)
      if (known !== undefined && !foreign) return known
      const sentences = sentencesFrom(
        { ...example, language },
        lists[language],
        words,
        foreign ? foreignWeight : (weights[example.set] ?? 1),
        without,
      )
      if (!foreign) memory.set(example, sentences)
      return sentences
    })
}
