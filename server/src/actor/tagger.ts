/**
 * The linear sequence model: a weight for each feature and label, a weight for each pair of labels, and the best path through them
 * (Viterbi). What words contribute is summed once and remembered, since texts repeat their words.
 */
import type { Language } from '../language/language'
import { Facts } from './facts'
import { createPlaces, markPlaces, outside, type Places, pairCount, pairsIn, type Word, writeAround, writeRun } from './features'
import { type ChunkType, labelCount, type Model, mayFollow, types } from './labels'
import { laneCount, scoreOf } from './lanes'
import { goesOn, markPhrases, organisationMark } from './phrases'
import { createSums } from './sums'
import type { Tokens } from './tokens'

export interface Chunk {
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
  readonly type: ChunkType
}

export interface Tagger {
  /** The names among `tokens`, in text order. */
  tag(text: string, tokens: Tokens): Chunk[]
}

/** By how much no name must outweigh every name in the sums of the words alone for a token to be settled, in natural logarithms. */
const certainty = 3

export function createTagger(model: Model, language: Language): Tagger {
  const { scale } = model
  const sums = createSums(model, language)
  const sure = certainty / scale
  // In units of a weight, so that scores stay whole numbers.
  const transitions = Float64Array.from(model.transitions, (value) => value / scale)
  /** The same by the label that is gone to. */
  const into = Float64Array.from(transitions, (_, at) => transitions[(at % labelCount) * labelCount + Math.floor(at / labelCount)] ?? 0)
  const starts = Float64Array.from(model.starts, (value) => value / scale)
  const { around, run, runBefore, runAfter } = pairsIn[language]
  const ofRun = [...run, ...runBefore, ...runAfter]
  const hashes = new Int32Array(pairCount)
  let places = createPlaces(256)
  let numbers = new Int32Array(256)
  let scores = new Int32Array(64 * laneCount)
  let back = new Uint8Array(64 * labelCount)
  let path = new Uint8Array(64)
  let best = new Float64Array(labelCount)
  let next = new Float64Array(labelCount)

  return { tag }

  function tag(text: string, tokens: Tokens): Chunk[] {
    const { count, starts: from, ends } = tokens
    sums.begin()
    if (places.facts.length < count) {
      places = createPlaces(2 * count)
      numbers = new Int32Array(2 * count)
    }
    const words: Word[] = []
    for (let at = 0; at < count; at++) {
      const number = sums.numberOf(text, from[at] ?? 0, ends[at] ?? 0)
      const word = sums.wordOf(number)
      numbers[at] = number
      places.facts[at] = word.facts
      words.push(word)
    }
    markPhrases(text, tokens, words, places)
    const chunks: Chunk[] = []
    for (let first = 0; first < count; ) {
      let end = first + 1
      while (end < count && tokens.opens[end] === 0) end++
      markPlaces(text, tokens, first, end, places)
      tagSentence(words, first, end, chunks)
      first = end
    }
    // "Berliner" is labelled as a place in some sets and is none: the name is Berlin.
    const names = chunks.filter(
      ({ from: at, to, type }) => type !== 'place' || to > at + 1 || ((places.facts[at] ?? 0) & Facts.OfTown) === 0,
    )
    return withKnown(tokens, places, names)
  }

  /** What cannot be part of a name parts a sentence into runs, whose labels do not depend on each other. */
  function tagSentence(words: readonly Word[], first: number, end: number, chunks: Chunk[]): void {
    if (path.length < end - first) {
      scores = new Int32Array(2 * (end - first) * laneCount)
      back = new Uint8Array(2 * (end - first) * labelCount)
      path = new Uint8Array(2 * (end - first))
    }
    let from = first
    for (let at = first; at <= end; at++) {
      if (at < end && places.active[at] === 1 && scoreWords(at, (at - from) * laneCount, first, end)) continue
      // What stands side by side is asked only of words that what stands around them leaves in doubt.
      for (let token = from; token < at; token++) scorePairs(words, token, (token - from) * laneCount, first, end)
      if (at > from) addChunks(at - from, from, from === first, at === end, chunks)
      from = at + 1
    }
  }

  function numberAt(at: number, first: number, end: number): number {
    return at >= first && at < end ? (numbers[at] ?? 0) : 0
  }

  /** Sums what the words at a token and around it say of its label; false where they are sure that it is no name. */
  function scoreWords(at: number, base: number, first: number, end: number): boolean {
    sums.setWords(
      scores,
      base,
      numberAt(at - 2, first, end),
      numberAt(at - 1, first, end),
      numbers[at] ?? 0,
      numberAt(at + 1, first, end),
      numberAt(at + 2, first, end),
    )
    let highest = Number.NEGATIVE_INFINITY
    for (let label = 1; label < labelCount; label++) highest = Math.max(highest, scoreOf(scores, base, label))
    return highest > scoreOf(scores, base, 0) - sure
  }

  /** Adds what the words around a token say together. */
  function scorePairs(words: readonly Word[], at: number, base: number, first: number, end: number): void {
    const own = numbers[at] ?? 0
    const isCapital = ((places.facts[at] ?? 0) & Facts.Capital) !== 0
    const single = isCapital && places.runStarts[at] === at && places.runEnds[at] === at + 1
    sums.addAlone(scores, base, own, places.bits[at] ?? 0, places.phrases[at] ?? 0, single)
    const word = words[at] ?? outside
    sums.addBefore(scores, base, at > first ? (words[at - 1] ?? outside) : outside, word, single)
    sums.addAfter(scores, base, word, at + 1 < end ? (words[at + 1] ?? outside) : outside, single)
    writeAround(words, at, first, end, hashes)
    for (const place of around) sums.add(scores, base, hashes[place] ?? 0)
    if (!isCapital || single) return
    writeRun(words, at, first, end, places, hashes)
    for (const place of ofRun) sums.add(scores, base, hashes[place] ?? 0)
  }

  /** Finds the best labels of a run of tokens and adds its names. Outside of the run stand words that are no names, or the ends of the sentence. */
  function addChunks(size: number, offset: number, opens: boolean, closes: boolean, chunks: Chunk[]): void {
    for (let label = 0; label < labelCount; label++) {
      const first = opens ? starts[label] : transitions[label]
      best[label] = mayFollow(0, label) ? (first ?? 0) + scoreOf(scores, 0, label) : Number.NEGATIVE_INFINITY
    }
    for (let at = 1; at < size; at++) {
      for (let label = 0; label < labelCount; label++) {
        let highest = Number.NEGATIVE_INFINITY
        let from = 0
        const within = label > 0 && label % 2 === 0
        const last = within ? label : labelCount - 1
        for (let before = within ? label - 1 : 0; before <= last; before++) {
          const score = (best[before] ?? 0) + (into[label * labelCount + before] ?? 0)
          if (score > highest) {
            highest = score
            from = before
          }
        }
        next[label] = highest + scoreOf(scores, at * laneCount, label)
        back[at * labelCount + label] = from
      }
      ;[best, next] = [next, best]
    }
    let label = 0
    let highest = Number.NEGATIVE_INFINITY
    for (let candidate = 0; candidate < labelCount; candidate++) {
      const score = (best[candidate] ?? 0) + (closes ? 0 : (transitions[candidate * labelCount] ?? 0))
      if (score > highest) {
        highest = score
        label = candidate
      }
    }
    for (let at = size - 1; at >= 0; at--) {
      path[at] = label
      label = back[at * labelCount + label] ?? 0
    }
    addNamed(path, size, offset, chunks)
  }
}

