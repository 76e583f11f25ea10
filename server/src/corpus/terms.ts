/**
 * The words by which a text is found: stems in lower case with the parts of compounds beside them, and numbers without their separators.
 */
import { compoundCut } from '../language/compound'
import { stemInPlace } from '../language/de/stem'
import { stopWords as german } from '../language/de/stopwords'
import { stopWords as english } from '../language/en/stopwords'
import type { Language } from '../language/language'
import { stem } from '../language/stem'
import { isDigit, isLetter } from '../text/chars'
import type { Sketch } from './sketch'
import { Dictionary, hashOf, hashStart, hashStep, type TermBag, Terms, Vocabulary } from './vocabulary'

const stopWords = { de: german, en: english }
/** Beyond it the words learned so far are forgotten, between two texts. */
const capacity = 300_000
let learned = emptyMemory()
/** Beyond it a "word" is data: a hash, a base64 line. */
const longest = 60

/** Of two parts of four letters. */
const shortestCompound = 8

const comma = 44
const point = 46
const apostrophe = 39
const curlyApostrophe = 0x2019

/** Classes of characters, looked up instead of computed: the scan visits every character of the corpus. */
const other = 0
const letter = 1
const digit = 2
const classes = new Uint8Array(1 << 16)
/** The letters that count end here. */
const lastLetter = 0x2000
for (let code = 0; code < lastLetter; code++) classes[code] = isLetter(code) ? letter : isDigit(code) ? digit : other

/** In text order, repeated as often as they occur: "26.000 Infanteriefahrzeuge" gives 26000, infanteriefahrzeug, infanteri, fahrzeug. */
export function termsOf(text: string, language: Language): string[] {
  const collector = new TermCollector()
  collector.add(text, 0, text.length, language)
  const { dictionary, ids } = collector.take()
  return Array.from(ids, (id) => dictionary.nameOf(id))
}

/** The words met so far. */
interface Memory {
  readonly dictionary: Dictionary
  readonly vocabularies: Readonly<Record<Language, Vocabulary>>
}

/** Of the collector at work: there is one at a time, and many in a second. */
const terms = new Terms()

/** Collects the terms of stretches of text; `take` comes before the next collector is made. */
export class TermCollector {
  readonly #memory: Memory

  constructor() {
    if (learned.dictionary.size > capacity) learned = emptyMemory()
    this.#memory = learned
  }

  /** Adds the terms of a part of `text`, and its words to `sketch`. */
  add(text: string, from: number, to: number, language: Language, sketch?: Sketch): void {
    const { dictionary, vocabularies } = this.#memory
    const vocabulary = vocabularies[language]
    let at = from
    while (at < to) {
      const kind = classes[text.charCodeAt(at)]
      if (kind === other) {
        at++
        continue
      }
      const start = at
      if (kind === letter) {
        let first = hashStart
        let second = 0
        let code = text.charCodeAt(at)
        do {
          first = hashStep(first, code)
          second = (Math.imul(second, 31) + code) | 0
          code = ++at < to ? text.charCodeAt(at) : 0
        } while (classes[code] === letter)
        sketch?.add(first)
        if (at - start > 1 && at - start <= longest) vocabulary.add(terms, text, start, at, first, second)
      } else {
        at = endOfNumber(text, at, to)
        if (at - start > longest) continue
        const number = dictionary.idOf(numberTerm(text.slice(start, at), language))
        sketch?.add(dictionary.hashAt(number))
        terms.push(number)
      }
    }
  }

  take(): TermBag {
    return { dictionary: this.#memory.dictionary, ids: terms.take() }
  }
}

function emptyMemory(): Memory {
  const dictionary = new Dictionary()
  return { dictionary, vocabularies: { de: new Vocabulary(dictionary, readGerman), en: new Vocabulary(dictionary, readEnglish) } }
}

function readEnglish(text: string, start: number, end: number, dictionary: Dictionary, terms: Terms): void {
  const word = text.slice(start, end).toLowerCase()
  if (!stopWords.en.has(word)) terms.push(dictionary.idOf(stem(word, 'en')))
}

/** Small letters for the letters of Europe; 0 where there is no single one. */
const small = new Uint16Array(0x180)
for (let code = 0; code < small.length; code++) {
  const lower = String.fromCharCode(code).toLowerCase()
  small[code] = lower.length === 1 ? lower.charCodeAt(0) : 0
}

/** A word and a part of it: small letters may be twice as many, and a stem may take twice the letters of its word. */
const word = new Uint16Array(longest * 4)
const part = new Uint16Array(longest * 4)
const germanStopWords = new Set<number>()
for (const stop of stopWords.de) germanStopWords.add(hashOf(stop))

/** On letters and not on strings, because a new corpus is mostly words that were never met before. */
function readGerman(text: string, start: number, end: number, dictionary: Dictionary, terms: Terms): void {
  let length = end - start
  let hash = hashStart
  for (let at = 0; at < length; at++) {
    const lower = small[text.charCodeAt(start + at)] ?? 0
    if (lower === 0) {
      length = spell(text.slice(start, end).toLowerCase())
      break
    }
    word[at] = lower
    hash = hashStep(hash, lower)
  }
  if (germanStopWords.has(hash) && stopWords.de.has(text.slice(start, end).toLowerCase())) return
  // Compounds worth cutting are nouns, and nouns are written with a capital.
  const cut = length < shortestCompound || word[0] === text.charCodeAt(start) ? undefined : compoundCut(word, length)
  if (cut !== undefined) part.set(word)
  terms.push(dictionary.idOfPart(word, 0, stemInPlace(word, length)))
  if (cut === undefined) return
  word.set(part)
  terms.push(dictionary.idOfPart(word, 0, stemInPlace(word, cut.modifier)))
  part.copyWithin(0, cut.head, length)
  terms.push(dictionary.idOfPart(part, 0, stemInPlace(part, length - cut.head)))
}

/** Puts the letters into `word` and returns how many they are. */
function spell(lower: string): number {
  for (let at = 0; at < lower.length; at++) word[at] = lower.charCodeAt(at)
  return lower.length
}

/** End of the digits at `at` with what separates their groups: "1.234,5", "1’000". */
function endOfNumber(text: string, at: number, to: number): number {
  let end = at
  while (end < to) {
    const code = text.charCodeAt(end)
    if (isDigit(code)) end++
    else if (
      (code === comma || code === point || code === apostrophe || code === curlyApostrophe) &&
      end + 1 < to &&
      isDigit(text.charCodeAt(end + 1))
    )
      end++
    else break
  }
  return end
}

function isPlain(number: string): boolean {
  for (let at = 0; at < number.length; at++) if (!isDigit(number.charCodeAt(at))) return false
  return true
}

/** One spelling for a number in either language: "1.234,5" and "1,234.5" are both "1234.5"; dates keep their points. */
function numberTerm(written: string, language: Language): string {
  if (isPlain(written)) return written
  const digits = written.replace(/['’]/g, '')
  const [group, decimal] = language === 'de' ? ['.', ','] : [',', '.']
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0) return digits
  const groups = whole.split(group)
  if (groups.length > 1 && groups.slice(1).some((part) => part.length !== 3)) return digits
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`
}
