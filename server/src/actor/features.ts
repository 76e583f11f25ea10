/**
 * What the recogniser sees of a token, as hashes: the word itself, its affixes and shape, the lists and clusters it belongs to, and
 * the same of its neighbours. Features of one word do not depend on its place, so that they are made once for a word and then
 * remembered; only the pairs at the end are made for each token. Training and recognition share this file: a change here means training anew.
 */
import type { Language } from '../language/language'
import { isDigit, isLetter, isUpper } from '../text/chars'
import { hashOf, hashOfPart, mix } from './hash'
import { betweenWords, firstParticles } from './lexicon/name-words'
import { listBit, noEntry, type WordLists } from './lists'
import { type Phrase, phrasesFrom } from './phrases'
import type { Tokens } from './tokens'

/** What is known of a word apart from any place. */
export interface Word {
  readonly id: number
  readonly shape: number
  readonly lists: number
  readonly coarse: number
  readonly capital: boolean
  readonly part: Part
  /** Known names that begin with it. */
  readonly phrases: readonly Phrase[]
}

/** A word with its features. */
export interface Described extends Word {
  /** Feature hashes as the token itself, as its neighbour and as the one after next. */
  readonly own: readonly number[]
  readonly near: readonly number[]
  readonly far: readonly number[]
  /** How many of `own` tell this very word from others of its kind: they come first. */
  readonly lexical: number
}

/** What a word can be of a name. */
export enum Part {
  /** "schreibt", "slowly". */
  None = 0,
  /** Only between others: "für", "of". */
  Between = 1,
  /** Between others or behind them: "90", "'s". */
  Behind = 2,
  /** Between others or before them: "von", "de". */
  Before = 3,
  Name = 4,
}

/** Room for what {@link pairsOf} writes. */
export const pairCount = 36

/** Brackets as tokenised corpora spell them. */
const brackets: ReadonlyMap<string, string> = new Map([
  ['-LRB-', '('],
  ['-RRB-', ')'],
  ['-LSB-', '['],
  ['-RSB-', ']'],
])
const roleBit = listBit('role')
const headBit = listBit('organisationHead')
const shapeSalt = 0x51ed27

