/**
 * A group of claims beside all source figures that it may mean, with what speaks for and against each: the table that alignment and
 * decision read. Nothing is weighed here.
 */
import { significant } from '../figure/compare'
import type { Hedge } from '../figure/figure'
import type { ClaimGroup } from './claim'
import {
  type Contexts,
  edgeWords,
  type FigureContext,
  type Neighbours,
  nearnessOf,
  neighboursOf,
  readContexts,
  type Sentence,
  type Word,
} from './context'
import { at, type NoneFeature, noneFeatures, type PairFeature, pairFeatures } from './features'
import type { Lexicon } from './lexicon'
import { matchesOf } from './match'
import {
  bestOfClaim,
  bestOfFound,
  chainOf,
  claimWeights,
  type Hit,
  type Hits,
  hitsOf,
  shareOf,
  sourceWeight,
  type WordWeight,
} from './overlap'
import { differenceOf, type Relation, relationOf } from './relation'
import type { SourceFigures } from './source'

/** A claim with a source figure that may be meant. */
export interface Pair {
  /** Index into `Scene.candidates`. */
  readonly candidate: number
  /** Index into the figures of the candidate. */
  readonly index: number
  readonly found: FigureContext
  readonly claim: FigureContext
  readonly source: SourceFigures
  readonly relation: Relation
  readonly states: States
  /** In the order of `pairFeatures`. */
  readonly features: Float64Array
}

/** A group with all that it may be compared with. */
export interface Scene {
  readonly contexts: Contexts
  readonly claims: readonly FigureContext[]
  readonly candidates: readonly SourceFigures[]
  /** For each claim its pairs. */
  readonly pairs: readonly (readonly Pair[])[]
  /** For each claim what speaks for there being no such figure, in the order of `noneFeatures`. */
  readonly none: readonly Float64Array[]
}

export function sceneOf(group: ClaimGroup, candidates: readonly SourceFigures[], lexicon: Lexicon): Scene {
  const contexts = readContexts({ ...group.body, passages: group.passages }, group.figures)
  const table = tableOf(group, contexts, candidates, lexicon)
  const all = contexts.figures.map((_, claim) => withoutOtherStates(candidates.flatMap((_, candidate) => pairsOf(table, claim, candidate))))
  for (const pairs of all) addMargins(pairs)
  return {
    contexts,
    claims: contexts.figures,
    candidates,
    pairs: all.map(likeliest),
    none: contexts.figures.map((claim, index) => noneRow(claim, all[index] ?? [], table.documents.group)),
  }
}

/** What all pairs of a scene share, computed once. */
interface Table {
  readonly contexts: Contexts
  readonly candidates: readonly SourceFigures[]
  readonly lexicon: Lexicon
  readonly nearness: readonly Float64Array[]
  readonly neighbours: readonly Neighbours[]
  readonly weight: WordWeight
  readonly foundWeight: WordWeight
  /** By candidate, then by claim sentence: of its own words, of the sentence before it and of its headings. */
  readonly hits: readonly (readonly Hits[])[]
  readonly hitsBefore: readonly (readonly Hits[])[]
  readonly hitsHeads: readonly (readonly Hits[])[]
  /** How much of each claim sentence, and of the whole group, each document says. */
  readonly documents: { readonly sentence: readonly (readonly number[])[]; readonly group: readonly number[] }
  /** By claim, candidate and figure. */
  readonly relations: readonly (readonly (readonly Relation[])[])[]
  /** By claim and candidate: the figures that state what the claim states. */
  readonly stating: readonly (readonly (readonly number[])[])[]
  /** By candidate and figure: the weight of the words around it, the closer the more. */
  readonly foundMass: (candidate: number, figure: number) => number
  readonly cited: ReadonlySet<string>
  readonly shares: (candidate: number, sentence: number, found: number) => SentenceShares
}

