import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Change, CorpusIndex } from '../../../server/src/corpus/index'
import { createMemoryIndex } from '../../../server/src/corpus/memory'
import { openStore, type Store } from '../../../server/src/host/store/store'
import { contract, put, query } from '../corpus/contract'

const folder = mkdtempSync(join(tmpdir(), 'beleg-store-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const fresh = () => join(folder, `${files++}`, 'index.sqlite')

function open(file = fresh()): Store {
  const store = openStore(file)
  assert.ok(store !== undefined)
  return store
}

if (openStore(fresh()) === undefined) test('store', { skip: 'this Node has no node:sqlite' })
else {
  contract('store', open)

  test('the store answers like the index in memory, whatever happened before', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = generator(seed)
      const [store, memory] = [open(), createMemoryIndex()]
      for (let round = 0; round < 12; round++) {
        const changes = Array.from({ length: 1 + random(8) }, () => randomChange(random))
        await Promise.all([store.apply(changes), memory.apply(changes)])
        if (random(4) === 0) store.mergeNow()
      }
      assert.deepEqual(await answers(store), await answers(memory), `seed ${seed}`)
      await store.close()
    }
  })

  test('an index stays in its file, and another connection sees changes at once', async () => {
    const file = fresh()
    const first = open(file)
    const second = open(file)
    assert.deepEqual(await second.search([query('Hafen')]), [[]])
    await first.apply([put({ path: 'a.txt', text: 'Der Hafen' })])
    assert.equal((await second.search([query('Hafen')]))[0]?.length, 1)
    await second.apply([{ kind: 'remove', path: 'a.txt' }, put({ path: 'b.txt', text: 'Der Hafen' })])
    assert.equal((await first.search([query('Hafen')]))[0]?.[0]?.key, 'b')
    await first.close()
    await second.close()
    const third = open(file)
    assert.equal((await third.stats()).sources, 1)
    await third.close()
  })

  test('a damaged file is made anew', async () => {
    const file = fresh()
    const store = open(file)
    await store.apply([put({ path: 'a.txt', text: 'Der Hafen' })])
    await store.close()
    writeFileSync(file, 'this is no database, but long enough to look like one'.repeat(1000))
    const again = open(file)
    assert.deepEqual(await again.files(), [])
    await again.close()
  })
}

/** Numbers from 0 up to, not including, the argument; always the same for a seed. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const words = ['Hafen', 'Wald', 'Umschlag', 'Tonnen', 'Buchen', '8,3', '2024', 'Kanal', 'Fähre', 'Schiff', 'Kran', 'Deich']

function randomChange(random: (below: number) => number): Change {
  const path = `${random(3)}/${['a', 'b', 'c', 'd'][random(4)]}.txt`
  if (random(5) === 0) return { kind: 'remove', path }
  const text = Array.from({ length: 5 + random(40) }, () => words[random(words.length)]).join(' ')
  return put({
    path,
    text,
    ...(random(4) === 0 && { id: ['a', 'x', '1/b', 'b.txt'][random(4)] ?? 'a' }),
    metadata: { title: `Titel ${random(3)}`, published: `202${random(6)}-01-01` },
    ...(random(2) === 0 && {
      actors: [{ name: 'Merz', type: 'person', aliases: ['Merz’'], roles: [{ role: 'Kanzler' }], mentions: 1 + random(3) }],
    }),
  })
}

async function answers(index: CorpusIndex) {
  const list = await index.list({ limit: 100 })
  return {
    list,
    files: await index.files(),
    stats: await index.stats(),
    sources: await index.sources(list.map(({ key }) => key)),
    hits: await index.search(words.map((word, at) => query(`${word} ${words[(at + 5) % words.length]}`, 4))),
    found: await index.findSources('titel', 10),
    actors: await index.findActors('m', 5),
    called: await index.actorsCalled(['merz', 'kai'], 5),
    holders: await index.actorsWithRole(['Kanzler'], 5),
    similar: await index.similarNames(['Mers']),
    naming: await index.sourcesNaming({ name: 'Merz', type: 'person' }, 5),
    open: await index.withoutActors(50),
  }
}
