import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mention } from '../../../server/src/actor/actor'
import type { CorpusIndex } from '../../../server/src/corpus/index'
import { nameDoubtsOf } from '../../../server/src/service/names'

/** A corpus that knows these persons, each mentioned often enough. */
function knowing(...names: readonly string[]): CorpusIndex {
  const actors = names.map((name) => ({ name, type: 'person' as const, aliases: [], roles: [], mentions: 5, sources: 2 }))
  const findActors = async (text: string) =>
    actors.filter(({ name }) => name.split(' ').some((word) => word.toLowerCase().startsWith(text.toLowerCase())))
  // Nothing else of the index is asked.
  return { findActors } as unknown as CorpusIndex
}

const mention = (name: string): Mention => ({ start: 0, end: name.length, text: name, type: 'person', name })

const cases = [
  ['a letter swapped for another', 'Wolodymyr Selenskij', ['Wolodymyr Selenskyj'], 'Wolodymyr Selenskyj'],
  ['a letter doubled', 'Friedrich Mertzens', ['Friedrich Mertzen'], undefined],
  ['the name itself', 'Friedrich Merz', ['Friedrich Merz'], undefined],
  ['its genitive', 'Wolodymyr Selenskyjs', ['Wolodymyr Selenskyj'], undefined],
  ['short names that differ in a letter are two persons', 'Anna Maier', ['Anne Maier'], undefined],
  ['two known names as near as each other', 'Peter Meisner', ['Peter Meissner', 'Peter Meixner'], undefined],
  ['a stranger', 'Karl Neumann', ['Friedrich Merz'], undefined],
  ['a surname alone', 'Selenskij', ['Wolodymyr Selenskyj'], undefined],
] as const
for (const [what, written, known, meant] of cases)
  test(`${what}: ${written}`, async () => {
    const { names } = await nameDoubtsOf([mention(written)], knowing(...known), 0, new Map())
    assert.deepEqual(
      names.map((doubt) => doubt.known),
      meant === undefined ? [] : [meant],
    )
  })
