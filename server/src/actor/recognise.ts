/** Finds the persons, organisations, states and places that a text names, and who each of them is within that text. */
import type { Language } from '../language/language'
import type { Body } from '../text/body'
import { isUpper } from '../text/chars'
import type { Mention } from './actor'
import { knownNames } from './known'
import * as de from './lexicon/de'
import { particles, titles } from './lexicon/de'
import * as en from './lexicon/en'
import { tokensOf } from './tokens'

const lexicons = { de, en }

/** The actors that `text` names, in text order, without overlaps. */
export function recogniseActors(text: string, language: Language): Mention[] {
  const found: Mention[] = []
  const { count, starts, ends, opens } = tokensOf(text)
  const word = (at: number) => text.slice(starts[at], ends[at])
  const isName = (at: number) => at < count && isUpper(text.charCodeAt(starts[at] ?? 0)) && opens[at] === 0
  for (let at = 0; at < count; ) {
    const known = knownAt(at)
    if (known !== undefined) {
      found.push(known.mention)
      at = known.next
      continue
    }
    if (isRole(word(at), language) || titles.includes(word(at))) {
      let next = at + 1
      while (next < count && (titles.includes(word(next)) || isRole(word(next), language))) next++
      let end = next
      while (end < next + 4 && end < count && (isName(end) || (end > next && particles.has(word(end)) && isName(end + 1)))) end++
      if (end > next && knownAt(next) === undefined) {
        const text_ = text.slice(starts[next], ends[end - 1])
        const role = word(at)
        found.push({
          start: starts[next] ?? 0,
          end: ends[end - 1] ?? 0,
          text: text_,
          type: 'person',
          name: text_,
          ...(titles.includes(role) ? {} : { role }),
        })
        at = end
        continue
      }
    }
    at++
  }
  return found

  function knownAt(at: number) {
    for (let length = Math.min(5, count - at); length > 0; length--) {
      const start = starts[at] ?? 0
      const end = ends[at + length - 1] ?? 0
      const surface = text.slice(start, end)
      const known = knownNames.get(surface) ?? (surface.endsWith('s') ? knownNames.get(surface.slice(0, -1)) : undefined)
      if (known !== undefined) return { mention: { start, end, text: surface, type: known.type, name: known[language] }, next: at + length }
    }
    return undefined
  }
}

function isRole(word: string, language: Language): boolean {
  const lower = word.toLowerCase()
  return lexicons[language].roles.some((role) => lower.endsWith(role.toLowerCase()))
}

/** The actors that the passages of `body` name, in text order. */
export function actorsOf(body: Body): Mention[] {
  return body.passages.flatMap((passage) =>
    recogniseActors(body.text.slice(passage.start, passage.end), passage.language ?? body.language).map((mention) => ({
      ...mention,
      start: mention.start + passage.start,
      end: mention.end + passage.start,
    })),
  )
}
