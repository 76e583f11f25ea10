/** Nouns that German compounds are made of, lower-cased; server/data/words-de.md says where they come from. */
import list from '../../../data/words-de.txt'
import { WordList } from '../word-list'

let nouns: WordList | undefined

/** Read on first use. */
export function compoundNouns(): WordList {
  nouns ??= new WordList(list)
  return nouns
}
