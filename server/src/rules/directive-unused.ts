/** An ignore comment that silences nothing, or names a rule that does not exist. */
import type { Directive } from '../analysis/document'
import type { Locale } from '../text/locale'
import { isRuleName, ruleNames } from './names'
import { nearest } from './nearest'
import type { Finding, Fix, Rule } from './rule'

export const directiveUnused: Rule = {
  name: 'directive-unused',
  severity: 'warning',
  summary: {
    de: 'Ein Kommentar unterdrückt nichts oder nennt eine Regel, die es nicht gibt.',
    en: 'An ignore comment silences nothing or names a rule that does not exist.',
  },
  check: ({ document, unusedDirectives = [] }, locale) =>
    document.directives.flatMap((directive) => {
      const unknown = unknownRules(directive, locale)
      // A misspelt rule explains why nothing is silenced.
      if (unknown.length > 0 || !unusedDirectives.includes(directive)) return unknown
      const { start, end } = directive
      return [
        {
          rule: 'directive-unused',
          severity: 'warning',
          span: { start, end },
          message: messages[locale][directive.kind === 'enable' ? 'endsNothing' : 'silencesNothing'],
          evidence: [],
          fixes: [{ title: messages[locale].remove, edits: [removal(document.text, directive)], preferred: true }],
        },
      ]
    }),
}

function unknownRules({ rules }: Directive, locale: Locale): readonly Finding[] {
  const say = messages[locale]
  return rules
    .filter(({ name }) => !isRuleName(name))
    .map(({ start, end, name }) => {
      const similar = nearest(name, ruleNames)
      const fixes = similar.map(
        (rule): Fix => ({ title: say.rename(rule), edits: [{ start, end, newText: rule }], preferred: similar.length === 1 }),
      )
      return {
        rule: 'directive-unused',
        severity: 'warning',
        span: { start, end },
        message: say.unknown(name, similar[0]),
        evidence: [],
        fixes,
      }
    })
}

/** The comment with its line where it stands alone, else with the space before it. */
function removal(text: string, { start, end }: Directive) {
  const before = /(?:^|[\r\n])[ \t]*$/.exec(text.slice(0, start))
  const after = /^[ \t]*(?:\r\n|[\r\n]|$)/.exec(text.slice(end))
  if (before !== null && after !== null)
    return { start: start - before[0].replace(/^[\r\n]/, '').length, end: end + after[0].length, newText: '' }
  const space = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0
  return { start: start - space, end, newText: '' }
}

const messages = {
  de: {
    silencesNothing: 'Dieser Kommentar unterdrückt nichts und kann weg.',
    endsNothing: 'Vor diesem Kommentar ist nichts unterdrückt; er kann weg.',
    remove: 'Kommentar löschen',
    rename: (rule: string) => `Regel zu „${rule}“ ändern`,
    unknown: (name: string, similar: string | undefined) =>
      `„${name}“ ist keine Regel.${similar === undefined ? ` Es gibt: ${ruleNames.join(', ')}.` : ` Gemeint ist wohl „${similar}“.`}`,
  },
  en: {
    silencesNothing: 'This comment silences nothing and can go.',
    endsNothing: 'Nothing is silenced before this comment; it can go.',
    remove: 'Delete the comment',
    rename: (rule: string) => `Change the rule to “${rule}”`,
    unknown: (name: string, similar: string | undefined) =>
      `“${name}” is not a rule.${similar === undefined ? ` There are: ${ruleNames.join(', ')}.` : ` Did you mean “${similar}”?`}`,
  },
} satisfies Record<Locale, unknown>
