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

interface Node {
  readonly next: Map<number, Node>
  /** Code of a form that may be written in any case. */
  word?: string
  /** Codes of forms whose case matters, by their exact text: "mW" and "MW". */
  exact?: Map<string, string>
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

  /** Adds a form; the first code added for a form keeps it. */
  add(form: string, code: string, exact = false): void {
    if (form === '') return
    const key = keyOf(form.charCodeAt(0))
    const waiting = this.#waiting.get(key)
    const entry = { form, code, exact }
    if (waiting === undefined) this.#waiting.set(key, [entry])
    else waiting.push(entry)
  }

  /** The longest form that begins at an offset and ends where a word may end. */
  longest(text: string, at: number, digitsMayFollow = false): Form | undefined {
    let found: Form | undefined
    let end = at + 1
    for (let node = this.#root(keyOf(text.charCodeAt(at))); node !== undefined; node = node.next.get(keyOf(text.charCodeAt(end++)))) {
      if (node.word === undefined && node.exact === undefined) continue
      if (!endsHere(text, end, digitsMayFollow)) continue
      const code: string | undefined = node.exact?.get(plainSpaces(text.slice(at, end))) ?? node.word
      if (code !== undefined) found = { code, end }
    }
    return found
  }

  #root(key: number): Node | undefined {
    const waiting = this.#waiting.get(key)
    if (waiting === undefined) return this.#roots.get(key)
    this.#waiting.delete(key)
    const root = this.#roots.get(key) ?? { next: new Map() }
    this.#roots.set(key, root)
    for (const entry of waiting) plant(root, entry)
    return root
  }
}

function plant(root: Node, { form, code, exact }: Entry): void {
  let node = root
  for (let at = 1; at < form.length; at++) {
    const key = keyOf(form.charCodeAt(at))
    let next = node.next.get(key)
    if (next === undefined) node.next.set(key, (next = { next: new Map() }))
    node = next
  }
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

/** A form that ends in a letter must not go on as a word. */
function endsHere(text: string, end: number, digitsMayFollow: boolean): boolean {
  const last = text.charCodeAt(end - 1)
  if (!isLetter(last)) return true
  const next = text.charCodeAt(end)
  return !(isLetter(next) || (isDigit(next) && !digitsMayFollow))
}
