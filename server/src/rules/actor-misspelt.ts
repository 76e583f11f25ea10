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
      .filter(({ kind }) => kind === 'misspelt')
      .map(({ mention, written, known, evidence }) => {
        const say = messages[locale]
        const newText = corrected(slice(document.text, mention), written, known)
        const fixes: readonly Fix[] =
          newText === undefined
            ? []
            : [{ title: say.fix(newText), edits: [{ start: mention.start, end: mention.end, newText }], preferred: true }]
        return {
          rule: 'actor-misspelt',
          severity: 'warning',
          span: { start: mention.start, end: mention.end },
          message: say.message(written, known),
          evidence: [],
          ...(evidence !== undefined && { passages: [evidence] }),
          fixes,
        }
      }),
}

/** The mention with the words that differ put right; its role and its genitive stay. */
function corrected(mention: string, written: string, known: string): string | undefined {
  const wrong = written.split(' ')
  const right = known.split(' ')
  if (wrong.length !== right.length) return mention === written ? known : undefined
  let text = mention
  for (const [index, word] of wrong.entries()) {
    const better = right[index] ?? word
    if (word === better) continue
    const at = text.indexOf(word)
    if (at < 0) return undefined
    text = text.slice(0, at) + better + text.slice(at + word.length)
  }
  return text === mention ? undefined : text
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
