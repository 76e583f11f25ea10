/**
 * Offsets to protocol positions and back. Clients count columns in UTF-16 code units unless both sides agree on something else; all of
 * that stays here.
 */
import type { Position, Range } from 'vscode-languageserver-protocol'
import { LineIndex } from '../text/lines'
import type { Span } from '../text/span'

export type Encoding = 'utf-16' | 'utf-8' | 'utf-32'

/** UTF-16 costs nothing; the others are spoken for clients that cannot do it. */
export function negotiate(offered: readonly string[] | undefined): Encoding {
  if (offered === undefined || offered.includes('utf-16')) return 'utf-16'
  return offered.includes('utf-8') ? 'utf-8' : offered.includes('utf-32') ? 'utf-32' : 'utf-16'
}

export class Positions {
  readonly #text: string
  readonly #lines: LineIndex
  readonly #encoding: Encoding

  constructor(text: string, encoding: Encoding) {
    this.#text = text
    this.#lines = new LineIndex(text)
    this.#encoding = encoding
  }

  positionOf(offset: number): Position {
    const { line, column } = this.#lines.positionOf(offset)
    if (this.#encoding === 'utf-16') return { line, character: column }
    const start = this.#lines.startOf(line)
    return { line, character: unitsIn(this.#text.slice(start, start + column), this.#encoding) }
  }

  rangeOf(span: Span): Range {
    return { start: this.positionOf(span.start), end: this.positionOf(span.end) }
  }

  offsetOf({ line, character }: Position): number {
    const start = this.#lines.startOf(line)
    if (this.#encoding === 'utf-16') return this.#lines.offsetOf({ line, column: character })
    let units = 0
    let at = start
    const end = this.#lines.startOf(line + 1)
    while (at < end && units < character) {
      const char = String.fromCodePoint(this.#text.codePointAt(at) ?? 0)
      units += unitsIn(char, this.#encoding)
      at += char.length
    }
    return at
  }

  spanOf({ start, end }: Range): Span {
    return { start: this.offsetOf(start), end: this.offsetOf(end) }
  }
}

function unitsIn(text: string, encoding: Encoding): number {
  switch (encoding) {
    case 'utf-16':
      return text.length
    case 'utf-8':
      return Buffer.byteLength(text)
    case 'utf-32':
      return [...text].length
  }
}
