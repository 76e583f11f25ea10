/**
 * Rich Text Format: a small reader of its groups and control words. Readers at hand ignore that `\ucN` bytes after a Unicode character
 * stand in for it, and double every umlaut.
 */
import { isoDate } from '../date'
import { type Extract, TextBuilder, Unreadable } from '../extract'
import type { SourceFile } from '../read'

/** Groups that hold no text of the document. */
const destinations = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator info pict object header headerl headerr headerf footer footerl footerr footerf themedata colorschememapping latentstyles datastore xmlnstbl fldinst filetbl revtbl mmathPr bkmkstart bkmkend listtext pntext annotation atnid atnauthor nonshppict shpinst'.split(
    ' ',
  ),
)
const characters: Readonly<Record<string, string>> = {
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
/** Code pages by the number that `\ansicpg` gives. */
const codePages: Readonly<Record<string, string>> = {
  '1250': 'windows-1250',
  '1251': 'windows-1251',
  '1252': 'windows-1252',
  '10000': 'macintosh',
  '65001': 'utf-8',
}

interface Group {
  /** Bytes that stand in for one Unicode character. */
  fallback: number
  isSkipped: boolean
  destination: string
}

export async function readRtf({ bytes }: SourceFile): Promise<readonly Extract[]> {
  const rtf = new TextDecoder('latin1').decode(bytes)
  if (!rtf.startsWith('{\\rtf')) throw new Unreadable('damaged')
  const reader = new RtfReader()
  reader.read(rtf)
  return [reader.finish()]
}

class RtfReader {
  readonly #builder = new TextBuilder()
  readonly #stack: Group[] = []
  readonly #info = new Map<string, string>()
  #group: Group = { fallback: 1, isSkipped: false, destination: '' }
  #decoder = new TextDecoder('windows-1252')
  #text = ''
  #notes: string[] = []
  #pending = 0
  #row: string[] | undefined
  #rows: string[][] = []
  /** Depths of headings by the number of their style. */
  readonly #headings = new Map<number, number>()
  #style: { readonly number: number; name: string } | undefined
  #depth: number | undefined
  #isItem = false
  #list: number | undefined

  read(rtf: string): void {
    const token = /\\([a-zA-Z]+)(-?\d+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g
    for (const [, word, value, hex, symbol, brace, plain] of rtf.matchAll(token)) {
      if (brace === '{') this.#stack.push({ ...this.#group })
      else if (brace === '}') this.#close()
      else if (word !== undefined) this.#control(word, value === undefined ? undefined : Number(value))
      else if (hex !== undefined) this.#bytes(Number.parseInt(hex, 16))
      else if (symbol !== undefined) this.#symbol(symbol)
      else if (plain !== undefined) this.#plain(plain)
    }
    this.#paragraph()
    this.#endTable()
  }

  finish(): Extract {
    const [title, author, created] = [this.#info.get('title'), this.#info.get('author'), isoDate(this.#info.get('creatim') ?? '')]
    return {
      ...this.#builder.finish(),
      metadata: {
        authors: author === undefined ? [] : [author],
        ...(title !== undefined && { title }),
        ...(created !== undefined && { published: created }),
      },
      isPage: false,
    }
  }

  #close(): void {
    if (this.#style !== undefined && this.#group.destination === 'stylesheet') this.#endStyle(this.#style)
    if (this.#group.destination === 'footnote' && this.#stack.at(-1)?.destination !== 'footnote') {
      const note = this.#text.split('\u0001').at(-1) ?? ''
      this.#text = this.#text.slice(0, this.#text.lastIndexOf('\u0001'))
      this.#notes.push(note)
    }
    this.#group = this.#stack.pop() ?? this.#group
  }

  /** "heading 2", "Überschrift 2", "Title": the names that word processors give. */
  #endStyle({ number, name }: { readonly number: number; readonly name: string }): void {
    const [, depth] = /^(?:heading|überschrift) (\d)\s*;/i.exec(name.trim()) ?? []
    if (depth !== undefined) this.#headings.set(number, Number(depth))
    else if (/^(?:title|titel)\s*;/i.test(name.trim())) this.#headings.set(number, 1)
    this.#style = undefined
  }

  #control(word: string, value: number | undefined): void {
    if (word === 'u' && value !== undefined) {
      this.#write(String.fromCharCode(value < 0 ? value + 65536 : value))
      this.#pending = this.#group.fallback
      return
    }
    this.#pending = 0
    const character = characters[word]
    if (character !== undefined) this.#write(character)
    else if (word === 'uc') this.#group.fallback = value ?? 1
    else if (word === 'ansicpg') this.#decoder = new TextDecoder(codePages[String(value)] ?? 'windows-1252')
    else if (word === 'par' || word === 'sect' || word === 'page') this.#paragraph()
    else if (word === 'cell') this.#cell()
    else if (word === 'row') this.#endRow()
    else if (word === 'trowd') this.#row ??= []
    else if (word === 's' && value !== undefined) this.#styled(value)
    else if (word === 'outlinelevel' && value !== undefined && value < 9) this.#depth = value + 1
    else if (word === 'pard') this.#depth = undefined
    else if (word === 'footnote') {
      this.#group.destination = 'footnote'
      this.#group.isSkipped = false
      this.#text += '\u0001'
    } else if (destinations.has(word)) {
      if (word === 'listtext' || word === 'pntext') this.#isItem = true
      this.#group.destination = word
      this.#group.isSkipped = true
    } else if (word === 'title' || word === 'author') this.#group.destination = word
    else if (/^(?:yr|mo|dy)$/.test(word) && value !== undefined && this.#group.destination === 'creatim') {
      this.#info.set('creatim', `${this.#info.get('creatim') ?? ''}${word === 'yr' ? '' : '-'}${String(value).padStart(2, '0')}`)
    } else if (word === 'creatim') this.#group.destination = 'creatim'
  }

  #styled(number: number): void {
    if (this.#group.destination === 'stylesheet') this.#style = { number, name: '' }
    else if (this.#group.destination !== 'footnote') this.#depth = this.#headings.get(number)
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#group.isSkipped = true
    else if (symbol === '~') this.#write('\u00a0')
    else if (symbol === '_') this.#write('-')
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.#plain(symbol)
    else if (symbol === '\n' || symbol === '\r') this.#paragraph()
  }

  #bytes(byte: number): void {
    if (this.#pending > 0) this.#pending--
    else this.#write(this.#decoder.decode(Uint8Array.of(byte)))
  }

  #plain(text: string): void {
    const dropped = Math.min(this.#pending, text.length)
    this.#pending -= dropped
    this.#write(text.slice(dropped))
  }

  #write(text: string): void {
    const { isSkipped, destination } = this.#group
    if (destination === 'title' || destination === 'author') this.#info.set(destination, (this.#info.get(destination) ?? '') + text)
    else if (destination === 'stylesheet' && this.#style !== undefined) this.#style.name += text
    else if (!isSkipped) this.#text += text
  }

  #paragraph(): void {
    if (this.#group.isSkipped) return
    if (this.#group.destination === 'footnote' || this.#row !== undefined) {
      this.#text += ' '
      return
    }
    this.#endTable()
    if (this.#isItem) this.#builder.add('item', this.#text, { list: (this.#list ??= this.#builder.newList()) })
    else {
      this.#list = undefined
      if (this.#depth !== undefined) this.#builder.add('heading', this.#text, { depth: this.#depth })
      else this.#builder.add('paragraph', this.#text)
    }
    this.#isItem = false
    this.#text = ''
    for (const note of this.#notes) this.#builder.add('footnote', note)
    this.#notes = []
  }

  #cell(): void {
    this.#row = [...(this.#row ?? []), this.#text]
    this.#text = ''
  }

  #endRow(): void {
    if (this.#row !== undefined) this.#rows.push(this.#row)
    this.#row = undefined
  }

  #endTable(): void {
    if (this.#rows.length > 0) this.#builder.addTable(this.#rows)
    this.#rows = []
  }
}
