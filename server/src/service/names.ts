/**
 * What the corpus makes doubtful in the names of a document: those that are probably slips, and roles that it gives to others. What a slip is, is decided in actor/; here the document's own names
 * count as well as those of the sources, and every word is asked about once for each state of the index.
 */
import type { Mention } from '../actor/actor'
import {
  formsOfWord,
  isKnownWord,
  isNameLike,
  type KnownWord,
  type WrittenWord,
  wellKnownWords,
  wordMeant,
  wordsIn,
} from '../actor/misspelt'
import type { Registry } from '../actor/registry'
import type { Document } from '../analysis/document'
import { isSimilar, nameWords } from '../corpus/actors'
import { termsOf } from '../corpus/terms'
import type { Language } from '../language/language'
import type { NameDoubt, PassageEvidence } from '../rules/rule'
import type { Source } from '../source/source'
import { type Span, slice } from '../text/span'
import type { Corpus } from './readings'
import { roleDoubtsOf } from './role-doubts'

/** What the corpus says of a written word, by the word, its passage and the generation of the index. */
export type NameMemory = ReadonlyMap<string, readonly KnownWord[]>

interface Asked extends WrittenWord {
  readonly language: Language
  readonly passage: string
  /** Offsets of the document; those of the word count in the prose. */
  readonly place: Span
  readonly key: string
}

/** Sources in which a word is looked for letter by letter, since the index knows stems only. */
const lookedThrough = 3
/** Sources that the passage of an unknown word is compared with. */
const likePassage = 6

export async function nameDoubtsOf(
  document: Document,
  mentions: readonly Mention[],
  corpus: Corpus,
  registry: Registry,
  memory: NameMemory,
): Promise<{ names: readonly NameDoubt[]; memory: NameMemory }> {
  const asked = wordsAskedAbout(document, corpus, registry)
  const answers = await answersTo(asked, corpus, memory)
  const own = ownWordsOf(mentions)
  const suspects = asked.flatMap((item) => {
    const others = [...wellKnownWords(), ...own.filter(({ word }) => word !== item.word)]
    const known = wordMeant(item.word, [...(answers.get(item.key) ?? []), ...others], item.language !== 'de')
    return known === undefined ? [] : [{ ...item, known }]
  })
  const used = await usedWords([...new Set(suspects.map(({ word }) => word))], corpus)
  const doubted = suspects.filter(({ word }) => !used.has(word))
  const evidence = new Map<string, PassageEvidence>()
  for (const word of new Set(doubted.map(({ known }) => known))) {
    const found = await evidenceOf(word, corpus)
    if (found !== undefined) evidence.set(word, found)
  }
  const names = doubted.map(({ place, word, known }): NameDoubt => {
    const proof = evidence.get(known)
    return { kind: 'misspelt', mention: place, written: word, known, ...(proof !== undefined && { evidence: proof }) }
  })
  const roles = await roleDoubtsOf(document, mentions, corpus, registry)
  return { names: [...names, ...roles].sort((a, b) => a.mention.start - b.mention.start), memory: answers }
}

/** Capitalised words that are neither words of the language nor names that the author registered. */
function wordsAskedAbout({ prose }: Document, corpus: Corpus, registry: Registry): Asked[] {
  const { body } = prose
  const registered = new Set(registry.actors.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(nameWords)))
  // A text repeats its words.
  const seen = new Map<string, boolean>()
  const isKnown = (word: string, language: Language) => {
    const key = language + word
    const known = seen.get(key) ?? (registered.has(word) || isKnownWord(word, language))
    seen.set(key, known)
    return known
  }
  return body.passages.flatMap((passage) => {
    const language = passage.language ?? body.language
    const text = slice(body.text, passage)
    return wordsIn(body.text, passage)
      .filter(({ word }) => !isKnown(word, language))
      .map((written) => ({
        ...written,
        language,
        passage: text,
        place: prose.toDocument({ start: written.start, end: written.end }),
        key: JSON.stringify([corpus.generation, written.word, text]),
      }))
  })
}

