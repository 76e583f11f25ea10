/**
 * Which parts of a page are its article. Readability finds where the article is, but leaves out tables, leads, captions and paragraphs
 * beside an advert, and keeps boxes about its author or its newsletter. So its find is only a mark on the page as it was saved: what lies
 * between the title and the last marked paragraph is looked at once more, for what an article is made of and for the names of boxes.
 */
import { tidy } from '../extract'
import { advertLabel, closingHeading, insetHeading } from '../lexicon/furniture'
import { doubtful, surrounding, surroundingElements } from '../lexicon/markup'
import { type DomDocument, type DomElement, type DomNode, isElement, isText } from './dom'

/** Tells which containers of text are taken, in the walk over a page. */
export interface Choice {
  /** Whether to look into an element at all. */
  enters(element: DomElement): boolean
  /** Whether the text that stands in a container, outside of blocks within it, is part of the article. */
  takes(container: DomElement, text: string): boolean
}

const numberName = 'data-beleg'
/** A box that holds so much of what was found is the article itself, whatever it is called. */
const shareOfArticle = 0.4
const shareOfColumn = 0.7
const shareOfAll = 0.95
/** Parts of a sentence are no paragraph of their own. */
const shortestSentence = 40
const manyLinks = 0.33
const nearlyAll = 0.9
const shortestHeadline = 12
/** Longer lines are no labels of boxes. */
const longestLabel = 60
const headedBoxes: ReadonlySet<string> = new Set(['aside', 'div', 'section'])
/** What holds text of the article only, if it stands among its paragraphs. */
const plainBoxes: ReadonlySet<string> = new Set(['blockquote', 'dl', 'figure', 'ol', 'table', 'ul'])
const inlineElements = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Numbers the elements of a page, so that they are known again in another parse of it, and tells how deep they are nested. */
export function numberElements(document: DomDocument): number {
  const depths = new Map<DomElement | null, number>()
  let number = 0
  let deepest = 0
  for (const element of document.querySelectorAll('*')) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1
    depths.set(element, depth)
    deepest = Math.max(deepest, depth)
    element.setAttribute(numberName, String(number++))
  }
  return deepest
}

/** The choice for a numbered `page`, by the `found` part of a copy of it; undefined where the two have nothing in common. */
export function choiceOf(page: DomDocument, found: DomElement, title: string | undefined): Choice | undefined {
  const elements = [...page.querySelectorAll('*')]
  const kept = new Map<DomElement, number>()
  let total = 0
  const mark = (node: DomNode, container: DomElement | undefined) => {
    if (isText(node)) {
      const length = tidy(node.textContent ?? '').length
      if (container !== undefined && length > 0) kept.set(container, (kept.get(container) ?? 0) + length)
      total += length
    } else if (isElement(node)) {
      const number = node.getAttribute(numberName)
      const original = number === null ? undefined : elements[Number(number)]
      const own = original === undefined ? container : containerOf(original)
      for (const child of node.childNodes) mark(child, own)
    }
  }
  mark(found, undefined)
  if (kept.size === 0) return undefined
  const numberOf = new Map(elements.map((element, number) => [element, number]))
  const within = new Map<DomElement, number>()
  for (const [container, length] of kept) {
    for (let element: DomElement | null = container; element !== null; element = element.parentElement)
      within.set(element, (within.get(element) ?? 0) + length)
  }
  const marked = [...kept.keys()].map((container) => numberOf.get(container) ?? 0)
  const [first, last] = [Math.min(...marked), Math.max(...marked)]
  const heading = headingBefore(page, title, numberOf, first)
  const start = heading === undefined ? first : (numberOf.get(heading) ?? first)
  const holds = (element: DomElement) => (within.get(element) ?? 0) / total
  const end = lastWithin(columnOf(elements[last] ?? null, holds), numberOf, last)
  const skipped = new Map<DomElement, boolean>()
  const isLeftOut = (element: DomElement): boolean => {
    const known = skipped.get(element)
    if (known !== undefined) return known
    const share = holds(element)
    const answer =
      element.querySelector('h1') === null &&
      ((share < shareOfArticle && surrounds(element, share > 0)) || (share < shareOfAll && isTeaserList(element)))
    skipped.set(element, answer)
    return answer
  }
  return {
    enters: (element) => !isLeftOut(element),
    takes(container, text) {
      if (container === heading) return true
      if (kept.has(container)) return !isLinkAlone(container)
      const number = numberOf.get(container) ?? -1
      if (number < start || number > end || !isArticleText(container, text)) return false
      // Between title and article stands the lead.
      if (number < first) return true
      const box = boxAround(container, within)
      return box === container || plainBoxes.has(box.localName) || (number < last && !hasHeadlineLink(box))
    },
  }
}

/** A paragraph that is one link leads elsewhere. */
function isLinkAlone(container: DomElement): boolean {
  return (container.localName === 'p' || container.localName === 'div') && linkShare(container) > nearlyAll
}

/** The outermost element around `container` in which nothing was found. */
function boxAround(container: DomElement, within: ReadonlyMap<DomElement, number>): DomElement {
  let box = container
  while (box.parentElement !== null && !within.has(box.parentElement)) box = box.parentElement
  return box
}

function hasHeadlineLink(box: DomElement): boolean {
  return [...box.querySelectorAll('a')].some((link) => tidy(link.textContent ?? '').length >= shortestHeadline)
}

