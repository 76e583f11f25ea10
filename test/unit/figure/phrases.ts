import type { Language } from '../../../server/src/language/language'

/** The language of a test phrase. */
export function detectedLanguage(phrase: string): Language {
  return /\b(?:about|hours|miles|more|than|people)\b/.test(phrase) ? 'en' : 'de'
}
