/**
 * Learns the words that German compounds are made of from running text:
 *
 *     node words.js OUT.txt CORPUS.jsonl.gz …
 *
 * A part is a word form that is written with a capital within sentences (a noun) in at least `minimum` documents and that is no compound of
 * two commoner parts itself. One form a line, lower-cased, sorted.
 */
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { joints } from '../src/language/compound'
import { wordsOf } from '../src/text/words'

const minimum = 12
const [out, ...corpora] = process.argv.slice(2)
if (out === undefined || corpora.length === 0) {
  console.error('usage: words OUT.txt CORPUS.jsonl.gz …')
  process.exit(2)
}

const nouns = new Map<string, number>()
const others = new Map<string, number>()
for (const corpus of corpora) {
  for await (const line of createInterface({ input: createReadStream(corpus).pipe(createGunzip()) })) {
    const { text } = JSON.parse(line) as { text: string }
    const seen = new Set<string>()
    for (const { start, end } of wordsOf(text)) {
      // The first word of a sentence is capitalised whatever it is.
      if (end - start < 4 || end - start > 16 || !/[\p{L},;:–-] $/u.test(text.slice(Math.max(0, start - 2), start))) continue
      seen.add(text.slice(start, end))
    }
    for (const word of seen) {
      const counts = /^\p{Lu}\p{Ll}+$/u.test(word) ? nouns : others
      const form = word.toLowerCase()
      counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  }
}

const frequent = [...nouns].filter(([form, count]) => count >= minimum && (others.get(form) ?? 0) < count * 4).sort((a, b) => b[1] - a[1])
const parts = new Set<string>()
/** Whether the word consists of two parts that are in the list by now. */
const isCompound = (word: string) =>
  Array.from({ length: word.length }, (_, at) => at).some(
    (at) =>
      parts.has(word.slice(at)) &&
      joints.some((joint) => word.startsWith(joint, at - joint.length) && parts.has(word.slice(0, at - joint.length))),
  )
for (const [form] of frequent) if (!isCompound(form)) parts.add(form)
writeFileSync(out, `${[...parts].sort().join('\n')}\n`)
console.error(`${parts.size} parts of ${frequent.length} frequent nouns`)
