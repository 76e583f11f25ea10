/**
 * The cited source does not state the figure, another one does. Quiet where it cannot know: a cited work whose text the corpus lacks may well
 * state it, and a citation that bears out another figure of its sentence is not wrong.
 */
import { writtenKey } from '../analysis/citations'
import type { Citation } from '../analysis/document'
import type { Judgement } from '../claim/verdict'
import type { Locale } from '../text/locale'
import { contains } from '../text/span'
import type { Checked, Finding, Rule } from './rule'
import { surroundingsOf } from './surroundings'

/** Below this the judge only guesses which source the figure is from. */
const leastConfidence = 0.9

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

function mismatched({ document, judgements, references }: Checked, judgement: Judgement): Citation | undefined {
  const { figure, verdict, confidence } = judgement
  const keys = new Set(supporters(judgement).map(({ source }) => source.key))
  if (verdict !== 'supported' || confidence < leastConfidence || keys.size === 0) return undefined
  const around = surroundingsOf(document)
  const passage = around.passageOf(figure)
  const near = passage && around.citationsIn(passage)
  if (passage === undefined || near === undefined || near.length === 0) return undefined
  // Mostly the citation right behind the figure is the right one; then no sentence has to be found.
  const next = near.find(({ at }) => at >= figure.end)
  if (next !== undefined && keys.has(next.citation.key) && !/[.!?]\s/.test(document.prose.body.text.slice(figure.end, next.at)))
    return undefined
  const sentence = around.sentenceOf(figure, passage)
  const cited = around.citationsIn(sentence)
  if (cited.length === 0 || cited.some(({ citation }) => references.get(citation.key)?.kind !== 'source')) return undefined
  const beside = judgements.filter((other) => contains(sentence, other.figure))
  const used = new Set(beside.flatMap(({ evidence }) => evidence.map(({ source }) => source.key)))
  if (cited.some(({ citation }) => used.has(citation.key))) return undefined
  // The next citation behind the figure is the one that speaks for it.
  return (cited.find(({ at }) => at >= figure.end) ?? cited.at(-1))?.citation
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
