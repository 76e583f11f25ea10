/** GitLab's code quality report. */
import type { Severity } from '../../rules/rule'
import { fingerprintOf } from '../fingerprint'
import { regionOf } from '../results'
import type { Format } from './format'

const levels = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const satisfies Record<Severity, string>

export const gitlab: Format = ({ documents }) => {
  const seen = new Map<string, number>()
  const issues = documents.flatMap(({ path, findings, lines, checked }) =>
    findings.map((finding) => {
      const base = fingerprintOf(finding, path, checked)
      const count = seen.get(base) ?? 0
      seen.set(base, count + 1)
      const { startLine, endLine } = regionOf(lines, finding.span)
      return {
        description: finding.message,
        check_name: finding.rule,
        // GitLab drops a second issue with the same fingerprint.
        fingerprint: count === 0 ? base : `${base}-${count}`,
        severity: levels[finding.severity],
        location: { path, lines: { begin: startLine, end: endLine } },
      }
    }),
  )
  return `${JSON.stringify(issues, null, 2)}\n`
}
