/**
 * The Snowball stemmer for German (https://snowballstem.org/algorithms/german/stemmer.html), on the characters themselves: an index meets
 * hundreds of thousands of words, and a general Snowball machine would spend more on them than everything else does.
 */

/** By code, whether the letter is one of these. */
type Letters = Uint8Array

function lettersOf(letters: string): Letters {
  const set = new Uint8Array(256)
  for (const letter of letters) set[letter.charCodeAt(0)] = 1
  return set
}

/** Letters before which a final s, or a final st, is an ending. */
const beforeS = lettersOf('bdfghklmnrt')
const beforeSt = lettersOf('bdfghklmnt')
const vowels = lettersOf('aeiouyäöü')

const letterA = 97
const letterD = 100
const letterE = 101
const letterG = 103
const letterH = 104
const letterK = 107
const letterM = 109
const letterN = 110
const letterO = 111
const letterR = 114
const letterS = 115
const letterT = 116
const letterU = 117
const letterY = 121
const letterZ = 122
const sharpS = 0xdf

/** The stem of a word in lower case: "häusern" gives "haus". */
export function germanStem(lower: string): string {
  // Each ß becomes two letters.
  if (scratch.length < lower.length * 2) scratch = new Uint16Array(lower.length * 4)
  for (let at = 0; at < lower.length; at++) scratch[at] = lower.charCodeAt(at)
  return String.fromCharCode(...scratch.subarray(0, stemInPlace(scratch, lower.length)))
}

let scratch = new Uint16Array(128)

/** Puts the stem of the word in the place of the word, and returns its length; `word` has room for twice the letters. */
export function stemInPlace(word: Uint16Array, letters: number): number {
  const length = withoutSharpS(word, letters)
  mark(word, length)
  const first = regionAfter(word, 0, length)
  const r2 = length < 3 || first < 0 ? length : endOr(length, regionAfter(word, first, length))
  const r1 = length < 3 ? length : Math.max(3, endOr(length, first))
  const end = withoutSuffix(word, withoutSt(word, withoutInflection(word, length, r1), r1), r1, r2)
  makePlain(word, end)
  return end
}

/** With ss for each ß. */
function withoutSharpS(word: Uint16Array, letters: number): number {
  let length = letters
  for (let at = 0; at < length; at++) {
    if (word[at] !== sharpS) continue
    word.copyWithin(at + 1, at, length++)
    word[at] = letterS
    word[++at] = letterS
  }
  return length
}

/** With a capital U or Y where it stands between vowels and is a consonant. */
function mark(word: Uint16Array, length: number): void {
  for (let at = 1; at + 1 < length; at++) {
    const code = word[at]
    // The letter before may have become a consonant itself.
    if ((code === letterU || code === letterY) && isVowel(word, at + 1) && isVowel(word, at - 1)) word[at] = code - 32
  }
}

/** Where the text behind the first consonant after a vowel begins, or -1. */
function regionAfter(word: Uint16Array, from: number, length: number): number {
  let at = from
  while (at < length && !isVowel(word, at)) at++
  while (at < length && isVowel(word, at)) at++
  return at < length ? at + 1 : -1
}

function endOr(length: number, place: number): number {
  return place < 0 ? length : place
}

/** Without e, em, en, ern, er, s or es, if it is in R1. Returns where the rest ends. */
function withoutInflection(word: Uint16Array, end: number, r1: number): number {
  const last = word[end - 1]
  const second = word[end - 2]
  let rest = end
  switch (last) {
    case letterE:
      rest = end - 1
      break
    case letterM:
    case letterR:
      return second === letterE && end - 2 >= r1 ? end - 2 : end
    case letterN:
      if (second === letterR && word[end - 3] === letterE) return end - 3 >= r1 ? end - 3 : end
      if (second !== letterE) return end
      rest = end - 2
      break
    case letterS:
      if (second !== letterE) return end - 1 >= r1 && beforeS[second ?? 0] === 1 ? end - 1 : end
      rest = end - 2
      break
    default:
      return end
  }
  if (rest < r1) return end
  return endsWith(word, rest, 'niss') ? rest - 1 : rest
}