/** What one claim sentence shares with one source sentence, whichever figures are meant. */
interface SentenceShares {
  readonly hits: readonly Hit[]
  readonly share: number
  readonly found: number
  readonly chain: ReadonlyMap<number, number>
  readonly chainShare: number
  readonly chainBefore: number
}

function tableOf(group: ClaimGroup, contexts: Contexts, candidates: readonly SourceFigures[], lexicon: Lexicon): Table {
  const { sentences, figures } = contexts
  const relations = figures.map((claim) =>
    candidates.map((candidate) => candidate.contexts.figures.map((found) => relationOf(claim, found))),
  )
  const weights = claimWeights(contexts, candidates, lexicon)
  const foundWeight = sourceWeight(candidates)
  const weight: WordWeight = ({ stem }) => weights.get(stem) ?? 0
  const hitsIn = (words: (sentence: Sentence) => readonly Word[]) =>
    candidates.map((candidate) => sentences.map((sentence) => hitsOf(words(sentence), sentence.language, candidate, lexicon)))
  const hits = hitsIn(({ words }) => words)
  const hitsBefore = hitsIn(({ before }) => before)
  const masses = sentences.map(({ words }) => words.reduce((sum, word) => sum + weight(word), 0))
  const mass = Math.max(
    1e-9,
    masses.reduce((sum, value) => sum + value, 0),
  )
  const bySentence = hits.map((bySentence) =>
    bySentence.map((found, s) => shareOf(sentences[s]?.words ?? [], bestOfClaim([...found.values()].flat()), weight)),
  )
  return {
    contexts,
    candidates,
    lexicon,
    nearness: nearnessOf(contexts),
    neighbours: neighboursOf(contexts),
    weight,
    foundWeight,
    hits,
    hitsBefore,
    hitsHeads: hitsIn(({ heads }) => heads),
    documents: {
      sentence: bySentence,
      group: bySentence.map((shares) => shares.reduce((sum, share, s) => sum + share * (masses[s] ?? 0), 0) / mass),
    },
    relations,
    stating: relations.map((byCandidate) => byCandidate.map(statingIn)),
    cited: new Set(group.citations.map(({ key }) => key)),
    foundMass: remembered((candidate, figure) => massAround(candidates[candidate], figure, foundWeight)),
    shares: remembered((candidate, sentence, found) => {
      const source = candidates[candidate]?.contexts.sentences ?? []
      const own = sentences[sentence]
      const here = hits[candidate]?.[sentence]?.get(found) ?? []
      const chain = chainOf(hits[candidate]?.[sentence], source, found)
      return {
        hits: here,
        share: shareOf(own?.words ?? [], bestOfClaim(here), weight),
        found: shareOf(source[found]?.words ?? [], bestOfFound(here), foundWeight),
        chain,
        chainShare: shareOf(own?.words ?? [], chain, weight),
        chainBefore: shareOf(own?.before ?? [], chainOf(hitsBefore[candidate]?.[sentence], source, found), weight),
      }
    }),
  }
}

/** The weight of the words around a figure, the closer the more; never 0. */
function massAround(source: SourceFigures | undefined, figure: number, weight: WordWeight): number {
  const words = source?.contexts.sentences[source.contexts.figures[figure]?.sentence ?? -1]?.words ?? []
  const near = source?.nearness[figure] ?? nothing
  return Math.max(
    1e-9,
    words.reduce((sum, word) => sum + weight(word) * (near[word.index] ?? 0), 0),
  )
}

function remembered<Place extends readonly number[], Value>(compute: (...place: Place) => Value): (...place: Place) => Value {
  const known = new Map<string, Value>()
  return (...place) => {
    const key = place.join(' ')
    const value = known.get(key) ?? compute(...place)
    known.set(key, value)
    return value
  }
}

