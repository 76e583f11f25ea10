/** Checkstyle's XML, for tools that read nothing else. */
import type { Severity } from '../../rules/rule'
import { regionOf } from '../results'
import type { Format } from './format'
import { escapeXml } from './xml'

const levels = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const satisfies Record<Severity, string>

export const checkstyle: Format = ({ documents }) => {
  const files = documents.map(({ path, findings, lines }) => {
    const errors = findings.map((finding) => {
      const { startLine, startColumn } = regionOf(lines, finding.span)
      const severity = levels[finding.severity]
      return `    <error line="${startLine}" column="${startColumn}" severity="${severity}" message="${escapeXml(finding.message)}" source="beleg.${finding.rule}"/>\n`
    })
    return `  <file name="${escapeXml(path)}">\n${errors.join('')}  </file>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`
}
