/**
 * Puts together persons that were found in parts because of an initial between their names: "Ashok M. Verma" is one name, whether the
 * tagger saw "Ashok" and "M. Verma", "Ashok M." and "Verma" or only one of them. A word beside the initial that was not found is taken
 * along if it is a name by the lists or no known word at all.
 */
import type { Language } from '../language/language'
import { listBit } from './lists'
import { wordLists } from './model'
import { isRole } from './roles'
import type { Chunk } from './tagger'
import type { Tokens } from './tokens'

const initial = /^\p{Lu}\.$/u
const namePart = /^\p{Lu}\p{Ll}[\p{L}-]*$/u
const nameBits = listBit('firstName') | listBit('surname') | listBit('speaker')

/** `chunks` with the persons put together, in text order. */
export function withInitials(text: string, tokens: Tokens, chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  const { starts, ends, count } = tokens
  const word = (at: number) => text.slice(starts[at], ends[at])
  const isInitial = (at: number) => (ends[at] ?? 0) - (starts[at] ?? 0) === 2 && initial.test(word(at))
  if (!chunks.some(({ type, from, to }) => type === 'person' && (isInitial(from) || isInitial(to - 1) || isInitial(to)))) return chunks
  const whole: Chunk[] = []
  for (const chunk of chunks) {
    const last = whole.at(-1)
    if (chunk.type !== 'person') whole.push(chunk)
    else if (last?.type === 'person' && meet(last.to, chunk.from)) whole[whole.length - 1] = { ...last, to: extended(chunk.to) }
    else {
      const { from, to } = chunk
      const free = (last?.to ?? 0) < from
      whole.push({ ...chunk, from: free && from > 0 && isInitial(from) && mayJoin(from - 1, from) ? from - 1 : from, to: extended(to) })
    }
  }
  return whole

  /** Whether two names are parted by nothing or an initial, and one of them is beside an initial. */
  function meet(end: number, start: number): boolean {
    if (end === start) return (isInitial(end - 1) || isInitial(start)) && spaced(end - 1)
    return end + 1 === start && isInitial(end) && spaced(end - 1) && spaced(end)
  }

  /** The end of a name that ends with an initial, or has one behind it, with the surname that follows. */
  function extended(to: number): number {
    const end = to < count && isInitial(to) && spaced(to - 1) ? to + 1 : to
    if (end >= count || !isInitial(end - 1) || chunks.some(({ from }) => from === end) || !mayJoin(end, end - 1)) return to
    return end + 1
  }

  /** Whether the word at `at` may be of the name that goes on at its neighbour. */
  function mayJoin(at: number, beside: number): boolean {
    const surface = word(at)
    if (!namePart.test(surface) || !spaced(Math.min(at, beside)) || isRole(surface, language)) return false
    const { lists, cluster } = wordLists().find(surface, surface.toLowerCase())
    return (lists & nameBits) !== 0 || (lists === 0 && cluster === 0)
  }

  /** Whether blanks on one line alone part a token from the next. */
  function spaced(at: number): boolean {
    return /^[ \u00a0]+$/.test(text.slice(ends[at], starts[at + 1]))
  }
}
