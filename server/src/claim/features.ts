/**
 * What speaks for and against a source figure being the one that a claim states, as numbers that the model weighs. All word features
 * are shares of the claim's or the source's weighted words, so that long and short sentences compare.
 */
import type { ClaimGroup } from './claim'
import {
  type Contexts,
  type FigureContext,
  type Neighbours,
  nearnessOf,
  neighboursOf,
  readContexts,
  type Sentence,
  type Word,
} from './context'
import type { Lexicon } from './lexicon'
import { matchesOf } from './match'
import { differenceOf, type Relation, relationOf, significant } from './relation'
import type { SourceFigures } from './source'

/** A claim with a source figure that may be meant. */
export interface Pair {
  /** Index into `Scene.candidates`. */
  readonly candidate: number
  /** Index into the figures of the candidate. */
  readonly index: number
  readonly found: FigureContext
  /** The claim's own number. */
  readonly stated: number
  readonly relation: Relation
  readonly features: Float64Array
}

/** A group with all that it may be compared with. */
export interface Scene {
  readonly contexts: Contexts
  readonly claims: readonly FigureContext[]
  readonly candidates: readonly SourceFigures[]
  /** For each claim its pairs. */
  readonly pairs: readonly (readonly Pair[])[]
  /** For each claim what speaks for there being no such figure. */
  readonly none: readonly Float64Array[]
}

export const pairFeatures = [
  'sentence',
  'sentenceFound',
  'near',
  'nearFound',
  'nearBest',
  'nearRival',
  'before',
  'beforeFound',
  'heads',
  'sentenceMargin',
  'nearMargin',
  'documentSentence',
  'documentGroup',
  'documentGroupMargin',
  'rank',
  'isFirst',
  'cited',
  'otherCited',
  'names',
  'namesMissing',
  'counted',
  'countedConflict',
  'countedNearFound',
  'sameUnit',
  'isCount',
  'convertible',
  'currencyDiffers',
  'pointsDiffer',
  'shareForm',
  'bareUnit',
  'unitDiffers',
  'roleConflict',
  'sameRole',
  'directionConflict',
  'sameDirection',
  'sameHedge',
  'yearShared',
  'yearConflict',
  'agreesExactly',
  'agreesExactlyRare',
  'agreesRounded',
  'agreesLoosely',
  'agreesSmall',
  'sameDigits',
  'sameDigitsRare',
  'swappedDigits',
  'scaled',
  'bound',
  'agreesSentence',
  'agreesNear',
  'patternSentence',
  'patternNear',
  'logRatio',
  'farOff',
  'sameMagnitude',
  'statedElsewhere',
  'statedElsewhereOnly',
  'siblingsSentence',
  'siblingsAround',
  'siblingsDocument',
  'sameKindOfPassage',
  'rowHead',
  'columnHead',
  'rowHeadRival',
  'after',
  'beside',
  'afterClaim',
  'besideClaim',
  'besideMargin',
  'chain',
  'chainBefore',
  'chainMargin',
  'chainNear',
  'chainNearMargin',
  'columnChain',
  'rowChain',
  'foreignNames',
  'isVague',
  'rangeDiffers',
  'isFrom',
  'isTo',
  'ageDiffers',
  'byDiffers',
] as const
export type PairFeature = (typeof pairFeatures)[number]

export const noneFeatures = [
  'none',
  'noneBestSentence',
  'noneBestNear',
  'noneAgrees',
  'noneCandidates',
  'noneDocument',
  'noneSmall',
  'noneIsCount',
  'noneIsShare',
  'noneHedged',
] as const

const at = Object.fromEntries(pairFeatures.map((name, index) => [name, index])) as Record<PairFeature, number>

export function sceneOf(group: ClaimGroup, candidates: readonly SourceFigures[], lexicon: Lexicon): Scene {
  const contexts = readContexts({ ...group.body, passages: group.passages }, group.figures)
  return { contexts, candidates, ...compare(group, contexts, candidates, lexicon) }
}

interface Hit {
  /** Index of the claim's word. */
  readonly word: number
  readonly found: Word
  readonly similarity: number
}

