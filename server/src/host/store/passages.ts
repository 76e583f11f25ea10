/** The passages of a body as text for one column: numbers where most passages differ in numbers only. */

import type { Language } from '../../language/language'
import type { Passage, PassageKind } from '../../text/body'
import type { Span } from '../../text/span'
import { isLanguage } from './values'

const kinds: readonly PassageKind[] = ['paragraph', 'heading', 'title', 'item', 'row', 'quote', 'footnote', 'caption']

/** What a body has beside its text. */
export interface Layout {
  readonly language: Language
  readonly passages: readonly Passage[]
  readonly furniture: readonly Span[]
}

/** Rare properties of a passage. */
type Extra = Pick<Passage, 'language' | 'row' | 'page'>

export function writeLayout({ language, passages, furniture }: Layout): string {
  const heads: (readonly string[])[] = []
  const numbers: number[] = []
  const extras: Record<number, Extra> = {}
  let last = ''
  for (const [at, { kind, group, start, end, heads: own, language: spoken, row, page }] of passages.entries()) {
    const joined = own.join('\n')
    if (joined !== last || heads.length === 0) heads.push(own)
    last = joined
    numbers.push(kinds.indexOf(kind), group, start, end, heads.length - 1)
    if (spoken !== undefined || row !== undefined || page !== undefined) {
      extras[at] = {
        ...(spoken !== undefined && { language: spoken }),
        ...(row !== undefined && { row }),
        ...(page !== undefined && { page }),
      }
    }
  }
  return JSON.stringify([language, numbers, heads, extras, furniture.flatMap(({ start, end }) => [start, end])])
}

/** The inverse; the text is our own, so its shape is taken on trust once the language is right. */
export function readLayout(written: string): Layout {
  const [language, numbers, heads, extras, edges] = JSON.parse(written) as [string, number[], string[][], Record<string, Extra>, number[]]
  if (!isLanguage(language)) throw new Error(`no layout: ${written.slice(0, 40)}`)
  const passages: Passage[] = []
  for (let at = 0; at * 5 < numbers.length; at++) {
    const [kind = 0, group = 0, start = 0, end = 0, head = 0] = numbers.slice(at * 5, at * 5 + 5)
    passages.push({ kind: kinds[kind] ?? 'paragraph', group, start, end, heads: heads[head] ?? [], ...extras[at] })
  }
  const furniture: Span[] = []
  for (let at = 0; at < edges.length; at += 2) furniture.push({ start: edges[at] ?? 0, end: edges[at + 1] ?? 0 })
  return { language, passages, furniture }
}
