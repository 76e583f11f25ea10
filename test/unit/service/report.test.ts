import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportOf } from '../../../server/src/service/report'
import { style } from '../../../server/src/service/report/style'
import { checkMarked } from '../../support/corpus'

const marked = `
@@ sources/bilanz.txt
---
title: <script>alert(1)</script> & mehr
publisher: Bodensee-Bote
date: 2025-09-02
---

Seefestival zieht Bilanz

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher, so viele wie <b>nie</b> zuvor.
@@ sources/haushalt.txt
---
title: Was das Seefestival kostet
date: 2025-10-14
---

Was das Seefestival kostet

Die Stadt Lindau gab für das Festival 1,4 Millionen Euro aus.
@@ entwurf.md
# Das Seefestival

## Die Gäste

Zum Seefestival in Lindau kamen insgesamt 48.000 Besucher.

## Die Kosten

<!-- beleg-disable-next-line figure-contradicted -- alte Zahl & alter Stand -->
Die Stadt Lindau gab für das Festival 1,9 Millionen Euro aus.

Noch ein Wort [@unbekannt].
`

async function report(locale: 'de' | 'en' = 'de') {
  const { checked } = await checkMarked(marked)
  return reportOf([checked], locale)
}

test('each figure leads to its evidence and back', async () => {
  const html = await report()
  assert.match(html, /<a class="figure supported" id="d1f1" href="#d1f1e">48\.000 Besucher<\/a>/)
  assert.match(html, /<article class="card contradicted" id="d1f2e" data-verdict="contradicted" data-sources="haushalt">/)
  assert.match(html, /<mark>1,4 Millionen Euro<\/mark>/)
  assert.match(html, /href="sources\/haushalt\.txt#L8"/)
})

test('nothing of a source or document becomes markup', async () => {
  const html = await report()
  assert.ok(!html.includes('<script>alert'))
  assert.ok(!html.includes('<b>nie'))
  assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; mehr/)
})

test('the page needs nothing else and allows nothing else', async () => {
  const html = await report()
  assert.match(html, /content="default-src 'none'; /)
  assert.ok(!/\b(?:src|style|on\w+)="/.test(html.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')))
  assert.ok(!/https?:\/\//.test(html))
})

test('ignored findings are listed with their reasons, other findings with their lines', async () => {
  const html = await report()
  assert.match(html, /Unterdrückte Befunde[\s\S]*Begründung: alte Zahl &amp; alter Stand/)
  assert.match(html, /Weitere Befunde[\s\S]*Zeile 12:[\s\S]*unbekannt/)
})

test('coverage is said in words, for the whole, the document and each section', async () => {
  const html = await report()
  const labels = [...html.matchAll(/>Abdeckung: <\/span>([^<]*)</g)].map(([, label]) => label)
  const both = '1 ✓ belegt, 1 ✗ widersprochen'
  assert.deepEqual(labels, [both, both, '1 ✓ belegt', '1 ✗ widersprochen'])
})

test('it speaks English too', async () => {
  const html = await report('en')
  assert.match(html, /<html lang="en">/)
  assert.match(html, /✗ contradicted 1/)
  assert.ok(!/belegt|Quelle(?!n?\.)/.test(html.replace(/<main>[\s\S]*<\/main>/, '')))
})

test('every text colour has a contrast of 4.5 : 1 on its background, light and dark', () => {
  const themes = [...style.matchAll(/--paper: (#\w+);[^}]*/g)].map(
    ([declarations]) => new Map([...declarations.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name = '', colour = '']) => [name, colour])),
  )
  assert.equal(themes.length, 2)
  for (const theme of themes) {
    const colour = (name: string) => theme.get(name) ?? assert.fail(name)
    const pairs = ['supported', 'contradicted', 'disputed', 'outdated', 'unsupported', 'unchecked'].flatMap((verdict) => [
      [verdict, `${verdict}-back`],
      [verdict, 'paper'],
    ])
    for (const [text = '', back = ''] of [...pairs, ['ink', 'paper'], ['ink', 'card'], ['faint', 'paper'], ['faint', 'card']])
      assert.ok(contrast(colour(text), colour(back)) >= 4.5, `${text} on ${back}: ${contrast(colour(text), colour(back)).toFixed(2)}`)
    // What shows where a control is, or that it has the focus.
    for (const line of ['edge', 'focus']) assert.ok(contrast(colour(line), colour('paper')) >= 3, line)
  }
})

/** WCAG 2: (lighter + 0.05) / (darker + 0.05) of relative luminances. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

test('the timeline names each source with its date and uses, and leads to its row of the table', async () => {
  const timeline = /<svg class="timeline"[\s\S]*?<\/svg>/.exec(await report())?.[0] ?? ''
  assert.match(timeline, /^<svg class="timeline" viewBox="[^"]*" role="group" aria-label="Zeitachse der Quellen">/)
  const marks = [...timeline.matchAll(/<a href="#(s\d)" data-source="([^"]*)" aria-label="([^"]*)">/g)].map(([, ...parts]) => parts)
  assert.deepEqual(marks, [
    ['s1', 'bilanz', '2.9.2025: &lt;script&gt;alert(1)&lt;/script&gt; &amp; mehr, stützt 1, widerspricht 0'],
    ['s2', 'haushalt', '14.10.2025: Was das Seefestival kostet, stützt 0, widerspricht 1'],
  ])
  assert.match(await report('en'), /<tr id="s2" tabindex="-1"><td>14 October 2025<\/td>/)
})
