/** A role that the sources never give this actor and give to another. Roles change with time, so this is no more than information. */
import type { Locale } from '../text/locale'
import type { Rule } from './rule'

export const actorRole: Rule = {
  name: 'actor-role',
  severity: 'information',
  summary: {
    de: 'Die Quellen geben diese Rolle einem anderen Akteur.',
    en: 'The sources give this role to another actor.',
  },
  check: ({ names }, locale) =>
    names
      .filter((doubt) => doubt.kind === 'role')
      .map(({ mention, written, known, actor, former, evidence }) => ({
        rule: 'actor-role',
        severity: 'information',
        span: { start: mention.start, end: mention.end },
        message: former ? messages[locale].former(written, known, actor) : messages[locale].other(written, known, actor),
        evidence: [],
        ...(evidence !== undefined && { passages: [evidence] }),
        fixes: [],
      })),
}

const messages = {
  de: {
    other: (role: string, known: string, actor: string) => `Die Quellen geben die Rolle „${role}“ nur ${known}, nirgends ${actor}.`,
    former: (role: string, known: string, actor: string) =>
      `Die Quellen kennen ${actor} als früheren Inhaber der Rolle „${role}“; sie geben sie ${known}.`,
  },
  en: {
    other: (role: string, known: string, actor: string) => `The sources give the role “${role}” to ${known} only, nowhere to ${actor}.`,
    former: (role: string, known: string, actor: string) =>
      `The sources know ${actor} as a former holder of the role “${role}”; they give it to ${known}.`,
  },
} satisfies Record<Locale, unknown>
