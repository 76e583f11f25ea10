import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDocument } from '../../../server/src/analysis/parse'

const rows = [
  ['<!-- beleg-disable -->', 'disable'],
  ['<!-- beleg-enable -->', 'enable'],
  ['<!--beleg-disable-file-->', 'disable-file'],
  ['Text <!-- beleg-disable-line --> Text', 'disable-line'],
  ['<!-- beleg-disable-next-line figure-contradicted -- anders gezählt -->', 'disable-next-line figure-contradicted: anders gezählt'],
  ['<!-- beleg-disable a, b c -->', 'disable a b c'],
  ['<!-- beleg-disable a --\n  über zwei\n  Zeilen -->', 'disable a: über zwei Zeilen'],
  ['<!-- beleg-disable -- weil -->', 'disable: weil'],
  ['<!-- beleg-disable figure--x -->', 'disable figure--x'],
  ['<!-- beleg-disable-nothing -->', ''],
  ['<!-- beleg disable -->', ''],
  ['<!-- anderes -->', ''],
  ['`<!-- beleg-disable -->`', ''],
  ['<div><!-- beleg-disable --></div>', 'disable'],
  ['- <!-- beleg-disable -->', 'disable'],
  ['| 5 <!-- beleg-disable-line --> |\n|---|', 'disable-line'],
  ['<!-- beleg-disable -->\n<!-- beleg-enable -->', 'disable enable'],
] as const
for (const [text, expected] of rows) {
  test(text, () => {
    const found = parseDocument(text).directives
    const shown = found.map(({ kind, rules, reason }) =>
      [kind, ...rules.map(({ name }) => name)].join(' ').concat(reason === undefined ? '' : `: ${reason}`),
    )
    assert.equal(shown.join(' '), expected)
    for (const { start, end, rules } of found) {
      assert.match(text.slice(start, end), /^<!--[\s\S]*-->$/)
      for (const rule of rules) assert.equal(text.slice(rule.start, rule.end), rule.name)
    }
  })
}
