/**
 * The cited source does not state the figure, another one does. Quiet where it cannot know: a cited work whose text the corpus lacks may well
 * state it, and a citation that bears out another figure of its sentence is not wrong.
 */
import { writtenKey } from '../analysis/citations'
import type { Citation } from '../analysis/document'
import type { Judgement } from '../claim/verdict'
import type { Locale } from '../text/locale'
import type { Checked, Finding, Rule } from './rule'
import { citationsIn, passageOf, sentenceOf } from './surroundings'

/** Below this the judge only guesses which source the figure is from. */
const leastConfidence = 0.6

export const citationMismatch: Rule = {
  name: 'citation-mismatch',
  severity: 'warning',
  summary: {
    de: 'Die zitierte Quelle nennt die Zahl nicht, eine andere nennt sie.',
    en: 'The cited source does not state the figure, another one does.',
  },
  check: (checked, locale) => {
    const findings = new Map<Citation, Finding>()
    for (const judgement of checked.judgements) {
      const citation = mismatched(checked, judgement)
      // One finding for a citation, however many figures it fails.
      if (citation !== undefined && !findings.has(citation)) findings.set(citation, findingOf(citation, judgement, locale))
    }
    return [...findings.values()]
  },
}

function mismatched(checked: Checked, judgement: Judgement): Citation | undefined {
  if (judgement.verdict !== 'supported' || judgement.confidence < leastConfidence || supporters(judgement).length === 0) return undefined
  const passage = passageOf(checked.document, judgement.figure)
  if (passage === undefined) return undefined
  const sentence = sentenceOf(checked.document, judgement.figure, passage)
  const cited = citationsIn(checked.document, sentence)
  if (cited.length === 0 || cited.some(({ key }) => checked.references.get(key)?.kind !== 'source')) return undefined
  const beside = checked.judgements.filter(({ figure }) => sentence.start <= figure.start && figure.end <= sentence.end)
  const used = new Set(beside.flatMap(({ evidence }) => evidence.map(({ source }) => source.key)))
  if (cited.some(({ key }) => used.has(key))) return undefined
  // The next citation behind the figure is the one that speaks for it.
  return cited.find(({ group }) => checked.document.prose.before(group.start) >= judgement.figure.end) ?? cited.at(-1)
}

function supporters({ evidence }: Judgement) {
  return evidence.filter(({ relation }) => relation === 'supports')
}

function findingOf(citation: Citation, judgement: Judgement, locale: Locale): Finding {
  const say = messages[locale]
  const evidence = supporters(judgement)
  const keys = [...new Set(evidence.map(({ source }) => source.key))]
  return {
    rule: 'citation-mismatch',
    severity: 'warning',
    span: citation.keySpan,
    message: say.message(citation.key, judgement.figure.text, keys[0] ?? ''),
    evidence,
    fixes: keys.slice(0, 3).map((key, index) => ({
      title: say.fix(key),
      edits: [{ start: citation.start, end: citation.end, newText: `${citation.suppressAuthor ? '-' : ''}@${writtenKey(key)}` }],
      preferred: index === 0 && keys.length === 1,
    })),
  }
}

const messages = {
  de: {
    message: (cited: string, figure: string, key: string) => `„${figure}“ steht nicht in @${cited}, sondern in @${key}.`,
    fix: (key: string) => `Stattdessen @${key} zitieren`,
  },
  en: {
    message: (cited: string, figure: string, key: string) => `“${figure}” is not in @${cited} but in @${key}.`,
    fix: (key: string) => `Cite @${key} instead`,
  },
} satisfies Record<Locale, unknown>
