/**
 * Trains the weights of the tagger: a linear-chain conditional random field by stochastic gradient with adaptive steps (AdaGrad) and
 * weight decay; the weights are the mean of those after each of the later rounds. Features are hashed to a fixed number of rows; a sentence is a run of tokens of a labelled text.
 */
import { mayFollow } from '../../src/actor/labels'
import { createRandom, shuffle } from './random'

export interface Sentence {
  /** Row numbers of the features of each token, one after the other. */
  readonly rows: Int32Array
  /** Where the rows of each token begin; one more than there are tokens. */
  readonly begins: Int32Array
  /** How many of each token's rows tell its very word; they come first. */
  readonly lexical: Uint8Array
  /** 1 for a token that is known to be no name. */
  readonly fixed: Uint8Array
  readonly labels: Uint8Array
  readonly weight: number
}

export interface Crf {
  readonly labels: number
  /** Row-major: a weight for each row and label. */
  readonly weights: Float32Array
  /** A weight for each pair of labels, and for each first label. */
  readonly transitions: Float32Array
  readonly starts: Float32Array
}

export interface CrfOptions {
  readonly rows: number
  readonly labels: number
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  /** The chance that a feature is left out of a step, which keeps rare words from explaining everything. */
  readonly dropout: number
  /** The chance that a token is read as if its word had never been seen, which teaches the model to trust context and lists. */
  readonly blindness: number
  readonly seed: number
}

