import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { allRules } from '../../../server/src/rules/all'
import { defaultSeverities, ruleNames } from '../../../server/src/rules/names'
import type { RuleName } from '../../../server/src/rules/rule'
import { checkedOf, findingsOf, fixed, type Known } from './checked'

/** Rule, text, what is known, the words that findings mark, and the text after the first fix. */
type Row = readonly [name: string, rule: RuleName, text: string, known: Known, marked: readonly string[], fix?: string]

const rows: readonly Row[] = [
  [
    'a contradicted figure, and the figure of the source',
    'figure-contradicted',
    'Es waren 40 Menschen, dazu 5 Prozent.',
    { figures: { '40 Menschen': ['contradicted', 'a: 43 Menschen'], '5 Prozent': ['supported', 'a: 5 Prozent'] } },
    ['40 Menschen'],
    'Es waren 43 Menschen, dazu 5 Prozent.',
  ],
  [
    'markup within the figure is not torn apart',
    'figure-contradicted',
    'Es waren **40** Menschen.',
    { figures: { '40 Menschen': ['contradicted', 'a: 43 Menschen'] } },
    ['40** Menschen'],
  ],
  [
    'a disputed figure',
    'figure-disputed',
    'Es waren 40 Menschen.',
    { figures: { '40 Menschen': ['disputed', 'a: 43 Menschen'] } },
    ['40 Menschen'],
  ],
  [
    'an outdated figure',
    'figure-outdated',
    'Es waren 40 Menschen.',
    { figures: { '40 Menschen': ['outdated', 'a: 43 Menschen'] } },
    ['40 Menschen'],
    'Es waren 43 Menschen.',
  ],
  [
    'a figure of no source',
    'figure-unsupported',
    'Es waren 40 Menschen.',
    { figures: { '40 Menschen': ['unsupported'] } },
    ['40 Menschen'],
  ],
  [
    'an unknown key that resembles another',
    'citation-unknown',
    'Es waren 40 [@dts-2025; @b; @c].',
    { references: { 'dts-2025': ['dts-2026'], b: 'source', c: 'bibliography' } },
    ['dts-2025'],
    'Es waren 40 [@dts-2026; @b; @c].',
  ],
  ['an unknown key in braces', 'citation-unknown', 'Laut @{a b} so', { references: {} }, []],
  [
    'an unknown key whose like wants braces',
    'citation-unknown',
    'Laut @ab so',
    { references: { ab: ['a..b'] } },
    ['ab'],
    'Laut @{a..b} so',
  ],
  [
    'the cited source lacks the figure',
    'citation-mismatch',
    'Es waren 40 Menschen [siehe -@a, S. 3].',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] }, references: { a: 'source' } },
    ['a'],
    'Es waren 40 Menschen [siehe -@b, S. 3].',
  ],
  [
    'a citation behind the full stop',
    'citation-mismatch',
    'Es waren 40 Menschen. [@a]',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] }, references: { a: 'source' } },
    ['a'],
    'Es waren 40 Menschen. [@b]',
  ],
  [
    'a citation of another sentence',
    'citation-mismatch',
    'Es waren 40 Menschen. Das war im Mai [@a].',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] }, references: { a: 'source' } },
    [],
  ],
  [
    'a cited work without its text',
    'citation-mismatch',
    'Es waren 40 Menschen [@a].',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] }, references: { a: 'bibliography' } },
    [],
  ],
  [
    'a citation that bears out the other figure',
    'citation-mismatch',
    'Es waren 40 Menschen und 5 Prozent [@a].',
    {
      figures: { '40 Menschen': ['supported', 'b: 40 Menschen'], '5 Prozent': ['supported', 'a: 5 Prozent'] },
      references: { a: 'source' },
    },
    [],
  ],
  [
    'each figure has its own citation',
    'citation-mismatch',
    'Es waren 40 Menschen [@a] und 5 Prozent [@c].',
    {
      figures: { '40 Menschen': ['supported', 'b: 40 Menschen'], '5 Prozent': ['supported', 'b: 5 Prozent'] },
      references: { a: 'source', c: 'source' },
    },
    ['a', 'c'],
  ],
  [
    'a supported figure without a citation',
    'citation-missing',
    'Es waren „etwa *40 Menschen*“. Mehr nicht.',
    { figures: { 'etwa 40 Menschen': ['supported', 'b: 40 Menschen'] } },
    ['etwa *40 Menschen'],
    'Es waren „etwa *40 Menschen*“ [@b]. Mehr nicht.',
  ],
  [
    'several figures of one sentence',
    'citation-missing',
    'Es waren 40 Menschen und 5 Prozent',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'], '5 Prozent': ['supported', 'b: 5 Prozent'] } },
    ['40 Menschen'],
    'Es waren 40 Menschen und 5 Prozent [@b]',
  ],
  [
    'a paragraph that cites',
    'citation-missing',
    'Es waren 40 Menschen. Das war im Mai [@b].',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] } },
    [],
  ],
  [
    'a paragraph with a footnote',
    'citation-missing',
    'Es waren 40 Menschen.[^1]\n\n[^1]: Bericht.',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] } },
    [],
  ],
  [
    'a list whose introduction cites',
    'citation-missing',
    'Laut [@b] waren es:\n\n- 40 Menschen',
    { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] } },
    [],
  ],
  ['a heading', 'citation-missing', '# 40 Menschen', { figures: { '40 Menschen': ['supported', 'b: 40 Menschen'] } }, []],
  [
    'a changed quotation',
    'quote-altered',
    'Er sagte: „Wir werden das nie tun.“',
    { quotes: { 'Wir werden das nie tun.': 'Wir werden das wohl nie tun.' } },
    ['„Wir werden das nie tun.“'],
    'Er sagte: „Wir werden das wohl nie tun.“',
  ],
  [
    'an exact quotation',
    'quote-altered',
    'Er sagte: „Wir werden das nie tun.“',
    { quotes: { 'Wir werden das nie tun.': 'Wir werden das nie tun.' } },
    [],
  ],
  [
    'marked omissions and insertions',
    'quote-altered',
    'Er sagte: „Wir [die Koalition] werden das […] nie tun.“',
    { quotes: { 'Wir [die Koalition] werden das […] nie tun.': 'Wir werden das ganz bestimmt nie tun.' } },
    [],
  ],
  [
    'capitals, hyphens and marks',
    'quote-altered',
    'Er sagte: „wir werden’s nie tun“',
    { quotes: { 'wir werden’s nie tun': "Wir wer\u00adden's nie tun" } },
    [],
  ],
  [
    'a misspelt name',
    'actor-misspelt',
    'Der Vorschlag Olena Kowalenkas liegt vor.',
    { names: { Kowalenkas: { kind: 'misspelt', written: 'Kowalenkas', known: 'Kowalenkos' } } },
    ['Kowalenkas'],
    'Der Vorschlag Olena Kowalenkos liegt vor.',
  ],
  [
    'a role of another',
    'actor-role',
    'Das sagte Finanzminister Braun.',
    {
      names: {
        'Finanzminister Braun': { kind: 'role', actor: 'Karl Braun', written: 'Finanzminister', known: 'Anna Weiß', former: false },
      },
    },
    ['Finanzminister Braun'],
  ],
  [
    'a comment that silences nothing',
    'directive-unused',
    'A\n\n<!-- beleg-disable-line -->\nB',
    { unused: ['<!-- beleg-disable-line'] },
    ['<!-- beleg-disable-line -->'],
    'A\n\nB',
  ],
  [
    'a comment within a line',
    'directive-unused',
    'A <!-- beleg-disable-line -->\nB',
    { unused: ['<!-- beleg-disable-line'] },
    ['<!-- beleg-disable-line -->'],
    'A\nB',
  ],
  ['a comment that silences something', 'directive-unused', 'A <!-- beleg-disable-line -->', {}, []],
  [
    'a rule that does not exist',
    'directive-unused',
    'A <!-- beleg-disable-line figure-contradictet -->',
    {},
    ['figure-contradictet'],
    'A <!-- beleg-disable-line figure-contradicted -->',
  ],
]
for (const [name, rule, text, known, marked, fix] of rows) {
  test(`${rule}: ${name}`, () => {
    const checked = checkedOf(text, known)
    const findings = findingsOf(rule, checked)
    assert.deepEqual(
      findings.map(({ span }) => text.slice(span.start, span.end)),
      marked,
    )
    if (fix !== undefined) assert.equal(fixed(text, findings), fix)
    for (const locale of ['de', 'en'] as const) {
      for (const { message, fixes } of findingsOf(rule, checked, locale)) {
        for (const words of [message, ...fixes.map(({ title }) => title)]) assert.match(words, /^\S.*\S$/)
        assert.ok(!message.includes('undefined'), message)
      }
    }
  })
}

test('a changed quotation says what changed', () => {
  const text = 'Er sagte: „Wir werden das im Jahr 2030 nie tun.“'
  const checked = checkedOf(text, { quotes: { 'Wir werden das im Jahr 2030 nie tun.': 'Wir werden das wohl im Jahr 2035 tun.' } })
  assert.equal(
    findingsOf('quote-altered', checked)[0]?.message,
    'Das Zitat weicht von „Titel quelle“ ab: dort auch „wohl“; dort „2035“ statt „2030 nie“.',
  )
  assert.equal(
    findingsOf('quote-altered', checked, 'en')[0]?.message,
    'The quotation differs from “Titel quelle”: also “wohl” there; “2035” there instead of “2030 nie”.',
  )
})

test('every rule has one name, one default and one page', () => {
  assert.deepEqual(
    allRules.map(({ name }) => name),
    ruleNames,
  )
  for (const { name, severity, summary } of allRules) {
    assert.equal(severity, defaultSeverities[name])
    assert.ok(summary.de.endsWith('.') && summary.en.endsWith('.'))
    assert.ok(existsSync(`docs/rules/${name}.md`), name)
    assert.ok(readFileSync(`docs/rules/${name}.md`, 'utf8').includes(summary.en), name)
  }
})
