/** Rows of text in columns, for reading; text of sources is cut to its column and cleared of what would move the cursor. */
import { plain } from './plain'
import type { Output } from './terminal'

/** Cut to the width of a terminal; whole where a program or a file takes them. */
export function table(rows: readonly (readonly string[])[], output: Output): string {
  const columns = output.isTerminal ? output.columns : Number.POSITIVE_INFINITY
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => plain(row[at]).length)))
  return rows.map((row) => `${fit(row, widths, columns).trimEnd()}\n`).join('')
}

function fit(row: readonly string[], widths: readonly number[], columns: number): string {
  let left = columns
  return row
    .map((cell, at) => {
      const text = plain(cell)
      const width = widths[at] ?? 0
      const room = Math.max(0, at === row.length - 1 ? left : Math.min(width, left))
      left -= width + 2
      return text.length > room && room > 1 ? `${text.slice(0, room - 1)}…` : text.padEnd(width)
    })
    .join('  ')
}
