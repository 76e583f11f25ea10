/**
 * Which findings a directive silences. A directive is an HTML comment of the document:
 *
 *     <!-- beleg-disable-next-line figure-contradicted -- counted differently since 2020 -->
 *
 * Without rule names it speaks of all rules. `disable` holds until the next `enable` of the same rules, or to the end.
 */
import type { Directive } from '../analysis/document'
import type { Finding, RuleName } from '../rules/rule'
import { LineIndex } from '../text/lines'
import type { Silenced } from './checked'

export interface Silence {
  readonly findings: readonly Finding[]
  readonly silenced: readonly Silenced[]
  /** Directives that silenced nothing; an `enable` that ends something is used. */
  readonly unused: readonly Directive[]
}

export function silence(text: string, directives: readonly Directive[], found: readonly Finding[]): Silence {
  if (directives.length === 0) return { findings: found, silenced: [], unused: [] }
  const lines = new LineIndex(text)
  const findings: Finding[] = []
  const silenced: Silenced[] = []
  for (const finding of found) {
    const directive = directives.find((candidate) => silences(candidate, finding, directives, lines))
    if (directive === undefined) findings.push(finding)
    else silenced.push({ finding, directive })
  }
  const used = new Set(silenced.map((entry) => entry.directive))
  const unused = directives.filter((directive) => (directive.kind === 'enable' ? !ends(directive, directives) : !used.has(directive)))
  return { findings, silenced, unused }
}

function silences(directive: Directive, finding: Finding, all: readonly Directive[], lines: LineIndex): boolean {
  if (!speaksOf(directive, finding.rule)) return false
  const line = lines.positionOf(finding.span.start).line
  switch (directive.kind) {
    case 'disable-file':
      return true
    case 'disable-line':
      return line === lines.positionOf(directive.start).line
    case 'disable-next-line':
      return line === lines.positionOf(directive.end).line + 1
    case 'disable': {
      const end = all.find((other) => other.kind === 'enable' && other.start > directive.start && speaksOf(other, finding.rule))
      return finding.span.start >= directive.end && (end === undefined || finding.span.start < end.start)
    }
    case 'enable':
      return false
  }
}

function speaksOf(directive: Directive, rule: RuleName): boolean {
  return directive.rules.length === 0 || directive.rules.some(({ name }) => name === rule)
}

/** Whether an `enable` ends a `disable` before it. */
function ends(enable: Directive, all: readonly Directive[]): boolean {
  return all.some(
    (other) =>
      other.kind === 'disable' &&
      other.start < enable.start &&
      (enable.rules.length === 0 ||
        other.rules.length === 0 ||
        enable.rules.some(({ name }) => other.rules.some((rule) => rule.name === name))),
  )
}
