/** Strict scores: a name counts only with the very span and type of the label. */
import { type ChunkType, types } from '../../src/actor/labels'

export interface Tally {
  right: number
  extra: number
  missed: number
}

export type Scores = Record<'person' | 'organisation' | 'place' | 'all', Tally>

export function createScores(): Scores {
  const tally = () => ({ right: 0, extra: 0, missed: 0 })
  return { person: tally(), organisation: tally(), place: tally(), all: tally() }
}

export function addScores(
  scores: Scores,
  gold: readonly { readonly start: number; readonly end: number; readonly type: number }[],
  found: readonly { readonly start: number; readonly end: number; readonly type: ChunkType }[],
): void {
  const key = (start: number, end: number, type: string | undefined) => `${start} ${end} ${type}`
  const wanted = new Set(gold.map((span) => key(span.start, span.end, types[span.type])))
  const got = new Set(found.map((span) => key(span.start, span.end, span.type)))
  const count = (type: string | undefined, what: keyof Tally) => {
    if (type === 'other' || type === undefined) return
    scores.all[what]++
    if (type === 'person' || type === 'organisation' || type === 'place') scores[type][what]++
  }
  for (const name of wanted) count(name.split(' ')[2], got.has(name) ? 'right' : 'missed')
  for (const name of got) if (!wanted.has(name)) count(name.split(' ')[2], 'extra')
}

export function f1(tally: Tally): { precision: number; recall: number; f1: number } {
  const precision = tally.right / Math.max(1, tally.right + tally.extra)
  const recall = tally.right / Math.max(1, tally.right + tally.missed)
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
}

export function showScores(scores: Scores): string {
  return (['person', 'organisation', 'place', 'all'] as const)
    .map((type) => {
      const { precision, recall, f1: f } = f1(scores[type])
      return `${type} ${(100 * f).toFixed(1)} (${(100 * precision).toFixed(0)}/${(100 * recall).toFixed(0)})`
    })
    .join('  ')
}
