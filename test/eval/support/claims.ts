/** What is measured on labelled documents: verdicts against labels, with intervals over documents, and alignment with hidden values. */
import { jointRows, probabilities } from '../../../server/src/claim/align'
import { jointFeatures, noneFeatures, pairFeatures } from '../../../server/src/claim/features'
import type { Pair } from '../../../server/src/claim/scene'
import type { Judgement } from '../../../server/src/claim/verdict'
import type { Gold, LabelledDocument } from '../../../server/tools/judge-data'
import { fitChoices } from '../../../server/tools/judge-fit'
import { choicesOf, defaultOptions, type Prepared } from '../../../server/tools/judge-learn'

export interface Judged {
  readonly document: LabelledDocument
  readonly figures: readonly { readonly start: number; readonly end: number; readonly judgement: Judgement }[]
}

export interface Measures {
  readonly labels: number
  readonly contradicted: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Of the supported: judged so, with the right source first. */
  readonly supported: number
  readonly alarmsOnSupported: number
  readonly alarmsOnUnsupported: number
  readonly alarmsOnTraps: number
  /** A document, at what is not labelled. */
  readonly strays: number
  /** Of the contradictions found: evidence is the very figure. */
  readonly evidenceFigure: number
  readonly falseSupport: number
  /** Of the labelled figures: read as a figure at all. */
  readonly read: number
}

export interface Outcome {
  readonly kind: string
  readonly right: boolean
  readonly line: string
}

export function measure(judged: readonly Judged[]): Measures & { readonly outcomes: readonly Outcome[] } {
  const count = { S: 0, C: 0, U: 0, T: 0 }
  const flagged = { S: 0, C: 0, U: 0, T: 0 }
  let supported = 0
  let evidenceFigure = 0
  let falseSupport = 0
  let read = 0
  let strays = 0
  const outcomes: Outcome[] = []
  for (const { document, figures } of judged) {
    const met = new Set<unknown>()
    for (const gold of document.gold) {
      const hits = figures.filter((figure) => figure.start < gold.offset + gold.text.length && gold.offset < figure.end)
      for (const hit of hits) met.add(hit)
      const verdicts = hits.map(({ judgement }) => judgement)
      const contradicting = verdicts.find(({ verdict }) => verdict === 'contradicted')
      const supporting = verdicts.find(({ verdict }) => verdict === 'supported')
      count[gold.label]++
      if (gold.label !== 'T' && hits.length > 0) read++
      if (contradicting !== undefined) flagged[gold.label]++
      const isRightSource = contradicting === undefined && supporting !== undefined && supporting.evidence[0]?.source.key === gold.source
      if (gold.label === 'S' && isRightSource) supported++
      if (gold.label === 'U' && contradicting === undefined && supporting !== undefined) falseSupport++
      if (gold.label === 'C' && contradicting?.evidence.some((evidence) => isVery(evidence, gold))) evidenceFigure++
      const right =
        gold.label === 'C'
          ? contradicting !== undefined
          : gold.label === 'S'
            ? contradicting === undefined && supporting !== undefined
            : contradicting === undefined && (gold.label === 'T' || supporting === undefined)
      outcomes.push({ kind: `${gold.label}:${gold.kind}`, right, line: lineOf(document.name, gold, verdicts[0]) })
    }
    strays += figures.filter((figure) => !met.has(figure) && figure.judgement.verdict === 'contradicted').length
  }
  const labels = count.S + count.C + count.U + count.T
  const alarms = flagged.C + flagged.S + flagged.U + flagged.T + strays
  const precision = ratio(flagged.C, alarms)
  const recall = ratio(flagged.C, count.C)
  return {
    labels,
    contradicted: count.C,
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall),
    supported: ratio(supported, count.S),
    alarmsOnSupported: ratio(flagged.S, count.S),
    alarmsOnUnsupported: ratio(flagged.U, count.U),
    alarmsOnTraps: ratio(flagged.T, count.T),
    strays: ratio(strays, judged.length),
    evidenceFigure: ratio(evidenceFigure, flagged.C),
    falseSupport: ratio(falseSupport, count.U),
    read: ratio(read, labels - count.T),
    outcomes,
  }
}

/** Whether evidence is the labelled passage, or says the same words in the same source. */
function isVery({ source, figure }: Judgement['evidence'][number], gold: Gold): boolean {
  if (source.key !== gold.source || gold.evidence === null || gold.evidenceOffset === null) return false
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}%€$]+/gu, ' ')
      .trim()
  const [a, b] = [plain(figure.text), plain(gold.evidence)]
  const meets = figure.start < gold.evidenceOffset + gold.evidence.length && gold.evidenceOffset < figure.end
  return meets || (a !== '' && b !== '' && (a.includes(b) || b.includes(a)))
}

function lineOf(name: string, gold: Gold, judgement: Judgement | undefined): string {
  const evidence = judgement?.evidence[0] ?? judgement?.doubt
  const got = evidence === undefined ? '' : ` | got ${evidence.source.key} «${evidence.figure.text}» ${evidence.confidence.toFixed(2)}`
  const wanted = gold.source === null ? '' : ` | gold ${gold.source} «${gold.evidence}»`
  return `${name} ${gold.label}:${gold.kind} «${gold.text}» -> ${judgement?.verdict ?? '(not read)'}${wanted}${got}`
}

const ratio = (a: number, b: number) => (b === 0 ? 0 : a / b)