/** Without en, er, est, or an st with three letters and a fitting one before it, if it is in R1. */
function withoutSt(word: Uint16Array, end: number, r1: number): number {
  const last = word[end - 1]
  const second = word[end - 2]
  if ((last === letterN || last === letterR) && second === letterE) return end - 2 >= r1 ? end - 2 : end
  if (last !== letterT || second !== letterS) return end
  const third = word[end - 3]
  if (third === letterE) return end - 3 >= r1 ? end - 3 : end
  return end - 2 >= r1 && end >= 6 && beforeSt[third ?? 0] === 1 ? end - 2 : end
}

/** Without what makes nouns and adjectives of other words, if it is in R2. */
function withoutSuffix(word: Uint16Array, end: number, r1: number, r2: number): number {
  switch (word[end - 1]) {
    case letterD:
      return endsWith(word, end, 'end') ? withoutIg(word, end, end - 3, r2) : end
    case letterG:
      if (endsWith(word, end, 'ung')) return withoutIg(word, end, end - 3, r2)
      return endsWith(word, end, 'ig') ? unlessAfterE(word, end, end - 2, r2) : end
    case letterK:
      return endsWith(word, end, 'ik') ? unlessAfterE(word, end, end - 2, r2) : end
    case letterH:
      if (endsWith(word, end, 'isch')) return unlessAfterE(word, end, end - 4, r2)
      return endsWith(word, end, 'lich') ? withoutErOrEn(word, end, end - 4, r1, r2) : end
    case letterT:
      if (endsWith(word, end, 'heit')) return withoutErOrEn(word, end, end - 4, r1, r2)
      return endsWith(word, end, 'keit') ? withoutLichOrIg(word, end, end - 4, r2) : end
    default:
      return end
  }
}

function withoutIg(word: Uint16Array, end: number, rest: number, r2: number): number {
  if (rest < r2) return end
  return rest - 2 >= r2 && endsWith(word, rest, 'ig') && word[rest - 3] !== letterE ? rest - 2 : rest
}

function unlessAfterE(word: Uint16Array, end: number, rest: number, r2: number): number {
  return rest < r2 || word[rest - 1] === letterE ? end : rest
}

function withoutErOrEn(word: Uint16Array, end: number, rest: number, r1: number, r2: number): number {
  if (rest < r2) return end
  return rest - 2 >= r1 && (endsWith(word, rest, 'er') || endsWith(word, rest, 'en')) ? rest - 2 : rest
}

function withoutLichOrIg(word: Uint16Array, end: number, rest: number, r2: number): number {
  if (rest < r2) return end
  const shorter = endsWith(word, rest, 'lich') ? rest - 4 : endsWith(word, rest, 'ig') ? rest - 2 : rest
  return shorter >= r2 ? shorter : rest
}

/** Without marks and umlauts. */
function makePlain(word: Uint16Array, end: number): void {
  for (let at = 0; at < end; at++) {
    const code = word[at] ?? 0
    if (code < letterA || code > letterZ) word[at] = plainLetters.get(code) ?? code
  }
}

const plainLetters: ReadonlyMap<number, number> = new Map([
  [85, letterU],
  [89, letterY],
  [228, letterA],
  [246, letterO],
  [252, letterU],
])

function endsWith(word: Uint16Array, end: number, suffix: string): boolean {
  const start = end - suffix.length
  if (start < 0) return false
  for (let at = 0; at < suffix.length; at++) if (word[start + at] !== suffix.charCodeAt(at)) return false
  return true
}

function isVowel(word: Uint16Array, at: number): boolean {
  return vowels[word[at] ?? 0] === 1
}
