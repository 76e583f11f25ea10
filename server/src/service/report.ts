/**
 * The evidence report: every figure of every document beside the passage that supports or contradicts it, as one HTML page that needs
 * nothing else: no script, no font, no picture. Texts of documents and sources are not trusted; all of them are escaped, and a policy in
 * the head forbids whatever might slip through.
 */
import type { Evidence, Verdict } from '../claim/verdict'
import type { Finding } from '../rules/rule'
import { LineIndex } from '../text/lines'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'
import type { CheckedDocument, Place, Stated } from './checked'
import { evidenceOf } from './checked'
import { formatDate } from './dates'
import { type Excerpt, excerptOf } from './excerpt'

export interface ReportOptions {
  /** Where a place in a source can be opened; without an answer it is named and not linked. */
  readonly addressOf?: (place: Place) => string | undefined
  /** ISO 8601: when the report was made. */
  readonly made?: string
}

const verdicts = ['contradicted', 'disputed', 'outdated', 'unsupported', 'supported', 'unchecked'] as const satisfies readonly Verdict[]

/** Characters of the document around a figure. */
const around = 160

export function reportOf(
  documents: readonly CheckedDocument[],
  locale: Locale,
  { addressOf = () => undefined, made }: ReportOptions = {},
): string {
  const say = messages[locale]
  const overall = countVerdicts(documents.flatMap(({ judgements }) => judgements.map(({ verdict }) => verdict)))
  const subtitle = made === undefined ? '' : `<p class="made">${escapeHtml(formatDate(made, locale))}</p>`
  const contents = documents.length < 2 ? '' : contentsOf(documents, locale)
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(say.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(say.title)}</h1>
${subtitle}
${coverage(overall, locale)}
${contents}
</header>
<main>
${documents.map((checked, at) => documentSection(checked, at, locale, addressOf)).join('\n')}
</main>
</body>
</html>
`
}

type Counts = Readonly<Record<Verdict, number>>

function countVerdicts(found: readonly Verdict[]): Counts {
  const count = (verdict: Verdict) => found.filter((other) => other === verdict).length
  return {
    supported: count('supported'),
    contradicted: count('contradicted'),
    disputed: count('disputed'),
    outdated: count('outdated'),
    unsupported: count('unsupported'),
    unchecked: count('unchecked'),
  }
}

/** A bar whose parts are as long as the verdicts are frequent, with the numbers below for those who cannot see it. */
function coverage(counts: Counts, locale: Locale): string {
  const present = verdicts.filter((verdict) => counts[verdict] > 0)
  const parts = present.map((verdict) => `<span class="part ${verdict}" style="flex-grow:${counts[verdict]}"></span>`)
  const legend = present.map(
    (verdict) => `<li><span class="chip ${verdict}">${counts[verdict]} ${escapeHtml(messages[locale][verdict])}</span></li>`,
  )
  if (present.length === 0) return `<p>${escapeHtml(messages[locale].noFigures)}</p>`
  return `<div class="bar" aria-hidden="true">${parts.join('')}</div><ul class="legend">${legend.join('')}</ul>`
}

function contentsOf(documents: readonly CheckedDocument[], locale: Locale): string {
  const rows = documents.map(({ path, judgements, findings }, at) => {
    const counts = countVerdicts(judgements.map(({ verdict }) => verdict))
    const name = `<a href="#document-${at}">${escapeHtml(path)}</a>`
    return `<tr><td>${name}</td><td>${judgements.length}</td><td>${counts.supported}</td><td>${counts.contradicted}</td><td>${findings.length}</td></tr>`
  })
  const say = messages[locale]
  const heads = [say.document, say.figures, say.supported, say.contradicted, say.findings].map((head) => `<th>${escapeHtml(head)}</th>`)
  return `<table class="contents"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function documentSection(checked: CheckedDocument, at: number, locale: Locale, addressOf: (place: Place) => string | undefined): string {
  const { path, document, stated, judgements } = checked
  const lines = new LineIndex(document.text)
  const title = document.frontMatter.title ?? document.headings[0]?.text
  const rows = stated.map((one) => figureRow(one, checked, lines, locale, addressOf))
  const others = checked.findings.filter(({ rule }) => !rule.startsWith('figure-'))
  const remarks =
    others.length === 0
      ? ''
      : `<h3>${escapeHtml(messages[locale].others)}</h3><ul class="remarks">${others.map((finding) => remark(finding, lines)).join('')}</ul>`
  return `<section id="document-${at}">
<h2>${escapeHtml(title ?? path)}</h2>
<p class="path">${escapeHtml(path)}</p>
${coverage(countVerdicts(judgements.map(({ verdict }) => verdict)), locale)}
<table class="figures"><tbody>
${rows.join('\n')}
</tbody></table>
${remarks}
</section>`
}

function figureRow(
  stated: Stated,
  checked: CheckedDocument,
  lines: LineIndex,
  locale: Locale,
  addressOf: (place: Place) => string | undefined,
): string {
  const { verdict } = stated.judgement
  const proofs = evidenceOf(stated.judgement).slice(0, 3)
  const reasons = checked.findings.filter(
    ({ rule, span }) => rule.startsWith('figure-') && span.start < stated.end && stated.start < span.end,
  )
  const said = reasons.map(({ message }) => `<p class="reason">${escapeHtml(message)}</p>`)
  return `<tr class="${verdict}">
<td class="line">${lines.positionOf(stated.start).line + 1}</td>
<td class="stated"><span class="chip ${verdict}">${escapeHtml(messages[locale][verdict])}</span>
<p>${excerptHtml(contextOf(checked.document.text, stated))}</p>${said.join('')}</td>
<td class="proofs">${proofs.map((proof) => proofHtml(proof, locale, addressOf)).join('')}</td>
</tr>`
}

function proofHtml(evidence: Evidence, locale: Locale, addressOf: (place: Place) => string | undefined): string {
  const { key, metadata, path } = evidence.source
  const when = metadata.published === undefined ? undefined : formatDate(metadata.published, locale)
  const credit = [metadata.publisher ?? metadata.authors[0], when, metadata.title ?? path].filter((part) => part !== undefined).join(', ')
  const address = addressOf({ source: evidence.source, span: evidence.figure })
  const name = address === undefined ? escapeHtml(credit) : `<a href="${escapeHtml(address)}">${escapeHtml(credit)}</a>`
  return `<figure class="${evidence.relation}"><blockquote>${excerptHtml(excerptOf(evidence))}</blockquote><figcaption>${name} <code>@${escapeHtml(key)}</code></figcaption></figure>`
}

function remark({ severity, message, span }: Finding, lines: LineIndex): string {
  return `<li class="${severity}"><span class="line">${lines.positionOf(span.start).line + 1}</span> ${escapeHtml(message)}</li>`
}

/** The words of the document around a figure, within its paragraph. */
function contextOf(text: string, { start, end }: Span): Excerpt {
  const paragraphStart = text.lastIndexOf('\n\n', start) + 1
  const after = text.indexOf('\n\n', end)
  const paragraphEnd = after < 0 ? text.length : after
  const from = start - paragraphStart > around ? text.indexOf(' ', start - around) + 1 : paragraphStart
  const to = paragraphEnd - end > around ? text.lastIndexOf(' ', end + around) : paragraphEnd
  return {
    before: `${from > paragraphStart ? '… ' : ''}${text.slice(Math.min(from, start), start)}`,
    focus: text.slice(start, end),
    after: `${text.slice(end, Math.max(to, end))}${to < paragraphEnd ? ' …' : ''}`,
  }
}

function excerptHtml({ before, focus, after }: Excerpt): string {
  return `${escapeHtml(before.trimStart())}<mark>${escapeHtml(focus)}</mark>${escapeHtml(after.trimEnd())}`
}

/** Text or attribute value; controls and characters that reorder text are dropped. */
function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[&<>"']/g, (special) => `&#${special.charCodeAt(0)};`)
}

const style = `
:root{color-scheme:light dark;--line:#8884;--good:#2e7d32;--bad:#c62828;--open:#8a6d00;--none:#6b7280}
body{font:16px/1.5 system-ui,sans-serif;max-width:76rem;margin:0 auto;padding:1.5rem}
h1{margin:0 0 .25rem}h2{margin:2.5rem 0 0}.path,.made,.line{opacity:.7;font-variant-numeric:tabular-nums}.path,.made{margin:0 0 .75rem}
.bar{display:flex;height:.6rem;border-radius:.3rem;overflow:hidden;gap:2px;margin:.75rem 0}.part{min-width:3px}
.legend{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none;margin:.5rem 0 1rem}
.chip{border-radius:1rem;padding:.05rem .6rem;font-size:.8rem;border:1px solid currentColor;white-space:nowrap}
.part.supported{background:var(--good)}.part.contradicted{background:var(--bad)}.part.disputed,.part.outdated{background:var(--open)}.part.unsupported,.part.unchecked{background:var(--none)}
.chip.supported{color:var(--good)}.chip.contradicted{color:var(--bad)}.chip.disputed,.chip.outdated{color:var(--open)}.chip.unsupported,.chip.unchecked{color:var(--none)}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line)}
.stated{width:45%}.stated p{margin:.35rem 0}.reason{font-weight:600}
mark{background:none;color:inherit;font-weight:700;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}
tr.contradicted .stated mark{text-decoration-color:var(--bad)}tr.supported mark,.supports mark{text-decoration-color:var(--good)}
figure{margin:0 0 .75rem}blockquote{margin:0;padding-left:.75rem;border-left:3px solid var(--line)}figcaption{font-size:.85rem;opacity:.8;padding-left:.95rem}
@media print{body{padding:0;max-width:none}tr,figure{break-inside:avoid}a{color:inherit}}
@media (prefers-color-scheme:dark){:root{--good:#66bb6a;--bad:#ef5350;--open:#e0b84c;--none:#9ca3af}}
`

const messages = {
  de: {
    title: 'Belegbericht',
    document: 'Dokument',
    figures: 'Zahlen',
    findings: 'Befunde',
    others: 'Weitere Befunde',
    noFigures: 'Keine Zahlen.',
    supported: 'belegt',
    contradicted: 'widersprochen',
    disputed: 'strittig',
    outdated: 'überholt',
    unsupported: 'ohne Quelle',
    unchecked: 'nicht geprüft',
  },
  en: {
    title: 'Evidence report',
    document: 'Document',
    figures: 'Figures',
    findings: 'Findings',
    others: 'Other findings',
    noFigures: 'No figures.',
    supported: 'supported',
    contradicted: 'contradicted',
    disputed: 'disputed',
    outdated: 'outdated',
    unsupported: 'without a source',
    unchecked: 'not checked',
  },
} satisfies Record<Locale, Record<Verdict, string> & Record<string, string>>
