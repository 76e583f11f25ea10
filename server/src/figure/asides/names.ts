/** Numbers that belong to a name: A380, Windows 10, 5G, der 500-Euro-Schein. */
import { Class } from '../../language/lexicon'
import type { Tokens } from '../tokens'
import { readUnit, unitAdjective } from '../unit'
import { aside, countsNoun, digits, followedByUnit, lengthOf, type Rule } from './rule'

/** A380, G7, COVID-19, F-22, Ö3: digits that a letter touches from the left. */
export const attached: Rule = (tokens, at, floor) => {
  if (!tokens.touches(at)) return undefined
  let from = at - 1
  const hyphen = tokens.isSymbol(from, '-') || tokens.isSymbol(from, '/') || tokens.isSymbol(from, '‑')
  if (hyphen && tokens.touches(from)) from--
  if (from < floor || !tokens.isWord(from)) return undefined
  if (tokens.isSymbol(at - 1, '/') && !tokens.isUpper(from)) return undefined
  const word = tokens.slice(from)
  if (!hyphen && tokens.lexicon.prefixes.longest(tokens.text, tokens.startOf(from), true)?.end === tokens.endOf(from)) return undefined
  if (
    hyphen &&
    (tokens.is(from, Class.to | Class.and | Class.or) ||
      tokens.numberWord(from) !== undefined ||
      tokens.formFrom(tokens.startOf(from))?.end === tokens.endOf(from))
  )
    return undefined
  if (!hyphen && /^(?:x|ca|mind|max|min)$/i.test(word)) return undefined
  let next = at + 1
  while (
    tokens.touches(next) &&
    (tokens.isDigits(next) ||
      tokens.isWord(next) ||
      ((tokens.isSymbol(next, '-') || tokens.isSymbol(next, '/') || tokens.isSymbol(next, '.')) &&
        tokens.touches(next + 1) &&
        !tokens.isSymbol(next + 1, '-')))
  )
    next++
  return aside(tokens, from, next, 'name')
}

const capital = /\p{Lu}/u

/** Windows 10, Leopard 2, Formel 1, Global 2000, Alarmstufe 4. */
export const named: Rule = (tokens, at, floor) => {
  const cue = at - 1
  if (cue < floor || !tokens.isWord(cue) || lengthOf(tokens, at) > 4 || tokens.slice(at).length > 4) return undefined
  if (tokens.startOf(at) - tokens.endOf(cue) > 1 || followedByUnit(tokens, at + 1)) return undefined
  if (
    tokens.touches(at + 1) &&
    (tokens.symbol(at + 1) === 46 || tokens.symbol(at + 1) === 44) &&
    tokens.touches(at + 2) &&
    tokens.isDigits(at + 2)
  )
    return undefined
  const cued = tokens.is(cue, Class.nameCue) && (tokens.isUpper(cue) || lengthOf(tokens, cue) > 2)
  if (cued && (capital.test(tokens.slice(cue)) || tokens.lexicon.language === 'en') && !countsNoun(tokens, at + 1))
    return aside(tokens, cue, at + 1, 'name')
  return undefined
}

/** »25«: nothing but a number in quotation marks is a title. */
export const quoted: Rule = (tokens, at) => {
  const open = tokens.text.charAt(tokens.startOf(at) - 1)
  const close = tokens.text.charAt(tokens.endOf(at))
  return /[„“»«"‚‘”]/.test(open) && /["“”«»‘’]/.test(close) && close !== '' && open !== '' ? aside(tokens, at, at + 1, 'name') : undefined
}

/** 5G, 4K, 3sat, 129a: digits with letters behind them that are neither unit nor scale. */
export const lettered: Rule = (tokens, at) => {
  if (!tokens.isWord(at + 1) || !tokens.touches(at + 1) || tokens.numberWord(at + 1) !== undefined) return undefined
  const end = tokens.endOf(at)
  const word = tokens.slice(at + 1)
  if (isModel(tokens, at)) return aside(tokens, at - 1, at + 2, 'name')
  if (tokens.lexicon.scaleSymbols[word] !== undefined && !(/^[GK]$/.test(word) && digits(tokens, at) <= 8)) return undefined
  if (readUnit(tokens, end, at + 1) !== undefined) return undefined
  if (/^(?:x|e|er|mal|fach|mal|jährige?[nmrs]?|prozentige?[nmrs]?|köpfige?[nmrs]?)$/i.test(word) || word.length > 5) return undefined
  return aside(tokens, at, at + 2, 'name')
}

/** "GTX 980M": behind a word in capitals that is no currency, a letter belongs to the name and scales nothing. */
function isModel(tokens: Tokens, at: number): boolean {
  const lead = at - 1
  if (!tokens.isUpper(lead) || tokens.startOf(at) - tokens.endOf(lead) !== 1 || lengthOf(tokens, at + 1) !== 1) return false
  return capitals.test(tokens.slice(lead)) && tokens.lexicon.prefixes.longest(tokens.text, tokens.startOf(lead))?.end !== tokens.endOf(lead)
}

