/**
 * Quantities in the words of a language, in the notation of an author: with the scale, the precision and the signs that another figure uses. Reading
 * what is written here gives the quantity back.
 */
import type { Language } from '../language/language'
import { unitName, unitSymbol, type Writing, writingOf } from '../language/writing'
import { convert, sameDimension } from './convert'
import type { Figure, Hedge, Quantity } from './figure'
import { neat } from './quantity'

/**
 * "mehr als 40 Milliarden Euro". With `like`, in its notation: the unit where it converts, the scale, the number of digits and, where the
 * text is given, its signs ("40 Mrd. €").
 */
export function formatQuantity(quantity: Quantity, language: Language, like?: Quantity | Pick<Figure, 'quantity' | 'text'>): string {
  const model = like === undefined ? undefined : 'quantity' in like ? like.quantity : like
  const text = like !== undefined && 'text' in like ? like.text : ''
  const writing = writingOf(language)
  const shown = model === undefined ? quantity : inUnitOf(quantity, model)
  if (shown.hedge === 'vague')
    return [vagueWord(shown.value ?? shown.low ?? 12, writing), unit(shown, 2, language, text)].filter(Boolean).join(' ')
  const share = shown.ratio
  if (share !== undefined && shown.unit === null) return hedged(shareWords(share, writing), shown.hedge, writing)
  if (shown.value === null && shown.low !== null && shown.high !== null)
    return rangeText(shown, shown.low, shown.high, language, writing, text, model)
  const value = shown.value ?? shown.low ?? shown.high ?? 0
  return hedged(measure(value, shown, language, writing, text, model), shown.hedge, writing)
}

function hedged(text: string, hedge: Hedge, { hedges }: Writing): string {
  return hedge === 'none' || hedge === 'between' || hedge === 'vague' ? text : `${hedges[hedge]} ${text}`
}

function shareWords({ part, of }: { part: number; of: number }, { shares, outOf }: Writing): string {
  return shares[`${part}/${of}`] ?? `${part} ${outOf} ${of}`
}

function vagueWord(value: number, { vague }: Writing): string {
  const sizes = Object.keys(vague).map(Number)
  return vague[sizes.findLast((size) => size <= value) ?? 12] ?? ''
}

function rangeText(
  quantity: Quantity,
  low: number,
  high: number,
  language: Language,
  writing: Writing,
  text: string,
  model: Quantity | undefined,
): string {
  const [scale] = scaleFor(low, quantity.precision, writing, model)
  const [other] = scaleFor(high, quantity.precision, writing, model)
  const shared = Math.min(scale, other)
  const first = number(low / shared, quantity.precision / shared, writing)
  return `${first} ${writing.to} ${measure(high, quantity, language, writing, text, model, shared)}`
}

/** The number with its scale and unit. */
function measure(
  value: number,
  quantity: Quantity,
  language: Language,
  writing: Writing,
  text: string,
  model: Quantity | undefined,
  fixed?: number,
): string {
  const [scale, one, many] =
    fixed === undefined
      ? scaleFor(value, quantity.precision, writing, model)
      : (writing.scales.find(([size]) => size === fixed) ?? [1, '', ''])
  const precision = precisionLike(quantity, model)
  // In front of a scale word no digit is written that says nothing.
  const digits = number(neat(value / scale), scale > 1 && precision < scale / 1000 ? 0 : precision / scale, writing)
  const isOne = Math.abs(value / scale) === 1
  const name = unit(quantity, scale === 1 && isOne ? 1 : 2, language, text)
  const scaleWord = scale === 1 ? '' : (abbreviated(text, scale) ?? (isOne ? one : many))
  if (name === '') return [digits, scaleWord].filter(Boolean).join(' ')
  if (language === 'en' && /^[^\p{L}\s]$/u.test(name) && name !== '%' && name !== '°')
    return `${name}${digits}${scaleWord && ` ${scaleWord}`}`
  const glue = name === '%' && language === 'en' ? '' : ' '
  return [digits, scaleWord].filter(Boolean).join(' ') + glue + name
}

/** "Mrd." and "Mio." where the author writes them. */
function abbreviated(text: string, scale: number): string | undefined {
  const written: Readonly<Record<number, RegExp>> = {
    1e6: /\b(?:Mio\.?|mn|m)(?![\p{L}])/u,
    1e9: /\b(?:Mrd\.?|bn)(?![\p{L}])/u,
    1e12: /\b(?:Bio\.?|tn)(?![\p{L}])/u,
  }
  return written[scale]?.exec(text)?.[0]
}

/** The unit's name, or its sign where the author uses signs. */
function unit({ unit: code }: Quantity, count: 1 | 2, language: Language, text: string): string {
  if (code === null) return ''
  if (code === 'times') return writingOf(language).times
  const symbol = unitSymbol(code, language)
  const signs =
    text !== '' &&
    !/\p{L}{4}/u.test(text.replace(/\p{L}*(?:llion|lliard)\p{L}*/giu, '')) &&
    /[%€$£¥]|\b[A-Z]{3}\b|\b(?:km|kg|m|t|cm|mm|ha|l|h)\b/u.test(text)
  return signs && symbol !== undefined ? symbol : unitName(code, language, count === 1)
}

/** The scale word that fits a number: the one of the model, else one that shortens the number without losing a digit. */
function scaleFor(value: number, precision: number, { scales }: Writing, model: Quantity | undefined): readonly [number, string, string] {
  const size = Math.abs(value)
  if (model !== undefined && model.precision === 1 && (model.value ?? 0) >= 1e6) return [1, '', '']
  for (const scale of scales) {
    const [worth] = scale
    if (size < worth) continue
    const coarse = Math.max(precision, model?.precision ?? 0)
    if (coarse >= worth / 1000 || Number.isInteger(neat((size / worth) * 1000))) return scale
  }
  return [1, '', '']
}

/** A figure that replaces another is written to its precision, unless that would lose what matters. */
function precisionLike({ value, precision }: Quantity, model: Quantity | undefined): number {
  if (model === undefined || value === null || model.precision <= precision || model.precision > Math.abs(value) / 10) return precision
  return model.precision
}

function number(value: number, precision: number, { decimal, group }: Writing): string {
  const wanted = precision > 0 ? Math.max(0, Math.ceil(-Math.log10(precision) - 1e-9)) : decimalsOf(value)
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(Math.min(wanted, 12)).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${value < 0 ? '−' : ''}${grouped}${decimals === '' ? '' : decimal + decimals}`
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(neat(Math.abs(value))))?.[1]?.length ?? 0
}

/** `quantity` in the unit of `model`, where one converts into the other: kilometres for an author who writes miles. */
function inUnitOf(quantity: Quantity, model: Quantity): Quantity {
  if (model.unit === 'percent' && quantity.unit === null && quantity.ratio !== undefined) return asPercent(quantity)
  if (quantity.unit === null || model.unit === null || quantity.unit === model.unit || !sameDimension(quantity.unit, model.unit))
    return quantity
  const { unit: from } = quantity
  const { unit: to } = model
  const turn = (value: number | null) => (value === null ? null : Number((convert(value, from, to) ?? value).toPrecision(3)))
  const value = turn(quantity.value)
  return { ...quantity, value, low: turn(quantity.low), high: turn(quantity.high), unit: to, precision: 0 }
}

function asPercent(quantity: Quantity): Quantity {
  const turn = (value: number | null) => (value === null ? null : neat(Math.round(value * 1000) / 10))
  const { ratio: _, ...rest } = quantity
  return { ...rest, value: turn(quantity.value), low: turn(quantity.low), high: turn(quantity.high), unit: 'percent', precision: 0 }
}
