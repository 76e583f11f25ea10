/**
 * For reading on a terminal: where, how bad, the reason in a sentence, the words in the document, the passage that decides.
 *
 *     analyse.md:14:12  error  figure-contradicted
 *       Die Quelle nennt „mehr als 40 Milliarden Euro“, nicht „60 Milliarden Euro“.
 *         14 │ Bisher hat Berlin 60 Milliarden Euro ausgegeben.
 *            │                   ^^^^^^^^^^^^^^^^^^
 *            └ sources/dts.txt:17:98  dts, 15.12.2025: Berlin baut die Zusammenarbeit aus  [@dts-2025-12-15]
 *              … die Bundesregierung bisher mehr als 40 Milliarden Euro aufgewendet.
 *                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~
 */
import { createColors } from 'picocolors'
import type { Finding, Severity } from '../../rules/rule'
import { formatDate } from '../../service/dates'
import { type Excerpt, excerpt, excerptOf } from '../../service/excerpt'
import type { Locale } from '../../text/locale'
import { plain, spaced } from '../plain'
import { type Proof, proofsOf, type Result, type Results, regionOf } from '../results'
import { summaryLine } from '../summary'
import type { Format, Style } from './format'

/** Enough to decide; the rest is in the JSON and in the editor. */
const proofsShown = 2
/** Longer lines are harder to read, however wide the window. */
const widest = 120

export const stylish: Format = (results, style) => {
  const findings = results.documents.flatMap((result) =>
    result.findings.map((finding) => findingBlock(finding, result, results.locale, style)),
  )
  return `${[...findings, closing(results, style)].join('\n')}`
}

function findingBlock(finding: Finding, result: Result, locale: Locale, { color, columns }: Style): string {
  const paint = createColors(color)
  const { startLine, startColumn } = regionOf(result.lines, finding.span)
  const number = String(startLine)
  const margin = ' '.repeat(number.length + 5)
  const room = Math.min(columns, widest) - margin.length - 2
  const strong = finding.severity === 'error' ? paint.red : finding.severity === 'warning' ? paint.yellow : paint.blue
  const stated = underlined(statedExcerpt(finding, result, room), '^', strong)
  const lines = [
    `${paint.underline(`${plain(result.path)}:${startLine}:${startColumn}`)}  ${strong(severityWord(finding.severity, locale))}  ${paint.dim(finding.rule)}`,
    `  ${paint.bold(plain(finding.message))}`,
    `    ${paint.dim(`${number} │`)} ${stated[0]}`,
    `${margin}${paint.dim('│')} ${stated[1]}`,
  ]
  for (const proof of decisive(proofsOf(finding, result))) {
    lines.push(`${margin}${paint.dim('└')} ${placeOf(proof)}  ${paint.dim(creditOf(proof, locale))}`)
    lines.push(...underlined(proofExcerpt(finding, proof, room), '~', paint.green).map((line) => `${margin}  ${line}`))
  }
  return `${lines.map((line) => `${line.trimEnd()}\n`).join('')}`
}

/** What decides rather than what merely speaks of the same thing. */
function decisive(proofs: readonly Proof[]): readonly Proof[] {
  const deciding = proofs.filter(({ relation }) => relation !== 'related')
  return (deciding.length > 0 ? deciding : proofs).slice(0, proofsShown)
}

/** The line of the document, cut around the finding. */
function statedExcerpt({ span }: Finding, { checked, lines }: Result, room: number): Excerpt {
  const { text } = checked.document
  const { line } = lines.positionOf(span.start)
  const end = Math.min(span.end, lines.startOf(line + 1))
  return cut(text.slice(lines.startOf(line), span.start), text.slice(span.start, end), text.slice(end, lines.startOf(line + 1)), room)
}

function proofExcerpt(finding: Finding, proof: Proof, room: number): Excerpt {
  const evidence = finding.evidence.find(({ source, figure }) => source === proof.source && figure.start === proof.start)
  const whole = evidence === undefined ? { before: '', focus: proof.text, after: '' } : excerptOf(evidence, Number.MAX_SAFE_INTEGER)
  const passage =
    evidence === undefined
      ? (finding.passages ?? []).find(({ source, start }) => source === proof.source && start === proof.start)
      : undefined
  const { before, focus, after } =
    passage === undefined ? whole : excerpt(passage.source, passage.passage, passage, Number.MAX_SAFE_INTEGER)
  return cut(before, focus, after, room)
}

/** Fits into one line of `room` characters, cut at words, so that the underline stands where it belongs. */
export function cut(before: string, focus: string, after: string, room: number): Excerpt {
  const [left, middle, right] = [spaced(before).trimStart(), spaced(focus), spaced(after).trimEnd()]
  const shown = middle.length > room ? `${middle.slice(0, room - 1)}…` : middle
  const spare = Math.max(0, room - shown.length)
  const leftRoom = Math.max(spare / 2, spare - right.length)
  const rightRoom = Math.max(spare / 2, spare - Math.min(left.length, leftRoom))
  return { before: tail(left, Math.floor(leftRoom)), focus: shown, after: head(right, Math.floor(rightRoom)) }
}

function tail(text: string, room: number): string {
  if (text.length <= room) return text
  const kept = text.slice(text.length - Math.max(0, room - 2))
  const space = kept.indexOf(' ')
  return `… ${space < 0 ? kept : kept.slice(space + 1)}`
}

function head(text: string, room: number): string {
  if (text.length <= room) return text
  const kept = text.slice(0, Math.max(0, room - 2))
  const space = kept.lastIndexOf(' ')
  return `${space < 0 ? kept : kept.slice(0, space)} …`
}

function underlined({ before, focus, after }: Excerpt, mark: string, paint: (text: string) => string): [string, string] {
  return [`${before}${paint(focus)}${after}`, `${' '.repeat(before.length)}${paint(mark.repeat(Math.max(1, focus.length)))}`]
}

function placeOf({ path, region, page }: Proof): string {
  const file = plain(path)
  if (region !== undefined) return `${file}:${region.startLine}:${region.startColumn}`
  return page === undefined ? file : `${file}#page=${page}`
}

/** "dts, 15.12.2025: Berlin baut die Zusammenarbeit aus  [@dts-2025-12-15]" */
function creditOf({ source: { key, metadata } }: Proof, locale: Locale): string {
  const when = metadata.published === undefined ? undefined : formatDate(metadata.published, locale)
  const who = [metadata.publisher ?? metadata.authors[0], when].filter((part) => part !== undefined).join(', ')
  const what = [who, metadata.title].filter((part) => part !== undefined && part !== '').join(': ')
  return `${plain(what)}  [@${plain(key)}]`.trim()
}

function closing({ summary, documents, locale }: Results, { color }: Style): string {
  const paint = createColors(color)
  const count = documents.reduce((sum, { findings }) => sum + findings.length, 0)
  const line = summaryLine(summary, locale)
  return `${summary.errors > 0 ? paint.red(line) : count > 0 ? paint.yellow(line) : paint.green(line)}\n`
}

function severityWord(severity: Severity, locale: Locale): string {
  return severityWords[locale][severity]
}

const severityWords = {
  de: { error: 'Fehler', warning: 'Warnung', information: 'Hinweis', hint: 'Vorschlag' },
  en: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
} as const satisfies Record<Locale, Record<Severity, string>>