/** The words of one claim sentence in one source: hits by source sentence. */
type Hits = ReadonlyMap<number, readonly Hit[]>

const none: readonly Hit[] = []
const empty = new Float64Array(0)

function compare(
  group: ClaimGroup,
  contexts: Contexts,
  candidates: readonly SourceFigures[],
  lexicon: Lexicon,
): Pick<Scene, 'claims' | 'pairs' | 'none'> {
  const { sentences, figures: claims } = contexts
  const claimNearness = nearnessOf(contexts)
  const claimNeighbours = neighboursOf(contexts)
  const weights = weigh(contexts, candidates, lexicon)
  const foundWeights = weighFound(candidates)
  const hits = candidates.map((candidate) => sentences.map((sentence) => hitsOf(sentence.words, sentence, candidate, lexicon)))
  const hitsBefore = candidates.map((candidate) => sentences.map((sentence) => hitsOf(sentence.before, sentence, candidate, lexicon)))
  const hitsHeads = candidates.map((candidate) => sentences.map((sentence) => hitsOf(sentence.heads, sentence, candidate, lexicon)))
  const weightOf = (word: Word | undefined) => (word === undefined ? 0 : (weights.get(word.stem) ?? 0))
  const massOf = (words: readonly Word[]) => words.reduce((sum, word) => sum + weightOf(word), 0)
  const masses = sentences.map((sentence) => massOf(sentence.words))
  const nameMasses = sentences.map((sentence) => massOf(sentence.words.filter(({ isName }) => isName)))
  const cited = new Set(group.citations.map(({ key }) => key))

  const shareIn = (words: readonly Word[], mass: number, found: readonly Hit[]) => {
    if (mass === 0) return 0
    const best = new Map<number, number>()
    for (const hit of found) if (hit.similarity > (best.get(hit.word) ?? 0)) best.set(hit.word, hit.similarity)
    let sum = 0
    for (const [word, similarity] of best) sum += weightOf(words[word]) * similarity
    return sum / mass
  }

  // How much of each claim sentence, and of the whole group, each document knows.
  const documentSentence = hits.map((bySentence) =>
    bySentence.map((found, s) => shareIn(sentences[s]?.words ?? [], masses[s] ?? 0, [...found.values()].flat())),
  )
  const groupMass = masses.reduce((sum, mass) => sum + mass, 0)
  const documentGroup = documentSentence.map(
    (shares) => shares.reduce((sum, share, s) => sum + share * (masses[s] ?? 0), 0) / Math.max(groupMass, 1e-9),
  )

  // Which source figures agree with which claims, for what siblings explain.
  const relations = claims.map((claim) =>
    candidates.map((candidate) => candidate.contexts.figures.map((found) => relationOf(claim, found))),
  )
  const isWitness = (claim: number, candidate: number, index: number) => {
    const relation = relations[claim]?.[candidate]?.[index]
    return relation !== undefined && relation.agreement >= 0.8 && differenceOf(relation) === undefined
  }

  const result: (readonly Pair[])[] = []
  const noneRows: Float64Array[] = []
  const sentenceShares = new Map<string, number>()
  const sentenceShare = (c: number, s: number, t: number) => {
    const key = `${c} ${s} ${t}`
    const known = sentenceShares.get(key)
    if (known !== undefined) return known
    const share = shareIn(sentences[s]?.words ?? [], masses[s] ?? 0, hits[c]?.[s]?.get(t) ?? none)
    sentenceShares.set(key, share)
    return share
  }

  // What the sentence says or takes up from the sentences before it.
  const chains = new Map<string, { best: ReadonlyMap<number, number>; all: number; column: number; row: number }>()
  const chainShare = (c: number, s: number, t: number, found: Sentence) => {
    const key = `${c} ${s} ${t}`
    const known = chains.get(key)
    if (known !== undefined) return known
    const words = sentences[s]?.words ?? []
    const best = chainHits(hits[c]?.[s], candidates[c]?.contexts.sentences ?? [], t, found)
    const share = (clause: number | undefined) => {
      let mass = 0
      let sum = 0
      for (const word of words) {
        if (clause !== undefined && word.clause !== clause) continue
        mass += weightOf(word)
        sum += weightOf(word) * (best.get(word.index) ?? 0)
      }
      return mass === 0 ? 0 : sum / mass
    }
    const isRow = sentences[s]?.passage.row !== undefined
    const result = { best, all: share(undefined), column: isRow ? share(1) : 0, row: isRow ? share(2) : 0 }
    chains.set(key, result)
    return result
  }
  const chainBefore = (c: number, s: number, t: number, found: Sentence) => {
    const words = sentences[s]?.before ?? []
    const best = chainHits(hitsBefore[c]?.[s], candidates[c]?.contexts.sentences ?? [], t, found)
    const mass = massOf(words)
    let sum = 0
    for (const [word, similarity] of best) sum += weightOf(words[word]) * similarity
    return mass === 0 ? 0 : sum / mass
  }

  for (const [k, claim] of claims.entries()) {
    const s = claim.sentence
    const sentence = sentences[s]
    if (sentence === undefined) continue
    const pairs: Pair[] = []
    const claimNear = claimNearness[k] ?? empty
    const nearMass = sentence.words.reduce((sum, word, i) => sum + weightOf(word) * (claimNear[i] ?? 0), 0)
    const rarity = rarityOf(claim)
    for (const [c, candidate] of candidates.entries()) {
      const found = candidate.contexts
      const bestGroup = Math.max(0, ...documentGroup.filter((_, other) => other !== c))
      for (const [f, figure] of found.figures.entries()) {
        const relation = relations[k]?.[c]?.[f]
        const foundSentence = found.sentences[figure.sentence]
        if (relation === undefined || foundSentence === undefined) continue
        if (relation.units === 'other' && !relation.sameDigits) continue
        const x = new Float64Array(pairFeatures.length)
        const t = figure.sentence
        const here = hits[c]?.[s]?.get(t) ?? none
        const share = sentenceShare(c, s, t)
        x[at.sentence] = share
        x[at.sentenceFound] = foundShare(here, foundSentence.words, foundWeights)
        // Closeness of shared words to both figures.
        const foundNear = candidate.nearness[f] ?? new Float64Array(0)
        const rivals = found.figures.flatMap((other, index) =>
          index !== f && other.sentence === t ? [candidate.nearness[index] ?? foundNear] : [],
        )
        let near = 0
        let rivalNear = 0
        let foundNearHit = 0
        let best = 0
        let missedByRivals = 0
        const byWord = new Map<number, Hit>()
        for (const hit of here) {
          const place = hit.found.index
          const value = hit.similarity * (foundNear[place] ?? 0)
          const known = byWord.get(hit.word)
          if (known === undefined || value > known.similarity * (foundNear[known.found.index] ?? 0)) byWord.set(hit.word, hit)
        }
        for (const [word, hit] of byWord) {
          const place = hit.found.index
          const weight = weightOf(sentence.words[word]) * (claimNear[word] ?? 0) * hit.similarity
          const mine = foundNear[place] ?? 0
          near += weight * mine
          const theirs = Math.max(0, ...rivals.map((rival) => rival[place] ?? 0))
          rivalNear += weight * theirs
          if (mine > theirs) best += weight
          else if (theirs > mine) missedByRivals += weight
          foundNearHit += (foundWeights.get(hit.found.stem) ?? 0) * mine * hit.similarity
        }
        const scale = Math.max(nearMass, 1e-9)
        x[at.near] = near / scale
        x[at.nearBest] = best / scale
        x[at.nearRival] = missedByRivals / scale
        x[at.nearMargin] = (near - rivalNear) / scale
        x[at.nearFound] =
          foundNearHit /
          Math.max(
            1e-9,
            foundSentence.words.reduce((sum, word, i) => sum + (foundWeights.get(word.stem) ?? 0) * (foundNear[i] ?? 0), 0),
          )
        besideFeatures(x, here, claimNeighbours[k], candidate.neighbours[f], weightOf, foundWeights, sentence)
        const chain = chainShare(c, s, t, foundSentence)
        x[at.chain] = chain.all
        x[at.chainNear] = nearShare(chain.best, sentence.words, claimNear, weightOf)
        x[at.columnChain] = chain.column
        x[at.rowChain] = chain.row
        x[at.chainBefore] = chainBefore(c, s, t, foundSentence)
        x[at.foreignNames] = foreignNames(here, foundSentence, foundNear)
        // The sentence before, and headings.
        x[at.before] = shareIn(sentence.before, massOf(sentence.before), hitsBefore[c]?.[s]?.get(t) ?? none)
        const previous = found.sentences[t - 1]?.passage === foundSentence.passage ? sentenceShare(c, s, t - 1) : 0
        x[at.beforeFound] = Math.max(0, previous)
        x[at.heads] = shareIn(sentence.heads, massOf(sentence.heads), hitsHeads[c]?.[s]?.get(t) ?? none)
        x[at.documentSentence] = documentSentence[c]?.[s] ?? 0
        x[at.documentGroup] = documentGroup[c] ?? 0
        x[at.documentGroupMargin] = (documentGroup[c] ?? 0) - bestGroup
        x[at.rank] = 1 / (1 + c)
        x[at.isFirst] = c === 0 ? 1 : 0
        if (cited.size > 0) x[cited.has(candidate.source.key) ? at.cited : at.otherCited] = 1
        const nameMass = nameMasses[s] ?? 0
        if (nameMass > 0) {
          let shared = 0
          for (const [word] of byWord) if (sentence.words[word]?.isName === true) shared += weightOf(sentence.words[word])
          x[at.names] = Math.min(1, shared / nameMass)
          if (shared === 0 && foundSentence.words.some(({ isName }) => isName)) x[at.namesMissing] = 1
        }
        if (sentence.passage.row !== undefined) {
          x[at.rowHead] = frameShare(sentence, 2, byWord, weightOf)
          x[at.columnHead] = frameShare(sentence, 1, byWord, weightOf)
          x[at.rowHeadRival] = frameLost(sentence, 2, byWord, foundNear, rivals)
        }
        // What is counted.
        const countedHit = countedSimilarity(claim, sentence, figure, candidate, lexicon)
        if (claim.counted.length > 0 && figure.counted.length > 0)
          x[countedHit > 0.3 ? at.counted : at.countedConflict] = countedHit > 0.3 ? countedHit : 1
        x[at.countedNearFound] = claim.counted.length > 0 ? stemsIn(claim.counted, sentence, here, sentence.words) : 0
        unitFeatures(x, relation)
        frameFeatures(x, claim, sentence, figure, foundSentence, relation)
        valueFeatures(x, relation, rarity)
        x[at.agreesSentence] = relation.agreement > 0 ? share : 0
        x[at.agreesNear] = relation.agreement > 0 ? near / scale : 0
        const hasPattern = isPattern(relation)
        x[at.patternSentence] = hasPattern ? share : 0
        x[at.patternNear] = hasPattern ? near / scale : 0
        // What other claims of the group explain.
        let siblingsSentence = 0
        let siblingsAround = 0
        let siblingsDocument = 0
        for (const [other] of claims.entries()) {
          if (other === k) continue
          let inSentence = false
          let around = false
          let inDocument = false
          for (const [g, sibling] of found.figures.entries()) {
            if (!isWitness(other, c, g)) continue
            if (g === f) {
              x[at.statedElsewhere] = 1
              continue
            }
            inDocument = true
            if (sibling.sentence === t) inSentence = true
            else if (Math.abs(sibling.sentence - t) <= 2) around = true
          }
          if (inSentence) siblingsSentence++
          if (around) siblingsAround++
          if (inDocument) siblingsDocument++
        }
        if (x[at.statedElsewhere] === 1 && relation.agreement < 0.8) x[at.statedElsewhereOnly] = 1
        x[at.siblingsSentence] = Math.min(2, siblingsSentence) / 2
        x[at.siblingsAround] = Math.min(3, siblingsAround) / 3
        x[at.siblingsDocument] = siblingsDocument / Math.max(1, claims.length - 1)
        x[at.sameKindOfPassage] = (sentence.passage.row === undefined) === (foundSentence.passage.row === undefined) ? 1 : 0
        pairs.push({ candidate: c, index: f, found: figure, stated: claim.figure.quantity.value ?? 0, relation, features: x })
      }
    }
    margins(pairs)
    result.push(likeliest(pairs))
    noneRows.push(noneRow(claim, pairs, documentGroup))
  }
  return { claims, pairs: result, none: noneRows }
}

