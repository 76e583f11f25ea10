/** JUnit's XML, which most build servers read: a suite per document, a failed case per finding. */
import type { Finding } from '../../rules/rule'
import { proofsOf, type Result, regionOf } from '../results'
import type { Format } from './format'
import { escapeXml } from './xml'

export const junit: Format = ({ documents }) => {
  const failures = documents.reduce((sum, { findings }) => sum + findings.length, 0)
  const tests = documents.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="beleg" tests="${tests}" failures="${failures}">
${documents.map(suite).join('')}</testsuites>
`
}

function suite(result: Result): string {
  const { path, findings } = result
  const cases =
    findings.length === 0
      ? `    <testcase name="${escapeXml(path)}" classname="beleg"/>\n`
      : findings.map((finding) => failedCase(finding, result)).join('')
  return `  <testsuite name="${escapeXml(path)}" tests="${Math.max(1, findings.length)}" failures="${findings.length}">\n${cases}  </testsuite>\n`
}

function failedCase(finding: Finding, result: Result): string {
  const { startLine, startColumn } = regionOf(result.lines, finding.span)
  const place = `${result.path}:${startLine}:${startColumn}`
  const proofs = proofsOf(finding, result).map((proof) => `${proof.path}: ${proof.passage.trim()}`)
  return `    <testcase name="${escapeXml(`${place} ${finding.rule}`)}" classname="beleg.${finding.rule}">
      <failure type="${finding.severity}" message="${escapeXml(finding.message)}">${escapeXml([place, ...proofs].join('\n'))}</failure>
    </testcase>
`
}
