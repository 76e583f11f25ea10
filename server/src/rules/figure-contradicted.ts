/** The sources give another figure for the same measure. The judge has made sure that it is the same; here it is said. */
import { takeFigure } from './edits'
import type { Rule } from './rule'
import { findingsOf } from './verdicts'

export const figureContradicted: Rule = {
  name: 'figure-contradicted',
  severity: 'error',
  summary: {
    de: 'Die Quellen nennen für dieselbe Größe eine andere Zahl.',
    en: 'The sources give another figure for the same measure.',
  },
  check: (checked, locale) =>
    findingsOf(
      {
        name: 'figure-contradicted',
        severity: 'error',
        verdict: 'contradicted',
        fixes: ({ document }, judgement) => takeFigure(document, judgement, locale),
      },
      checked,
      locale,
    ),
}