/** Best similarity of each claim word in a source sentence and, fading, in those around it. */
function chainHits(hits: Hits | undefined, sentences: readonly Sentence[], t: number, found: Sentence): ReadonlyMap<number, number> {
  const best = new Map<number, number>()
  for (const [step, fade] of chainSteps) {
    if (sentences[t + step]?.passage !== found.passage) continue
    for (const hit of hits?.get(t + step) ?? none) {
      const value = hit.similarity * fade
      if (value > (best.get(hit.word) ?? 0)) best.set(hit.word, value)
    }
  }
  return best
}

const chainSteps: readonly (readonly [number, number])[] = [
  [0, 1],
  [-1, 0.75],
  [-2, 0.55],
  [-3, 0.4],
  [1, 0.4],
]

/** The share of the words close to the claim's figure that was found. */
function nearShare(
  best: ReadonlyMap<number, number>,
  words: readonly Word[],
  near: Float64Array,
  weightOf: (word: Word | undefined) => number,
): number {
  let mass = 0
  let sum = 0
  for (const word of words) {
    const closeness = near[word.index] ?? 0
    const weight = weightOf(word) * closeness * closeness
    mass += weight
    sum += weight * (best.get(word.index) ?? 0)
  }
  return mass === 0 ? 0 : sum / mass
}