function pairsOf(table: Table, index: number, candidate: number): Pair[] {
  const claim = table.contexts.figures[index]
  const source = table.candidates[candidate]
  const sentence = table.contexts.sentences[claim?.sentence ?? -1]
  if (claim === undefined || source === undefined || sentence === undefined) return []
  return source.contexts.figures.flatMap((found, f) => {
    const relation = table.relations[index]?.[candidate]?.[f]
    const foundSentence = source.contexts.sentences[found.sentence]
    if (relation === undefined || foundSentence === undefined || (relation.units === 'other' && !relation.sameDigits)) return []
    if (areOfOtherYears(claim, sentence, found, foundSentence)) return []
    const features = new Float64Array(pairFeatures.length)
    addWords(features, table, index, candidate, f)
    addDocument(features, table, claim.sentence, candidate)
    addFrame(features, claim, found, relation, sentence, foundSentence)
    addCounted(features, table, claim, candidate, found)
    addValue(features, relation, rarityOf(claim))
    addSiblings(features, table, index, candidate, f)
    return [
      {
        candidate,
        index: f,
        found,
        claim,
        source,
        relation,
        states: statesOf(sentence, foundSentence),
        features,
      },
    ]
  })
}

/** Whether the two are said of different years for sure. A year that stands apart from its figure tells nothing where the other is named as well. */
function areOfOtherYears(claim: FigureContext, sentence: Sentence, found: FigureContext, foundSentence: Sentence): boolean {
  const [stated, said] = [claim.year, found.year]
  if (stated === undefined || said === undefined || stated.year === said.year) return false
  return (stated.isBeside || !sentence.years.includes(said.year)) && (said.isBeside || !foundSentence.years.includes(stated.year))
}

/** Whether two sentences speak of the same states. */
type States = 'same' | 'other' | 'unknown'

function statesOf(sentence: Sentence, found: Sentence): States {
  if (sentence.states.length === 0 || found.states.length === 0) return 'unknown'
  return sentence.states.some((state) => found.states.includes(state)) ? 'same' : 'other'
}

/** Where the very figure is said of the state that the claim speaks of, those of other states are not meant. */
function withoutOtherStates(pairs: readonly Pair[]): readonly Pair[] {
  const isMeant = ({ states, relation, features }: Pair) =>
    states === 'same' && relation.agreement === 1 && (features[at.agreesSmall] ?? 0) === 0
  return pairs.some(isMeant) ? pairs.filter(({ states }) => states !== 'other') : pairs
}

/** Shared words: of the sentences, close to both figures, beside them, in what stands before and above. */
function addWords(x: Float64Array, table: Table, index: number, candidate: number, f: number): void {
  const { contexts, weight, foundWeight } = table
  const claim = contexts.figures[index]
  const source = table.candidates[candidate]
  const found = source?.contexts.figures[f]
  const sentence = contexts.sentences[claim?.sentence ?? -1]
  const foundSentence = source?.contexts.sentences[found?.sentence ?? -1]
  if (claim === undefined || source === undefined || found === undefined || sentence === undefined || foundSentence === undefined) return
  const [s, t] = [claim.sentence, found.sentence]
  const shares = table.shares(candidate, s, t)
  const near = table.nearness[index] ?? nothing
  const foundNear = source.nearness[f] ?? nothing
  const rivals = source.rivals[f] ?? []
  const bound = boundHits(shares.hits, foundNear)
  x[at.sentence] = shares.share
  x[at.sentenceFound] = shares.found
  x[at.chain] = shares.chainShare
  x[at.chainNear] = shareOf(sentence.words, shares.chain, (word) => weight(word) * (near[word.index] ?? 0) ** 2)
  x[at.chainBefore] = shares.chainBefore
  addNear(x, bound, sentence, near, foundNear, table.foundMass(candidate, f), rivals, weight, foundWeight)
  addBeside(x, shares.hits, table.neighbours[index], source.neighbours[f], sentence, weight, foundWeight)
  x[at.before] = shareOf(sentence.before, bestOfClaim(table.hitsBefore[candidate]?.[s]?.get(t) ?? []), weight)
  x[at.beforeFound] = source.contexts.sentences[t - 1]?.passage === foundSentence.passage ? table.shares(candidate, s, t - 1).share : 0
  x[at.heads] = shareOf(sentence.heads, bestOfClaim(table.hitsHeads[candidate]?.[s]?.get(t) ?? []), weight)
  addNames(x, shares.hits, bound, sentence, foundSentence, foundNear, weight)
  if (sentence.passage.row !== undefined) addCell(x, bound, shares.chain, sentence, foundNear, rivals, weight)
}

