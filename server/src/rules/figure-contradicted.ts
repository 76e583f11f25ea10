/** The sources give another figure for the same measure. */
import { explain } from '../claim/explain'
import type { Rule } from './rule'

export const figureContradicted: Rule = {
  name: 'figure-contradicted',
  severity: 'error',
  summary: {
    de: 'Die Quellen nennen für dieselbe Größe eine andere Zahl.',
    en: 'The sources give another figure for the same measure.',
  },
  check: ({ document, judgements }, locale) =>
    judgements
      .filter(({ verdict }) => verdict === 'contradicted')
      .map((judgement) => ({
        rule: 'figure-contradicted',
        severity: 'error',
        span: document.prose.toDocument(judgement.figure),
        message: explain(judgement, locale),
        evidence: judgement.evidence,
        fixes: [],
      })),
}
