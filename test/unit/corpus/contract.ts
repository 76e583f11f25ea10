/** What every store behind the index port must do. Each store has a test file that calls this with a way to make an empty one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../../../server/src/corpus/entry'
import type { ActorTally, Change, CorpusIndex, FileRecord } from '../../../server/src/corpus/index'
import { termsOf } from '../../../server/src/corpus/terms'
import { claimOf } from '../../../server/src/source/key'
import type { Metadata, Source } from '../../../server/src/source/source'

export interface TextFile {
  readonly path: string
  readonly text: string
  readonly id?: string
  readonly metadata?: Partial<Metadata>
  readonly actors?: readonly ActorTally[]
}

export function put({ path, text, id, metadata, actors }: TextFile): Change {
  const source: Source = {
    key: id ?? claimOf(path),
    ...(id !== undefined && { pinned: true }),
    path,
    metadata: { authors: [], ...metadata },
    body: {
      text,
      language: 'de',
      passages: text.split('\n').map((line, group) => {
        const start = text.split('\n').slice(0, group).join('\n').length + (group > 0 ? 1 : 0)
        return { kind: 'paragraph', group, start, end: start + line.length, heads: group > 1 ? ['Kopf'] : [] }
      }),
    },
    furniture: [{ start: 0, end: 0 }],
  }
  return { kind: 'put', file: record(path, { kind: 'read', key: source.key }, text), entry: entryOf(source, actors) }
}

export function record(path: string, outcome: FileRecord['outcome'], content = ''): FileRecord {
  return { path, size: content.length, modified: 1_700_000_000_000.5, hash: `${content.length}`, outcome }
}

export function query(text: string, limit = 5) {
  const terms = new Map<string, number>()
  for (const term of termsOf(text, 'de')) terms.set(term, (terms.get(term) ?? 0) + 1)
  return { terms, limit }
}

const hafen = { path: 'sources/hafen.txt', text: 'Der Hafen schlug 2024 rund 8,3 Millionen Tonnen um.\nDie Fähre fährt täglich.' }
const wald = { path: 'sources/wald.txt', text: 'Im Stadtwald stehen 12.000 Buchen.\nDie Buche ist der Baum des Jahres.' }

export function contract(name: string, create: () => CorpusIndex): void {
  const check = (behaviour: string, body: (index: CorpusIndex) => Promise<void>) =>
    test(`${name}: ${behaviour}`, async () => {
      const index = create()
      try {
        await body(index)
      } finally {
        await index.close()
      }
    })

  check('an empty index answers', async (index) => {
    assert.deepEqual(await index.files(), [])
    assert.deepEqual(await index.list({ limit: 10 }), [])
    assert.deepEqual(await index.sources(['x']), [undefined])
    assert.deepEqual(await index.summaries(['x']), [undefined])
    assert.deepEqual(await index.search([query('Hafen'), query('')]), [[], []])
    assert.deepEqual(await index.findSources('', 5), [])
    assert.deepEqual(await index.findActors('', 5), [])
    assert.deepEqual(await index.stats(), { sources: 0, skipped: 0, sections: 0, withoutActors: 0 })
  })

  check('a source comes back as it was put', async (index) => {
    const change = put({ ...hafen, metadata: { title: 'Umschlag', authors: ['A. B.'], published: '2025-01-02' } })
    await index.apply([change])
    assert.deepEqual(await index.sources(['hafen', 'nichts']), [change.kind === 'put' ? change.entry.source : undefined, undefined])
    assert.deepEqual(await index.files(), [change.kind === 'put' ? change.file : undefined])
  })

  check('the text that shares more and rarer words comes first, and numbers are words', async (index) => {
    await index.apply([put(hafen), put(wald)])
    const [harbour, trees, joined] = await index.search([query('Tonnen im Hafen'), query('12.000 Bäume'), query('Wälder')])
    assert.deepEqual(
      harbour?.map(({ key }) => key),
      ['hafen'],
    )
    assert.equal(trees?.[0]?.key, 'wald')
    assert.deepEqual(
      joined?.map(({ key }) => key),
      ['wald'],
      'compounds are found by their parts',
    )
  })

  check('weights count, and unknown terms cost nothing', async (index) => {
    await index.apply([put(hafen), put(wald)])
    const terms = new Map([...query('Hafen').terms, ...query('Buche').terms, ['gibtesnicht', 9]])
    const [plain] = await index.search([{ terms, limit: 2 }])
    const [weighted] = await index.search([
      { terms: new Map([...terms, ...[...query('Hafen').terms.keys()].map((term) => [term, 5] as const)]), limit: 2 },
    ])
    assert.equal(plain?.[0]?.key, 'wald')
    assert.equal(weighted?.[0]?.key, 'hafen')
    assert.deepEqual((await index.search([{ terms, limit: 1 }]))[0]?.length, 1)
  })

  check('a file that is put again replaces itself, one that is removed is gone', async (index) => {
    await index.apply([put(hafen), put(wald)])
    await index.apply([put({ ...hafen, text: 'Das Rathaus ist alt.' })])
    assert.deepEqual(await index.search([query('Tonnen Hafen')]), [[]])
    assert.equal((await index.search([query('Rathaus')]))[0]?.[0]?.key, 'hafen')
    await index.apply([
      { kind: 'remove', path: hafen.path },
      { kind: 'remove', path: 'nie/gesehen.txt' },
    ])
    assert.deepEqual(await index.search([query('Rathaus')]), [[]])
    assert.deepEqual((await index.stats()).sources, 1)
  })

  check('a file may change several times within a batch', async (index) => {
    await index.apply([put(hafen), { kind: 'remove', path: hafen.path }, put(wald), put({ ...wald, text: 'Kein Baum.' }), put(hafen)])
    assert.deepEqual(
      (await index.files()).map(({ path }) => path),
      [hafen.path, wald.path],
    )
    assert.deepEqual((await index.search([query('Buchen')]))[0], [])
    assert.equal((await index.stats()).sources, 2)
  })

  check('skipped files are listed with their reason', async (index) => {
    const file = record('sources/bild.txt', { kind: 'skipped', reason: 'binary' })
    await index.apply([put(hafen), { kind: 'skip', file }])
    assert.deepEqual((await index.files())[0], file)
    assert.deepEqual(await index.stats(), { sources: 1, skipped: 1, sections: 1, withoutActors: 1 })
    await index.apply([{ kind: 'skip', file: record(hafen.path, { kind: 'skipped', reason: 'empty' }) }])
    assert.equal((await index.stats()).sources, 0)
  })

  check('all of a batch or nothing', async (index) => {
    const broken = put(wald)
    const entry = { ...(broken.kind === 'put' ? broken.entry : undefined), sections: undefined }
    await assert.rejects(index.apply([put(hafen), { ...broken, entry } as unknown as Change]))
    assert.deepEqual(await index.files(), [])
    assert.deepEqual(await index.search([query('Hafen')]), [[]])
    await index.apply([put(hafen)])
    assert.equal((await index.search([query('Hafen')]))[0]?.length, 1)
  })

  check('sources are listed by key, page by page', async (index) => {
    await index.apply(['d', 'a', 'c', 'b'].map((letter) => put({ path: `${letter}.txt`, text: `Text ${letter}` })))
    const first = await index.list({ limit: 3 })
    assert.deepEqual(
      first.map(({ key }) => key),
      ['a', 'b', 'c'],
    )
    assert.deepEqual(
      (await index.list({ after: 'c', limit: 3 })).map(({ key }) => key),
      ['d'],
    )
  })

  check('who claims the same key gets a longer one, whatever the order', async (index) => {
    const files = ['b/bericht.md', 'a/bericht.txt', 'a/bericht.pdf'].map((path) => put({ path, text: path }))
    await index.apply(files.slice(0, 1))
    assert.deepEqual(
      (await index.list({ limit: 9 })).map(({ key }) => key),
      ['bericht'],
    )
    await index.apply(files.slice(1))
    const keys = async () => (await index.list({ limit: 9 })).map(({ key, path }) => `${key} ${path}`)
    assert.deepEqual(await keys(), ['bericht a/bericht.pdf', 'bericht.md b/bericht.md', 'bericht.txt a/bericht.txt'])
    await index.apply([put({ path: 'z.md', text: 'z', id: 'bericht' }), put({ path: 'y.md', text: 'y', id: 'bericht.md' })])
    assert.deepEqual(
      await keys(),
      ['bericht.txt a/bericht.txt', 'bericht z.md', 'bericht.md y.md', 'bericht.pdf a/bericht.pdf', 'b/bericht b/bericht.md'].sort(),
    )
    await index.apply([
      { kind: 'remove', path: 'z.md' },
      { kind: 'remove', path: 'y.md' },
    ])
    assert.deepEqual(await keys(), ['bericht a/bericht.pdf', 'bericht.md b/bericht.md', 'bericht.txt a/bericht.txt'])
    assert.equal((await index.sources(['bericht.md']))[0]?.path, 'b/bericht.md')
    const holder = 'a/bericht.pdf'
    assert.deepEqual(await index.collisions(9), [
      { path: 'a/bericht.txt', key: 'bericht.txt', claim: 'bericht', pinned: false, holder },
      { path: 'b/bericht.md', key: 'bericht.md', claim: 'bericht', pinned: false, holder },
    ])
    assert.equal((await index.collisions(1)).length, 1)
    assert.equal((await index.findSources('bericht.md', 1))[0]?.path, 'b/bericht.md')
  })

  check('touched and renamed files keep their text', async (index) => {
    await index.apply([put(hafen), put({ ...wald, id: 'forst' })])
    await index.apply([
      { kind: 'touch', from: hafen.path, file: record('sources/kai.txt', { kind: 'read', key: 'hafen' }, 'neu') },
      { kind: 'touch', from: wald.path, file: record('sources/forst/a.txt', { kind: 'read', key: 'forst' }) },
    ])
    assert.deepEqual(
      (await index.list({ limit: 9 })).map(({ key, path }) => `${key} ${path}`),
      ['forst sources/forst/a.txt', 'kai sources/kai.txt'],
    )
    assert.equal((await index.search([query('Hafen')]))[0]?.[0]?.key, 'kai')
    assert.equal((await index.sources(['kai']))[0]?.body.text, hafen.text)
  })

  check('several articles of one file', async (index) => {
    const [first, second] = [
      put({ path: 'a.jsonl', text: 'Erster Artikel' }),
      put({ path: 'a.jsonl', text: 'Zweiter Artikel', id: 'zwei' }),
    ]
    if (first.kind !== 'put' || second.kind !== 'put') return
    await index.apply([{ ...first, others: [second.entry] }])
    assert.deepEqual(
      (await index.list({ limit: 9 })).map(({ key }) => key),
      ['a', 'zwei'],
    )
    await index.apply([
      { kind: 'actors', path: 'a.jsonl', actors: [[], [{ name: 'Merz', type: 'person', aliases: [], roles: [], mentions: 1 }]] },
    ])
    assert.equal((await index.findActors('merz', 1))[0]?.sources, 1)
    await index.apply([{ kind: 'remove', path: 'a.jsonl' }])
    assert.deepEqual(await index.list({ limit: 9 }), [])
  })

  check('sources are found by key, title, author, publisher and date', async (index) => {
    await index.apply([
      put({ ...hafen, metadata: { title: 'Umschlag im Hafen', authors: ['Ida Öst'], publisher: 'Küstenblatt', published: '2024-05-01' } }),
      put({ ...wald, metadata: { title: 'Wald und Umschlag', published: '2025-05-01' } }),
    ])
    const found = async (text: string) => (await index.findSources(text, 9)).map(({ key }) => key)
    assert.deepEqual(await found('umSCHLAG'), ['wald', 'hafen'])
    assert.deepEqual(await found('küsten'), ['hafen'])
    assert.deepEqual(await found('ÖST'), ['hafen'])
    assert.deepEqual(await found('2025'), ['wald'])
    assert.deepEqual(await found('ald'), ['wald'])
    assert.deepEqual(await found('%'), [])
  })

  check('actors are counted over sources, with roles from the most recent', async (index) => {
    const merz = { name: 'Friedrich Merz', type: 'person', aliases: ['Merz'], roles: [{ role: 'Kanzler' }], mentions: 3 } as const
    await index.apply([
      put({ ...hafen, metadata: { published: '2024-01-01' }, actors: [{ ...merz, roles: [{ role: 'Fraktionschef' }] }] }),
      put({
        ...wald,
        metadata: { published: '2025-01-01' },
        actors: [merz, { ...merz, name: 'Meran', type: 'place', aliases: [], roles: [], mentions: 1 }],
      }),
    ])
    assert.deepEqual(await index.findActors('mer', 9), [
      {
        name: 'Friedrich Merz',
        type: 'person',
        aliases: ['Merz'],
        roles: [
          { role: 'Kanzler', sources: ['wald'], first: '2025-01-01', last: '2025-01-01' },
          { role: 'Fraktionschef', sources: ['hafen'], first: '2024-01-01', last: '2024-01-01' },
        ],
        mentions: 6,
        sources: 2,
      },
      { name: 'Meran', type: 'place', aliases: [], roles: [], mentions: 1, sources: 1 },
    ])
    assert.deepEqual((await index.findActors('Friedrich Me', 9)).length, 1)
    assert.deepEqual(await index.findActors('erz', 9), [])
    await index.apply([{ kind: 'remove', path: wald.path }])
    assert.deepEqual(
      (await index.findActors('', 9)).map(({ name, mentions }) => `${name} ${mentions}`),
      ['Friedrich Merz 3'],
    )
  })

  const tally = (name: string, more: Partial<ActorTally> = {}): ActorTally => ({
    name,
    type: 'person',
    aliases: [],
    roles: [],
    mentions: 1,
    ...more,
  })

  check('actors are found without umlauts and accents, by any word and by initials', async (index) => {
    const names = ['Cem Özdemir', 'Ursula von der Leyen', 'Recep Tayyip Erdoğan', 'Łódź']
    await index.apply([put({ ...hafen, actors: names.map((name) => tally(name)) })])
    const found = async (text: string) => (await index.findActors(text, 9)).map(({ name }) => name)
    for (const text of ['ozd', 'Özd', 'oezd', 'Cem Oez', 'cö']) assert.deepEqual(await found(text), ['Cem Özdemir'], text)
    for (const text of ['uvd', 'Ley', 'der Le', 'von der leyen']) assert.deepEqual(await found(text), ['Ursula von der Leyen'], text)
    assert.deepEqual(await found('erdog'), ['Recep Tayyip Erdoğan'])
    assert.deepEqual(await found('lod'), ['Łódź'])
    assert.deepEqual(await found('O'), ['Cem Özdemir'])
  })

  check('of many names with one beginning the most mentioned are found', async (index) => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const names = letters.flatMap((a) => letters.map((b) => tally(`Mar${a}${b}`)))
    await index.apply([put({ ...hafen, actors: [...names, tally('Marzzz', { mentions: 90 }), tally('Marzzx', { mentions: 9 })] })])
    for (const text of ['m', 'ma', 'mar']) {
      assert.deepEqual(
        (await index.findActors(text, 2)).map(({ name }) => name),
        ['Marzzz', 'Marzzx'],
        text,
      )
    }
  })

  check('actors are found by what they are called and by their role', async (index) => {
    const merz = tally('Friedrich Merz', { aliases: ['Merz'], roles: [{ role: 'Kanzler', since: '2025-05' }] })
    const scholz = tally('Olaf Scholz', { roles: [{ role: 'Kanzler', former: true }] })
    await index.apply([put({ ...hafen, metadata: { published: '2025-06-01' }, actors: [merz, scholz] }), put({ ...wald, actors: [merz] })])
    const names = (lists: readonly (readonly { readonly name: string }[])[]) => lists.map((list) => list.map(({ name }) => name))
    assert.deepEqual(names(await index.actorsCalled(['merz', 'Scholz', 'Friedrich', 'Olaf Scholz'], 9)), [
      ['Friedrich Merz'],
      ['Olaf Scholz'],
      [],
      ['Olaf Scholz'],
    ])
    assert.deepEqual(names(await index.actorsWithRole(['Kanzler', 'Kanzlerin'], 9)), [['Friedrich Merz'], []])
    assert.deepEqual((await index.actorsCalled(['Friedrich Merz'], 1))[0]?.[0]?.roles, [
      { role: 'Kanzler', since: '2025-05', sources: ['hafen', 'wald'], first: '2025-06-01', last: '2025-06-01' },
    ])
    assert.deepEqual((await index.actorsCalled(['Olaf Scholz'], 1))[0]?.[0]?.roles[0]?.former, true)
    assert.deepEqual((await index.findActors('merz', 1, 'brief'))[0]?.roles, [{ role: 'Kanzler', sources: [] }])
    assert.deepEqual(await index.sourcesNaming({ name: 'Friedrich Merz', type: 'person' }, 9), ['hafen', 'wald'])
    assert.deepEqual(await index.sourcesNaming({ name: 'Friedrich Merz', type: 'place' }, 9), [])
    await index.apply([{ kind: 'remove', path: hafen.path }])
    assert.deepEqual((await index.actorsCalled(['Friedrich Merz'], 1))[0]?.[0]?.roles, [
      { role: 'Kanzler', since: '2025-05', sources: ['wald'] },
    ])
    assert.deepEqual(names(await index.actorsWithRole(['Kanzler'], 9)), [['Friedrich Merz']])
    assert.deepEqual(names(await index.actorsCalled(['Olaf Scholz'], 9)), [[]])
  })

  check('words of names that may be meant by a slip', async (index) => {
    await index.apply([
      put({ ...hafen, actors: [tally('Wolodymyr Selenskyj', { mentions: 4 }), tally('Marie Selle')] }),
      put({ ...wald, actors: [tally('Olena Selenska'), tally('Wolodymyr Selenskyj')] }),
    ])
    const similar = async (word: string) => (await index.similarNames([word]))[0]?.map(({ word: known, sources }) => `${known} ${sources}`)
    assert.deepEqual(await similar('Selneskyj'), ['Selenska 1', 'Selenskyj 2'])
    assert.deepEqual(await similar('Welenskyj'), ['Selenskyj 2'])
    assert.deepEqual(await similar('Sell'), ['Selle 1'])
    await index.apply([{ kind: 'remove', path: wald.path }])
    assert.deepEqual(await similar('Selenskyi'), ['Selenskyj 1'])
  })

  check('actors may follow later', async (index) => {
    await index.apply([put(hafen), put({ ...wald, actors: [] })])
    assert.deepEqual(await index.withoutActors(9), [{ path: hafen.path, keys: ['hafen'] }])
    assert.deepEqual(await index.withoutActors(9, ['wald', 'nirgends']), [])
    assert.deepEqual(await index.withoutActors(9, ['hafen', 'hafen']), [{ path: hafen.path, keys: ['hafen'] }])
    await index.apply([
      { kind: 'actors', path: hafen.path, actors: [[{ name: 'Kiel', type: 'place', aliases: [], roles: [], mentions: 2 }]] },
    ])
    assert.deepEqual(await index.withoutActors(9), [])
    assert.equal((await index.findActors('kiel', 1))[0]?.mentions, 2)
  })

  check('the same article saved twice or syndicated is one witness', async (index) => {
    const sentences = Array.from(
      { length: 30 },
      (_, at) => `Der ${at}. Abschnitt berichtet von ${at * 7} Schiffen aus dem Bezirk Nummer ${at + 3}.`,
    )
    const article = sentences.join(' ')
    const other = sentences
      .map((sentence) => sentence.replace('Schiffen', 'Wagen').replace('berichtet', 'erzählt').replace('Bezirk', 'Kreis'))
      .join(' ')
    await index.apply([
      put({ path: 'c.txt', text: article }),
      put({ path: 'other.txt', text: other }),
      put({ path: 'short.txt', text: 'Kurz.' }),
    ])
    await index.apply([put({ path: 'b.txt', text: `Eine andere Schlagzeile\n${article} Quelle: Agentur.` })])
    const witnesses = async () => (await index.list({ limit: 9 })).map(({ key, witness }) => `${key}=${witness}`)
    assert.deepEqual(await witnesses(), ['b=b.txt', 'c=b.txt', 'other=other.txt', 'short=short.txt'])
    await index.apply([put({ path: 'a.txt', text: article })])
    assert.deepEqual(await witnesses(), ['a=a.txt', 'b=a.txt', 'c=a.txt', 'other=other.txt', 'short=short.txt'])
    await index.apply([
      { kind: 'remove', path: 'a.txt' },
      { kind: 'remove', path: 'b.txt' },
    ])
    assert.deepEqual(await witnesses(), ['c=c.txt', 'other=other.txt', 'short=short.txt'])
  })
}
