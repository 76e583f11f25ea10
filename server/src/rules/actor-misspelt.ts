/** A name one or two letters away from a known actor's. */
import type { Locale } from '../text/locale'
import { slice } from '../text/span'
import type { Fix, Rule } from './rule'

export const actorMisspelt: Rule = {
  name: 'actor-misspelt',
  severity: 'warning',
  summary: {
    de: 'Ein Name weicht um einen oder zwei Buchstaben von dem eines bekannten Akteurs ab.',
    en: 'A name is one or two letters away from a known actor’s.',
  },
  check: ({ document, names }, locale) =>
    names
      .filter((doubt) => doubt.kind === 'misspelt')
      .map(({ mention: { start, end }, written, known, evidence }) => {
        const say = messages[locale]
        // The word may stand in the document with marks of its own: "**Mer**z".
        const fixes: readonly Fix[] =
          slice(document.text, { start, end }) === written
            ? [{ title: say.fix(known), edits: [{ start, end, newText: known }], preferred: true }]
            : []
        return {
          rule: 'actor-misspelt',
          severity: 'warning',
          span: { start, end },
          message: say.message(written, known),
          evidence: [],
          ...(evidence !== undefined && { passages: [evidence] }),
          fixes,
        }
      }),
}

const messages = {
  de: {
    message: (written: string, known: string) => `Die Quellen schreiben „${known}“, nicht „${written}“.`,
    fix: (known: string) => `Zu „${known}“ ändern`,
  },
  en: {
    message: (written: string, known: string) => `The sources write “${known}”, not “${written}”.`,
    fix: (known: string) => `Change to “${known}”`,
  },
} satisfies Record<Locale, unknown>
