/**
 * Gathers word lists and clusters for the recogniser and writes them to a file, the first half of a training (about five minutes).
 *
 *     actor-words OUT.json PACKAGES CORPUS.jsonl.gz…
 *
 * PACKAGES is a node_modules folder that holds the packages which server/data/actors.md names; a CORPUS has a `text` in each line.
 */
import { gatherWords, writeWords } from './actor/words'

const [out, packages, ...corpora] = process.argv.slice(2)
if (out === undefined || packages === undefined || corpora.length === 0) {
  process.stderr.write('usage: actor-words OUT.json PACKAGES CORPUS.jsonl.gz…\n')
  process.exit(2)
}
writeWords(out, await gatherWords(packages, corpora, 7, (line) => process.stderr.write(`${line}\n`)))
