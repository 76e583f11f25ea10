/** The document by its headings: symbols, code lenses with what the figures of a section are worth, folding. */
import type { Document } from '../analysis/document'
import { LineIndex } from '../text/lines'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'
import type { CheckedDocument, Stated } from './checked'
import { verdictWords } from './verdicts'

/** A heading with all that stands under it, up to the next heading of its depth or above. */
export interface Section extends Span {
  readonly title: string
  readonly heading: Span
  readonly sections: readonly Section[]
}

export function sectionsOf(document: Document): readonly Section[] {
  const { headings, text } = document
  const build = (from: number, to: number, end: number): Section[] => {
    const sections: Section[] = []
    for (let at = from; at < to; ) {
      const heading = headings[at]
      if (heading === undefined) break
      let next = at + 1
      while (next < to && (headings[next]?.depth ?? 0) > heading.depth) next++
      const sectionEnd = next < to ? (headings[next]?.start ?? end) : end
      sections.push({
        title: heading.text,
        heading: { start: heading.start, end: heading.end },
        start: heading.start,
        end: sectionEnd,
        sections: build(at + 1, next, sectionEnd),
      })
      at = next
    }
    return sections
  }
  return build(0, headings.length, text.length)
}

export interface DocumentSymbol extends Span {
  readonly kind: 'section' | 'figure'
  readonly name: string
  readonly detail: string
  readonly selection: Span
  readonly children: readonly DocumentSymbol[]
}

/** Headings, and under each of them its figures with their verdicts. */
export function symbolsOf(checked: CheckedDocument, locale: Locale): readonly DocumentSymbol[] {
  const figure = (stated: Stated): DocumentSymbol => ({
    kind: 'figure',
    name: stated.judgement.figure.text,
    detail: verdictWords[locale][stated.judgement.verdict],
    start: stated.start,
    end: stated.end,
    selection: stated,
    children: [],
  })
  const symbol = (section: Section): DocumentSymbol => ({
    kind: 'section',
    name: section.title.trim() === '' ? '#' : section.title,
    detail: '',
    start: section.start,
    end: section.end,
    selection: section.heading,
    children: [
      ...within(checked.stated, { start: section.start, end: section.sections[0]?.start ?? section.end }).map(figure),
      ...section.sections.map(symbol),
    ],
  })
  const sections = sectionsOf(checked.document)
  const preamble = { start: 0, end: sections[0]?.start ?? checked.document.text.length }
  return [...within(checked.stated, preamble).map(figure), ...sections.map(symbol)]
}

export interface Lens extends Span {
  readonly title: string
}

/** "5 Zahlen: 3 belegt, 1 widersprochen, 1 ohne Quelle" over each heading whose section states any. */
export function lensesOf(checked: CheckedDocument, locale: Locale): readonly Lens[] {
  const words = messages[locale]
  const lens = (section: Section): Lens[] => {
    const figures = within(checked.stated, section).filter(({ judgement }) => judgement.verdict !== 'unchecked')
    const parts = order.flatMap((verdict) => {
      const count = figures.filter(({ judgement }) => judgement.verdict === verdict).length
      return count === 0 ? [] : [`${count} ${verdictWords[locale][verdict]}`]
    })
    const own = figures.length === 0 ? [] : [{ ...section.heading, title: `${words.figures(figures.length)}: ${parts.join(', ')}` }]
    return [...own, ...section.sections.flatMap(lens)]
  }
  return sectionsOf(checked.document).flatMap(lens)
}

const order = ['supported', 'contradicted', 'disputed', 'outdated', 'unsupported'] as const

export interface Fold {
  /** 0-based, inclusive. */
  readonly startLine: number
  readonly endLine: number
}

/** Sections, front matter, and code or other matter of several lines. */
export function foldsOf(document: Document): readonly Fold[] {
  const lines = new LineIndex(document.text)
  const fold = ({ start, end }: Span): Fold[] => {
    const last = document.text.slice(start, end).trimEnd().length + start
    const range = { startLine: lines.positionOf(start).line, endLine: lines.positionOf(last).line }
    return range.endLine > range.startLine ? [range] : []
  }
  const sections = (section: Section): Fold[] => [...fold(section), ...section.sections.flatMap(sections)]
  return [...sectionsOf(document).flatMap(sections), ...document.opaque.flatMap(fold)].sort((a, b) => a.startLine - b.startLine)
}

function within<Item extends Span>(items: readonly Item[], span: Span): Item[] {
  return items.filter((item) => item.start >= span.start && item.end <= span.end)
}

const messages = {
  de: {
    figures: (count: number) => `${count} ${count === 1 ? 'Zahl' : 'Zahlen'}`,
  },
  en: {
    figures: (count: number) => `${count} ${count === 1 ? 'figure' : 'figures'}`,
  },
} satisfies Record<Locale, unknown>
