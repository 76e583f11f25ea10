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

export class FormTree {
  private readonly root: Node = { next: new Map() }

  /** Adds a form; the first code added for a form keeps it. */
  add(form: string, code: string, exact = false): void {
    let node = this.root
    for (let at = 0; at < form.length; at++) {
      const key = keyOf(form.charCodeAt(at))
      let next = node.next.get(key)
      if (next === undefined) node.next.set(key, (next = { next: new Map() }))
      node = next
    }
    if (!exact) node.word ??= code
    else if (!node.exact?.has(form)) (node.exact ??= new Map()).set(form, code)
  }

  /** The longest form that begins at an offset and ends where a word may end. */
  longest(text: string, at: number, digitsMayFollow = false): Form | undefined {
    let node: Node | undefined = this.root
    let found: Form | undefined
    let end = at
    while ((node = node.next.get(keyOf(text.charCodeAt(end)))) !== undefined) {
      end++
      if (node.word === undefined && node.exact === undefined) continue
      if (!endsHere(text, end, digitsMayFollow)) continue
      const code: string | undefined = node.exact?.get(plainSpaces(text.slice(at, end))) ?? node.word
      if (code !== undefined) found = { code, end }
    }
    return found
  }
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
