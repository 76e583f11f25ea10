/** Reads unlabelled texts (JSON Lines, gzipped or not, with `text` and perhaps `speaker`) for word statistics and clusters. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tokensOf } from '../../src/actor/tokens'

export interface Text {
  readonly text: string
  readonly speaker: string
}

/** The texts of some files; of every three, one is left out to save time. */
export function readCorpus(paths: readonly string[]): Text[] {
  const texts: Text[] = []
  for (const path of paths) {
    const raw = readFileSync(path)
    const bytes = path.endsWith('.gz') ? gunzipSync(raw) : raw
    let start = 0
    for (let at = 0, line = 0; at < bytes.length; at++) {
      if (bytes[at] !== 10) continue
      if (line++ % 3 !== 0) {
        const row: { text?: string; speaker?: string } = JSON.parse(bytes.toString('utf8', start, at))
        texts.push({ text: row.text ?? '', speaker: row.speaker ?? '' })
      }
      start = at + 1
    }
  }
  return texts
}

/** Sentences as words, digits made equal. */
export function* sentencesOf(texts: readonly Text[]): Iterable<string[]> {
  for (const { text } of texts) {
    const tokens = tokensOf(text)
    let sentence: string[] = []
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.opens[at] === 1 && sentence.length > 0) {
        yield sentence
        sentence = []
      }
      sentence.push(text.slice(tokens.starts[at], tokens.ends[at]).replace(/\d/g, '0'))
    }
    if (sentence.length > 0) yield sentence
  }
}
