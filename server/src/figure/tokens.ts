/**
 * A block of text as words, runs of digits and symbols, in parallel arrays that are used again from block to block. Words carry the id that
 * the lexicon knows them by; tokens that may begin a figure are listed as triggers, so that the grammar looks at nothing else.
 */

import type { Form } from '../language/forms'
import type { NumberWord } from '../language/lexicon'
import { digitsKey, type Lexicon } from '../language/lexicon'
import { fold, mix } from '../language/vocabulary'
import { isBreak, isDigit, isLetter, isSpace, isUpper } from '../text/chars'

/** Beside the classes of a word: it begins with a capital. */
const upper = 1 << 31

export const Kind = { word: 0, digits: 1, symbol: 2 } as const

/** By code unit: of a letter its folded code, of everything else one of these classes. */
const charClass = new Uint16Array(1 << 16)
const classDigit = 1
const classBlank = 2
const classBreak = 3
/** Folded letters begin here. */
const firstLetter = 64
for (let code = 0; code < charClass.length; code++)
  charClass[code] = isLetter(code)
    ? fold(code)
    : isDigit(code)
      ? classDigit
      : isBreak(code)
        ? classBreak
        : isSpace(code) || code === 0xfeff || code === 0x200b
          ? classBlank
          : 0

/** ½ and its like, by code. */
export const fractionSymbols = new Map<number, number>(
  Object.entries({
    '½': 1 / 2,
    '⅓': 1 / 3,
    '⅔': 2 / 3,
    '¼': 1 / 4,
    '¾': 3 / 4,
    '⅕': 1 / 5,
    '⅖': 2 / 5,
    '⅗': 3 / 5,
    '⅘': 4 / 5,
    '⅙': 1 / 6,
    '⅚': 5 / 6,
    '⅐': 1 / 7,
    '⅛': 1 / 8,
    '⅜': 3 / 8,
    '⅝': 5 / 8,
    '⅞': 7 / 8,
    '⅑': 1 / 9,
    '⅒': 1 / 10,
  }).map(([symbol, value]) => [symbol.charCodeAt(0), value]),
)

export class Tokens {
  text = ''
  count = 0
  /** Offsets of the block in the text. */
  from = 0
  to = 0
  kind = new Uint8Array(1024)
  start = new Int32Array(1024)
  end = new Int32Array(1024)
  /** Of a word its vocabulary id, 0 where unknown; of a symbol its code; of up to nine digits their number. */
  id = new Int32Array(1024)
  /** Of a word its classes, and whether it begins with a capital. */
  private bits = new Int32Array(1024)
  /** Indexes of tokens that may begin a figure, ascending. */
  readonly triggers: number[] = []
  /** Links, addresses and citation keys: passed over whole. */
  readonly passed: { start: number; end: number; reason: 'link' | 'citation' }[] = []
  /** Compound number words by token index. */
  private readonly compounds = new Map<number, NumberWord>()

  constructor(readonly lexicon: Lexicon) {}

