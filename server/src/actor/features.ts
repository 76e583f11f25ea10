/**
 * What the recogniser sees of a token, as hashes: the word itself, its affixes and shape, the lists and clusters it belongs to, and
 * the same of its neighbours. Features of one word do not depend on its place, so that they are made once for a word and then
 * remembered; only the pairs at the end are made for each token. Training and recognition share this file: a change here means training anew.
 */
import type { Language } from '../language/language'
import { isDigit, isLetter, isUpper } from '../text/chars'
import { hashOf, hashOfPart, mix } from './hash'
import { listBit, noEntry, type WordLists } from './lists'
import { type Phrase, phrasesFrom } from './phrases'
import type { Tokens } from './tokens'

/** A word as the model sees it, apart from any place. */
export interface Word {
  /** Feature hashes as the token itself, as its neighbour and as the one after next. */
  readonly own: Int32Array
  readonly near: Int32Array
  readonly far: Int32Array
  /** How many of `own` tell this very word from others of its kind: they come first. */
  readonly lexical: number
  readonly id: number
  readonly shape: number
  readonly lists: number
  readonly fine: number
  readonly coarse: number
  readonly capital: boolean
  /** Known names that begin with it. */
  readonly phrases: readonly Phrase[]
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

export function wordFeatures(written: string, language: Language, lists: WordLists): Word {
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
  for (let bit = 0; bit < 19; bit++) if (kinds & (1 << bit)) add(bit, 43, 3)
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
    own: Int32Array.from(own),
    near: Int32Array.from(near),
    far: Int32Array.from(far),
    lexical,
    id,
    shape: shortHash,
    lists: kinds,
    fine: entry.cluster,
    coarse: lists.coarse(entry.cluster),
    capital,
    phrases: capital ? phrasesFrom(surface) : [],
  }
}

/** "Bundesminister" is a role because it ends with one, and "Landesbank" an organisation; told apart from the words themselves. */
function headKinds(lists: number): number {
  return (lists & roleBit ? 1 << 17 : 0) | (lists & headBit ? 1 << 18 : 0)
}

/** What stands before and after a sentence. */
export const outside: Word = {
  own: new Int32Array(0),
  near: Int32Array.of(mix(1, 90)),
  far: Int32Array.of(mix(1, 91)),
  lexical: 0,
  id: 1,
  shape: 1,
  lists: 0,
  fine: 0,
  coarse: 0,
  capital: false,
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
  out[count++] = mix(mix(before.shape, word.shape), 107)
  out[count++] = mix(mix(word.shape, after.shape), 108)
  out[count++] = mix(mix(mix(before.shape, word.shape), after.shape), 109)
  out[count++] = mix(mix(before.lists, word.lists), 110)
  out[count++] = mix(mix(word.lists, after.lists), 111)
  out[count++] = mix(mix(before.coarse, word.shape), 112)
  out[count++] = mix(mix(word.shape, after.coarse), 113)
  out[count++] = mix(mix(before.coarse, word.coarse), 114)
  out[count++] = mix(mix(word.coarse, after.coarse), 115)
  out[count++] = mix(mix(before.id, word.shape), 116)
  out[count++] = mix(mix(word.shape, after.id), 117)
  out[count++] = mix(mix(before.id, word.lists), 118)
  out[count++] = mix(mix(mix(before2.id, before.id), word.shape), 119)
  out[count++] = mix(mix(mix(after.id, after2.id), word.shape), 120)
  out[count++] = mix(mix(mix(before.coarse, after.coarse), word.shape), 121)
  out[count++] = mix(mix(before.lists, word.shape), 122)
  out[count++] = mix(mix(word.shape, after.lists), 123)
  out[count++] = mix(mix(mix(before2.lists, before.lists), word.shape), 124)
  out[count++] = mix(mix(mix(before.lists, word.shape), after.shape), 125)
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
  return { bits: new Uint8Array(size), runStarts: new Int32Array(size), runEnds: new Int32Array(size), phrases }
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
