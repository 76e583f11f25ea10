/**
 * What appears over the name of an actor: who it is, what it is called, which roles the sources give it and since when, how often they name
 * it, the figures that stand most often in one sentence with it, and the latest passages.
 */
import type { Actor, ActorRole, ActorType } from '../actor/actor'
import type { SourceFigures } from '../claim/source'
import { formatQuantity } from '../figure/format'
import type { Source } from '../source/source'
import type { Locale } from '../text/locale'
import { contains, type Span } from '../text/span'
import { formatDate } from './dates'
import { excerpt } from './excerpt'
import type { HoverContext } from './hover'
import { escapeMarkdown, link, quotation } from './markdown'

/** How many of each a reader takes in at a glance. */
const shown = { roles: 4, aliases: 6, figures: 3, passages: 2 }

/** Sources that are read for a hover; the most recent ones that name the actor. */
export const readForHover = 12

/** `recent` are sources that name the actor, most recent first. */
export function describeActor(actor: Actor, written: string, recent: readonly SourceFigures[], context: HoverContext): string[] {
  const words = messages[context.locale]
  const lines = [`**${escapeMarkdown(actor.name)}** · ${words.types[actor.type]}`]
  const roles = actor.roles.slice(0, shown.roles).map((role) => describeRole(role, context.locale))
  if (roles.length > 0) lines.push(`${words.roles}: ${roles.join(', ')}`)
  const aliases = actor.aliases.filter((alias) => alias !== actor.name && alias !== written).slice(0, shown.aliases)
  if (aliases.length > 0) lines.push(`${words.aliases}: ${aliases.map(escapeMarkdown).join(', ')}`)
  lines.push(words.mentioned(actor.mentions, actor.sources))
  const places = recent.flatMap((reading) => placesOf(actor, reading))
  const figures = figuresBeside(places, context)
  if (figures.length > 0) lines.push(`${words.figures}\n\n${figures.join('\n')}`)
  // Copies of one article are one passage.
  const latest = new Map<string, Place>()
  for (const place of places) if (!latest.has(place.reading.witness)) latest.set(place.reading.witness, place)
  for (const place of [...latest.values()].slice(0, shown.passages)) lines.push(...passageOf(place, context))
  return lines
}

function describeRole({ role, former, since, sources, first, last }: ActorRole, locale: Locale): string {
  const words = messages[locale]
  const [key] = sources
  // Publication dates say when a role was told, which is not when it was held; only a text can say that.
  const told =
    since !== undefined
      ? words.since(date(since, locale))
      : first !== undefined && last !== undefined
        ? words.told(date(first, locale), date(last, locale))
        : ''
  const notes = [former === true ? words.former : '', told, key === undefined ? '' : `@${escapeMarkdown(key)}`].filter(
    (note) => note !== '',
  )
  return escapeMarkdown(role) + (notes.length === 0 ? '' : ` (${notes.join(', ')})`)
}

/** A year or a month stays as it is written. */
function date(iso: string, locale: Locale): string {
  return iso.length === 10 ? formatDate(iso, locale) : iso.length === 7 ? `${iso.slice(5)}/${iso.slice(0, 4)}` : iso
}

interface Place extends Span {
  readonly reading: SourceFigures
}

/** Where a source names the actor in a passage: by the full name, or else by what it calls the actor. */
function placesOf({ name, aliases, type }: Actor, reading: SourceFigures): Place[] {
  const { text, passages } = reading.source.body
  const surname = type === 'person' ? [name.slice(name.lastIndexOf(' ') + 1)] : []
  for (const form of [name, ...surname, ...aliases]) {
    const places: Place[] = []
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      const span = { start: at, end: at + form.length }
      if (!/[\p{L}\p{N}]/u.test(text.charAt(span.end)) && passages.some((passage) => contains(passage, span)))
        places.push({ ...span, reading })
    }
    if (places.length > 0) return places
  }
  return []
}

interface Beside {
  readonly text: string
  readonly measured: string
  readonly place: { readonly source: Source; readonly span: Span }
  readonly witnesses: Set<string>
}

/** The figures in sentences with the actor, those that most independent sources state first, then the most recent. */
function figuresBeside(places: readonly Place[], context: HoverContext): string[] {
  const found = new Map<string, Beside>()
  for (const { reading, start, end } of places) {
    const { contexts, source, witness } = reading
    for (const { figure, sentence, passage } of contexts.figures) {
      const span = contexts.sentences[sentence] ?? passage
      if (!figure.checkable || !contains(span, { start, end })) continue
      const { counted } = figure.frame
      const text = formatQuantity(figure.quantity, source.body.language)
      const measured = counted === undefined ? '' : source.body.text.slice(counted.start, counted.end)
      const known = found.get(text) ?? {
        text,
        measured: text.includes(measured) ? '' : measured,
        place: { source, span: figure },
        witnesses: new Set(),
      }
      found.set(text, known)
      known.witnesses.add(witness)
    }
  }
  const words = messages[context.locale]
  return [...found.values()]
    .sort((a, b) => b.witnesses.size - a.witnesses.size)
    .slice(0, shown.figures)
    .map(({ text, measured, place, witnesses }) => {
      const what = measured === '' ? '' : ` · ${escapeMarkdown(measured)}`
      const often = witnesses.size > 1 ? ` · ${words.sources(witnesses.size)}` : ''
      return `- ${link(text, context.linkTo(place))}${what}${often}`
    })
}

function passageOf(place: Place, context: HoverContext): string[] {
  const { source } = place.reading
  const passage = source.body.passages.find((candidate) => contains(candidate, place))
  if (passage === undefined) return []
  const { before, focus, after } = excerpt(source, passage, place, 160)
  const { title, publisher, published } = source.metadata
  const origin = [publisher, published === undefined ? undefined : formatDate(published, context.locale)].filter(
    (part) => part !== undefined,
  )
  const by = origin.map((part) => ` · ${escapeMarkdown(part)}`).join('')
  return [
    `${quotation(before, focus, after)}\n\n${link(title ?? source.path, context.linkTo({ source, span: place }))}${by} · @${escapeMarkdown(source.key)}`,
  ]
}

const messages = {
  de: {
    types: { person: 'Person', organisation: 'Organisation', state: 'Staat', place: 'Ort' } satisfies Record<ActorType, string>,
    roles: 'Funktionen',
    aliases: 'Auch',
    former: 'früher',
    since: (from: string) => `seit ${from}`,
    told: (first: string, last: string) => (first === last ? first : `${first} bis ${last}`),
    mentioned: (mentions: number, sources: number) => `${mentions}-mal genannt, in ${sources} ${sources === 1 ? 'Quelle' : 'Quellen'}`,
    sources: (count: number) => `${count} Quellen`,
    figures: 'Zahlen, die damit genannt werden:',
  },
  en: {
    types: { person: 'person', organisation: 'organisation', state: 'state', place: 'place' },
    roles: 'Roles',
    aliases: 'Also',
    former: 'former',
    since: (from: string) => `since ${from}`,
    told: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    mentioned: (mentions: number, sources: number) =>
      `mentioned ${mentions} ${mentions === 1 ? 'time' : 'times'}, in ${sources} ${sources === 1 ? 'source' : 'sources'}`,
    sources: (count: number) => `${count} sources`,
    figures: 'Figures stated with it:',
  },
} satisfies Record<Locale, unknown>
