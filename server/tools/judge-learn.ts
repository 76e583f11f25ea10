/** Learns the judge's weights from labelled groups, and says what a set of weights makes of them. */
import { jointRows, probabilities } from '../src/claim/align'
import { decisionFeatures, summarise } from '../src/claim/decide'
import { jointFeatures, noneFeatures, pairFeatures, valueFeatureNames } from '../src/claim/features'
import type { Lexicon } from '../src/claim/lexicon'
import type { Model, Thresholds } from '../src/claim/model'
import { differenceOf } from '../src/claim/relation'
import { type Scene, sceneOf } from '../src/claim/scene'
import { isClock } from '../src/figure/clock'
import { significant } from '../src/figure/compare'
import type { Gold, LabelledDocument, LabelledGroup } from './judge-data'
import { type Choice, fitChoices, fitLogistic } from './judge-fit'

export interface Prepared {
  readonly document: string
  readonly language: 'de' | 'en'
  readonly group: LabelledGroup
  readonly scene: Scene
  readonly gold: readonly (Gold | undefined)[]
  /** For each claim the indexes of the pairs that its label means. */
  readonly right: readonly (readonly number[])[]
}

export interface Options {
  readonly l2: number
  readonly l2Joint: number
  readonly l2Decision: number
  /** Names of features that are not learned from: what they are worth shows without them. */
  readonly without?: ReadonlySet<string>
}
export const defaultOptions: Options = { l2: 0.4, l2Joint: 0.4, l2Decision: 6 }
export const defaultThresholds: Thresholds = {
  contradicted: 0.62,
  clock: 0.5,
  doubt: 0.35,
  supported: 0.3,
  alike: 0.3,
  dissent: 0.8,
}

export function prepare(documents: readonly LabelledDocument[], lexicon: Lexicon): Prepared[] {
  return documents.flatMap(({ name, language, groups }) =>
    groups.map((group) => {
      const { claims, candidates, gold } = group
      const scene = sceneOf(claims, candidates, lexicon)
      const labels = scene.claims.map((claim) => gold[claims.figures.indexOf(claim.figure)])
      return { document: name, language, group, scene, gold: labels, right: labels.map((label, claim) => rightPairs(scene, claim, label)) }
    }),
  )
}

function rightPairs(scene: Scene, claim: number, gold: Gold | undefined): number[] {
  if (gold === undefined || gold.source === null || gold.evidenceOffset === null || gold.evidence === null) return []
  const pairs = scene.pairs[claim] ?? []
  const start = gold.evidenceOffset
  const end = start + gold.evidence.length
  const inSource = [...pairs.keys()].filter((index) => scene.candidates[pairs[index]?.candidate ?? -1]?.source.key === gold.source)
  const meant = inSource.filter((index) => {
    const figure = pairs[index]?.found.figure
    return figure !== undefined && figure.start < end && start < figure.end
  })
  const fits = (index: number) => {
    const pair = pairs[index]
    return pair !== undefined && (differenceOf(pair.relation) === undefined) === (gold.label === 'S')
  }
  const fitting = meant.filter(fits)
  const chosen = fitting.length > 0 ? fitting : meant
  // Another mention of the same number in the same source is as good.
  const values = chosen.flatMap((index) => pairs[index]?.found.figure.quantity ?? [])
  const isSame = (index: number) => {
    const { value = null, unit = null } = pairs[index]?.found.figure.quantity ?? {}
    return value !== null && significant(value).length > 1 && values.some((other) => other.value === value && other.unit === unit)
  }
  const texts = new Set(chosen.map((index) => pairs[index]?.found.figure.text.toLowerCase()))
  return inSource.filter((index) => chosen.includes(index) || isSame(index) || texts.has(pairs[index]?.found.figure.text.toLowerCase()))
}

/** Claims that teach: labelled, and whose figure was read where one is meant. */
export function choicesOf(prepared: readonly Prepared[], rows: (item: Prepared) => readonly (readonly Float64Array[])[]): Choice[] {
  return prepared.flatMap((group) => {
    const all = rows(group)
    return group.gold.flatMap((gold, claim): Choice[] => {
      const figure = group.scene.claims[claim]?.figure
      // A clock time is no figure to its label, and may well be in the source.
      if (gold === undefined || (gold.label === 'T' && figure !== undefined && isClock(figure))) return []
      const right = group.right[claim] ?? []
      if ((gold.label === 'S' || gold.label === 'C') && right.length === 0) return []
      return [{ rows: all[claim] ?? [], none: group.scene.none[claim] ?? new Float64Array(noneFeatures.length), right, weight: 1 }]
    })
  })
}

