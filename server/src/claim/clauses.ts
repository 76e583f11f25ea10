/** Where clauses end: at commas, brackets and dashes, and at conjunctions. */
import type { Language } from '../language/language'
import type { Span } from '../text/span'
import { wordsOf } from '../text/words'

/** Conjunctions that part clauses as commas do. */
const joints: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(['und', 'sowie', 'während', 'aber', 'dagegen', 'hingegen', 'oder', 'beziehungsweise', 'bzw']),
  en: new Set(['and', 'while', 'whereas', 'but', 'or']),
}

export function isJoint(word: string, language: Language): boolean {
  return joints[language].has(word)
}

/** 1 where a clause ends between two offsets, else 0. */
export function bordersBetween(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (',;:()–—'.includes(text.charAt(at))) return 1
  return 0
}

/** How many clauses end between the start of a sentence and an offset. */
export function bordersBefore(text: string, { start }: Span, at: number, language: Language): number {
  let count = 0
  let end = start
  for (const word of wordsOf(text, start, at)) {
    count += bordersBetween(text, end, word.start)
    if (isJoint(text.slice(word.start, word.end), language)) count++
    end = word.end
  }
  return count + bordersBetween(text, end, at)
}
