/** Cells of a table: unit, scale and counted noun that the head of the column, the row or the caption give for all of them. */
import type { Row } from '../text/body'
import type { Figure } from './figure'
import { neat, quantityOf } from './quantity'
import type { Tokens } from './tokens'

export interface RowSpec {
  readonly unit: string | null
  readonly scale: number
}

/** What the heads say about the cells of a column: "Umsatz (in Mio. Euro)" is a million euros. */
export function rowSpec(text: string, row: Row, column: number, tokens: Tokens): RowSpec | undefined {
  const head = specOf(row.columns[column] ?? '', tokens)
  const own = column > 0 && row.cells[0] !== undefined ? specOf(text.slice(row.cells[0].start, row.cells[0].end), tokens) : undefined
  const caption = row.caption === undefined ? undefined : specOf(row.caption, tokens)
  return head ?? own ?? caption
}

/** The unit that a head names: in brackets, behind "in", or as the whole head. */
function specOf(head: string, tokens: Tokens): RowSpec | undefined {
  const { lexicon } = tokens
  for (const place of [/[([]\s*(?:in |je )?/gi, /\b(?:in|Angaben in|Werte in) /gi, /^\s*/g, /, ?/g]) {
    for (const match of head.matchAll(place)) {
      let at = (match.index ?? 0) + match[0].length
      let scale = 1
      const word = /^(?:1[.,]?000|\p{L}+)\.?\s?/u.exec(head.slice(at))
      const number = word ? lexicon.number[lexicon.vocabulary.idOf(word[0].replace(/[.\s]/g, ''))] : undefined
      if (word && number?.kind === 'scale') {
        scale = number.value
        at += word[0].length
      } else if (word && /^1[.,]?000/.test(word[0])) {
        scale = 1000
        at += word[0].length
      }
      const form = lexicon.forms.longest(head, at)
      const name = form && head.slice(at, form.end)
      if (form !== undefined && name !== undefined && (name.length > 1 || /[%€$£]/.test(name) || /[([]/.test(match[0])))
        return { unit: form.code.split('×')[0] ?? null, scale: scale * Number(form.code.split('×')[1] ?? 1) }
      if (scale > 1) return { unit: null, scale }
    }
  }
  return undefined
}

/** A cell's figure with what its heads say, where it does not say it itself. */
export function withRow(figure: Figure, spec: RowSpec): Figure {
  const { quantity } = figure
  if (quantity.unit !== null || quantity.value === null || quantity.ratio !== undefined) return figure
  const scale = quantity.value * quantity.precision >= 1e6 && quantity.precision > 1 ? 1 : spec.scale
  return { ...figure, quantity: quantityOf(neat(quantity.value * scale), neat(quantity.precision * scale), spec.unit, quantity.hedge) }
}
