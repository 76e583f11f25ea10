/**
 * Cuts a passage into sentences. One forward pass over the code units: a full stop is an end only if what stands before it is no
 * abbreviation, initial or German ordinal, and what follows may begin a sentence. A missed end is better than a wrong one, because
 * a figure must not be parted from its unit or its subject.
 */
import { isBreak, isDigit, isLetter, isSpace, isUpper } from '../text/chars'
import type { Span } from '../text/span'
import * as de from './de/sentences'
import * as en from './en/sentences'
import type { Language } from './language'

const data = { de, en }
const closers = new Set([...'"\'”“’‘»«)]›‹'].map((closer) => closer.charCodeAt(0)))
const openers = new Set([...'"\'„“”‚‘»«([›‹–—-'].map((opener) => opener.charCodeAt(0)))

/** Whether a full stop behind a lower-case word belongs to it: "ca", "Prof". */
export function isAbbreviation(word: string, language: Language): boolean {
  return data[language].abbreviations.has(word)
}

/** The sentences of `span`, without the white space between them; together they hold every other character. */
export function sentencesOf(text: string, span: Span, language: Language): Span[] {
  const sentences: Span[] = []
  let start = skipBlank(text, span.start, span.end)
  let at = start
  while (at < span.end) {
    const code = text.charCodeAt(at)
    const ends = isBreak(code)
      ? isParagraphBreak(text, at, span.end)
      : isTerminal(code) && endsSentence(text, start, at, span.end, language)
    if (!ends) {
      at++
      continue
    }
    const end = isBreak(code) ? at : afterClosers(text, at + 1, span.end)
    if (end > start) sentences.push({ start, end: trimmed(text, start, end) })
    start = at = skipBlank(text, end, span.end)
  }
  const end = trimmed(text, start, span.end)
  if (end > start) sentences.push({ start, end })
  return sentences
}

function isTerminal(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026
}

/** A blank line, or a line break before a list mark. */
function isParagraphBreak(text: string, at: number, limit: number): boolean {
  let next = at + 1
  if (text.charCodeAt(at) === 13 && text.charCodeAt(next) === 10) next++
  while (next < limit && isSpace(text.charCodeAt(next))) next++
  return next < limit && isBreak(text.charCodeAt(next))
}

function endsSentence(text: string, start: number, at: number, limit: number, language: Language): boolean {
  const code = text.charCodeAt(at)
  const following = text.charCodeAt(at + 1)
  if (at + 1 < limit && isTerminal(following)) return false
  const after = afterClosers(text, at + 1, limit)
  if (after >= limit) return true
  const next = skipBlank(text, after, limit)
  if (next === after) return false
  if (next >= limit) return true
  let word = next
  while (word < limit && openers.has(text.charCodeAt(word))) word++
  const first = text.charCodeAt(word)
  if (!isUpper(first) && !isDigit(first) && word === next) return false
  return code !== 46 || !isAbbreviated(text, start, at, word, limit, language)
}

/** Whether the full stop at `at` belongs to an abbreviation, an initial or an ordinal rather than to the sentence. */
function isAbbreviated(text: string, start: number, at: number, next: number, limit: number, language: Language): boolean {
  const { abbreviations, starters } = data[language]
  let from = at
  while (from > start && isLetter(text.charCodeAt(from - 1))) from--
  if (from < at) {
    if (at - from === 1 && !isDigit(text.charCodeAt(from - 1))) return true
    return abbreviations.has(text.slice(from, at).toLowerCase())
  }
  while (from > start && isDigit(text.charCodeAt(from - 1))) from--
  if (from === at || at - from > 3 || language === 'en') return false
  const before = text.charCodeAt(from - 1)
  if (from > start && (before === 46 || before === 44)) return at - from <= 2
  let end = next
  while (end < limit && isLetter(text.charCodeAt(end))) end++
  return isUpper(text.charCodeAt(next)) && !starters.has(text.slice(next, end))
}

function afterClosers(text: string, at: number, limit: number): number {
  while (at < limit && (closers.has(text.charCodeAt(at)) || isTerminal(text.charCodeAt(at)))) at++
  return at
}

function skipBlank(text: string, at: number, limit: number): number {
  while (at < limit && (isSpace(text.charCodeAt(at)) || isBreak(text.charCodeAt(at)))) at++
  return at
}

function trimmed(text: string, start: number, end: number): number {
  while (end > start && (isSpace(text.charCodeAt(end - 1)) || isBreak(text.charCodeAt(end - 1)))) end--
  return end
}
