import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Ranked, Ranking, type SearchableSegment } from '../../../server/src/corpus/rank'
import { PostingList } from '../../../server/src/corpus/segment'
import { random } from '../../support/random'

/** For each section how often it holds each term. */
type Counts = readonly ReadonlyMap<string, number>[]

const { below } = random(11)

/** Sections that hold the first terms often and the last ones hardly ever; three sections make a document. */
function sections(size: number): Counts {
  return Array.from(
    { length: size },
    () =>
      new Map(
        Array.from({ length: 30 }, (_, term) => [`t${term}`, below(1 + term) === 0 ? 1 + below(4) : 0] as const).filter(
          ([, count]) => count > 0,
        ),
      ),
  )
}

function segmentOf(counts: Counts, firstDocument: number): SearchableSegment {
  const lists = new Map<string, PostingList>()
  for (const [section, terms] of counts.entries()) {
    for (const [term, count] of terms) {
      const list = lists.get(term) ?? new PostingList()
      lists.set(term, list)
      list.add(section, count)
    }
  }
  return {
    lengths: Uint32Array.from(counts, lengthOf),
    owners: Uint32Array.from(counts, (_, section) => firstDocument + Math.floor(section / 3)),
    dead: Uint8Array.from(counts, (_, section) => (isDead(section) ? 1 : 0)),
    postings: (term) => lists.get(term)?.bytes(),
  }
}

const isDead = (section: number) => section % 7 === 3
const lengthOf = (terms: ReadonlyMap<string, number>) => [...terms.values()].reduce((sum, count) => sum + count, 0)

/** BM25 as its formula says it, section by section. */
function plainly(parts: readonly Counts[], terms: ReadonlyMap<string, number>): Map<number, number> {
  const live = parts.flatMap((counts, part) =>
    counts.flatMap((held, section) => (isDead(section) ? [] : [{ held, document: part * 10_000 + Math.floor(section / 3) }])),
  )
  const average = live.reduce((sum, { held }) => sum + lengthOf(held), 0) / live.length
  const rarities = [...terms].map(([term, weight]) => {
    const holders = live.filter(({ held }) => held.has(term)).length
    return { term, rarity: weight * Math.log(1 + (live.length - holders + 0.5) / (holders + 0.5)) }
  })
  const best = new Map<number, number>()
  for (const { held, document } of live) {
    let score = 0
    for (const { term, rarity } of rarities) {
      const count = held.get(term) ?? 0
      score += (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * lengthOf(held)) / average))
    }
    if (score > 0) best.set(document, Math.max(score, best.get(document) ?? 0))
  }
  return best
}

function rankingOf(parts: readonly Counts[]): Ranking {
  return new Ranking(parts.map((counts, part) => segmentOf(counts, part * 10_000)))
}

function anyQuery() {
  return { terms: new Map(Array.from({ length: 1 + below(20) }, () => [`t${below(32)}`, 1 + below(3)] as const)), limit: 1 + below(8) }
}

test('a document ranks as its best section does by the formula', () => {
  const parts = [sections(1500), sections(500)]
  const ranking = rankingOf(parts)
  for (let round = 0; round < 24; round++) {
    const { terms, limit } = anyQuery()
    const scores = plainly(parts, terms)
    const wanted = [...scores].sort(([, a], [, b]) => b - a)
    const answer: Ranked[] = ranking.rank({ terms, limit })
    assert.ok(answer.length >= Math.min(limit, wanted.length), `${answer.length} of ${limit}`)
    for (const [place, { document, score }] of answer.entries()) {
      assert.ok(Math.abs(score - (wanted[place]?.[1] ?? 0)) < 1e-5, `place ${place}: ${score} for ${wanted[place]?.[1]}`)
      assert.ok(Math.abs(score - (scores.get(document) ?? 0)) < 1e-5, `document ${document}`)
    }
  }
})

test('where words stand in thousands of sections, hardly anything of the best is missed, and nothing scores more than it should', () => {
  const parts = [sections(9000), sections(1200)]
  const ranking = rankingOf(parts)
  let [found, possible] = [0, 0]
  for (let round = 0; round < 12; round++) {
    const { terms, limit } = anyQuery()
    const scores = plainly(parts, terms)
    const answer = ranking.rank({ terms, limit }).slice(0, limit)
    assert.equal(answer.length, Math.min(limit, scores.size))
    for (const { document, score } of answer) {
      assert.ok(score < (scores.get(document) ?? 0) + 1e-5, `document ${document}`)
      found += score
    }
    possible += [...scores.values()]
      .sort((a, b) => b - a)
      .slice(0, limit)
      .reduce((sum, score) => sum + score, 0)
  }
  assert.ok(found > 0.99 * possible, `${found} of ${possible}`)
})

test('what is found does not depend on how the sections lie in segments', () => {
  // A multiple of 3 and of 7, so that the same documents are whole and the same sections dead.
  const size = 1512
  const counts = Array.from({ length: 6 }, () => sections(size))
  const [split, whole] = [rankingOf(counts), rankingOf([counts.flat()])]
  for (let round = 0; round < 12; round++) {
    const query = anyQuery()
    const told = (ranking: Ranking, perSegment: number) =>
      ranking
        .rank(query)
        .map((found) =>
          JSON.stringify({ ...found, document: Math.floor(found.document / perSegment) * (size / 3) + (found.document % perSegment) }),
        )
        .sort()
    assert.deepEqual(told(split, 10_000), told(whole, 1e9))
  }
})

test('of a document those sections are named that score as well as the last document asked for', () => {
  const held = [9, 1, 8, 0, 3, 0, 0, 0, 2].map((count) => new Map(count === 0 ? [] : [['t1', count] as const]))
  const [first, second] = rankingOf([held]).rank({ terms: new Map([['t1', 1]]), limit: 2 })
  assert.deepEqual([first?.sections, first?.sectionCount, second?.sections], [[0, 2], 3, [1]])
})

test('a query leaves nothing behind for the next', () => {
  const ranking = new Ranking([segmentOf(sections(9000), 0)])
  const query = { terms: new Map([1, 3, 9, 20, 25].map((term) => [`t${term}`, 1])), limit: 4 }
  const first = ranking.rank(query)
  ranking.rank({ terms: new Map([0, 2, 4, 28].map((term) => [`t${term}`, 2])), limit: 8 })
  assert.deepEqual(ranking.rank(query), first)
})
