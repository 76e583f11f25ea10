/**
 * Whether the sources agree among themselves about a figure that one of them bears out. The figure of that source is put to the others
 * as if it were a claim; only where they contradict it for sure, and say much the same as the author's own sentence, is there dissent. A
 * newer source replaces an older one; of equal or unknown age they dispute.
 */
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
  const others = candidates.filter((candidate) => candidate.witness !== witness.witness)
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

/** Of copies of one article only the first counts, and those that are cited. */
export function distinctWitnesses(group: ClaimGroup, candidates: readonly SourceFigures[]): readonly SourceFigures[] {
  const cited = new Set(group.citations.map(({ key }) => key))
  const seen = new Set(candidates.filter(({ source }) => cited.has(source.key)).map(({ witness }) => witness))
  return candidates.filter(({ source, witness }) => {
    if (cited.has(source.key)) return true
    if (seen.has(witness)) return false
    seen.add(witness)
    return true
  })
}
