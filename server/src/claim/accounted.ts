/**
 * Numbers that may be right although the figure that seems to be meant differs: they are worked out from the figures around it, as a sum or
 * difference of two of one passage, a share or change of two of one sentence, as the rest or as a part of one, or its sentence has them as well.
 */
import { compareFigures, significant } from '../figure/compare'
import type { Figure, Quantity } from '../figure/figure'
import { isDigit } from '../text/chars'
import type { FigureContext } from './context'
import type { Choice } from './decide'

/** Whether the claim's number is worked out from what stands around the figure that it differs from. */
export function isWorkedOut({ pair: { claim, found, source }, difference }: Choice): boolean {
  const { figure } = claim
  const { figures } = source.contexts
  const mayBe = difference === 'value' || (difference === 'unit' && isOfPoints(figure))
  return mayBe && (isDerived(figure, found, figures) || isRest(figure, found.figure) || isSpread(figure, found, figures))
}

/** "Vier von zehn waren unpünktlich" where 62 percent were on time. A percentage is the same way round as that of its source. */
function isRest(stated: Figure, found: Figure): boolean {
  const { unit, value } = found.quantity
  return (
    stated.quantity.ratio !== undefined &&
    unit === 'percent' &&
    value !== null &&
    value > 0 &&
    value < 100 &&
    agrees(stated, found, 100 - value)
  )
}

/** "9 million a year" where 26 million are spent over three years. */
function isSpread(stated: Figure, found: FigureContext, figures: readonly FigureContext[]): boolean {
  const { value } = found.figure.quantity
  const { rate } = stated.frame
  if (value === null || rate === undefined || found.figure.frame.rate !== undefined) return false
  const spans = figures.filter(({ sentence, figure }) => sentence === found.sentence && figure.quantity.unit === rate)
  return spans.some(({ figure }) => (figure.quantity.value ?? 0) > 1 && agrees(stated, found.figure, value / (figure.quantity.value ?? 1)))
}

/** Whether a figure agrees with another one of that value. */
function agrees(stated: Figure, like: Figure, value: number): boolean {
  const quantity: Quantity = { ...like.quantity, value, low: value, high: value, precision: 0, hedge: 'none' }
  return compareFigures(stated, { ...like, quantity }).agreement > 0
}

/** Whether the sentence of the source has the claim's number as well, of whatever it may be said. */
export function standsBeside({ pair: { claim, found, source }, difference }: Choice): boolean {
  const { figure } = claim
  if (difference !== 'value' || significant(figure.quantity.value ?? 0).length < 2) return false
  const { figures, sentences, body } = source.contexts
  const sentence = sentences[found.sentence]
  const isStatedBy = (other: FigureContext) =>
    other.sentence === found.sentence && other !== found && compareFigures(figure, other.figure).agreement >= 0.8
  return figures.some(isStatedBy) || hasNumber(body.text.slice(sentence?.start, sentence?.end), numeralOf(figure))
}

const numeralOf = ({ text, start, numeral }: Figure) => text.slice(numeral.start - start, numeral.end - start)

/** Whether a number stands in a text as it is written, in one that is no figure, perhaps. */
function hasNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    if (!isPartOfNumber(text, at - 1, -1) && !isPartOfNumber(text, at + number.length, 1)) return true
  }
  return false
}

/** Whether the number next to an offset goes on there: with a digit, or with a digit behind a separator. */
function isPartOfNumber(text: string, at: number, step: 1 | -1): boolean {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + step)]
  return isDigit(first) || (',.'.includes(text.charAt(at)) && isDigit(second))
}

/** Whether `stated` is worked out from two figures of the passage of `found`. Numbers of one digit arise by chance too often to tell. */
function isDerived(stated: Figure, found: FigureContext, figures: readonly FigureContext[]): boolean {
  const { value } = stated.quantity
  if (value === null || significant(value).length < 2) return false
  const beside = figures.filter(({ passage, figure }) => passage === found.passage && figure.quantity.value !== null)
  return beside.some((a, at) =>
    beside.some((b, other) => other > at && a.figure.quantity.unit === b.figure.quantity.unit && isOfBoth(stated, a, b)),
  )
}

function isOfBoth(stated: Figure, a: FigureContext, b: FigureContext): boolean {
  const [x, y] = [a.figure.quantity.value ?? 0, b.figure.quantity.value ?? 0]
  if (x === y || x === 0 || y === 0) return false
  const meets = (value: number) => isStated(stated.quantity, Math.abs(value))
  if (isOfUnit(stated, a.figure)) return meets(x + y) || meets(x - y)
  if (stated.quantity.unit !== 'percent' || a.sentence !== b.sentence) return false
  return [x / y, y / x, (x - y) / x, (x - y) / y].some((share) => meets(100 * share))
}

/** "2,1 Punkte" is a difference of percentages, "116 mehr" one of whatever the sentence speaks of. */
function isOfUnit(stated: Figure, of: Figure): boolean {
  const { quantity, frame } = stated
  const { unit } = of.quantity
  if (unit === 'percent' && isOfPoints(stated)) return true
  return quantity.unit === unit || (quantity.unit === null && frame.counted === undefined)
}

const isOfPoints = ({ quantity: { unit }, frame: { counted } }: Figure) =>
  unit === 'percentage-point' || counted?.lemma === 'punkt' || counted?.lemma === 'point'

/** To the printed precision; what is hedged may be off by three in a hundred. */
function isStated({ value, precision, hedge }: Quantity, computed: number): boolean {
  const size = Math.abs(value ?? 0)
  const slack = hedge === 'none' ? Math.max(precision / 2, size * 1e-9) : size * 0.03
  return Math.abs(size - computed) <= slack * (1 + 1e-9)
}
