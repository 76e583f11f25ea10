/**
 * From an alignment to a decision: how sure it is that a claim is contradicted. The figure that the claim most probably means, if it
 * is not what the sources say, must stand out against none, against agreeing figures and against its rivals; what kind of error it
 * would be weighs in, for some are never accidents.
 */
import { significant } from '../figure/compare'
import { type PairFeature, pairFeatures } from './features'
import { differenceOf } from './relation'
import { type Pair, wordShares } from './scene'
import type { Difference } from './verdict'

/** Features of the best contradicting pair that the decision looks at again. */
const lookedAt = [
  'sentence',
  'near',
  'nearBest',
  'nearRival',
  'sentenceMargin',
  'siblingsSentence',
  'siblingsAround',
  'statedElsewhere',
  'countedConflict',
  'counted',
  'cited',
  'isCount',
  'sameMagnitude',
  'names',
  'namesMissing',
  'before',
  'yearConflict',
  'sameDirection',
  'agreesSmall',
] as const

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
  'unitOther',
  'digits',
  'change',
  'direction',
  'bound',
  ...lookedAt,
  'documentLead',
  'rare',
  'derived',
  'context',
  'contextNone',
  'agreed',
  'agreedRare',
  'agreedContext',
  'agreedMargin',
  'agreedNearBest',
  'agreedNearRival',
  'agreedSentence',
  'agreedNames',
  'agreedTaken',
] as const
export type DecisionFeature = (typeof decisionFeatures)[number]

const at = Object.fromEntries(decisionFeatures.map((name, index) => [name, index])) as Record<DecisionFeature, number>
const pairAt = Object.fromEntries(pairFeatures.map((name, index) => [name, index])) as Record<PairFeature, number>

export interface Choice {
  readonly pair: Pair
  readonly share: number
  /** Probability by context alone. */
  readonly context: number
  /** Undefined where the figure agrees with the claim. */
  readonly difference: Difference | undefined
}

export interface Summary {
  /** By falling probability. */
  readonly against: readonly Choice[]
  readonly for: readonly Choice[]
  readonly none: number
  readonly features: Float64Array
  /** The first of `against` stands between the very words of the claim, and no figure that agrees does. */
  readonly isCopied: boolean
}

/** `shares` with the stated value in view, `context` without it. */
export function summarise(pairs: readonly Pair[], shares: Float64Array, context: Float64Array): Summary {
  const choices = pairs
    .map(
      (pair, index): Choice => ({ pair, share: shares[index] ?? 0, context: context[index] ?? 0, difference: differenceOf(pair.relation) }),
    )
    .sort((a, b) => b.share - a.share)
  const against = choices.filter(
    ({ difference, pair }) => difference !== undefined && !pair.relation.isVague && !pair.relation.hasOtherRate,
  )
  const copied = copiedOf(choices)
  if (copied !== undefined) against.sort((a, b) => Number(b === copied) - Number(a === copied))
  const agreeing = choices.filter(({ difference }) => difference === undefined)
  const sum = (list: readonly Choice[]) => list.reduce((total, { share }) => total + share, 0)
  const none = Math.max(0, 1 - sum(choices))
  const x = new Float64Array(decisionFeatures.length)
  x[at.bias] = 1
  const [best, second] = against
  if (best !== undefined) {
    const of = (choice: Choice, name: PairFeature) => choice.pair.features[pairAt[name]] ?? 0
    x[at.best] = logit(best.share)
    x[at.bestShare] = best.share
    x[at.lead] = best.share - (second?.share ?? 0)
    x[at[kindOf(best)]] = 1
    for (const name of lookedAt) x[at[name]] = of(best, name)
    x[at.documentLead] = of(best, 'documentGroupMargin')
    x[at.rare] = rarity(best)
    x[at.derived] = best.difference !== 'unit' && isDerived(best, pairs) ? 1 : 0
    x[at.context] = logit(best.context)
    const [agreed] = agreeing
    if (agreed !== undefined && agreed.share > 0.15) {
      x[at.agreed] = 1
      x[at.agreedRare] = rarity(agreed)
      x[at.agreedContext] = logit(agreed.context)
      x[at.agreedMargin] = logit(best.context) - logit(agreed.context)
      x[at.agreedNearBest] = of(agreed, 'nearBest') - of(best, 'nearBest')
      x[at.agreedNearRival] = of(agreed, 'nearRival') - of(best, 'nearRival')
      x[at.agreedSentence] = of(agreed, 'sentence') - of(best, 'sentence')
      x[at.agreedNames] = of(agreed, 'names') - of(best, 'names')
      x[at.agreedTaken] = of(agreed, 'statedElsewhere') - of(best, 'statedElsewhere')
    }
  }
  x[at.against] = sum(against)
  x[at.for] = sum(agreeing)
  x[at.none] = none
  x[at.contextNone] = logit(Math.max(0, 1 - context.reduce((total, share) => total + share, 0)))
  return { against, for: agreeing, none, features: x, isCopied: copied !== undefined }
}

