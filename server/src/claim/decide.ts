/**
 * From an alignment to a decision: how sure it is that a claim is contradicted. The figure that the claim most probably means, if it
 * is not what the sources say, must stand out against none, against agreeing figures and against its rivals; what kind of error it
 * would be weighs in, for some are never accidents.
 */
import { type Pair, type PairFeature, pairFeatures } from './features'
import { differenceOf, significant } from './relation'
import type { Difference } from './verdict'

export const decisionFeatures = [
  'bias',
  'best',
  'bestShare',
  'against',
  'for',
  'none',
  'lead',
  'value',
  'scale',
  'unit',
  'digits',
  'change',
  'direction',
  'bound',
  'sentence',
  'near',
  'sentenceMargin',
  'siblingsSentence',
  'siblingsAround',
  'documentLead',
  'agreesElsewhere',
  'agreesElsewhereRare',
  'statedElsewhere',
  'rare',
  'isCount',
  'countedConflict',
  'counted',
  'cited',
  'sameMagnitude',
] as const
export type DecisionFeature = (typeof decisionFeatures)[number]

const at = Object.fromEntries(decisionFeatures.map((name, index) => [name, index])) as Record<DecisionFeature, number>
const pairAt = Object.fromEntries(pairFeatures.map((name, index) => [name, index])) as Record<PairFeature, number>

export interface Choice {
  readonly pair: Pair
  readonly share: number
  /** Undefined where the figure agrees with the claim. */
  readonly difference: Difference | undefined
}

export interface Summary {
  /** By falling probability. */
  readonly against: readonly Choice[]
  readonly for: readonly Choice[]
  readonly none: number
  readonly features: Float64Array
}

export function summarise(pairs: readonly Pair[], shares: Float64Array): Summary {
  const choices = pairs
    .map((pair, index): Choice => ({ pair, share: shares[index] ?? 0, difference: differenceOf(pair.relation) }))
    .sort((a, b) => b.share - a.share)
  const against = choices.filter(({ difference, pair }) => difference !== undefined && !pair.relation.isVague)
  const agreeing = choices.filter(({ difference }) => difference === undefined)
  const sum = (list: readonly Choice[]) => list.reduce((total, { share }) => total + share, 0)
  const none = Math.max(0, 1 - sum(choices))
  const x = new Float64Array(decisionFeatures.length)
  x[at.bias] = 1
  const [best, second] = against
  if (best !== undefined) {
    const pair = (name: PairFeature) => best.pair.features[pairAt[name]] ?? 0
    x[at.best] = Math.log((best.share + 1e-3) / (1 - best.share + 1e-3)) / 7
    x[at.bestShare] = best.share
    x[at.lead] = best.share - (second?.share ?? 0)
    x[at[best.difference === 'swap' || best.difference === undefined ? 'value' : best.difference]] = 1
    for (const name of [
      'sentence',
      'near',
      'sentenceMargin',
      'siblingsSentence',
      'siblingsAround',
      'statedElsewhere',
      'countedConflict',
      'counted',
      'cited',
      'isCount',
      'sameMagnitude',
    ] as const)
      x[at[name]] = pair(name)
    x[at.documentLead] = pair('documentGroupMargin')
    const elsewhere = agreeing.filter(({ pair }) => pair.relation.agreement >= 0.8 && pair.candidate === best.pair.candidate)
    const { value, low, high } = best.pair.found.figure.quantity
    x[at.rare] = Math.min(1, (significant(value ?? low ?? high ?? 0).length - 1) / 3)
    if (elsewhere.length > 0) {
      x[at.agreesElsewhere] = 1
      x[at.agreesElsewhereRare] = x[at.rare] ?? 0
    }
  }
  x[at.against] = sum(against)
  x[at.for] = sum(agreeing)
  x[at.none] = none
  return { against, for: agreeing, none, features: x }
}

/** The probability that the claim is contradicted. */
export function decide({ features }: Summary, weights: Float64Array): number {
  let sum = 0
  for (const [at, value] of features.entries()) sum += value * (weights[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