/** Whether the words right beside the one figure are said of the other. */
function besideFeatures(
  x: Float64Array,
  hits: readonly Hit[],
  claim: Neighbours | undefined,
  found: Neighbours | undefined,
  weightOf: (word: Word | undefined) => number,
  foundWeights: ReadonlyMap<string, number>,
  sentence: Sentence,
): void {
  if (claim === undefined || found === undefined) return
  const bySource = new Map<number, number>()
  const byClaim = new Map<number, number>()
  const beside = [...found.before, ...found.after]
  for (const hit of hits) {
    bySource.set(hit.found.index, Math.max(hit.similarity, bySource.get(hit.found.index) ?? 0))
    const closeness = beside.some(({ index }) => index === hit.found.index) ? 1 : 0.4
    byClaim.set(hit.word, Math.max(hit.similarity * closeness, byClaim.get(hit.word) ?? 0))
  }
  const share = (words: readonly Word[], best: ReadonlyMap<number, number>, weight: (word: Word) => number) => {
    let mass = 0
    let sum = 0
    for (const word of words) {
      mass += weight(word)
      sum += weight(word) * (best.get(word.index) ?? 0)
    }
    return mass === 0 ? 0 : sum / mass
  }
  const foundWeight = ({ stem }: Word) => foundWeights.get(stem) ?? 0
  x[at.after] = share(found.after, bySource, foundWeight)
  x[at.beside] = share(found.before, bySource, foundWeight)
  if (sentence.passage.row !== undefined) return
  x[at.afterClaim] = share(claim.after, byClaim, weightOf)
  x[at.besideClaim] = share(claim.before, byClaim, weightOf)
}

