/** Which written names are asked about, and what the corpus is asked; what a slip is, actor/ tests. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mention } from '../../../server/src/actor/actor'
import { emptyRegistry, parseRegistry } from '../../../server/src/actor/registry'
import { nameDoubtsOf } from '../../../server/src/service/names'
import { createSourceReadings } from '../../../server/src/service/readings'
import { indexOf } from '../../support/corpus'

const sentence =
  'Der Präsident der Ukraine, Wolodymyr Selenskyj, sprach. Präsident Wolodymyr Selenskyj dankte. Danach kam Bundeskanzler Friedrich Merz.'

async function doubted(written: string, { text = written, registry = emptyRegistry } = {}) {
  const index = await indexOf(
    [1, 2, 3].map((number) => ({ path: `sources/${number}.txt`, text: `Titel ${number}\n\n${sentence} Absatz ${number}.\n` })),
  )
  const mention: Mention = { start: 0, end: text.length, text, type: 'person', name: written }
  const corpus = { index, generation: 0, readings: createSourceReadings() }
  const { names } = await nameDoubtsOf([mention], corpus, registry, new Map())
  return names.map(({ known }) => known)
}

test('a slip is traced to the known name', async () => assert.deepEqual(await doubted('Wolodymyr Selenskij'), ['Wolodymyr Selenskyj']))
test('the name itself is none', async () => assert.deepEqual(await doubted('Wolodymyr Selenskyj'), []))
test('nor is its genitive', async () => assert.deepEqual(await doubted('Wolodymyr Selenskyjs'), []))
test('a stranger is nobody’s slip', async () => assert.deepEqual(await doubted('Karl Neumann'), []))
test('a surname alone is not asked about', async () => assert.deepEqual(await doubted('Selenskij'), []))
test('nor a word that stands for a name', async () => assert.deepEqual(await doubted('Wolodymyr Selenskij', { text: 'er' }), []))
test('a name that actors.yaml knows may stand', async () => {
  const { registry } = parseRegistry('actors:\n  - name: Wolodymyr Selenskij\n    type: person\n')
  assert.deepEqual(await doubted('Wolodymyr Selenskij', { registry }), [])
})
