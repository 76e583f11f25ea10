/** From a node of the syntax tree to a block: its prose, passages, and what else the author put there. */
import type { Blockquote, List, PhrasingContent, RootContent, Table, Text } from 'mdast'
import { detectLanguage } from '../language/detect'
import type { Language } from '../language/language'
import type { Passage, PassageKind, Row } from '../text/body'
import { overlaps, type Span, slice } from '../text/span'
import type { Block } from './block'
import { stretchesOf } from './characters'
import { citationsOf } from './citations'
import { directivesOf } from './directives'
import type { Citation, Directive, Quotation } from './document'
import { htmlTexts } from './html'
import { type Gap, gapsOf, objectMark, tightened } from './inline'
import { parseMarkdown, spanOf } from './markdown'
import { ProseMap, ProseWriter } from './prose'
import { quotedSpans, shortestQuotation } from './quotations'

/** Months as they follow a day: "4. September" at the start of a line is no list. */
const month =
  /^(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December)\b/

/** Fences of MyST that hold text, not code: "```{note}". */
const proseFence =
  /^\{(?:note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|epigraph|pull-quote|margin|sidebar|topic|aside|card|dropdown|prf:\w+)\}/

/** Reads the top-level `node` of `text`. */
export function readBlock(text: string, node: RootContent): Block {
  const { start, end } = spanOf(node)
  return new BlockReader(text, start).read(node, end)
}

/** Shorter passages are taken to be in the document's language. */
const tellingLength = 120

type BlockPassage = Omit<Passage, 'heads'>

interface Frame {
  readonly kind: PassageKind
  readonly group: number
  readonly isQuoted: boolean
}

class BlockReader {
  readonly #text: string
  /** Where the block starts. */
  readonly #base: number
  readonly #writer = new ProseWriter()
  readonly #passages: BlockPassage[] = []
  readonly #citations: Citation[] = []
  readonly #quoted: Span[] = []
  readonly #directives: Directive[] = []
  readonly #opaque: Span[] = []
  readonly #definitions: string[] = []
  #groups = 0

  constructor(text: string, base: number) {
    this.#text = text
    this.#base = base
  }

  read(node: RootContent, end: number): Block {
    this.#node(node, undefined)
    const prose = this.#writer.text
    const map = new ProseMap(this.#writer.runs)
    const passages = this.#passages
    const quotations = this.#quoted
      .map((inner): Quotation => {
        const within = map.toFile(inner)
        const isMarked = quotedSpans(prose, { start: inner.start - 1, end: inner.end + 1 }).length > 0
        return {
          ...(isMarked ? map.toFile({ start: inner.start - 1, end: inner.end + 1 }) : within),
          inner: within,
          text: prose.slice(inner.start, inner.end),
        }
      })
      .sort((a, b) => a.start - b.start)
    return {
      kind: node.type,
      length: end - this.#base,
      prose,
      runs: this.#writer.runs,
      passages,
      citations: this.#citations,
      quotations,
      directives: this.#directives,
      opaque: this.#opaque.sort((a, b) => a.start - b.start),
      definitions: this.#definitions,
      ...(node.type === 'heading' && {
        heading: { depth: node.depth, text: passages[0] === undefined ? '' : prose.slice(passages[0].start, passages[0].end) },
      }),
    }
  }

  #node(node: RootContent, frame: Frame | undefined): void {
    switch (node.type) {
      case 'heading':
        this.#passage(node.children, spanOf(node), frame ?? this.#frame('heading'))
        break
      case 'paragraph':
        this.#passage(node.children, spanOf(node), frame ?? this.#frame('paragraph'))
        break
      case 'list':
        this.#list(node, frame ?? this.#frame('item'))
        break
      case 'blockquote':
        this.#blockquote(node, frame)
        break
      case 'table':
        this.#table(node, frame)
        break
      case 'footnoteDefinition':
        this.#define(node)
        for (const child of node.children) this.#node(child, { kind: 'footnote', group: frame?.group ?? this.#groups, isQuoted: false })
        this.#groups += 1
        break
      case 'definition':
        this.#define(node)
        this.#hide(spanOf(node))
        break
      case 'code':
        this.#code(node.lang ?? '', spanOf(node), frame)
        break
      case 'html':
        this.#html(spanOf(node), frame)
        break
      default:
        this.#hide(spanOf(node))
    }
  }

