/**
 * How fast actors are recognised, beside a bare tokenizer in the same run.
 *
 *     npm run bench -- actors FOLDER [--language de]
 *
 * FOLDER holds text or Markdown files; the first twenty megabytes are read.
 */
import { recogniseActors } from '../../server/src/actor/recognise'
import { besideTokenizer, readTexts, seconds } from './passes'

const args = process.argv.slice(2)
const [folder] = args
if (folder === undefined || folder.startsWith('--')) {
  console.error('usage: npm run bench -- actors FOLDER [--language de|en]')
  process.exit(2)
}
const language = args.includes('--language') && args[args.indexOf('--language') + 1] === 'en' ? 'en' : 'de'
const texts = readTexts(folder, 20e6)
console.log(`loading the model ${(1000 * seconds(() => recogniseActors('', language))).toFixed(0)} ms`)
besideTokenizer('actors', texts, (text) => recogniseActors(text, language).length)
