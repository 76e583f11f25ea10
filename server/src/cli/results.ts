/** What `beleg check` found, ready to be written in any format: documents with their findings, places as lines and columns, counts. */
import { relative, resolve } from 'node:path'
import type { Verdict } from '../claim/verdict'
import type { Finding, RuleName, Severity } from '../rules/rule'
import type { CheckedDocument } from '../service/checked'
import type { Source } from '../source/source'
import { LineIndex } from '../text/lines'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'

export interface Results {
  /** Sorted by path. */
  readonly documents: readonly Result[]
  readonly summary: Summary
  readonly locale: Locale
}

/** One document. */
export interface Result {
  /** Relative to the folder in which the command was called, with forward slashes. */
  readonly path: string
  /** Absolute; the paths of sources are relative to it. */
  readonly folder: string
  readonly cwd: string
  readonly checked: CheckedDocument
  readonly lines: LineIndex
  /** What is reported, in text order. */
  readonly findings: readonly Finding[]
  /** What a baseline has excused. */
  readonly excused: readonly Finding[]
}

export interface Summary extends Readonly<Record<Verdict, number>> {
  readonly documents: number
  readonly figures: number
  readonly errors: number
  readonly warnings: number
  readonly information: number
  readonly hints: number
  /** Findings that a directive in the document silences. */
  readonly silenced: number
  /** Findings that the baseline excuses. */
  readonly baseline: number
}

/** Lines and columns are 1-based, columns in UTF-16 code units, the end exclusive. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** What proves a finding: a figure or other words of a source, in their passage. */
export interface Proof extends Span {
  readonly source: Source
  /** Relative to the folder in which the command was called. */
  readonly path: string
  readonly text: string
  readonly passage: string
  readonly relation: 'supports' | 'contradicts' | 'related'
  readonly confidence?: number
  readonly difference?: string
  readonly page?: number
  /** Missing where the source is no text file, so that lines mean nothing to its reader. */
  readonly region?: Region
}

export function summaryOf(documents: readonly Result[]): Summary {
  const judged = documents.flatMap(({ checked }) => checked.judgements)
  const found = documents.flatMap(({ findings }) => findings)
  const verdicts = (verdict: Verdict) => judged.filter((judgement) => judgement.verdict === verdict).length
  const severities = (severity: Severity) => found.filter((finding) => finding.severity === severity).length
  return {
    documents: documents.length,
    figures: judged.length,
    supported: verdicts('supported'),
    contradicted: verdicts('contradicted'),
    disputed: verdicts('disputed'),
    outdated: verdicts('outdated'),
    unsupported: verdicts('unsupported'),
    unchecked: verdicts('unchecked'),
    errors: severities('error'),
    warnings: severities('warning'),
    information: severities('information'),
    hints: severities('hint'),
    silenced: documents.reduce((sum, { checked }) => sum + checked.silenced.length, 0),
    baseline: documents.reduce((sum, { excused }) => sum + excused.length, 0),
  }
}

export function regionOf(lines: LineIndex, span: Span): Region {
  const start = lines.positionOf(span.start)
  const end = lines.positionOf(span.end)
  return { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 }
}

/** All that the sources say to a finding, best first. */
export function proofsOf(finding: Finding, result: Result): readonly Proof[] {
  const figures = finding.evidence.map(({ source, passage, figure, relation, confidence, difference }) => ({
    ...proofOf(source, passage, figure, result),
    relation,
    confidence,
    ...(difference === undefined ? {} : { difference }),
    ...(passage.page === undefined ? {} : { page: passage.page }),
  }))
  const passages = (finding.passages ?? []).map((passage) => ({
    ...proofOf(passage.source, passage.passage, passage, result),
    relation: 'related' as const,
  }))
  return [...figures, ...passages]
}

export function proofOf(source: Source, passage: Span, span: Span, { folder, cwd }: Pick<Result, 'folder' | 'cwd'>) {
  const { text } = source.body
  return {
    source,
    path: relativePath(cwd, resolve(folder, source.path)),
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    passage: text.slice(passage.start, passage.end),
    ...(isTextFile(source.path) ? { region: regionOf(linesOf(source), span) } : {}),
  }
}

/** Whether the text of a source is the file itself, so that offsets and lines lead into it. */
export function isTextFile(path: string): boolean {
  return /\.(?:txt|text|md|markdown)$/i.test(path)
}

export function relativePath(from: string, to: string): string {
  return relative(from, to).replaceAll('\\', '/')
}

export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[]

/** "FigureContradicted" for "figure-contradicted". */
export function pascalCase(rule: RuleName): string {
  return rule.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const lineIndexes = new WeakMap<Source, LineIndex>()

function linesOf(source: Source): LineIndex {
  const known = lineIndexes.get(source)
  if (known !== undefined) return known
  const lines = new LineIndex(source.body.text)
  lineIndexes.set(source, lines)
  return lines
}
