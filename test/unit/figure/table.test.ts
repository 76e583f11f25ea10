/** Cells take unit and scale from the head of their column, their row or the caption. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figuresOf } from '../../../server/src/figure/read'
import { showQuantity } from '../../../server/src/figure/show'
import type { Body } from '../../../server/src/text/body'

/** A body whose only passage is a row: cells as they stand, with the heads of their columns. */
function rowOf(cells: readonly string[], columns: readonly string[], caption?: string): Body {
  const text = cells.join('\t')
  let at = 0
  const spans = cells.map((cell) => {
    const start = at
    at += cell.length + 1
    return { start, end: start + cell.length }
  })
  const row = { cells: spans, columns, isHead: false, ...(caption !== undefined && { caption }) }
  return { text, language: 'de', passages: [{ start: 0, end: text.length, kind: 'row', group: 0, heads: [], row }] }
}

const rows: readonly (readonly [
  cells: readonly string[],
  columns: readonly string[],
  caption: string | undefined,
  ...figures: string[],
])[] = [
  [['Wien', '1,2'], ['Stadt', 'Umsatz (in Mio. Euro)'], undefined, '1200000 EUR'],
  [['Wien', '14,7'], ['Stadt', 'Anteil in Prozent'], undefined, '14.7 percent'],
  [['Wien', '29,6'], ['Stadt', 'Frauen (%)'], undefined, '29.6 percent'],
  [['Exporte in Mrd. US-Dollar', '751'], ['', 'China'], undefined, '751000000000 USD'],
  [['Wien', '350'], ['Stadt', 'Umsatz'], 'Umsätze in Tausend Euro', '350000 EUR'],
  [['Wien', '5 km'], ['Stadt', 'Preis in Euro'], undefined, '5 kilometer'],
  [['Wien', '88'], ['Stadt', 'Gäste'], undefined, '88'],
]

for (const [cells, columns, caption, ...expected] of rows) {
  test(`${cells.join(' | ')} under ${columns.join(' | ')}`, () => {
    assert.deepEqual(
      figuresOf(rowOf(cells, columns, caption)).figures.map(({ quantity }) => showQuantity(quantity)),
      expected,
    )
  })
}
