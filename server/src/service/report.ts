/**
 * The evidence report: every figure of every document beside the passages that bear it out or contradict it. One page that needs no
 * network and no other file; without script it shows everything, with script it can be filtered.
 */
import type { Locale } from '../text/locale'
import type { CheckedDocument } from './checked'
import { bar, countsOf, order } from './report/coverage'
import { documentSection } from './report/document'
import { html, raw } from './report/html'
import { messages } from './report/messages'
import { script } from './report/script'
import { sourcesSection, usesOf } from './report/sources'
import { style } from './report/style'

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"

export function reportOf(documents: readonly CheckedDocument[], locale: Locale): string {
  const say = messages[locale]
  const figures = documents.flatMap(({ stated }) => stated)
  const counts = countsOf(figures)
  const uses = usesOf(documents)
  const filters = order
    .filter((verdict) => counts[verdict] > 0)
    .map(
      (verdict) =>
        html`<button type="button" data-filter="${verdict}" aria-pressed="false">${say.verdicts[verdict]} ${counts[verdict]}</button>`,
    )
  const options = uses.map(
    ({ source }) => html`<option value="${source.key.replaceAll(' ', '_')}">${source.metadata.title ?? source.key}</option>`,
  )
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#d1">${say.skip}</a>
<header>
<h1>${say.title}</h1>
<p>${say.summary(documents.length, figures.length)}</p>
${bar(counts, say, 'large')}
</header>
<nav class="filters" aria-label="${say.filters}">
<button type="button" data-filter="" aria-pressed="true">${say.all} ${figures.length}</button>
${filters}
<label>${say.source} <select id="source"><option value="">${say.allSources}</option>${options}</select></label>
<span id="status" role="status" class="faint" data-text="${say.shown}"></span>
</nav>
<p class="faint keys">${say.keys}</p>
<main>
${documents.map((checked, index) => documentSection(checked, index + 1, say, locale))}
${sourcesSection(uses, say, locale)}
</main>
<script>${raw(script)}</script>
</body>
</html>
`.html
}
