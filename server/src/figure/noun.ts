/**
 * The noun phrase that a plain number counts: "26 Staaten", "vier mechanisierte Infanteriebrigaden", "1,300,000 Russian soldiers". German marks
 * its nouns with a capital; in English the first plural in reach is taken.
 */
import type { Language } from '../language/language'
import { Class } from '../language/lexicon'
import { stem } from '../language/stem'
import type { Span } from '../text/span'
import type { Tokens } from './tokens'

export interface Counted {
  /** From the first adjective to the end of the head. */
  readonly span: Span & { readonly lemma: string }
  /** The first token behind it. */
  readonly next: number
}

/** The "Betten" of "300-Betten-Haus". */
export function joinedNoun(tokens: Tokens, at: number): Counted | undefined {
  const joins = (index: number) =>
    tokens.isSymbol(index, '-') && tokens.touches(index) && tokens.touches(index + 1) && tokens.isUpper(index + 1)
  return joins(at) && joins(at + 2) ? { span: spanOf(tokens, at + 1, at + 1, at + 1), next: at + 2 } : undefined
}

export function countedNoun(tokens: Tokens, at: number): Counted | undefined {
  const head = tokens.lexicon.language === 'de' ? germanHead(tokens, at) : englishHead(tokens, at)
  if (head === undefined) return undefined
  return { span: spanOf(tokens, at, head.first, head.last), next: head.last + 1 }
}

function spanOf(tokens: Tokens, from: number, first: number, last: number): Span & { lemma: string } {
  return {
    start: tokens.startOf(from),
    end: tokens.endOf(last),
    lemma: lemmaOf(tokens.text.slice(tokens.startOf(first), tokens.endOf(last)), tokens.lexicon.language),
  }
}

/** The stem of a noun, of a compound with a hyphen its longest part: "F-22-Kampfflugzeuge" is "kampfflugzeug". */
export function lemmaOf(surface: string, language: Language): string {
  const longest = surface.includes('-') ? surface.split('-').reduce((best, part) => (part.length > best.length ? part : best), '') : surface
  return stem(longest.toLowerCase(), language)
}

/** Number words that may be read over on the way to the noun: "weitere", "other". */
const reach = 5

function germanHead(tokens: Tokens, at: number): { first: number; last: number } | undefined {
  for (let index = at; index < at + reach; index++) {
    if (!tokens.isWord(index) || (index > at && tokens.opensLineTwice(index))) return undefined
    if (tokens.isUpper(index)) {
      // "Wiener Polizisten", "Londoner Banken"
      let head = index
      if (
        /er$/.test(tokens.slice(head)) &&
        tokens.isWord(head + 1) &&
        tokens.isUpper(head + 1) &&
        isPlural(tokens.slice(head + 1)) &&
        !tokens.opensLine(head + 1)
      )
        head++
      return { first: head, last: withHyphens(tokens, head) }
    }
    if (index === at) index = beforeParticiple(tokens, at) ?? at
    if (tokens.is(index, Class.closed) || !/(?:e|en|er|es|em)$/.test(tokens.slice(index))) {
      // "anerkannte und geduldete Flüchtlinge"
      if (tokens.is(index, Class.and) && index > at && tokens.isWord(index + 1) && !tokens.isUpper(index + 1)) continue
      return undefined
    }
  }
  return undefined
}

/** The participle whose own words stand between it and the number: "12 in Wien lebende Familien", "40 neu gebaute Häuser". */
function beforeParticiple(tokens: Tokens, at: number): number | undefined {
  const place = tokens.is(at, Class.preposition) && tokens.isUpper(at + 1)
  const adverb = !place && !tokens.is(at, Class.closed) && !/(?:e|en|er|es|em)$/.test(tokens.slice(at))
  if (!place && !adverb) return undefined
  const index = place ? at + 2 : at + 1
  const isParticiple =
    tokens.isWord(index) && !tokens.isUpper(index) && (place ? /enden?$/ : /(?:end|[^s]t|en)en?$/).test(tokens.slice(index))
  return isParticiple &&
    !tokens.is(index, Class.closed) &&
    tokens.isUpper(index + 1) &&
    tokens.startOf(index + 1) - tokens.endOf(index) === 1
    ? index
    : undefined
}

/** The last token of a compound that is written with hyphens. */
function withHyphens(tokens: Tokens, head: number): number {
  let last = head
  while (tokens.isSymbol(last + 1, '-') && tokens.touches(last + 1) && tokens.touches(last + 2) && tokens.isWord(last + 2)) last += 2
  return last
}

function isPlural(word: string): boolean {
  return /(?:en|er|ern|e|n|s)$/.test(word)
}

function englishHead(tokens: Tokens, at: number): { first: number; last: number } | undefined {
  let fallback: number | undefined
  for (let index = at; index < at + reach; index++) {
    if (!tokens.isWord(index) || tokens.is(index, Class.closed) || tokens.opensLineTwice(index)) break
    if (tokens.numberWord(index) !== undefined && tokens.numberWord(index)?.kind !== 'ordinal') break
    // "24703 m212" has a name behind it.
    if (tokens.isDigits(index + 1) && tokens.touches(index + 1)) break
    if (tokens.is(index, Class.plural) || /[^su]s$/i.test(tokens.slice(index))) {
      // "cabinet ministers": the last plural of the run is the head.
      const follows =
        tokens.isWord(index + 1) &&
        !tokens.is(index + 1, Class.closed) &&
        /[^su]s$/.test(tokens.slice(index + 1)) &&
        !tokens.isUpper(index + 1)
      const head = follows ? index + 1 : index
      return { first: head, last: withHyphens(tokens, head) }
    }
    if (index === at && !tokens.isUpper(index)) fallback = index
    if (tokens.isSymbol(index + 1, '-') && tokens.touches(index + 1)) {
      const last = withHyphens(tokens, index)
      if (last > index && /[^su]s$/i.test(tokens.slice(last))) return { first: index, last }
      index++
    }
  }
  return fallback === undefined ? undefined : { first: fallback, last: fallback }
}
