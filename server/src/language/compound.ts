/**
 * German compounds by what they may end with. Without a dictionary the safe cut is between a known head and what stands before it:
 * "Militärhilfe" contains "hilfe". Words are learned from the text at hand: a word that also stands alone is a likely part.
 */

/** Parts that join compounds without belonging to either side. */
const joints = ['', 's', 'es', 'n', 'en', 'er']

/**
 * Parts of a lower-cased compound of which both are in `lexicon`, longest head first: "rüstungsgüter" is ["rüstung", "güter"];
 * undefined where no cut leaves two known parts. At least four letters a part.
 */
export function compoundParts(word: string, lexicon: { has(word: string): boolean }): readonly [string, string] | undefined {
  for (let cut = 4; cut <= word.length - 4; cut++) {
    const head = word.slice(cut)
    if (!lexicon.has(head)) continue
    for (const joint of joints) {
      const modifier = word.slice(0, cut - joint.length)
      if (modifier.length >= 4 && word.slice(cut - joint.length, cut) === joint && lexicon.has(modifier)) return [modifier, head]
    }
  }
  return undefined
}
