/** The lexicon of each language, built when it is first asked for. */
import { german } from './de/lexicon'
import { english } from './en/lexicon'
import type { Language } from './language'
import { buildLexicon, type Lexicon, type LexiconData } from './lexicon'

const data: Record<Language, LexiconData> = { de: german, en: english }
const built = new Map<Language, Lexicon>()

/** What the language's folder says, as it stands. */
export function dataOf(language: Language): LexiconData {
  return data[language]
}

export function lexiconOf(language: Language): Lexicon {
  let lexicon = built.get(language)
  if (lexicon === undefined) built.set(language, (lexicon = buildLexicon(data[language])))
  return lexicon
}
