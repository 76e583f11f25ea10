import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Citation } from '../../../server/src/analysis/document'
import { parseDocument } from '../../../server/src/analysis/parse'

/** "a|S. 3 -b @c" : keys with locators; "-" hides the author, "@" stands in the text. */
function show({ key, locator, suppressAuthor, inText }: Citation): string {
  return `${inText ? '@' : ''}${suppressAuthor ? '-' : ''}${key}${locator === undefined ? '' : `|${locator}`}`
}

const rows = [
  ['[@a]', 'a'],
  ['[@dts-2025-12-15, Abs. 3]', 'dts-2025-12-15|Abs. 3'],
  ['[see @a, pp. 33-35 and *passim*; @b, chap. 1]', 'a|pp. 33-35 b|chap. 1'],
  ['[-@a]', '-a'],
  ['[siehe @a, S. 3 f.; vgl. -@b, Rn. 12]', 'a|S. 3 f. -b|Rn. 12'],
  ['[@a, {pp. iv, vi-xi} suffix]', 'a|pp. iv, vi-xi'],
  ['[@a{}, 99 years later]', 'a'],
  ['[@a, 33]', 'a|33'],
  ['[@a 33]', 'a|33'],
  ['[@a, § 5]', 'a|§ 5'],
  ['[@a, sowie mild und civil]', 'a'],
  ['[@a, pp. iv-vi]', 'a|pp. iv-vi'],
  ['@a sagt', '@a'],
  ['@a [S. 33] sagt', '@a|S. 33'],
  ['@a, der', '@a'],
  ['@a: so', '@a'],
  ['Laut @a.', '@a'],
  ['-@a', '@-a'],
  ['@spiegel:2024-03 und @romero-tejedor2010', '@spiegel:2024-03 @romero-tejedor2010'],
  ['@a--b', '@a'],
  ['@müller2020', '@müller2020'],
  ['@_x @9y', '@_x @9y'],
  ['@https://example.org/a', '@https://example.org/a'],
  ['@{https://example.org/a?b=c}', '@https://example.org/a?b=c'],
  ['[@{a b}]', ''],
  ['[(@a)]', 'a'],
  ['[@a [S. 3]; @b]', 'a b'],
  ['[*@a*]', 'a'],
  ['[siehe @a](https://example.org)', '@a'],
  ['me@example.org', ''],
  ['[me@example.org]', ''],
  ['`@a`', ''],
  ['\\@a', ''],
  ['@fig-map [@tbl-x; @a]', 'a'],
  ['@', ''],
  ['@ a', ''],
  ['$$@a$$', ''],
  ['[^a@b]', ''],
  ['[offen @a', '@a'],
  ['<!-- @a -->', ''],
  ['https://example.org/@a', ''],
  ['| x |\n|---|\n| 5 [@a] |', 'a'],
  ['> 5 [@a]', 'a'],
  ['# 5 [@a]', 'a'],
  ['[^1]: 5 [@a]', 'a'],
] as const
for (const [text, expected] of rows) test(text, () => assert.equal(parseDocument(text).citations.map(show).join(' '), expected))

test('spans of keys and groups', () => {
  const text = 'Es sind 5 [siehe @a, S. 3; @{b c/d}; -@b].'
  const [first, second] = parseDocument(text).citations
  assert.ok(first && second)
  assert.deepEqual(
    [first, first.keySpan, first.group, second].map(({ start, end }) => text.slice(start, end)),
    ['@a', 'a', '[siehe @a, S. 3; @{b c/d}; -@b]', '-@b'],
  )
})

test('the group of a citation in the text takes in its locator', () => {
  const text = 'Laut @a [S. 3] sind'
  const [citation] = parseDocument(text).citations
  assert.ok(citation)
  assert.equal(text.slice(citation.group.start, citation.group.end), '@a [S. 3]')
})