/** Adds organisations that are known by a name of several words or of four letters and more, and were overlooked. */
function withKnown({ count, starts, ends }: Tokens, { phrases }: Places, chunks: Chunk[]): Chunk[] {
  const found: Chunk[] = []
  let next = 0
  for (let from = 0; from < count; from++) {
    if (phrases[from] !== organisationMark) continue
    let to = from + 1
    while (to < count && phrases[to] === organisationMark + goesOn) to++
    while (next < chunks.length && (chunks[next]?.to ?? 0) <= from) next++
    if ((chunks[next]?.from ?? to) < to) continue
    if (to > from + 1 || (ends[from] ?? 0) - (starts[from] ?? 0) > 3) found.push({ from, to, type: 'organisation' })
  }
  return found.length === 0 ? chunks : [...chunks, ...found].sort((a, b) => a.from - b.from)
}

/** Adds the names that the first `size` labels of `path` speak of. */
function addNamed(path: Uint8Array, size: number, offset: number, chunks: Chunk[]): void {
  for (let at = 0; at < size; ) {
    const label = path[at] ?? 0
    let to = at + 1
    if (label !== 0) {
      while (to < size && path[to] === label + 1) to++
      const type = types[(label - 1) >> 1]
      if (type !== undefined) chunks.push({ from: at + offset, to: to + offset, type })
    }
    at = to
  }
}
