/**
 * What the words right before a figure make of it: "um 8 Prozent" is a change by, "auf 8 Prozent" a change to, "ein Umsatzplus von 8
 * Prozent" a rise. A second look beside the figure's own frame, at the few words that tell the commonest confusions apart.
 */
import type { Direction, Figure } from '../figure/figure'
import type { Language } from '../language/language'
import { wordsOf } from '../text/words'

export type Cue = 'by' | 'to'

const cues: Readonly<Record<Language, ReadonlyMap<string, Cue>>> = {
  de: new Map([
    ['um', 'by'],
    ['auf', 'to'],
  ]),
  en: new Map([
    ['by', 'by'],
    ['to', 'to'],
  ]),
}

/** Words that may stand between the cue and the number. */
const between: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: new Set(
    'etwa rund circa ca knapp fast gut über unter nahezu beinahe mehr weniger als nur noch nunmehr zuletzt bereits sogar insgesamt jeweils weitere immerhin mindestens höchstens bis zu bloß lediglich gerade einmal heute jetzt derzeit ungefähr'.split(
      ' ',
    ),
  ),
  en: new Set(
    'about around almost nearly roughly some just only more less than over under at least most as much many a further another up'.split(
      ' ',
    ),
  ),
}

/** How far back to look, in characters: no cue is further away. */
const reach = 48

/** Whether the words before the figure make it a change by or a change to something. */
export function cueOf(text: string, figure: Figure, language: Language): Cue | undefined {
  const before = wordsBefore(text, figure)
  for (let word = before.pop(); word !== undefined; word = before.pop()) {
    const cue = cues[language].get(word)
    if (cue !== undefined) return cue
    if (!between[language].has(word)) break
  }
  if (/^[+−-]/.test(text.slice(figure.start, figure.end)) || figure.frame.role === 'changeBy') return 'by'
  return figure.frame.role === 'changeTo' ? 'to' : undefined
}

const rises = /(?:plus|zuwachs|zuwächse|anstieg|zunahme|increase|rise|gain)$/
const falls = /(?:minus|rückgang|abnahme|einbruch|decrease|decline|drop)$/

/** Rise or fall, by the frame, by the sign of a share, or by a noun right before it. */
export function directionOf(text: string, figure: Figure): Direction | undefined {
  const { quantity, frame } = figure
  const isShare = quantity.unit === 'percent' || quantity.unit === 'percentage-point'
  if (isShare && (quantity.value ?? 0) < 0) return 'fall'
  if (frame.direction !== undefined) return frame.direction
  if (!isShare) return undefined
  if (/^\+/.test(figure.text)) return 'rise'
  const near = wordsBefore(text, figure).slice(-4)
  if (near.some((word) => rises.test(word))) return 'rise'
  return near.some((word) => falls.test(word)) ? 'fall' : undefined
}

/** Lower-cased words of the clause before the number. */
function wordsBefore(text: string, { numeral }: Figure): string[] {
  const from = Math.max(0, numeral.start - reach)
  const clause =
    text
      .slice(from, numeral.start)
      .split(/[.;:!?()]/)
      .at(-1) ?? ''
  return wordsOf(clause).map(({ start, end }) => clause.slice(start, end).toLowerCase())
}
