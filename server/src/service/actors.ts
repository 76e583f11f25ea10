/** Actors at a place of a document: where it names them, and where it speaks of them otherwise ("der Merz-Plan", "ukrainische Soldaten"). */
import type { Mention } from '../actor/actor'
import { allusionsOf } from '../actor/allusions'
import { actorsOf } from '../actor/recognise'
import { applyRegistry, type Registry } from '../actor/registry'
import { parseDocument } from '../analysis/parse'
import type { Edit } from '../rules/rule'
import type { Source } from '../source/source'
import { contains, type Span } from '../text/span'
import { type CheckedDocument, itemAt, type Place } from './checked'

export function actorAt(checked: CheckedDocument, at: number): Mention | undefined {
  return itemAt(checked.mentions, at) ?? itemAt(allusionsIn(checked, at), at)
}

/** All places where the document speaks of the actor, in text order. */
export function placesOfActor(checked: NamedDocument, name: string): readonly Mention[] {
  return [...checked.mentions, ...allusionsIn(checked)].filter((mention) => mention.name === name).sort((a, b) => a.start - b.start)
}

/** In the whole document, or in the passage at a place. Asked for with a cursor or a list, and not while every keystroke is checked. */
function allusionsIn({ document: { prose }, mentions }: NamedDocument, at?: number): Mention[] {
  const inProse = mentions.flatMap((mention) => {
    const [start, end] = [prose.fromDocument(mention.start), prose.fromDocument(mention.end - 1)]
    return start === undefined || end === undefined ? [] : [{ ...mention, start, end: end + 1 }]
  })
  const { body } = prose
  const place = at === undefined ? undefined : prose.fromDocument(at)
  const isThere = ({ start, end }: Span) => place !== undefined && start <= place && place <= end
  return allusionsOf(body, inProse, at === undefined ? body.passages : body.passages.filter(isThere)).map((mention) => ({
    ...mention,
    ...prose.toDocument(mention),
  }))
}

/** A document that is read for its names alone. */
export type NamedDocument = Pick<CheckedDocument, 'document' | 'mentions'>

export function namesIn(text: string, registry: Registry): NamedDocument {
  const document = parseDocument(text)
  const { prose } = document
  const mentions = applyRegistry(actorsOf(prose.body), registry)
  return { document, mentions: mentions.map((mention) => ({ ...mention, ...prose.toDocument(mention) })) }
}

/** Where a source names the actor first: by its full name, or by the last word of it. */
export function placeOfName(name: string, source: Source): Place | undefined {
  const { text, passages } = source.body
  for (const form of [name, lastWord(name)]) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      const span = { start, end: start + form.length }
      if (passages.some((passage) => contains(passage, span))) return { source, span }
    }
  }
  return undefined
}

export interface ActorRename {
  readonly from: string
  readonly to: string
}

/** The edits that call an actor otherwise: full names and surnames, each with its genitive; abbreviations and roles stay as they are. */
export function renameActorIn(checked: NamedDocument, { from, to }: ActorRename): readonly Edit[] {
  const forms = [[from, to] as const, [lastWord(from), lastWord(to)] as const]
  return placesOfActor(checked, from).flatMap(({ start, end }) => {
    const written = checked.document.text.slice(start, end)
    for (const [old, now] of forms) {
      const ending = written.startsWith(old) ? written.slice(old.length) : undefined
      if (ending === '') return [{ start, end, newText: now }]
      if (ending === 's' || ending === '’' || ending === "'" || ending === '’s' || ending === "'s")
        return [{ start, end, newText: now + genitive(now, ending) }]
    }
    return []
  })
}

/** "Merz’" and "Merkels"; English names keep their apostrophe. */
function genitive(name: string, before: string): string {
  const hissing = /[sxzß]$/.test(name)
  if (before.endsWith('s') && before.length > 1) return before
  return hissing ? '’' : 's'
}

function lastWord(name: string): string {
  const words = name.split(' ')
  const particle = words.findIndex((word, at) => at > 0 && /^\p{Ll}/u.test(word))
  return words.slice(particle > 0 ? particle : -1).join(' ')
}
