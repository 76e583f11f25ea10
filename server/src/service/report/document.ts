/** One document of the report: its text as a reader sees it, and beside each passage the evidence for its figures. */
import { explain } from '../../claim/explain'
import type { Evidence } from '../../claim/verdict'
import type { Passage } from '../../text/body'
import { LineIndex } from '../../text/lines'
import { type CheckedDocument, evidenceOf, type Stated } from '../checked'
import { formatDate } from '../dates'
import { excerptOf } from '../excerpt'
import { type Section, sectionsOf } from '../outline'
import { verdictLabel } from '../verdicts'
import { bar, countsOf } from './coverage'
import { type Html, html } from './html'
import type { Messages, Writing } from './messages'

export function documentSection(checked: CheckedDocument, number: number, writing: Writing): Html {
  const { document, path, stated } = checked
  const { say } = writing
  const title = document.frontMatter.title ?? document.headings[0]?.text ?? path
  const rows = groupsOf(document.prose.body.passages).map((passages) => rowOf(checked, passages, number, writing))
  return html`<section aria-labelledby="d${number}">
<h2 id="d${number}">${title} <span class="faint path">${path}</span></h2>
${stated.length === 0 ? html`<p class="faint">${say.noFigures}</p>` : bar(countsOf(stated), writing, 'large')}
${rows}${othersOf(checked, say)}${ignoredOf(checked, say)}</section>
`
}

/** A table is one row of the page; everything else goes passage by passage. */
function groupsOf(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const groups: Passage[][] = []
  for (const passage of passages) {
    const last = groups.at(-1)
    if (passage.kind === 'row' && last?.[0]?.kind === 'row' && last[0].group === passage.group) last.push(passage)
    else groups.push([passage])
  }
  return groups
}

function rowOf(checked: CheckedDocument, passages: readonly Passage[], number: number, writing: Writing): Html {
  const figures = checked.stated
    .map((stated, index) => ({ stated, id: `d${number}f${index + 1}` }))
    .filter(({ stated: { judgement } }) =>
      passages.some(({ start, end }) => start <= judgement.figure.start && judgement.figure.end <= end),
    )
  const cards = figures.map(({ stated, id }) => card(stated, id, writing))
  return html`<div class="row"><div>${textOf(checked, passages, figures, writing)}</div><div>${cards}</div></div>
`
}

interface Numbered {
  readonly stated: Stated
  readonly id: string
}

function textOf(checked: CheckedDocument, passages: readonly Passage[], figures: readonly Numbered[], writing: Writing): Html {
  const [first] = passages
  if (first === undefined) return html``
  const words = (start: number, end: number) => marked(checked, start, end, figures)
  if (first.kind === 'row') {
    const rows = passages.map(({ row, start, end }) => {
      if (row === undefined) return html`<tr><td>${words(start, end)}</td></tr>`
      const cells = row.cells.map((cell) =>
        row.isHead ? html`<th scope="col">${words(cell.start, cell.end)}</th>` : html`<td>${words(cell.start, cell.end)}</td>`,
      )
      return html`<tr>${cells}</tr>`
    })
    return html`<table>${rows}</table>`
  }
  const text = words(first.start, first.end)
  switch (first.kind) {
    case 'title':
      return html`<h3>${text}</h3>`
    case 'heading': {
      const at = checked.document.prose.toDocument(first).start
      const section = flat(sectionsOf(checked.document)).find(({ start, heading }) => start <= at && at <= heading.end)
      const within = section === undefined ? [] : checked.stated.filter(({ start, end }) => start >= section.start && end <= section.end)
      // A heading over all there is would say what the document's own bar says.
      const own = within.length === checked.stated.length ? undefined : bar(countsOf(within), writing, 'small')
      return html`<h4>${text}</h4>${own}`
    }
    case 'item':
    case 'footnote':
      return html`<p class="item">${text}</p>`
    case 'quote':
      return html`<p class="quote">${text}</p>`
    case 'paragraph':
    case 'caption':
      return html`<p>${text}</p>`
  }
}

