// Placeholder so that everything runs until the real one lands; FIGURE: overwrite this file.
import type { Language } from '../language/language'
import type { Quantity } from './figure'

export function formatQuantity(quantity: Quantity, language: Language, _like?: Quantity): string {
  const names: Record<string, string> = language === 'de' ? { percent: 'Prozent', EUR: 'Euro' } : { percent: 'percent', EUR: 'euros' }
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(quantity.value ?? quantity.low ?? 0)
  return quantity.unit === null ? number : `${number} ${names[quantity.unit] ?? quantity.unit}`
}
