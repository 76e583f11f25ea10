/** Saved pages as text: a line that begins with ">" is the article, everything else surrounds it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource } from '../../../server/src/source/read'
import type { Metadata } from '../../../server/src/source/source'

async function check(marked: string, expected: Partial<Metadata> = {}): Promise<void> {
  const lines = marked.trim().split('\n')
  const text = lines.map((line) => line.replace(/^> /, '')).join('\n')
  const reading = await readSource({ path: 'page.txt', bytes: new TextEncoder().encode(text) }, { fallback: 'de' })
  assert.ok(reading.kind === 'read')
  const { body, metadata } = reading.source
  assert.deepEqual(
    body.passages.map(({ start, end }) => body.text.slice(start, end)),
    lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2).replace(/^(?:• )/, '')),
  )
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(metadata[name as keyof Metadata], value, name)
}

test('an agency report with kicker, date line, newsletter box and teasers', () =>
  check(
    `
Hafen, Umschlag

> Hafen meldet höchsten Umschlag seit zehn Jahren

03.02.2026 - 09:15:00 | kuestenblatt.example.de

> Der Hafen der Stadt hat im vergangenen Jahr so viele Güter umgeschlagen wie seit zehn Jahren nicht mehr.

> Umgeschlagen wurden 8,3 Millionen Tonnen, teilte die Hafengesellschaft mit. Der Zuwachs liegt bei 4 Prozent.

Trage einfach deine E-Mail-Adresse ein und verpasse keine Meldung mehr. 100 % kostenlos.
Jetzt anmelden.

Weitere Meldungen

Fähre fällt 12 Tage aus. Ein Schaden an der Welle legt das Schiff lahm, sagt die Reederei. (Verkehr, 01.02.2026 - 08:00) weiterlesen...

Neue Kräne kosten 40 Millionen Euro. Der Rat hat den Kauf beschlossen. (Politik, 30.01.2026 - 18:30) weiterlesen...`,
    {
      title: 'Hafen meldet höchsten Umschlag seit zehn Jahren',
      published: '2026-02-03T09:15:00',
      publisher: 'kuestenblatt.example.de',
    },
  ))

test('menus above, the title twice, an author line, a teaser within, a menu word below', () =>
  check(
    `
(BTC)
(ETH)
STADTBOTE.de
Was zählt, steht hier
Rat beschließt neue Brücke über den Kanal
> Rat beschließt neue Brücke über den Kanal
November 6, 2025
Ida Sommer
> Der Rat hat am Donnerstag den Bau einer zweiten Brücke über den Kanal beschlossen, sie soll 2028 fertig sein.
> Warum die alte Brücke nicht reicht
> Über die alte Brücke fahren täglich 14.000 Fahrzeuge, doppelt so viele wie bei ihrer Eröffnung im Jahr 1974.
Passend dazu:
Sperrung: 9.000 Pendler müssen ausweichen
> Die Kosten werden auf 22 Millionen Euro geschätzt, ein Drittel davon trägt das Land.
Lesen Sie auch: Tunnel statt Brücke? Was 60 Millionen Euro bringen
mainmenu`,
    {
      title: 'Rat beschließt neue Brücke über den Kanal',
      published: '2025-11-06',
      authors: ['Ida Sommer'],
      publisher: 'STADTBOTE.de',
    },
  ))

test('labelled adverts end with their paragraph', () =>
  check(`
> Was die Reform der Grundsteuer bringt

05.03.2026 - 10:00

> Die Reform der Grundsteuer betrifft 36 Millionen Grundstücke, und die ersten Bescheide sind verschickt worden.

Anzeige

Wohnen Sie noch oder sparen Sie schon?

Mit unserem Rechner finden Sie in 3 Minuten heraus, wie viel Sie im Jahr sparen, und das ganz ohne Vorkenntnisse

> So rechnen die Gemeinden

> Die Gemeinden haben ihre Hebesätze im Schnitt um 5 Prozent angehoben, heißt es beim Städtetag.`))

test('contact box, footer and what follows them', () =>
  check(
    `
> Windkraft im Norden wächst

Veröffentlicht am: 5. September 2025 / Update vom: 7. September 2025 – Verfasser: Karl Winter

> Im Norden sind in diesem Jahr 310 neue Windräder ans Netz gegangen, das sind 40 mehr als im Jahr davor.

> Die Leistung aller Anlagen liegt nun bei 9 Gigawatt, sagt der Verband.

Beratung - Planung - Umsetzung

Gerne stehe ich Ihnen als Berater zur Verfügung.

Tel.: 0123 456789

Weitere Themen

  • Speicher: 2 Gigawatt in 5 Jahren
  • Netze: 800 Kilometer fehlen noch

© Mai 2025 Windblatt`,
    {
      published: '2025-09-05',
      updated: '2025-09-07',
      authors: ['Karl Winter'],
      publisher: 'Windblatt',
    },
  ))

test('an English page', () =>
  check(
    `
Home | News | Business | Sport | Weather

> Harbour reports busiest year in a decade

Published: 3 February 2026, 09:15

> The harbour handled 8.3 million tonnes last year, more than in any year of the past decade.

> Growth of 4 per cent came mainly from containers, the operator said on Tuesday.

Sign up for our newsletter and get the latest stories every morning.

Most read

Ferry out of service for 12 days

New cranes to cost 40 million`,
    { title: 'Harbour reports busiest year in a decade', published: '2026-02-03T09:15:00' },
  ))

test('notes that were never a page stay whole', () =>
  check(`
> Notizen zur Brücke

> • 14.000 Fahrzeuge am Tag
> • 22 Millionen Euro Kosten

> Offen: Wer trägt den Rest?`))

test('an article in one line stays whole, whatever it speaks of', () =>
  check(
    '> Die Zeitung will Leserinnen und Leser für 5 Euro im Monat gewinnen; Werbung, Newsletter und Kommentare bleiben. Weitere Meldungen dazu gab es am Montag nicht, sagte die Sprecherin, und auch die 40 Mitarbeitenden wurden erst am Abend unterrichtet.',
  ))

test('a link in the head of the page is no inset: the title may follow it', () =>
  check(
    `
Blog für Häfen | Werften | Fähren

Mehr dazu hier

> Was die neuen Kräne im Hafen kosten und was sie bringen

Veröffentlicht am: 4. Februar 2026

> Der Rat der Stadt hat zwei neue Kräne für den Hafen bestellt, die schneller laden als die alten.`,
    { title: 'Was die neuen Kräne im Hafen kosten und was sie bringen', published: '2026-02-04' },
  ))

for (const mark of ['-', '*', '-- ', '• ', '# ', '| ', '. ', 'weitere ']) {
  test(`a line of ${JSON.stringify(mark)} takes no longer than another`, async () => {
    const text = `Der Umschlag im Hafen ist gestiegen, teilte die Gesellschaft am Montag mit.\nWeitere ${mark.repeat(180 / mark.length)}x`
    const reading = await readSource({ path: 'page.txt', bytes: new TextEncoder().encode(text) })
    assert.equal(reading.kind, 'read')
  })
}

const datelines: readonly (readonly [string, Partial<Metadata>])[] = [
  ['Veröffentlicht am: 15. Dezember 2025', { published: '2025-12-15' }],
  ['Stand: 15.12.2025, 14:30 Uhr', { published: '2025-12-15T14:30:00' }],
  ['15. Dez. 2025, 14.30 Uhr', { published: '2025-12-15T14:30:00' }],
  ['Montag, 15. Dezember 2025', { published: '2025-12-15' }],
  ['Von Ida Sommer, 15.12.2025', { published: '2025-12-15', authors: ['Ida Sommer'] }],
  ['Pressemitteilung vom 15.12.2025', { published: '2025-12-15' }],
  ['Letzte Änderung: 15.12.2025', { published: '2025-12-15', updated: '2025-12-15' }],
  ['Veröffentlicht: 15.12.2025, aktualisiert: 16.12.2025', { published: '2025-12-15', updated: '2025-12-16' }],
  [
    'Published Dec. 15, 2025 6:14 a.m. Updated Dec. 16, 2025 2:40 p.m.',
    { published: '2025-12-15T06:14:00', updated: '2025-12-16T14:40:00' },
  ],
  ['First published on Mon 15 Dec 2025 14.30 GMT', { published: '2025-12-15T14:30:00' }],
  ['By Nora Whitlock, 15 December 2025', { published: '2025-12-15', authors: ['Nora Whitlock'] }],
]
for (const [line, expected] of datelines)
  test(`the date line ${line}`, () =>
    check(
      `> Hafen meldet höchsten Umschlag seit zehn Jahren\n\n${line}\n\n> Der Hafen der Stadt hat im vergangenen Jahr so viele Güter umgeschlagen wie seit zehn Jahren nicht mehr.`,
      expected,
    ))

test('a sentence with a date is no date line, and neither is a row', () =>
  check(`
> Hafen meldet höchsten Umschlag seit zehn Jahren

> Am 15. Dezember 2025 legte das erste Schiff an der neuen Mole an.

> Der Hafen der Stadt hat im vergangenen Jahr so viele Güter umgeschlagen wie seit zehn Jahren nicht mehr.`))
