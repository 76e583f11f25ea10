/**
 * Web pages: the article where Readability finds it, its tables as tables. What is left of teasers and adverts is told apart later,
 * with that of plain texts.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom/worker'
import { decode } from '../decode'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import type { SourceFile } from '../read'
import { type DomDocument, type DomElement, isElement } from './dom'
import { addElement } from './html-blocks'
import { choiceOf, numberElements } from './html-main'
import { metadataOf } from './html-metadata'

/** Shorter finds are a cookie notice or the first of many parts. */
const shortest = 250
/** The time of Readability grows with the third power of how deep elements are nested; browsers nest no deeper than twice as much. */
const deepest = 256
const headElements: ReadonlySet<string> = new Set(['base', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title'])

export async function readHtml({ bytes }: SourceFile): Promise<readonly Extract[]> {
  const decoded = decode(bytes)
  if (decoded.kind !== 'text') throw new Unreadable(decoded.kind)
  return [await extractPage(decoded.text)]
}

export async function extractPage(html: string): Promise<Extract> {
  const [copy, page] = [await parse(html), await parse(html)]
  const { metadata, language, articleBody } = metadataOf(page, html)
  const isTooDeep = numberElements(copy) > deepest
  type Input = ConstructorParameters<typeof Readability<DomElement>>
  const article = isTooDeep
    ? undefined
    : new Readability<DomElement>(copy as unknown as Input[0], {
        charThreshold: 150,
        serializer: (node) => node as unknown as DomElement,
      }).parse()
  const content = article?.content ?? undefined
  const everything = textLength(page.body)
  const isFound = content !== undefined && textLength(content) >= Math.min(shortest, everything / 2)
  const choice = isFound ? choiceOf(page, content, metadata.title) : undefined
  const builder = new TextBuilder()
  if (page.body !== null && choice !== undefined) addElement(builder, page.body, choice)
  if (builder.isEmpty) {
    const rest = withoutFurniture(page)
    if (rest !== undefined) addElement(builder, rest)
  }
  const { text, blocks } = withArticleBody(builder, metadata.title, articleBody)
  const byline = article?.byline?.trim()
  const authors =
    metadata.authors !== undefined && metadata.authors.length > 0
      ? metadata.authors
      : byline !== undefined && byline !== '' && byline.length < 60
        ? [byline.replace(/^(?:von|by)\s+/i, '')]
        : []
  return { text, blocks, metadata: { ...metadata, authors }, ...(language !== undefined && { language }), isPage: true }
}

/** Pages that a script draws hold their article in what they say to search engines only. */
function withArticleBody(page: TextBuilder, title: string | undefined, articleBody: string | undefined): ReturnType<TextBuilder['finish']> {
  const found = page.finish()
  if (articleBody === undefined || articleBody.length < shortest || found.text.length >= articleBody.length / 2) return found
  const builder = new TextBuilder()
  if (title !== undefined) builder.add('heading', title, { depth: 1 })
  for (const paragraph of articleBody.split(/\n+/)) builder.add('paragraph', paragraph)
  return builder.finish()
}

/** A fragment such as a document that was turned into HTML: all of it is text. */
export async function addFragment(builder: TextBuilder, html: string): Promise<void> {
  const { body } = await parse(`<!doctype html><html><body>${html}</body></html>`)
  if (body !== null) addElement(builder, body)
}

async function parse(html: string): Promise<DomDocument> {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const document = parseHTML(whole).document as unknown as DomDocument
  completeRoot(document)
  return document
}

/** The tags of head and body may be left out, as SingleFile does; the library then finds neither. */
function completeRoot(document: DomDocument): void {
  const root = document.documentElement
  if (root === null) return
  const parts = [...root.childNodes]
  const named = (name: string) => parts.find((part): part is DomElement => isElement(part) && part.localName === name)
  const [head, body] = [named('head') ?? document.createElement('head'), named('body') ?? document.createElement('body')]
  const loose = parts.filter((part) => part !== head && part !== body)
  const at = loose.findIndex((part) => isElement(part) && !headElements.has(part.localName))
  // What stands before the body's tag belongs to the head, as far as it can.
  const beforeBody = at < 0 ? loose.length : at
  head.append(...loose.slice(0, beforeBody))
  body.append(...loose.slice(beforeBody))
  root.prepend(head)
  head.after(body)
}

/** The article element, else the main one, else the body, without what is clearly neither. */
function withoutFurniture(document: DomDocument): DomElement | undefined {
  for (const element of document.querySelectorAll(
    'nav, header, footer, aside, form, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [aria-hidden="true"]',
  )) {
    // The head of an article holds its title, and that of a section its heading.
    if (element.localName !== 'header' || element.querySelector('nav, ul') !== null) element.remove()
  }
  const articles = [...document.querySelectorAll('article')]
  const longest = articles.sort((a, b) => textLength(b) - textLength(a))[0]
  const main = document.querySelector('main, [role="main"], #content')
  return (
    [longest, main ?? undefined, document.body ?? undefined].find((element) => textLength(element ?? null) >= shortest) ??
    document.body ??
    undefined
  )
}

function textLength(element: DomElement | null): number {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').length
}