const nothing = new Float64Array(0)

/** For each word of the claim the hit closest to the source figure. */
function boundHits(hits: readonly Hit[], foundNear: Float64Array): ReadonlyMap<number, Hit> {
  const bound = new Map<number, Hit>()
  const closeness = ({ similarity, found }: Hit) => similarity * (foundNear[found.index] ?? 0)
  for (const hit of hits) {
    const known = bound.get(hit.word)
    if (known === undefined || closeness(hit) > closeness(known)) bound.set(hit.word, hit)
  }
  return bound
}

/** How close the shared words stand to both figures, and whether another figure of the source's sentence stands closer. */
function addNear(
  x: Float64Array,
  bound: ReadonlyMap<number, Hit>,
  sentence: Sentence,
  near: Float64Array,
  foundNear: Float64Array,
  foundMass: number,
  rivals: readonly Float64Array[],
  weight: WordWeight,
  foundWeight: WordWeight,
): void {
  const sums = { mine: 0, theirs: 0, won: 0, lost: 0, found: 0 }
  for (const [index, { found, similarity }] of bound) {
    const word = sentence.words[index]
    if (word === undefined) continue
    const value = weight(word) * (near[index] ?? 0) * similarity
    const mine = foundNear[found.index] ?? 0
    const theirs = rivals.reduce((top, rival) => Math.max(top, rival[found.index] ?? 0), 0)
    sums.mine += value * mine
    sums.theirs += value * theirs
    if (mine > theirs) sums.won += value
    else if (theirs > mine) sums.lost += value
    sums.found += foundWeight(found) * mine * similarity
  }
  const mass = Math.max(
    1e-9,
    sentence.words.reduce((sum, word) => sum + weight(word) * (near[word.index] ?? 0), 0),
  )
  x[at.near] = sums.mine / mass
  x[at.nearMargin] = (sums.mine - sums.theirs) / mass
  x[at.nearBest] = sums.won / mass
  x[at.nearRival] = sums.lost / mass
  x[at.nearFound] = sums.found / foundMass
}

/** Whether the words right beside the one figure are said of the other. */
function addBeside(
  x: Float64Array,
  hits: readonly Hit[],
  claim: Neighbours | undefined,
  found: Neighbours | undefined,
  sentence: Sentence,
  weight: WordWeight,
  foundWeight: WordWeight,
): void {
  if (claim === undefined || found === undefined) return
  const ofFound = bestOfFound(hits)
  x[at.after] = shareOf(found.after, ofFound, foundWeight)
  x[at.beside] = shareOf(found.before, ofFound, foundWeight)
  if (sentence.passage.row !== undefined) return
  const beside = new Set([...found.before, ...found.after].map(({ index }) => index))
  const ofClaim = bestOfClaim(hits.map((hit) => (beside.has(hit.found.index) ? hit : { ...hit, similarity: hit.similarity * 0.4 })))
  x[at.afterClaim] = shareOf(claim.after, ofClaim, weight)
  x[at.besideClaim] = shareOf(claim.before, ofClaim, weight)
}

/** Whether the sentences name the same, and whether the source names others close to its figure. */
function addNames(
  x: Float64Array,
  hits: readonly Hit[],
  bound: ReadonlyMap<number, Hit>,
  sentence: Sentence,
  found: Sentence,
  foundNear: Float64Array,
  weight: WordWeight,
): void {
  const names = sentence.words.filter(({ isName }) => isName)
  const mass = names.reduce((sum, word) => sum + weight(word), 0)
  if (mass > 0) {
    const shared = names.reduce((sum, word) => sum + (bound.has(word.index) ? weight(word) : 0), 0)
    x[at.names] = Math.min(1, shared / mass)
    if (shared === 0 && found.words.some(({ isName }) => isName)) x[at.namesMissing] = 1
  }
  const said = new Set(hits.map((hit) => hit.found.index))
  const strange = new Map(found.words.filter(({ isName, index }) => isName && !said.has(index)).map(({ index }) => [index, 1]))
  x[at.foreignNames] = shareOf(
    found.words.filter(({ isName }) => isName),
    strange,
    ({ index }) => foundNear[index] ?? 0,
  )
}