  /** Cuts `text` between two offsets; what was held before is forgotten. */
  cut(text: string, from: number, to: number): void {
    this.text = text
    this.from = from
    this.to = to
    this.count = 0
    this.triggers.length = 0
    this.compounds.clear()
    this.passed.length = 0
    const { vocabulary, number, classes } = this.lexicon
    let at = from
    while (at < to) {
      const code = text.charCodeAt(at)
      let type = charClass[code] ?? 0
      if (type === classBlank || type === classBreak) {
        at++
        continue
      }
      const start = at
      if (type >= firstLetter) {
        let hash = 0
        const initial = type
        do {
          hash = mix(hash, type)
          type = ++at < to ? (charClass[text.charCodeAt(at)] ?? 0) : 0
        } while (type >= firstLetter)
        const id = vocabulary.find(text, start, at, hash)
        const index = this.push(Kind.word, start, at, id)
        this.bits[index] = (classes[id] ?? 0) | (code !== initial || (code > 0xff && isUpper(code)) ? upper : 0)
        if (id !== 0 ? number[id] !== undefined : at - start > 5 && this.compound(index)) this.triggers.push(index)
        continue
      }
      if (type === classDigit) {
        let value = 0
        do value = value * 10 + text.charCodeAt(at) - 48
        while (++at < to && charClass[text.charCodeAt(at)] === classDigit)
        this.triggers.push(this.push(Kind.digits, start, at, at - start < 10 ? value : -1))
        continue
      }
      at++
      if ((code === 58 && text.charCodeAt(at) === 47 && text.charCodeAt(at + 1) === 47) || code === 64) {
        at = this.pass(code, start)
        continue
      }
      // Markdown emphasis and code marks are no part of the sentence.
      if (code === 42 || code === 95 || code === 96 || code === 0xad) continue
      const index = this.push(Kind.symbol, start, at, code)
      // Behind a letter it is the ruin of another one: "fÃ¼r".
      const spoilt = start > from && (charClass[text.charCodeAt(start - 1)] ?? 0) >= firstLetter
      if (code > 0xbb && !spoilt && fractionSymbols.has(code)) this.triggers.push(index)
    }
  }

  /** The end of a link around "://", or of an address or a citation key around "@". */
  private pass(code: number, at: number): number {
    const { text, to } = this
    const link = code === 58
    let start = at
    const previous = this.count - 1
    if (previous >= 0 && this.isWord(previous) && this.endOf(previous) === at) {
      start = this.startOf(previous)
      this.count = previous
      if (this.triggers.at(-1) === previous) this.triggers.pop()
    }
    let end = at + 1
    while (end < to && goesOn(text.charCodeAt(end), link)) end++
    while (end > at + 1 && /[.,;:!?]/.test(text.charAt(end - 1))) end--
    this.passed.push({ start, end, reason: link || start < at ? 'link' : 'citation' })
    // Nothing may reach over it.
    this.push(Kind.symbol, start, end, code)
    return end
  }

  private push(kind: number, start: number, end: number, id: number): number {
    const index = this.count++
    if (index === this.kind.length) this.grow()
    this.kind[index] = kind
    this.start[index] = start
    this.end[index] = end
    this.id[index] = id
    this.bits[index] = 0
    return index
  }

  private grow() {
    const size = this.kind.length * 2
    const kind = new Uint8Array(size)
    kind.set(this.kind)
    this.kind = kind
    const widen = (old: Int32Array) => {
      const array = new Int32Array(size)
      array.set(old)
      return array
    }
    this.start = widen(this.start)
    this.end = widen(this.end)
    this.id = widen(this.id)
    this.bits = widen(this.bits)
  }

  /** Reads an unknown word as a compound number, where its first letters allow one. */
  private compound(index: number): boolean {
    const { text, lexicon } = this
    const start = this.startOf(index)
    if (
      lexicon.spelled === undefined ||
      !lexicon.maySpell(fold(text.charCodeAt(start)), fold(text.charCodeAt(start + 1)), fold(text.charCodeAt(start + 2)))
    )
      return false
    const length = this.endOf(index) - start
    if (length > 120) return false
    const word = lexicon.spelled(text.slice(start, start + length).toLowerCase())
    if (word === undefined) return false
    this.compounds.set(index, word)
    return true
  }

  startOf(index: number): number {
    return index < this.count ? (this.start[index] ?? this.to) : this.to
  }

  endOf(index: number): number {
    return index < 0 ? this.from : (this.end[index] ?? this.to)
  }

  isWord(index: number): boolean {
    return index >= 0 && index < this.count && this.kind[index] === Kind.word
  }

  isDigits(index: number): boolean {
    return index >= 0 && index < this.count && this.kind[index] === Kind.digits
  }

  /** The code of the symbol, or 0 where there is none. */
  symbol(index: number): number {
    return index >= 0 && index < this.count && this.kind[index] === Kind.symbol ? (this.id[index] ?? 0) : 0
  }