const capitals = /^\p{Lu}{2,}$/u

const sizes: ReadonlySet<number> = new Set([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000])

const money =
  /^(?:[-‑ ]\p{L}+[-‑ ]|[€$£][-‑ ]?)(?:schein|scheine|scheinen|scheins|note|notes|noten|münzen?|banknoten?|bills?|coins?|stücke?)$/iu

/** 500-Euro-Schein, a 20-pound note, 2-Euro-Münze: money by its name. */
export const denomination: Rule = (tokens, at) => {
  if (tokens.isDigits(at) && !sizes.has(digits(tokens, at))) return undefined
  let next = at + 1
  for (let step = 0; step < 4 && next < tokens.count && tokens.touches(next); step++) next++
  const last = tokens.isWord(next - 1) && next - 1 > at ? next : next + 1
  if (!tokens.isWord(last - 1) || last - at > 6 || !/[bcmns]/i.test(tokens.text.charAt(tokens.startOf(last - 1)))) return undefined
  return money.test(tokens.text.slice(tokens.endOf(at), tokens.endOf(last - 1))) ? aside(tokens, at, last, 'name') : undefined
}

/** Fünf-Sterne-Bewegung, Zwei-Klassen-Medizin, Ein-Euro-Job, Dreierbündnis: a number word grown into a name. */
export const grown: Rule = (tokens, at) => {
  const word = tokens.numberWord(at)
  if (word === undefined) return undefined
  if (word.kind === 'grown') return tokens.isUpper(at) ? aside(tokens, at, compoundEnd(tokens, at + 1), 'name') : undefined
  if (!hyphenated(tokens, at + 1) || !tokens.isUpper(at + 2) || !hyphenated(tokens, at + 3) || tokens.lexicon.language !== 'de')
    return undefined
  const measures = tokens.numberWord(at + 2) !== undefined || tokens.formFrom(tokens.startOf(at + 2)) !== undefined
  return measures && word.kind !== 'article' ? undefined : aside(tokens, at, compoundEnd(tokens, at + 5), 'name')
}

/** What makes a name of a number whatever its size: "20-Punkte-Plan". */
const plans = /^(?:Punkte|Sterne|Klassen|Stufen|Phasen|Tage|Jahre|Zimmer|Wege|Säulen|Parteien|Staaten|Länder)$/

/** 737-Pilot, 3-Zimmer-Wohnung, 20-Punkte-Plan: a number in front of a noun that a hyphen joins to it; "300-Betten-Haus" counts beds. */
export const joined: Rule = (tokens, at) => {
  if (tokens.lexicon.language !== 'de' || !hyphenated(tokens, at + 1) || !tokens.isUpper(at + 2)) return undefined
  const word = tokens.slice(at + 2)
  if (tokens.is(at + 2, Class.clock)) return aside(tokens, at, at + 3, 'time')
  if (tokens.numberWord(at + 2) !== undefined || word.length < 3 || unitAdjective(word) !== undefined) return undefined
  if (tokens.formFrom(tokens.startOf(at + 2)) !== undefined) return undefined
  if (hyphenated(tokens, at + 3) && digits(tokens, at) > 12 && !plans.test(word)) return undefined
  return aside(tokens, at, compoundEnd(tokens, at + 1), 'name')
}

/** Whether a hyphen joins the token in front of it to a word. */
export function hyphenated(tokens: Tokens, at: number): boolean {
  return tokens.isSymbol(at, '-') && tokens.touches(at) && tokens.touches(at + 1) && tokens.isWord(at + 1)
}

/** The token behind the parts that hyphens join from `next` on. */
function compoundEnd(tokens: Tokens, next: number): number {
  let end = next
  while (hyphenated(tokens, end)) end += 2
  return end
}

/** Zeitenwende 2.0, Android 5.1: versions, which German does not write as it writes decimals. */
export const version: Rule = (tokens, at, floor) => {
  const named = at - 1
  if (named < floor || !tokens.isUpper(named) || tokens.startOf(at) - tokens.endOf(named) !== 1 || lengthOf(tokens, at) > 2)
    return undefined
  if (tokens.is(named, Class.closed | Class.preposition | Class.filler | Class.month | Class.plus | Class.minus)) return undefined
  if (tokens.lexicon.prefixes.longest(tokens.text, tokens.startOf(named), true)?.end === tokens.endOf(named)) return undefined
  const minor = at + 2
  if (!tokens.isSymbol(at + 1, '.') || !tokens.touches(at + 1) || !tokens.touches(minor) || lengthOf(tokens, minor) !== 1) return undefined
  if (!tokens.isDigits(minor) || (tokens.lexicon.language === 'en' && digits(tokens, minor) !== 0)) return undefined
  if (tokens.touches(at + 3) && !tokens.isSymbol(at + 3, '-') && (tokens.isWord(at + 3) || tokens.isDigits(at + 4))) return undefined
  return followedByUnit(tokens, at + 3) || countsNoun(tokens, at + 3) ? undefined : aside(tokens, named, at + 3, 'identifier')
}