/** Numbers of the clauses in the frame of a cell. */
const column = 1
const row = 2

/** Of a table: whether the source says what stands at the head of the row and of the column. */
function addCell(
  x: Float64Array,
  bound: ReadonlyMap<number, Hit>,
  chain: ReadonlyMap<number, number>,
  sentence: Sentence,
  foundNear: Float64Array,
  rivals: readonly Float64Array[],
  weight: WordWeight,
): void {
  const best = new Map([...bound].map(([index, { similarity }]) => [index, similarity]))
  const head = (clause: number) => sentence.words.filter((word) => word.clause === clause)
  x[at.rowHead] = shareOf(head(row), best, weight)
  x[at.columnHead] = shareOf(head(column), best, weight)
  x[at.rowChain] = shareOf(head(row), chain, weight)
  x[at.columnChain] = shareOf(head(column), chain, weight)
  const isLost = head(row).some(({ index }) => {
    const place = bound.get(index)?.found.index
    return place !== undefined && rivals.some((rival) => (rival[place] ?? 0) > (foundNear[place] ?? 0))
  })
  x[at.rowHeadRival] = isLost ? 1 : 0
}

function addDocument(x: Float64Array, { documents, candidates, cited }: Table, sentence: number, candidate: number): void {
  const own = documents.group[candidate] ?? 0
  const best = documents.group.reduce((top, share, other) => (other === candidate ? top : Math.max(top, share)), 0)
  x[at.documentSentence] = documents.sentence[candidate]?.[sentence] ?? 0
  x[at.documentGroup] = own
  x[at.documentGroupMargin] = own - best
  x[at.rank] = 1 / (1 + candidate)
  x[at.isFirst] = candidate === 0 ? 1 : 0
  if (cited.size > 0) x[cited.has(candidates[candidate]?.source.key ?? '') ? at.cited : at.otherCited] = 1
}

/** Role, direction, hedge and period of the two figures. */
function addFrame(
  x: Float64Array,
  claim: FigureContext,
  found: FigureContext,
  relation: Relation,
  sentence: Sentence,
  foundSentence: Sentence,
): void {
  const [stated, said] = [claim.figure, found.figure]
  if (relation.roleConflict) x[at.roleConflict] = 1
  if (relation.directionConflict) x[at.directionConflict] = 1
  if (claim.cue !== undefined && claim.cue === found.cue) x[at.sameRole] = 1
  if (claim.direction !== undefined && claim.direction === found.direction) x[at.sameDirection] = 1
  if ((claim.cue === 'by') !== (found.cue === 'by')) x[at.byDiffers] = 1
  if (said.quantity.hedge === 'vague' && stated.quantity.hedge !== 'vague') x[at.isVague] = 1
  if ((said.quantity.hedge === 'between') !== (stated.quantity.hedge === 'between')) x[at.rangeDiffers] = 1
  if (said.frame.role === 'changeFrom' && stated.frame.role !== 'changeFrom') x[at.isFrom] = 1
  if (said.frame.role === 'changeTo' && stated.frame.role !== 'changeBy') x[at.isTo] = 1
  if ((stated.frame.role === 'age') !== (said.frame.role === 'age')) x[at.ageDiffers] = 1
  if (stated.quantity.hedge === said.quantity.hedge && stated.quantity.hedge !== 'none') x[at.sameHedge] = 1
  else if (isBound(stated.quantity.hedge) && isBound(said.quantity.hedge)) x[at.bothBounded] = 1
  if (x[at.sameHedge] === 1 && !isBound(stated.quantity.hedge)) x[at.sameSoftHedge] = 1
  const [a, b] = [stated.frame.period, said.frame.period]
  if (a !== undefined && b !== undefined) x[a.startsWith(b) || b.startsWith(a) ? at.periodShared : at.periodConflict] = 1
  if (sentence.years.length > 0 && foundSentence.years.length > 0) {
    x[sentence.years.some((year) => foundSentence.years.includes(year)) ? at.yearShared : at.yearConflict] = 1
  }
  const [before, behind] = [runOf(claim.left, found.left), runOf(claim.right, found.right)]
  x[at.runBefore] = before
  x[at.runBehind] = behind
  x[at.runBoth] = Math.min(before, behind)
  x[at.verbatim] = isVerbatim(claim, found) ? 1 : 0
  const isCell = (passage: Sentence['passage']) => passage.row !== undefined
  x[at.sameKindOfPassage] = isCell(sentence.passage) === isCell(foundSentence.passage) ? 1 : 0
}

