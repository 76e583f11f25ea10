/** Blocks laid one after the other: a document. What crosses blocks is settled here: headings above, captions, the line before a list. */
import { detectLanguage } from '../language/detect'
import type { Language } from '../language/language'
import type { Body, Passage, Row } from '../text/body'
import { type Span, shift } from '../text/span'
import type { Block } from './block'
import type { Citation, Directive, Document, FrontMatter, Heading, PlacedBlock, Quotation } from './document'
import { joinRuns, ProseMap } from './prose'

/** Between the prose of two blocks. */
const gap = '\n\n'
/** A paragraph longer than this is no caption of the table below it. */
const longestCaption = 300

export function assemble(text: string, blocks: readonly PlacedBlock[], frontMatter: FrontMatter): Document {
  const starts: number[] = []
  let prose = ''
  for (const { block } of blocks) {
    if (prose !== '' && block.prose !== '') prose += gap
    starts.push(prose.length)
    prose += block.prose
  }
  const language = frontMatter.language ?? detectLanguage(prose, 'de')
  const body: Body = { text: prose, language, passages: passagesOf(blocks, starts, language, frontMatter.title !== undefined) }
  const map = new ProseMap(
    joinRuns(blocks.map(({ start, block }, index) => ({ runs: block.runs, prose: starts[index] ?? 0, file: start }))),
  )
  return {
    text,
    language,
    frontMatter,
    prose: {
      body,
      toDocument: (span) => map.toFile(span),
      fromDocument: (offset) => map.fromFile(offset),
      before: (offset) => map.before(offset),
    },
    citations: blocks.flatMap(({ start, block }) => block.citations.map((citation) => movedCitation(citation, start))),
    quotations: blocks.flatMap(({ start, block }) => block.quotations.map((quotation) => movedQuotation(quotation, start))),
    directives: blocks.flatMap(({ start, block }) => block.directives.map((directive) => movedDirective(directive, start))),
    headings: blocks.flatMap(({ start, block }) => headingOf(block, start)),
    opaque: blocks.flatMap(({ start, block }) => block.opaque.map((span) => moved(span, start))),
    blocks,
  }
}

function passagesOf(blocks: readonly PlacedBlock[], starts: readonly number[], language: Language, isTitled: boolean): Passage[] {
  const title = isTitled ? undefined : titleOf(blocks)
  const passages: Passage[] = []
  const heads: { readonly depth: number; readonly text: string }[] = []
  let path: readonly string[] = []
  let group = 0
  blocks.forEach(({ block }, index) => {
    const start = starts[index] ?? 0
    const { heading } = block
    if (heading !== undefined && block !== title) while ((heads.at(-1)?.depth ?? 0) >= heading.depth) heads.pop()
    path = heads.map((head) => head.text)
    const introduces = block.kind === 'paragraph' && /:\s*$/.test(block.prose) && blocks[index + 1]?.block.kind === 'list'
    const caption = block.kind === 'table' ? captionOf(blocks, index) : undefined
    const isCaption = captionBelow(blocks, index - 1) === block
    let last = group - 1
    for (const passage of block.passages) {
      const own = group + passage.group
      last = Math.max(last, own)
      const kind = block === title ? 'title' : isCaption ? 'caption' : passage.kind
      const place = { start: passage.start + start, end: passage.end + start, kind, group: own, heads: path }
      const written = passage.language !== language ? passage.language : undefined
      const row = passage.row && placedRow(passage.row, start, caption)
      if (row === undefined && written === undefined) passages.push(place)
      else passages.push({ ...place, ...(written !== undefined && { language: written }), ...(row !== undefined && { row }) })
    }
    if (heading !== undefined && block !== title) heads.push(heading)
    // The list that follows goes on with the group of the line that introduces it.
    group = introduces ? last : last + 1
  })
  return passages
}

function placedRow(row: Row, start: number, caption: string | undefined): Row {
  const { columns, isHead } = row
  const cells = row.cells.map((cell) => moved(cell, start))
  return caption === undefined ? { cells, columns, isHead } : { cells, columns, isHead, caption }
}

/** The one heading of the first order, where it is the first heading of all. */
function titleOf(blocks: readonly PlacedBlock[]): Block | undefined {
  const headings = blocks.filter(({ block }) => block.heading !== undefined)
  const first = headings[0]?.block
  return first?.heading?.depth === 1 && headings.every(({ block }) => block === first || block.heading?.depth !== 1) ? first : undefined
}

function captionOf(blocks: readonly PlacedBlock[], table: number): string | undefined {
  const below = captionBelow(blocks, table)
  if (below !== undefined) return below.prose.replace(/^\s*(?:Tabelle|Table)?\s*:\s*/, '')
  const above = blocks[table - 1]?.block
  if (above?.heading !== undefined) return above.heading.text
  return above?.kind === 'paragraph' && above.prose.length <= longestCaption ? above.prose : undefined
}

/** The line below a table that Pandoc takes for its caption: ": Caption", "Table: Caption". */
function captionBelow(blocks: readonly PlacedBlock[], table: number): Block | undefined {
  const below = blocks[table]?.block.kind === 'table' ? blocks[table + 1]?.block : undefined
  return below?.kind === 'paragraph' && /^(?:Tabelle|Table)?\s*: /.test(below.prose) ? below : undefined
}

function headingOf(block: Block, start: number): Heading[] {
  return block.heading === undefined ? [] : [{ start, end: start + block.length, ...block.heading }]
}

function movedCitation(citation: Citation, by: number): Citation {
  const { key, keySpan, group, suppressAuthor, inText, locator } = citation
  const place = {
    start: citation.start + by,
    end: citation.end + by,
    key,
    keySpan: moved(keySpan, by),
    group: moved(group, by),
    suppressAuthor,
    inText,
  }
  return locator === undefined ? place : { ...place, locator }
}

function movedQuotation(quotation: Quotation, by: number): Quotation {
  return { start: quotation.start + by, end: quotation.end + by, inner: moved(quotation.inner, by), text: quotation.text }
}

function movedDirective(directive: Directive, by: number): Directive {
  return { ...shift(directive, by), rules: directive.rules.map((rule) => ({ ...moved(rule, by), name: rule.name })) }
}

/** Plain literals here and above: this runs for everything in the document on every keystroke. */
function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by }
}
