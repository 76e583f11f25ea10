/** A figure of another year or another state is neither evidence for a claim nor against it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDocument } from '../../../server/src/analysis/parse'
import { readContexts } from '../../../server/src/claim/context'
import { judgedFigures } from '../../../server/src/claim/source'
import type { Verdict } from '../../../server/src/claim/verdict'
import { judged } from './judged'

const yearsOf = (text: string) => {
  const { body } = parseDocument(text).prose
  return readContexts(body, judgedFigures(body)).figures.map(({ figure, year }) => `${figure.text}: ${year?.year ?? '-'}`)
}

const bound: Readonly<Record<string, readonly string[]>> = {
  'Im Jahr 2022 wurden 48.300 Wagen zugelassen.': ['48.300 Wagen: 2022'],
  'Die Zahl stieg von 48.300 im Jahr 2022 auf 61.900 im Jahr 2023.': ['48.300: 2022', '61.900: 2023'],
  '2022 waren es 48.300 Wagen, 2023 waren es 61.900 Wagen.': ['48.300 Wagen: 2022', '61.900 Wagen: 2023'],
  '2022 waren es 48.300 Wagen, im Jahr darauf 61.900 Wagen.': ['48.300 Wagen: 2022', '61.900 Wagen: 2023'],
  'In 2022 it built 48,300 cars, a year earlier 31,200 cars.': ['48,300 cars: 2022', '31,200 cars: 2021'],
  'Gegenüber dem Jahr 2022 sind es 48.300 Wagen mehr.': ['48.300 Wagen: -'],
  'Wie am 3. März 2022 gemeldet wurde, fuhren 48.300 Wagen über die Brücke.': ['48.300 Wagen: -'],
  'Zwischen 2019 und 2022 wurden 48.300 Wagen zugelassen.': ['48.300 Wagen: -'],
  'Die Fabrik wurde 2022 verkauft; 48.300 Wagen stehen noch auf dem Hof.': ['48.300 Wagen: -'],
}
for (const [text, expected] of Object.entries(bound)) {
  test(`years: ${text}`, () => assert.deepEqual(yearsOf(text), expected))
}

test('a cell is of the year at the head of its column', () => {
  const table = '| Land | 2022 | 2023 |\n| --- | --- | --- |\n| Norwegen | 48.300 | 61.900 |\n'
  assert.deepEqual(yearsOf(table), ['48.300: 2022', '61.900: 2023'])
})

const table = `---
title: Zulassungen im Überblick
---

# Neue Elektroautos

| Land | 2022 | 2023 | 2024 |
| --- | --- | --- | --- |
| Österreich | 48.300 | 52.700 | 61.900 |
| Schweiz | 31.200 | 44.800 | 47.100 |
`
const prose = `---
title: Zulassungen im Überblick
---

Im Jahr 2022 wurden in Österreich 48.300 Elektroautos zugelassen. 2023 waren es 52.700, im Jahr darauf 61.900. In der Schweiz stieg die Zahl von 31.200 im Jahr 2022 auf 44.800 im Jahr 2023.
`
const rows: readonly (readonly [source: string, text: string, verdict: Verdict, evidence: string])[] = [
  [table, 'In Österreich wurden 2023 insgesamt 52.700 Elektroautos zugelassen.', 'supported', '52.700'],
  [table, 'In Österreich wurden 2023 insgesamt 61.900 Elektroautos zugelassen.', 'contradicted', '52.700'],
  [table, 'In der Schweiz wurden 2022 insgesamt 44.800 Elektroautos zugelassen.', 'contradicted', '31.200'],
  [prose, 'In Österreich wurden 2023 insgesamt 52.700 Elektroautos zugelassen.', 'supported', '52.700'],
  [
    prose,
    'In Österreich stieg die Zahl der Zulassungen von 48.300 im Jahr 2022 auf 52.700 im Jahr 2023.',
    'supported',
    '48.300 Elektroautos',
  ],
]
for (const [source, text, verdict, evidence] of rows) {
  test(`${source === table ? 'table' : 'prose'}: ${text}`, async () => {
    const [judgement] = await judged(text, { 'a.md': source })
    assert.equal(judgement?.verdict, verdict)
    assert.equal(judgement.evidence[0]?.figure.text, evidence)
  })
}
