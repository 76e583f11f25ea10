/**
 * Sentences of the parliamentary record that label themselves: who speaks is on record, who is addressed as Herr or Frau is a person,
 * and parties, states and ministries are known. Only sentences in which every capitalised word is explained are taken. Surnames are
 * exchanged for others, so that the model learns the place of a name rather than the name.
 */
import { knownNames } from '../../src/actor/known'
import { type ChunkType, types } from '../../src/actor/labels'
import { isTitle } from '../../src/actor/lexicon/titles'
import { listBit } from '../../src/actor/lists'
import { tokensOf } from '../../src/actor/tokens'
import type { Text } from './corpus'
import type { Masks } from './names'
import { createRandom, shuffle } from './random'
import type { Labelled } from './sets'

interface Piece {
  readonly word: string
  readonly label: number
}

export function silverFrom(texts: readonly Text[], masks: Masks, limit: number, seed: number): Labelled[] {
  const random = createRandom(seed)
  const surnames = [...masks]
    .filter(([word, mask]) => mask & listBit('surname') && !(mask & listBit('common')) && word.length > 3)
    .map(([word]) => word)
  const order = texts.map((_, index) => index)
  shuffle(order, random)
  const silver: Labelled[] = []
  for (const index of order) {
    const text = texts[index]
    if (text === undefined || /Ã|Â/.test(text.text)) continue
    let taken = 0
    for (const pieces of explainedSentences(text, masks)) {
      if (taken++ >= 3) break
      silver.push(labelled(pieces, surnames, random))
    }
    if (silver.length >= limit) break
  }
  return silver
}

function* explainedSentences({ text, speaker }: Text, masks: Masks): Iterable<Piece[]> {
  const intro = introduction(speaker)
  if (intro !== undefined) yield intro
  const tokens = tokensOf(text)
  for (let from = 0; from < tokens.count; ) {
    let to = from + 1
    while (to < tokens.count && tokens.opens[to] === 0) to++
    const words = Array.from({ length: to - from }, (_, at) => text.slice(tokens.starts[from + at], tokens.ends[from + at]))
    const pieces = words.length < 40 ? explain(words, masks) : undefined
    if (pieces?.some((piece) => piece.label !== 0)) yield pieces
    from = to
  }
}

/** "Paul Lehrieder (CDU/CSU):" and "Vizepräsidentin Petra Pau:" as the record prints them. */
function introduction(speaker: string): Piece[] | undefined {
  const match = /^(?:((?:Vize)?[Pp]räsident(?:in)?) )?((?:Dr\. |Prof\. |h\. c\. )*)([^,(]+?)(?: \(([^()]+)\))?(?:, (.+))?$/.exec(speaker)
  const name = match?.[3]?.split(' ') ?? []
  const surname = name.at(-1)
  if (match === null || surname === undefined || !/^\p{Lu}/u.test(surname) || name.length < 2) return undefined
  const pieces: Piece[] = []
  const add = (text: string, label: number) => {
    for (const word of text.split(' ').filter(Boolean)) pieces.push({ word, label })
  }
  add(match[1] ?? '', 0)
  add(match[2] ?? '', 0)
  // Today's record gives full names, older ones the surname alone.
  if (speaker.length % 2 === 0) for (const [index, word] of name.entries()) pieces.push({ word, label: index === 0 ? 1 : 2 })
  else pieces.push({ word: surname, label: 1 })
  if (match[4] !== undefined && knownNames.has(match[4])) {
    pieces.push({ word: '(', label: 0 })
    for (const [index, word] of match[4].split(' ').entries()) pieces.push({ word, label: index === 0 ? 3 : 4 })
    pieces.push({ word: ')', label: 0 })
  }
  const role = /^(Parl\. )?(Staatssekretär(?:in)?|Staatsminister(?:in)?|Bundesminister(?:in)?|Bundeskanzler(?:in)?)/.exec(match[5] ?? '')
  if (match[5] !== undefined && role === null) return undefined
  if (role !== null) {
    add(',', 0)
    // Tokenised records part the full stop, and some end the sentence there.
    if (speaker.length % 3 === 0 && role[1] !== undefined) {
      add('Parl .', 0)
      return pieces
    }
    add(`${role[1] ?? ''}${role[2] ?? ''}`, 0)
  }
  pieces.push({ word: ':', label: 0 })
  return pieces
}

const addressed =
  /^(Herrn?|Frau|Kolleg(e|en|in)|Abgeordnete[rn]?|(Vize|Bundestags)?[Pp]räsident(in)?|(Bundes|Staats)?[Mm]inister(in|s)?|Bundeskanzler(in|s)?|Staatssekretär(in|s)?)$/

function explain(words: readonly string[], masks: Masks): Piece[] | undefined {
  const pieces: Piece[] = []
  let after = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const mask = masks.get(word) ?? 0
    const known = knownAt(words, at)
    if (known !== undefined) {
      for (let index = 0; index < known.size; index++)
        pieces.push({ word: words[at + index] ?? '', label: (index === 0 ? 1 : 2) + 2 * types.indexOf(known.type) })
      at += known.size - 1
      after = false
    } else if (addressed.test(word) || isTitle(word)) {
      pieces.push({ word, label: 0 })
      after = true
    } else if (after && mask & listBit('speaker') && !(mask & listBit('common'))) {
      pieces.push({ word, label: 1 })
      after = false
    } else if (/^\p{Lu}/u.test(word)) {
      const lower = masks.get(word.toLowerCase()) ?? 0
      const common = mask & listBit('common') || (at === 0 && lower & listBit('mostlyLower')) || isPolite(word)
      if (!common || mask & (listBit('place') | listBit('organisation') | listBit('company'))) return undefined
      pieces.push({ word, label: 0 })
      after = false
    } else {
      pieces.push({ word, label: 0 })
      after = false
    }
  }
  return pieces
}

function isPolite(word: string): boolean {
  return /^(Sie|Ihnen|Ihr|Ihre[mnrs]?|Ihren|Sehr|Damen|Herren|Kolleginnen)$/.test(word)
}

function knownAt(words: readonly string[], at: number): { size: number; type: ChunkType } | undefined {
  for (let size = Math.min(4, words.length - at); size > 0; size--) {
    const name = words
      .slice(at, at + size)
      .join(' ')
      .replace(' / ', '/')
    const known = knownNames.get(name) ?? (name.length > 4 && name.endsWith('s') ? knownNames.get(name.slice(0, -1)) : undefined)
    if (known !== undefined) return { size, type: known.type === 'state' ? 'place' : known.type }
  }
  return undefined
}

function labelled(pieces: readonly Piece[], surnames: readonly string[], random: () => number): Labelled {
  const renamed = pieces.map((piece, at) =>
    piece.label === 1 && pieces[at + 1]?.label !== 2 && random() < 0.8
      ? { ...piece, word: surnames[Math.floor(random() * surnames.length)] ?? piece.word }
      : piece,
  )
  const text = renamed.map((piece) => piece.word).join(' ')
  const tokens = tokensOf(text)
  const labels = new Uint8Array(tokens.count)
  let offset = 0
  let at = 0
  for (const { word, label } of renamed) {
    let first = true
    const end = offset + word.length
    while (at < tokens.count && (tokens.ends[at] ?? 0) <= end) {
      labels[at++] = label !== 0 && !first && label % 2 === 1 ? label + 1 : label
      first = false
    }
    offset = end + 1
  }
  return { set: 'record', group: '', language: 'de', text, spans: [], tokens, labels }
}
