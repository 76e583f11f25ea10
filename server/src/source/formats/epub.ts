/** EPUB books: their chapters in reading order, as HTML. */
import { isoDate } from '../date'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import { languageOf } from '../frontmatter'
import type { SourceFile } from '../read'
import { addFragment } from './html'
import { readXml } from './xml'
import { unzip, utf8 } from './zip'

export async function readEpub({ bytes }: SourceFile): Promise<readonly Extract[]> {
  const files = await unzip(bytes, (name) => /\.(?:x?html?|opf|ncx|xml)$/i.test(name))
  if (files.has('META-INF/encryption.xml') && utf8(files.get('META-INF/encryption.xml')).includes('EncryptedKey'))
    throw new Unreadable('protected')
  let packagePath = ''
  await readXml(utf8(files.get('META-INF/container.xml')), {
    open(name, attributes) {
      if (name === 'rootfile' && packagePath === '') packagePath = attributes['full-path'] ?? ''
    },
    text() {},
    close() {},
  })
  const book = await readPackage(utf8(files.get(packagePath)))
  const folder = packagePath.includes('/') ? packagePath.slice(0, packagePath.lastIndexOf('/') + 1) : ''
  const builder = new TextBuilder()
  for (const href of book.chapters) {
    const chapter = files.get(folder + decoded(href)) ?? files.get(href)
    const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(utf8(chapter))?.[1]
    if (body !== undefined) await addFragment(builder, body)
  }
  const { title, authors, publisher, published, language } = book
  return [
    {
      ...builder.finish(),
      metadata: {
        authors,
        ...(title !== '' && { title }),
        ...(publisher !== '' && { publisher }),
        ...(published !== undefined && { published }),
      },
      ...(language !== undefined && { language }),
      isPage: false,
    },
  ]
}

async function readPackage(xml: string) {
  const hrefs = new Map<string, string>()
  const order: string[] = []
  const texts = { title: '', creator: '', publisher: '', date: '', language: '' }
  const authors: string[] = []
  let open = ''
  await readXml(xml, {
    open(name, attributes) {
      open = name
      if (name === 'item') hrefs.set(attributes['id'] ?? '', attributes['href'] ?? '')
      if (name === 'itemref' && attributes['linear'] !== 'no') order.push(attributes['idref'] ?? '')
    },
    text(text) {
      if (open === 'creator' && text.trim() !== '') authors.push(text.trim())
      else if (open === 'title' || open === 'publisher' || open === 'date' || open === 'language') texts[open] ||= text.trim()
    },
    close() {
      open = ''
    },
  })
  return {
    chapters: order.flatMap((id) => hrefs.get(id) ?? []),
    title: texts.title,
    authors,
    publisher: texts.publisher,
    published: isoDate(texts.date),
    language: languageOf(texts.language),
  }
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch (cause) {
    if (cause instanceof URIError) return href
    throw cause
  }
}