/** 95 % intervals of every measure, documents drawn with replacement. */
export function bootstrap(judged: readonly Judged[], rounds: number, seed: number): Record<keyof Measures, readonly [number, number]> {
  const random = generator(seed)
  const samples: Measures[] = []
  // Measures are ratios of sums over documents, so each document is measured again in every draw; a thousand draws take seconds.
  for (let round = 0; round < rounds; round++) samples.push(measure(judged.map(() => judged[Math.floor(random() * judged.length)] ?? none)))
  const interval = (name: keyof Measures): readonly [number, number] => {
    const values = samples.map((sample) => sample[name]).sort((a, b) => a - b)
    return [values[Math.floor(rounds * 0.025)] ?? 0, values[Math.ceil(rounds * 0.975) - 1] ?? 0]
  }
  const names = Object.keys(samples[0] ?? {}).filter((name) => name !== 'outcomes') as (keyof Measures)[]
  return Object.fromEntries(names.map((name) => [name, interval(name)])) as Record<keyof Measures, readonly [number, number]>
}

const none: Judged = { document: { name: '', language: 'de', gold: [], groups: [] }, figures: [] }

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Threshold, precision, recall, alarms on supported and on unsupported; from the threshold for doubts upwards. */
export function thresholdCurve(judged: readonly Judged[]): number[][] {
  const at = (threshold: number) =>
    judged.map(
      (item): Judged => ({
        ...item,
        figures: item.figures.map((figure) => {
          const { judgement } = figure
          const confidence = judgement.verdict === 'contradicted' ? judgement.confidence : (judgement.doubt?.confidence ?? 0)
          return { ...figure, judgement: { ...judgement, verdict: confidence >= threshold ? 'contradicted' : 'unsupported' } }
        }),
      }),
    )
  return [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9].map((threshold) => {
    const { precision, recall, alarmsOnSupported, alarmsOnUnsupported } = measure(at(threshold))
    return [threshold, precision, recall, alarmsOnSupported, alarmsOnUnsupported]
  })
}

/** What the stated value tells; set to nothing where it is hidden. */
const valueFeatures: readonly string[] = [
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
]

/**
 * How often the right source figure has the highest probability among the figures of the right document with its unit, when the
 * claim's own value is not seen; weights learned for that from other documents.
 */
export function hiddenValue(prepared: readonly Prepared[], folds: number): Map<string, { right: number; total: number }> {
  const masked = prepared.map(maskedGroup)
  const names = [...new Set(masked.map(({ document }) => document))].sort()
  const result = new Map<string, { right: number; total: number }>()
  for (let fold = 0; fold < folds; fold++) {
    const isTest = ({ document }: Prepared) => names.indexOf(document) % folds === fold
    const training = masked.filter((item) => !isTest(item))
    const plain = ({ scene }: Prepared) => scene.pairs.map((pairs) => pairs.map(({ features }) => features))
    const alone = fitChoices(choicesOf(training, plain), pairFeatures.length, noneFeatures.length, defaultOptions.l2)
    const joined = (item: Prepared) =>
      jointRows(
        item.scene,
        plain(item).map((rows, claim) => probabilities(rows, item.scene.none[claim], alone)),
      )
    const joint = fitChoices(
      choicesOf(training, joined),
      pairFeatures.length + jointFeatures.length,
      noneFeatures.length,
      defaultOptions.l2Joint,
    )
    for (const item of masked.filter(isTest)) {
      const rows = joined(item)
      for (const [claim, gold] of item.gold.entries()) {
        const right = item.right[claim] ?? []
        const pairs = item.scene.pairs[claim] ?? []
        const meant = pairs[right[0] ?? -1]
        if (gold === undefined || meant === undefined || meant.relation.units === 'other') continue
        const shares = probabilities(rows[claim] ?? [], item.scene.none[claim], joint)
        const rivals = [...pairs.keys()].filter((index) => isRival(pairs[index], meant))
        if (rivals.every((index) => right.includes(index))) continue
        const best = rivals.reduce((top, index) => ((shares[index] ?? 0) > (shares[top] ?? 0) ? index : top), rivals[0] ?? 0)
        for (const slice of ['all', item.language]) {
          const known = result.get(slice) ?? { right: 0, total: 0 }
          result.set(slice, { right: known.right + (right.includes(best) ? 1 : 0), total: known.total + 1 })
        }
      }
    }
  }
  return result
}

function isRival(pair: Pair | undefined, meant: Pair): boolean {
  return pair !== undefined && pair.candidate === meant.candidate && pair.found.figure.quantity.unit === meant.found.figure.quantity.unit
}

/** A group that sees only the sources its labels name, and no stated value. */
function maskedGroup(item: Prepared): Prepared {
  const sources = new Set(item.gold.flatMap((gold) => (gold?.source == null ? [] : [gold.source])))
  const kept = item.scene.pairs.map((pairs, claim) =>
    [...pairs.entries()].filter(
      ([index, { candidate, relation }]) =>
        sources.has(item.scene.candidates[candidate]?.source.key ?? '') &&
        (relation.units !== 'other' || (item.right[claim] ?? []).includes(index)),
    ),
  )
  const pairs = kept.map((entries) =>
    entries.map(
      ([, pair]): Pair => ({
        ...pair,
        features: pair.features.map((value, at) => (valueFeatures.includes(pairFeatures[at] ?? '') ? 0 : value)),
      }),
    ),
  )
  const right = kept.map((entries, claim) => entries.flatMap(([index], at) => ((item.right[claim] ?? []).includes(index) ? [at] : [])))
  return { ...item, scene: { ...item.scene, pairs }, right }
}
