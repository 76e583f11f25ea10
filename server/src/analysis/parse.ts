/**
 * From text to document, and from a document and its edited text to the next document.
 *
 * A top-level block of Markdown that stands after a blank line depends on nothing before it, except for the definitions that its links and
 * footnotes refer to. So an edit is parsed from two blocks before it to two blocks behind it; where those come out as they were, everything
 * further on is as it was.
 */
import type { RootContent } from 'mdast'
import { assemble } from './assemble'
import type { Document, PlacedBlock } from './document'
import { type Head, headOf, readFrontMatter } from './front-matter'
import { parseMarkdown, spanOf } from './markdown'
import { readBlock } from './read-block'

/** Unchanged blocks that are parsed again on either side of an edit. */
const margin = 2
const byteOrderMark = '\ufeff'

export function parseDocument(text: string): Document {
  const mark = text.startsWith(byteOrderMark) ? 1 : 0
  const bare = text.slice(mark)
  const head = headOf(bare)
  const start = mark + (head?.length ?? 0)
  const body = text.slice(start)
  const blocks = parseMarkdown(body).children.map((node) => place(body, node, start))
  return assemble(text, head === undefined ? blocks : [headBlock(head, mark), ...blocks], readFrontMatter(head))
}

/** The document for an edited text, equal to one parsed anew. */
export function reparse(previous: Document, text: string): Document {
  if (text === previous.text) return previous
  const blocks = reparsedBlocks(previous, text)
  return blocks === undefined ? parseDocument(text) : assemble(text, blocks, previous.frontMatter)
}

function place(text: string, node: RootContent, by: number): PlacedBlock {
  return { start: spanOf(node).start + by, block: readBlock(text, node) }
}

function headBlock(head: Head, start: number): PlacedBlock {
  const nothing = { prose: '', runs: [], passages: [], citations: [], quotations: [], directives: [], definitions: [] }
  return { start, block: { kind: head.kind, length: head.length, opaque: [{ start: 0, end: head.length }], ...nothing } }
}

/** The blocks of the edited text; undefined where it has to be parsed anew. */
function reparsedBlocks(previous: Document, text: string): PlacedBlock[] | undefined {
  if (text.startsWith(byteOrderMark) || previous.text.startsWith(byteOrderMark)) return undefined
  const { start, end } = changeOf(previous.text, text)
  const by = text.length - previous.text.length
  // Front matter that is new, gone or edited changes what the whole text means.
  const head = headOf(previous.text)?.length ?? 0
  if (head > 0 ? start <= head : headOf(text) !== undefined) return undefined
  const old = previous.blocks
  const least = head > 0 ? 1 : 0
  let first = old.findLastIndex((placed) => placed.start <= start) - margin
  while (first > least && !isApart(text, old[first])) first -= 1
  first = Math.max(least, first)
  const begins = old[first]
  const from = first === least || begins === undefined ? head : lineStart(text, begins.start)
  const untouched = old.findIndex(
    (placed, index) =>
      index > first && lineStart(previous.text, placed.start) > end && isApart(previous.text, placed) && isApart(text, placed, by),
  )
  for (const next of untouched < 0 ? [old.length] : [untouched, old.length]) {
    const rest = old.slice(next).map((placed) => ({ start: placed.start + by, block: placed.block }))
    const beyond = rest[margin]
    const parsed = parsePart(text, from, beyond === undefined ? text.length : lineStart(text, beyond.start), previous)
    // Where the first untouched blocks come out as they were, they and all that follow are taken over.
    const seam = rest[0] === undefined ? parsed.length : parsed.findIndex(({ start: at }) => at === rest[0]?.start)
    const tail = parsed.slice(seam)
    const expected = rest.slice(0, margin)
    if (seam < 0 || tail.length !== expected.length || !tail.every((placed, index) => isAlike(placed, expected[index]))) continue
    const middle = parsed.slice(0, seam)
    if (definitionsOf(middle) !== definitionsOf(old.slice(first, next))) return undefined
    return [...old.slice(0, first), ...middle, ...rest]
  }
  return undefined
}

/** Parses a part of the text that starts with a block; definitions that it may refer to are put before it for the parser. */
function parsePart(text: string, from: number, to: number, previous: Document): PlacedBlock[] {
  const part = text.slice(from, to)
  const folded = fold(part)
  const labels = new Set(previous.blocks.flatMap(({ block }) => block.definitions.filter((label) => folded.includes(fold(label)))))
  const prelude = `${[...labels].map((label) => `${label}: x\n\n`).join('')}<!---->\n\n`
  const whole = prelude + part
  return parseMarkdown(whole)
    .children.filter((node) => spanOf(node).start >= prelude.length)
    .map((node) => place(whole, node, from - prelude.length))
}

/** Labels are the same in any case and with any white space. */
function fold(text: string): string {
  return text
    .replace(/[\s>]+/g, ' ')
    .toLowerCase()
    .toUpperCase()
}

function isAlike(a: PlacedBlock, b: PlacedBlock | undefined): boolean {
  return b !== undefined && a.start === b.start && a.block.length === b.block.length && a.block.kind === b.block.kind
}

function definitionsOf(blocks: readonly PlacedBlock[]): string {
  return blocks.flatMap(({ block }) => block.definitions).join('\n')
}

/** The span of the old text that an edit replaced. */
function changeOf(before: string, after: string): { readonly start: number; readonly end: number } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let same = 0
  while (same < most - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1
  return { start, end: before.length - same }
}

/** Whether a blank line stands before a block. Right below a paragraph, some blocks are read otherwise than elsewhere. */
function isApart(text: string, placed: PlacedBlock | undefined, by = 0): boolean {
  if (placed === undefined) return false
  const start = lineStart(text, placed.start + by)
  return start === 0 || /(?:^|[\r\n])[ \t]*(?:\r\n|[\r\n])$/.test(text.slice(Math.max(0, start - 40), start))
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
}
