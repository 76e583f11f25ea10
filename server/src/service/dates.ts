/** Dates of sources as readers write them. */
import type { Locale } from '../text/locale'

/**
 * The day of an ISO 8601 date; what is no such date is given back as it is.
 *
 *     2025-12-15T14:00:00   →   15.12.2025 (de), 15 December 2025 (en)
 */
export function formatDate(iso: string, locale: Locale): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso)
  if (match === null) return iso
  const [, year = '', month, day] = match
  if (month === undefined) return year
  if (locale === 'de') return day === undefined ? `${month}/${year}` : `${Number(day)}.${Number(month)}.${year}`
  const name = months[Number(month) - 1] ?? month
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
