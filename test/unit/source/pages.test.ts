/** The main text of the pages in fixtures/pages, each in another layout; `npm run eval -- pages fixtures/pages` shows every score. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mainText, pagesIn, scoreOf } from '../../eval/support/pages'

/** Where a layout hides what belongs to the article. */
const lower: Readonly<Record<string, { readonly precision?: number; readonly recall?: number }>> = {
  // Posts below the first have nothing that tells them from comments.
  'forum.html': { recall: 0.5 },
  // The time of each entry is part of its text.
  'liveblog.html': { precision: 0.9 },
  // Tables within tables, in which nothing is named.
  'nested-tables.html': { precision: 0.75 },
}

for (const page of pagesIn('fixtures/pages')) {
  test(page.name, async () => {
    const { precision, recall, extra, missing } = scoreOf(await mainText(page, { withTitle: true }), page.gold)
    const least = { precision: 0.95, recall: 0.95, ...lower[page.name] }
    assert.ok(precision >= least.precision, `too much: ${extra.join(' ')}`)
    assert.ok(recall >= least.recall, `missing: ${missing.join(' ')}`)
  })
}
