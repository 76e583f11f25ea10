/** A citation key that neither the corpus nor a bibliography holds. */
import { writtenKey } from '../analysis/citations'
import type { Locale } from '../text/locale'
import type { Fix, Rule } from './rule'

export const citationUnknown: Rule = {
  name: 'citation-unknown',
  severity: 'error',
  summary: {
    de: 'Der zitierte Schlüssel steht weder für eine Quelle noch im Literaturverzeichnis.',
    en: 'The cited key stands neither for a source nor in the bibliography.',
  },
  check: ({ document, references }, locale) =>
    document.citations.flatMap(({ key, keySpan }) => {
      const reference = references.get(key)
      if (reference?.kind !== 'unknown') return []
      const say = messages[locale]
      const fixes = reference.similar.map(
        (similar, index): Fix => ({
          title: say.fix(similar),
          edits: [{ ...keySpan, newText: document.text.charAt(keySpan.start - 1) === '{' ? similar : writtenKey(similar) }],
          preferred: index === 0 && reference.similar.length === 1,
        }),
      )
      return [
        { rule: 'citation-unknown', severity: 'error', span: keySpan, message: say.message(key, reference.similar), evidence: [], fixes },
      ]
    }),
}

const messages = {
  de: {
    message: (key: string, similar: readonly string[]) =>
      `Den Schlüssel „${key}“ kennt weder eine Quelle noch das Literaturverzeichnis.${similar.length === 0 ? '' : ` Gemeint ist vielleicht ${similar.map((word) => `„${word}“`).join(' oder ')}.`}`,
    fix: (key: string) => `Schlüssel zu „${key}“ ändern`,
  },
  en: {
    message: (key: string, similar: readonly string[]) =>
      `Neither a source nor the bibliography knows the key “${key}”.${similar.length === 0 ? '' : ` Did you mean ${similar.map((word) => `“${word}”`).join(' or ')}?`}`,
    fix: (key: string) => `Change the key to “${key}”`,
  },
} satisfies Record<Locale, unknown>
