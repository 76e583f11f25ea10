/** Sources of equal standing disagree with each other: whichever figure the author takes, the reader should know. Nothing to fix by a click. */
import type { Rule } from './rule'
import { findingsOf } from './verdicts'

export const figureDisputed: Rule = {
  name: 'figure-disputed',
  severity: 'warning',
  summary: {
    de: 'Die Quellen sind sich über diese Zahl nicht einig.',
    en: 'The sources disagree with each other about this figure.',
  },
  check: (checked, locale) => findingsOf({ name: 'figure-disputed', severity: 'warning', verdict: 'disputed' }, checked, locale),
}
