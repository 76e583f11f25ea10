/** Elements to blocks: paragraphs, headings, list items, quotations, captions, footnotes and tables. */
import type { PassageKind } from '../../text/body'
import { type TextBuilder, tidy } from '../extract'
import { type DomElement, type DomNode, isElement, isText } from './dom'
import { type Choice, linkShare } from './html-main'

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

/** All text of an element, or what `choice` takes of it. */
/** "fn1", "footnote-1", "sdfootnote1": a note at the foot of the page, whatever element it is. */
const noteId = /^(?:(?:sd)?(?:footnote|endnote)|fn|note)[-_:]?\d/i

export function addElement(builder: TextBuilder, element: DomElement, choice?: Choice): void {
  new Walk(builder, choice).children(element, { kind: 'paragraph', container: element })
}

interface Surroundings {
  readonly kind: PassageKind
  readonly list?: number
  readonly container: DomElement
}

class Walk {
  readonly #builder: TextBuilder
  readonly #choice: Choice | undefined
  #inline = ''
  /** A heading waits until something below it is taken. */
  #heading: { readonly text: string; readonly depth: number; readonly parent: DomElement | null } | undefined

  constructor(builder: TextBuilder, choice: Choice | undefined) {
    this.#builder = builder
    this.#choice = choice
  }

  children(element: DomElement, around: Surroundings): void {
    for (const node of element.childNodes) this.#node(node, around)
    this.#flush(around)
    if (this.#heading?.parent === element) this.#heading = undefined
  }

  #node(node: DomNode, around: Surroundings): void {
    if (isText(node)) this.#inline += node.textContent ?? ''
    if (!isElement(node) || skipped.has(node.localName) || isHidden(node) || isNoteMark(node)) return
    if (this.#choice?.enters(node) === false) return
    const exponent = raisedText(node)
    if (exponent !== undefined) {
      this.#inline += exponent
      return
    }
    if (node.localName === 'br') this.#break(around)
    else if (blocks.has(node.localName)) {
      this.#flush(around)
      this.#block(node, around)
    } else for (const child of node.childNodes) this.#node(child, around)
  }

  #block(element: DomElement, outside: Surroundings): void {
    const name = element.localName
    const around = { ...outside, container: element }
    if (/^h[1-6]$/.test(name)) this.#head(element, Number(name.slice(1)))
    else if (name === 'table') this.#table(element, around)
    else if (name === 'ul' || name === 'ol') this.children(element, { ...around, list: around.list ?? this.#builder.newList() })
    else if (name === 'li' || name === 'dd' || name === 'dt') {
      const isNote = noteId.test(element.getAttribute('id') ?? '')
      this.children(
        element,
        isNote ? { kind: 'footnote', container: element } : { ...around, kind: 'item', list: around.list ?? this.#builder.newList() },
      )
    } else if (name === 'div' && noteId.test(element.getAttribute('id') ?? ''))
      this.children(element, { kind: 'footnote', container: element })
    else if (name === 'blockquote') this.children(element, { ...around, kind: 'quote' })
    else if (name === 'figcaption') this.children(element, { kind: 'caption', container: element })
    else this.children(element, around)
  }

  /** Two line breaks end a paragraph, one is a space. */
  #break(around: Surroundings): void {
    if (/\n\s*$/.test(this.#inline)) this.#flush(around)
    else this.#inline += '\n'
  }

  #head(element: DomElement, depth: number): void {
    const text = textOf(element)
    if (this.#choice?.takes(element, tidy(text)) === false) {
      if (tidy(text) !== '' && linkShare(element) === 0) this.#heading = { text, depth, parent: element.parentElement }
      return
    }
    this.#heading = undefined
    this.#builder.add('heading', text, { depth })
  }

  /** Whether a text is taken; with the heading that waited for it. */
  #takes(container: DomElement, text: string): boolean {
    if (this.#choice?.takes(container, text) === false) return false
    if (this.#heading !== undefined) this.#builder.add('heading', this.#heading.text, { depth: this.#heading.depth })
    this.#heading = undefined
    return true
  }

  #flush({ kind, list, container }: Surroundings): void {
    const text = this.#inline
    this.#inline = ''
    if (tidy(text) === '' || !this.#takes(container, tidy(text))) return
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
    if (!this.#takes(table, tidy(textOf(table)))) return
    const caption = table.querySelector('caption')
    const heads = cells.findIndex((row) => row.length === 0 || !row.every(({ localName }) => localName === 'th'))
    if (caption !== null) this.#builder.add('caption', textOf(caption))
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
    else if (isElement(node) && !skipped.has(node.localName) && !isNoteMark(node) && !isEditLink(node)) {
      const exponent = raisedText(node)
      if (exponent !== undefined) {
        text += exponent
        continue
      }
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

/** SingleFile marks what it left out for being invisible. */
function isHidden(element: DomElement): boolean {
  if (/\bsf-hidden\b/.test(element.getAttribute('class') ?? '')) return true
  return element.hasAttribute('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
}

/** "[Bearbeiten]" beside the headings of a wiki. */
function isEditLink(element: DomElement): boolean {
  return /\bmw-editsection\b/.test(element.getAttribute('class') ?? '')
}

/** The raised number that leads to a note, and the number or arrow that leads back. */
function isNoteMark(element: DomElement): boolean {
  const text = (element.textContent ?? '').trim()
  const leads = (element.localName === 'a' ? element : element.querySelector('a'))?.getAttribute('href')?.includes('#') === true
  if (element.localName === 'sup') return leads && noteNumber.test(text)
  return element.localName === 'a' && ((leads && noteNumber.test(text)) || /^[↑↩⤴^]\ufe0e?$/u.test(text))
}

const noteNumber = /^(?:\[?\d{1,3}\]?|[*†‡])$/

const raised: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '-': '⁻',
  '−': '⁻',
}

/** "10⁶" and "m²" are not "106" and "m2", and the mark of a note is no digit of the figure before it. */
function raisedText(element: DomElement): string | undefined {
  const text = (element.textContent ?? '').trim()
  return element.localName === 'sup' && /^[-−]?\d{1,3}$/.test(text) ? [...text].map((digit) => raised[digit] ?? '').join('') : undefined
}
