/** Reviewdog's diagnostic format, as one object or one line each. Its columns count bytes of UTF-8, unlike all others here. */
import type { Finding, Severity } from '../../rules/rule'
import type { Span } from '../../text/span'
import { type Proof, proofsOf, type Region, type Result, regionOf } from '../results'
import type { Format } from './format'

const levels = { error: 'ERROR', warning: 'WARNING', information: 'INFO', hint: 'INFO' } as const satisfies Record<Severity, string>
const source = { name: 'beleg' }

export const rdjson: Format = ({ documents }) => {
  const diagnostics = documents.flatMap((result) => result.findings.map((finding) => diagnostic(finding, result)))
  return `${JSON.stringify({ source, diagnostics }, null, 2)}\n`
}

export const rdjsonl: Format = ({ documents }) =>
  documents
    .flatMap((result) => result.findings.map((finding) => `${JSON.stringify({ source, ...diagnostic(finding, result) })}\n`))
    .join('')

function diagnostic(finding: Finding, result: Result) {
  const { text } = result.checked.document
  const range = (span: Span) => rangeOf(regionOf(result.lines, span), span, text)
  return {
    message: finding.message,
    severity: levels[finding.severity],
    location: { path: result.path, range: range(finding.span) },
    code: { value: finding.rule },
    // A suggestion replaces one range; fixes of several edits have no place in this format.
    suggestions: finding.fixes.flatMap(({ edits }) => {
      const [edit, ...more] = edits
      return edit === undefined || more.length > 0 ? [] : [{ range: range(edit), text: edit.newText }]
    }),
    related_locations: proofsOf(finding, result).map(relatedLocation),
  }
}

function relatedLocation(proof: Proof) {
  const range = proof.region === undefined ? {} : { range: rangeOf(proof.region, proof, proof.source.body.text) }
  return { message: proof.passage.trim(), location: { path: proof.path, ...range } }
}

function rangeOf(region: Region, span: Span, text: string) {
  return {
    start: { line: region.startLine, column: byteColumn(text, span.start, region.startColumn) },
    end: { line: region.endLine, column: byteColumn(text, span.end, region.endColumn) },
  }
}

function byteColumn(text: string, offset: number, column: number): number {
  return Buffer.byteLength(text.slice(offset - (column - 1), offset)) + 1
}
