/**
 * Trains the judge: `judge-train CLAIMS SOURCES [CLAIMS SOURCES …]` writes server/data/judge.json from labelled documents (see
 * judge-data.ts for their format). The result depends on the documents alone; there is no randomness in it.
 */
import { writeFileSync } from 'node:fs'
import { sharedLexicon } from '../src/claim/lexicon'
import { dataOf } from '../src/claim/model'
import { readCorpus, readLabelled } from './judge-data'
import { defaultOptions, prepare, train } from './judge-learn'

const folders = process.argv.slice(2)
if (folders.length === 0 || folders.length % 2 !== 0) {
  console.error('Usage: judge-train CLAIMS SOURCES [CLAIMS SOURCES …]')
  process.exit(2)
}
const prepared = []
for (let at = 0; at < folders.length; at += 2) {
  const [claims = '', sources = ''] = folders.slice(at, at + 2)
  prepared.push(...prepare(await readLabelled(claims, await readCorpus(sources)), sharedLexicon()))
}
const model = train(prepared, defaultOptions)
writeFileSync('server/data/judge.json', `${JSON.stringify(dataOf(model), undefined, 1)}\n`)
console.log(
  `Trained on ${prepared.length} groups with ${prepared.reduce((sum, { gold }) => sum + gold.filter(Boolean).length, 0)} labelled figures.`,
)
