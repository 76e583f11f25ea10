/** A source bears the figure out, a newer one gives another for the same measure. */
import { takeFigure } from './edits'
import type { Rule } from './rule'
import { findingsOf } from './verdicts'

export const figureOutdated: Rule = {
  name: 'figure-outdated',
  severity: 'warning',
  summary: {
    de: 'Eine neuere Quelle nennt für diese Größe eine andere Zahl.',
    en: 'A newer source gives another figure for this measure.',
  },
  check: (checked, locale) =>
    findingsOf(
      {
        name: 'figure-outdated',
        severity: 'warning',
        verdict: 'outdated',
        // The older figure may be meant: the author decides.
        fixes: ({ document }, judgement) => takeFigure(document, judgement, locale).map((fix) => ({ ...fix, preferred: false })),
      },
      checked,
      locale,
    ),
}
