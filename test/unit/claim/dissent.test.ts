import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explain } from '../../../server/src/claim/explain'
import type { Verdict } from '../../../server/src/claim/verdict'
import { judged } from './judged'

const document = 'Beim Brand der Lagerhalle in Hagenau wurden 40 Menschen verletzt.'

const report = (injured: string, date?: string) => `---
title: Brand in Hagenau
${date === undefined ? '' : `date: ${date}\n`}---

Beim Brand der Lagerhalle in Hagenau wurden ${injured} verletzt, teilte die Feuerwehr mit. Die Halle stand seit Jahren leer.
`
const elsewhere = `---
title: Brand in Rodern
---

Beim Brand des Sägewerks in Rodern wurden 43 Menschen verletzt, teilte die Polizei mit.
`

interface Row {
  readonly sources: Readonly<Record<string, string>>
  readonly witnesses?: Readonly<Record<string, string>>
  readonly verdict: Verdict
  readonly evidence: readonly string[]
}

const rows: Readonly<Record<string, Row>> = {
  'two sources of unknown age disagree': {
    sources: { 'a.md': report('40 Menschen'), 'b.md': report('43 Menschen') },
    verdict: 'disputed',
    evidence: ['a', 'b'],
  },
  'two sources of one day disagree': {
    sources: { 'a.md': report('40 Menschen', '2026-03-02'), 'b.md': report('43 Menschen', '2026-03-02') },
    verdict: 'disputed',
    evidence: ['a', 'b'],
  },
  'a newer source replaces the older one': {
    sources: { 'a.md': report('40 Menschen', '2026-03-02'), 'b.md': report('43 Menschen', '2026-03-04') },
    verdict: 'outdated',
    evidence: ['a', 'b'],
  },
  'what an older source said has been replaced': {
    sources: { 'a.md': report('40 Menschen', '2026-03-04'), 'b.md': report('43 Menschen', '2026-03-02') },
    verdict: 'supported',
    evidence: ['a'],
  },
  'a source that rounds does not disagree': {
    sources: { 'a.md': report('40 Menschen'), 'b.md': report('rund 40 Menschen') },
    verdict: 'supported',
    evidence: ['a', 'b'],
  },
  'another fire is another matter': {
    sources: { 'a.md': report('40 Menschen'), 'b.md': elsewhere },
    verdict: 'supported',
    evidence: ['a'],
  },
  'a copy is no second witness': {
    sources: { 'a.md': report('40 Menschen'), 'copy.md': report('40 Menschen') },
    witnesses: { 'copy.md': 'a' },
    verdict: 'supported',
    evidence: ['a'],
  },
  'a copy with another figure disagrees': {
    sources: { 'a.md': report('40 Menschen'), 'copy.md': report('43 Menschen') },
    witnesses: { 'copy.md': 'a' },
    verdict: 'disputed',
    evidence: ['a', 'copy'],
  },
  'an article that was saved again with a newer figure replaces its older state': {
    sources: { 'a.md': report('40 Menschen', '2026-03-02'), 'copy.md': report('43 Menschen', '2026-03-04') },
    witnesses: { 'copy.md': 'a' },
    verdict: 'outdated',
    evidence: ['a', 'copy'],
  },
  'the figure of a copy is no error, whatever stands in the first': {
    sources: { 'a.md': report('43 Menschen', '2026-03-02'), 'copy.md': report('40 Menschen', '2026-03-04') },
    witnesses: { 'copy.md': 'a' },
    verdict: 'supported',
    evidence: ['copy'],
  },
}
for (const [name, { sources, witnesses, verdict, evidence }] of Object.entries(rows)) {
  test(name, async () => {
    const [judgement] = await judged(document, sources, witnesses)
    assert.ok(judgement)
    assert.equal(judgement.verdict, verdict)
    const decisive = judgement.evidence.filter(({ relation }) => relation === 'supports' || verdict !== 'supported')
    assert.deepEqual([...new Set(decisive.map(({ source }) => source.key))].sort(), evidence)
  })
}

test('the reason names both figures and which is newer', async () => {
  const newer = { 'a.md': report('40 Menschen', '2026-03-02'), 'b.md': report('43 Menschen', '2026-03-04') }
  const [judgement] = await judged(document, newer)
  assert.ok(judgement)
  assert.match(explain(judgement, 'de'), /neuere Quelle.*43 Menschen.*40 Menschen/)
  assert.match(explain(judgement, 'en'), /newer source.*43 Menschen.*40 Menschen/)
})