/** For each word, by its key, the words of names that it may be a slip of: of actors of the corpus, and of texts that are like its passage. */
async function answersTo(asked: readonly Asked[], corpus: Corpus, memory: NameMemory): Promise<Map<string, readonly KnownWord[]>> {
  const answers = new Map<string, readonly KnownWord[]>()
  for (const { key } of asked) {
    const known = memory.get(key)
    if (known !== undefined) answers.set(key, known)
  }
  const open = [...new Map(asked.filter(({ key }) => !answers.has(key)).map((item) => [item.key, item])).values()]
  if (open.length === 0) return answers
  const forms = open.map(({ word }) => formsOfWord(word).map(({ form }) => form))
  const similar = await corpus.index.similarNames(forms.flat())
  const passages = [...new Map(open.map(({ passage, language }) => [passage, language]))]
  const terms = passages.map(([text, language]) => new Map(termsOf(text, language).map((term) => [term, 1])))
  const hits = await corpus.index.search(terms.map((of) => ({ terms: of, limit: likePassage })))
  const keys = [...new Set(hits.flat().map(({ key }) => key))]
  const sources = new Map(
    (await corpus.index.sources(keys)).flatMap((source) => (source === undefined ? [] : [[source.key, wordsOf(source)]])),
  )
  const around = new Map(passages.map(([text], at) => [text, (hits[at] ?? []).flatMap(({ key }) => sources.get(key) ?? [])]))
  let at = 0
  for (const [index, { key, passage }] of open.entries()) {
    const named = similar.slice(at, (at += forms[index]?.length ?? 0)).flat()
    const near = (around.get(passage) ?? []).filter((other) => forms[index]?.some((form) => isSimilar(form, other.word)))
    answers.set(key, uniqueWords([...named, ...near]))
  }
  return answers
}

/** Words of a source that may be names, with how often it uses them. */
function wordsOf({ body }: Source): KnownWord[] {
  const counts = new Map<string, number>()
  for (const passage of body.passages) for (const { word } of wordsIn(body.text, passage)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].filter(([word]) => isNameLike(word)).map(([word, mentions]) => ({ word, mentions, sources: 1 }))
}

function uniqueWords(words: readonly KnownWord[]): KnownWord[] {
  const best = new Map<string, KnownWord>()
  for (const word of words) if ((best.get(word.word)?.mentions ?? 0) < word.mentions) best.set(word.word, word)
  return [...best.values()]
}

/** Words of names that the document itself uses. */
function ownWordsOf(mentions: readonly Mention[]): KnownWord[] {
  const counts = new Map<string, number>()
  for (const { text } of mentions) for (const word of nameWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 1).map(([word, count]) => ({ word, mentions: count, sources: 1 }))
}

/** Those of `words` that some source uses, in whatever case. */
async function usedWords(words: readonly string[], corpus: Corpus): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set()
  const queries = words.map((word) => ({ terms: new Map([[termsOf(word, 'de')[0] ?? word, 1]]), limit: lookedThrough }))
  const hits = await corpus.index.search(queries)
  const keys = [...new Set(hits.flat().map(({ key }) => key))]
  const sources = new Map(
    (await corpus.index.sources(keys)).flatMap((source) => (source === undefined ? [] : [[source.key, source] as const])),
  )
  const holds = (word: string, source: Source | undefined) => source !== undefined && placeOfWord(word, source, 'giu') !== undefined
  return new Set(words.filter((word, at) => hits[at]?.some(({ key }) => holds(word, sources.get(key)))))
}

/** Where a source writes the name as it should be. */
async function evidenceOf(word: string, { index }: Corpus): Promise<PassageEvidence | undefined> {
  const [hits] = await index.search([{ terms: new Map([[termsOf(word, 'de')[0] ?? word, 1]]), limit: lookedThrough }])
  for (const source of await index.sources((hits ?? []).map(({ key }) => key))) {
    const start = source && placeOfWord(word, source, 'gu')
    const passage = source?.body.passages.find((candidate) => start !== undefined && candidate.start <= start && start < candidate.end)
    if (source !== undefined && start !== undefined && passage !== undefined) return { source, passage, start, end: start + word.length }
  }
  return undefined
}

function placeOfWord(word: string, { body }: Source, flags: string): number | undefined {
  for (const { index } of body.text.matchAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, flags))) {
    if (body.passages.some(({ start, end }) => start <= index && index < end)) return index
  }
  return undefined
}