export function wordFeatures(written: string, language: Language, lists: WordLists): Described {
  const surface = brackets.get(written) ?? written
  const lower = surface.toLowerCase()
  const plain = digitless(lower)
  const id = hashOf(plain, 1)
  const shape = shapeOf(surface)
  const short = squeezed(shape)
  const entry = lists.find(surface, lower)
  const own: number[] = []
  const near: number[] = []
  const far: number[] = []
  const add = (hash: number, kind: number, reach: 1 | 2 | 3) => {
    own.push(mix(hash, kind))
    if (reach > 1) near.push(mix(hash, kind))
    if (reach > 2) far.push(mix(hash, kind))
  }
  const size = plain.length
  add(id, 10, 3)
  add(hashOf(digitless(surface), 1), 11, 2)
  for (let length = 4; length <= 7 && length < size; length++) add(hashOfPart(plain, size - length, size, 2), 20 + length, 1)
  for (let length = 3; length <= 5 && length < size; length++) add(hashOfPart(plain, 0, length, 3), 30 + length, 1)
  const lexical = own.length
  for (let length = 1; length <= 3 && length < size; length++)
    add(hashOfPart(plain, size - length, size, 2), 20 + length, length === 3 ? 2 : 1)
  if (size > 2) add(hashOfPart(plain, 0, 2, 3), 32, 1)
  const shapeHash = hashOf(shape, shapeSalt)
  const shortHash = hashOf(short, shapeSalt)
  add(shapeHash, 40, 1)
  add(shortHash, 41, 3)
  add(Math.min(size, 12), 42, 1)
  let kinds = entry.lists
  let head = noEntry
  let headFrom = 0
  const hyphen = lower.lastIndexOf('-')
  if (hyphen > 0) kinds |= headKinds(lists.find(surface.slice(hyphen + 1), lower.slice(hyphen + 1)).lists)
  else if (language === 'de' && size > 6) {
    // The head of a compound, the longest that is known: "Ministerpräsident" is a kind of Präsident.
    for (let cut = 3; cut < size - 2; cut++) {
      const tail = lists.findPart(plain, cut)
      kinds |= headKinds(tail.lists)
      if (headFrom > 0 || size < 8 || cut >= size - 3 || (tail.lists === 0 && tail.cluster === 0)) continue
      head = tail
      headFrom = cut
    }
  }
  if (isInhabitant(surface, lists)) kinds |= inhabitantBit
  for (let bit = 0; bit < 20; bit++) if (kinds & (1 << bit)) add(bit, 43, 3)
  add(kinds, 44, 2)
  add(mix(kinds, shortHash), 45, 1)
  if (entry.cluster !== 0) {
    add(entry.cluster, 50, 2)
    add(lists.coarse(entry.cluster), 51, 3)
    add(mix(lists.coarse(entry.cluster), shortHash), 52, 1)
  }
  if (hyphen > 0) {
    const last = lower.slice(hyphen + 1)
    const first = surface.slice(0, surface.indexOf('-'))
    const headEntry = lists.find(surface.slice(hyphen + 1), last)
    const firstEntry = lists.find(first, first.toLowerCase())
    add(hashOf(last, 4), 60, 2)
    add(hashOf(first, 5), 61, 1)
    add(headEntry.lists, 62, 1)
    add(firstEntry.lists, 63, 1)
    add(lists.coarse(headEntry.cluster), 64, 1)
    add(mix(hashOf(squeezed(shapeOf(first)), 6), headEntry.lists), 65, 1)
  } else if (headFrom > 0) {
    add(head.lists, 66, 2)
    add(hashOfPart(plain, headFrom, size, 4), 60, 2)
  }
  const capital = isUpper(surface.charCodeAt(0))
  return {
    own,
    near,
    far,
    lexical,
    id,
    shape: shortHash,
    lists: kinds,
    coarse: lists.coarse(entry.cluster),
    capital,
    part: partOf(surface, capital, kinds, language),
    phrases: capital ? phrasesFrom(surface) : [],
  }
}

const placeBit = listBit('place')
const inhabitantBit = 1 << 19

/** "Berliner", "Leipzigern": a town and "-er". */
function isInhabitant(surface: string, lists: WordLists): boolean {
  if (!surface.includes('er', 3)) return false
  const match = /^(\p{Lu}\p{Ll}{2,})er(n|s|in|innen)?$/u.exec(surface)
  const stem = match?.[1]
  if (stem === undefined) return false
  return [stem, `${stem}e`, `${stem}en`].some((town) => (lists.find(town, town.toLowerCase()).lists & placeBit) !== 0)
}

const nameBits = (['firstName', 'surname', 'place', 'organisation', 'company'] as const).reduce((bits, name) => bits | listBit(name), 0)
const knownBits = listBit('english') | listBit('common') | listBit('role') | listBit('title') | listBit('mostlyLower')

function partOf(surface: string, capital: boolean, lists: number, language: Language): Part {
  if (capital || lists & nameBits || surface !== surface.toLowerCase()) return Part.Name
  const first = surface.charCodeAt(0)
  if (!isLetter(first)) return (first === 64 || first === 35) && surface.length > 1 ? Part.Name : Part.Behind
  if (firstParticles.has(surface)) return Part.Before
  if (betweenWords.has(surface)) return Part.Between
  // German writes names and nouns with capitals; English text that leaves capitals out still has names, and they are no words.
  return language === 'de' || lists & knownBits ? Part.None : Part.Name
}

/** Whether a word speaks of the people or things of a town and is no town itself, as "Speyer" is. */
export function isOfTown({ lists }: Word): boolean {
  return (lists & inhabitantBit) !== 0 && (lists & placeBit) === 0
}

/** "Bundesminister" is a role because it ends with one, and "Landesbank" an organisation; told apart from the words themselves. */
function headKinds(lists: number): number {
  return (lists & roleBit ? 1 << 17 : 0) | (lists & headBit ? 1 << 18 : 0)
}