const isBound = (hedge: Hedge) => hedge === 'moreThan' || hedge === 'atLeast' || hedge === 'lessThan' || hedge === 'atMost'

/** How many words the two have in common from the figure outwards, as a share of the most that are compared. */
function runOf(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length / edgeWords
}

/** Fewer words in common around two figures are no copy. */
const leastCopied = 5

/** Whether the two stand between the same words, as where a sentence was copied and only its number changed. */
function isVerbatim(claim: FigureContext, found: FigureContext): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((word, index) => word === b[index])
  return claim.left.length + claim.right.length >= leastCopied && same(claim.left, found.left) && same(claim.right, found.right)
}

/** What is counted or measured. */
function addCounted(
  x: Float64Array,
  { contexts, candidates, lexicon, shares }: Table,
  claim: FigureContext,
  candidate: number,
  found: FigureContext,
): void {
  const sentence = contexts.sentences[claim.sentence]
  const source = candidates[candidate]
  if (sentence === undefined || source === undefined || claim.counted.length === 0) return
  if (found.counted.length > 0) {
    const similarity = countedSimilarity(claim, sentence, found, source, lexicon)
    if (similarity > 0.3) x[at.counted] = similarity
    else x[at.countedConflict] = 1
  }
  const { hits } = shares(candidate, claim.sentence, found.sentence)
  x[at.countedNearFound] = hits.reduce(
    (top, { word, similarity }) => (claim.counted.includes(sentence.words[word]?.stem ?? '') ? Math.max(top, similarity) : top),
    0,
  )
}

function countedSimilarity(
  claim: FigureContext,
  { language }: Sentence,
  found: FigureContext,
  { vocabulary }: SourceFigures,
  lexicon: Lexicon,
): number {
  let best = 0
  for (const stem of claim.counted) {
    for (const match of matchesOf(stem, language, vocabulary, lexicon)) {
      if (match.similarity > best && found.counted.includes(match.stem)) best = match.similarity
    }
  }
  return best
}

const unitFeature = {
  same: at.sameUnit,
  count: at.isCount,
  convertible: at.convertible,
  currency: at.currencyDiffers,
  points: at.pointsDiffer,
  share: at.shareForm,
  bare: at.bareUnit,
  other: at.unitDiffers,
} satisfies Record<Relation['units'], number>

