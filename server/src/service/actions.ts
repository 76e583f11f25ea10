/**
 * What can be done about what stands under the cursor: the fixes that the rules offer, the source's figure, a hedge or a citation that is
 * missing, silence with a reason, "this is not the same measure", the evidence itself.
 */
import { writtenKey } from '../analysis/citations'
import type { Document } from '../analysis/document'
import type { Hedge } from '../figure/figure'
import { cite, takeFigure } from '../rules/edits'
import type { Edit, Finding } from '../rules/rule'
import { passageOf } from '../rules/surroundings'
import { LineIndex } from '../text/lines'
import type { Locale } from '../text/locale'
import { overlaps, type Span } from '../text/span'
import { type CheckedDocument, evidenceOf, type Place, placeOf, type Stated } from './checked'
import { type Decision, decisionOf } from './decisions'

export type Action = EditAction | OpenAction | DecideAction

export interface EditAction {
  readonly kind: 'edit'
  readonly title: string
  readonly edits: readonly Edit[]
  /** The words of the edit that the author should write over, from the start of the last edit's new text. */
  readonly placeholder?: Span
  readonly preferred: boolean
  /** What it settles. */
  readonly finding?: Finding
}

export interface OpenAction {
  readonly kind: 'open'
  readonly title: string
  readonly place: Place
}

/** "Not the same measure": remembered in a file that the author can review. */
export interface DecideAction {
  readonly kind: 'decide'
  readonly title: string
  readonly decision: Decision
  readonly finding?: Finding
}

export function actionsFor(checked: CheckedDocument, range: Span, locale: Locale): readonly Action[] {
  const touched = (span: Span) => overlaps(span, range) || (range.start === range.end && span.start <= range.start && range.end <= span.end)
  const findings = checked.findings.filter(({ span }) => touched(span))
  const stated = checked.stated.filter(touched)
  const fixes = findings.flatMap((finding) =>
    finding.fixes.map(({ title, edits, preferred }): EditAction => ({ kind: 'edit', title, edits, preferred, finding })),
  )
  return distinct([
    ...fixes,
    ...stated.flatMap((figure) => figureActions(checked, figure, findingOf(findings, figure), locale)),
    ...findings.map((finding) => ignoreAction(checked.document, finding, locale)),
  ])
}

/** One edit for every supported figure without a citation: the fix-all of citations. */
export function citeAll(checked: CheckedDocument, locale: Locale): readonly Edit[] {
  const edits = new Map<string, Edit>()
  for (const stated of checked.stated) {
    const edit = citationEdit(checked, stated, locale)?.edit
    // Several figures of a paragraph may draw on one source: the first of them is cited.
    const key = `${passageOf(checked.document, stated.judgement.figure)?.group} ${edit?.newText.replace(/[^@]*/, '')}`
    if (edit !== undefined && !edits.has(key)) edits.set(key, edit)
  }
  return [...edits.values()]
}

function findingOf(findings: readonly Finding[], stated: Stated): Finding | undefined {
  return findings.find(({ span, rule }) => rule.startsWith('figure-') && overlaps(span, stated))
}

function figureActions(checked: CheckedDocument, stated: Stated, finding: Finding | undefined, locale: Locale): readonly Action[] {
  const { judgement } = stated
  const words = messages[locale]
  const actions: Action[] = []
  const evidence = evidenceOf(judgement)
  const against = evidence.filter(({ relation }) => relation === 'contradicts')
  if (against.length > 0 && judgement.verdict !== 'supported') {
    const preferred = judgement.verdict === 'contradicted'
    const fixes = takeFigure(checked.document, { ...judgement, evidence: against }, locale)
    actions.push(...fixes.map(({ title, edits }) => ({ kind: 'edit', title, edits, preferred, ...about(finding) }) as const))
  }
  const hedged = hedgeEdit(checked, stated)
  if (hedged !== undefined)
    actions.push({ kind: 'edit', title: words.hedge(hedged.newText), edits: [hedged], preferred: false, ...about(finding) })
  const cited = citationEdit(checked, stated, locale)
  if (cited !== undefined) actions.push({ kind: 'edit', title: cited.title, edits: [cited.edit], preferred: false })
  for (const item of against.slice(0, 3)) {
    const title = words.notSame(item.figure.text, item.source.key)
    actions.push({ kind: 'decide', title, decision: decisionOf(checked.path, judgement.figure, item), ...about(finding) })
  }
  for (const item of evidence.slice(0, 3)) {
    actions.push({ kind: 'open', title: words.open(item.source.metadata.title ?? item.source.key), place: placeOf(item) })
  }
  return actions
}

const about = (finding: Finding | undefined) => (finding === undefined ? {} : { finding })

/** "fast", where the source says "fast" and the figure is otherwise the same. */
function hedgeEdit(checked: CheckedDocument, stated: Stated): Edit | undefined {
  const { judgement } = stated
  const [evidence] = judgement.evidence
  if (evidence === undefined || (judgement.verdict === 'contradicted' && evidence.difference !== 'bound')) return undefined
  const own = judgement.figure.quantity
  const theirs = evidence.figure.quantity
  if (own.hedge !== 'none' || own.value === null || own.value !== theirs.value || own.unit !== theirs.unit) return undefined
  const word = hedgeWords[checked.document.language][theirs.hedge]
  return word === undefined ? undefined : { start: stated.start, end: stated.start, newText: `${word} ` }
}

