/**
 * A document with everything that Beleg knows about it: what `checkDocument` answers, and what hovers, completions, diagnostics, the
 * report and the linter all read. Judgements carry offsets of the prose; here they are brought back to the document.
 */
import type { Mention } from '../actor/actor'
import type { Citation, Directive } from '../analysis/document'
import type { Evidence, Judgement } from '../claim/verdict'
import type { Checked, Finding } from '../rules/rule'
import type { Source } from '../source/source'
import type { Span } from '../text/span'
import type { BibliographyEntries } from './companions'

export interface CheckedDocument extends Checked {
  readonly path: string
  /** One for each judgement, in the same order: where it stands in the document. */
  readonly stated: readonly Stated[]
  /** Actors of the document, with document offsets. */
  readonly mentions: readonly Mention[]
  /** What may be cited beside the sources. */
  readonly bibliography: BibliographyEntries
  /** What the rules found and no directive silences, in text order. */
  readonly findings: readonly Finding[]
  readonly silenced: readonly Silenced[]
}

/** A figure of the document with its judgement. */
export interface Stated extends Span {
  readonly judgement: Judgement
}

/** A finding that a directive silences. */
export interface Silenced {
  readonly finding: Finding
  readonly directive: Directive
}

/** A place in the text of a source. */
export interface Place {
  readonly source: Source
  readonly span: Span
}

/** The item whose span holds `at`; at a seam the one that starts there. */
export function itemAt<Item extends Span>(items: readonly Item[], at: number): Item | undefined {
  return items.find((item) => item.start <= at && at < item.end) ?? items.find((item) => item.end === at)
}

export function statedAt(checked: CheckedDocument, at: number): Stated | undefined {
  return itemAt(checked.stated, at)
}

/** The citation whose key, or whose `@`, holds `at`; not its locator, so that "[@key, S. 3]" has one target. */
export function citationAt(checked: CheckedDocument, at: number): Citation | undefined {
  return checked.document.citations.find((citation) => citation.start <= at && at <= Math.max(citation.keySpan.end, citation.start))
}

/** All evidence of a judgement, best first, a doubt last. */
export function evidenceOf(judgement: Judgement): readonly Evidence[] {
  const { evidence, doubt } = judgement
  return doubt === undefined || evidence.includes(doubt) ? evidence : [...evidence, doubt]
}

export function placeOf(evidence: Evidence): Place {
  return { source: evidence.source, span: evidence.figure }
}

/** 1-based page of a place in a paged source. */
export function pageOf({ source, span }: Place): number | undefined {
  return source.body.passages.find(({ start, end }) => start <= span.start && span.start < end)?.page
}
