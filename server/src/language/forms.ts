/**
 * Written forms of units and currencies as a tree over their letters, so that the longest form at a place is found in one walk: at
 * "Kilometer pro Stunde" the speed and not the length. A blank in a form stands for any single blank or line break.
 */
import { isDigit, isLetter } from '../text/chars'
import { fold } from './vocabulary'

export interface Form {
  readonly code: string
  readonly end: number
}

class Node {
  /** Most nodes have one child, which needs no map. */
  #key = -1
  #child: Node | undefined = undefined
  #children: Map<number, Node> | undefined = undefined
  /** Code of a form that may be written in any case. */
  word: string | undefined = undefined
  /** Codes of forms whose case matters, by their exact text: "mW" and "MW". */
  exact: Map<string, string> | undefined = undefined

  next(key: number): Node | undefined {
    return key === this.#key ? this.#child : this.#children?.get(key)
  }

  /** The child for a key, made where there is none. */
  grown(key: number): Node {
    const known = this.next(key)
    if (known !== undefined) return known
    const child = new Node()
    if (this.#child === undefined) {
      this.#key = key
      this.#child = child
    } else {
      this.#children ??= new Map()
      this.#children.set(key, child)
    }
    return child
  }
}

interface Entry {
  readonly form: string
  readonly code: string
  readonly exact: boolean
}

export class FormTree {
  /** By the first character. */
  readonly #roots = new Map<number, Node>()
  /** By the first character, until a text has one: most of the thousands of forms never come up. */
  readonly #waiting = new Map<number, Entry[]>()
  /** Marked for the first three letters of each form: a word that begins otherwise is no form. */
  readonly #beginnings = new Uint8Array(1 << 15)
  /** Marked for the last two characters of each form. */
  readonly #endings = new Uint8Array(1 << 12)

  /** Adds a form; the first code added for a form keeps it. */
  add(form: string, code: string, exact = false): void {
    if (form === '') return
    this.#beginnings[beginning(form, 0)] = 1
    if (form.length > 1) this.#endings[ending(form, form.length)] = 1
    else for (let before = 0; before < 64; before++) this.#endings[ending(String.fromCharCode(before) + form, 2)] = 1
    const key = keyOf(form.charCodeAt(0))
    const waiting = this.#waiting.get(key)
    const entry = { form, code, exact }
    if (waiting === undefined) this.#waiting.set(key, [entry])
    else waiting.push(entry)
  }

  /** The longest form that begins at an offset and ends where a word may end. */
  longest(text: string, at: number, digitsMayFollow = false): Form | undefined {
    if (this.#beginnings[beginning(text, at)] === 0 && beginsWord(text, at)) return undefined
    let found: Form | undefined
    let end = at + 1
    for (let node = this.#root(keyOf(text.charCodeAt(at))); node !== undefined; node = node.next(keyOf(text.charCodeAt(end++)))) {
      if (node.word === undefined && node.exact === undefined) continue
      if (!endsHere(text, end, digitsMayFollow)) continue
      const code: string | undefined = node.exact?.get(plainSpaces(text.slice(at, end))) ?? node.word
      if (code !== undefined) found = { code, end }
    }
    return found
  }

  /** Whether some form may end at an offset; the last two characters tell for most places. */
  mayEnd(text: string, end: number): boolean {
    return this.#endings[ending(text, end)] === 1
  }

  #root(key: number): Node | undefined {
    const waiting = this.#waiting.get(key)
    if (waiting === undefined) return this.#roots.get(key)
    this.#waiting.delete(key)
    const root = this.#roots.get(key) ?? new Node()
    this.#roots.set(key, root)
    for (const entry of waiting) plant(root, entry)
    return root
  }
}

function plant(root: Node, { form, code, exact }: Entry): void {
  let node = root
  for (let at = 1; at < form.length; at++) node = node.grown(keyOf(form.charCodeAt(at)))
  if (!exact) node.word ??= code
  else if (!node.exact?.has(form)) (node.exact ??= new Map()).set(form, code)
}

function keyOf(code: number): number {
  if (code === 0xa0 || code === 0x202f || code === 0x2009 || code === 10) return 32
  if (code === 0x2010 || code === 0x2011) return 45
  return fold(code)
}

function plainSpaces(form: string): string {
  return form.includes('\u00a0') || form.includes('\u202f') ? form.replace(/[\u00a0\u202f\u2009\n]/g, ' ') : form
}

/** The keys of three characters in fifteen bits; some share theirs. */
function beginning(text: string, at: number): number {
  return ((keyOf(text.charCodeAt(at)) & 31) << 10) | ((keyOf(text.charCodeAt(at + 1)) & 31) << 5) | (keyOf(text.charCodeAt(at + 2)) & 31)
}

/** The keys of the two characters in front of an offset in twelve bits. */
function ending(text: string, end: number): number {
  return ((keyOf(text.charCodeAt(end - 2)) & 63) << 6) | (keyOf(text.charCodeAt(end - 1)) & 63)
}

/** Whether three letters stand at an offset, so that no shorter form can end within them. */
function beginsWord(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1)) && isLetter(text.charCodeAt(at + 2))
}

/** A form that ends in a letter must not go on as a word. */
function endsHere(text: string, end: number, digitsMayFollow: boolean): boolean {
  const last = text.charCodeAt(end - 1)
  if (!isLetter(last)) return true
  const next = text.charCodeAt(end)
  return !(isLetter(next) || (isDigit(next) && !digitsMayFollow))
}
