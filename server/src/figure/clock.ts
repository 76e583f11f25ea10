/**
 * Clock times as figures. In a text they count nothing, so the scanner sets them aside; but a text that gives "9.20 Uhr" where its source
 * gives "9.40 Uhr" is as wrong as one with another sum. Their unit is their own, so that they compare with nothing else; their value
 * is the minute of the day. Times of a named zone stay out, for the same moment has another time elsewhere.
 */
import type { Aside, Figure } from './figure'

export const clockUnit = 'time-of-day'

export const isClock = ({ quantity }: Figure) => quantity.unit === clockUnit

/** The clock times among what was set aside in `text`, that are written in digits. */
export function clocksOf(text: string, asides: readonly Aside[]): Figure[] {
  return asides.flatMap((aside): Figure[] => {
    if (aside.reason !== 'time' || zone.test(text.slice(aside.start, aside.end + 24))) return []
    const minute = minuteOf(aside.text)
    if (minute === undefined) return []
    const { start, end } = aside
    const quantity = {
      value: minute,
      low: minute,
      high: minute,
      lowClosed: true,
      highClosed: true,
      precision: 1,
      unit: clockUnit,
      hedge: 'none',
    } as const
    return [{ start, end, text: aside.text, numeral: { start, end }, quantity, frame: { role: 'level' }, checkable: true }]
  })
}

/** "1:34 PM" is 814, "17.35 Uhr" 1055. */
function minuteOf(text: string): number | undefined {
  const [, hour, minute, late = '', mark = ''] = written.exec(text) ?? []
  if (hour === undefined) return undefined
  const isAfternoon = /^p/i.test(mark)
  const isMorning = /^a/i.test(mark)
  const hours = (isAfternoon || isMorning ? Number(hour) % 12 : Number(hour)) + (isAfternoon ? 12 : 0)
  return hours * 60 + Number(minute ?? (late === '' ? 0 : late))
}

const written = /^(\d{1,2})(?:[.:](\d\d))?(?::\d\d)?\s*(?:Uhr\s*(\d\d)?|([ap])\.?\s?m\.?|o['’]?clock)?$/i

const zone =
  /\b(?:[CW]?[EM]E?S?[TZ]|MESZ|GMT|UTC|[ECMP][SD]T|Ortszeit|Weltzeit|(?:deutscher|mitteleuropäischer|Wiener|Berliner) Zeit|local time)\b/

/** Half a day: "5 Uhr" may be said of the afternoon. */
const turn = 720
/** Nobody looks at the watch for "gegen 14 Uhr" or "halb neun": such times stand for what is this near, in minutes. */
const nearby = 15

export type ClockRelation = 'same' | 'near' | 'different'

/** Whether two clock times may be the same. */
export function compareClocks(a: number, b: number): ClockRelation {
  const apart = Math.abs(a - b) % turn
  const distance = Math.min(apart, turn - apart)
  if (distance === 0) return 'same'
  const isLoose = a % nearby === 0 || b % nearby === 0
  return isLoose && distance <= nearby ? 'near' : 'different'
}
