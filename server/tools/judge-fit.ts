/** Fits the judge's weights: conditional logit and logistic regression with L2, by L-BFGS. Deterministic; starts from nothing. */

/** A choice among rows and "none"; `right` are the indexes of the rows that would be right, empty for none. */
export interface Choice {
  readonly rows: readonly Float64Array[]
  readonly none: Float64Array
  readonly right: readonly number[]
  readonly weight: number
}

/** Weights for rows and for none that make the right choices likely. */
export function fitChoices(
  choices: readonly Choice[],
  rowLength: number,
  noneLength: number,
  l2: number,
): { pair: Float64Array; none: Float64Array } {
  const length = rowLength + noneLength
  // Only what is not zero, for most features of most rows are.
  const packed = choices.map(({ rows, none, right, weight }) => {
    const isRight = new Uint8Array(rows.length + 1)
    for (const index of right.length > 0 ? right : [rows.length]) isRight[index] = 1
    return { rows: [...rows.map((row) => pack(row, 0)), pack(none, rowLength)], isRight, weight }
  })
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    let loss = 0
    gradient.fill(0)
    for (const { rows, isRight, weight } of packed) {
      const sums = new Float64Array(rows.length)
      let top = Number.NEGATIVE_INFINITY
      for (let r = 0; r < rows.length; r++) {
        const row = rows[r]
        if (row === undefined) continue
        let sum = 0
        for (let index = 0; index < row.at.length; index++) sum += (row.values[index] ?? 0) * (weights[row.at[index] ?? 0] ?? 0)
        sums[r] = sum
        if (sum > top) top = sum
      }
      let all = 0
      let good = 0
      for (const [index, sum] of sums.entries()) {
        const share = Math.exp(sum - top)
        all += share
        if (isRight[index] === 1) good += share
      }
      loss -= weight * Math.log(good / all)
      for (const [index, { at, values }] of rows.entries()) {
        const share = Math.exp((sums[index] ?? 0) - top)
        const delta = weight * (share / all - (isRight[index] === 1 ? share / good : 0))
        if (Math.abs(delta) < 1e-6) continue
        for (let item = 0; item < at.length; item++) {
          const feature = at[item] ?? 0
          gradient[feature] = (gradient[feature] ?? 0) + delta * (values[item] ?? 0)
        }
      }
    }
    return loss + ridge(weights, gradient, l2)
  }
  const weights = minimise(objective, length)
  return { pair: weights.slice(0, rowLength), none: weights.slice(rowLength) }
}

interface Packed {
  readonly at: Int32Array
  readonly values: Float64Array
}

const packings = new WeakMap<Float64Array, Packed>()

/** What is not zero in a row, its features counted from `by`; the same row is met in many fits. */
function pack(row: Float64Array, by: number): Packed {
  const known = packings.get(row)
  if (known !== undefined && by === 0) return known
  let count = 0
  for (const value of row) if (value !== 0) count++
  const at = new Int32Array(count)
  const values = new Float64Array(count)
  let next = 0
  for (let index = 0; index < row.length; index++) {
    const value = row[index] ?? 0
    if (value === 0) continue
    at[next] = index + by
    values[next++] = value
  }
  const packed = { at, values }
  if (by === 0) packings.set(row, packed)
  return packed
}

/** Weights of a logistic regression whose first column is constant and not held down. */
export function fitLogistic(rows: readonly Float64Array[], labels: readonly boolean[], l2: number): Float64Array {
  const length = rows[0]?.length ?? 0
  return minimise((weights, gradient) => {
    let loss = 0
    gradient.fill(0)
    for (const [r, row] of rows.entries()) {
      let sum = 0
      for (let at = 0; at < length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0)
      const label = labels[r] === true ? 1 : 0
      loss += Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(0, sum) - label * sum
      const delta = 1 / (1 + Math.exp(-sum)) - label
      for (let at = 0; at < length; at++) gradient[at] = (gradient[at] ?? 0) + delta * (row[at] ?? 0)
    }
    return loss + ridge(weights, gradient, l2, 1)
  }, length)
}

function ridge(weights: Float64Array, gradient: Float64Array, l2: number, from = 0): number {
  let loss = 0
  for (let at = from; at < weights.length; at++) {
    const weight = weights[at] ?? 0
    loss += (l2 / 2) * weight * weight
    gradient[at] = (gradient[at] ?? 0) + l2 * weight
  }
  return loss
}

/** L-BFGS with backtracking. */
function minimise(
  objective: (weights: Float64Array, gradient: Float64Array) => number,
  length: number,
  steps = 80,
  memory = 8,
): Float64Array {
  let weights = new Float64Array(length)
  let gradient = new Float64Array(length)
  let value = objective(weights, gradient)
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let step = 0; step < steps; step++) {
    const direction = gradient.map((slope) => -slope)
    const alphas: number[] = []
    for (const { s, y, rho } of history.toReversed()) {
      const alpha = rho * dot(s, direction)
      alphas.unshift(alpha)
      for (let at = 0; at < length; at++) direction[at] = (direction[at] ?? 0) - alpha * (y[at] ?? 0)
    }
    const last = history.at(-1)
    if (last !== undefined) {
      const scale = 1 / (last.rho * dot(last.y, last.y))
      for (let at = 0; at < length; at++) direction[at] = (direction[at] ?? 0) * scale
    }
    for (const [index, { s, y, rho }] of history.entries()) {
      const beta = rho * dot(y, direction)
      for (let at = 0; at < length; at++) direction[at] = (direction[at] ?? 0) + ((alphas[index] ?? 0) - beta) * (s[at] ?? 0)
    }
    const slope = dot(gradient, direction)
    if (slope > -1e-9) break
    let size = history.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1
    let next = weights
    const nextGradient = new Float64Array(length)
    let nextValue = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 25; attempt++, size /= 2) {
      next = weights.map((weight, at) => weight + size * (direction[at] ?? 0))
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + 1e-4 * size * slope) break
    }
    if (!(nextValue < value)) break
    const s = next.map((weight, at) => weight - (weights[at] ?? 0))
    const y = nextGradient.map((slope, at) => slope - (gradient[at] ?? 0))
    const curvature = dot(s, y)
    if (curvature > 1e-12) history.push({ s, y, rho: 1 / curvature })
    if (history.length > memory) history.shift()
    const gain = value - nextValue
    weights = next
    gradient = nextGradient
    value = nextValue
    if (gain < 1e-5 * Math.max(1, Math.abs(value))) break
  }
  return weights
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
