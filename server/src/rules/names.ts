/** The names of the rules and their default severities, in the order in which they are listed. */
import type { RuleName, Severity } from './rule'

export const defaultSeverities: Readonly<Record<RuleName, Severity | 'off'>> = {
  'figure-contradicted': 'error',
  'figure-disputed': 'warning',
  'figure-outdated': 'warning',
  'figure-inconsistent': 'warning',
  'figure-unsupported': 'off',
  'quote-altered': 'error',
  'citation-unknown': 'error',
  'citation-mismatch': 'warning',
  'citation-missing': 'off',
  'actor-misspelt': 'warning',
  'actor-role': 'information',
  'directive-unused': 'warning',
}

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(defaultSeverities, name)
}

export const ruleNames: readonly RuleName[] = Object.keys(defaultSeverities).filter(isRuleName)