/** Units and numbers, after the words: how well the numbers agree counts with how much is shared. */
function addValue(x: Float64Array, relation: Relation, rarity: number): void {
  const { agreement, sameDigits } = relation
  x[unitFeature[relation.units]] = 1
  if (agreement === 1) {
    x[at.agreesExactly] = 1
    x[at.agreesExactlyRare] = rarity
    if (rarity === 0) x[at.agreesSmall] = 1
  } else if (agreement >= 0.8) x[at.agreesRounded] = 1
  else if (agreement > 0) x[at.agreesLoosely] = 1
  else if (sameDigits) {
    x[at.sameDigits] = 1
    x[at.sameDigitsRare] = rarity
    if (relation.isScaled) x[at.scaled] = 1
  } else if (relation.hasSwappedDigits) x[at.swappedDigits] = 1
  if (differenceOf(relation) === 'bound') x[at.bound] = 1
  if (agreement === 0) {
    const off = Math.abs(relation.magnitude)
    x[at.logRatio] = Math.min(off, 3) / 3
    x[at.sameMagnitude] = off < 0.3 ? 1 : 0
    x[at.farOff] = off > 1.5 ? 1 : 0
  }
  const [share, near] = [x[at.sentence] ?? 0, x[at.near] ?? 0]
  if (agreement > 0) {
    x[at.agreesSentence] = share
    x[at.agreesNear] = near
  }
  if (isPattern(relation)) {
    x[at.patternSentence] = share
    x[at.patternNear] = near
  }
}

/** A difference that looks like a slip. */
function isPattern(relation: Relation): boolean {
  const difference = differenceOf(relation)
  return difference !== undefined && difference !== 'value'
}

/** How unlikely the claim's number is to meet by chance: 0 for "drei", 1 for "74,35". */
function rarityOf({ figure }: FigureContext): number {
  const { value, low, high } = figure.quantity
  return Math.min(1, (significant(value ?? low ?? high ?? 0).length - 1) / 3)
}

/** What the other claims of the group state: this very figure, or figures close to it. */
function addSiblings(
  x: Float64Array,
  { contexts, candidates, relations, stating }: Table,
  index: number,
  candidate: number,
  f: number,
): void {
  const figures = candidates[candidate]?.contexts.figures ?? []
  const sentence = figures[f]?.sentence ?? -1
  let inSentence = 0
  let around = 0
  let inDocument = 0
  for (const other of contexts.figures.keys()) {
    if (other === index) continue
    let nearest = Infinity
    let isAround = false
    for (const place of stating[other]?.[candidate] ?? []) {
      if (place === f) {
        x[at.statedElsewhere] = 1
        continue
      }
      const distance = Math.abs((figures[place]?.sentence ?? -1) - sentence)
      nearest = Math.min(nearest, distance)
      if (distance === 1 || distance === 2) isAround = true
    }
    if (nearest < Infinity) inDocument++
    if (nearest === 0) inSentence++
    if (isAround) around++
  }
  const own = relations[index]?.[candidate]?.[f]
  if (x[at.statedElsewhere] === 1 && own !== undefined && own.agreement < 0.8) x[at.statedElsewhereOnly] = 1
  x[at.siblingsSentence] = Math.min(2, inSentence) / 2
  x[at.siblingsAround] = Math.min(3, around) / 3
  x[at.siblingsDocument] = inDocument / Math.max(1, contexts.figures.length - 1)
}

/** Places of the figures that state what a claim states. */
function statingIn(relations: readonly Relation[]): number[] {
  return relations.flatMap((relation, place) => (isStated(relation) ? [place] : []))
}

function isStated(relation: Relation): boolean {
  return relation.agreement >= 0.8 && differenceOf(relation) === undefined
}

/** How far each pair of a claim leads over the best of the others. */
function addMargins(pairs: readonly Pair[]): void {
  const value = ({ features }: Pair, name: PairFeature) => features[at[name]] ?? 0
  const beside = (pair: Pair) => value(pair, 'after') + value(pair, 'beside')
  const bySentence = groupBySentence(pairs)
  const [first = 0, second = 0] = [...bySentence.values()]
    .flatMap(([pair]) => (pair === undefined ? [] : [value(pair, 'sentence')]))
    .sort((a, b) => b - a)
  const most = (name: PairFeature) => pairs.reduce((top, pair) => Math.max(top, value(pair, name)), 0)
  const chain = most('chain')
  const chainNear = most('chainNear')
  for (const rivals of bySentence.values()) {
    for (const pair of rivals) {
      const share = value(pair, 'sentence')
      pair.features[at.sentenceMargin] = share - (share === first ? second : first)
      pair.features[at.chainMargin] = value(pair, 'chain') - chain
      pair.features[at.chainNearMargin] = value(pair, 'chainNear') - chainNear
      const others = rivals.filter((other) => other !== pair)
      if (others.length > 0) pair.features[at.besideMargin] = beside(pair) - Math.max(...others.map(beside))
    }
  }
}