/** The share of names close to the source figure of which the claim says nothing. */
function foreignNames(hits: readonly Hit[], found: Sentence, near: Float64Array): number {
  const said = new Set(hits.map((hit) => hit.found.index))
  let mass = 0
  let foreign = 0
  for (const word of found.words) {
    if (!word.isName) continue
    const weight = near[word.index] ?? 0
    mass += weight
    if (!said.has(word.index)) foreign += weight
  }
  return mass === 0 ? 0 : foreign / mass
}

/** How much a word tells: rare among the sentences of the candidate sources. */
function weigh(contexts: Contexts, candidates: readonly SourceFigures[], lexicon: Lexicon): ReadonlyMap<string, number> {
  const total = candidates.reduce((sum, { contexts }) => sum + contexts.sentences.length, 0)
  const weights = new Map<string, number>()
  for (const sentence of contexts.sentences) {
    for (const { stem } of [...sentence.words, ...sentence.before, ...sentence.heads]) {
      if (weights.has(stem)) continue
      let frequency = 0
      for (const { vocabulary } of candidates) {
        const seen = new Set<number>()
        for (const match of matchesOf(stem, sentence.language, vocabulary, lexicon)) {
          if (match.similarity >= 0.5) for (const place of vocabulary.places.get(match.stem) ?? []) seen.add(place.sentence)
        }
        frequency += seen.size
      }
      weights.set(stem, Math.log(1 + (total + 20) / (frequency + 1)))
    }
  }
  return weights
}

