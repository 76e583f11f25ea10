/** A role that the sources never give this actor and give to another. Roles change with time, so this is no more than information. */
import type { Locale } from '../text/locale'
import { slice } from '../text/span'
import type { Rule } from './rule'

export const actorRole: Rule = {
  name: 'actor-role',
  severity: 'information',
  summary: {
    de: 'Die Quellen geben diese Rolle einem anderen Akteur.',
    en: 'The sources give this role to another actor.',
  },
  check: ({ document, names }, locale) =>
    names
      .filter(({ kind }) => kind === 'role')
      .map(({ mention, written, known, evidence }) => ({
        rule: 'actor-role',
        severity: 'information',
        span: { start: mention.start, end: mention.end },
        message: messages[locale].message(written, known, slice(document.text, mention).replace(/\s+/g, ' ')),
        evidence: [],
        ...(evidence !== undefined && { passages: [evidence] }),
        fixes: [],
      })),
}

const messages = {
  de: {
    message: (role: string, known: string, mention: string) =>
      `Die Quellen geben die Rolle „${role}“ ${known}, nirgends wie hier „${mention}“.`,
  },
  en: {
    message: (role: string, known: string, mention: string) =>
      `The sources give the role “${role}” to ${known}, nowhere as in “${mention}” here.`,
  },
} satisfies Record<Locale, unknown>
