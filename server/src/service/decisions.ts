/**
 * "Not the same measure": what the author decided about a figure of a document and a figure of a source, kept in `beleg.decisions.yaml`
 * beside beleg.yaml, where others can review it. A decided pair is no evidence any more.
 *
 * ```yaml
 * not-the-same-measure:
 *   - document: analyse.md
 *     figure: 74,3 Prozent
 *     source: statistik-2025
 *     stated: 73,4 Prozent
 *     passage: Die Quote lag 2024 bei 73,4 Prozent.
 * ```
 */
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import type { SourceFigures } from '../claim/source'
import type { Evidence } from '../claim/verdict'
import type { Figure } from '../figure/figure'

export const decisionsFile = 'beleg.decisions.yaml'
const list = 'not-the-same-measure'

export interface Decision {
  /** Path of the document. */
  readonly document: string
  /** The figure as the document writes it. */
  readonly figure: string
  /** Key of the source. */
  readonly source: string
  /** The figure as the source writes it. */
  readonly stated: string
  /** For the reader of the file only. */
  readonly passage?: string
}

export function decisionOf(document: string, figure: Figure, evidence: Evidence): Decision {
  const { source, passage } = evidence
  const words = source.body.text.slice(passage.start, passage.end).replace(/\s+/g, ' ').trim()
  return {
    document,
    figure: oneLine(figure.text),
    source: source.key,
    stated: oneLine(evidence.figure.text),
    passage: words.length > 200 ? `${words.slice(0, 199)}…` : words,
  }
}

export function isDecision(value: unknown): value is Decision {
  const texts = ['document', 'figure', 'source', 'stated'] as const
  return typeof value === 'object' && value !== null && texts.every((name) => typeof Reflect.get(value, name) === 'string')
}

/** What the file says; entries that lack something are left out, because a broken line must not stop the rest. */
export function parseDecisions(yaml: string): readonly Decision[] {
  const entries = parseDocument(yaml).get(list)
  if (!isSeq(entries)) return []
  return entries.items.flatMap((item) => {
    if (!isMap(item)) return []
    const text = (name: string) => {
      const node = item.get(name, true)
      return isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')
        ? String(node.source ?? node.value)
        : undefined
    }
    const [document, figure, source, stated] = ['document', 'figure', 'source', 'stated'].map(text)
    if (document === undefined || figure === undefined || source === undefined || stated === undefined) return []
    return [{ document, figure, source, stated }]
  })
}

/** The file with one more decision, comments and order kept. */
export function withDecision(yaml: string, decision: Decision): string {
  const document = parseDocument(yaml)
  if (document.errors.length > 0 || !isSeq(document.get(list))) {
    const entry = stringify({ [list]: [decision] }, { lineWidth: 0 })
    return yaml.trim() === '' ? entry : `${yaml.trimEnd()}\n${entry}`
  }
  document.addIn([list], decision)
  return document.toString({ lineWidth: 0 })
}

/** The candidates without the figures that were decided to measure something else than a figure of these. */
export function withoutDecided(
  candidates: readonly SourceFigures[],
  figures: readonly Figure[],
  decisions: readonly Decision[],
): readonly SourceFigures[] {
  const own = new Set(figures.map(({ text }) => oneLine(text)))
  const decided = decisions.filter((decision) => own.has(decision.figure))
  if (decided.length === 0) return candidates
  return candidates.map((candidate) => {
    const stated = new Set(decided.filter(({ source }) => source === candidate.source.key).map((decision) => decision.stated))
    if (stated.size === 0) return candidate
    const { contexts } = candidate
    return { ...candidate, contexts: { ...contexts, figures: contexts.figures.filter(({ figure }) => !stated.has(oneLine(figure.text))) } }
  })
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
