/** Word and OpenDocument texts: paragraphs, headings, lists, tables, footnotes. */
import mammoth from 'mammoth'
import { isoDate } from '../date'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import type { SourceFile } from '../read'
import type { Metadata } from '../source'
import { addFragment } from './html'
import { readXml } from './xml'
import { checkArchive, isOldOffice, unzip, utf8 } from './zip'

export async function readDocx({ bytes }: SourceFile): Promise<readonly Extract[]> {
  if (isOldOffice(bytes)) throw new Unreadable('protected')
  await checkArchive(bytes)
  const builder = new TextBuilder()
  const parts = await unzip(bytes, (name) => name === 'docProps/core.xml' || name === 'word/document.xml')
  if (!parts.has('word/document.xml')) throw new Unreadable('damaged')
  let html: string
  try {
    const options = { externalFileAccess: false, styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Titel'] => h1:fresh"] }
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : new Unreadable('damaged')
  }
  await addFragment(builder, html.replace(/<img [^>]*>/g, ''))
  const metadata = await propertiesOf(utf8(parts.get('docProps/core.xml')))
  return [{ ...builder.finish(), metadata, isPage: false }]
}

export async function readOdt({ bytes }: SourceFile): Promise<readonly Extract[]> {
  const parts = await unzip(bytes, (name) => name === 'content.xml' || name === 'meta.xml' || name === 'META-INF/manifest.xml')
  if (utf8(parts.get('META-INF/manifest.xml')).includes('encryption-data')) throw new Unreadable('protected')
  const content = parts.get('content.xml')
  if (content === undefined) throw new Unreadable('damaged')
  const builder = new TextBuilder()
  const walk = new OdtWalk(builder)
  await readXml(utf8(content), walk)
  walk.finish()
  return [{ ...builder.finish(), metadata: await propertiesOf(utf8(parts.get('meta.xml'))), isPage: false }]
}

/** Dublin Core, as both Office formats keep it. */
export async function propertiesOf(xml: string): Promise<Partial<Metadata>> {
  const values = new Map<string, string>()
  let name = ''
  if (xml !== '') {
    await readXml(xml, {
      open(opened) {
        name = opened
      },
      text(text) {
        if (text.trim() !== '') values.set(name, (values.get(name) ?? '') + text.trim())
      },
      close() {
        name = ''
      },
    })
  }
  const [title, creator, publisher] = [values.get('title'), values.get('initial-creator') ?? values.get('creator'), values.get('publisher')]
  const published = isoDate(values.get('created') ?? values.get('creation-date') ?? values.get('date') ?? '')
  const updated = isoDate(values.get('modified') ?? '')
  return {
    authors: creator === undefined ? [] : [creator],
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published: published.slice(0, 10) }),
    ...(updated !== undefined && { updated: updated.slice(0, 10) }),
  }
}

/** Notes stand in the middle of their sentence; they are kept for the end of the paragraph. */
class OdtWalk {
  readonly #builder: TextBuilder
  readonly #open: string[] = []
  #text = ''
  #depth: number | undefined
  #list: number | undefined
  #lists = 0
  #note: string | undefined
  #notes: string[] = []
  #rows: string[][] | undefined
  #cell: string | undefined
  #repeat = 1
  #heads = 0
  #tables = 0

  constructor(builder: TextBuilder) {
    this.#builder = builder
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.push(name)
    if (name === 'h') this.#depth = Number(attributes['outline-level'] ?? 1)
    else if (name === 'list' && this.#lists++ === 0) this.#list = this.#builder.newList()
    else if (name === 'note') this.#note = ''
    else if (name === 's') this.text(' '.repeat(Math.min(Number(attributes['c'] ?? 1), 100)))
    else if (name === 'tab' || name === 'line-break') this.text(' ')
    else if (name === 'table' && this.#tables++ === 0) {
      this.#rows = []
      this.#heads = 0
    } else if (name === 'table-row' && this.#tables === 1) {
      this.#rows?.push([])
      if (this.#open.includes('table-header-rows')) this.#heads++
    } else if ((name === 'table-cell' || name === 'covered-table-cell') && this.#tables === 1) {
      this.#cell = ''
      this.#repeat = Math.min(Number(attributes['number-columns-repeated'] ?? 1), 200)
    }
  }

  text(text: string): void {
    if (this.#open.includes('note-citation') || this.#open.includes('tracked-changes') || this.#open.includes('annotation')) return
    if (this.#note !== undefined) this.#note += text
    else if (this.#open.includes('p') || this.#open.includes('h')) this.#text += text
  }

  close(name: string): void {
    this.#open.pop()
    if (name === 'note') {
      this.#notes.push(this.#note ?? '')
      this.#note = undefined
    } else if ((name === 'p' || name === 'h') && this.#note === undefined) this.#paragraph(name)
    else if (name === 'list' && --this.#lists === 0) this.#list = undefined
    else if ((name === 'table-cell' || name === 'covered-table-cell') && this.#tables === 1 && this.#cell !== undefined) {
      const cell = this.#cell
      for (let at = 0; at < this.#repeat; at++) this.#rows?.at(-1)?.push(cell)
      this.#cell = undefined
    } else if (name === 'table' && --this.#tables === 0) {
      this.#builder.addTable((this.#rows ?? []).map(withoutTrailing), this.#heads > 0 ? { headRows: this.#heads } : {})
      this.#rows = undefined
    }
  }

  finish(): void {
    for (const note of this.#notes) this.#builder.add('footnote', note)
    this.#notes = []
  }

  #paragraph(name: string): void {
    const text = this.#text
    this.#text = ''
    if (this.#cell !== undefined) {
      this.#cell += this.#cell === '' ? text : ` ${text}`
      return
    }
    if (name === 'h') this.#builder.add('heading', text, { depth: this.#depth ?? 1 })
    else if (this.#list !== undefined) this.#builder.add('item', text, { list: this.#list })
    else this.#builder.add('paragraph', text)
    this.finish()
  }
}

function withoutTrailing(row: readonly string[]): string[] {
  const last = row.findLastIndex((cell) => cell !== '')
  return row.slice(0, last + 1)
}
