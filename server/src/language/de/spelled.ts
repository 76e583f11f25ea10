/**
 * Compound number words of German: zweihunderttausendfünfhundert, einundzwanzigste, dreieinhalb, viereinhalbfache, dreimal, siebentel.
 *
 * A word is eaten from the left, the longest morpheme first; the numbers build up as they are spoken: a small number, its hundreds, its
 * thousands. What follows the number (-ste, -fach, -mal, -tel) says what the word is; any other rest means that it is no number, or a number and a
 * noun, which the scanner tells apart ("dreitägig").
 */
import type { NumberWord } from '../lexicon'

const small: readonly (readonly [string, number])[] = Object.entries({
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  fuenfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreißig: 30,
  dreissig: 30,
  vierzig: 40,
  fünfzig: 50,
  fuenfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  zehn: 10,
  zwölf: 12,
  zwoelf: 12,
  elf: 11,
  eins: 1,
  ein: 1,
  zwei: 2,
  zwo: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  fuenf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
}).sort(([a], [b]) => b.length - a.length)

export const spelledBeginnings = [
  'ein',
  'zwa',
  'zwe',
  'zwo',
  'zwö',
  'dre',
  'dri',
  'vie',
  'fün',
  'fue',
  'sec',
  'sie',
  'ach',
  'neu',
  'zeh',
  'elf',
  'hun',
  'tau',
  'mil',
  'and',
]

/** What a spelled number is made into by its ending. */
export interface Spelled {
  readonly value: number
  /** Letters eaten, from the beginning of the word. */
  readonly length: number
  readonly mixed: boolean
}

/** The number that a lower-case word begins with, or undefined. */
export function spelledNumber(word: string): Spelled | undefined {
  let at = 0
  let total = 0
  let group = 0
  let seen = false
  let thousands = false
  let hundreds = false
  for (;;) {
    if (!hundreds && word.startsWith('hundert', at)) {
      group = (group === 0 ? 1 : group) * 100
      at += 7
      hundreds = seen = true
      if (word.startsWith('und', at) && eatSmall(word, at + 3)) at += 3
      continue
    }
    if (!thousands && word.startsWith('tausend', at)) {
      total = (group === 0 ? 1 : group) * 1000
      group = 0
      at += 7
      thousands = seen = true
      hundreds = false
      if (word.startsWith('und', at) && eatSmall(word, at + 3)) at += 3
      continue
    }
    const next = group % 100 === 0 ? eatSmall(word, at) : undefined
    if (next === undefined) break
    // "einundzwanzig", but not "dreiund" of "dreiundhalb".
    if (next.value < 10 && word.startsWith('und', next.at)) {
      const tens = eatSmall(word, next.at + 3)
      if (tens !== undefined && tens.value >= 20) {
        group += next.value + tens.value
        at = tens.at
        seen = true
        continue
      }
    }
    group += next.value
    at = next.at
    seen = true
    // After a small number only hundreds or thousands may follow.
    if (!word.startsWith('hundert', at) && !word.startsWith('tausend', at)) break
  }
  if (!seen) return undefined
  const whole = total + group
  for (const half of ['undeinhalb', 'einhalb', 'undhalb'])
    if (word.startsWith(half, at)) return { value: whole + 0.5, length: at + half.length, mixed: true }

  return { value: whole, length: at, mixed: false }
}

function eatSmall(word: string, at: number): { value: number; at: number } | undefined {
  for (const [morpheme, value] of small) {
    // "eins" ends a number: "hunderteins", but "einstündig".
    if (word.startsWith(morpheme, at) && (morpheme !== 'eins' || word.length === at + 4 || word.startsWith('tausend', at + 4)))
      return { value, at: at + morpheme.length }
  }
  return undefined
}

/** Endings that make a unit of what follows a number: "dreitägig", "Viertelstunde". */
const gluedUnit =
  /^(?:(?:jähr|monat|wöch|täg|stünd|minüt|sekünd|prozent|kilometr|metr)ig(?:e[nmrs]?)?|stunden?|kilometern?|litern?|metern?|jahre?|jahren)$/
