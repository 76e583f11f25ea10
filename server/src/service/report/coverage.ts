/** Counts of verdicts, and the bar that shows them. Its parts have their widths as attributes, because a panel may forbid inline styles. */
import type { Verdict } from '../../claim/verdict'
import type { Locale } from '../../text/locale'
import type { Stated } from '../checked'
import { verdictLabel } from '../verdicts'
import { type Html, html } from './html'
import type { Writing } from './messages'

export const order = ['supported', 'contradicted', 'disputed', 'outdated', 'unsupported', 'unchecked'] as const satisfies readonly Verdict[]

export type Counts = Readonly<Record<Verdict, number>>

export function countsOf(figures: readonly Stated[]): Counts {
  const counts = { supported: 0, contradicted: 0, disputed: 0, outdated: 0, unsupported: 0, unchecked: 0 }
  for (const { judgement } of figures) counts[judgement.verdict]++
  return counts
}

/** "12 ✓ belegt, 1 ✗ widersprochen" */
export function countsText(counts: Counts, locale: Locale): string {
  return order.flatMap((verdict) => (counts[verdict] === 0 ? [] : [`${counts[verdict]} ${verdictLabel(verdict, locale)}`])).join(', ')
}

/** Nothing where no figure was checked. */
export function bar(counts: Counts, { say, locale }: Pick<Writing, 'say' | 'locale'>, size: 'small' | 'large'): Html | undefined {
  const judged = order.filter((verdict) => verdict !== 'unchecked')
  const total = judged.reduce((sum, verdict) => sum + counts[verdict], 0)
  if (total === 0) return undefined
  let x = 0
  const parts = judged.flatMap((verdict) => {
    if (counts[verdict] === 0) return []
    const width = (counts[verdict] / total) * 100
    const part = html`<rect class="fill-${verdict}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="4"/>`
    x += width
    return [part]
  })
  return html`<p class="coverage"><svg class="bar ${size}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${parts}</svg><span class="faint"><span class="unseen">${say.coverage} </span>${countsText(counts, locale)}</span></p>`
}
