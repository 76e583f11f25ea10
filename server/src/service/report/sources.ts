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
  const rows = uses.map(({ source, supports, contradicts }) => {
    const { title, publisher, authors, published } = source.metadata
    const date = published === undefined ? say.undated : formatDate(published, locale)
    return html`<tr><td>${date}</td><td><a href="${addressOf({ source })}">${title ?? source.path}</a> <span class="faint">@${source.key}</span></td><td>${publisher ?? authors.join(', ')}</td><td>${supports}</td><td>${contradicts}</td></tr>`
  })
  const heads = say.columns.map((column) => html`<th scope="col">${column}</th>`)
  return html`<section aria-labelledby="sources"><h2 id="sources">${say.sources}</h2>${timeline(uses, writing)}<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></section>`
}

/** One dot a source, the larger the more figures rest on it. */
function timeline(uses: readonly Use[], { say, locale }: Writing): Html | undefined {
  const dated = uses.flatMap((use) => {
    const day = Date.parse((use.source.metadata.published ?? '').slice(0, 10))
    return Number.isNaN(day) ? [] : [{ ...use, day }]
  })
  const first = dated[0]
  const last = dated.at(-1)
  if (first === undefined || last === undefined || first.day === last.day) return undefined
  const place = (day: number) => 20 + ((day - first.day) / (last.day - first.day)) * 760
  const dots = dated.map(({ source, day, supports, contradicts }) => {
    const radius = 4 + Math.min(10, Math.sqrt(supports + contradicts) * 2)
    const name = `${formatDate(source.metadata.published ?? '', locale)}: ${source.metadata.title ?? source.key}`
    return html`<circle class="fill-${contradicts > 0 ? 'contradicted' : 'supported'}" fill-opacity="0.75" cx="${place(day).toFixed(1)}" cy="24" r="${radius.toFixed(1)}"><title>${name}</title></circle>`
  })
  const end = (use: typeof first, anchor: string, x: number) =>
    html`<text class="label" x="${x}" y="56" text-anchor="${anchor}">${formatDate(use.source.metadata.published ?? '', locale)}</text>`
  return html`<svg viewBox="0 0 800 64" role="img" aria-label="${say.timeline}"><line class="axis" x1="20" y1="24" x2="780" y2="24"/>${dots}${end(first, 'start', 10)}${end(last, 'end', 790)}</svg>`
}

/** From the workspace's folder, so that the page can be put there; a path is never taken for an address. */
export function relativeAddress(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return /^[^/]*%3A/i.test(encoded) ? `./${encoded}` : encoded
}