function groupBySentence(pairs: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const key = `${pair.candidate} ${pair.found.sentence}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [pair])
    else group.push(pair)
  }
  return groups
}

/** Pairs kept for each claim; the others share too little with it. */
const kept = 24

function likeliest(pairs: readonly Pair[]): readonly Pair[] {
  if (pairs.length <= kept) return pairs
  const promise = ({ features, relation }: Pair) => {
    const value = (name: PairFeature) => features[at[name]] ?? 0
    const looks = relation.agreement > 0 ? 1 : isPattern(relation) ? 0.6 : 0
    const closeBy = value('before') + value('beforeFound') + value('nearBest') + value('siblingsSentence')
    return looks + value('sentence') + value('documentSentence') + closeBy / 2
  }
  const ranked = pairs.map((pair) => ({ pair, promise: promise(pair) })).sort((a, b) => b.promise - a.promise)
  return ranked.slice(0, kept).map(({ pair }) => pair)
}

function noneRow(claim: FigureContext, pairs: readonly Pair[], documents: readonly number[]): Float64Array {
  const most = (name: PairFeature) => pairs.reduce((best, { features }) => Math.max(best, features[at[name]] ?? 0), 0)
  const { unit, hedge } = claim.figure.quantity
  const row: Record<NoneFeature, number> = {
    none: 1,
    noneBestSentence: most('sentence'),
    noneBestNear: most('near'),
    noneAgrees: pairs.some(({ relation }) => relation.agreement > 0) ? 1 : 0,
    noneCandidates: Math.log(1 + pairs.length) / 5,
    noneDocument: Math.max(0, ...documents),
    noneSmall: rarityOf(claim) === 0 ? 1 : 0,
    noneIsCount: unit === null ? 1 : 0,
    noneIsShare: unit === 'percent' || unit === 'percentage-point' ? 1 : 0,
    noneHedged: hedge === 'none' ? 0 : 1,
  }
  return Float64Array.from(noneFeatures, (name) => row[name])
}

/** How much of the claim's sentence the source's sentence says and the other way round, and whether they speak of other names or years. */
export function wordShares({ features, states }: Pair): { readonly sentence: number; readonly found: number; readonly isOther: boolean } {
  const value = (name: PairFeature) => features[at[name]] ?? 0
  return {
    sentence: value('sentence'),
    found: value('sentenceFound'),
    isOther: value('namesMissing') > 0 || states === 'other' || value('foreignNames') > 0.6 || value('yearConflict') > 0,
  }
}

/**
 * Whether the source states another figure of the group, or says most of it: this sentence in the same words, or the group where no other
 * source says as much.
 */
export function isConfirmed(pair: Pair): boolean {
  const { sentence, isOther } = wordShares(pair)
  const group = pair.features[at.documentGroup] ?? 0
  const isRetold = group >= 0.65 && pair.features[at.isFirst] === 1
  return (pair.features[at.siblingsDocument] ?? 0) > 0 || (!isOther && (isRetold || (sentence >= 0.6 && group >= 0.6)))
}

/** Another source says so much more of a group that a number of this one is hardly meant, unless its sentence stands out. */
const outdone = -0.1
const standsOut = 0.2

/** Whether the source bears out nothing else of the group, another says clearly more of it, and some sentence about as much of the claim's. */
export function isFarFetched(pair: Pair): boolean {
  const [source, sentence] = [pair.features[at.documentGroupMargin] ?? 0, pair.features[at.sentenceMargin] ?? 0]
  return source < outdone && sentence < standsOut && !isConfirmed(pair)
}
