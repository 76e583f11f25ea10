/** "Did you mean": the known word nearest to a mistyped one. */
import { distance } from 'fastest-levenshtein'

/** The known words within a slip or two of `written`, nearest first. */
export function nearest(written: string, known: readonly string[], limit = 3): string[] {
  const lower = written.toLowerCase()
  const allowed = Math.max(1, Math.floor(written.length / 3))
  return [...new Set(known)]
    .map((word) => ({ word, errors: distance(lower, word.toLowerCase()) }))
    .filter(({ errors }) => errors <= allowed)
    .sort((a, b) => a.errors - b.errors || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word)
}
