/** What holds for every document, however odd: over Markdown at random and over the documents of all fixtures. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDocument } from '../../../server/src/analysis/parse'
import { contains, type Span } from '../../../server/src/text/span'
import { markdown } from './markdown'

function check(text: string): void {
  const document = parseDocument(text)
  const whole = { start: 0, end: text.length }
  const { body } = document.prose
  const read = { start: 0, end: body.text.length }
  const inOrder = (spans: readonly Span[], outer: Span) => {
    for (const [index, span] of spans.entries()) {
      assert.ok(span.start <= span.end && contains(outer, span), JSON.stringify(span))
      assert.ok(span.start >= (spans[index - 1]?.end ?? 0), `${JSON.stringify(spans[index - 1])} before ${JSON.stringify(span)}`)
    }
  }
  inOrder(body.passages, read)
  for (const passage of body.passages) {
    assert.match(body.text.slice(passage.start, passage.end), passage.row === undefined ? /^\S[\s\S]*\S$|^\S$/ : /[\s\S]*/)
    if (passage.row !== undefined) inOrder(passage.row.cells, passage)
    assert.ok(contains(whole, document.prose.toDocument(passage)))
  }
  for (const citation of document.citations) {
    assert.equal(text.slice(citation.keySpan.start, citation.keySpan.end), citation.key)
    assert.ok(contains(citation, citation.keySpan) && contains(citation.group, citation) && contains(whole, citation.group))
    assert.ok(document.prose.before(citation.start) <= read.end)
  }
  inOrder(document.quotations, whole)
  for (const quotation of document.quotations) assert.ok(contains(quotation, quotation.inner) && body.text.includes(quotation.text))
  for (const directive of document.directives) assert.ok(contains(whole, directive))
  for (const span of document.opaque) assert.ok(contains(whole, span))
  inOrder(document.headings, whole)
  inOrder(
    document.blocks.map(({ start, block }) => ({ start, end: start + block.length })),
    whole,
  )
}

test('Markdown at random', () => fc.assert(fc.property(markdown, check), { numRuns: Number(process.env['RUNS'] ?? 500) }))

for (const path of readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))) {
  test(`fixtures/${path}`, () => check(readFileSync(join('fixtures', path), 'utf8')))
}
