/** Code actions as before and after. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edit } from '../../../server/src/rules/rule'
import { type Action, actionsFor, citeAll } from '../../../server/src/service/actions'
import { checkDocument } from '../../../server/src/service/check'
import { noCompanions } from '../../../server/src/service/companions'
import { parseDecisions, withDecision } from '../../../server/src/service/decisions'
import { checkMarked, inputFor } from '../../support/corpus'

const sources = `
@@ sources/bilanz.txt
Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher, so viele wie nie zuvor.
@@ sources/haushalt.txt
Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus, wie aus dem Haushaltsbericht hervorgeht.
@@ sources/dauer.txt
Der Zug nach Lindau

Der Umbau des Bahnhofs von Lindau kostete mehr als 40 Millionen Euro.
`

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text)
}

async function actionsAt(document: string) {
  const { checked, file, workspace } = await checkMarked(`${sources}@@ entwurf.md\n${document}`)
  const at = file.cursor ?? 0
  const actions = actionsFor(checked, { start: at, end: at }, 'de')
  const after = (isMeant: (action: Action) => boolean) => {
    const action = actions.find(isMeant)
    return action?.kind === 'edit' ? applied(checked.document.text, action.edits).trimEnd() : undefined
  }
  return { actions, after, checked, workspace, file }
}

const titled = (start: string) => (action: Action) => action.title.startsWith(start)

test('the source’s figure takes the place of the wrong one', async () => {
  const { after } = await actionsAt('Die Stadt Lindau gab für das Festival 1,9<|> Millionen Euro aus.')
  assert.equal(after(titled('Angabe der Quelle')), 'Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus.')
})

const notations = [
  ['an abbreviation and a sign', 'Die Stadt Lindau gab für das Festival 1,9 Mio. €<|> aus.', '1,4 Mio. €'],
  ['the author’s word where the source is exact', 'Die Stadt Lindau gab für das Festival etwa 1,9 Mio. €<|> aus.', 'etwa 1,4 Mio. €'],
  [
    'the author’s word for the source’s hedge',
    'Der Umbau des Bahnhofs von Lindau kostete über 70<|> Millionen Euro.',
    'über 40 Millionen Euro',
  ],
  [
    'the source’s hedge where the author has none',
    'Der Umbau des Bahnhofs von Lindau kostete 70<|> Millionen Euro.',
    'mehr als 40 Millionen Euro',
  ],
] as const
for (const [name, document, expected] of notations)
  test(`the source’s figure keeps the author’s notation: ${name}`, async () => {
    const { after } = await actionsAt(document)
    assert.ok(after(titled('Angabe der Quelle'))?.includes(` ${expected}`), after(titled('Angabe der Quelle')))
  })

test('the hedge that the source has and the author has not', async () => {
  const { after, actions } = await actionsAt('Der Umbau des Bahnhofs von Lindau kostete 40<|> Millionen Euro.')
  assert.equal(after(titled('„mehr als“ ergänzen')), 'Der Umbau des Bahnhofs von Lindau kostete mehr als 40 Millionen Euro.')
  assert.equal(actions.filter(titled('„mehr als“ ergänzen')).length, 1)
})

test('a citation is put before the full stop, or among the keys that are there', async () => {
  const plain = await actionsAt('Zum Seefestival in Lindau kamen insgesamt 48.<|>000 Besucher.')
  assert.equal(plain.after(titled('Quelle angeben')), 'Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher [@bilanz].')
  const beside = await actionsAt('Zum Seefestival in Lindau kamen insgesamt 48.<|>000 Besucher [@haushalt, S. 2].')
  assert.equal(
    beside.after(titled('Quelle angeben')),
    'Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher [@haushalt, S. 2; @bilanz].',
  )
  const cited = await actionsAt('Zum Seefestival in Lindau kamen insgesamt 48.<|>000 Besucher [@bilanz].')
  assert.equal(cited.after(titled('Quelle angeben')), undefined)
})

test('all supported figures are cited at once, each source once a paragraph', async () => {
  const { checked } = await checkMarked(`${sources}@@ entwurf.md
Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher. Es waren 48.000 Besucher in Lindau.

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus.
`)
  assert.equal(
    applied(checked.document.text, citeAll(checked, 'de')).trimEnd(),
    `Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher [@bilanz]. Es waren 48.000 Besucher in Lindau.

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus [@haushalt].`,
  )
})

const ignored = 'Hier nicht melden'

test('an ignore comment stands above a paragraph’s first line', async () => {
  const { after, actions } = await actionsAt('Die Stadt Lindau gab für das Festival 1,9<|> Millionen Euro aus.')
  assert.equal(
    after(titled(ignored)),
    '<!-- beleg-disable-next-line figure-contradicted -- Begründung -->\nDie Stadt Lindau gab für das Festival 1,9 Millionen Euro aus.',
  )
  const action = actions.find(titled(ignored))
  const [edit] = action?.kind === 'edit' ? action.edits : []
  const { start, end } = (action?.kind === 'edit' && action.placeholder) || { start: 0, end: 0 }
  assert.equal(edit?.newText.slice(start, end), 'Begründung')
})

const elsewhere = [
  ['in a later line', 'So war es:\nDie Stadt Lindau gab für das Festival 1,9<|> Millionen Euro aus.\nUnd so fort.'],
  ['in a list', '- Die Stadt Lindau gab für das Festival 1,9<|> Millionen Euro aus.\n- Und so fort.'],
  ['in a numbered list', '1. Die Stadt Lindau gab für das Festival 1,9<|> Millionen Euro aus.'],
] as const
for (const [where, document] of elsewhere)
  test(`an ignore comment ${where} stands at the end of the line, and silences it`, async () => {
    const { after, workspace, file } = await actionsAt(document)
    const text = after(titled(ignored)) ?? ''
    assert.match(text, /aus\. <!-- beleg-disable-line figure-contradicted -- Begründung -->/)
    const { findings, silenced } = await checkDocument(inputFor({ path: file.path, text }, workspace.index))
    assert.deepEqual(findings, [])
    assert.equal(silenced.length, 1)
    assert.equal(silenced[0]?.directive.reason, 'Begründung')
  })

test('“not the same measure” is written down, read again, and holds', async () => {
  const { actions, file, workspace } = await actionsAt('Die Stadt Lindau gab für das Festival 1,9<|> Millionen Euro aus.')
  const decide = actions.find(({ kind }) => kind === 'decide')
  assert.ok(decide?.kind === 'decide')
  const yaml = withDecision('# von Hand geschrieben\n', decide.decision)
  assert.match(
    yaml,
    /^# von Hand geschrieben\nnot-the-same-measure:\n {2}- document: entwurf\.md\n {4}figure: 1,9 Millionen Euro\n {4}source: haushalt\n {4}stated: 1,4 Millionen Euro\n {4}passage: Die Stadt/,
  )
  const decisions = parseDecisions(yaml)
  assert.equal(decisions.length, 1)
  assert.equal(parseDecisions(withDecision(yaml, { ...decide.decision, figure: '2 Euro' })).length, 2)
  const companions = { ...noCompanions, decisions }
  const { findings, stated } = await checkDocument({ ...inputFor(file, workspace.index), companions })
  assert.deepEqual(findings, [])
  assert.equal(stated[0]?.judgement.verdict, 'unsupported')
})

test('decisions that lack something are left out, and broken YAML does no harm', () => {
  assert.deepEqual(parseDecisions('not-the-same-measure:\n  - document: a.md\n  - 3\n'), [])
  assert.deepEqual(parseDecisions('{{{'), [])
  assert.deepEqual(parseDecisions(''), [])
})

test('the evidence can be opened', async () => {
  const { actions } = await actionsAt('Die Stadt Lindau gab für das Festival 1,9<|> Millionen Euro aus.')
  const open = actions.find(({ kind }) => kind === 'open')
  assert.equal(open?.kind === 'open' && open.place.source.key, 'haushalt')
})
