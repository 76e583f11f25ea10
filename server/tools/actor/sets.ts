/**
 * Reads labelled sets: JSON Lines with tokens and entities by token, or a text and entities by character. Everything becomes a text with
 * spans and is cut by the same tokenizer that recognition uses, so that training sees what recognition will see.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { types } from '../../src/actor/labels'
import { isTitle } from '../../src/actor/lexicon/titles'
import { type Tokens, tokensOf } from '../../src/actor/tokens'
import type { Language } from '../../src/language/language'

export interface Labelled {
  readonly set: string
  /** What is left out together in cross-validation: a protocol, a split, else the example itself. */
  readonly group: string
  readonly language: Language
  readonly text: string
  readonly spans: readonly LabelledSpan[]
  readonly tokens: Tokens
  /** One for each token: 0 outside, 1 + 2·type at the beginning of a name, 2 + 2·type within. */
  readonly labels: Uint8Array
}

export interface LabelledSpan {
  readonly start: number
  readonly end: number
  /** Index into the types of the tagger. */
  readonly type: number
}

/** "deutsche", "Ukrainische", and directions of traffic. */
const notNames = /^(\p{L}\p{Ll}*(isch|[dD]eutsch)(e[nmrs]?)?|[dD]eutsch(e[nmrs]?)?|beide .*|stadt(ein|aus)wärts)$/u

interface Row {
  readonly lang: Language
  readonly split?: string
  readonly tokens?: readonly string[]
  readonly text?: string
  readonly entities?: readonly Entity[]
  readonly charEntities?: readonly Entity[]
}

interface Entity {
  readonly start: number
  readonly end: number
  readonly type: string
}

export function readSet(path: string): Labelled[] {
  const set = basename(path, '.jsonl')
  const rows: Row[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return rows.map((row) => labelled(row, set))
}

function labelled(row: Row, set: string): Labelled {
  const { text, spans } =
    row.text === undefined ? joined(row.tokens ?? [], row.entities ?? []) : { text: row.text, spans: spansOf(row.charEntities ?? []) }
  const tokens = tokensOf(text)
  const labels = new Uint8Array(tokens.count)
  for (const given of spans) {
    let span = given
    // One set labels "deutsche" as a place; adjectives are found by lexicon and are no names.
    if (notNames.test(text.slice(span.start, span.end))) continue
    let first = true
    for (let at = 0; at < tokens.count; at++) {
      const start = tokens.starts[at] ?? 0
      const end = tokens.ends[at] ?? 0
      if (start < span.start || end > span.end || start >= span.end) continue
      // A name that ends within a token ("Merz-Plan") is no name to learn.
      if (first && start !== span.start) break
      // "Dr. Müller" is labelled as "Müller", in most sets and therefore in all.
      if (first && span.type === 0 && isTitle(text.slice(start, end)) && end < span.end) {
        span = { ...span, start: nextStart(tokens, at) }
        continue
      }
      labels[at] = (first ? 1 : 2) + 2 * span.type
      first = false
    }
  }
  return { set, group: row.split ?? '', language: row.lang, text, spans, tokens, labels }
}

function nextStart(tokens: Tokens, at: number): number {
  return tokens.starts[at + 1] ?? 0
}

function joined(words: readonly string[], entities: readonly Entity[]) {
  const starts: number[] = []
  let text = ''
  for (const word of words) {
    if (text !== '') text += ' '
    starts.push(text.length)
    text += word
  }
  const placed = entities.map(({ start, end, type }) => ({
    start: starts[start] ?? 0,
    end: (starts[end - 1] ?? 0) + (words[end - 1] ?? '').length,
    type,
  }))
  return { text, spans: spansOf(placed) }
}

function spansOf(entities: readonly Entity[]): LabelledSpan[] {
  return entities.flatMap(({ start, end, type }) => {
    const known = typeOf(type)
    return known === undefined ? [] : [{ start, end, type: known }]
  })
}

/** The tagger's type for a label of any of the sets; parts of compounds, derivations and what is no name have none. */
function typeOf(label: string): number | undefined {
  if (/deriv|part|position|date|time|number|trigger|duration|distance|disaster/i.test(label)) return undefined
  if (/^per/i.test(label)) return types.indexOf('person')
  if (/^org|company|corporation|group/i.test(label)) return types.indexOf('organisation')
  if (/^loc|city/i.test(label)) return types.indexOf('place')
  return types.indexOf('other')
}
