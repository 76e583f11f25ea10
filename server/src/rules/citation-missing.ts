/**
 * A source bears the figure out, and no citation says so. A paragraph that cites anything is taken to cite what it draws on; so are a list
 * and a table, with their introduction, and a paragraph with a footnote.
 */
import type { Document } from '../analysis/document'
import type { Passage } from '../text/body'
import type { Locale } from '../text/locale'
import { cite } from './edits'
import type { Finding, Rule } from './rule'
import { surroundingsOf } from './surroundings'

export const citationMissing: Rule = {
  name: 'citation-missing',
  severity: 'off',
  summary: {
    de: 'Eine Zahl ist durch eine Quelle belegt, aber nichts verweist auf sie.',
    en: 'A source supports the figure, but nothing cites it.',
  },
  check: ({ document, judgements }, locale) => {
    const findings = new Map<string, Finding>()
    const around = surroundingsOf(document)
    const groups = new Map<number, boolean>()
    const wantsOne = (passage: Passage) => {
      const known = groups.get(passage.group) ?? wantsCitation(document, passage)
      groups.set(passage.group, known)
      return known && !isHead(passage)
    }
    for (const { figure, verdict, evidence } of judgements) {
      const best = evidence.find(({ relation }) => relation === 'supports')
      if (verdict !== 'supported' || best === undefined) continue
      const passage = around.passageOf(figure)
      if (passage === undefined || !wantsOne(passage)) continue
      const { key, metadata } = best.source
      // Several figures of a sentence from one source want one citation.
      const place = `${around.sentenceOf(figure, passage).start} ${key}`
      if (findings.has(place)) continue
      findings.set(place, {
        rule: 'citation-missing',
        severity: 'hint',
        span: document.prose.toDocument(figure),
        message: messages[locale].message(figure.text, metadata.title ?? key, key),
        evidence: [best],
        fixes: cite(document, figure, key, locale),
      })
    }
    return [...findings.values()]
  },
}

function isHead({ kind }: Passage): boolean {
  return kind === 'heading' || kind === 'title' || kind === 'caption'
}

/** Whether nothing in the passage's group cites, nor the passage above a table. */
function wantsCitation(document: Document, { group, row }: Passage): boolean {
  const { passages } = document.prose.body
  const first = passages.findIndex((other) => other.group === group)
  const above = row === undefined ? undefined : passages[first - 1]
  const whole = passages.filter((other) => other.group === group || other === above)
  return !whole.some((part) => isCited(document, part))
}

function isCited(document: Document, passage: Passage): boolean {
  if (surroundingsOf(document).citationsIn(passage).length > 0) return true
  const { prose, text } = document
  const { start, end } = prose.toDocument(passage)
  // A footnote mark behind the last word stands outside of the passage.
  return /\[\^|\^\[/.test(text.slice(start, end + markLength).split(/\n\s*\n/)[0] ?? '')
}

/** Long enough for a footnote mark. */
const markLength = 80

const messages = {
  de: {
    message: (figure: string, title: string, key: string) => `„${figure}“ steht in „${title}“; ein Verweis auf @${key} fehlt.`,
  },
  en: {
    message: (figure: string, title: string, key: string) => `“${figure}” is in “${title}”; a citation of @${key} is missing.`,
  },
} satisfies Record<Locale, unknown>