const hedgeWords: Record<'de' | 'en', Partial<Record<Hedge, string>>> = {
  de: {
    about: 'rund',
    justUnder: 'knapp',
    justOver: 'gut',
    moreThan: 'mehr als',
    lessThan: 'weniger als',
    atLeast: 'mindestens',
    atMost: 'höchstens',
  },
  en: {
    about: 'about',
    justUnder: 'almost',
    justOver: 'just over',
    moreThan: 'more than',
    lessThan: 'less than',
    atLeast: 'at least',
    atMost: 'at most',
  },
}

/** A citation at the end of the sentence, or among the keys that stand there already; nothing where the paragraph cites the source. */
function citationEdit({ document }: CheckedDocument, { judgement }: Stated, locale: Locale): { title: string; edit: Edit } | undefined {
  const { figure, verdict } = judgement
  const key = judgement.evidence.find(({ relation }) => relation === 'supports')?.source.key
  const group = passageOf(document, figure)?.group
  if (verdict !== 'supported' || key === undefined || group === undefined) return undefined
  const near = document.citations.filter((citation) => {
    const at = document.prose.before(citation.group.start)
    return document.prose.body.passages.some((passage) => passage.group === group && passage.start < at && at <= passage.end)
  })
  if (near.some((citation) => citation.key === key)) return undefined
  const [fix] = cite(document, figure, key, locale)
  const [edit] = fix?.edits ?? []
  if (fix === undefined || edit === undefined) return undefined
  const beside = near.find(
    ({ group: { start, end } }) =>
      start >= edit.start && document.text.charAt(end - 1) === ']' && document.text.slice(edit.start, start).trim() === '',
  )
  if (beside === undefined) return { title: fix.title, edit }
  const at = beside.group.end - 1
  return { title: fix.title, edit: { start: at, end: at, newText: `; @${writtenKey(key)}` } }
}

/** An ignore comment with its reason: above the block where the finding stands on its first line, else at the end of its line. */
function ignoreAction(document: Document, finding: Finding, locale: Locale): EditAction {
  const words = messages[locale]
  const { text } = document
  const lines = new LineIndex(text)
  const line = lines.positionOf(finding.span.start).line
  const lineStart = lines.startOf(line)
  const lineText = text.slice(lineStart, lines.startOf(line + 1)).replace(/[\r\n]+$/, '')
  const before = line === 0 ? '' : text.slice(lines.startOf(line - 1), lineStart).trim()
  const isPlain = before === '' && !/^\s*(?:[-*+>|:]|\d+[.)])/.test(lineText)
  const title = words.ignore(finding.rule)
  const comment = (kind: string) => `<!-- beleg-${kind} ${finding.rule} -- ${words.reason} -->`
  const shared = { kind: 'edit', title, preferred: false, finding } as const
  if (isPlain) {
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
    const indent = /^\s*/.exec(lineText)?.[0] ?? ''
    const newText = `${indent}${comment('disable-next-line')}${lineBreak}`
    return { ...shared, edits: [{ start: lineStart, end: lineStart, newText }], placeholder: placeholderIn(newText, words.reason) }
  }
  // In a table row the comment must stay within the last cell.
  const close = /\s*\|\s*$/.exec(lineText)
  const at = lineStart + (close?.index ?? lineText.trimEnd().length)
  const newText = ` ${comment('disable-line')}`
  return { ...shared, edits: [{ start: at, end: at, newText }], placeholder: placeholderIn(newText, words.reason) }
}

function placeholderIn(newText: string, words: string): Span {
  const start = newText.indexOf(words)
  return { start, end: start + words.length }
}

/** Two actions with the same edits are one; the first has the better title. */
function distinct(actions: readonly Action[]): readonly Action[] {
  const seen = new Set<string>()
  return actions.filter((action) => {
    if (action.kind !== 'edit') return true
    const identity = JSON.stringify(action.edits.map(({ start, end, newText }) => [start, end, newText]))
    return !seen.has(identity) && seen.add(identity)
  })
}

const messages = {
  de: {
    hedge: (hedge: string) => `„${hedge.trim()}“ ergänzen wie in der Quelle`,
    ignore: (rule: string) => `Hier nicht melden (${rule}), mit Begründung`,
    reason: 'Begründung',
    notSame: (figure: string, key: string) => `Nicht dieselbe Größe wie „${figure}“ in @${key}`,
    open: (title: string) => `Beleg öffnen: ${title}`,
  },
  en: {
    hedge: (hedge: string) => `Add “${hedge.trim()}” as in the source`,
    ignore: (rule: string) => `Ignore here (${rule}), with a reason`,
    reason: 'reason',
    notSame: (figure: string, key: string) => `Not the same measure as “${figure}” in @${key}`,
    open: (title: string) => `Open the evidence: ${title}`,
  },
} satisfies Record<Locale, unknown>