function weighFound(candidates: readonly SourceFigures[]): ReadonlyMap<string, number> {
  const total = candidates.reduce((sum, { contexts }) => sum + contexts.sentences.length, 0)
  const counts = new Map<string, number>()
  for (const { vocabulary } of candidates)
    for (const [stem, places] of vocabulary.places) counts.set(stem, (counts.get(stem) ?? 0) + places.length)
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + (total + 20) / (count + 1))]))
}

function hitsOf(words: readonly Word[], sentence: Sentence, candidate: SourceFigures, lexicon: Lexicon): Hits {
  const hits = new Map<number, Hit[]>()
  for (const [word, { stem }] of words.entries()) {
    for (const match of matchesOf(stem, sentence.language, candidate.vocabulary, lexicon)) {
      if (match.similarity === 0) continue
      for (const place of candidate.vocabulary.places.get(match.stem) ?? []) {
        const hit = { word, found: place.word, similarity: match.similarity }
        const list = hits.get(place.sentence)
        if (list === undefined) hits.set(place.sentence, [hit])
        else list.push(hit)
      }
    }
  }
  return hits
}

function foundShare(hits: readonly Hit[], words: readonly Word[], weights: ReadonlyMap<string, number>): number {
  const best = new Map<string, number>()
  for (const hit of hits) if (hit.similarity > (best.get(hit.found.stem) ?? 0)) best.set(hit.found.stem, hit.similarity)
  let mass = 0
  let sum = 0
  for (const { stem } of words) {
    const weight = weights.get(stem) ?? 0
    mass += weight
    sum += weight * (best.get(stem) ?? 0)
  }
  return mass === 0 ? 0 : sum / mass
}

function countedSimilarity(
  claim: FigureContext,
  sentence: Sentence,
  found: FigureContext,
  candidate: SourceFigures,
  lexicon: Lexicon,
): number {
  let best = 0
  for (const stem of claim.counted) {
    for (const match of matchesOf(stem, sentence.language, candidate.vocabulary, lexicon)) {
      if (match.similarity > best && found.counted.includes(match.stem)) best = match.similarity
    }
  }
  return best
}

function stemsIn(stems: readonly string[], _sentence: Sentence, hits: readonly Hit[], words: readonly Word[]): number {
  let best = 0
  for (const hit of hits) if (stems.includes(words[hit.word]?.stem ?? '') && hit.similarity > best) best = hit.similarity
  return best
}

/** The share of a cell's frame (clause 1 its column, 2 its row) that the source sentence says. */
function frameShare(
  sentence: Sentence,
  clause: number,
  hits: ReadonlyMap<number, Hit>,
  weightOf: (word: Word | undefined) => number,
): number {
  let mass = 0
  let shared = 0
  for (const word of sentence.words) {
    if (word.clause !== clause) continue
    mass += weightOf(word)
    shared += weightOf(word) * (hits.get(word.index)?.similarity ?? 0)
  }
  return mass === 0 ? 0 : shared / mass
}

/** 1 where the frame's words stand closer to another figure of the source sentence. */
function frameLost(
  sentence: Sentence,
  clause: number,
  hits: ReadonlyMap<number, Hit>,
  near: Float64Array,
  rivals: readonly Float64Array[],
): number {
  for (const word of sentence.words) {
    const place = word.clause === clause ? hits.get(word.index)?.found.index : undefined
    if (place !== undefined && rivals.some((rival) => (rival[place] ?? 0) > (near[place] ?? 0))) return 1
  }
  return 0
}

