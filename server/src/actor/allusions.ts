/** What speaks of actors without being their name: "ukrainische Soldaten", "die Franzosen", "Merz-Plan", "Kremlsprecher". */
import type { Body, Passage } from '../text/body'
import { overlaps, shift } from '../text/span'
import type { Mention } from './actor'
import { byName, compoundActorsOf } from './compounds'
import { demonymsOf } from './demonyms'

/** In text order, apart from `mentions` (in text order) and from each other. `passages`: those of `body` that are looked at. */
export function allusionsOf(body: Body, mentions: readonly Mention[], passages: readonly Passage[] = body.passages): Mention[] {
  const named = byName(mentions)
  const found = passages.flatMap(({ start, end, language = body.language }) => {
    const text = body.text.slice(start, end)
    const own = within(mentions, start, end).map((mention) => shift(mention, -start))
    const allusions =
      language === 'de' ? [...compoundActorsOf(text, own, named), ...demonymsOf(text, language)] : demonymsOf(text, language)
    return allusions.filter((mention) => !own.some((other) => overlaps(other, mention))).map((mention) => shift(mention, start))
  })
  const kept: Mention[] = []
  for (const mention of found.sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (last === undefined || last.end <= mention.start) kept.push(mention)
  }
  return kept
}

/** The mentions that begin between two offsets. */
function within(mentions: readonly Mention[], start: number, end: number): readonly Mention[] {
  const firstFrom = (offset: number) => {
    let [low, high] = [0, mentions.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return mentions.slice(firstFrom(start), firstFrom(end))
}
