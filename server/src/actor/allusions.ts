/** What speaks of actors without being their name: "ukrainische Soldaten", "die Franzosen", "Merz-Plan", "Kremlsprecher". */
import type { Body } from '../text/body'
import { overlaps, shift } from '../text/span'
import type { Mention } from './actor'
import { compoundActorsOf } from './compounds'
import { demonymsOf } from './demonyms'

/** In text order, apart from `mentions` and from each other. */
export function allusionsOf(body: Body, mentions: readonly Mention[]): Mention[] {
  const found = body.passages.flatMap(({ start, end, language = body.language }) => {
    const text = body.text.slice(start, end)
    const own = mentions.map((mention) => shift(mention, -start))
    const allusions = language === 'de' ? [...compoundActorsOf(text, own), ...demonymsOf(text, language)] : demonymsOf(text, language)
    return allusions.map((mention) => shift(mention, start))
  })
  const kept: Mention[] = []
  for (const mention of found.sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if ((last === undefined || last.end <= mention.start) && !mentions.some((other) => overlaps(other, mention))) kept.push(mention)
  }
  return kept
}
