/** Dates as pages print them, read into ISO 8601: "15.12.2025 - 14:00:00", "5. September 2025", "November 6, 2025", "2016-03-12T10:00". */

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['januar', 'jänner', 'january', 'jan'],
    ['februar', 'feber', 'february', 'feb'],
    ['märz', 'march', 'mrz', 'mär', 'mar'],
    ['april', 'apr'],
    ['mai', 'may'],
    ['juni', 'june', 'jun'],
    ['juli', 'july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['oktober', 'october', 'okt', 'oct'],
    ['november', 'nov'],
    ['dezember', 'december', 'dez', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
/** Of a month in German or English, as the source of a pattern with one group. */
export const month = `(${Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')})\\.?`
const clock = '(?:\\s*(?:[-–,|·]|um|at|T)?\\s*(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?(?:\\s*([ap])\\.?m\\b)?)?'

const shapes: readonly {
  readonly pattern: RegExp
  readonly order: readonly ['year' | 'month' | 'day', 'year' | 'month' | 'day', 'year' | 'month' | 'day']
}[] = [
  { pattern: new RegExp(`\\b(\\d{4})-(\\d{2})-(\\d{2})${clock}`, 'i'), order: ['year', 'month', 'day'] },
  { pattern: new RegExp(`\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})${clock}`, 'i'), order: ['day', 'month', 'year'] },
  { pattern: new RegExp(`\\b(\\d{2})\\.(\\d{2})\\.(\\d{2})(?![\\d.])${clock}`, 'i'), order: ['day', 'month', 'year'] },
  // Where the day is beyond twelve nobody can take it for the month.
  { pattern: new RegExp(`\\b(\\d{1,2})/(1[3-9]|2\\d|3[01])/(\\d{4})${clock}`, 'i'), order: ['month', 'day', 'year'] },
  { pattern: new RegExp(`\\b(1[3-9]|2\\d|3[01])/(\\d{1,2})/(\\d{4})${clock}`, 'i'), order: ['day', 'month', 'year'] },
  { pattern: new RegExp(`\\b(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s+${month}\\s+(\\d{4})${clock}`, 'i'), order: ['day', 'month', 'year'] },
  { pattern: new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${clock}`, 'i'), order: ['month', 'day', 'year'] },
]

export interface FoundDate {
  readonly iso: string
  readonly start: number
  readonly end: number
}

/** The first date of a line. */
export function findDate(line: string): FoundDate | undefined {
  let first: FoundDate | undefined
  for (const { pattern, order } of shapes) {
    const match = pattern.exec(line)
    if (match === null || (first !== undefined && match.index >= first.start)) continue
    const part = (name: 'year' | 'month' | 'day') => match[order.indexOf(name) + 1] ?? ''
    const iso = isoOf(
      Number(part('year').length === 2 ? `20${part('year')}` : part('year')),
      months[part('month').toLowerCase()] ?? Number(part('month')),
      Number(part('day')),
      match.slice(4, 8),
    )
    if (iso !== undefined) first = { iso, start: match.index, end: match.index + match[0].length }
  }
  return first
}

/** Any notation of a date to ISO 8601; full time stamps keep their time but not their zone. */
export function isoDate(written: string): string | undefined {
  return findDate(written.trim())?.iso ?? /^(\d{4})(?:-(\d{2}))?$/.exec(written.trim())?.[0]
}

function isoOf(
  year: number,
  month: number,
  day: number,
  [hours, minutes, seconds, half]: readonly (string | undefined)[],
): string | undefined {
  if (year < 1400 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = `${year}-${two(month)}-${two(day)}`
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return date
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return `${date}T${two(hour)}:${minutes}:${seconds ?? '00'}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