/** The nearest element that is not part of a line of text. */
function containerOf(element: DomElement): DomElement {
  let container = element
  while (inlineElements.has(container.localName) && container.parentElement !== null) container = container.parentElement
  return container
}

function headingBefore(
  page: DomDocument,
  title: string | undefined,
  numberOf: ReadonlyMap<DomElement, number>,
  first: number,
): DomElement | undefined {
  const isBefore = (element: DomElement) => (numberOf.get(element) ?? 0) < first && tidy(element.textContent ?? '') !== ''
  const named = [...page.querySelectorAll('h1, h2, h3, p, div, b, strong')].findLast(
    (element) => isBefore(element) && tidy(element.textContent ?? '') === title,
  )
  return named === undefined ? [...page.querySelectorAll('h1')].findLast(isBefore) : containerOf(named)
}

/** The innermost element around `inner` that holds most of the article; undefined where only the whole page does. */
function columnOf(inner: DomElement | null, holds: (element: DomElement) => number): DomElement | undefined {
  for (let element = inner; element !== null && element.localName !== 'body'; element = element.parentElement) {
    if (holds(element) >= shareOfColumn) return element
  }
  return undefined
}

/** The number of the last element in `column`, but at least `last`. */
function lastWithin(column: DomElement | undefined, numberOf: ReadonlyMap<DomElement, number>, last: number): number {
  const below = column === undefined ? [] : [...column.querySelectorAll('*')]
  return Math.max(last, ...below.slice(-1).map((element) => numberOf.get(element) ?? last))
}

/** Whether a box stands beside the article by its element, its name or what it is made of. */
function surrounds(element: DomElement, isFound: boolean): boolean {
  if (surroundingElements.has(element.localName)) return true
  const names = namesOf(element)
  if (names.some((name) => surrounding.has(name))) return true
  if (inlineElements.has(element.localName)) return false
  if (isTeaser(element) || isHeadedAs(element)) return true
  if (isFound) return false
  const isDoubtful = names.some((name) => doubtful.has(name)) || element.localName === 'footer' || element.localName === 'aside'
  return isDoubtful && (linkShare(element) > manyLinks || !/[.!?]/.test(element.textContent ?? ''))
}

/** "article-teaser__label" is "article-teaser__label", "article", "teaser", "label", "article-teaser" and "teaser-label". */
function namesOf(element: DomElement): string[] {
  const written = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('role') ?? ''}`
  return written.split(/\s+/).flatMap((name) => {
    const parts = name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
      .toLowerCase()
      .split(/[-_]+/)
      .filter((part) => part !== '')
    const pairs = parts.flatMap((_, at) => [parts.slice(at, at + 2).join('-'), parts.slice(at, at + 3).join('-')])
    return [name.toLowerCase(), parts.join(''), ...parts, ...pairs]
  })
}

/** Several boxes of one kind that each begin with a link on a line of its own: headlines of other articles. */
function isTeaserList(element: DomElement): boolean {
  const items = [...element.children].filter((child) => tidy(child.textContent ?? '') !== '')
  const [sample] = items
  if (sample === undefined || items.length < 2 || inlineElements.has(sample.localName) || sample.localName === 'p') return false
  const teasers = items.filter((item) => {
    const link = item.localName === 'a' ? item : item.querySelector('a[href]')
    if (link === null) return false
    const label = tidy(link.textContent ?? '')
    const text = tidy(item.textContent ?? '')
    return (
      label.length >= shortestHeadline &&
      text.length <= 500 &&
      text.startsWith(label) &&
      (text === label || !/^[\s,]*\p{Ll}/u.test(text.slice(label.length)))
    )
  })
  return teasers.length >= 2 && teasers.length >= items.length - 1
}

/** A box that is one link all over, with a headline in it. */
function isTeaser(element: DomElement): boolean {
  const links = [...element.querySelectorAll('a[href]')]
  const [link] = links
  return links.length === 1 && link?.querySelector('h1, h2, h3, h4, h5, h6, p, div') !== null && linkShare(element) > nearlyAll
}

/** A box whose first line says that it sells something or leads to other articles. */
function isHeadedAs(element: DomElement): boolean {
  if (!headedBoxes.has(element.localName)) return false
  const line = firstLine(element)
  return line.length <= longestLabel && (advertLabel.test(line) || closingHeading.test(line) || insetHeading.test(line))
}

function firstLine(element: DomElement): string {
  for (const node of element.childNodes) {
    const text = tidy(node.textContent ?? '')
    if (text === '') continue
    return isElement(node) && !inlineElements.has(node.localName) && node.localName !== 'a' ? firstLine(node) : text
  }
  return ''
}

function isArticleText(container: DomElement, text: string): boolean {
  const name = container.localName
  if (name === 'figcaption' || name === 'caption') return text.length >= 15
  if (linkShare(container) > manyLinks) return false
  if (name === 'table') return /\d/.test(text)
  if (name === 'li' || name === 'dd' || name === 'dt') return text.length >= 8 && /\d|[.!?…]["”“»)]*$/.test(text)
  return text.length >= shortestSentence && /[.!?…]["”“»)]*$/.test(text)
}

/** The share of the text that stands in links. */
export function linkShare(element: DomElement): number {
  const length = tidy(element.textContent ?? '').length
  if (length === 0) return 0
  const linked =
    element.localName === 'a'
      ? length
      : [...element.querySelectorAll('a')].reduce((sum, link) => sum + tidy(link.textContent ?? '').length, 0)
  return linked / length
}
