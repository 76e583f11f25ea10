/**
 * What the recogniser sees of a token, as hashes: the word itself, its affixes and shape, the lists and clusters it belongs to, and
 * the same of its neighbours. Features of one word do not depend on its place, so that they are made once for a word and then
 * remembered; only the pairs at the end are made for each token. Training and recognition share this file: a change here means training anew.
 */
import type { Language } from '../language/language'
import { isApostrophe, isDigit, isLetter, isUpper } from '../text/chars'
import { Facts, Part } from './facts'
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
  /** What scanners ask of it, as {@link Facts}. */
  readonly facts: number
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
  const surface = brackets.get(written) ?? withPlainApostrophe(written)
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
  const phrases = capital ? phrasesFrom(surface) : []
  const isOfTown = (kinds & inhabitantBit) !== 0 && (kinds & placeBit) === 0
  return {
    own,
    near,
    far,
    lexical,
    id,
    shape: shortHash,
    lists: kinds,
    coarse: lists.coarse(entry.cluster),
    facts:
      partOf(surface, capital, kinds, language) |
      (capital ? Facts.Capital : 0) |
      (phrases.length > 0 ? Facts.Phrases : 0) |
      (isOfTown ? Facts.OfTown : 0),
    phrases,
  }
}

const placeBit = listBit('place')
const inhabitantBit = 1 << 19

