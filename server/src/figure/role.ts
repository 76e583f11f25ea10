/** What a number does in its clause: level, change by, change to, share, multiple, age. */
import { Class } from '../language/lexicon'
import { changeNounBefore } from './direction'
import type { Direction, Role } from './figure'
import type { Phrase } from './phrase'
import type { Tokens } from './tokens'

/** `next` is the figure behind it, if any. */
export function roleOf(tokens: Tokens, phrase: Phrase, next: Phrase | undefined, direction: Direction | undefined): Role {
  const { unit, ratio, value, hedge } = phrase.quantity
  const german = tokens.lexicon.language === 'de'
  if (unit === 'year' ? isAge(tokens, phrase) : lived.test(unit ?? '') && tokens.is(phrase.next, Class.old)) return 'age'
  if (unit === 'times') return 'multiple'
  const cue = cueBefore(tokens, phrase.first)
  if (tokens.is(cue, Class.by) && (german ? !isAbout(tokens, cue) : direction !== undefined)) return 'changeBy'
  if (tokens.is(cue, Class.into) && (direction !== undefined || isChangePair(tokens, cue))) return 'changeTo'
  const changed = changeNounBefore(tokens, phrase.first) !== undefined
  if (tokens.is(cue, Class.from) && leadsTo(tokens, phrase, next) && !(changed && isOfOtherUnit(phrase, next))) return 'changeFrom'
  if (changed) return 'changeBy'
  if (tokens.isSymbol(phrase.first, '+') || tokens.is(phrase.first, Class.plus | Class.minus) || (value ?? 0) < 0)
    return unit === 'percent' || unit === 'percentage-point' ? 'changeBy' : 'level'
  if (tokens.is(phrase.next, Class.rise | Class.fall) && unit !== null)
    // "unter 1.000 Euro fallen"
    return german && (hedge === 'lessThan' || hedge === 'moreThan') && tokens.is(phrase.first, Class.preposition) ? 'changeTo' : 'changeBy'
  if (unit === 'percentage-point') return 'changeBy'
  // "der Kurs verlor 3 Prozent"
  if (german && unit === 'percent' && phrase.counted === undefined && tokens.is(cue, Class.rise | Class.fall)) return 'changeBy'
  if (ratio !== undefined) return 'share'
  if (unit === 'percent') {
    if (direction !== undefined && !german && !tokens.is(cue, Class.preposition)) return 'changeBy'
    return tokens.is(phrase.next, Class.of | Class.determiner) ? 'share' : 'level'
  }
  return 'level'
}

const lived = /^(?:month|week|day|hour)$/

/** Verbs that take "um" for their matter: "es handelt sich um 1.400 Tonnen". */
const about =
  /^(?:handel[nt]|handele|handelte|handelten|geht|gehe|ging|gehen|bitte[nt]?|bat|baten|bewarb|bewirbt|bewerben|kämpft|kämpfte|kämpfen|spielt|spielten|spielen|streiten|streitet|kümmert|kümmern|drehte?|dreht|wirbt|warb)$/

function isAbout(tokens: Tokens, by: number): boolean {
  for (let at = by - 1; at >= 0 && at >= by - 6 && tokens.isWord(at); at--) {
    if (about.test(tokens.lower(at))) return tokens.lexicon.separable[tokens.id[at] ?? 0] === undefined || hasSubjectIt(tokens, at)
  }
  return false
}

/** "es geht um", "dabei ging es um"; without "es" a verb such as "ging" may mean a change: "ging um 3 Prozent zurück". */
function hasSubjectIt(tokens: Tokens, verb: number): boolean {
  const isIt = (at: number) => tokens.isWord(at) && tokens.lower(at) === 'es'
  return isIt(verb - 1) || isIt(verb + 1)
}

/** "von 410 auf 490": a number and not a place follows. */
function leadsTo(tokens: Tokens, phrase: Phrase, next: Phrase | undefined): boolean {
  return tokens.is(phrase.next, Class.into) && next !== undefined && next.first - phrase.next <= 3
}

/** The word in front of a figure, adverbs left out: the "auf" of "auf nunmehr 8". */
function cueBefore(tokens: Tokens, first: number): number {
  let at = first - 1
  for (
    let step = 0;
    step < 2 && tokens.is(at, Class.filler) && tokens.is(at - 1, Class.by | Class.into | Class.from | Class.filler);
    step++
  )
    at--
  return at
}

/** "ein Plus von 1,40 Prozent auf 10.345 Punkte": the size of the change and what it led to, no pair of levels. */
function isOfOtherUnit(phrase: Phrase, next: Phrase | undefined): boolean {
  return (
    next !== undefined &&
    next.first - phrase.next <= 2 &&
    (next.quantity.unit !== phrase.quantity.unit || next.counted?.lemma !== phrase.counted?.lemma)
  )
}

const person =
  /(?:mann|frau|bub|kind|mädchen|sohn|tochter|junge|jungen|bursche|vater|mutter|student|verdächtige|angeklagte|er|in|man|woman|boy|girl|old)$/i

/** "70 Jahre alt", "a 30-year-old", "ein 30-jähriger Mann"; a "dreijährige Laufzeit" has no age. */
function isAge(tokens: Tokens, phrase: Phrase): boolean {
  if (tokens.is(phrase.next, Class.old) || (tokens.isSymbol(phrase.next, '-') && tokens.is(phrase.next + 1, Class.old))) return true
  if (!phrase.adjective)
    return (
      tokens.is(phrase.first - 1, Class.old) || (tokens.isWord(phrase.first - 2) && /^(?:alter|age)$/.test(tokens.lower(phrase.first - 2)))
    )
  if (tokens.lexicon.language === 'en') return false
  const noun = tokens.isWord(phrase.next) ? tokens.slice(phrase.next) : ''
  return /jähriger?[nmrs]?$/i.test(tokens.slice(phrase.next - 1)) && (tokens.isUpper(phrase.next - 1) || person.test(noun))
}

/** "von 410 auf": whether a number stands in front of "auf". */
function isChangePair(tokens: Tokens, at: number): boolean {
  for (let index = at - 1; index >= at - 5 && index > 0; index--) if (tokens.is(index, Class.from)) return true
  return false
}
