/**
 * German compounds cut into two words that both are known: "militärhilfe" is "militär" and "hilfe". Without a full dictionary a cut
 * is made only where both sides stand in the list of compound nouns; what it does not know it leaves whole.
 */
import { compoundNouns } from './de/words'
import { longestWord, partHash, step } from './word-list'

/** Letters that join compounds without belonging to either side. */
export const joints = ['', 's', 'es', 'n', 'en', 'er']
/** Of a part, so that "arbeit" is not cut into "ar" and "beit". */
const fewestLetters = 4

/** Where a compound is cut: its first part ends at `modifier`, its second begins at `head`. */
export interface Cut {
  readonly modifier: number
  readonly head: number
}

/** The two parts of a lower-cased compound, longest head first; undefined where no cut leaves two known parts of four letters or more. */
export function compoundParts(word: string): readonly [string, string] | undefined {
  if (word.length > longestWord) return undefined
  for (let at = 0; at < word.length; at++) letters[at] = word.charCodeAt(at)
  const cut = compoundCut(letters, word.length)
  return cut === undefined ? undefined : [word.slice(0, cut.modifier), word.slice(cut.head)]
}

const letters = new Uint16Array(longestWord)
/** Of the letters before each place. */
const hashes = new Int32Array(longestWord + 1)

/** Where `compoundParts` cuts the word of `length` letters, `longestWord` at most. */
export function compoundCut(word: Uint16Array, length: number): Cut | undefined {
  const nouns = compoundNouns()
  for (let at = 0; at < length; at++) hashes[at + 1] = step(hashes[at] ?? 0, word[at] ?? 0)
  const end = hashes[length] ?? 0
  for (let head = fewestLetters; head <= length - fewestLetters; head++) {
    if (!nouns.hasPart(word, head, length, partHash(hashes[head] ?? 0, end, length - head))) continue
    for (const joint of joints) {
      const modifier = head - joint.length
      if (modifier < fewestLetters || !isAt(joint, word, modifier)) continue
      if (nouns.hasPart(word, 0, modifier, hashes[modifier] ?? 0)) return { modifier, head }
    }
  }
  return undefined
}

function isAt(joint: string, word: Uint16Array, place: number): boolean {
  for (let at = 0; at < joint.length; at++) if (word[place + at] !== joint.charCodeAt(at)) return false
  return true
}
