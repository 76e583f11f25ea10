/**
 * German or English? Counts the commonest function words and German letters; restricting the question to two languages matters more
 * than the method. Texts too short to tell take the language of their surroundings.
 */
import { isLetter } from '../text/chars'
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

const longest = Math.max(...[...german, ...english].map((word) => word.length))
/** Beyond it the rest is not asked. */
const sure = 30

/** The language of a text, judged by its first 4,000 characters; `fallback` where nothing tells. */
export function detectLanguage(text: string, fallback: Language): Language {
  let score = 0
  const end = Math.min(text.length, 4000)
  for (let at = 0; at < end && Math.abs(score) < sure; ) {
    const start = at
    let isGerman = false
    for (let code = text.charCodeAt(at); isLetter(code); code = ++at < end ? text.charCodeAt(at) : 0) isGerman ||= germanLetters.has(code)
    if (isGerman) score += 0.5
    if (at > start && at - start <= longest) {
      const word = text.slice(start, at).toLowerCase()
      if (german.has(word)) score++
      else if (english.has(word)) score--
    }
    if (at === start) at++
  }
  return score > 0 ? 'de' : score < 0 ? 'en' : fallback
}

const germanLetters = new Set([...'äöüÄÖÜß'].map((letter) => letter.charCodeAt(0)))
