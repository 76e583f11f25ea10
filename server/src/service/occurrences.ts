/**
 * Everything in the documents that means the same as what is under the cursor: the same citation key, the same actor, figures that
 * stand for the same figure of a source. Highlights are the occurrences within one document; references look through all.
 */
import type { ActorType } from '../actor/actor'
import type { Span } from '../text/span'
import { actorAt, placesOfActor } from './actors'
import { type CheckedDocument, citationAt, type Place, placeOf, type Stated, statedAt } from './checked'

export interface Occurrence extends Span {
  readonly path: string
}

export type Topic =
  | { readonly kind: 'citation'; readonly key: string }
  | { readonly kind: 'actor'; readonly name: string; readonly type: ActorType }
  | { readonly kind: 'figure'; readonly stated: Stated }

export function topicAt(checked: CheckedDocument, at: number): Topic | undefined {
  const citation = citationAt(checked, at)
  if (citation !== undefined) return { kind: 'citation', key: citation.key }
  const stated = statedAt(checked, at)
  if (stated !== undefined) return { kind: 'figure', stated }
  const mention = actorAt(checked, at)
  return mention && { kind: 'actor', name: mention.name, type: mention.type }
}

export function occurrencesOf(topic: Topic, checked: CheckedDocument): readonly Occurrence[] {
  const { path } = checked
  const placed = ({ start, end }: Span): Occurrence => ({ path, start, end })
  switch (topic.kind) {
    case 'citation':
      return checked.document.citations.filter(({ key }) => key === topic.key).map(({ keySpan }) => placed(keySpan))
    case 'actor':
      return placesOfActor(checked, topic.name).map(placed)
    case 'figure':
      return checked.stated.filter((other) => other === topic.stated || standForTheSame(topic.stated, other)).map(placed)
  }
}

/** Places in sources that the topic rests on. */
export function sourcePlacesOf(topic: Topic): readonly Place[] {
  return topic.kind === 'figure' ? topic.stated.judgement.evidence.filter(({ relation }) => relation !== 'related').map(placeOf) : []
}

function standForTheSame(a: Stated, b: Stated): boolean {
  const [first] = a.judgement.evidence
  const [second] = b.judgement.evidence
  return (
    first !== undefined &&
    second !== undefined &&
    first.source.key === second.source.key &&
    first.figure.start === second.figure.start &&
    first.figure.end === second.figure.end
  )
}
