/** Which source an entry of the bibliography describes, and whose word holds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource } from '../../../server/src/source/read'
import { type Candidate, type Reference, References } from '../../../server/src/source/reference'
import type { Source } from '../../../server/src/source/source'

const references: readonly Reference[] = [
  { key: 'sommer2025', title: 'Umschlag: ein Jahr', authors: ['Ida Sommer'], file: '/home/ida/Zotero/storage/AB12/bericht.pdf' },
  { key: 'winter2025', title: 'Noch ein Bericht', authors: [], file: 'C:\\Zotero\\storage\\CD34\\bericht.pdf' },
  { key: 'hafen:2024', title: 'Hafen', authors: [] },
  {
    key: 'brand2023',
    title: 'Kräne für alle',
    authors: [],
    url: 'https://www.example.org/kraene/?utm_source=feed',
    file: 'files/7/Kraene-2023.pdf',
  },
  { key: 'kolb2022', title: '{Fähren} im „Winter“: was sie kosten', authors: [], file: 'Snapshot.html' },
]

const matches: readonly (readonly [string, Partial<Candidate>, string | undefined])[] = [
  ['a file by its path in the library', { path: 'sources/storage/AB12/bericht.pdf' }, 'sommer2025'],
  ['another of the same name', { path: 'sources/CD34/bericht.pdf' }, 'winter2025'],
  ['one of two of the same name, in a folder that neither names', { path: 'sources/bericht.pdf' }, undefined],
  ['a copy in another folder', { path: 'sources/kraene-2023.pdf' }, 'brand2023'],
  ['a copy under a name that says nothing', { path: 'sources/snapshot.html' }, undefined],
  ['a file that is called like a key', { path: 'sources/hafen-2024.html' }, 'hafen:2024'],
  ['an address without what is added to it', { path: 'a.html', url: 'http://example.org/kraene#top' }, 'brand2023'],
  ['a title but for its marks', { path: 'b.html', title: 'Fähren im Winter – was sie kosten' }, 'kolb2022'],
  ['a title that is too short to tell', { path: 'c.html', title: 'Hafen' }, undefined],
  ['one of many articles of a file that is called like a key', { path: 'sources/hafen-2024.jsonl', isAlone: false }, undefined],
]
for (const [name, candidate, key] of matches)
  test(name, () => assert.equal(new References(references).of({ path: '', isAlone: true, ...candidate })?.key, key))

async function read(text: string, sidecar?: string): Promise<Source> {
  const bytes = (content: string) => new TextEncoder().encode(content)
  const sidecars = sidecar === undefined ? {} : { sidecars: [{ path: 'a.md.yaml', bytes: bytes(sidecar) }] }
  const list = [
    { key: 'entry', title: 'Der Titel der Literaturliste', authors: ['Ida Sommer'], date: '2025-12', url: 'https://example.org/a' },
  ]
  const reading = await readSource({ path: 'sources/a.md', bytes: bytes(text), ...sidecars }, { references: list })
  assert.ok(reading.kind === 'read')
  return reading.source
}

const page = '---\nid: own\ntitle: Eigener Titel\ndate: 2025-12-15\npublisher: Blatt\nurl: https://example.org/a\n---\n\nDer Text.\n'

test('an entry goes before what the file says, field by field, and names the source', async () => {
  const { key, pinned, metadata } = await read(page)
  assert.deepEqual(
    { key, pinned, metadata },
    {
      key: 'entry',
      pinned: true,
      metadata: {
        title: 'Der Titel der Literaturliste',
        authors: ['Ida Sommer'],
        published: '2025-12',
        publisher: 'Blatt',
        url: 'https://example.org/a',
      },
    },
  )
})

test('a sidecar goes before the entry, which still names the source', async () => {
  const { key, metadata } = await read(page, 'id: other\ntitle: Titel von Hand\n')
  assert.equal(key, 'entry')
  assert.equal(metadata.title, 'Titel von Hand')
  assert.deepEqual(metadata.authors, ['Ida Sommer'])
})