/** What stands before and after a sentence. */
export const outside: Described = {
  own: [],
  near: [mix(1, 90)],
  far: [mix(1, 91)],
  lexical: 0,
  id: 1,
  shape: 1,
  lists: 0,
  coarse: 0,
  capital: false,
  part: Part.None,
  phrases: [],
}

/** Facts of a token that depend on its sentence, as bits. */
export interface Places {
  /** For each token: 1 opens a sentence, 2 stands between quotation marks, 4 in a line of capitals, 8 in one without capitals. */
  readonly bits: Uint8Array
  /** For a capitalised token where its run of capitalised tokens begins and ends; else its own place. */
  readonly runStarts: Int32Array
  readonly runEnds: Int32Array
  /** For each token: 0, or the type of a known name of several words that it begins (1..4) or goes on (5..8). */
  readonly phrases: Uint8Array
  /** 1 for a token that may be part of a name; all others are none, and nothing more is asked of them. */
  readonly active: Uint8Array
}

/** Writes the hashes of what stands side by side at token `at` and returns their number. */
export function pairsOf(words: readonly Word[], at: number, from: number, to: number, places: Places, out: Int32Array): number {
  const word = words[at] ?? outside
  const before = at > from ? (words[at - 1] ?? outside) : outside
  const after = at + 1 < to ? (words[at + 1] ?? outside) : outside
  const before2 = at - 1 > from ? (words[at - 2] ?? outside) : outside
  const after2 = at + 2 < to ? (words[at + 2] ?? outside) : outside
  const bits = places.bits[at] ?? 0
  const phrase = places.phrases[at] ?? 0
  let count = 0
  out[count++] = mix(1, 100)
  out[count++] = mix(bits, 101)
  out[count++] = mix(mix(bits & 13, word.shape), 102)
  out[count++] = mix(mix(bits & 13, word.lists), 103)
  out[count++] = mix(phrase, 104)
  out[count++] = mix(mix(before.id, word.id), 105)
  out[count++] = mix(mix(word.id, after.id), 106)
  out[count++] = mix(mix(mix(before.shape, word.shape), after.shape), 109)
  out[count++] = mix(mix(before.lists, word.lists), 110)
  out[count++] = mix(mix(word.lists, after.lists), 111)
  out[count++] = mix(mix(before.coarse, word.shape), 112)
  out[count++] = mix(mix(word.shape, after.coarse), 113)
  out[count++] = mix(mix(before.id, word.shape), 116)
  out[count++] = mix(mix(word.shape, after.id), 117)
  out[count++] = mix(mix(before.id, word.lists), 118)
  out[count++] = mix(mix(mix(before2.id, before.id), word.shape), 119)
  out[count++] = mix(mix(mix(after.id, after2.id), word.shape), 120)
  out[count++] = mix(mix(before.lists, word.shape), 122)
  out[count++] = mix(mix(word.shape, after.lists), 123)
  out[count++] = mix(mix(mix(before.lists, word.lists), after.lists), 126)
  if (word.capital) {
    const first = places.runStarts[at] ?? at
    const end = places.runEnds[at] ?? at + 1
    const position = (at === first ? 1 : 0) | (at === end - 1 ? 2 : 0)
    const last = words[end - 1] ?? outside
    const begin = words[first] ?? outside
    const previous = first > from ? (words[first - 1] ?? outside) : outside
    const next = end < to ? (words[end] ?? outside) : outside
    const size = Math.min(end - first, 5)
    out[count++] = mix(mix(position, size), 130)
    out[count++] = mix(mix(position, last.lists), 131)
    out[count++] = mix(mix(position, begin.lists), 132)
    out[count++] = mix(mix(begin.lists, last.lists), 133)
    out[count++] = mix(mix(position, last.id), 134)
    out[count++] = mix(mix(position, previous.id), 135)
    out[count++] = mix(mix(position, next.id), 136)
    out[count++] = mix(mix(mix(previous.id, last.lists), position), 137)
    out[count++] = mix(mix(mix(previous.lists, begin.lists), position), 138)
  }
  return count
}

