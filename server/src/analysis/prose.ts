/**
 * The prose view of a text: what a reader of the rendered page reads, with a table of runs that leads back to the file. A run either copies
 * characters of the file one to one, or stands for characters that are written otherwise ("€" for "&euro;", a space for a line break
 * with the "> " of a block quotation).
 */
import type { Span } from '../text/span'

/** Runs in text order, four numbers each: start in the prose, start in the file, length in the prose, length in the file. */
export type Runs = Float64Array | readonly number[]

const width = 4

/** Writes prose from left to right. */
export class ProseWriter {
  readonly #runs: number[] = []
  #text = ''

  get length(): number {
    return this.#text.length
  }

  get text(): string {
    return this.#text
  }

  get runs(): readonly number[] {
    return this.#runs
  }

  /** Characters that stand in the file as they are read. */
  copy(text: string, at: number): void {
    if (text === '') return
    const runs = this.#runs
    const last = runs.length - width
    const [from = 0, file = 0, length = 0, written = 0] = last < 0 ? [] : runs.slice(last)
    if (last >= 0 && length === written && file + written === at && from + length === this.#text.length) {
      runs[last + 2] = length + text.length
      runs[last + 3] = written + text.length
    } else runs.push(this.#text.length, at, text.length, text.length)
    this.#text += text
  }

  /** Characters that are written otherwise in the file, there from `start` to `end`. */
  put(text: string, start: number, end: number): void {
    if (text === '') return
    this.#runs.push(this.#text.length, start, text.length, end - start)
    this.#text += text
  }

  /** Characters that stand nowhere in the file: what parts passages and cells. */
  part(text: string): void {
    this.#text += text
  }
}

/** Runs of pieces laid one after the other. */
export function joinRuns(pieces: readonly { readonly runs: Runs; readonly prose: number; readonly file: number }[]): Runs {
  const joined = new Float64Array(pieces.reduce((sum, piece) => sum + piece.runs.length, 0))
  let at = 0
  for (const { runs, prose, file } of pieces) {
    for (let index = 0; index < runs.length; index += width) {
      joined[at] = (runs[index] ?? 0) + prose
      joined[at + 1] = (runs[index + 1] ?? 0) + file
      joined[at + 2] = runs[index + 2] ?? 0
      joined[at + 3] = runs[index + 3] ?? 0
      at += width
    }
  }
  return joined
}

/** The two ways through a table of runs. */
export class ProseMap {
  readonly #runs: Runs

  constructor(runs: Runs) {
    this.#runs = runs
  }

  /** The span in the file for a span of the prose; it covers whatever the file holds between both ends. */
  toFile(span: Span): Span {
    const start = this.#toFile(span.start, 'start')
    return { start, end: span.end <= span.start ? start : Math.max(start, this.#toFile(span.end, 'end')) }
  }

  /** The offset in the prose for one in the file; an offset at the end of a run belongs to it when no run starts there. */
  fromFile(offset: number): number | undefined {
    const runs = this.#runs
    const at = this.#runBefore(offset, 1)
    if (at < 0) return undefined
    const [from = 0, file = 0, length = 0, written = 0] = runs.slice(at, at + width)
    if (offset > file + written) return undefined
    if (offset === file + written) return from + length
    return length === written ? from + offset - file : from
  }

  /** The end of the prose that stands in the file before `offset`. */
  before(offset: number): number {
    const runs = this.#runs
    const at = this.#runBefore(offset - 1, 1)
    if (at < 0) return 0
    const [from = 0, file = 0, length = 0, written = 0] = runs.slice(at, at + width)
    return length === written ? from + Math.min(length, offset - file) : from + length
  }

  #toFile(offset: number, side: 'start' | 'end'): number {
    const runs = this.#runs
    const at = this.#runBefore(side === 'end' ? offset - 1 : offset, 0)
    if (at < 0) return runs[1] ?? 0
    const [from = 0, file = 0, length = 0, written = 0] = runs.slice(at, at + width)
    if (length === written && offset <= from + length) {
      // Past the last character of a run stands what parts passages: a start there belongs to the next run.
      if (side === 'end' || offset < from + length) return file + offset - from
      return runs[at + width + 1] ?? file + written
    }
    if (side === 'end') return file + written
    return offset < from + length ? file : (runs[at + width + 1] ?? file + written)
  }

  /** Index of the last run that starts at or before `offset`, by its start in the prose (`column` 0) or the file (1); -1 for none. */
  #runBefore(offset: number, column: 0 | 1): number {
    const runs = this.#runs
    let low = 0
    let high = runs.length / width
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((runs[middle * width + column] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return (low - 1) * width
  }
}
