/** Rules that report a verdict of the judge as it is. */
import { explain } from '../claim/explain'
import type { Judgement, Verdict } from '../claim/verdict'
import type { Locale } from '../text/locale'
import type { Checked, Finding, Fix, RuleName, Severity } from './rule'

export interface VerdictRule {
  readonly name: RuleName
  readonly severity: Severity
  readonly verdict: Verdict
  readonly fixes?: (checked: Checked, judgement: Judgement, locale: Locale) => readonly Fix[]
}

export function findingsOf({ name, severity, verdict, fixes }: VerdictRule, checked: Checked, locale: Locale): readonly Finding[] {
  return checked.judgements
    .filter((judgement) => judgement.verdict === verdict)
    .map((judgement) => ({
      rule: name,
      severity,
      span: checked.document.prose.toDocument(judgement.figure),
      message: explain(judgement, locale),
      evidence: judgement.evidence,
      fixes: fixes?.(checked, judgement, locale) ?? [],
    }))
}