/** Room for the places of a text. */
export function createPlaces(phrases: Uint8Array): Places {
  const size = phrases.length
  return {
    bits: new Uint8Array(size),
    runStarts: new Int32Array(size),
    runEnds: new Int32Array(size),
    phrases,
    active: new Uint8Array(size),
  }
}

/** Fills {@link Places} for the tokens of one sentence. */
export function markPlaces(text: string, tokens: Tokens, words: readonly Word[], from: number, to: number, places: Places): void {
  const { bits, runStarts, runEnds } = places
  for (let at = from; at < to; ) {
    let end = at + 1
    if (words[at]?.capital) while (end < to && words[end]?.capital) end++
    for (; at < end; at++) {
      runStarts[at] = at === from || !words[at]?.capital || !words[at - 1]?.capital ? at : (runStarts[at - 1] ?? at)
      runEnds[at] = end
    }
  }
  markActive(words, from, to, places.active)
  let upper = 0
  let loud = 0
  let lower = 0
  for (let at = from; at < to; at++) {
    const start = tokens.starts[at] ?? 0
    const code = text.charCodeAt(start)
    if (!isLetter(code)) continue
    if (!isUpper(code)) lower++
    else if (isUpper(text.charCodeAt(start + 1)) && (tokens.ends[at] ?? 0) > start + 1) loud++
    else upper++
  }
  const line = loud > 2 && loud > 2 * (upper + lower) ? 4 : upper + loud === 0 ? 8 : 0
  let quoted = false
  for (let at = from; at < to; at++) {
    const start = tokens.starts[at] ?? 0
    const code = text.charCodeAt(start)
    const single = (tokens.ends[at] ?? 0) === start + 1
    if (single && (code === 0x201e || code === 0xbb || (code === 0x201c && !quoted))) quoted = true
    else if (single && (code === 0x201c || code === 0x201d || code === 0xab)) quoted = false
    else if (single && code === 34) quoted = !quoted
    bits[at] =
      line | (quoted ? 2 : 0) | (at === from || (at === from + 1 && !(words[from]?.capital ?? false) && isMark(text, tokens, from)) ? 1 : 0)
  }
}

/** How many other words a name may hold between two of its own: "Bundesamt für den Zivildienst". */
const gap = 3

function markActive(words: readonly Word[], from: number, to: number, active: Uint8Array): void {
  let last = from - gap - 1
  for (let at = from; at < to; at++) {
    const part = words[at]?.part ?? Part.None
    active[at] = part === Part.Name || (part === Part.Behind && last === at - 1) ? 1 : 0
    if (part === Part.Name) last = at
    else if (part === Part.Before || (part !== Part.None && at - last <= gap)) {
      const end = Math.min(to, at + gap + 1)
      for (let ahead = at + 1; ahead < end && active[at] === 0; ahead++) if (words[ahead]?.part === Part.Name) active[at] = 1
    }
  }
}

function isMark(text: string, tokens: Tokens, at: number): boolean {
  const code = text.charCodeAt(tokens.starts[at] ?? 0)
  return !isLetter(code) && !isDigit(code)
}

function digitless(word: string): string {
  for (let at = 0; at < word.length; at++) if (isDigit(word.charCodeAt(at))) return word.replace(/\d/g, '0')
  return word
}

/** "Merz-Plan" is "Xxxx-Xxxx", "GmbH" is "XxxX", "A13" is "X00". */
function shapeOf(word: string): string {
  let shape = ''
  for (let at = 0; at < word.length && at < 12; at++) {
    const code = word.charCodeAt(at)
    shape += isUpper(code) ? 'X' : isLetter(code) ? 'x' : isDigit(code) ? '0' : word[at]
  }
  return shape
}

/** "Xxxx-Xxxx" is "Xx-Xx". */
function squeezed(shape: string): string {
  let short = ''
  for (let at = 0; at < shape.length; at++) if (at === 0 || shape[at] !== shape[at - 1]) short += shape[at]
  return shape.length === 1 ? `${short}1` : short
}