  isSymbol(index: number, symbol: string): boolean {
    return this.symbol(index) === symbol.charCodeAt(0)
  }

  /** Whether the word at `index` belongs to one of the classes. */
  is(index: number, classes: number): boolean {
    return index >= 0 && index < this.count && ((this.bits[index] ?? 0) & classes) !== 0
  }

  numberWord(index: number): NumberWord | undefined {
    if (!this.isWord(index)) return undefined
    const id = this.id[index] ?? 0
    return id === 0 ? this.compounds.get(index) : this.lexicon.number[id]
  }

  /** The number that a run of digits spells, NaN where there is none. */
  number(index: number): number {
    if (!this.isDigits(index)) return Number.NaN
    const value = this.id[index] ?? -1
    return value >= 0 ? value : Number(this.slice(index))
  }

  /** The key by which phrases know the token. */
  key(index: number): number {
    if (this.isWord(index)) return this.id[index] ?? 0
    if (this.isDigits(index)) return this.endOf(index) - this.startOf(index) <= 4 ? digitsKey + this.number(index) : 0
    return -this.symbol(index)
  }

  /** The longest form of a unit or currency that begins at an offset of the block. */
  formFrom(offset: number): Form | undefined {
    if (offset >= this.to) return undefined
    const form = this.lexicon.forms.longest(this.text, offset)
    return form === undefined || form.end > this.to || this.reachesPassed(offset, form.end) ? undefined : form
  }

  /** Whether something that was passed over stands between two offsets. */
  private reachesPassed(start: number, end: number): boolean {
    let low = 0
    let high = this.passed.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.passed[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return (this.passed[low]?.start ?? Number.POSITIVE_INFINITY) < end
  }

  slice(index: number): string {
    return this.text.slice(this.startOf(index), this.endOf(index))
  }

  /** The word in lower case, without asking the vocabulary. */
  lower(index: number): string {
    return this.slice(index).toLowerCase()
  }

  isUpper(index: number): boolean {
    return this.is(index, upper)
  }

  /** Whether a token touches the one before it. */
  touches(index: number): boolean {
    return index > 0 && index < this.count && this.startOf(index) === this.endOf(index - 1)
  }

  /** Whether a line begins between a token and the one before it. */
  opensLine(index: number): boolean {
    if (index <= 0) return true
    for (let at = this.endOf(index - 1); at < this.startOf(index); at++) if (charClass[this.text.charCodeAt(at)] === classBreak) return true
    return false
  }

  /** Whether no word stands at `index` or behind it. */
  hasNoWordFrom(index: number): boolean {
    for (let at = index; at < this.count; at++) if (this.isWord(at)) return false
    return true
  }

  /** Whether a word stands right in front of `first` or at `next`. */
  hasWordBeside(first: number, next: number): boolean {
    return this.isWord(first - 1) || this.isWord(next)
  }

  /** Whether an empty line parts a token from the one before it. */
  opensLineTwice(index: number): boolean {
    if (index <= 0) return false
    let breaks = 0
    for (let at = this.endOf(index - 1); at < this.startOf(index); at++) if (this.text.charCodeAt(at) === 10) breaks++
    return breaks > 1
  }

  /** The first token that begins at or after an offset; `hint` is a token before it. */
  indexAt(offset: number, hint: number): number {
    let index = hint
    while (index < this.count && this.startOf(index) < offset) index++
    return index
  }
}

/** Whether a code unit may belong to a link, or to an address or a citation key. */
function goesOn(code: number, link: boolean): boolean {
  const type = charClass[code] ?? 0
  if (type >= firstLetter || type === classDigit) return true
  if (type === classBlank || type === classBreak) return false
  // Brackets, quotes and bars end both; a semicolon parts citations.
  if (code === 41 || code === 93 || code === 62 || code === 34 || code === 124 || code === 125) return false
  return link || (code !== 59 && code !== 44 && code !== 40 && code !== 91 && code !== 64)
}
