/**
 * Words that are probably slips of names: one or two letters away from a word of a name that the sources or the document itself use, while
 * the written form is neither a word nor a known name. Pure; the caller passes what the corpus knows.
 */
import { distance } from 'fastest-levenshtein'
import { compoundParts } from '../language/compound'
import { compoundNouns } from '../language/de/words'
import type { Language } from '../language/language'
import type { Span } from '../text/span'
import { isDemonym } from './demonyms'
import { folded } from './folded'
import { knownBehind } from './inflection'
import { knownNames, knownNations } from './known'
import { listBit } from './lists'
import { wordLists } from './model'
import { isRole } from './roles'

/** A capitalised word of a text. */
export interface WrittenWord extends Span {
  readonly word: string
}

/** A word of known names, and how sure it is. */
export interface KnownWord {
  readonly word: string
  /** How often and in how many texts it stands. */
  readonly mentions: number
  readonly sources: number
}

/** Shorter words have too many neighbours. */
const shortest = 4
/** A name that stands only once must be long to be trusted more than the word that was written. */
const leastMentions = 2
const longEnough = 6

/** Capitalised words of `text` between two offsets; neither abbreviations nor parts of names with digits. */
export function wordsIn(text: string, { start, end }: Span): WrittenWord[] {
  const words: WrittenWord[] = []
  for (const { 0: word, index } of text
    .slice(start, end)
    .matchAll(/(?<![\p{L}\p{N}@#_./])\p{Lu}[\p{L}\p{M}]+(?![\p{L}\p{N}@_]|\.\p{L})/gu)) {
    if (word.length >= shortest && /^\p{Lu}[\p{Ll}\p{M}]+(?:\p{Lu}[\p{Ll}\p{M}]+)?$/u.test(word))
      words.push({ word, start: start + index, end: start + index + word.length })
  }
  return words
}

/** Whether a word is known without any corpus: a word of the language, a role, a nation, or a name of the lists. */
export function isKnownWord(word: string, language: Language): boolean {
  if (isListed(word) || knownBehind(word) !== undefined || isDemonym(word, language) || isRole(word, language)) return true
  return language === 'de'
    ? isNoun(word.toLowerCase())
    : englishEndings.some((ending) => word.endsWith(ending) && isListed(word.slice(0, -ending.length)))
}

const englishEndings = ['s', 'es', 'd', 'ed', 'ing', 'ly']

function isNoun(lower: string, isKnown = (word: string) => compoundNouns().has(word) || isListed(capitalised(word))): boolean {
  const isWhole = (word: string) => word.length > 2 && (isKnown(word) || compoundParts(word) !== undefined)
  return isWhole(lower) || endings.some((ending) => lower.endsWith(ending) && isWhole(lower.slice(0, -ending.length)))
}

const endings = ['s', 'es', 'n', 'en', 'e', 'er', 'ern']

function capitalised(lower: string): string {
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

/** Words of lists, and words so frequent that it is known which others they are like. */
function isListed(word: string): boolean {
  const { lists, cluster } = wordLists().find(word, word.toLowerCase())
  return lists !== 0 || cluster !== 0
}

/** Whether a capitalised word of a source may be part of a name: it is nothing that German or English writes otherwise. */
export function isNameLike(word: string): boolean {
  const { lists } = wordLists().find(word, word.toLowerCase())
  return (lists & otherWords) === 0 && !isNoun(word.toLowerCase(), (lower) => compoundNouns().has(lower))
}

const otherWords = (['common', 'mostlyLower', 'english', 'role', 'title', 'adjective', 'demonym'] as const).reduce(
  (bits, name) => bits | listBit(name),
  0,
)

/** The words of the names that are known without a corpus: states, seats of government, regions, organisations. */
export function wellKnownWords(): readonly KnownWord[] {
  wellKnown ??= [
    ...new Set(
      [...knownNames.keys(), ...knownNations.flatMap(({ seats }) => seats)]
        .flatMap((name) => wordsIn(name, { start: 0, end: name.length }))
        .map(({ word }) => word),
    ),
  ]
    .filter(isNameLike)
    .map((word) => ({ word, mentions: leastMentions, sources: 1 }))
  return wellKnown
}

let wellKnown: readonly KnownWord[] | undefined

/** The forms a word may be looked up by, each with the ending that must come back: "Salzburgs", "Salzburger" for "Salzburg". */
export function formsOfWord(word: string): readonly { readonly form: string; readonly ending: string }[] {
  return ['', 's', 'er'].flatMap((ending) =>
    ending === '' || (word.endsWith(ending) && word.length - ending.length >= shortest)
      ? [{ form: word.slice(0, word.length - ending.length), ending }]
      : [],
  )
}

/**
 * The word that was meant by `word`, with its ending, or undefined where it may stand: "Selneskyj" means "Selenskyj". `known` are words of
 * names with like letters, `isForeign` says whether the text and its sources spell names of third languages each in its own way.
 */
export function wordMeant(word: string, known: readonly KnownWord[], isForeign: boolean): string | undefined {
  const forms = formsOfWord(word)
  const isSame = (form: string, other: string) => form === other || (isForeign && sounds(form) === sounds(other))
  if (known.some((other) => forms.some(({ form }) => isSame(form, other.word)))) return undefined
  const meant = known
    .filter(({ word: name, mentions }) => mentions >= leastMentions || name.length >= longEnough)
    .flatMap((other) =>
      forms
        .filter(({ form }) => isSlip(form, other.word))
        .map(({ form, ending }) => ({
          word: other.word + ending,
          apart: apartness(form, other.word),
          weight: other.sources + other.mentions,
        })),
    )
    .sort((a, b) => a.apart - b.apart || b.weight - a.weight)
  const [best, second] = meant
  if (best === undefined) return undefined
  // "Martin" and "Marvin" are as near: nobody knows which was meant, unless one is far more usual.
  const isClear = second === undefined || second.word === best.word || second.apart > best.apart || second.weight * 3 < best.weight
  return isClear ? best.word : undefined
}

/** A letter in words of four and more, two in words of eight and more; two neighbours exchanged count as one. */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < shortest || isOtherEnding(a, b)) return false
  const apart = apartness(a, b)
  return apart > 0 && apart <= (shorter >= 8 ? 2 : 1)
}

function apartness(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return isSwap(x, y) ? 1 : distance(x, y)
}

/** Two neighbouring letters exchanged: "Selneskyj". */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** A feminine or a plural is another word: "Ukrainer" and "Ukrainerin"; "Anna" and "Anne" are another person. */
function isOtherEnding(one: string, other: string): boolean {
  // Umlauts make plurals, and accents are left out by some and written by others: "Städte", "Szydlo".
  const [a, b] = [folded(one), folded(other)]
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.startsWith(short) && /^(s|es|n|en|e|in|er)$/.test(long.slice(short.length))) return true
  return a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && /[aeio]/.test(a.slice(-1)) && /[aeio]/.test(b.slice(-1))
}

/** Equal for spellings of one foreign name in several languages: "Michail" and "Mikhail", "Dimitrow" and "Dimitrov", "Syrien" and "Syria". */
function sounds(name: string): string {
  return name
    .toLowerCase()
    .replace(/t?sch|sh|zh|ch|kh|cz/g, 'h')
    .replace(/[wf]|ph/g, 'v')
    .replace(/[jy]/g, 'i')
    .replace(/[ckq]/g, 'k')
    .replace(/tz|z/g, 's')
    .replace(/e(?=n$)|(.)(?=\1)/g, '')
}
