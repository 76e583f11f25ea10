/** Workflow commands of GitHub Actions. GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so the rest is counted here. */
import type { Finding, Severity } from '../../rules/rule'
import { proofsOf, type Result, regionOf } from '../results'
import type { Format } from './format'

const shown = 10
const levels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const satisfies Record<Severity, string>

export const github: Format = ({ documents, locale }) => {
  const say = messages[locale]
  const printed = { error: 0, warning: 0, notice: 0 }
  let left = 0
  const lines = documents.flatMap((result) =>
    result.findings.flatMap((finding) => {
      const level = levels[finding.severity]
      if (printed[level]++ < shown) return [annotation(level, finding, result)]
      left++
      return []
    }),
  )
  if (left > 0) lines.push(`::notice::${escapeData(say.left(left))}`)
  return lines.map((line) => `${line}\n`).join('')
}

function annotation(level: string, finding: Finding, result: Result): string {
  const { startLine, startColumn, endLine, endColumn } = regionOf(result.lines, finding.span)
  const place = { file: result.path, line: startLine, endLine, ...(startLine === endLine ? { col: startColumn, endColumn } : {}) }
  const properties = Object.entries({ ...place, title: `Beleg [${finding.rule}]` }).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  )
  const [proof] = proofsOf(finding, result)
  const quoted =
    proof === undefined ? '' : `\n${proof.path}${proof.region === undefined ? '' : `:${proof.region.startLine}`}: ${proof.passage.trim()}`
  return `::${level} ${properties.join(',')}::${escapeData(finding.message + quoted)}`
}

/** Controls would colour or hide parts of the log. */
function escapeData(text: string): string {
  return text
    .replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, ' ')
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

const messages = {
  de: { left: (count: number) => `${count} weitere Befunde sind hier nicht gezeigt; vollständig mit --format json oder sarif.` },
  en: { left: (count: number) => `${count} more findings are not shown here; complete with --format json or sarif.` },
}
