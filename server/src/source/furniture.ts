/**
 * Tells the article of a saved page from what surrounds it: menus, teasers of other articles, adverts, cookie notices, contact boxes.
 * The signs are words (lexicon/furniture.ts), shapes (lists of short lines, lines with bars) and places (before the title, after
 * the last paragraph). Where a text shows no sign of having been a page, all of it is main text.
 */
import type { Span } from '../text/span'
import type { Block } from './block'
import { findDate, month } from './date'
import {
  advert,
  advertLabel,
  closingHeading,
  consent,
  contact,
  credit,
  footer,
  insetHeading,
  leadElsewhere,
  promotion,
  suspicion,
  teaser,
} from './lexicon/furniture'
import type { Metadata } from './source'

export interface Parted {
  readonly main: readonly Block[]
  readonly furniture: readonly Span[]
  /** What the page's own lines say about it. */
  readonly found: Partial<Metadata>
}

/** Longer blocks are no adverts, teasers or notices. */
const longestNotice = 900
const longestLine = 200
/** A labelled advert may begin with a headline or two. */
const shortestAdvert = 100
/** A paragraph of an article has at least so many characters. */
const prose = 60

export interface Known {
  /** What is known of the title from elsewhere. */
  readonly title?: string
  /** Whether title and date need not be looked for, because an author wrote them down. */
  readonly isDescribed: boolean
}

export function partFurniture(text: string, blocks: readonly Block[], known: Known): Parted {
  const isSuspect = blocks.some(({ start, end }) => end - start <= longestNotice && suspicion.test(text.slice(start, end)))
  if (!isSuspect) return { main: blocks, furniture: [], found: {} }
  return new Page(text, blocks, known).part()
}

interface Item {
  readonly block: Block
  readonly text: string
  readonly isProse: boolean
  furniture: boolean
}

class Page {
  readonly #items: Item[]
  readonly #found: { -readonly [Name in keyof Metadata]?: Metadata[Name] } = {}
  readonly #known: Known
  /** Whether anything showed that this was a page. */
  #isPage = false

