/**
 * A second look at a whole text: a name that the tagger found in one place and overlooked in another is taken there too. Only names that are
 * no words otherwise: of two words or more, or a single word that the text never writes in lower case and that was found at least as often.
 */
import type { Found } from './merge'
import type { Tokens } from './tokens'

export function consistent(text: string, tokens: Tokens, found: readonly Found[]): readonly Found[] {
  const { count, starts, ends } = tokens
  if (found.length === 0) return found
  const names = new Map<string, { type: Found['type']; votes: number; mixed: boolean }>()
  const taken = new Uint8Array(text.length === 0 ? 0 : (ends[count - 1] ?? 0) - (starts[0] ?? 0))
  const base = starts[0] ?? 0
  for (const { start, end, text: name, type } of found) {
    taken.fill(1, start - base, end - base)
    const entry = names.get(name)
    if (entry === undefined) names.set(name, { type, votes: 1, mixed: false })
    else {
      entry.votes++
      if (entry.type !== type) entry.mixed = true
    }
  }
  const surnames = new Map<string, Found['type']>()
  for (const { text: name, type } of found) {
    const last = name.slice(name.lastIndexOf(' ') + 1)
    if (type === 'person' && last !== name) surnames.set(last, type)
  }
  const typeFor = (word: string) => surnames.get(word) ?? typeOf(names.get(word))
  const missed: Found[] = []
  for (let at = 0; at < count; at++) {
    const start = starts[at] ?? 0
    if (taken[start - base] === 1) continue
    const word = text.slice(start, ends[at])
    const type = typeFor(word) ?? (word.length > 4 && word.endsWith('s') ? typeFor(word.slice(0, -1)) : undefined)
    if (type !== undefined && word.length > 2) missed.push({ start, end: ends[at] ?? 0, text: word, type })
  }
  return missed.length === 0 ? found : [...found, ...missed].sort((a, b) => a.start - b.start)
}

function typeOf(entry: { type: Found['type']; votes: number; mixed: boolean } | undefined): Found['type'] | undefined {
  return entry === undefined || entry.mixed || entry.votes < 2 ? undefined : entry.type
}
