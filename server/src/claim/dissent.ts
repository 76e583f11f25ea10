/**
 * Whether the sources agree among themselves about a figure that one of them bears out. The figure of that source is put to the others
 * as if it were a claim; only where they contradict it for sure, and say much the same as the author's own sentence, is there dissent. A
 * newer source replaces an older one; of equal or unknown age they dispute.
 */
import type { Figure } from '../figure/figure'
import type { ClaimGroup } from './claim'
import type { Thresholds } from './model'
import { type Pair, wordShares } from './scene'
import type { SourceFigures } from './source'
import type { Evidence, Judgement, Verdict } from './verdict'

export interface Dissent {
  readonly verdict: Extract<Verdict, 'disputed' | 'outdated'>
  readonly evidence: Evidence
}

/**
 * What the sources of `rivals` have against `evidence`, a figure of `witness`. Each rival is a figure that the claim may mean as well;
 * `judge` judges a group against candidates.
 */
export function dissentOf(
  evidence: Evidence,
  witness: SourceFigures,
  rivals: readonly Evidence[],
  candidates: readonly SourceFigures[],
  judge: (group: ClaimGroup, candidates: readonly SourceFigures[]) => readonly Judgement[],
  { dissent }: Thresholds,
): Dissent | undefined {
  const { contexts } = witness
  const own = contexts.figures.find(({ figure }) => figure.start === evidence.figure.start)
  if (own === undefined) return undefined
  const figures = contexts.figures.filter(({ sentence }) => sentence === own.sentence).map(({ figure }) => figure)
  const group: ClaimGroup = { body: contexts.body, passages: [own.passage], figures, citations: [] }
  const others = candidates.filter((candidate) => !isSameWitness(candidate, witness))
  const answer = judge(group, others)[figures.indexOf(own.figure)]
  if (answer?.verdict !== 'contradicted' || answer.confidence < dissent) return undefined
  const [against] = answer.evidence
  const rival = rivals.find(({ source, figure }) => source.key === against?.source.key && figure.start === against.figure.start)
  if (rival === undefined) return undefined
  const age = ageOf(rival, evidence)
  if (age === 'older') return undefined
  return {
    verdict: age === 'newer' ? 'outdated' : 'disputed',
    evidence: { ...rival, relation: 'contradicts', confidence: answer.confidence },
  }
}

/** Whether the author's sentence and the other source's say much the same, of nobody else. */
export function isSameMatter(pair: Pair, { alike }: Thresholds): boolean {
  const { sentence, found, isOther } = wordShares(pair)
  return sentence >= alike && found >= alike && !isOther
}

/** By the day of publication, as far as it is known. */
function ageOf(a: Evidence, b: Evidence): 'newer' | 'older' | 'same' {
  const [first, second] = [a, b].map(({ source }) => source.metadata.published?.slice(0, 10))
  if (first === undefined || second === undefined || first === second) return 'same'
  return first > second ? 'newer' : 'older'
}

/** Of copies of one article only the first counts, those that are cited, and those in which other figures stand. */
export function distinctWitnesses(group: ClaimGroup, candidates: readonly SourceFigures[]): readonly SourceFigures[] {
  const cited = new Set(group.citations.map(({ key }) => key))
  const isCited = ({ source }: SourceFigures) => cited.has(source.key)
  const kept = candidates.filter(isCited)
  return candidates.filter((candidate) => {
    if (isCited(candidate)) return true
    if (kept.some((other) => isSameWitness(candidate, other))) return false
    kept.push(candidate)
    return true
  })
}

/** Whether two sources are copies of one article that say the same: an article that was saved again with other figures is a second witness. */
export function isSameWitness(a: SourceFigures, b: SourceFigures): boolean {
  if (a.witness !== b.witness) return false
  const [first, second] = [statedIn(a), statedIn(b)]
  return isWithin(first, second) || isWithin(second, first)
}

const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>) => [...part].every((quantity) => whole.has(quantity))

const stated = new WeakMap<SourceFigures, ReadonlySet<string>>()

/** The quantities of a source. */
function statedIn(source: SourceFigures): ReadonlySet<string> {
  const known = stated.get(source)
  if (known !== undefined) return known
  const quantities = new Set(source.contexts.figures.map(({ figure }) => quantityKey(figure)))
  stated.set(source, quantities)
  return quantities
}

const quantityKey = ({ quantity: { value, low, high, unit } }: Figure) => [value, low, high, unit].join(' ')
