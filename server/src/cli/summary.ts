/** The one line that closes every run. */
import { verdictWords } from '../service/verdicts'
import type { Locale } from '../text/locale'
import type { Summary } from './results'

/** "1 error, 2 warnings in 3 documents. 18 figures: 12 supported, 1 contradicted, 5 without a source." */
export function summaryLine(summary: Summary, locale: Locale): string {
  const say = messages[locale]
  const found = [
    count(summary.errors, say.error),
    count(summary.warnings, say.warning),
    count(summary.information, say.information),
    count(summary.hints, say.hint),
  ].filter((part) => part !== undefined)
  const verdicts = (['supported', 'contradicted', 'disputed', 'outdated', 'unsupported', 'unchecked'] as const)
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => `${summary[verdict]} ${verdictWords[locale][verdict]}`)
  const figures = count(summary.figures, say.figure) ?? `0 ${say.figure[1]}`
  const excused = [count(summary.silenced, say.silenced), count(summary.baseline, say.baseline)].filter((part) => part !== undefined)
  return [
    `${found.length === 0 ? say.clean : found.join(', ')} ${say.in} ${count(summary.documents, say.document) ?? `0 ${say.document[1]}`}.`,
    `${figures}${verdicts.length === 0 ? '' : `: ${verdicts.join(', ')}`}.`,
    ...(excused.length === 0 ? [] : [`${excused.join(', ')}.`]),
  ].join(' ')
}

function count(number: number, [one, many]: readonly [string, string]): string | undefined {
  return number === 0 ? undefined : `${number} ${number === 1 ? one : many}`
}

const messages = {
  de: {
    error: ['Fehler', 'Fehler'],
    warning: ['Warnung', 'Warnungen'],
    information: ['Hinweis', 'Hinweise'],
    hint: ['Vorschlag', 'Vorschläge'],
    clean: 'Nichts zu beanstanden',
    in: 'in',
    document: ['Dokument', 'Dokumenten'],
    figure: ['Zahl', 'Zahlen'],
    silenced: ['Befund im Text stillgelegt', 'Befunde im Text stillgelegt'],
    baseline: ['Befund durch die Baseline entschuldigt', 'Befunde durch die Baseline entschuldigt'],
  },
  en: {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    information: ['note', 'notes'],
    hint: ['hint', 'hints'],
    clean: 'Nothing to object to',
    in: 'in',
    document: ['document', 'documents'],
    figure: ['figure', 'figures'],
    silenced: ['finding silenced in the text', 'findings silenced in the text'],
    baseline: ['finding suppressed by the baseline', 'findings suppressed by the baseline'],
  },
} as const satisfies Record<Locale, unknown>
