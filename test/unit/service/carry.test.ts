import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carry, changeBetween } from '../../../server/src/service/carry'

/** Carries every word of `before` over the edit and shows what stands at its new place. */
function carried(before: string, after: string): string[] {
  const words = [...before.matchAll(/\p{L}+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length, word }))
  return carry(words, changeBetween(before, after)).map(({ start, end, word }) => {
    assert.equal(after.slice(start, end), word)
    return word
  })
}

const cases = [
  ['nothing changed', 'eins zwei', 'eins zwei', ['eins', 'zwei']],
  ['a word put between', 'eins drei', 'eins zwei drei', ['eins']],
  ['a word put before', 'zwei', 'eins, zwei', []],
  ['a letter put into a word', 'eins zwi drei', 'eins zwei drei', ['eins', 'drei']],
  ['a letter put behind a word', 'eins zwe drei', 'eins zwei drei', ['eins', 'drei']],
  ['a word taken out, and its neighbour touched', 'eins, zwei, drei', 'eins, drei', ['eins']],
  ['a word taken out further on', 'eins zwei drei. Vier', 'eins zwei. Vier', ['eins', 'Vier']],
] as const
for (const [what, before, after, expected] of cases) test(what, () => assert.deepEqual(carried(before, after), expected))
