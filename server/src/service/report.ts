/**
 * The evidence report: every figure of every document beside the passages that bear it out or contradict it. One page that needs no
 * network and no other file; without script it shows everything, with script it can be filtered.
 */
import type { Source } from '../source/source'
import type { Locale } from '../text/locale'
import type { CheckedDocument } from './checked'
import { formatDate } from './dates'
import { bar, countsOf, order } from './report/coverage'
import { documentSection } from './report/document'
import { html, raw } from './report/html'
import { messages } from './report/messages'
import { script } from './report/script'
import { relativeAddress, sourcesSection, usesOf } from './report/sources'
import { style } from './report/style'
import { verdictLabel } from './verdicts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"

export interface ReportOptions {
  /** Where a source can be opened, without a line; its path in the workspace where it is missing. */
  readonly addressOf?: (place: { readonly source: Source }) => string
  /** When it was made, ISO 8601. */
  readonly made?: string
}

export function reportOf(documents: readonly CheckedDocument[], locale: Locale, options: ReportOptions = {}): string {
  const { addressOf = ({ source }) => relativeAddress(source.path), made } = options
  const say = messages[locale]
  const figures = documents.flatMap(({ stated }) => stated)
  const counts = countsOf(figures)
  const uses = usesOf(documents)
  const filters = order
    .filter((verdict) => counts[verdict] > 0)
    .map(
      (verdict) =>
        html`<button type="button" data-filter="${verdict}" aria-pressed="false">${verdictLabel(verdict, locale)} ${counts[verdict]}</button>`,
    )
  const choices = uses.map(
    ({ source }) => html`<option value="${source.key.replaceAll(' ', '_')}">${source.metadata.title ?? source.key}</option>`,
  )
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#d1">${say.skip}</a>
<header>
<h1>${say.title}</h1>
<p>${say.summary(documents.length, figures.length)}${made === undefined ? '' : ` · ${formatDate(made, locale)}`}</p>
${bar(counts, { say, locale }, 'large')}
</header>
<nav class="filters" aria-label="${say.filters}">
<button type="button" data-filter="" aria-pressed="true">${say.all} ${figures.length}</button>
${filters}
<label>${say.source} <select id="source"><option value="">${say.allSources}</option>${choices}</select></label>
<span id="status" role="status" class="faint" data-text="${say.shown}"></span>
</nav>
<p class="faint keys">${say.keys}</p>
<main>
${documents.map((checked, index) => documentSection(checked, index + 1, { say, locale, addressOf }))}
${sourcesSection(uses, { say, locale, addressOf })}
</main>
<script>${raw(script)}</script>
</body>
</html>
`.html
}
