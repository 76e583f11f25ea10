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

const letterD = 100
const letterE = 101
const letterG = 103
const letterH = 104
const letterK = 107
const letterM = 109
const letterN = 110
const letterR = 114
const letterS = 115
const letterT = 116
const letterU = 117
const letterY = 121

/** The stem of a word in lower case: "häusern" gives "haus". */
export function germanStem(lower: string): string {
  const word = marked(lower.includes('ß') ? lower.replaceAll('ß', 'ss') : lower)
  const first = regionAfter(word, 0)
  const r2 = word.length < 3 || first < 0 ? word.length : endOr(word, regionAfter(word, first))
  const r1 = word.length < 3 ? word.length : Math.max(3, endOr(word, first))
  const end = withoutSuffix(word, withoutSt(word, withoutInflection(word, word.length, r1), r1), r1, r2)
  return plain(word.slice(0, end))
}

/** With a capital U or Y where it stands between vowels and is a consonant. */
function marked(word: string): string {
  let result = word
  for (let at = 1; at + 1 < word.length; at++) {
    const code = word.charCodeAt(at)
    // The letter before may have become a consonant itself.
    if ((code === letterU || code === letterY) && isVowel(word, at + 1) && isVowel(result, at - 1))
      result = result.slice(0, at) + (code === letterU ? 'U' : 'Y') + result.slice(at + 1)
  }
  return result
}

/** Where the text behind the first consonant after a vowel begins, or -1. */
function regionAfter(word: string, from: number): number {
  let at = from
  while (at < word.length && !isVowel(word, at)) at++
  while (at < word.length && isVowel(word, at)) at++
  return at < word.length ? at + 1 : -1
}

function endOr(word: string, place: number): number {
  return place < 0 ? word.length : place
}

/** Without e, em, en, ern, er, s or es, if it is in R1. Returns where the rest ends. */
function withoutInflection(word: string, end: number, r1: number): number {
  const last = word.charCodeAt(end - 1)
  const second = word.charCodeAt(end - 2)
  let rest = end
  switch (last) {
    case letterE:
      rest = end - 1
      break
    case letterM:
    case letterR:
      return second === letterE && end - 2 >= r1 ? end - 2 : end
    case letterN:
      if (second === letterR && word.charCodeAt(end - 3) === letterE) return end - 3 >= r1 ? end - 3 : end
      if (second !== letterE) return end
      rest = end - 2
      break
    case letterS:
      if (second !== letterE) return end - 1 >= r1 && beforeS[second] === 1 ? end - 1 : end
      rest = end - 2
      break
    default:
      return end
  }
  if (rest < r1) return end
  return endsWith(word, rest, 'niss') ? rest - 1 : rest
}

/** Without en, er, est, or an st with three letters and a fitting one before it, if it is in R1. */
function withoutSt(word: string, end: number, r1: number): number {
  const last = word.charCodeAt(end - 1)
  const second = word.charCodeAt(end - 2)
  if ((last === letterN || last === letterR) && second === letterE) return end - 2 >= r1 ? end - 2 : end
  if (last !== letterT || second !== letterS) return end
  const third = word.charCodeAt(end - 3)
  if (third === letterE) return end - 3 >= r1 ? end - 3 : end
  return end - 2 >= r1 && end >= 6 && beforeSt[third] === 1 ? end - 2 : end
}

/** Without what makes nouns and adjectives of other words, if it is in R2. */
function withoutSuffix(word: string, end: number, r1: number, r2: number): number {
  switch (word.charCodeAt(end - 1)) {
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

function withoutIg(word: string, end: number, rest: number, r2: number): number {
  if (rest < r2) return end
  return rest - 2 >= r2 && endsWith(word, rest, 'ig') && word.charCodeAt(rest - 3) !== letterE ? rest - 2 : rest
}

function unlessAfterE(word: string, end: number, rest: number, r2: number): number {
  return rest < r2 || word.charCodeAt(rest - 1) === letterE ? end : rest
}

function withoutErOrEn(word: string, end: number, rest: number, r1: number, r2: number): number {
  if (rest < r2) return end
  return rest - 2 >= r1 && (endsWith(word, rest, 'er') || endsWith(word, rest, 'en')) ? rest - 2 : rest
}

function withoutLichOrIg(word: string, end: number, rest: number, r2: number): number {
  if (rest < r2) return end
  const shorter = endsWith(word, rest, 'lich') ? rest - 4 : endsWith(word, rest, 'ig') ? rest - 2 : rest
  return shorter >= r2 ? shorter : rest
}

/** Without marks and umlauts. */
function plain(stem: string): string {
  let result = stem
  for (let at = 0; at < stem.length; at++) {
    const code = stem.charCodeAt(at)
    if (code >= 97 && code <= 122) continue
    const letter = plainLetters.get(code)
    if (letter !== undefined) result = result.slice(0, at) + letter + result.slice(at + 1)
  }
  return result
}

const plainLetters: ReadonlyMap<number, string> = new Map([
  [85, 'u'],
  [89, 'y'],
  [228, 'a'],
  [246, 'o'],
  [252, 'u'],
])

function endsWith(word: string, end: number, suffix: string): boolean {
  return word.startsWith(suffix, end - suffix.length) && end >= suffix.length
}

function isVowel(word: string, at: number): boolean {
  return vowels[word.charCodeAt(at)] === 1
}
