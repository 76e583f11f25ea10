/**
 * What appears over a figure, a citation, a quotation or an actor: the verdict first, then the passage that decides, then whose it is.
 * Everything that comes from a source or from the document is escaped; only the frame around it is Markdown.
 */
import type { Actor } from '../actor/actor'
import { explain } from '../claim/explain'
import type { SourceFigures } from '../claim/source'
import type { Evidence, Verdict } from '../claim/verdict'
import type { Reference } from '../rules/rule'
import type { Metadata, Source } from '../source/source'
import type { Locale } from '../text/locale'
import { overlaps, type Span } from '../text/span'
import { describeActor, readForHover } from './actor-hover'
import { actorAt } from './actors'
import { type CheckedDocument, citationAt, evidenceOf, type Place, pageOf, placeOf, type Stated, statedAt } from './checked'
import { formatDate } from './dates'
import { type Excerpt, excerpt, excerptOf } from './excerpt'
import { escapeMarkdown, link, quotation } from './markdown'

export interface Hover {
  readonly span: Span
  readonly markdown: string
}

export interface HoverContext {
  readonly locale: Locale
  /** The address that opens a place, where there is one. */
  linkTo(place: Place): string | undefined
  /** 0 to 100 while the index is not complete. */
  readonly indexed?: number
}

/** What an actor hover needs from the corpus, and a citation hover beyond the document. */
export interface HoverSources {
  actors(name: string): Promise<readonly Actor[]>
  /** The most recent sources that name the actor. */
  naming(actor: Actor, limit: number): Promise<readonly SourceFigures[]>
  sources(keys: readonly string[]): Promise<readonly (Source | undefined)[]>
}

/** How many sources a hover shows of a figure. */
const shown = 3

export async function hover(checked: CheckedDocument, at: number, corpus: HoverSources, context: HoverContext): Promise<Hover | undefined> {
  const citation = citationAt(checked, at)
  if (citation !== undefined) {
    const reference = checked.references.get(citation.key)
    const source = reference?.kind === 'source' ? (await corpus.sources([citation.key]))[0] : undefined
    const taken = checked.stated.filter((stated) => paragraphOf(checked, citation.start) === paragraphOf(checked, stated.start))
    const lines = describeCitation(citation.key, reference, source, taken, context)
    return { span: { start: citation.start, end: citation.keySpan.end }, markdown: withIndexState(lines, context) }
  }
  const stated = statedAt(checked, at)
  if (stated !== undefined) {
    const isTold = checked.findings.some(
      ({ span, message }) => overlaps(span, stated) && message === explain(stated.judgement, context.locale),
    )
    return { span: stated, markdown: withIndexState(describeFigure(stated, context, isTold), context) }
  }
  const mention = actorAt(checked, at)
  if (mention !== undefined) {
    const actors = await corpus.actors(mention.name)
    const actor =
      actors.find(({ name, type }) => name === mention.name && type === mention.type) ??
      actors.find(({ type }) => type === mention.type) ??
      actors[0]
    if (actor !== undefined) {
      const lines = describeActor(actor, mention.name, await corpus.naming(actor, readForHover), context)
      return { span: mention, markdown: withIndexState(lines, context) }
    }
  }
  const quote = checked.quotes.find(({ quotation: span }) => span.start <= at && at < span.end)
  if (quote === undefined) return undefined
  const { source, passage } = quote.evidence
  const words = messages[context.locale]
  const lines = [
    `**${quote.exact ? words.quoteExact : words.quoteAltered}**`,
    passageLines(excerpt(source, passage, quote.evidence), { source, span: quote.evidence }, context),
  ]
  return { span: quote.quotation, markdown: withIndexState(lines, context) }
}

/** `isTold`: a finding says the sentence already, and editors show it beside the hover. */
function describeFigure(stated: Stated, context: HoverContext, isTold: boolean): string[] {
  const { judgement } = stated
  const words = messages[context.locale]
  const evidence = evidenceOf(judgement)
  const headline = judgement.doubt !== undefined && judgement.verdict !== 'contradicted' ? words.doubt : words.verdicts[judgement.verdict]
  const lines = [`**${headline}**`, ...(isTold ? [] : [escapeMarkdown(explain(judgement, context.locale))])]
  const ranked = distinctSources(evidence)
  for (const item of ranked.slice(0, shown)) {
    const relation = ranked.length > 1 ? `${words.relations[item.relation]}: ` : ''
    lines.push(passageLines(excerptOf(item), placeOf(item), context, relation))
  }
  if (ranked.length > shown) lines.push(words.more(ranked.length - shown))
  return lines
}

/** The best evidence of each witness: a second passage of the same article adds nothing at a glance. */
function distinctSources(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>()
  return evidence.filter(({ source }) => !seen.has(source.key) && seen.add(source.key))
}

