/** The document against itself: two figures for the same measure that cannot both hold. */
import type { Figure } from '../figure/figure'
import type { Body } from '../text/body'
import type { Difference } from './verdict'

export interface Inconsistency {
  /** The later of the two. */
  readonly figure: Figure
  readonly earlier: Figure
  readonly difference: Difference
  /** Probability, 0 to 1, that both speak of the same measure. */
  readonly confidence: number
}

/** Inconsistent pairs among the figures of one text, in text order of the later one. */
export function inconsistenciesOf(_body: Body, _figures: readonly Figure[]): Inconsistency[] {
  return []
}
