/** The sources that the documents rest on: a timeline, and a table that says the same in words. */
import type { Source } from '../../source/source'
import { type CheckedDocument, evidenceOf } from '../checked'
import { formatDate } from '../dates'
import { type Html, html } from './html'
import type { Writing } from './messages'

interface Use {
  readonly source: Source
  readonly supports: number
  readonly contradicts: number
}

/** In the order of their dates, undated ones last. */
export function usesOf(documents: readonly CheckedDocument[]): readonly Use[] {
  const uses = new Map<string, Use>()
  for (const { judgement } of documents.flatMap(({ stated }) => stated)) {
    const seen = new Set<string>()
    for (const { source, relation } of evidenceOf(judgement)) {
      if (seen.has(source.key) || relation === 'related') continue
      seen.add(source.key)
      const before = uses.get(source.key) ?? { source, supports: 0, contradicts: 0 }
      uses.set(source.key, { ...before, [relation]: before[relation] + 1 })
    }
  }
  const date = ({ source }: Use) => source.metadata.published ?? '9999'
  return [...uses.values()].sort((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : a.source.key < b.source.key ? -1 : 1))
}

export function sourcesSection(uses: readonly Use[], writing: Writing): Html | undefined {
  if (uses.length === 0) return undefined
  const { say, locale, addressOf } = writing
  const rows = uses.map(({ source, supports, contradicts }, at) => {
    const { title, publisher, authors, published } = source.metadata
    const date = published === undefined ? say.undated : formatDate(published, locale)
    return html`<tr id="s${at + 1}" tabindex="-1"><td>${date}</td><td><a href="${addressOf({ source })}">${title ?? source.path}</a> <span class="faint">@${source.key}</span></td><td>${publisher ?? authors.join(', ')}</td><td>${supports}</td><td>${contradicts}</td></tr>`
  })
  const heads = say.columns.map((column) => html`<th scope="col">${column}</th>`)
  return html`<section aria-labelledby="sources"><h2 id="sources">${say.sources}</h2>${timeline(uses, writing)}<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></section>`
}

/**
 * One mark a source, the larger the more figures rest on it: a dot, or a diamond where it contradicts one. Each is a link to the source's row;
 * by script the arrow keys go from one to the next.
 */
function timeline(uses: readonly Use[], { say, locale }: Writing): Html | undefined {
  const dated = uses.flatMap((use, at) => {
    const { published = '' } = use.source.metadata
    const day = Date.parse(published.slice(0, 10))
    return Number.isNaN(day) ? [] : [{ ...use, day, date: formatDate(published, locale), row: at + 1 }]
  })
  const first = dated[0]
  const last = dated.at(-1)
  if (first === undefined || last === undefined || first.day === last.day) return undefined
  const tenths = (value: number) => Math.round(value * 10) / 10
  const marks = dated.map(({ source, day, date, row, supports, contradicts }) => {
    const share = (day - first.day) / (last.day - first.day)
    const x = tenths(20 + share * 760)
    const r = tenths(6 + Math.min(9, Math.sqrt(supports + contradicts) * 2))
    const dot = html`<circle class="fill-supported" cx="${x}" cy="40" r="${r}"/>`
    const diamond = html`<path class="fill-contradicted" d="M0,${-r}L${r},0L0,${r}L${-r},0z" transform="translate(${x} 40) scale(1.2)"/>`
    const anchor = share < 1 / 3 ? 'start' : share < 2 / 3 ? 'middle' : 'end'
    const edge = { start: x - r, middle: x, end: x + r }[anchor]
    const title = source.metadata.title ?? source.key
    return html`<a href="#s${row}" data-source="${source.key.replaceAll(' ', '_')}" aria-label="${date}: ${title}, ${say.uses(supports, contradicts)}">${contradicts > 0 ? diamond : dot}<text class="tip" x="${tenths(edge)}" y="14" text-anchor="${anchor}" aria-hidden="true">${date}: ${shortened(title)}</text></a>`
  })
  const label = (text: string, anchor: string, x: number) =>
    html`<text class="label" x="${x}" y="76" text-anchor="${anchor}" aria-hidden="true">${text}</text>`
  const labels = [
    label(first.date, 'start', 10),
    label(`● ${say.columns[3]}   ◆ ${say.columns[4]}`, 'middle', 400),
    label(last.date, 'end', 790),
  ]
  return html`<svg class="timeline" viewBox="0 0 800 84" role="group" aria-label="${say.timeline}"><line class="axis" x1="20" y1="40" x2="780" y2="40"/>${labels}${marks}</svg>
<p class="faint keys">${say.timelineKeys}</p>`
}

/** To a length that stands in one line over the axis. */
function shortened(title: string): string {
  return title.length <= 80 ? title : `${title.slice(0, 79).trimEnd()}…`
}

/** From the workspace's folder, so that the page can be put there; a path is never taken for an address. */
export function relativeAddress(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return /^[^/]*%3A/i.test(encoded) ? `./${encoded}` : encoded
}
