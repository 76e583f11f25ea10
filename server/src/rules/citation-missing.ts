/**
 * A source bears the figure out, and no citation says so. A paragraph that cites anything is taken to cite what it draws on; so are a list
 * and a table, with their introduction, and a paragraph with a footnote.
 */
import type { Document } from '../analysis/document'
import type { Passage } from '../text/body'
import type { Locale } from '../text/locale'
import { slice } from '../text/span'
import { cite } from './edits'
import type { Finding, Rule } from './rule'
import { passageOf, sentenceOf } from './surroundings'

export const citationMissing: Rule = {
  name: 'citation-missing',
  severity: 'off',
  summary: {
    de: 'Eine Zahl ist durch eine Quelle belegt, aber nichts verweist auf sie.',
    en: 'A source supports the figure, but nothing cites it.',
  },
  check: ({ document, judgements }, locale) => {
    const findings = new Map<string, Finding>()
    for (const { figure, verdict, evidence } of judgements) {
      const best = evidence.find(({ relation }) => relation === 'supports')
      const passage = passageOf(document, figure)
      if (verdict !== 'supported' || best === undefined || passage === undefined || !wantsCitation(document, passage)) continue
      const { key, metadata } = best.source
      // Several figures of a sentence from one source want one citation.
      const place = `${sentenceOf(document, figure, passage).start} ${key}`
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

function wantsCitation(document: Document, passage: Passage): boolean {
  if (passage.kind === 'heading' || passage.kind === 'title' || passage.kind === 'caption') return false
  const { passages } = document.prose.body
  const group = passages.filter((other) => other.group === passage.group)
  const first = passages[passages.findIndex((other) => other.group === passage.group) - 1]
  const whole = passage.row !== undefined && first !== undefined ? [first, ...group] : group
  return !whole.some((part) => isCited(document, part))
}

function isCited(document: Document, passage: Passage): boolean {
  const { prose, text } = document
  const span = prose.toDocument(passage)
  // A footnote mark behind the last word stands outside of it.
  if (/\[\^|\^\[/.test(slice(text, { start: span.start, end: span.end + 80 }).split(/\n\s*\n/)[0] ?? '')) return true
  return document.citations.some(({ group }) => {
    const at = prose.before(group.start)
    return passage.start < at && at <= passage.end
  })
}

const messages = {
  de: {
    message: (figure: string, title: string, key: string) => `„${figure}“ steht in „${title}“; ein Verweis auf @${key} fehlt.`,
  },
  en: {
    message: (figure: string, title: string, key: string) => `“${figure}” is in “${title}”; a citation of @${key} is missing.`,
  },
} satisfies Record<Locale, unknown>
