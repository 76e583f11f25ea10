/** Offsets to lines and columns and back: the only place where lines exist below the shells. */

/** Both 0-based, the column in UTF-16 code units. */
export interface LinePosition {
  readonly line: number
  readonly column: number
}

export class LineIndex {
  readonly #starts: number[]
  readonly #length: number

  /** `\n`, `\r\n` and a lone `\r` end a line, as in the Language Server Protocol. */
  constructor(text: string) {
    this.#starts = [0]
    this.#length = text.length
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++
      if (code === 10 || code === 13) this.#starts.push(at + 1)
    }
  }

  get lineCount(): number {
    return this.#starts.length
  }

  /** Offsets outside the text are moved to its nearest end. */
  positionOf(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.#length))
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return { line: low, column: at - (this.#starts[low] ?? 0) }
  }

  /** Where the line starts; the end of the text for lines beyond it. */
  startOf(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#length
  }

  /** Columns beyond the line stop at its end, before or after its line break. */
  offsetOf(position: LinePosition): number {
    const start = this.startOf(position.line)
    return Math.min(start + Math.max(0, position.column), Math.max(start, this.startOf(position.line + 1)))
  }
}
