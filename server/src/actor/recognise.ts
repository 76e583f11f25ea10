/**
 * Finds the persons, organisations, states and places that a text names, and who each of them is within that text. The trained tagger finds
 * the names; lexicons tell states from other places and see the role before a person; a second look over the whole text takes
 * names along that stand elsewhere in it without doubt.
 */
import type { Language } from '../language/language'
import type { Body } from '../text/body'
import { isApostrophe, isDigit, isLetter } from '../text/chars'
import type { Mention } from './actor'
import { anaphorsOf } from './anaphor'
import { consistent } from './consistency'
import { isDemonym } from './demonyms'
import { knownBehind } from './inflection'
import { withInitials } from './initials'
import { notActors } from './lexicon/not-actors'
import { isTitle } from './lexicon/titles'
import { type Found, merge } from './merge'
import { stateMeant } from './metonymy'
import { taggerFor } from './model'
import { isRole, roleBefore } from './roles'
import type { Chunk, Tagger } from './tagger'
import { type Tokens, tokensOf } from './tokens'

/** The actors that `text` names, in text order, without overlaps; `tagger` is another than the shipped one where a new one is measured. */
export function recogniseActors(text: string, language: Language, tagger = taggerFor(language)): Mention[] {
  const tokens = tokensOf(text)
  return merge(text, consistent(text, [tokens], foundIn(text, tokens, language, tagger)), language)
}

/** The actors that the passages of `body` name or point back to ("der Kanzler"), in text order. */
export function actorsOf(body: Body): Mention[] {
  const found: Found[] = []
  const parts: Tokens[] = []
  for (const passage of body.passages) {
    const tokens = tokensOf(body.text, passage.start, passage.end)
    const language = passage.language ?? body.language
    parts.push(tokens)
    for (const mention of foundIn(body.text, tokens, language, taggerFor(language))) found.push(mention)
  }
  const mentions = merge(body.text, consistent(body.text, parts, found), body.language)
  return anaphorsOf(
    body,
    mentions.map((mention) => meant(body.text, mention, body.language)),
  )
}

/** "Kiew fordert" speaks of the Ukraine. */
function meant(text: string, mention: Mention, language: Language): Mention {
  const state = mention.type === 'place' || mention.type === 'organisation' ? stateMeant(text, mention, language) : undefined
  return state === undefined ? mention : { ...mention, type: 'state', name: state }
}

function foundIn(text: string, tokens: Tokens, language: Language, tagger: Tagger): Found[] {
  const { starts, ends } = tokens
  const word = (at: number) => text.slice(starts[at], ends[at])
  const found: Found[] = []
  for (const chunk of withInitials(text, tokens, tagger.tag(text, tokens), language)) {
    const { type } = chunk
    if (type === 'other') continue
    let { from } = chunk
    const to = withoutGenitiveMark(text, tokens, chunk)
    while (from < to - 1 && (!isWord(text, starts[from] ?? 0) || (type === 'person' && isAddress(word(from), language)))) from++
    const start = starts[from] ?? 0
    const end = ends[type === 'person' && language === 'en' ? withParticles(word, to, tokens.count) - 1 : to - 1] ?? 0
    const surface = text.slice(start, end)
    if (notActors.has(surface) || (type === 'place' && knownBehind(surface) === undefined && isDemonym(surface, language))) continue
    if (type === 'person') {
      const before: string[] = []
      for (let at = Math.max(0, from - 5); at < from; at++) before.push(word(at))
      found.push({ start, end, text: surface, type, ...roleBefore(before, language) })
    } else if (type === 'place') {
      found.push({ start, end, text: surface, type: knownBehind(surface)?.type === 'state' ? 'state' : 'place' })
    } else found.push({ start, end, text: surface, type })
  }
  return found
}

/** Where a name ends: before the apostrophe that stands for the genitive of "Merz‘ Plan", and a person with it. */
function withoutGenitiveMark(text: string, { starts, ends }: Tokens, { from, to, type }: Chunk): number {
  for (let at = type === 'person' ? from + 1 : Math.max(from + 1, to - 1); at < to; at++) {
    const start = starts[at] ?? 0
    const isMark = isApostrophe(text.charCodeAt(start)) && ends[at] === start + 1 && ends[at - 1] === start
    if (isMark && /[sxzßce]/i.test(text.charAt(start - 1)) && (at === to - 1 || starts[at + 1] !== start + 1)) return at
  }
  return to
}

/** Where an English name ends that was found up to `to`: "Ursula" goes on with "von der Leyen". */
function withParticles(word: (at: number) => string, to: number, count: number): number {
  let at = to
  while (at < count && at < to + 2 && /^(von|van|der|den|de|la|di|da|bin|al|ter|ten)$/.test(word(at))) at++
  return at > to && at < count && /^\p{Lu}\p{Ll}/u.test(word(at)) ? at + 1 : to
}

/** "Dr." and, in English, "President" and "Prime" of "Prime Minister"; German names may begin with what is a role elsewhere ("Kaiser Wilhelm"). */
function isAddress(word: string, language: Language): boolean {
  return isTitle(word) || (language === 'en' && (word === 'Prime' || isRole(word, 'en')))
}

/** Whether a token is a word or number rather than a mark: lists begin with "•". */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isLetter(code) || isDigit(code) || code === 34 || code === 0x201e || code === 64
}
