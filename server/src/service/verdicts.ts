/** What verdicts are called wherever they are counted or listed, and the sign that stands for each where colour alone would not do. */
import type { Verdict } from '../claim/verdict'
import type { Locale } from '../text/locale'

export const verdictWords: Readonly<Record<Locale, Readonly<Record<Verdict, string>>>> = {
  de: {
    supported: 'belegt',
    contradicted: 'widersprochen',
    disputed: 'umstritten',
    outdated: 'überholt',
    unsupported: 'ohne Quelle',
    unchecked: 'nicht geprüft',
  },
  en: {
    supported: 'supported',
    contradicted: 'contradicted',
    disputed: 'disputed',
    outdated: 'outdated',
    unsupported: 'unsourced',
    unchecked: 'not checked',
  },
}

export const verdictSigns: Readonly<Record<Verdict, string>> = {
  supported: '✓',
  contradicted: '✗',
  disputed: '≠',
  outdated: '⟳',
  unsupported: '○',
  unchecked: '–',
}

/** "✓ belegt" */
export function verdictLabel(verdict: Verdict, locale: Locale): string {
  return `${verdictSigns[verdict]} ${verdictWords[locale][verdict]}`
}