export function trainCrf(sentences: readonly Sentence[], options: CrfOptions): Crf {
  const { labels } = options
  const weights = new Float32Array(options.rows * labels)
  const squares = new Float32Array(options.rows * labels)
  const transitions = new Float32Array(labels * labels)
  const transitionSquares = new Float32Array(labels * labels)
  const starts = new Float32Array(labels)
  const startSquares = new Float32Array(labels)
  // The penalty on a weight is spread over the tokens that show its feature, so that rare features shrink and frequent ones speak.
  const decay = new Float32Array(options.rows)
  for (const { rows } of sentences) for (const row of rows) decay[row] = (decay[row] ?? 0) + 1
  for (let row = 0; row < options.rows; row++) decay[row] = options.decay / Math.max(1, decay[row] ?? 1)
  const random = createRandom(options.seed)
  const order = Int32Array.from(sentences, (_, index) => index)
  const longest = Math.max(...sentences.map((sentence) => sentence.labels.length))
  const scores = new Float64Array(longest * labels)
  const forward = new Float64Array(longest * labels)
  const backward = new Float64Array(longest * labels)
  const expTransitions = new Float64Array(labels * labels)
  const expected = new Float64Array(labels * labels)
  const kept = new Int32Array(1 << 20)
  const allowed = Array.from({ length: labels * labels }, (_, pair) => mayFollow(Math.floor(pair / labels), pair % labels))
  const allowedFirst = Array.from({ length: labels }, (_, label) => label === 0 || label % 2 === 1)

  const means = [weights, transitions, starts].map((values) => new Float32Array(values.length))
  const averaged = Math.floor(options.epochs / 2)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const sentence = sentences[index]
      if (sentence !== undefined && sentence.labels.length > 0) step(sentence)
    }
    if (epoch < averaged) continue
    for (const [index, values] of [weights, transitions, starts].entries()) {
      const mean = means[index] ?? values
      for (let at = 0; at < values.length; at++) mean[at] = (mean[at] ?? 0) + (values[at] ?? 0) / (options.epochs - averaged)
    }
  }
  const [meanWeights = weights, meanTransitions = transitions, meanStarts = starts] = means
  return { labels, weights: meanWeights, transitions: meanTransitions, starts: meanStarts }

  function step(sentence: Sentence): void {
    const size = sentence.labels.length
    const { rows, begins } = sentence
    const scale = 1 / (1 - options.dropout)
    scores.fill(0, 0, size * labels)
    for (let at = 0; at < size; at++) {
      const to = begins[at + 1] ?? 0
      const seen = (begins[at] ?? 0) + (random() < options.blindness ? (sentence.lexical[at] ?? 0) : 0)
      for (let f = begins[at] ?? 0; f < to; f++) {
        const keep = f >= seen && random() >= options.dropout ? 1 : 0
        kept[f] = keep
        if (keep === 0) continue
        const row = (rows[f] ?? 0) * labels
        for (let y = 0; y < labels; y++) scores[at * labels + y] = (scores[at * labels + y] ?? 0) + (weights[row + y] ?? 0) * scale
      }
    }
    // Scaled forward and backward sums in the exponential domain; each position is normalised, so nothing overflows.
    for (let pair = 0; pair < labels * labels; pair++) expTransitions[pair] = allowed[pair] ? Math.exp(transitions[pair] ?? 0) : 0
    for (let at = 0; at < size; at++) {
      if (sentence.fixed[at] === 1) {
        scores.fill(0, at * labels, (at + 1) * labels)
        scores[at * labels] = 1
        continue
      }
      let highest = Number.NEGATIVE_INFINITY
      for (let y = 0; y < labels; y++) highest = Math.max(highest, scores[at * labels + y] ?? 0)
      for (let y = 0; y < labels; y++) scores[at * labels + y] = Math.exp((scores[at * labels + y] ?? 0) - highest)
    }
    for (let at = 0; at < size; at++) {
      let sum = 0
      for (let y = 0; y < labels; y++) {
        let incoming = 0
        if (at === 0) incoming = allowedFirst[y] ? Math.exp(starts[y] ?? 0) : 0
        else for (let x = 0; x < labels; x++) incoming += (forward[(at - 1) * labels + x] ?? 0) * (expTransitions[x * labels + y] ?? 0)
        const value = incoming * (scores[at * labels + y] ?? 0)
        forward[at * labels + y] = value
        sum += value
      }
      for (let y = 0; y < labels; y++) forward[at * labels + y] = (forward[at * labels + y] ?? 0) / sum
    }
    for (let at = size - 1; at >= 0; at--) {
      let sum = 0
      for (let x = 0; x < labels; x++) {
        let outgoing = 0
        if (at === size - 1) outgoing = 1
        else
          for (let y = 0; y < labels; y++)
            outgoing +=
              (expTransitions[x * labels + y] ?? 0) * (scores[(at + 1) * labels + y] ?? 0) * (backward[(at + 1) * labels + y] ?? 0)
        backward[at * labels + x] = outgoing
        sum += outgoing
      }
      for (let x = 0; x < labels; x++) backward[at * labels + x] = (backward[at * labels + x] ?? 0) / sum
    }
    const rate = options.rate
    for (let at = 0; at < size; at++) {
      const gold = sentence.labels[at] ?? 0
      let sum = 0
      for (let y = 0; y < labels; y++) sum += (forward[at * labels + y] ?? 0) * (backward[at * labels + y] ?? 0)
      const to = begins[at + 1] ?? 0
      for (let y = 0; y < labels; y++) {
        const probability = ((forward[at * labels + y] ?? 0) * (backward[at * labels + y] ?? 0)) / sum
        const gradient = (probability - (y === gold ? 1 : 0)) * sentence.weight
        if (gradient < 1e-3 && gradient > -1e-3) continue
        for (let f = begins[at] ?? 0; f < to; f++) {
          if (kept[f] === 0) continue
          const cell = (rows[f] ?? 0) * labels + y
          const weight = weights[cell] ?? 0
          const full = gradient + (decay[rows[f] ?? 0] ?? 0) * weight
          const square = (squares[cell] ?? 0) + full * full
          squares[cell] = square
          weights[cell] = weight - (rate * full) / Math.sqrt(square + 1e-8)
        }
        if (at === 0 && allowedFirst[y]) {
          const square = (startSquares[y] ?? 0) + gradient * gradient
          startSquares[y] = square
          starts[y] = (starts[y] ?? 0) - (rate * gradient) / Math.sqrt(square + 1e-8)
        }
      }
      if (at === 0) continue
      let total = 0
      for (let x = 0; x < labels; x++)
        for (let y = 0; y < labels; y++) {
          const value =
            (forward[(at - 1) * labels + x] ?? 0) *
            (expTransitions[x * labels + y] ?? 0) *
            (scores[at * labels + y] ?? 0) *
            (backward[at * labels + y] ?? 0)
          expected[x * labels + y] = value
          total += value
        }
      const pair = (sentence.labels[at - 1] ?? 0) * labels + gold
      for (let cell = 0; cell < labels * labels; cell++) {
        if (!allowed[cell]) continue
        const gradient = ((expected[cell] ?? 0) / total - (cell === pair ? 1 : 0)) * sentence.weight
        if (gradient < 1e-3 && gradient > -1e-3) continue
        const square = (transitionSquares[cell] ?? 0) + gradient * gradient
        transitionSquares[cell] = square
        transitions[cell] = (transitions[cell] ?? 0) - (rate * gradient) / Math.sqrt(square + 1e-8)
      }
    }
  }
}
