/**
 * How a claim stands to a source figure: whether the numbers agree and, where they do not, which of the errors that writers make would
 * turn the one into the other. A recognisable error is evidence of its own that both mean the same.
 */
import { type Comparison, compareFigures } from '../figure/compare'
import type { FigureContext } from './context'
import type { Difference } from './verdict'

export interface Relation extends Comparison {
  /** Per something else: "je Megawattstunde" and "je Kilowattstunde"; the numbers do not compare. */
  readonly hasOtherRate: boolean
  readonly roleConflict: boolean
  /** The claim says what something changed to, the source what it changed from. */
  readonly isFormer: boolean
  readonly directionConflict: boolean
}

export function relationOf(claim: FigureContext, source: FigureContext): Relation {
  const comparison = compareFigures(claim.figure, source.figure)
  return {
    ...comparison,
    hasOtherRate: ratesDiffer(claim.figure.frame.rate, source.figure.frame.rate, comparison.isScaled),
    roleConflict: claim.cue !== undefined && source.cue !== undefined && claim.cue !== source.cue,
    isFormer: claim.cue === 'to' && source.figure.frame.role === 'changeFrom',
    directionConflict: claim.direction !== undefined && source.direction !== undefined && claim.direction !== source.direction,
  }
}

/** The error that explains the relation; undefined where the two agree. */
export function differenceOf(relation: Relation): Difference | undefined {
  if (relation.units === 'currency' || relation.units === 'points' || relation.units === 'other') return 'unit'
  if (relation.agreement > 0 || (relation.sameDigits && Math.abs(relation.magnitude) < 0.01)) {
    if (relation.boundConflict) return 'bound'
    if (relation.directionConflict) return 'direction'
    if (relation.roleConflict || relation.isFormer) return 'change'
    if (relation.agreement > 0) return undefined
  }
  if (relation.isScaled) return relation.units === 'convertible' ? 'unit' : 'scale'
  return relation.hasSwappedDigits ? 'digits' : 'value'
}

/** Two rates that are named and differ; where only one is named, a scale that it may explain. */
function ratesDiffer(stated: string | undefined, found: string | undefined, isScaled: boolean): boolean {
  return stated !== found && ((stated !== undefined && found !== undefined) || isScaled)
}
