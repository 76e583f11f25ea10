/** Nouns that German compounds are made of, lower-cased; server/data/words-de.md says where they come from. */
import list from '../../../data/words-de.txt'

let nouns: ReadonlySet<string> | undefined

/** Read on first use. */
export function compoundNouns(): ReadonlySet<string> {
  nouns ??= new Set(list.trimEnd().split('\n'))
  return nouns
}
