/**
 * From text to document, and from a document and its edited text to the next document.
 *
 * A top-level block of Markdown depends on nothing before its first line, except for the definitions that its links and footnotes refer to. So
 * an edit is parsed from two blocks before it to two blocks behind it; where those come out as they were, everything further on is as it was.
 */
import type { RootContent } from 'mdast'
import { assemble } from './assemble'
import type { Document, FrontMatter, PlacedBlock } from './document'
import { readFrontMatter } from './front-matter'
import { parseMarkdown, spanOf } from './markdown'
import { readBlock } from './read-block'

/** Unchanged blocks that are parsed again on either side of an edit. */
const margin = 2
const byteOrderMark = '\ufeff'

/** Reads a document; with what it was before an edit, pieces that the edit left alone are shared. The answer is the same either way. */
export function parseDocument(text: string, previous?: Document): Document {
  return previous === undefined ? parsedAnew(text) : reparse(previous, text)
}

/** The document for an edited text, equal to one parsed anew. */
export function reparse(previous: Document, text: string): Document {
  if (text === previous.text) return previous
  const blocks = reparsedBlocks(previous, text)
  if (blocks === undefined) return parsedAnew(text)
  const isSameHead = blocks[0]?.block === previous.blocks[0]?.block
  return assemble(text, blocks, isSameHead ? previous.frontMatter : frontMatterOf(text, blocks))
}

function parsedAnew(text: string): Document {
  const start = text.startsWith(byteOrderMark) ? 1 : 0
  const bare = text.slice(start)
  const blocks = parseMarkdown(bare).children.map((node) => place(bare, node, start))
  return assemble(text, blocks, frontMatterOf(text, blocks))
}

function place(text: string, node: RootContent, by: number): PlacedBlock {
  return { start: spanOf(node).start + by, block: readBlock(text, node) }
}

function frontMatterOf(text: string, blocks: readonly PlacedBlock[]): FrontMatter {
  const first = blocks[0]
  return readFrontMatter(first?.block.kind === 'yaml' ? text.slice(first.start, first.start + first.block.length) : '')
}

function reparsedBlocks(previous: Document, text: string): PlacedBlock[] | undefined {
  const old = previous.blocks
  if (text.startsWith(byteOrderMark) || previous.text.startsWith(byteOrderMark)) return undefined
  const { start, end } = changeOf(previous.text, text)
  const by = text.length - previous.text.length
  let first = old.findLastIndex((placed) => placed.start <= start) - margin
  const head = old[0]
  const hasHead = head !== undefined && (head.block.kind === 'yaml' || head.block.kind === 'toml')
  if (hasHead && start > head.start + head.block.length) first = Math.max(first, 1)
  if (first <= 0 && (hasHead || /^\s*(?:---|\+\+\+)/.test(text))) return undefined
  first = Math.max(first, 0)
  const from = first === 0 ? 0 : lineStart(text, old[first]?.start ?? 0)
  const untouched = old.findIndex((placed, index) => index > first && lineStart(previous.text, placed.start) >= end)
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
  const prelude = `${[...labels].map((label) => `${label}: x\n`).join('')}\n<!---->\n\n`
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

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
}