  #frame(kind: PassageKind): Frame {
    this.#groups += 1
    return { kind, group: this.#groups - 1, isQuoted: false }
  }

  /** A span of the file that nobody reads. */
  #hide(span: Span): void {
    if (span.start < span.end) this.#opaque.push(this.#local(span))
  }

  #local<T extends Span>(item: T): T {
    return { ...item, start: item.start - this.#base, end: item.end - this.#base }
  }

  #define(node: RootContent): void {
    const label = /^\[(?:\\[\s\S]|[^\]\\])*\]/.exec(this.#text.slice(spanOf(node).start, spanOf(node).end))
    if (label !== null) this.#definitions.push(label[0].replace(/\s+(?:>\s*)*/g, ' '))
  }

  #list(list: List, frame: Frame): void {
    const inner: Frame = frame.kind === 'footnote' ? frame : { ...frame, kind: 'item' }
    for (const item of list.children) {
      const first = item.children[0]
      for (const child of item.children) {
        if (child.type !== 'paragraph') this.#node(child, inner)
        else this.#passage(child.children, this.#spanWithMarker(list, spanOf(item), spanOf(child), child === first), inner)
      }
    }
  }

  /** "4. September 2025 …" and "+ 5 %" at the start of a line: the marker of such a list is text. */
  #spanWithMarker(list: List, item: Span, paragraph: Span, isFirst: boolean): Span {
    if (!isFirst) return paragraph
    const words = this.#text.slice(paragraph.start, paragraph.start + 20)
    const isLone = list.children.length === 1 && list.start !== 1
    const isText = list.ordered === true ? month.test(words) || isLone : this.#text.charAt(item.start) === '+' && /^\d/.test(words)
    return isText ? { start: item.start, end: paragraph.end } : paragraph
  }

  #blockquote(node: Blockquote, frame: Frame | undefined): void {
    const callout = /^[ \t>]*\[![A-Za-z-]+\]/.test(this.#text.slice(spanOf(node).start, spanOf(node).start + 80))
    const inner: Frame = callout
      ? { ...(frame ?? this.#frame('paragraph')), isQuoted: false }
      : { ...(frame ?? this.#frame('quote')), kind: 'quote', isQuoted: true }
    for (const child of node.children) this.#node(child, inner)
  }

  #table(table: Table, frame: Frame | undefined): void {
    const { group } = frame ?? this.#frame('row')
    let columns: readonly string[] = []
    table.children.forEach((row, index) => {
      this.#part()
      const start = this.#writer.length
      const cells = row.children.map((cell, at) => {
        if (at > 0) this.#writer.part(' | ')
        return this.#written(cell.children, spanOf(cell))
      })
      const texts = cells.map((cell) => this.#writer.text.slice(cell.start, cell.end))
      if (index === 0) columns = texts
      const width = columns.length
      const filled = cells.slice(0, Math.max(width, 1))
      while (filled.length < width) filled.push({ start: this.#writer.length, end: this.#writer.length })
      const frameOfRow: Row = { cells: filled, columns, isHead: index === 0 }
      this.#passages.push({ start, end: this.#writer.length, kind: 'row', group, row: frameOfRow })
      for (const cell of filled) this.#quote(cell)
    })
  }

  /** Fenced text of MyST is read like the document itself, where no container's markers stand between its lines. */
  #code(info: string, span: Span, frame: Frame | undefined): void {
    if (frame === undefined && proseFence.test(info)) {
      const raw = this.#text.slice(span.start, span.end)
      const first = raw.indexOf('\n') + 1
      const last = raw.search(/\r?\n[ \t]*[`~:]{3,}[ \t]*$/)
      if (first > 0 && last >= first) {
        const options = /^(?::[\w-]+:.*\r?\n)*/.exec(raw.slice(first))?.[0].length ?? 0
        const from = span.start + first + options
        const defined = this.#definitions.length
        for (const child of parseMarkdown(this.#text.slice(from, span.start + last)).children) this.#node(shifted(child, from), undefined)
        // Definitions within a fence hold there alone.
        this.#definitions.length = defined
        this.#hide({ start: span.start, end: from })
        this.#hide({ start: span.start + last, end: span.end })
        return
      }
    }
    this.#hide(span)
  }

  #html(span: Span, frame: Frame | undefined): void {
    this.#directives.push(...directivesOf(this.#text, span).map((directive) => this.#localDirective(directive)))
    const texts = htmlTexts(this.#text, span)
    for (const text of texts) {
      const value = slice(this.#text, text).replace(/[ \t]*(?:\r\n?|\n)[ \t>]*/g, '\n')
      this.#passage([textNode(value, text)], text, frame ?? this.#frame('paragraph'))
    }
    if (texts.length === 0) this.#hide(span)
  }

  #localDirective(directive: Directive): Directive {
    return { ...this.#local(directive), rules: directive.rules.map((rule) => this.#local(rule)) }
  }

  #passage(children: readonly PhrasingContent[], span: Span, frame: Frame): void {
    this.#part()
    const start = this.#writer.length
    this.#written(children, span)
    this.#close(start, frame)
  }

  /** Ends a passage that began at `start`, if it holds anything. */
  #close(start: number, frame: Frame): void {
    const written = this.#writer.text.slice(start)
    if (written.trim() === '') return
    const from = start + written.search(/\S/)
    const end = start + written.trimEnd().length
    this.#passages.push({ start: from, end, kind: frame.kind, group: frame.group, ...languageOf(this.#writer.text.slice(from, end)) })
    this.#quote({ start: from, end }, frame.isQuoted)
  }

  /** Notes the quotations of a passage; of a block quotation its words up to the line that names the author. */
  #quote(within: Span, isQuoted = false): void {
    const text = this.#writer.text
    const marked = quotedSpans(text, within)
    if (!isQuoted || (marked.length > 0 && (marked[0]?.start ?? 0) <= within.start + 1)) {
      this.#quoted.push(...marked)
      return
    }
    const words = text.slice(within.start, within.end)
    if (/^(?:[–—]|--)\s/.test(words)) return
    const author = words.search(/\n(?:[–—]|--)\s/)
    const end = author < 0 ? within.end : within.start + words.slice(0, author).trimEnd().length
    if (end - within.start >= shortestQuotation) this.#quoted.push({ start: within.start, end })
  }

  #part(): void {
    if (this.#writer.length > 0) this.#writer.part('\n\n')
  }

  /** Writes running text; answers where it stands in the prose. */
  #written(children: readonly PhrasingContent[], span: Span): Span {
    const start = this.#writer.length
    const leaves: Leaf[] = []
    const gaps: Gap[] = []
    if (children[0] !== undefined && spanOf(children[0]).start > span.start) {
      const marker = { start: span.start, end: spanOf(children[0]).start }
      if (/^\d+[.)]|^\+/.test(this.#text.slice(marker.start, marker.end)))
        leaves.push({ ...marker, value: this.#text.slice(marker.start, marker.end) })
    }
    for (const child of children) this.#inline(child, leaves, gaps)
    const citations = citationsOf(this.#text, span, gaps)
    this.#citations.push(
      ...citations.map((citation) => ({
        ...this.#local(citation),
        keySpan: this.#local(citation.keySpan),
        group: this.#local(citation.group),
      })),
    )
    const cited = citations.map(
      ({ group, inText }): Gap => (inText ? { ...group, put: objectMark } : { ...tightened(this.#text, group, span.start), put: '' }),
    )
    const others = gaps.filter((gap) => !cited.some((other) => overlaps(gap, other)))
    this.#leaves(leaves, gapsOf(this.#text, span, [...others, ...cited.filter(isFirstOfGroup)]))
    return { start, end: this.#writer.length }
  }

  #inline(node: PhrasingContent, leaves: Leaf[], gaps: Gap[]): void {
    const span = spanOf(node)
    switch (node.type) {
      case 'text':
        leaves.push({ ...span, value: node.value })
        break
      case 'emphasis':
      case 'strong':
        this.#emphasis(node.children, span, leaves, gaps)
        break
      case 'link':
      case 'linkReference': {
        const first = node.children[0]
        const last = node.children.at(-1)
        if (first === undefined || last === undefined || this.#text.charAt(span.start) !== '[') {
          // An address between angle brackets or alone.
          gaps.push({ ...span, put: objectMark })
          this.#hide(span)
          break
        }
        for (const child of node.children) this.#inline(child, leaves, gaps)
        const rest = { start: spanOf(last).end, end: span.end }
        gaps.push({ start: span.start, end: spanOf(first).start, put: '' }, { ...rest, put: '' })
        this.#hide(rest)
        break
      }
      case 'break':
        gaps.push({ ...span, put: '\n' })
        break
      case 'html':
        this.#directives.push(...directivesOf(this.#text, span).map((directive) => this.#localDirective(directive)))
        gaps.push(
          this.#text.startsWith('<!--', span.start)
            ? { ...tightened(this.#text, span), put: '' }
            : { ...span, put: /^<br\b/i.test(node.value) ? '\n' : '' },
        )
        this.#hide(span)
        break
      case 'footnoteReference':
        gaps.push({ ...tightened(this.#text, span), put: '' })
        break
      case 'delete':
        gaps.push({ ...span, put: '' })
        this.#hide(span)
        break
      default:
        gaps.push({ ...span, put: objectMark })
        this.#hide(span)
    }
  }

  /** In "2*3*4" the stars are no emphasis. */
  #emphasis(children: readonly PhrasingContent[], span: Span, leaves: Leaf[], gaps: Gap[]): void {
    const first = children[0]
    const last = children.at(-1)
    const isProduct = /\d/.test(this.#text.charAt(span.start - 1)) && /\d/.test(this.#text.charAt(span.end))
    const mark = (start: number, end: number) => leaves.push({ start, end, value: this.#text.slice(start, end) })
    if (isProduct && first !== undefined) mark(span.start, spanOf(first).start)
    for (const child of children) this.#inline(child, leaves, gaps)
    if (isProduct && last !== undefined) mark(spanOf(last).end, span.end)
  }

  #leaves(leaves: readonly Leaf[], gaps: readonly Gap[]): void {
    let next = 0
    /** Where the last gap ends. */
    let covered = 0
    const pass = (before: number) => {
      for (let gap = gaps[next]; gap !== undefined && gap.start < before; gap = gaps[(next += 1)]) {
        this.#writer.put(gap.put, gap.start - this.#base, gap.end - this.#base)
        covered = Math.max(covered, gap.end)
      }
    }
    for (const leaf of leaves) {
      pass(leaf.start)
      for (const stretch of stretchesOf(this.#text, leaf, leaf.value)) {
        let at = Math.max(stretch.start, covered)
        for (let gap = gaps[next]; gap !== undefined && gap.start < stretch.end; gap = gaps[(next += 1)]) {
          this.#stretch(stretch.text, stretch, { start: at, end: gap.start })
          this.#writer.put(gap.put, gap.start - this.#base, gap.end - this.#base)
          at = Math.max(at, gap.end)
          covered = at
        }
        this.#stretch(stretch.text, stretch, { start: at, end: stretch.end })
      }
    }
    pass(Number.POSITIVE_INFINITY)
  }

  /** Writes the part of a stretch that stands in `part` of the file; one that is written otherwise is whole or absent. */
  #stretch(text: string, at: Span, part: Span = at): void {
    if (part.start >= part.end) return
    if (text.length === at.end - at.start)
      this.#writer.copy(text.slice(part.start - at.start, part.end - at.start), part.start - this.#base)
    else if (part.start === at.start && part.end === at.end) this.#writer.put(text, at.start - this.#base, at.end - this.#base)
  }
}

/** The language of a passage that is long enough to tell. */
function languageOf(text: string): { readonly language?: Language } {
  if (text.length < tellingLength) return {}
  const language = detectLanguage(text, 'de')
  return language === detectLanguage(text, 'en') ? { language } : {}
}

/** Text of a block of HTML, which the parser leaves as it is. */
function textNode(value: string, { start, end }: Span): Text {
  return { type: 'text', value, position: { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } } }
}

/** Several keys of one pair of brackets leave one gap. */
function isFirstOfGroup(gap: Gap, index: number, gaps: readonly Gap[]): boolean {
  return gaps[index - 1]?.start !== gap.start
}

/** Text of the file that is read: what it says and where it stands. */
interface Leaf extends Span {
  readonly value: string
}

/** A node that was parsed from a part of the file, at its place in the whole. */
function shifted<T extends RootContent>(node: T, by: number): T {
  const position = node.position
  return {
    ...node,
    ...('children' in node && { children: node.children.map((child) => shifted(child, by)) }),
    ...(position !== undefined && {
      position: {
        start: { ...position.start, offset: (position.start.offset ?? 0) + by },
        end: { ...position.end, offset: (position.end.offset ?? 0) + by },
      },
    }),
  }
}
