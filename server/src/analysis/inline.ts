/**
 * What stands in running text and is not read: footnote marks, attributes, templates, wiki link targets, cross references. Markdown leaves
 * these in its text; here they become gaps, each with what a reader sees in its place.
 */
import type { Span } from '../text/span'
import { isCrossReference, keyAt } from './citations'

/** Characters of the file that are not read as they stand. */
export interface Gap extends Span {
  /** What a reader sees instead. */
  readonly put: string
}

/** Stands for code, formulas and pictures within a sentence, so that the words around them do not run together. */
export const objectMark = '\ufffc'

interface Pattern {
  readonly of: RegExp
  readonly put?: (match: RegExpExecArray) => readonly Gap[]
  /** Whether the space before it goes as well. */
  readonly tight?: boolean
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const patterns: readonly Pattern[] = [
  // Footnotes of Markdown: "[^1]".
  { of: /\[\^[^\]\s]+\]/g, tight: true },
  // Footnotes of Pandoc: "^[A note.]" reads " (A note.)".
  {
    of: /\^\[([^[\]]*)\]/g,
    put: ({ index, 0: all }) => [
      { start: index, end: index + 2, put: ' (' },
      { start: index + all.length - 1, end: index + all.length, put: ')' },
    ],
  },
  // Wiki links: "[[page#section|words]]" reads "words"; an embedded page is an object.
  {
    of: /!?\[\[([^[\]\r\n]+)\]\]/g,
    put: ({ index, 0: all, 1: inner = '' }) => {
      if (all.startsWith('!')) return [{ start: index, end: index + all.length, put: objectMark }]
      const bar = inner.indexOf('|')
      return [
        { start: index, end: index + 2 + bar + 1, put: '' },
        { start: index + all.length - 2, end: index + all.length, put: '' },
      ]
    },
  },
  // Templates: "{{< include x >}}", "{{ name }}", "{% raw %}".
  { of: /\{\{[^{}\r\n]*\}\}|\{%[^\r\n]*?%\}/g, put: ({ index, 0: all }) => [{ start: index, end: index + all.length, put: objectMark }] },
  // Comments of Obsidian.
  { of: /%%[^%]*%%/g, tight: true },
  // Fences of divisions: "::: {.callout-note}".
  { of: /^[ \t]*:{3,}[^\r\n]*$/gm },
  // Spans of Pandoc: "[words]{.src key=a}" reads "words".
  {
    of: /\[([^[\]]*)\]\{[^{}\r\n]*\}/g,
    put: ({ index, 0: all, 1: inner = '' }) => [
      { start: index, end: index + 1, put: '' },
      { start: index + 1 + inner.length, end: index + all.length, put: '' },
    ],
  },
  // Attributes: "![](a.png){width=50%}", "# Heading {#sec-x}".
  { of: /(?<=[\])`"])\{[^{}\r\n]*\}|[ \t]\{[#.][^{}\r\n]*\}(?=[ \t]*$)/gm },
  // Roles of MyST before code, and its targets and block breaks.
  { of: /\{[a-z][\w:.-]*\}(?=`)|^\([\w.:-]+\)=[ \t]*$|^\+{3}[ \t]*$/gm },
  // Marks of callouts and of blocks in Obsidian.
  { of: /(?<=^[ \t>]*)\[![A-Za-z-]+\][+-]?|[ \t]\^[A-Za-z0-9-]+(?=[ \t]*$)/gm },
  // "km^2^" reads "km²".
  {
    of: /\^(\d+)\^/g,
    put: ({ index, 0: all, 1: digits = '' }) => [
      { start: index, end: index + all.length, put: [...digits].map((digit) => superscripts.charAt(Number(digit))).join('') },
    ],
  },
  // Formulas between single dollar signs, by Pandoc's rule; money has no backslash, brace or equals sign.
  {
    of: /\$(?=\S)[^$\r\n]*?[\\^_={}][^$\r\n]*?(?<=\S)\$(?!\d)/g,
    put: ({ index, 0: all }) => [{ start: index, end: index + all.length, put: objectMark }],
  },
  // Addresses.
  {
    of: /\b(?:https?:\/\/|www\.)[^\s<>()[\]]+(?<![.,;:!?'"])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
    put: ({ index, 0: all }) => [{ start: index, end: index + all.length, put: objectMark }],
  },
]

/** Characters without which no pattern can match. */
const hints = /[[{%:^$+@=]|www\./

/** The gaps between two offsets, in text order, apart from each other and from the `taken` ones, which come back among them. */
export function gapsOf(text: string, within: Span, taken: readonly Gap[]): Gap[] {
  const gaps: Gap[] = [...taken].sort((a, b) => a.start - b.start)
  const raw = text.slice(within.start, within.end)
  if (!hints.test(raw)) return gaps
  const isFree = (span: Span) => gaps.every((gap) => gap.end <= span.start || span.end <= gap.start)
  const add = (gap: Gap) => {
    if (gap.start < gap.end && isFree(gap)) gaps.push(gap)
  }
  for (const gap of crossReferences(raw)) add(moved(gap, within.start))
  for (const { of, put, tight } of patterns) {
    for (const match of raw.matchAll(of)) {
      const found = put?.(match) ?? [{ start: match.index, end: match.index + match[0].length, put: '' }]
      for (const gap of found) add(moved(tight === true ? tightened(raw, gap) : gap, within.start))
    }
  }
  return gaps.sort((a, b) => a.start - b.start)
}

/** A gap with the white space before it, so that "Euro [@a]." reads "Euro."; not the one that parts two words. */
export function tightened<T extends Span>(text: string, gap: T, from = 0): T {
  let start = gap.start
  while (start > from && /[ \t]/.test(text.charAt(start - 1))) start -= 1
  if (start > from && text.charAt(start - 1) === '\n') start -= text.charAt(start - 2) === '\r' ? 2 : 1
  while (start > from && /[ \t]/.test(text.charAt(start - 1))) start -= 1
  return start < from ? gap : { ...gap, start }
}

function crossReferences(raw: string): Gap[] {
  const found: Gap[] = []
  for (let at = raw.indexOf('@'); at >= 0; at = raw.indexOf('@', at + 1)) {
    const key = keyAt(raw, at)
    if (key !== undefined && isCrossReference(key.name)) found.push({ start: at, end: key.end, put: objectMark })
  }
  return found
}

function moved(gap: Gap, by: number): Gap {
  return { ...gap, start: gap.start + by, end: gap.end + by }
}