const scales: ReadonlyMap<string, number> = new Map([
  ['hundert', 100],
  ['tausend', 1e3],
  ['million', 1e6],
  ['millionen', 1e6],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
  ['billion', 1e12],
  ['billionen', 1e12],
])

/** Fractions that lead a compound: "Dreiviertelmillion", "Viertelstunde", "halbstündig". */
const fractions: readonly (readonly [string, number])[] = [
  ['eindreiviertel', 1.75],
  ['zweidreiviertel', 2.75],
  ['dreiviertel', 0.75],
  ['anderthalb', 1.5],
  ['viertel', 0.25],
  ['halb', 0.5],
]

function fractionCompound(word: string): NumberWord | undefined {
  for (const [fraction, value] of fractions) {
    if (!word.startsWith(fraction)) continue
    const rest = word.slice(fraction.length)
    if (rest === '') return { kind: 'mixed', value }
    const scale = scales.get(rest)
    if (scale !== undefined) return { kind: 'mixed', value: value * scale }
    if (gluedUnit.test(rest) && !(fraction === 'halb' && /^jahr/.test(rest))) return { kind: 'glued', value, length: fraction.length }
  }
  return undefined
}

const ordinal = /^s?te[nmrs]?$/
const times = /^(?:fach|mal)(?:e[nmrs]?|ige[nmrs]?)?$/

/** The whole word as a number: "zweihundertdrei", "einundzwanzigster", "viereinhalbfache"; undefined for "einfach" and "achten". */
export function spelled(word: string): NumberWord | undefined {
  const fraction = fractionCompound(word)
  if (fraction !== undefined) return fraction
  const found = spelledNumber(word)
  if (found === undefined) return special(word)
  const rest = word.slice(found.length)
  if (rest === '') return { kind: found.mixed ? 'mixed' : 'cardinal', value: found.value }
  if (found.mixed && /^e[nmrs]?$/.test(rest)) return { kind: 'mixed', value: found.value }
  if (rest === 'n' && found.value >= 2 && found.value <= 12) return { kind: 'cardinal', value: found.value }
  const scale = found.mixed ? scales.get(rest) : undefined
  if (scale !== undefined) return { kind: 'cardinal', value: found.value * scale }
  if (gluedUnit.test(rest) && !/^(?:jahre?n?|stunden?|metern?|litern?)$/.test(rest))
    return { kind: 'glued', value: found.value, length: found.length }
  if (ordinal.test(rest) && found.value >= 2) return { kind: 'ordinal', value: found.value }
  if (times.test(rest) && !(found.value === 1 && !found.mixed)) return { kind: 'times', value: found.value }
  if (/^s?teln?s?$/.test(rest) && found.value > 2) return { kind: 'denominator', value: 1 / found.value }
  if (rest === 'e' && found.value >= 1000 && found.value % 1000 === 0) return { kind: 'plural', value: found.value }
  if (!found.mixed && found.value >= 2 && found.value <= 12 && name.test(rest)) return { kind: 'grown', value: found.value }
  return undefined
}

/**
 * What makes a name of the number before it: "Dreierbündnis", "Zehnkampf", "Fünfjahresplan". A number in such a word is part of what a thing
 * is called, and nobody could be wrong about it alone.
 */
const name =
  /^(?:er(?!lei$|s?$|n$)[a-zäöüß]{3,}|(?:jahres|monats|tages|tage|wochen|stunden|minuten|punkte|parteien|länder|mächte|sterne|klassen|staaten|familien|kampf|kämpf|meter|eck|rad|raum|zimmer|königs|sprung|klang|sitzer|teiler|zack|tausender)[a-zäöüß]*)$/

function special(word: string): NumberWord | undefined {
  if (/^anderthalbfache?[nms]?$/.test(word)) return { kind: 'times', value: 1.5 }
  if (/^millionenfache?[nms]?$/.test(word)) return { kind: 'times', value: 1e6 }
  return undefined
}
