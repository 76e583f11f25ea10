/**
 * Every number of a text that has a value, for lists that must be complete: the figures, and among them ranks, scores, numbers of
 * names and places and idle measures as figures that are not checkable, with the reason. A judge wants the figures alone.
 */
import type { AsideReason, Figure, Reading } from './figure'
import { quantityOf } from './quantity'

const numbered: ReadonlySet<AsideReason> = new Set(['ordinal', 'score', 'section', 'name', 'listNumber', 'identifier'])

export function withUnchecked({ figures, asides }: Reading): Figure[] {
  const unchecked = asides.flatMap(({ start, end, text, reason, value, quantity }): Figure[] =>
    value === undefined || !(numbered.has(reason) || quantity !== undefined)
      ? []
      : [
          {
            start,
            end,
            text,
            numeral: { start, end },
            quantity: quantity ?? quantityOf(value, 1, null),
            frame: { role: reason === 'ordinal' ? 'rank' : 'level' },
            checkable: false,
            reason,
          },
        ],
  )
  return [...figures, ...unchecked].sort((a, b) => a.start - b.start)
}