/** An exact figure this likely stands against a copied sentence. */
const rivalsCopy = 0.2

/** The figure that contradicts a claim in a sentence which is the source's own but for its number; undefined where there is none, or several. */
function copiedOf(choices: readonly Choice[]): Choice | undefined {
  const isLikelyExact = ({ pair, share, difference }: Choice) =>
    difference === undefined && pair.relation.agreement === 1 && share >= rivalsCopy
  if (choices.some(isLikelyExact)) return undefined
  const copied = choices.filter(({ pair }) => (pair.features[pairAt.verbatim] ?? 0) > 0 && !wordShares(pair).isOther)
  const [first, second] = copied
  if (first === undefined || second !== undefined || first.difference === undefined) return undefined
  return first.pair.relation.isVague || first.pair.relation.hasOtherRate ? undefined : first
}

const logit = (share: number) => Math.log((share + 5e-3) / (1 - share + 5e-3)) / 5

function kindOf({ difference, pair }: Choice) {
  if (difference === 'unit') return pair.relation.units === 'other' ? 'unitOther' : 'unit'
  return difference === undefined || difference === 'swap' ? 'value' : difference
}

/** How unlikely the figure's number is to occur twice by chance. */
function rarity({ pair }: Choice): number {
  const { value, low, high } = pair.found.figure.quantity
  return Math.min(1, (significant(value ?? low ?? high ?? 0).length - 1) / 3)
}

/** Whether the claim's number is the sum or the difference of two figures of the source. */
function isDerived({ pair }: Choice, pairs: readonly Pair[]): boolean {
  const stated = pair.claim.figure.quantity.value ?? 0
  if (stated === 0) return false
  const values = [
    ...new Set(
      pairs.flatMap(({ candidate, relation, found }) => {
        const { value } = found.figure.quantity
        return candidate === pair.candidate &&
          (relation.units === 'same' || relation.units === 'count') &&
          value !== null &&
          relation.agreement === 0
          ? [value]
          : []
      }),
    ),
  ]
  const slack = Math.abs(stated) * 0.012
  return values.some((a, i) =>
    values.some((b, j) => j > i && (Math.abs(a + b - stated) <= slack || Math.abs(Math.abs(a - b) - stated) <= slack)),
  )
}

/** The probability that the claim is contradicted. */
export function decide({ features, isCopied }: Summary, weights: Float64Array): number {
  let sum = 0
  for (const [at, value] of features.entries()) sum += value * (weights[at] ?? 0)
  const probability = 1 / (1 + Math.exp(-sum))
  return isCopied ? Math.max(sureOfCopy, probability) : probability
}

/** A sentence that is copied but for its number is contradicted this surely, whatever else its figure resembles. */
const sureOfCopy = 0.9
