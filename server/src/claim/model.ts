/** The learned weights. `server/tools/judge-train.ts` makes them; `server/data/judge.md` is the record of their training. */
import data from '../../data/judge.json'
import type { Weighing } from './align'
import { decisionFeatures } from './decide'
import { jointFeatures, noneFeatures, pairFeatures } from './features'

export interface Model {
  /** First pass: each claim on its own. */
  readonly alone: Weighing
  /** Second pass: with what the first pass says of the claim's siblings. */
  readonly joint: Weighing
  /** Blind to the stated value, where swaps show. */
  readonly context: Weighing
  /** In the order of `decisionFeatures`. */
  readonly decision: Float64Array
  readonly thresholds: Thresholds
}

/** Probabilities from which the judge speaks. */
export interface Thresholds {
  readonly contradicted: number
  /** The same for a clock time, of which more is asked besides. */
  readonly clock: number
  /** From here a contradiction is asked about. */
  readonly doubt: number
  /** That a figure which agrees is the one meant. */
  readonly supported: number
  /** The share of the other that the author's sentence and that of the other source must each say. */
  readonly alike: number
  /** How sure the other source must contradict the first for the two to disagree. */
  readonly dissent: number
}

/** Weights by the name of their feature, so that the file can be read and compared. */
export interface ModelData {
  readonly alone: { readonly pair: Named; readonly none: Named }
  readonly joint: { readonly pair: Named; readonly none: Named }
  readonly context: { readonly pair: Named; readonly none: Named }
  readonly decision: Named
  readonly thresholds: Thresholds
}
type Named = Readonly<Record<string, number>>

let shipped: Model | undefined

/** The weights that ship with the product. */
export function shippedModel(): Model {
  shipped ??= modelOf(data)
  return shipped
}

export function modelOf({ alone, joint, context, decision, thresholds }: ModelData): Model {
  const vector = (names: readonly string[], weights: Named) => Float64Array.from(names, (name) => weights[name] ?? 0)
  return {
    alone: { pair: vector(pairFeatures, alone.pair), none: vector(noneFeatures, alone.none) },
    joint: { pair: vector([...pairFeatures, ...jointFeatures], joint.pair), none: vector(noneFeatures, joint.none) },
    context: { pair: vector([...pairFeatures, ...jointFeatures], context.pair), none: vector(noneFeatures, context.none) },
    decision: vector(decisionFeatures, decision),
    thresholds,
  }
}

export function dataOf({ alone, joint, context, decision, thresholds }: Model): ModelData {
  const named = (names: readonly string[], weights: Float64Array): Named =>
    Object.fromEntries(
      names.flatMap((name, at) => (Math.abs(weights[at] ?? 0) < 5e-4 ? [] : [[name, Math.round((weights[at] ?? 0) * 1e3) / 1e3]])),
    )
  return {
    alone: { pair: named(pairFeatures, alone.pair), none: named(noneFeatures, alone.none) },
    joint: { pair: named([...pairFeatures, ...jointFeatures], joint.pair), none: named(noneFeatures, joint.none) },
    context: { pair: named([...pairFeatures, ...jointFeatures], context.pair), none: named(noneFeatures, context.none) },
    decision: named(decisionFeatures, decision),
    thresholds,
  }
}
