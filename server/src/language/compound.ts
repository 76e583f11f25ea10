/**
 * German compounds cut into two words that both are known: "militärhilfe" is "militär" and "hilfe". Without a full dictionary a cut
 * is made only where both sides stand in the list of compound nouns; what it does not know it leaves whole.
 */
import { compoundNouns } from './de/words'

/** Letters that join compounds without belonging to either side. */
const joints = ['', 's', 'es', 'n', 'en', 'er']

/** The two parts of a lower-cased compound, longest head first; undefined where no cut leaves two known parts of four letters or more. */
export function compoundParts(
  word: string,
  lexicon: { has(word: string): boolean } = compoundNouns(),
): readonly [string, string] | undefined {
  const begins = lexicon === compoundNouns() ? beginnings() : undefined
  if (begins?.[beginning(word, 0)] === 0) return undefined
  for (let cut = 4; cut <= word.length - 4; cut++) {
    if (begins?.[beginning(word, cut)] === 0) continue
    const head = word.slice(cut)
    if (!lexicon.has(head)) continue
    for (const joint of joints) {
      const modifier = word.slice(0, cut - joint.length)
      if (modifier.length >= 4 && word.slice(cut - joint.length, cut) === joint && lexicon.has(modifier)) return [modifier, head]
    }
  }
  return undefined
}

let known: Uint8Array | undefined

/** By the hash of four letters whether a compound noun may begin so: few places of a word are worth a look into the list. */
function beginnings(): Uint8Array {
  if (known === undefined) {
    known = new Uint8Array(1 << 16)
    for (const noun of compoundNouns()) known[beginning(noun, 0)] = 1
  }
  return known
}

function beginning(word: string, at: number): number {
  let hash = word.charCodeAt(at)
  for (let place = at + 1; place < at + 4; place++) hash = Math.imul(hash, 31) + word.charCodeAt(place)
  return (hash ^ (hash >>> 16)) & 0xffff
}
