/**
 * Actors inside German compounds: "Merz-Plan", "NATO-Generalsekretär", "Kremlsprecher", "Ukraine-Krieg". The part before the last hyphen
 * is looked for among the actors of the text and the known names; without a hyphen only among known names that end where a known word begins.
 */
import { isUpper } from '../text/chars'
import type { Mention } from './actor'
import { type KnownName, knownNames, knownNations } from './known'
import { isRole } from './roles'
import { tokensOf } from './tokens'

const seats = new Map<string, KnownName>()
for (const nation of knownNations) for (const seat of nation.seats) if (!seat.includes(' ')) seats.set(seat, nation)

/** Heads that follow a name without a hyphen: "Kremlsprecher", "NATOtruppen" is not written, "Ukrainekrieg" is. */
const heads =
  /^(krieg|krise|sprecher|chef|politik|regierung|reise|besuch|hilfe|konflikt|abkommen|minister|präsident|botschafter)(s|es|en|in|n)?$/

/** Mentions by all that compounds call them: as written, by name, persons by the last word of it. */
export function byName(mentions: readonly Mention[]): ReadonlyMap<string, Mention> {
  const named = new Map<string, Mention>()
  for (const mention of mentions) {
    named.set(mention.text, mention)
    named.set(mention.name, mention)
    if (mention.type === 'person') named.set(mention.name.slice(mention.name.lastIndexOf(' ') + 1), mention)
  }
  return named
}

/**
 * The actors within compounds of `text`; `mentions` are those it names outright, in text order, `named` those of the whole document. The span
 * is the actor's part of the word.
 */
export function compoundActorsOf(text: string, mentions: readonly Mention[], named = byName(mentions)): Mention[] {
  const { count, starts, ends } = tokensOf(text)
  const found: Mention[] = []
  let next = 0
  for (let at = 0; at < count; at++) {
    const start = starts[at] ?? 0
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= start) next++
    if ((mentions[next]?.start ?? Number.POSITIVE_INFINITY) <= start || !isUpper(text.charCodeAt(start))) continue
    const word = text.slice(start, ends[at])
    const hyphen = word.lastIndexOf('-')
    if (hyphen > 1) {
      const part = word.slice(0, hyphen)
      const mention = named.get(part)
      const known = knownNames.get(part) ?? seats.get(part)
      if (mention !== undefined) found.push({ start, end: start + hyphen, text: part, type: mention.type, name: mention.name })
      else if (known !== undefined) found.push({ start, end: start + hyphen, text: part, type: known.type, name: known.de })
      continue
    }
    const cut = knownStart(word)
    const known = cut === undefined ? undefined : (knownNames.get(word.slice(0, cut)) ?? seats.get(word.slice(0, cut)))
    if (known !== undefined && cut !== undefined)
      found.push({ start, end: start + cut, text: word.slice(0, cut), type: known.type, name: known.de })
  }
  return found
}

function knownStart(word: string): number | undefined {
  for (let cut = word.length - 4; cut >= 4; cut--) {
    const first = word.slice(0, cut)
    const rest = word.slice(cut)
    if ((knownNames.has(first) || seats.has(first)) && (heads.test(rest) || (rest.length > 4 && isRole(rest, 'de')))) return cut
  }
  return undefined
}
