/** Main texts against gold texts, word by word. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom/worker'
import { decode } from '../../../server/src/source/decode'
import { readSource } from '../../../server/src/source/read'
import type { Body } from '../../../server/src/text/body'

export interface Page {
  readonly name: string
  readonly bytes: Uint8Array
  /** The main text as a person would take it. */
  readonly gold: string
}

/** The pages of a folder that have a gold text beside them, by name. */
export function pagesIn(folder: string): Page[] {
  const names = readdirSync(folder).sort()
  const golds = new Set(names.filter((name) => name.endsWith('.txt')))
  return names.flatMap((name) => {
    const gold = name.replace(/\.[^.]+$/, '.txt')
    if (name === gold || !golds.has(gold)) return []
    return [{ name: basename(name), bytes: readFileSync(join(folder, name)), gold: readFileSync(join(folder, gold), 'utf8') }]
  })
}

export interface Score {
  readonly precision: number
  readonly recall: number
  /** Words taken that the gold text lacks, and the other way round, as often as they are too many. */
  readonly extra: readonly string[]
  readonly missing: readonly string[]
}

export function scoreOf(taken: string, gold: string): Score {
  const [found, wanted] = [wordsOf(taken), wordsOf(gold)]
  const extra = without(found, wanted)
  const missing = without(wanted, found)
  const share = (count: number, of: number) => (of === 0 ? (found.length === wanted.length ? 1 : 0) : count / of)
  return {
    precision: share(found.length - extra.length, found.length),
    recall: share(wanted.length - missing.length, wanted.length),
    extra,
    missing,
  }
}

export function harmonic({ precision, recall }: Pick<Score, 'precision' | 'recall'>): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** What Beleg takes as evidence; nothing where it reads nothing. */
export async function mainText({ name, bytes }: Page, { withTitle }: { readonly withTitle: boolean }): Promise<string> {
  const reading = await readSource({ path: name, bytes })
  if (reading.kind === 'skipped') return ''
  return [reading.source, ...(reading.others ?? [])].map(({ body }) => passagesOf(body, withTitle)).join('\n')
}

function passagesOf({ text, passages }: Body, withTitle: boolean): string {
  return passages
    .filter(({ kind }) => withTitle || kind !== 'title')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
}

/** What Readability alone takes of a page in HTML. */
export function readabilityText({ bytes }: Page, { withTitle }: { readonly withTitle: boolean }): string {
  const decoded = decode(bytes)
  if (decoded.kind !== 'text') return ''
  const { document } = parseHTML(decoded.text)
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()
  // Its `textContent` joins the words of neighbouring blocks.
  const text = (article?.content ?? '').replace(/<\/?(?:p|div|li|h\d|td|th|tr|br|figcaption|blockquote|section|dt|dd)\b[^>]*>/gi, '\n')
  const plain = parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body.textContent ?? ''
  return `${withTitle ? `${article?.title ?? ''}\n` : ''}${plain}`
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replaceAll('\u00ad', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words of `some` that are left when each word of `others` has taken one away. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1)
  return some.filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count <= 0
  })
}