function unitFeatures(x: Float64Array, { units }: Relation): void {
  const feature = {
    same: at.sameUnit,
    count: at.isCount,
    convertible: at.convertible,
    currency: at.currencyDiffers,
    points: at.pointsDiffer,
    share: at.shareForm,
    bare: at.bareUnit,
    other: at.unitDiffers,
  }[units]
  x[feature] = 1
}

function frameFeatures(
  x: Float64Array,
  claim: FigureContext,
  sentence: Sentence,
  found: FigureContext,
  foundSentence: Sentence,
  relation: Relation,
): void {
  const [a, b] = [claim.figure.frame, found.figure.frame]
  if (relation.roleConflict) x[at.roleConflict] = 1
  if (claim.cue !== undefined && claim.cue === found.cue) x[at.sameRole] = 1
  if (relation.directionConflict) x[at.directionConflict] = 1
  if (claim.direction !== undefined && claim.direction === found.direction) x[at.sameDirection] = 1
  if ((claim.cue === 'by') !== (found.cue === 'by')) x[at.byDiffers] = 1
  if (found.figure.quantity.hedge === 'vague' && claim.figure.quantity.hedge !== 'vague') x[at.isVague] = 1
  if ((found.figure.quantity.hedge === 'between') !== (claim.figure.quantity.hedge === 'between')) x[at.rangeDiffers] = 1
  if (b.role === 'changeFrom' && a.role !== 'changeFrom') x[at.isFrom] = 1
  if (b.role === 'changeTo' && a.role !== 'changeBy') x[at.isTo] = 1
  if ((a.role === 'age') !== (b.role === 'age')) x[at.ageDiffers] = 1
  if (claim.figure.quantity.hedge === found.figure.quantity.hedge && claim.figure.quantity.hedge !== 'none') x[at.sameHedge] = 1
  if (sentence.years.length > 0 && foundSentence.years.length > 0) {
    x[sentence.years.some((year) => foundSentence.years.includes(year)) ? at.yearShared : at.yearConflict] = 1
  }
}

function valueFeatures(x: Float64Array, relation: Relation, rarity: number): void {
  const difference = differenceOf(relation)
  if (relation.agreement === 1) {
    x[at.agreesExactly] = 1
    x[at.agreesExactlyRare] = rarity
    if (rarity === 0) x[at.agreesSmall] = 1
  } else if (relation.agreement >= 0.8) x[at.agreesRounded] = 1
  else if (relation.agreement > 0) x[at.agreesLoosely] = 1
  else if (relation.sameDigits) {
    x[at.sameDigits] = 1
    x[at.sameDigitsRare] = rarity
    if (relation.isScaled) x[at.scaled] = 1
  } else if (relation.hasSwappedDigits) x[at.swappedDigits] = 1
  if (difference === 'bound') x[at.bound] = 1
  if (relation.agreement === 0) {
    const off = Math.abs(relation.magnitude)
    x[at.logRatio] = Math.min(off, 3) / 3
    x[at.sameMagnitude] = off < 0.3 ? 1 : 0
    x[at.farOff] = off > 1.5 ? 1 : 0
  }
}

/** How unlikely the claim's number is to meet by chance: 0 for "drei", 1 for "74,35". */
function rarityOf(claim: FigureContext): number {
  const { value, low, high } = claim.figure.quantity
  return Math.min(1, (significant(value ?? low ?? high ?? 0).length - 1) / 3)
}

