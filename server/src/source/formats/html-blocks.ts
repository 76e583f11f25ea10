/** Elements to blocks: paragraphs, headings, list items, quotations, captions, footnotes and tables. */
import type { PassageKind } from '../../text/body'
import { type TextBuilder, tidy } from '../extract'
import { type DomElement, type DomNode, isElement, isText } from './dom'

const skipped = new Set(
  'script style noscript template svg math iframe button select input textarea object embed canvas audio video dialog head link meta nav'.split(
    ' ',
  ),
)
const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export function addElement(builder: TextBuilder, element: DomElement): void {
  new Walk(builder).children(element, { kind: 'paragraph' })
}

interface Surroundings {
  readonly kind: PassageKind
  readonly list?: number
}

class Walk {
  readonly #builder: TextBuilder
  #inline = ''

  constructor(builder: TextBuilder) {
    this.#builder = builder
  }

  children(element: DomElement, around: Surroundings): void {
    for (const node of element.childNodes) this.#node(node, around)
    this.#flush(around)
  }

  #node(node: DomNode, around: Surroundings): void {
    if (isText(node)) this.#inline += node.textContent ?? ''
    if (!isElement(node) || skipped.has(node.localName) || isHidden(node) || isNoteMark(node)) return
    if (node.localName === 'br') this.#break(around)
    else if (blocks.has(node.localName)) {
      this.#flush(around)
      this.#block(node, around)
    } else for (const child of node.childNodes) this.#node(child, around)
  }

  #block(element: DomElement, around: Surroundings): void {
    const name = element.localName
    if (/^h[1-6]$/.test(name)) this.#builder.add('heading', textOf(element), { depth: Number(name.slice(1)) })
    else if (name === 'table') this.#table(element, around)
    else if (name === 'ul' || name === 'ol') this.children(element, { ...around, list: around.list ?? this.#builder.newList() })
    else if (name === 'li' || name === 'dd' || name === 'dt') {
      const isNote = /^(?:footnote|endnote|fn|note)[-_:]?/i.test(element.getAttribute('id') ?? '')
      this.children(element, isNote ? { kind: 'footnote' } : { kind: 'item', list: around.list ?? this.#builder.newList() })
    } else if (name === 'blockquote') this.children(element, { ...around, kind: 'quote' })
    else if (name === 'figcaption') this.children(element, { kind: 'caption' })
    else this.children(element, around)
  }

  /** Two line breaks end a paragraph, one is a space. */
  #break(around: Surroundings): void {
    if (/\n\s*$/.test(this.#inline)) this.#flush(around)
    else this.#inline += '\n'
  }

  #flush({ kind, list }: Surroundings): void {
    const text = this.#inline
    this.#inline = ''
    this.#builder.add(kind, text, kind === 'item' && list !== undefined ? { list } : {})
  }

  #table(table: DomElement, around: Surroundings): void {
    const rows = [...table.querySelectorAll('tr')].filter((row) => closestTable(row) === table)
    const cells = rows.map((row) => [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th'))
    const isLayout = cells.filter((row) => row.length > 1).length < 2 && table.querySelector('th') === null
    if (isLayout) {
      this.children(table, around)
      return
    }
    const heads = cells.findIndex((row) => row.length === 0 || !row.every(({ localName }) => localName === 'th'))
    const caption = table.querySelector('caption')
    this.#builder.addTable(grid(cells), {
      ...(heads > 0 && { headRows: heads }),
      ...(caption !== null && { caption: tidy(textOf(caption)) }),
    })
  }
}

/** Text of an element as it reads, without scripts and marks of notes. */
export function textOf(element: DomElement): string {
  let text = ''
  for (const node of element.childNodes) {
    if (isText(node)) text += node.textContent ?? ''
    else if (isElement(node) && !skipped.has(node.localName) && !isNoteMark(node)) {
      const isApart = blocks.has(node.localName) || node.localName === 'br'
      text += isApart ? ` ${textOf(node)} ` : textOf(node)
    }
  }
  return text
}

/** Cells that span rows or columns stand in each of them. */
function grid(rows: readonly (readonly DomElement[])[]): string[][] {
  const filled: string[][] = rows.map(() => [])
  for (const [number, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (filled[number]?.[column] !== undefined) column++
      const text = tidy(textOf(cell))
      const [down, across] = [span(cell, 'rowspan'), span(cell, 'colspan')]
      for (let y = number; y < Math.min(rows.length, number + down); y++) {
        const target = filled[y]
        if (target !== undefined) for (let x = column; x < column + across; x++) target[x] = text
      }
      column += across
    }
  }
  return filled.map((row) => Array.from(row, (cell) => cell ?? ''))
}

function span(cell: DomElement, name: string): number {
  const value = Number(cell.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value > 0 ? Math.min(value, 100) : 1
}

function closestTable(row: DomElement): DomElement | null {
  let element: unknown = row
  while (typeof element === 'object' && element !== null && 'parentElement' in element) {
    element = element.parentElement
    if (typeof element === 'object' && element !== null && 'localName' in element && element.localName === 'table')
      return element as DomElement
  }
  return null
}

function isHidden(element: DomElement): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
}

/** The raised number that leads to a note, and the arrow that leads back. */
function isNoteMark(element: DomElement): boolean {
  const text = (element.textContent ?? '').trim()
  if (element.localName === 'sup') return /^\[?\d{1,3}\]?$/.test(text) && element.querySelector('a[href*="#"]') !== null
  return element.localName === 'a' && /^[↑↩⤴^]\ufe0e?$/u.test(text)
}
