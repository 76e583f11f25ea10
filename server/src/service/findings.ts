/** What the rules find in a checked document, with the severities of the settings and in text order; less what the author silenced. */
import { allRules } from '../rules/all'
import { isRuleName } from '../rules/names'
import type { Checked, Finding, Rule } from '../rules/rule'
import type { Settings } from '../settings/settings'
import type { Locale } from '../text/locale'
import { type Silence, silence } from './silence'

export interface Findings extends Silence {
  /** What rules found that compare the whole document with itself, before silence: carried on while the author types. */
  readonly slow: readonly Finding[]
}

const isSlow = ({ name }: Rule) => name === 'figure-inconsistent'
/** Speaks of comments that silence nothing, which is known only once everything else has been found. */
const isLast = ({ name }: Rule) => name === 'directive-unused'
const isUsual = (rule: Rule) => !isSlow(rule) && !isLast(rule)

/**
 * `carried` is taken for what the slow rules would find. Of a part of the document nothing is found that a look at the rest may take back.
 */
export function findingsOf(checked: Checked, settings: Settings, locale: Locale, carried?: readonly Finding[] | 'part'): Findings {
  const { text, directives } = checked.document
  const found = (isMeant: (rule: Rule) => boolean, known: Checked = checked) =>
    allRules.filter(isMeant).flatMap((rule) => {
      const severity = settings.rules[rule.name]
      return severity === 'off' ? [] : rule.check(known, locale).map((finding) => ({ ...finding, severity }))
    })
  const isPart = carried === 'part'
  const slow = isPart ? [] : (carried ?? found(isSlow))
  const first = silence(text, directives, [...found(isUsual), ...slow])
  // A comment that names only rules that are off waits for them to be on again.
  const isOff = (name: string) => isRuleName(name) && settings.rules[name] === 'off'
  const unused = first.unused.filter(({ rules }) => rules.length === 0 || !rules.every(({ name }) => isOff(name)))
  const last = silence(text, directives, isPart ? [] : found(isLast, { ...checked, unusedDirectives: unused }))
  const findings = [...first.findings, ...last.findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return { findings, silenced: [...first.silenced, ...last.silenced], unused, slow }
}