function describeCitation(
  key: string,
  reference: Reference | undefined,
  source: Source | undefined,
  figures: readonly Stated[],
  context: HoverContext,
): string[] {
  const words = messages[context.locale]
  if (reference === undefined || reference.kind === 'unknown') {
    const similar = reference?.similar ?? []
    const hint = similar.length > 0 ? ` ${words.similar(similar.map((other) => `\`${other.replaceAll('`', '')}\``).join(', '))}` : ''
    return [`**${words.unknownKey(escapeMarkdown(key))}**${hint}`]
  }
  if (reference.kind === 'bibliography' || source === undefined) return [`**${escapeMarkdown(reference.title)}**`, words.bibliographyOnly]
  const target = context.linkTo({ source, span: { start: 0, end: 0 } })
  const lines = [`**${link(reference.title, target)}**`, byline(source.metadata, context.locale)].filter((line) => line !== '')
  const taken = figures.flatMap((stated) => {
    const found = evidenceOf(stated.judgement).find((item) => item.source.key === key)
    return found === undefined ? [] : [{ stated, found }]
  })
  if (taken.length === 0) return [...lines, words.takesNothing]
  const items = taken.map(({ stated, found }) => {
    const own = escapeMarkdown(stated.judgement.figure.text)
    return `- ${words.relations[found.relation]}: ${own} ← ${link(found.figure.text, context.linkTo(placeOf(found)))}`
  })
  return [...lines, `${words.takes}\n\n${items.join('\n')}`]
}

function passageLines(parts: Excerpt, place: Place, context: HoverContext, relation = ''): string {
  const { key, metadata } = place.source
  const title = link(metadata.title ?? place.source.path, context.linkTo(place))
  const page = pageOf(place)
  const origin = [
    byline(metadata, context.locale),
    page === undefined ? '' : messages[context.locale].page(page),
    `@${escapeMarkdown(key)}`,
  ]
  return `${quotation(parts.before, parts.focus, parts.after)}\n\n${relation}${[title, ...origin].filter((part) => part !== '').join(' · ')}`
}

/** "Deutsche Tagesschau · 15.12.2025" */
function byline(metadata: Metadata, locale: Locale): string {
  const parts = [metadata.publisher ?? metadata.authors.join(', ')].filter((part) => part !== '').map(escapeMarkdown)
  if (metadata.published !== undefined) parts.push(escapeMarkdown(formatDate(metadata.published, locale)))
  return parts.join(' · ')
}

function withIndexState(lines: readonly string[], { indexed, locale }: HoverContext): string {
  const all = indexed === undefined ? lines : [...lines, `*${messages[locale].indexed(indexed)}*`]
  return all.join('\n\n')
}

/** The passage group that a document offset lies in; figures of one group belong to one paragraph, list or table. */
function paragraphOf(checked: CheckedDocument, at: number): number | undefined {
  const { prose } = checked.document
  const offset = prose.fromDocument(at) ?? prose.before(at)
  return prose.body.passages.find((passage) => passage.start <= offset && offset <= passage.end)?.group
}

const messages = {
  de: {
    verdicts: {
      supported: '✓ Belegt',
      contradicted: '✗ Widerspricht der Quelle',
      disputed: '≠ Quellen uneins',
      outdated: '⟳ Überholt',
      unsupported: '○ Keine Quelle nennt diese Angabe',
      unchecked: '– Nicht geprüft',
    } satisfies Record<Verdict, string>,
    doubt: '? Stimmt das?',
    page: (page: number) => `S. ${page}`,
    relations: { supports: 'stützt', contradicts: 'widerspricht', related: 'verwandt' } satisfies Record<Evidence['relation'], string>,
    more: (count: number) => `… und ${count} weitere ${count === 1 ? 'Quelle' : 'Quellen'}`,
    unknownKey: (key: string) => `Zu @${key} gibt es weder eine Quelle noch einen Literatureintrag.`,
    similar: (keys: string) => `Gemeint: ${keys}?`,
    bibliographyOnly: 'Steht im Literaturverzeichnis; der Text liegt nicht bei den Quellen und wird nicht geprüft.',
    takes: 'Dieser Absatz übernimmt daraus:',
    takesNothing: 'Dieser Absatz übernimmt daraus keine Zahl.',
    quoteExact: '✓ Wörtlich in der Quelle',
    quoteAltered: '✗ Weicht vom Wortlaut der Quelle ab',
    indexed: (percent: number) => `Index ${percent} %: Weitere Quellen werden noch gelesen.`,
  },
  en: {
    verdicts: {
      supported: '✓ Supported',
      contradicted: '✗ Contradicts the source',
      disputed: '≠ The sources disagree',
      outdated: '⟳ Outdated',
      unsupported: '○ No source states this',
      unchecked: '– Not checked',
    },
    doubt: '? Is this right?',
    page: (page: number) => `p. ${page}`,
    relations: { supports: 'supports', contradicts: 'contradicts', related: 'related' },
    more: (count: number) => `… and ${count} more ${count === 1 ? 'source' : 'sources'}`,
    unknownKey: (key: string) => `Neither a source nor a bibliography entry is called @${key}.`,
    similar: (keys: string) => `Did you mean ${keys}?`,
    bibliographyOnly: 'Listed in the bibliography; its text is not among the sources and is not checked.',
    takes: 'This paragraph takes from it:',
    takesNothing: 'This paragraph takes no figure from it.',
    quoteExact: '✓ Word for word in the source',
    quoteAltered: '✗ Differs from the wording of the source',
    indexed: (percent: number) => `Index ${percent} %: more sources are still being read.`,
  },
} satisfies Record<Locale, unknown>
