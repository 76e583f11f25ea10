/**
 * Whether what is remembered from check to check ever shows: random edits, after each of which an incremental check must equal a fresh one.
 *
 *     npm run bench -- edits [COUNT] [SEED]
 */
import { equalAfterEdits } from '../support/edits'

const [count = '10000', seed = '1'] = process.argv.slice(2)
const began = performance.now()
const { edits, findings } = await equalAfterEdits(Number(count), Number(seed), (done) => {
  if (done % 1000 === 0) console.log(`${done} edits after ${((performance.now() - began) / 1000).toFixed(0)} s`)
})
console.log(`${edits} edits with ${findings} findings, no difference (seed ${seed})`)
