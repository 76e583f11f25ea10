/**
 * Cuts a text into the tokens that names are made of. Finer than words where names need it ("Merz’" parts from its apostrophe,
 * "Trump's" from its "'s", "CDU/CSU" at the slash) and coarser elsewhere: "Merz-Plan", "O’Neill", "U.S.", "AT&T", "heise.de" and a
 * link are one token each. One forward pass, positions in typed arrays; nothing is sliced here.
 */
import { isApostrophe, isBreak, isDigit, isLetter, isSpace, isUpper } from '../text/chars'

export interface Tokens {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 for a token that begins a sentence or a line. */
  readonly opens: Uint8Array
}

/** Written with a full stop of their own. */
const abbreviations = new Set(
  'Dr Prof Parl Abg St Mr Mrs Ms Jr Sr Inc Corp Co Ltd Bros Gen Col Lt Sgt Capt Gov Sen Rep Rev Hon Mt Ft No vs bzw ca usw etc Dipl Ing Hg Nr Str Bd Art Abs Mio Mrd Jan Feb Aug Sept Oct Nov Dec Okt Dez'.split(
    ' ',
  ),
)

/** After an apostrophe: Trump's, I'm, don't. */
const suffixes = new Set(['s', 'm', 't', 'd', 're', 've', 'll'])

enum Code {
  Hyphen = 45,
  Dot = 46,
  Slash = 47,
  Ampersand = 38,
  SoftHyphen = 0xad,
  LetterApostrophe = 0x2bc,
}

/** Classes of characters, looked up: the scan visits every one. */
const wordBit = 1
const spaceBit = 2
const breakBit = 4
const classes = new Uint8Array(1 << 16)
/** All that have a class are below it, but for two. */
const lastClassed = 0x3001
for (let code = 0; code < lastClassed; code++) {
  const isOfWord =
    (isLetter(code) && code !== Code.LetterApostrophe) || isDigit(code) || code === Code.SoftHyphen || (code >= 0x300 && code <= 0x36f)
  classes[code] = (isOfWord ? wordBit : 0) | (isSpace(code) || code === 0x200b ? spaceBit : 0) | (isBreak(code) ? breakBit : 0)
}
classes[0xfeff] = spaceBit

/** The tokens of `text` between two offsets. */
export function tokensOf(text: string, from = 0, to = text.length): Tokens {
  let capacity = ((to - from) >> 2) + 16
  let starts = new Int32Array(capacity)
  let ends = new Int32Array(capacity)
  let opens = new Uint8Array(capacity)
  let count = 0
  let opening = 1
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    const kind = classes[code] ?? 0
    if ((kind & (spaceBit | breakBit)) !== 0) {
      if (kind === breakBit) opening = 1
      at++
      continue
    }
    if (count === capacity) {
      capacity *= 2
      starts = grown(starts, new Int32Array(capacity))
      ends = grown(ends, new Int32Array(capacity))
      opens = grown(opens, new Uint8Array(capacity))
    }
    const end = endOfToken(text, at, to, code)
    starts[count] = at
    ends[count] = end
    opens[count] = opening
    opening = isFullStop(code) && end === at + 1 && endsSentence(text, at, end, to) ? 1 : 0
    // A quotation mark or bracket that closes after the full stop still belongs to the sentence before it.
    if (count > 0 && opens[count] === 1 && isCloser(code) && starts[count] === ends[count - 1]) {
      opens[count] = 0
      opening = 1
    }
    count++
    at = end
  }
  return { count, starts, ends, opens }
}

function grown<T extends Int32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}

function endOfToken(text: string, start: number, to: number, first: number): number {
  let at = start
  if (first === 64 || first === 35) {
    // @name, #tag
    if (!isWordCode(text.charCodeAt(at + 1)) || at + 1 >= to) return start + 1
    at++
    while (at < to && (isWordCode(text.charCodeAt(at)) || text.charCodeAt(at) === 95)) at++
    return at
  }
  if (!isWordCode(first)) {
    if (first === Code.Hyphen && isSpelledBracket(text, start)) return start + 5
    const suffix = isApostrophe(first) ? suffixLength(text, start, to) : 0
    if (suffix > 0) return start + suffix
    return first >= 0xd800 && first <= 0xdbff && start + 1 < to ? start + 2 : start + 1
  }
  if (isLink(text, start)) {
    while (at < to && !isSpace(text.charCodeAt(at)) && !isBreak(text.charCodeAt(at))) at++
    return at
  }
  let letters = 0
  let dotted = false
  for (; at < to; at++) {
    const code = text.charCodeAt(at)
    if (isWordCode(code)) {
      letters++
      continue
    }
    const next = at + 1 < to ? text.charCodeAt(at + 1) : 0
    if (!isWordCode(next)) break
    if (code === Code.Hyphen || code === Code.Ampersand || code === 0x2011) letters = 0
    else if (isApostrophe(code)) {
      if (suffixLength(text, at, to) > 0) break
    } else if (code === Code.Dot) {
      // U.S. or heise.de, but neither "Ende.Anfang" nor "1.Platz"
      if (letters === 1 && isLetter(next)) dotted = true
      else if (isDigit(next) ? !isDigit(text.charCodeAt(at - 1)) : isUpper(next) || isDigit(text.charCodeAt(at - 1))) break
      letters = 0
    } else break
  }
  if (at < to && text.charCodeAt(at) === Code.Dot) {
    const initial = letters === 1 && isUpper(text.charCodeAt(at - 1)) && (dotted || at - start === 1)
    if (initial || (dotted && letters === 1) || (at - start <= 5 && abbreviations.has(text.slice(start, at)))) return at + 1
  }
  return at
}

function isWordCode(code: number): boolean {
  return classes[code] === wordBit
}

/** "-LRB-" is a bracket in tokenised corpora. */
function isSpelledBracket(text: string, at: number): boolean {
  return text.charCodeAt(at + 4) === Code.Hyphen && /^-[LR][RS]B-$/.test(text.slice(at, at + 5))
}

/** The length of what an apostrophe joins to the end of a word: 2 for "'s" and "'m", 3 for "'ll", else 0. */
function suffixLength(text: string, at: number, to: number): number {
  for (let length = 2; length <= 3; length++) {
    const end = at + length
    if (end > to || !isWordCode(text.charCodeAt(end - 1))) return 0
    if (end < to && isWordCode(text.charCodeAt(end))) continue
    return suffixes.has(text.slice(at + 1, end).toLowerCase()) ? length : 0
  }
  return 0
}

function isLink(text: string, at: number): boolean {
  const first = text.charCodeAt(at)
  return (
    (first === 104 && (text.startsWith('https://', at) || text.startsWith('http://', at))) || (first === 119 && text.startsWith('www.', at))
  )
}

function isFullStop(code: number): boolean {
  return code === Code.Dot || code === 33 || code === 63 || code === 0x2026
}

function isCloser(code: number): boolean {
  return code === 34 || code === 0x201c || code === 0x201d || code === 0xbb || code === 0xab || code === 41 || code === 0x2019
}

/** A full stop ends a sentence unless it follows a number (a German ordinal) or a lower-case letter follows it. */
function endsSentence(text: string, at: number, end: number, to: number): boolean {
  let before = at - 1
  while (before >= 0 && isSpace(text.charCodeAt(before))) before--
  if (text.charCodeAt(at) === Code.Dot && isDigit(text.charCodeAt(before))) return false
  let next = end
  while (next < to && isSpace(text.charCodeAt(next))) next++
  if (next >= to) return true
  const code = text.charCodeAt(next)
  return !isLetter(code) || isUpper(code)
}
