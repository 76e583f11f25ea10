/**
 * Trains the recogniser and writes server/data/actors.bin.
 *
 *     actor-train OUT.bin WORDS.json PACKAGES CORPUS.jsonl.gz SET.jsonl…
 *
 * WORDS.json comes from actor-words and PACKAGES is the same as there; the corpus gives sentences that label themselves. Same input, same bytes.
 */
import { writeFileSync } from 'node:fs'
import type { Language } from '../src/language/language'
import { loadCompromise } from './actor/compromise'
import { readCorpus } from './actor/corpus'
import { glossesFrom } from './actor/glosses'
import { learn } from './actor/learn'
import { listsOf, packModel } from './actor/pack'
import { createSentences, glossCount, options, recordSize, shipped, templateCount } from './actor/recipe'
import { readSet } from './actor/sets'
import { silverFrom } from './actor/silver'
import { templateSentences, vocabularyFrom } from './actor/templates'
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
  ...templateSentences(words.masks, vocabularyFrom(packages, await loadCompromise(packages)), templateCount, 5),
  ...glossesFrom(packages, glossCount, 3),
]
const train = (language: Language) => learn(sentences(examples, language), { ...options, most: shipped[language] })
const bytes = packModel(words, { de: train('de'), en: train('en') })
writeFileSync(out, bytes)
process.stdout.write(`${bytes.length} bytes\n`)
