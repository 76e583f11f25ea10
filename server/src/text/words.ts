/** Words: unbroken runs of letters, or of digits. Hyphens and apostrophes part them, so that "Merz-Plan" is two. */
import { isDigit, isLetter } from './chars'
import type { Span } from './span'

/** The words of `text` between two offsets, in order. */
export function wordsOf(text: string, from = 0, to = text.length): Span[] {
  const words: Span[] = []
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    const belongs = isLetter(code) ? isLetter : isDigit(code) ? isDigit : undefined
    if (belongs === undefined) {
      at++
      continue
    }
    const start = at
    do at++
    while (at < to && belongs(text.charCodeAt(at)))
    words.push({ start, end: at })
  }
  return words
}
