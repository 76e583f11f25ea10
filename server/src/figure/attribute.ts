/**
 * What a measure measures and of whom, as far as the clause names it: the nearest noun in front of the figure that is neither its unit nor
 * part of another figure, a date or a word of change. "Die Schuldenquote in Österreich stieg um 2 auf 84,5 Prozent": the attribute is the
 * Schuldenquote, the entity Österreich.
 */
import { Class } from '../language/lexicon'
import type { Clause } from './clause'
import type { Frame } from './figure'
import { lemmaOf } from './noun'
import type { Phrase } from './phrase'
import type { Tokens } from './tokens'

/** `before` is the figure in front of this one, if any. */
export function attributeOf(tokens: Tokens, phrase: Phrase, before: Phrase | undefined, clause: Clause): Frame['attribute'] {
  const at =
    tokens.lexicon.language === 'de' ? germanAttribute(tokens, phrase, before, clause) : englishAttribute(tokens, phrase, before, clause)
  if (at === undefined) return undefined
  const surface = tokens.slice(at)
  return {
    start: tokens.startOf(at),
    end: tokens.endOf(at),
    lemma: lemmaOf(withoutChange(surface.toLowerCase(), tokens) || surface, tokens.lexicon.language),
  }
}

/** What a noun of change grew on: "umsatz" for "umsatzplus", nothing for "plus". */
function withoutChange(word: string, { lexicon: { changeNouns, language } }: Tokens): string {
  return language === 'de' ? word.replace(changeNouns.rise, '').replace(changeNouns.fall, '') : word
}

/** Nouns that say how something is put and not what it is. */
const empty =
  /^(?:höhe|bisher|lediglich|jede[rsnm]?|eigene[nrs]?|derzeit|allerdings|insgesamt|zuletzt|davon|demnach|zahl|zahlen|anzahl|menge|summe|betrag|wert|wertes|werts|schnitt|durchschnitt|mittel|vorjahr|vorjahres|jahr|jahren|monat|vergleich|gegensatz|ende|anfang|beginn|angaben|umfang|uhr|rund|stand|platz|rang|stelle|\p{L}*(?:angaben|berichten|informationen|schätzungen|meldungen|umfragen))$/u

function germanAttribute(tokens: Tokens, phrase: Phrase, before: Phrase | undefined, clause: Clause): number | undefined {
  let governed: number | undefined
  for (let at = phrase.first - 1; at >= clause.from; at--) {
    if (before !== undefined && at < before.next && at >= before.first) {
      at = before.first
      continue
    }
    if (!isNoun(tokens, at, clause)) continue
    if (empty.test(tokens.lower(at)) || withoutChange(tokens.lower(at), tokens) === '') continue
    const head = headOf(tokens, at, clause)
    if (head < at && !empty.test(tokens.lower(head))) return head
    // What a preposition governs says where, when or by whom: it is the attribute only where nothing better comes.
    if (governs(tokens, at, clause)) governed ??= at
    else return at
  }
  return governed
}

function isNoun(tokens: Tokens, at: number, clause: Clause): boolean {
  if (!tokens.isUpper(at) || (at === clause.from && tokens.is(at, Class.closed))) return false
  if (tokens.is(at, Class.month | Class.weekday | Class.closed | Class.yearCue)) return false
  if (tokens.numberWord(at) !== undefined || tokens.lexicon.rates[tokens.id[at] ?? 0] !== undefined) return false
  return !isUnitWord(tokens, at)
}

function isUnitWord(tokens: Tokens, at: number): boolean {
  return tokens.formFrom(tokens.startOf(at))?.end === tokens.endOf(at)
}

/** The noun whose genitive another one is: "Anteil" for "Frauen" in "der Anteil der Frauen"; else the noun itself. */
function headOf(tokens: Tokens, at: number, clause: Clause): number {
  let from = at - 1
  for (
    let step = 0;
    step < 2 &&
    from > clause.from &&
    tokens.isWord(from) &&
    !tokens.isUpper(from) &&
    /(?:en|er|es)$/.test(tokens.slice(from)) &&
    !tokens.is(from, Class.closed);
    step++
  )
    from--
  if (!tokens.isWord(from) || !/^(?:der|des|aller|dieser|dieses|ihrer|seiner|seines|ihres|eines|einer)$/.test(tokens.lower(from))) return at
  return from - 1 >= clause.from && isNoun(tokens, from - 1, clause) ? headOf(tokens, from - 1, clause) : at
}

function governs(tokens: Tokens, at: number, clause: Clause): boolean {
  for (let index = at - 1; index >= clause.from && index >= at - 4; index--) {
    if (tokens.is(index, Class.preposition)) return true
    if (!tokens.isWord(index) || (!tokens.is(index, Class.determiner | Class.article) && !/(?:e|en|er|es|em)$/.test(tokens.slice(index))))
      return false
    if (tokens.isUpper(index)) return false
  }
  return false
}

function englishAttribute(tokens: Tokens, phrase: Phrase, before: Phrase | undefined, clause: Clause): number | undefined {
  for (let at = phrase.first - 1; at >= clause.from; at--) {
    if (before !== undefined && at < before.next && at >= before.first) {
      at = before.first
      continue
    }
    if (!tokens.isWord(at) || tokens.is(at, Class.closed) || tokens.isUpper(at)) continue
    if (tokens.is(at, Class.month | Class.weekday | Class.rise | Class.fall) || tokens.is(at, Class.yearCue)) continue
    if (tokens.numberWord(at) !== undefined || /ly$/.test(tokens.slice(at))) continue
    return at
  }
  return undefined
}

const capitals = /^\p{Lu}{2,}$/u

/** Prepositions in front of a name. */
const placing = /^(?:in|aus|nach|für|bei|von)$/

/** Ends of German nouns that name no one. */
const abstract = /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|nis|nisse|nissen)$/

/** The nearest name of the clause: behind "in", "aus", "of" without an article, or a word in capitals. */
export function entityOf(tokens: Tokens, phrase: Phrase, clause: Clause): Frame['entity'] {
  const german = tokens.lexicon.language === 'de'
  let best: number | undefined
  for (let at = clause.from; at < clause.to; at++) {
    if (
      (at >= phrase.first && at < phrase.next) ||
      isCounted(tokens, phrase, at) ||
      !tokens.isUpper(at) ||
      tokens.is(at, Class.month | Class.weekday | Class.closed)
    )
      continue
    const named = german
      ? capitals.test(tokens.slice(at)) ||
        (tokens.is(at - 1, Class.preposition) && placing.test(tokens.slice(at - 1)) && !tokens.is(at + 1, Class.rankNoun))
      : at > clause.from || tokens.is(at - 1, Class.preposition)
    if (!named || (german && (empty.test(tokens.lower(at)) || abstract.test(tokens.slice(at)) || isUnitWord(tokens, at)))) continue
    const distance = (index: number) => (index < phrase.first ? phrase.first - index : index - phrase.next + 1)
    if (best === undefined || distance(at) < distance(best)) best = at
  }
  return best === undefined ? undefined : { start: tokens.startOf(best), end: tokens.endOf(best), name: tokens.slice(best) }
}

function isCounted(tokens: Tokens, { counted }: Phrase, at: number): boolean {
  return counted !== undefined && tokens.startOf(at) >= counted.start && tokens.endOf(at) <= counted.end
}
