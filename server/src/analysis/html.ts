/** The words in a block of HTML: what stands between its tags, apart from scripts, styles and comments. */
import type { Span } from '../text/span'

const silent = /<!--[\s\S]*?(?:-->|$)|<(script|style|pre|textarea|svg|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?][\s\S]*?(?:>|$)/gi
const tag = /<\/?([A-Za-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>/g

/** Spans of text between two offsets, cut at every tag. */
export function htmlTexts(text: string, within: Span): Span[] {
  const raw = text.slice(within.start, within.end)
  const cuts = [...raw.matchAll(silent)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  for (const match of raw.matchAll(tag)) {
    if (!cuts.some((cut) => cut.start <= match.index && match.index < cut.end))
      cuts.push({ start: match.index, end: match.index + match[0].length })
  }
  cuts.sort((a, b) => a.start - b.start)
  const found: Span[] = []
  let at = 0
  for (const cut of [...cuts, { start: raw.length, end: raw.length }]) {
    const words = raw.slice(at, cut.start)
    if (words.trim() !== '') {
      const start = within.start + at + words.search(/\S/)
      found.push({ start, end: start + words.trim().length })
    }
    at = Math.max(at, cut.end)
  }
  return found
}
