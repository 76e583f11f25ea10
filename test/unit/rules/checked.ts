/** What rules read, made by hand: a document, and what the engine is taken to have found out about it. */
import assert from 'node:assert/strict'
import { parseDocument } from '../../../server/src/analysis/parse'
import type { Evidence, Verdict } from '../../../server/src/claim/verdict'
import { figuresOf } from '../../../server/src/figure/read'
import { allRules } from '../../../server/src/rules/all'
import type { Checked, Finding, NameDoubt, QuoteMatch, Reference, RuleName } from '../../../server/src/rules/rule'
import type { Source } from '../../../server/src/source/source'
import type { Locale } from '../../../server/src/text/locale'

type WithoutPlace<Doubt> = Doubt extends unknown ? Omit<Doubt, 'mention' | 'evidence'> : never

export interface Known {
  /** By the words of the figure: its verdict and the words of the sources, "key: words". */
  readonly figures?: Readonly<Record<string, readonly [Verdict, ...(readonly string[])]>>
  /** By key: "source", "bibliography", or the keys that resemble an unknown one. */
  readonly references?: Readonly<Record<string, 'source' | 'bibliography' | readonly string[]>>
  /** By the words of the quotation: what the source says there. */
  readonly quotes?: Readonly<Record<string, string>>
  /** By the words of the mention. */
  readonly names?: Readonly<Record<string, WithoutPlace<NameDoubt>>>
  /** Starts of the comments that silence nothing. */
  readonly unused?: readonly string[]
}

export function sourceOf(key: string, text: string): Source {
  const passages = [{ start: 0, end: text.length, kind: 'paragraph', group: 0, heads: [] }] as const
  return {
    key,
    path: `sources/${key}.txt`,
    metadata: { title: `Titel ${key}`, authors: [] },
    body: { text, language: 'de', passages },
    furniture: [],
  }
}

export function checkedOf(text: string, known: Known): Checked {
  const document = parseDocument(text)
  const { figures } = figuresOf(document.prose.body)
  const wanted = Object.entries(known.figures ?? {})
  const judgements = figures.flatMap((figure) => {
    const found = wanted.find(([words]) => figure.text === words)
    if (found === undefined) return []
    const [verdict, ...evidence] = found[1]
    return [{ figure, verdict, confidence: 0.9, evidence: evidence.map((words) => evidenceOf(words, verdict)) }]
  })
  const read = judgements.map(({ figure }) => figure.text)
  for (const [words] of wanted)
    assert.ok(read.includes(words), `no figure "${words}" in "${text}", but ${figures.map((figure) => figure.text)}`)
  const references = Object.entries(known.references ?? {}).map(([key, what]): [string, Reference] => [key, referenceOf(key, what)])
  const quotes = Object.entries(known.quotes ?? {}).map(([words, said]): QuoteMatch => {
    const quotation = document.quotations.find((candidate) => candidate.text === words)
    assert.ok(quotation, words)
    const whole = { start: 0, end: said.length }
    return { quotation, exact: said === words, evidence: { ...whole, passage: whole, source: sourceOf('quelle', said) } }
  })
  const names = Object.entries(known.names ?? {}).map(([words, doubt]): NameDoubt => {
    const start = text.indexOf(words)
    return { ...doubt, mention: { start, end: start + words.length } }
  })
  const unusedDirectives = document.directives.filter(({ start }) => known.unused?.some((words) => text.startsWith(words, start)))
  return { document, judgements, references: new Map(references), quotes, names, unusedDirectives }
}

function evidenceOf(words: string, verdict: Verdict): Evidence {
  const [key = '', said = ''] = words.split(': ')
  const source = sourceOf(key, `Es waren ${said}.`)
  const [passage] = source.body.passages
  const [figure] = figuresOf(source.body).figures
  assert.ok(passage && figure, words)
  return { source, passage, figure, confidence: 0.9, relation: verdict === 'supported' ? 'supports' : 'contradicts' }
}

function referenceOf(key: string, what: 'source' | 'bibliography' | readonly string[]): Reference {
  if (what === 'source') return { kind: 'source', key, title: key, path: `sources/${key}.txt` }
  return what === 'bibliography' ? { kind: 'bibliography', key, title: key } : { kind: 'unknown', key, similar: what }
}

export function findingsOf(name: RuleName, checked: Checked, locale: Locale = 'de'): readonly Finding[] {
  const rule = allRules.find((candidate) => candidate.name === name)
  assert.ok(rule, name)
  return rule.check(checked, locale)
}

/** The text after the first fix of the first finding. */
export function fixed(text: string, findings: readonly Finding[], index = 0): string | undefined {
  const edits = findings[0]?.fixes[index]?.edits
  if (edits === undefined) return undefined
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((read, { start, end, newText }) => read.slice(0, start) + newText + read.slice(end), text)
}
