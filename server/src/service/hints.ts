/** Marks beside and on the figures themselves: inlay hints with the source's key, verdicts as semantic tokens, links on citations. */
import type { Verdict } from '../claim/verdict'
import type { Span } from '../text/span'
import type { CheckedDocument } from './checked'

export interface InlayHint {
  readonly at: number
  readonly label: string
  readonly tooltip: string
}

/** "26 Staaten ← dts-2025-12-15" behind each figure within `range` that a source bears out. */
export function inlayHintsOf(checked: CheckedDocument, range: Span): readonly InlayHint[] {
  return checked.stated
    .filter(({ start, end, judgement }) => start < range.end && end > range.start && judgement.verdict === 'supported')
    .flatMap(({ end, judgement }) => {
      const [evidence] = judgement.evidence
      if (evidence === undefined) return []
      return [{ at: end, label: `← ${evidence.source.key}`, tooltip: evidence.source.metadata.title ?? evidence.source.path }]
    })
}

/** Names of the token types, in the order of their numbers; a theme may colour each. */
export const tokenTypes = ['supported', 'contradicted', 'disputed', 'outdated', 'unsupported'] as const satisfies readonly Verdict[]

export interface Token extends Span {
  readonly type: (typeof tokenTypes)[number]
}

export function tokensOf(checked: CheckedDocument): readonly Token[] {
  return checked.stated.flatMap(({ start, end, judgement }) => {
    const type = tokenTypes.find((candidate) => candidate === judgement.verdict)
    return type === undefined ? [] : [{ start, end, type }]
  })
}

export interface DocumentLink extends Span {
  readonly key: string
}

/** Each cited key that the corpus holds; the source behind it is looked up when the link is followed. */
export function linksOf(checked: CheckedDocument): readonly DocumentLink[] {
  return checked.document.citations
    .filter(({ key }) => checked.references.get(key)?.kind === 'source')
    .map(({ key, keySpan }) => ({ start: keySpan.start, end: keySpan.end, key }))
}