/** Parts for cross-fitting within the training documents. */
const innerFolds = 3

/**
 * The second pass and the decision learn from what the first pass says of documents that it was not trained on, for that is what they will
 * be given.
 */
export function train(prepared: readonly Prepared[], options: Options): Model {
  // A feature that is nothing throughout keeps no weight.
  const seen = (names: readonly string[], row: Float64Array) =>
    options.without === undefined ? row : row.map((value, at) => (options.without?.has(names[at] ?? '') ? 0 : value))
  const names = [...new Set(prepared.map(({ document }) => document))].sort()
  const partOf = (item: Prepared) => names.indexOf(item.document) % innerFolds
  const parts = [...Array(innerFolds).keys()]
  const plainRows = ({ scene }: Prepared) => scene.pairs.map((pairs) => pairs.map(({ features }) => seen(pairFeatures, features)))
  const fitAlone = (items: readonly Prepared[]) =>
    fitChoices(choicesOf(items, plainRows), pairFeatures.length, noneFeatures.length, options.l2)
  const alones = parts.map((part) => fitAlone(prepared.filter((item) => partOf(item) !== part)))
  const joined = new Map(
    prepared.map((item) => {
      const alone = alones[partOf(item)]
      const first = plainRows(item).map((rows, claim) =>
        alone === undefined ? new Float64Array(rows.length) : probabilities(rows, item.scene.none[claim], alone),
      )
      return [item, jointRows(item.scene, first).map((rows) => rows.map((row) => seen(jointly, row)))]
    }),
  )
  const rowsOf = (item: Prepared) => joined.get(item) ?? []
  const blind = new Map(prepared.map((item) => [item, rowsOf(item).map((rows) => rows.map(withoutValue))]))
  const blindOf = (item: Prepared) => blind.get(item) ?? []
  const length = pairFeatures.length + jointFeatures.length
  const fitJoint = (items: readonly Prepared[]) => fitChoices(choicesOf(items, rowsOf), length, noneFeatures.length, options.l2Joint)
  const fitContext = (items: readonly Prepared[]) => fitChoices(choicesOf(items, blindOf), length, noneFeatures.length, options.l2Joint)
  const models = parts.map((part) => {
    const items = prepared.filter((item) => partOf(item) !== part)
    return { joint: fitJoint(items), context: fitContext(items) }
  })
  const rows: Float64Array[] = []
  const labels: boolean[] = []
  for (const item of prepared) {
    const model = models[partOf(item)]
    if (model === undefined) continue
    for (const [claim, label] of item.gold.entries()) {
      if (label === undefined) continue
      const full = probabilities(rowsOf(item)[claim] ?? [], item.scene.none[claim], model.joint)
      const context = probabilities(rowsOf(item)[claim] ?? [], item.scene.none[claim], model.context)
      rows.push(seen(decisionFeatures, summarise(item.scene.pairs[claim] ?? [], full, context).features))
      labels.push(label.label === 'C')
    }
  }
  return {
    alone: fitAlone(prepared),
    joint: fitJoint(prepared),
    context: fitContext(prepared),
    decision: fitLogistic(rows, labels, options.l2Decision),
    thresholds: defaultThresholds,
  }
}

const jointly: readonly string[] = [...pairFeatures, ...jointFeatures]
const hidden = jointly.map((name) => valueFeatureNames.has(name))

export function withoutValue(row: Float64Array): Float64Array {
  return row.map((value, at) => (hidden[at] === true ? 0 : value))
}

/** Calls `use` for every part of the documents with weights that were learned from the others. */
export function crossValidate(
  prepared: readonly Prepared[],
  folds: number,
  options: Options,
  use: (part: readonly Prepared[], model: Model) => void,
): void {
  const names = [...new Set(prepared.map(({ document }) => document))].sort()
  const foldOf = new Map(names.map((name, index) => [name, index % folds]))
  for (let fold = 0; fold < folds; fold++) {
    const model = train(
      prepared.filter(({ document }) => foldOf.get(document) !== fold),
      options,
    )
    use(
      prepared.filter(({ document }) => foldOf.get(document) === fold),
      model,
    )
  }
}
