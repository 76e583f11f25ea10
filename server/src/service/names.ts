/**
 * Names of the document that are probably slips of names of the corpus. What a slip is, is decided in actor/; here the corpus is asked
 * for those who may be meant, and every name is asked about once.
 */
import type { Mention } from '../actor/actor'
import { nameMeant } from '../actor/misspelt'
import type { Registry } from '../actor/registry'
import { termsOf } from '../corpus/terms'
import type { NameDoubt } from '../rules/rule'
import { findActors } from './companions'
import type { Corpus } from './readings'

/** What is known of a written name: the name that was probably meant, or nothing. */
export type NameMemory = ReadonlyMap<string, string | undefined>

const candidates = 40
/** A word that so many sources use is no slip, however many more there are. */
const enough = 20

export async function nameDoubtsOf(
  mentions: readonly Mention[],
  corpus: Corpus,
  registry: Registry,
  memory: NameMemory,
): Promise<{ names: readonly NameDoubt[]; memory: NameMemory }> {
  const meant = new Map<string, string | undefined>()
  const names: NameDoubt[] = []
  for (const mention of mentions) {
    const { name, type, text } = mention
    // A surname alone or a role stands for a name that was written out elsewhere; a single word says too little.
    if (type === 'place' || !/[\s-]/.test(name) || !text.includes(name)) continue
    const key = JSON.stringify([corpus.generation, registry.actors.length, type, name])
    if (!meant.has(key)) meant.set(key, memory.has(key) ? memory.get(key) : await ask(name, type, corpus, registry))
    const known = meant.get(key)
    if (known !== undefined) names.push({ kind: 'misspelt', mention, written: name, known })
  }
  return { names, memory: meant }
}

async function ask(name: string, type: Mention['type'], { index }: Corpus, registry: Registry): Promise<string | undefined> {
  const words = name.split(/[\s-]+/).filter((word) => word !== '')
  // A slip leaves the first letters alone more often than not, and the other words always.
  const found = await Promise.all(
    [...new Set(words.map((word) => word.slice(0, 2)))].map((start) => findActors(start, candidates, index, registry)),
  )
  const uses = await index.search(words.map((word) => ({ terms: new Map(termsOf(word, 'de').map((term) => [term, 1])), limit: enough })))
  const frequency = (word: string) => uses[words.indexOf(word)]?.length ?? 0
  return nameMeant(name, type, { actors: found.flat(), frequency })
}
