/** Which written words are asked about, and what the corpus is asked; what a slip is, actor/ tests. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorsOf } from '../../../server/src/actor/recognise'
import { emptyRegistry, parseRegistry } from '../../../server/src/actor/registry'
import { parseDocument } from '../../../server/src/analysis/parse'
import { nameDoubtsOf } from '../../../server/src/service/names'
import { createSourceReadings } from '../../../server/src/service/readings'
import { indexOf } from '../../support/corpus'

const sentence =
  'Der Präsident der Ukraine, Wolodymyr Selenskyj, sprach in Uschhorod. Präsident Wolodymyr Selenskyj dankte. Danach kam Bundeskanzler Friedrich Merz.'

async function doubted(text: string, registry = emptyRegistry) {
  const index = await indexOf(
    [1, 2, 3].map((number) => ({ path: `sources/${number}.txt`, text: `Titel ${number}\n\n${sentence} Absatz ${number}.\n` })),
  )
  const document = parseDocument(text)
  const mentions = actorsOf(document.prose.body).map((mention) => ({ ...mention, ...document.prose.toDocument(mention) }))
  const corpus = { index, generation: 0, readings: createSourceReadings() }
  const first = await nameDoubtsOf(document, mentions, corpus, registry, new Map())
  const again = await nameDoubtsOf(document, mentions, corpus, registry, first.memory)
  assert.deepEqual(again.names, first.names)
  return first.names.map(({ mention, known, evidence }) => {
    const source = evidence?.source.body.text.slice(evidence.start, evidence.end)
    return `${text.slice(mention.start, mention.end)} → ${known}, ${source}`
  })
}

const rows: readonly (readonly [text: string, ...doubts: string[]])[] = [
  ['Das sagte Wolodymyr Selenskij.', 'Selenskij → Selenskyj, Selenskyj'],
  ['Das sagte Selneskyj. Selenskijs Rede dauerte lange.', 'Selneskyj → Selenskyj, Selenskyj', 'Selenskijs → Selenskyjs, undefined'],
  ['# Die Lage\n\nIn *Uschorod* war es still.', 'Uschorod → Uschhorod, Uschhorod'],
  ['Das sagte Wolodymyr Selenskyj.'],
  ['Das sind Wolodymyr Selenskyjs Worte.'],
  ['Das sagte Karl Neumann.'],
  ['Das steht in `Selenskij` und auf https://selenskij.example/Selenskij.'],
]
for (const [text, ...doubts] of rows) test(text, async () => assert.deepEqual(await doubted(text), doubts))

test('a name that actors.yaml knows may stand', async () => {
  const { registry } = parseRegistry('actors:\n  - name: Wolodymyr Selenskij\n    type: person\n')
  assert.deepEqual(await doubted('Das sagte Wolodymyr Selenskij.', registry), [])
})

test('the document’s own names count too', async () => {
  const text =
    'Bürgermeisterin Petra Kwiatkoswki baut. Das lobte Hanna Kwiatkowski. Hanna Kwiatkowski ist Architektin. Auch Hanna Kwiatkowski wohnt dort.'
  assert.deepEqual(await doubted(text), ['Kwiatkoswki → Kwiatkowski, undefined'])
})
