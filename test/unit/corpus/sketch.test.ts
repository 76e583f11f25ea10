/** The same article, saved twice or printed by two publishers, is one witness; another article on the same subject is not. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { entryOf } from '../../../server/src/corpus/entry'
import { witnessesOf } from '../../../server/src/corpus/sketch'
import { readSource } from '../../../server/src/source/read'

const [title = '', ...paragraphs] = readFileSync('fixtures/pages/wordpress-classic.txt', 'utf8').trim().split('\n')

async function sketchOf(path: string, text: string): Promise<string> {
  const reading = await readSource({ path, bytes: new TextEncoder().encode(text) })
  assert.ok(reading.kind === 'read')
  return entryOf(reading.source).sketch
}

const original = () => sketchOf('a.html', readFileSync('fixtures/pages/wordpress-classic.html', 'utf8'))
const text = (...lines: readonly string[]) => lines.join('\n\n')

const copies: readonly (readonly [string, string])[] = [
  ['as text', text(title, ...paragraphs)],
  ['under another headline, with the mark of an agency', text('Wärme wird im Tal billiger', ...paragraphs, '(agentur)')],
  ['with a lead of its own', text(title, 'Gute Nachricht für alle, die mit Fernwärme heizen: Es wird billiger.', ...paragraphs)],
  ['without its last paragraph', text(title, ...paragraphs.slice(0, -1))],
  ['with a word changed', text(title, ...paragraphs.map((paragraph) => paragraph.replace('am Mittwoch', 'in einer Mitteilung')))],
]
for (const [name, copy] of copies) {
  test(`the article ${name}`, async () => {
    const witnesses = witnessesOf([
      { name: 'a', sketch: await original() },
      { name: 'b', sketch: await sketchOf('b.txt', copy) },
    ])
    assert.equal(witnesses.get('b'), 'a')
  })
}

test('a report of its own with the same figures', async () => {
  const own = text(
    'Fernwärme: Stadtwerke gehen mit dem Preis herunter',
    'Wer mit Fernwärme heizt, zahlt vom neuen Jahr an 8 Prozent weniger. Bei 70 Quadratmetern spart ein Haushalt etwa 94 Euro, rechnen die Stadtwerke vor.',
    'Verkauft haben sie in diesem Jahr 212 Gigawattstunden, das ist ein Rückgang um 3 Prozent. Bis 2028 kommen 1.400 Gebäude an das Netz, was 38 Millionen Euro kostet.',
  )
  const witnesses = witnessesOf([
    { name: 'a', sketch: await original() },
    { name: 'b', sketch: await sketchOf('b.txt', own) },
  ])
  assert.equal(witnesses.get('b'), 'b')
})
