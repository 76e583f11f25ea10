import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClaimGroup } from '../../../server/src/claim/claim'
import { candidateParts } from '../../../server/src/claim/retrieve'
import { readSourceFigures } from '../../../server/src/claim/source'
import { sectionsOf } from '../../../server/src/corpus/sections'
import { readSource } from '../../../server/src/source/read'

const group: ClaimGroup = {
  body: { text: '', language: 'de', passages: [] },
  passages: [],
  figures: [],
  citations: [{ key: 'zitiert', start: 0, end: 0 }],
}

const hit = (key: string, sections: readonly number[], sectionCount: number) => ({ key, score: 1, sections, sectionCount })

test('of long sources those sections are judged that some query found, of short and of cited ones all', () => {
  const first = [hit('lang', [7], 12), hit('kurz', [0], 1), hit('zitiert', [3], 9)]
  const second = [hit('lang', [2, 7], 12), hit('mittel', [1, 2], 3), hit('artikel', [1], 2)]
  assert.deepEqual(candidateParts(group, [first, second]), [
    { key: 'zitiert' },
    { key: 'lang', sections: [2, 7] },
    { key: 'kurz' },
    { key: 'mittel' },
    { key: 'artikel' },
  ])
})

test('a part of a source is read as it stands in the whole', async () => {
  const paragraphs = Array.from(
    { length: 90 },
    (_, at) => `Die Gemeinde Nummer ${at + 100} zählt ${at + 2000} Einwohner und ${at + 11} Vereine.`,
  )
  const text = paragraphs.map((paragraph) => `${paragraph} ${'Sie liegt am Fluss. '.repeat(8)}`).join('\n\n')
  const reading = await readSource({ path: 'gemeinden.txt', bytes: new TextEncoder().encode(text) })
  assert.ok(reading.kind === 'read')
  const { source } = reading
  const sections = sectionsOf(source.body)
  assert.ok(sections.length > 3)
  const [whole, part] = [readSourceFigures(source), readSourceFigures(source, source.key, [1, 3])]
  const spans = new Set([...(sections[1] ?? []), ...(sections[3] ?? [])])
  assert.deepEqual(
    part.contexts.figures.map(({ figure }) => figure),
    whole.contexts.figures.filter(({ passage }) => spans.has(passage)).map(({ figure }) => figure),
  )
  assert.ok(part.contexts.figures.length > 0)
})