/** "Berliner", "Leipzigern": a town and "-er". */
function isInhabitant(surface: string, lists: WordLists): boolean {
  if (!isUpper(surface.charCodeAt(0)) || !surface.includes('er', 3)) return false
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

/** "Bundesminister" is a role because it ends with one, and "Landesbank" an organisation; told apart from the words themselves. */
function headKinds(lists: number): number {
  return (lists & roleBit ? 1 << 17 : 0) | (lists & headBit ? 1 << 18 : 0)
}

/** Whatever a text writes for an apostrophe means the same: "’", "‘s". */
function withPlainApostrophe(word: string): string {
  return isApostrophe(word.charCodeAt(0)) ? `'${word.slice(1)}` : word
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
  facts: Part.None,
  phrases: [],
}

/** What is known of the tokens of a text besides their words. */
export interface Places {
  /** {@link Facts} of the word of each token. */
  readonly facts: Uint8Array
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

/**
 * What stands side by side, by what it depends on, so that what two words say together can be remembered like what one says. Each
 * feature has a place of its own among their hashes.
 */
export interface Pairs {
  /** Of a word, its bits and its phrase. */
  readonly alone: readonly number[]
  /** Of a word and the one before it, and of a word and the one behind it. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly around: readonly number[]
  /** Of a run of capitalised words: of its own words, of them and the one before, and the one behind. */
  readonly run: readonly number[]
  readonly runBefore: readonly number[]
  readonly runAfter: readonly number[]
}

const german: Pairs = {
  alone: [0, 1, 2, 3, 4],
  before: [5, 8, 10, 12, 14, 17],
  after: [6, 9, 11, 13, 18],
  around: [7, 15, 16, 19],
  run: [20, 21, 22, 23, 24],
  runBefore: [25, 27, 28],
  runAfter: [26],
}

/** English has fewer labels to learn from and leans more on clusters. */
const english: Pairs = {
  ...german,
  before: [...german.before, 29],
  after: [...german.after, 30],
  run: [...german.run, 31, 32],
  runBefore: [...german.runBefore, 33],
  runAfter: [...german.runAfter, 34],
}

export const pairsIn: Readonly<Record<Language, Pairs>> = { de: german, en: english }
/** Room for all of them. */
export const pairCount = 35

/** The hashes of all that stands side by side at token `at`. */
export function pairsOf(words: readonly Word[], at: number, from: number, to: number, places: Places, language: Language): number[] {
  const { alone, before, after, around, run, runBefore, runAfter } = pairsIn[language]
  const word = words[at] ?? outside
  const hashes = new Int32Array(pairCount)
  writeAlone(word, places.bits[at] ?? 0, places.phrases[at] ?? 0, hashes)
  writeBefore(at > from ? (words[at - 1] ?? outside) : outside, word, hashes)
  writeAfter(word, at + 1 < to ? (words[at + 1] ?? outside) : outside, hashes)
  writeAround(words, at, from, to, hashes)
  writeRun(words, at, from, to, places, hashes)
  const isCapital = (word.facts & Facts.Capital) !== 0
  const wanted = [...alone, ...before, ...after, ...around, ...(isCapital ? [...run, ...runBefore, ...runAfter] : [])]
  return wanted.sort((a, b) => a - b).map((place) => hashes[place] ?? 0)
}

export function writeAlone(word: Word, bits: number, phrase: number, out: Int32Array): void {
  out[0] = mix(1, 100)
  out[1] = mix(bits, 101)
  out[2] = mix(mix(bits & 13, word.shape), 102)
  out[3] = mix(mix(bits & 13, word.lists), 103)
  out[4] = mix(phrase, 104)
}

export function writeBefore(before: Word, word: Word, out: Int32Array): void {
  out[5] = mix(mix(before.id, word.id), 105)
  out[8] = mix(mix(before.lists, word.lists), 110)
  out[10] = mix(mix(before.coarse, word.shape), 112)
  out[12] = mix(mix(before.id, word.shape), 116)
  out[14] = mix(mix(before.id, word.lists), 118)
  out[17] = mix(mix(before.lists, word.shape), 122)
  out[29] = mix(mix(before.coarse, word.coarse), 140)
}

export function writeAfter(word: Word, after: Word, out: Int32Array): void {
  out[6] = mix(mix(word.id, after.id), 106)
  out[9] = mix(mix(word.lists, after.lists), 111)
  out[11] = mix(mix(word.shape, after.coarse), 113)
  out[13] = mix(mix(word.shape, after.id), 117)
  out[18] = mix(mix(word.shape, after.lists), 123)
  out[30] = mix(mix(word.coarse, after.coarse), 141)
}

export function writeAround(words: readonly Word[], at: number, from: number, to: number, out: Int32Array): void {
  const word = words[at] ?? outside
  const before = at > from ? (words[at - 1] ?? outside) : outside
  const after = at + 1 < to ? (words[at + 1] ?? outside) : outside
  const before2 = at - 1 > from ? (words[at - 2] ?? outside) : outside
  const after2 = at + 2 < to ? (words[at + 2] ?? outside) : outside
  out[7] = mix(mix(mix(before.shape, word.shape), after.shape), 109)
  out[15] = mix(mix(mix(before2.id, before.id), word.shape), 119)
  out[16] = mix(mix(mix(after.id, after2.id), word.shape), 120)
  out[19] = mix(mix(mix(before.lists, word.lists), after.lists), 126)
}

export function writeRun(words: readonly Word[], at: number, from: number, to: number, places: Places, out: Int32Array): void {
  const first = places.runStarts[at] ?? at
  const end = places.runEnds[at] ?? at + 1
  const position = (at === first ? 1 : 0) | (at === end - 1 ? 2 : 0)
  const begin = words[first] ?? outside
  const last = words[end - 1] ?? outside
  writeOwnRun(position, Math.min(end - first, 5), begin, last, out)
  writeRunBefore(position, first > from ? (words[first - 1] ?? outside) : outside, begin, last, out)
  writeRunAfter(position, end < to ? (words[end] ?? outside) : outside, out)
}

/** The position of the only word of a run: its first and its last. */
export const alonePosition = 3

export function writeOwnRun(position: number, size: number, begin: Word, last: Word, out: Int32Array): void {
  out[20] = mix(mix(position, size), 130)
  out[21] = mix(mix(position, last.lists), 131)
  out[22] = mix(mix(position, begin.lists), 132)
  out[23] = mix(mix(begin.lists, last.lists), 133)
  out[24] = mix(mix(position, last.id), 134)
  out[31] = mix(mix(position, last.coarse), 142)
  out[32] = mix(mix(position, begin.coarse), 143)
}

export function writeRunBefore(position: number, previous: Word, begin: Word, last: Word, out: Int32Array): void {
  out[25] = mix(mix(position, previous.id), 135)
  out[27] = mix(mix(mix(previous.id, last.lists), position), 137)
  out[28] = mix(mix(mix(previous.lists, begin.lists), position), 138)
  out[33] = mix(mix(position, previous.coarse), 144)
}

export function writeRunAfter(position: number, next: Word, out: Int32Array): void {
  out[26] = mix(mix(position, next.id), 136)
  out[34] = mix(mix(position, next.coarse), 145)
}

/** Room for the places of a text of `size` tokens. */
export function createPlaces(size: number): Places {
  return {
    facts: new Uint8Array(size),
    bits: new Uint8Array(size),
    runStarts: new Int32Array(size),
    runEnds: new Int32Array(size),
    phrases: new Uint8Array(size),
    active: new Uint8Array(size),
  }
}

/** Fills {@link Places} for the tokens of one sentence; their facts are there already. */
export function markPlaces(text: string, tokens: Tokens, from: number, to: number, places: Places): void {
  const { facts, bits, runStarts, runEnds } = places
  for (let at = from; at < to; ) {
    const first = at
    let end = at + 1
    if (isCapital(facts, at)) while (end < to && isCapital(facts, end)) end++
    for (; at < end; at++) {
      runStarts[at] = first
      runEnds[at] = end
    }
  }
  markActive(facts, from, to, places.active)
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
    bits[at] = line | (quoted ? 2 : 0)
  }
  bits[from] = (bits[from] ?? 0) | 1
  if (from + 1 < to && !isCapital(facts, from) && isMark(text, tokens, from)) bits[from + 1] = (bits[from + 1] ?? 0) | 1
}

function isCapital(facts: Uint8Array, at: number): boolean {
  return ((facts[at] ?? 0) & Facts.Capital) !== 0
}

/** How many other words a name may hold between two of its own: "Bundesamt für den Zivildienst". */
const gap = 3

function markActive(facts: Uint8Array, from: number, to: number, active: Uint8Array): void {
  let last = from - gap - 1
  for (let at = from; at < to; at++) {
    const part = (facts[at] ?? 0) & Facts.Part
    active[at] = part === Part.Name || (part === Part.Behind && last === at - 1) ? 1 : 0
    if (part === Part.Name) last = at
    else if (part === Part.Before || (part !== Part.None && at - last <= gap)) {
      const end = Math.min(to, at + gap + 1)
      for (let ahead = at + 1; ahead < end && active[at] === 0; ahead++)
        if (((facts[ahead] ?? 0) & Facts.Part) === Part.Name) active[at] = 1
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
