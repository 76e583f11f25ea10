/**
 * Pandoc citations in the text of a paragraph: "[see @a, pp. 33-35; -@b]", "@key [p. 3] says", "@{any/key}". A key starts with a letter, a
 * digit or "_" and goes on with these and with single inner marks of `:.#$%&-+?<>~/`. E-mail addresses and the cross references of Quarto
 * ("@fig-map") are none.
 */
import type { Span } from '../text/span'
import type { Citation } from './document'

const key = /[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy
const bracedKey = /\{([^\s{}]+)\}/y
const crossReference = /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)-/
const backslash = 92
const openingBracket = 91
const closingBracket = 93

/** What may not stand before "@": letters and digits (an e-mail address), an escape, a path. */
const glue = /[\p{L}\p{N}\\/@.]/u

/** Words and signs before a locator, German and English. */
const terms =
  'S|Seiten?|Kap|Kapitel|Bd|Bde|Band|Abs|Absatz|Abschn|Abschnitt|Nr|Rn|Rz|Art|Artikel|Z|Zeilen?|Sp|Spalten?|Tab|Tabelle|Abb|Abbildung|Anm|Fn|Bl|Blatt|Heft|Teil|Folie|Min|' +
  'pp?|pages?|chaps?|ch|chapters?|vols?|volumes?|secs?|sections?|paras?|paragraphs?|nos?|arts?|articles?|figs?|figures?|nn?|notes?|ll?|lines?|bks?|books?|pts?|parts?|cols?|columns?|fols?|folios?|tables?'
const numbers = String.raw`\d+\p{L}?(?:\s*[-–—,:.]\s*\d+\p{L}?)*(?:\s*ff?\b\.?)?`
const romans = String.raw`[ivxlcdm]+\b(?:\s*[-–—,]\s*[ivxlcdm]+\b)*`
const locator = new RegExp(
  String.raw`^\s*,?\s*(?:\{([^{}]*)\}|((?:(?:${terms})\b\.?|§§?|¶¶?)\s*(?:${numbers}|${romans})|${numbers}))`,
  'iu',
)

/** The citations between two offsets, in text order; an "@" inside one of `opaque` (code, addresses, math) is none. */
export function citationsOf(text: string, within: Span, opaque: readonly Span[]): Citation[] {
  const found: Citation[] = []
  let at = text.indexOf('@', within.start)
  while (at >= 0 && at < within.end) {
    const citation = opaque.some(({ start, end }) => start <= at && at < end) ? undefined : citationAt(text, at, within)
    if (citation !== undefined) found.push(citation)
    at = text.indexOf('@', citation === undefined ? at + 1 : citation.keySpan.end)
  }
  return found.length === 0 ? found : grouped(text, within, found)
}

/** Quarto's references to figures, tables and sections: "@fig-map". */
export function isCrossReference(name: string): boolean {
  return crossReference.test(name)
}

/** The key at the "@" at `at`, braces and all, wherever keys may stand. */
export function keyAt(text: string, at: number): { readonly name: string; readonly span: Span; readonly end: number } | undefined {
  bracedKey.lastIndex = at + 1
  const braced = bracedKey.exec(text)
  if (braced?.[1] !== undefined)
    return { name: braced[1], span: { start: at + 2, end: at + 2 + braced[1].length }, end: bracedKey.lastIndex }
  key.lastIndex = at + 1
  const plain = key.exec(text)
  return plain === null ? undefined : { name: plain[0], span: { start: at + 1, end: key.lastIndex }, end: key.lastIndex }
}

function citationAt(text: string, at: number, within: Span): Citation | undefined {
  if (at > within.start && glue.test(text.charAt(at - 1))) return undefined
  const found = keyAt(text, at)
  if (found === undefined || found.end > within.end || isCrossReference(found.name)) return undefined
  const suppressAuthor = at > within.start && text.charAt(at - 1) === '-' && !(at - 1 > within.start && glue.test(text.charAt(at - 2)))
  const span = { start: suppressAuthor ? at - 1 : at, end: found.end }
  return { ...span, key: found.name, keySpan: found.span, group: span, suppressAuthor, inText: true }
}

/** Puts together what stands in one pair of brackets, and reads the locators. */
function grouped(text: string, within: Span, citations: readonly Citation[]): Citation[] {
  const brackets = bracketsOf(text, within)
  return citations.map((citation, index) => {
    // The innermost pair may be a bracket within a group ("[see @a [p. 3]]"), the outermost one is the group.
    const group = brackets.find((pair) => pair.start < citation.start && citation.end < pair.end)
    const next = citations[index + 1]
    if (group !== undefined) {
      const end = next !== undefined && next.start < group.end ? next.start : group.end - 1
      const place = locatorIn(upToSemicolon(text.slice(citation.end, end)))
      return { ...citation, group, inText: false, ...(place !== undefined && { locator: place }) }
    }
    const after = brackets.find(
      (pair) => text.slice(citation.end, pair.start).trim() === '' && pair.start >= citation.end && pair.start <= citation.end + 1,
    )
    if (after === undefined) return citation
    const place = locatorIn(text.slice(after.start + 1, after.end - 1))
    if (place === undefined) return citation
    return { ...citation, group: { start: citation.start, end: after.end }, locator: place }
  })
}

/** Pairs of square brackets that are neither links nor footnotes, outer ones first. */
function bracketsOf(text: string, within: Span): Span[] {
  const pairs: Span[] = []
  const open: number[] = []
  for (let at = within.start; at < within.end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === openingBracket) open.push(at)
    else if (code === closingBracket) {
      const start = open.pop()
      if (start !== undefined && !'(['.includes(text.charAt(at + 1) || ' ') && text.charAt(start + 1) !== '^')
        pairs.push({ start, end: at + 1 })
    }
  }
  return pairs.sort((a, b) => a.start - b.start)
}

function upToSemicolon(text: string): string {
  const at = text.indexOf(';')
  return at < 0 ? text : text.slice(0, at)
}

function locatorIn(suffix: string): string | undefined {
  const match = locator.exec(suffix)
  const found = (match?.[1] ?? match?.[2])?.trim()
  return found === '' ? undefined : found
}

/** A key as Pandoc reads it behind an "@": in braces where it holds other characters than a bare key may. */
export function writtenKey(name: string): string {
  return keyAt(`@${name}`, 0)?.span.end === name.length + 1 ? name : `{${name}}`
}