/** How far a pair leads over the best other sentence, and over the other claims' best. */
function margins(pairs: readonly Pair[]): void {
  const best = new Map<string, number>()
  for (const { candidate, found, features } of pairs) {
    const key = `${candidate} ${found.sentence}`
    best.set(key, Math.max(best.get(key) ?? 0, features[at.sentence] ?? 0))
  }
  const ranked = [...best.values()].sort((a, b) => b - a)
  const [first = 0, second = 0] = ranked
  const most = (feature: number) => pairs.reduce((top, { features }) => Math.max(top, features[feature] ?? 0), 0)
  const chain = most(at.chain)
  const chainNear = most(at.chainNear)
  for (const pair of pairs) {
    const { features } = pair
    const share = features[at.sentence] ?? 0
    features[at.sentenceMargin] = share - (share === first ? second : first)
    features[at.chainMargin] = (features[at.chain] ?? 0) - chain
    features[at.chainNearMargin] = (features[at.chainNear] ?? 0) - chainNear
    const beside = besideSum(features)
    const rivals = pairs.filter(
      (other) => other !== pair && other.candidate === pair.candidate && other.found.sentence === pair.found.sentence,
    )
    if (rivals.length > 0) features[at.besideMargin] = beside - Math.max(...rivals.map((rival) => besideSum(rival.features)))
  }
}

const besideSum = (features: Float64Array) => (features[at.after] ?? 0) + (features[at.beside] ?? 0)

function noneRow(claim: FigureContext, pairs: readonly Pair[], documentGroup: readonly number[]): Float64Array {
  const most = (feature: PairFeature) => pairs.reduce((best, { features }) => Math.max(best, features[at[feature]] ?? 0), 0)
  const { unit, hedge } = claim.figure.quantity
  const agreeing = pairs.filter(({ relation }) => relation.agreement > 0)
  return Float64Array.of(
    1,
    most('sentence'),
    most('near'),
    agreeing.length > 0 ? 1 : 0,
    Math.log(1 + pairs.length) / 5,
    Math.max(0, ...documentGroup),
    rarityOf(claim) === 0 ? 1 : 0,
    unit === null ? 1 : 0,
    unit === 'percent' || unit === 'percentage-point' ? 1 : 0,
    hedge !== 'none' ? 1 : 0,
  )
}

/** What the first pass says of a claim's siblings; `align` fills them in. */
export const jointFeatures = ['documentOthers', 'documentLead', 'takenByOther', 'around', 'neighbours', 'alone'] as const
export type JointFeature = (typeof jointFeatures)[number]
export type NoneFeature = (typeof noneFeatures)[number]

/** Pairs kept for each claim; the others share too little with it. */
const kept = 24

function likeliest(pairs: readonly Pair[]): readonly Pair[] {
  if (pairs.length <= kept) return pairs
  const promise = ({ features, relation }: Pair) => {
    const value = (name: PairFeature) => features[at[name]] ?? 0
    const looks = relation.agreement > 0 ? 1 : isPattern(relation) ? 0.6 : 0
    return (
      looks +
      value('sentence') +
      value('before') / 2 +
      value('beforeFound') / 2 +
      value('nearBest') / 2 +
      value('documentSentence') +
      value('siblingsSentence') / 2
    )
  }
  const ranked = pairs.map((pair) => ({ pair, promise: promise(pair) })).sort((a, b) => b.promise - a.promise)
  return ranked.slice(0, kept).map(({ pair }) => pair)
}

function isPattern(relation: Relation): boolean {
  const difference = differenceOf(relation)
  return difference !== undefined && difference !== 'value'
}

/** How much of the claim's sentence the source's sentence says and the other way round, and whether they speak of other names or years. */
export function wordShares({ features }: Pair): { readonly sentence: number; readonly found: number; readonly isOther: boolean } {
  const value = (name: PairFeature) => features[at[name]] ?? 0
  return {
    sentence: value('sentence'),
    found: value('sentenceFound'),
    isOther: value('namesMissing') > 0 || value('foreignNames') > 0.6 || value('yearConflict') > 0,
  }
}

/** What the stated value tells; the rest is context. */
export const valueFeatureNames: ReadonlySet<string> = new Set<PairFeature | JointFeature>([
  'agreesExactly',
  'agreesExactlyRare',
  'agreesRounded',
  'agreesLoosely',
  'agreesSmall',
  'sameDigits',
  'sameDigitsRare',
  'swappedDigits',
  'scaled',
  'bound',
  'agreesSentence',
  'agreesNear',
  'patternSentence',
  'patternNear',
  'logRatio',
  'farOff',
  'sameMagnitude',
  'statedElsewhereOnly',
  'unitDiffers',
  'alone',
])
