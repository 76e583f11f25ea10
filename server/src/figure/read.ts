/**
 * The figures of a text. One pass cuts a block into tokens and marks those that may begin a figure; at each of them the rules for what is
 * no figure come first, then the grammar of figures. Blocks are paragraphs, so that a text gives the same figures however it is cut between
 * them.
 */
import type { Language } from '../language/language'
import { Class } from '../language/lexicon'
import { lexiconOf } from '../language/lexicons'
import type { Body } from '../text/body'
import { readAside } from './aside'
import type { FoundAside } from './asides/rule'
import type { Aside, AsideReason, Figure, Reading } from './figure'
import { frameOf } from './frame'
import { inherit } from './inherit'
import { isName } from './name'
import { type Phrase, readPhrase } from './phrase'
import { rowSpec, withRow } from './row'
import { Tokens } from './tokens'

/** Figures and asides of a text that has no structure but empty lines. */
export function readFigures(text: string, language: Language): Reading {
  const tokens = tokensOf(language)
  const reading: Collected = { figures: [], asides: [] }
  let from = 0
  while (from < text.length) {
    const to = blockEnd(text, from)
    readBlock(tokens, text, from, to, reading)
    from = to
  }
  return reading
}

/** Figures and asides of the passages of a body; table rows take unit and scale from their heads. */
export function figuresOf(body: Body): Reading {
  const reading: Collected = { figures: [], asides: [] }
  for (const passage of body.passages) {
    const language = passage.language ?? body.language
    const tokens = tokensOf(language)
    if (passage.row === undefined) {
      readBlock(tokens, body.text, passage.start, passage.end, reading)
      continue
    }
    const { row } = passage
    for (const [column, cell] of row.cells.entries()) {
      const first = reading.figures.length
      readBlock(tokens, body.text, cell.start, cell.end, reading)
      if (row.isHead || first === reading.figures.length) continue
      const spec = rowSpec(body.text, row, column, tokens)
      if (spec === undefined) continue
      for (let index = first; index < reading.figures.length; index++) {
        const figure = reading.figures[index]
        if (figure !== undefined) reading.figures[index] = withRow(figure, spec)
      }
    }
  }
  return reading
}

/** Arrays that are used again from text to text; nothing in them outlives a block. */
const scratch = new Map<Language, Tokens>()

function tokensOf(language: Language): Tokens {
  let tokens = scratch.get(language)
  if (tokens === undefined) scratch.set(language, (tokens = new Tokens(lexiconOf(language))))
  return tokens
}

/** Most articles count nothing, and every tenth German word is one: they are passed over before any rule is asked. */
function isBareArticle(tokens: Tokens, at: number): boolean {
  if (tokens.numberWord(at)?.kind !== 'article') return false
  if (!tokens.isWord(at + 1)) return tokens.symbol(at + 1) === 0
  if (tokens.numberWord(at + 1) !== undefined || tokens.is(at + 1, Class.to | Class.and)) return false
  return tokens.formFrom(tokens.startOf(at + 1)) === undefined
}

/** What was set aside, with the number at a token unless it is a date's. */
function numberedAside(tokens: Tokens, { start, end, reason, iso }: FoundAside, at: number): Aside {
  const aside: { -readonly [Key in keyof Aside]: Aside[Key] } = { start, end, text: tokens.text.slice(start, end), reason }
  if (iso !== undefined) aside.iso = iso
  if (reason === 'date' || reason === 'time') return aside
  const value = tokens.isDigits(at) ? tokens.number(at) : tokens.numberWord(at)?.value
  if (value !== undefined && value >= 0) aside.value = value
  return aside
}

/** "a week later", "a few days": said without counting. Only the second has a number. */
function idleAside(text: string, { start, end, quantity }: Phrase, reason: AsideReason): Aside {
  const place = { start, end, text: text.slice(start, end), reason }
  return reason === 'vague' && quantity.value !== null ? { ...place, value: quantity.value, quantity } : place
}

interface Collected {
  readonly figures: Figure[]
  readonly asides: Aside[]
}

/** The offset behind the next empty line. */
function blockEnd(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    let next = at + 1
    while (next < text.length && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9 || text.charCodeAt(next) === 13)) next++
    if (text.charCodeAt(next) === 10) return next + 1
  }
  return text.length
}

function readBlock(tokens: Tokens, text: string, from: number, to: number, reading: Collected): void {
  tokens.cut(text, from, to)
  if (tokens.triggers.length === 0 && tokens.passed.length === 0) return
  const asides: Aside[] = tokens.passed.map(({ start, end, reason }) => ({ start, end, text: text.slice(start, end), reason }))
  const phrases: Phrase[] = []
  let floor = 0
  for (const at of tokens.triggers) {
    if (at < floor || isBareArticle(tokens, at)) continue
    const aside = readAside(tokens, at, floor)
    if (aside !== undefined) {
      asides.push(numberedAside(tokens, aside, at))
      floor = aside.next
      continue
    }
    const phrase = readPhrase(tokens, at, floor)
    if (phrase === undefined) continue
    const name = isName(tokens, phrase, at, floor)
    if (name !== undefined)
      asides.push({
        ...name,
        text: text.slice(name.start, name.end),
        ...(phrase.quantity.value !== null && { value: phrase.quantity.value }),
      })
    else if (phrase.idle !== undefined) asides.push(idleAside(text, phrase, phrase.idle))
    else phrases.push(phrase)
    floor = phrase.next
  }
  if (asides.length > 1) asides.sort((a, b) => a.start - b.start)
  for (const aside of asides) reading.asides.push(aside)
  const complete = inherit(tokens, phrases)
  for (const [index, phrase] of complete.entries()) {
    const { start, end, numeral, quantity } = phrase
    reading.figures.push({
      start,
      end,
      text: text.slice(start, end),
      numeral,
      quantity,
      frame: frameOf(tokens, phrase, { before: complete[index - 1], next: complete[index + 1] }, asides),
      checkable: true,
    })
  }
}
