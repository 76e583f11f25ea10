/** What an author works out from the figures of a source contradicts nothing, nor does what stands in a source of something else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgedFigure } from './judged'

const source = `---
title: Kranbauer Hellmer legt Zahlen vor
---

Der Gewinn des Kranbauers Hellmer vor Steuern sank im vergangenen Jahr von 142 Millionen auf 118 Millionen Euro. Das Unternehmen beschäftigt 6.400 Menschen, davon 3.900 am Stammsitz in Zeulenroda.

Der Anteil der Leihkräfte bei Hellmer lag bei 21,4 Prozent, nach 19,3 Prozent im Jahr zuvor. Die Zahl der Überstunden stieg um 2,1 Prozent.

Im vergangenen Jahr wurden 62 Prozent der Kräne pünktlich geliefert. Für das neue Werk gibt Hellmer über drei Jahre 26 Millionen Euro aus.

Im Aufsichtsrat stellt die Familie 12 Mitglieder, die Belegschaft 14 und die Bank 3 Mitglieder.
`
/** What the sentence itself has as well may be asked about. */
const beside = 'Im Aufsichtsrat von Hellmer stellt die Belegschaft 14 Mitglieder.'
const rows: readonly (readonly [text: string, figure: string])[] = [
  ['Der Gewinn von Hellmer vor Steuern brach um 24 Millionen Euro ein.', '24 Millionen'],
  ['Der Gewinn von Hellmer vor Steuern brach um 17 Prozent ein.', '17 Prozent'],
  ['Hellmer beschäftigt 2.500 Menschen anderswo als am Stammsitz in Zeulenroda.', '2.500'],
  ['Der Anteil der Leihkräfte bei Hellmer stieg um 2,1 Punkte.', '2,1'],
  ['Hellmer lieferte im vergangenen Jahr etwa vier von zehn Kränen nicht pünktlich.', 'vier von zehn'],
  ['Hellmer gibt für das neue Werk fast 9 Millionen Euro im Jahr aus.', '9 Millionen'],
  [beside, '14'],
]
for (const [text, figure] of rows) {
  test(`no error: ${text}`, async () => {
    const { verdict, doubt } = await judgedFigure(text, figure, { 'a.md': source })
    assert.notEqual(verdict, 'contradicted')
    if (text !== beside) assert.equal(doubt, undefined)
  })
}

test('a number that nothing accounts for is contradicted', async () => {
  const text = 'Der Gewinn von Hellmer vor Steuern sank im vergangenen Jahr auf 113 Millionen Euro.'
  assert.equal((await judgedFigure(text, '113', { 'a.md': source })).verdict, 'contradicted')
})

const bridge = `---
title: Die Hängebrücke von Sulden
---

Die Hängebrücke von Sulden ist seit Mai für Wanderer offen. Sie quert die Schlucht des Rieglbachs bei der Alm Valnair und wurde in vierzehn Monaten gebaut. Die Gemeinde Sulden rechnet mit 30.000 Besuchern im Jahr.
`
const motorway = `---
title: Höchste Brücke des Landes
---

Die Autobahnbrücke bei Trens hat eine Länge von 960 Metern. Täglich fahren 41.000 Wagen darüber.
`
test('a source that has nothing else of a paragraph does not outdo the one that has', async () => {
  const sources = { 'bridge.md': bridge, 'motorway.md': motorway }
  const own =
    'Wanderer queren in Sulden seit Mai die Schlucht des Rieglbachs. Die Brücke bei der Alm Valnair, in vierzehn Monaten gebaut, hat eine Länge von 212 Metern.'
  const asked = await judgedFigure(own, '212', sources)
  assert.equal(asked.verdict, 'unsupported')
  assert.equal(asked.doubt?.figure.text, '960 Metern')
  assert.equal((await judgedFigure('Die Autobahnbrücke bei Trens hat eine Länge von 212 Metern.', '212', sources)).verdict, 'contradicted')
})

test('what a figure fell from is not what it fell to', async () => {
  const verdict = async (text: string, figure: string) => (await judgedFigure(text, figure, { 'a.md': source })).verdict
  assert.equal(await verdict('Der Gewinn von Hellmer vor Steuern sank auf 118 Millionen Euro.', '118'), 'supported')
  assert.equal(await verdict('Der Gewinn von Hellmer vor Steuern sank auf 142 Millionen Euro.', '142'), 'contradicted')
  assert.equal(await verdict('Der Gewinn von Hellmer vor Steuern lag bei 142 Millionen Euro.', '142'), 'supported')
})