function flat(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flat(section.sections)])
}

/** The prose with its figures as links to their evidence. */
function marked({ document }: CheckedDocument, start: number, end: number, figures: readonly Numbered[]): readonly Html[] {
  const { text } = document.prose.body
  const parts: Html[] = []
  let at = start
  for (const { stated, id } of figures) {
    const { figure, verdict } = stated.judgement
    if (figure.start < at || figure.end > end) continue
    parts.push(
      html`${text.slice(at, figure.start)}<a class="figure ${verdict}" id="${id}" href="#${id}e">${text.slice(figure.start, figure.end)}</a>`,
    )
    at = figure.end
  }
  return [...parts, html`${text.slice(at, end)}`]
}

function card({ judgement }: Stated, id: string, writing: Writing): Html {
  const { say, locale } = writing
  const { figure, verdict, doubt } = judgement
  const evidence = evidenceOf(judgement)
  const [first, ...more] = evidence.slice(0, 4)
  const keys = evidence.map(({ source }) => source.key.replaceAll(' ', '_')).join(' ')
  const question = doubt !== undefined && verdict !== 'contradicted' ? html` · ${say.doubt}` : undefined
  return html`<article class="card ${verdict}" id="${id}e" data-verdict="${verdict}" data-sources="${keys}">
<p><a href="#${id}">${figure.text}</a> <span class="verdict">${verdictLabel(verdict, locale)}</span>${question}</p>
${verdict === 'unchecked' || verdict === 'supported' ? undefined : html`<p>${explain(judgement, locale)}</p>`}
${first && passageOf(first, writing)}${more.length === 0 ? undefined : html`<details><summary>${say.more(more.length)}</summary>${more.map((item) => passageOf(item, writing))}</details>`}</article>
`
}

function passageOf(evidence: Evidence, { say, locale, addressOf }: Writing): Html {
  const { source, passage, figure, relation } = evidence
  const { before, focus, after } = excerptOf(evidence, 220)
  const { title, publisher, published } = source.metadata
  const line = new LineIndex(source.body.text).positionOf(figure.start).line + 1
  const place = [
    publisher,
    published === undefined ? undefined : formatDate(published, locale),
    passage.page === undefined ? undefined : say.page(passage.page),
  ]
  const origin = place.filter((part) => part !== undefined).join(', ')
  return html`<blockquote>${before}<mark>${focus}</mark>${after}</blockquote>
<p class="faint">${say.relations[relation]}: <a href="${addressOf({ source })}#L${line}">${title ?? source.path}</a>${origin === '' ? '' : ` · ${origin}`} · @${source.key}</p>
`
}

/** Findings that are not about a figure: quotations, citations, names. */
function othersOf({ document, findings }: CheckedDocument, say: Messages): Html | undefined {
  const lines = new LineIndex(document.text)
  const others = findings.filter(
    ({ rule }) => !['figure-contradicted', 'figure-disputed', 'figure-outdated', 'figure-unsupported'].includes(rule),
  )
  if (others.length === 0) return undefined
  const items = others.map(
    ({ span, message, rule }) =>
      html`<li>${say.line(lines.positionOf(span.start).line + 1)}: ${message} <span class="faint">(${rule})</span></li>`,
  )
  return html`<h3>${say.others}</h3><ul>${items}</ul>`
}

function ignoredOf({ document, silenced }: CheckedDocument, say: Messages): Html | undefined {
  if (silenced.length === 0) return undefined
  const lines = new LineIndex(document.text)
  const items = silenced.map(
    ({ finding, directive }) =>
      html`<li>${say.line(lines.positionOf(finding.span.start).line + 1)}: ${finding.message} <span class="faint">(${finding.rule})</span><br>${say.reason(directive.reason)}</li>`,
  )
  return html`<h3>${say.ignored}</h3><ul>${items}</ul>`
}
