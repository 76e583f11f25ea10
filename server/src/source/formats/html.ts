/**
 * Web pages: the article as Readability finds it, its tables as tables. What Readability leaves of teasers and adverts is told apart
 * later, with that of plain texts.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom/worker'
import { decode } from '../decode'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import type { SourceFile } from '../read'
import type { DomDocument, DomElement } from './dom'
import { addElement } from './html-blocks'
import { metadataOf } from './html-metadata'

/** Shorter finds are a cookie notice or the first of many parts. */
const shortest = 250

export async function readHtml({ bytes }: SourceFile): Promise<readonly Extract[]> {
  const decoded = decode(bytes)
  if (decoded.kind !== 'text') throw new Unreadable(decoded.kind)
  return [await extractPage(decoded.text)]
}

export async function extractPage(html: string): Promise<Extract> {
  const document = await parse(html)
  const { metadata, language } = metadataOf(document, html)
  const everything = textLength(document.body)
  const fallback = withoutFurniture(await parse(html))
  type Input = ConstructorParameters<typeof Readability<DomElement>>
  const article = new Readability<DomElement>(document as unknown as Input[0], {
    charThreshold: 150,
    serializer: (node) => node as unknown as DomElement,
  }).parse()
  const content = article?.content ?? undefined
  const found = textLength(content ?? null)
  const main = content !== undefined && found >= Math.min(shortest, everything / 2) ? content : fallback
  const builder = new TextBuilder()
  if (main !== undefined) addElement(builder, main)
  if (builder.isEmpty && fallback !== undefined) addElement(builder, fallback)
  const byline = article?.byline?.trim()
  const authors =
    metadata.authors !== undefined && metadata.authors.length > 0
      ? metadata.authors
      : byline !== undefined && byline !== '' && byline.length < 60
        ? [byline.replace(/^(?:von|by)\s+/i, '')]
        : []
  return { ...builder.finish(), metadata: { ...metadata, authors }, ...(language !== undefined && { language }), isPage: true }
}

/** A fragment such as a document that was turned into HTML: all of it is text. */
export async function addFragment(builder: TextBuilder, html: string): Promise<void> {
  const { body } = await parse(`<!doctype html><html><body>${html}</body></html>`)
  if (body !== null) addElement(builder, body)
}

async function parse(html: string): Promise<DomDocument> {
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`).document as unknown as DomDocument
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
