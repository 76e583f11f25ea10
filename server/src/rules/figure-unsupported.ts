/** No source states the figure. Off by default: much that is true stands in no source of a folder. */
import type { Rule } from './rule'
import { findingsOf } from './verdicts'

export const figureUnsupported: Rule = {
  name: 'figure-unsupported',
  severity: 'off',
  summary: {
    de: 'Keine Quelle nennt diese Zahl.',
    en: 'No source states this figure.',
  },
  check: (checked, locale) => findingsOf({ name: 'figure-unsupported', severity: 'hint', verdict: 'unsupported' }, checked, locale),
}
