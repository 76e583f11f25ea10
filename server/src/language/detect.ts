/**
 * German or English? Counts the commonest function words and German letters; restricting the question to two languages matters more
 * than the method. Texts too short to tell take the language of their surroundings.
 */
import { wordsOf } from '../text/words'
import type { Language } from './language'

const german = new Set(
  'der die das und ist nicht ein eine einen einem einer des den dem mit von für auf im zu zur zum sich auch als nach bei wird werden hat haben sind war wurde wurden oder aber über noch nur wie aus am an es er sie dass durch'.split(
    ' ',
  ),
)
const english = new Set(
  'the of and to is that for on with as was by at from are be this have has it not an were which or but their they he his she its been will would more than about into after also'.split(
    ' ',
  ),
)

/** The language of a text, judged by its first 4,000 characters; `fallback` where nothing tells. */
export function detectLanguage(text: string, fallback: Language): Language {
  let score = 0
  for (const { start, end } of wordsOf(text, 0, Math.min(text.length, 4000))) {
    const word = text.slice(start, end).toLowerCase()
    if (german.has(word)) score++
    else if (english.has(word)) score--
    if (/[äöüß]/.test(word)) score += 0.5
  }
  return score > 0 ? 'de' : score < 0 ? 'en' : fallback
}