  constructor(text: string, blocks: readonly Block[], known: Known) {
    this.#known = known
    this.#items = blocks.map((block) => {
      const own = text.slice(block.start, block.end)
      return {
        block,
        text: own,
        isProse: block.kind === 'paragraph' && own.length >= prose && /[.!?…]["”“»«)\]]*(?:\s*@\s*\S+)?$/.test(own),
        furniture: false,
      }
    })
  }

  part(): Parted {
    this.#notices()
    this.#sections()
    this.#closings()
    this.#endings()
    if (!this.#known.isDescribed) this.#head(this.#dateline())
    this.#repetitions()
    if (this.#isPage) this.#emptyHeadings()
    // A rule that would leave nothing has misjudged the text.
    if (!this.#items.some(({ furniture }) => !furniture))
      return { main: this.#items.map(({ block }) => block), furniture: [], found: this.#found }
    return {
      main: this.#items.filter(({ furniture }) => !furniture).map(({ block, text }) => this.#finished(block, text)),
      furniture: this.#items.filter(({ furniture }) => furniture).map(({ block }) => ({ start: block.start, end: block.end })),
      found: this.#found,
    }
  }

  /** Blocks that are furniture by their own words. */
  #notices(): void {
    for (const item of this.#items) {
      const { text, block } = item
      if (text.length > longestNotice || block.kind === 'row') continue
      const short = text.length <= longestLine
      if (
        advert.test(text) ||
        teaser.test(text) ||
        consent.test(text) ||
        leadElsewhere.test(text) ||
        (short && (footer.test(text) || isMenuLine(text)))
      )
        this.#drop(item)
    }
  }

  /** Adverts by their label, teasers within the article, self-promotion beside them. */
  #sections(): void {
    const items = this.#items
    for (let at = 0; at < items.length; at++) {
      const item = items[at]
      if (item === undefined || item.text.length > longestLine) continue
      if (advertLabel.test(item.text)) {
        this.#drop(item)
        const body = items.findIndex(({ text }, of) => of > at && of <= at + 3 && text.length >= shortestAdvert)
        if ((items[body]?.text.length ?? 0) <= longestNotice) for (const advertised of items.slice(at + 1, body + 1)) this.#drop(advertised)
      } else if (insetHeading.test(item.text)) {
        this.#drop(item)
        this.#promotionAbove(at - 1)
        // Before the first paragraph such a line is a link in the page's head: what follows may be the title.
        if (!items.slice(0, at).some(({ isProse }) => isProse)) continue
        const isList = items[at + 1]?.block.kind === 'item'
        for (let of = at + 1; items[of] !== undefined; of++) {
          const teased = items[of]
          if (teased === undefined || teased.isProse || (isList ? teased.block.kind !== 'item' : of > at + 1)) break
          this.#drop(teased)
        }
      }
    }
  }

  /** A box that praises the publisher's own services stands where teasers stand; its headings go with it. */
  #promotionAbove(at: number): void {
    const item = this.#items[at]
    if (item === undefined || !item.isProse || item.text.length > longestNotice) return
    const heading = this.#items[at - 1]
    const words = new Set(
      [...`${heading?.isProse === false ? heading.text : ''} ${item.text}`.matchAll(promotion)].map(([word]) => word.toLowerCase()),
    )
    if (words.size < 2) return
    this.#drop(item)
    this.#headingsAbove(at)
  }

  /** Everything after "Weitere Meldungen"; in front of most of the article only what looks like teasers. */
  #closings(): void {
    const items = this.#items
    const written = lengthOf(items)
    let before = 0
    for (const [at, item] of items.entries()) {
      if (item.isProse && !item.furniture) before += item.text.length
      if (item.text.length > longestLine || !closingHeading.test(item.text)) continue
      if (at < items.length - 1 || item.block.kind === 'heading') this.#drop(item)
      const closes = before >= written * 0.4 && before > 0
      for (const teased of items.slice(at + 1)) {
        if (!closes && teased.isProse) break
        this.#drop(teased)
      }
      if (closes) return
    }
  }

  /** Contact boxes and footers end an article when most of it lies before them. */
  #endings(): void {
    const items = this.#items
    const written = lengthOf(items)
    let before = 0
    for (const [at, item] of items.entries()) {
      if (item.isProse && !item.furniture) before += item.text.length
      const ends = item.text.length <= longestLine && (contact.test(item.text) || footer.test(item.text))
      if (!ends || before < written * 0.6 || before === 0) continue
      if (item.isProse) before -= item.text.length
      this.#headingsAbove(at)
      for (const rest of items.slice(at)) this.#drop(rest)
      return
    }
  }

  /** The line with the date, with what else it says. */
  #dateline(): number | undefined {
    const items = this.#items
    const first = items.findIndex(({ isProse, furniture, text }) => isProse && !furniture && text.length > longestLine)
    const zone = items.slice(0, first < 0 ? 12 : first + 2)
    for (const [at, item] of zone.entries()) {
      const { text } = item
      if (text.length > longestLine || item.block.kind === 'row') continue
      const date = findDate(text)
      if (date === undefined) continue
      const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`
      const bare = withoutLabels(rest)
      // "Updated Jan. 29, 2025 11:40 a.m." only ends like a sentence.
      if (bare.length > (item.isProse ? 12 : 60)) continue
      this.#found.published = date.iso
      const later = /(?:update|aktualisiert|geändert|updated|modified|stand)\b/iu.exec(text.slice(date.end))
      const updated = later === null ? undefined : findDate(text.slice(date.end + later.index))
      if (updated !== undefined) this.#found.updated = updated.iso
      else if (/(?:update|aktualisiert|änderung|geändert|modified)/iu.test(text.slice(0, date.start))) this.#found.updated = date.iso
      const author = /(?:verfasser(?:in)?|autor(?:in)?|von|by|author)\s*:?\s+(\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){1,3})/iu.exec(
        rest,
      )?.[1]
      if (author !== undefined) this.#found.authors = [author]
      const publisher = domain.exec(rest)?.[0]
      if (publisher !== undefined) this.#found.publisher = publisher
      this.#drop(item)
      return at
    }
    return undefined
  }

  /** The title, the publisher and the author; what stands before the title is menus. */
  #head(dateline: number | undefined): void {
    const items = this.#items
    const firstProse = items.findIndex(({ isProse, furniture }) => isProse && !furniture)
    const end = Math.max(0, firstProse, (dateline ?? -1) + 1)
    const opening = wordsOf(
      items
        .filter(({ isProse, furniture }) => isProse && !furniture)
        .slice(0, 4)
        .map(({ text }) => text)
        .join(' '),
    )
    const zone = items.slice(0, end)
    const titled = zone.find(({ text }) => text === this.#known.title) ?? this.#titleAmong(zone, opening, dateline)
    for (const item of items) {
      const source = /\s@\s*([\w.-]+\.[a-z]{2,})$/iu.exec(item.text)?.[1]
      if (source !== undefined && item.isProse) this.#found.publisher ??= source
    }
    if (titled === undefined || !this.#isPage) return
    this.#found.title ??= titled.text
    for (const item of zone.slice(0, zone.indexOf(titled))) {
      const site = domain.exec(item.text)
      if (site !== null && site[0].length === item.text.length) this.#found.publisher ??= site[0]
      if (!item.isProse) this.#drop(item)
    }
    for (const [at, item] of zone.entries()) {
      if (at <= zone.indexOf(titled) || item.furniture) continue
      const beforeDate = dateline !== undefined && at < dateline
      const afterDate = dateline !== undefined && at <= dateline + 2
      if (
        afterDate &&
        this.#found.authors === undefined &&
        /^(?:(?:von|by)\s+)?\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){1,2}$/u.test(item.text) &&
        shared(item.text, opening) === 0
      ) {
        this.#found.authors = [item.text.replace(/^(?:von|by)\s+/iu, '')]
        this.#drop(item)
      } else if (beforeDate && !item.isProse && item.block.kind !== 'row' && shared(item.text, opening) < 2) this.#drop(item)
    }
    for (const item of items) {
      const owner = ownerIn(item.text)
      if (owner !== undefined) this.#found.publisher ??= owner
    }
    for (const item of items) {
      const named = item.text.length <= 300 ? credit.exec(item.text)?.[1]?.trim() : undefined
      if (named !== undefined && shared(item.text.replace(credit, ''), wordsOf(titled.text)) > 2) this.#found.publisher ??= named
    }
  }

  #titleAmong(zone: readonly Item[], opening: ReadonlySet<string>, dateline: number | undefined): Item | undefined {
    let best: Item | undefined
    let highest = 2
    for (const [at, item] of zone.entries()) {
      const { text, block } = item
      if (block.kind === 'item' || block.kind === 'row' || at === dateline || text.length > 250 || item.furniture || credit.test(text))
        continue
      const repeated = this.#items.filter((other) => other !== item && other.text.startsWith(text)).length
      const score =
        Math.min(2, repeated) * (text.length > 25 ? 2 : 0) +
        (text.length >= 25 && text.length <= 160 ? 2 : -1) +
        Math.min(3, shared(text, opening)) +
        (dateline !== undefined && at < dateline && at >= dateline - 2 ? 1 : 0) -
        (/[|:]\s*$|\s\|\s/.test(text) ? 3 : 0)
      if (score > highest) {
        highest = score
        best = item
      }
    }
    return best
  }

  /** The title again, headings again, pictures with a repeated caption. */
  #repetitions(): void {
    const seen = new Set<string>()
    for (const item of this.#items) {
      if (item.furniture || item.isProse || item.block.kind === 'row' || item.text.length > 300) continue
      const bare = item.text.replace(credit, '').trim()
      if (bare.length >= 12 && seen.has(bare)) this.#drop(item)
      seen.add(bare)
    }
  }

  /** Headings at the end that head nothing. */
  #emptyHeadings(): void {
    for (const item of this.#items.toReversed()) {
      if (item.furniture) continue
      if (item.block.kind !== 'heading') return
      this.#drop(item)
    }
  }

  #headingsAbove(at: number): void {
    for (let above = at - 1; above > 0; above--) {
      const item = this.#items[above]
      if (item === undefined || !isLabel(item)) return
      this.#drop(item)
    }
  }

  #drop(item: Item | undefined): void {
    if (item === undefined) return
    item.furniture = true
    this.#isPage = true
  }

  /** The title is one, a picture's line is a caption, and the agency's mark is not part of its sentence. */
  #finished(block: Block, text: string): Block {
    if (block.kind !== 'row' && block.kind !== 'item' && text === (this.#known.title ?? this.#found.title))
      return { ...block, kind: 'title' }
    if (block.kind === 'heading' && credit.test(text)) return { ...block, kind: 'caption' }
    const mark = /\s+@\s*[\w.-]+\.[a-z]{2,}$/iu.exec(text)
    return mark === null ? block : { ...block, end: block.start + mark.index }
  }
}

/** A heading, or a line like one that some pages set in the place of headings. */
function isLabel({ block, text }: Item): boolean {
  return block.kind === 'heading' || (block.kind === 'paragraph' && text.length < prose && !/[.!?…]["”“»)]*$/.test(text))
}

const domain = /\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:de|at|ch|com|org|net|eu|info|news|online|digital|io|co\.uk|tv)\b/iu

const owned = new RegExp(
  `^(?:©|\\(c\\)|copyright)[\\s,:]*(?:(?:©|\\(c\\)|copyright|by|${month}(?!\\p{L})|\\d{4}(?:\\s*[-–]\\s*\\d{4})?)[\\s,:]*)*(?<owner>[\\p{L}\\d.&+ -]{2,60})`,
  'iu',
)

/** "Windblatt" of "© 2025 Windblatt", "© Mai 2025 by Windblatt." and "© Windblatt 2025. Alle Rechte vorbehalten." */
function ownerIn(text: string): string | undefined {
  const written = owned.exec(text)?.groups?.['owner'] ?? ''
  const owner = written.split(/\s+(?:19|20)\d\d\b|\.\s|\s[-–]\s|\s(?:alle rechte|all rights)\b/iu)[0]?.trim() ?? ''
  return owner.length >= 2 ? owner.replace(/\.$/, '') : undefined
}

/** A date line without its labels and marks. */
function withoutLabels(text: string): string {
  return text
    .replace(
      /veröffentlicht|erschienen|aktualisiert|update[dt]?|stand|datum|published|posted|modified|last|on|vom|am|um|uhr|lesezeit|verfasser(?:in)?|autor(?:in)?|von|by/giu,
      '',
    )
    .replace(/\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b\.?)?|\d+ (?:min|minuten)\b/giu, '')
    .replace(/[\s:|/,.()–—·-]+/gu, ' ')
    .replace(/\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2} \d{4}|\d{4} \d{2} \d{2}/gu, '')
    .trim()
}

/** Entries between bars or bullets: "Politik | Wirtschaft | Sport". */
function isMenuLine(text: string): boolean {
  return text.split(/\s[|·•›»]\s/u).length >= 4 && !/[.!?]$/.test(text)
}

function lengthOf(items: readonly Item[]): number {
  return items.reduce((sum, { isProse, furniture, text }) => sum + (isProse && !furniture ? text.length : 0), 0)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu))
}

function shared(text: string, words: ReadonlySet<string>): number {
  let count = 0
  for (const word of wordsOf(text)) if (words.has(word)) count++
  return count
}
