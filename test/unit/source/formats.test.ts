/** Every format from a file made here, to passages and metadata. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { readSource } from '../../../server/src/source/read'
import type { Source } from '../../../server/src/source/source'
import { type Placed, pdf, placedPdf } from './pdf'

async function read(path: string, content: string | Uint8Array, sidecar?: string): Promise<readonly Source[]> {
  // Files are read into a Buffer, which some libraries treat unlike other arrays of bytes.
  const bytes = Buffer.from(typeof content === 'string' ? strToU8(content) : content)
  const sidecars = sidecar === undefined ? {} : { sidecars: [{ path: `${path}.yaml`, bytes: strToU8(sidecar) }] }
  const reading = await readSource({ path, bytes, ...sidecars })
  assert.ok(reading.kind === 'read', reading.kind === 'skipped' ? reading.reason : '')
  for (const source of [reading.source, ...(reading.others ?? [])]) wellFormed(source)
  return [reading.source, ...(reading.others ?? [])]
}

async function one(path: string, content: string | Uint8Array, sidecar?: string): Promise<Source> {
  const [source] = await read(path, content, sidecar)
  assert.ok(source !== undefined)
  return source
}

/** Passages lie within the text, in order and apart; cells lie within their row. */
function wellFormed({ body }: Source): void {
  let last = 0
  for (const { start, end, row } of body.passages) {
    assert.ok(start >= last && end > start && end <= body.text.length)
    last = end
    for (const cell of row?.cells ?? []) assert.ok(cell.start >= start && cell.end <= end)
  }
}

function shown({ body }: Source): string[] {
  return body.passages.map(({ kind, start, end, page }) =>
    [kind, ...(page === undefined ? [] : [`p${page}`]), body.text.slice(start, end)].join(' '),
  )
}

/** Each cell of the body rows with its column and the first cell of its row. */
function cells({ body }: Source): string[] {
  return body.passages.flatMap(({ row }) => {
    if (row === undefined || row.isHead) return []
    const [entity, ...rest] = row.cells.map(({ start, end }) => body.text.slice(start, end))
    return rest.map((cell, at) => `${entity} ${row.columns[at + 1]}: ${cell}`)
  })
}

const reason = async (path: string, content: string | Uint8Array) => {
  const reading = await readSource({ path, bytes: typeof content === 'string' ? strToU8(content) : content })
  return reading.kind === 'skipped' ? reading.reason : 'read'
}

const page = `<!doctype html>
<!-- saved from url=(0028)https://example.org/umschlag -->
<html lang="de"><head><title>Hafen meldet Rekord - Küstenblatt</title>
<meta property="og:site_name" content="Küstenblatt">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Hafen meldet Rekord","author":{"@type":"Person","name":"Ida Sommer"},"datePublished":"2025-12-15T14:00:00+01:00","dateModified":"2025-12-16"}]}</script>
<script>var zahl = 4711</script></head><body>
<nav><ul><li><a href="/">Start</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<div class="cookie">Wir verwenden Cookies. Bitte stimmen Sie zu. <button>Akzeptieren</button></div>
<main><article><h1>Hafen meldet Rekord</h1><time datetime="2025-12-15">15. Dezember 2025</time>
<p>Der Hafen hat im vergangenen Jahr <b>8,3&nbsp;Millionen</b> Tonnen umgeschlagen, so viel wie seit zehn Jahren nicht mehr, teilte die Gesellschaft am Montag mit.</p>
<h2>Nach Gütern</h2>
<table><caption>Umschlag in Tausend Tonnen</caption><tr><th>Gut</th><th>2023</th><th>2024</th></tr>
<tr><td>Getreide</td><td>1.200</td><td>1.350</td></tr><tr><td>Kohle</td><td>900</td><td>640</td></tr></table>
<p>Besonders stark wuchs der Umschlag von Getreide, während die Kohle zurückging; die Gesellschaft erwartet für das laufende Jahr ein ähnliches Ergebnis.<sup><a href="#fn1">1</a></sup></p>
<ul><li>Getreide: plus 12,5 Prozent</li><li>Kohle: minus 29 Prozent</li></ul>
<blockquote><p>Das ist ein gutes Jahr für die ganze Region gewesen, und wir sind stolz darauf.</p></blockquote>
<h3>Weitere Meldungen</h3><ul><li><a href="/a">Fähre fällt 12 Tage aus</a></li><li><a href="/b">Kräne für 40 Millionen Euro</a></li></ul>
</article></main><footer>© 2025 Küstenblatt · Impressum</footer></body></html>`

test('HTML: the article with its table and its metadata, without what surrounds it', async () => {
  const source = await one('sources/hafen.html', page)
  assert.deepEqual(source.metadata, {
    title: 'Hafen meldet Rekord',
    authors: ['Ida Sommer'],
    publisher: 'Küstenblatt',
    published: '2025-12-15T14:00:00',
    updated: '2025-12-16',
    url: 'https://example.org/umschlag',
  })
  const text = shown(source).join('\n')
  assert.match(text, /8,3\u00a0Millionen Tonnen/)
  assert.match(text, /item Getreide: plus 12,5 Prozent/)
  assert.match(text, /quote Das ist ein gutes Jahr/)
  assert.match(text, /ähnliches Ergebnis\.\n/, 'the mark of a note is no part of the sentence')
  assert.doesNotMatch(text, /Fähre|Kräne|Cookies|Politik|4711|Impressum|Weitere/)
  assert.deepEqual(cells(source), ['Getreide 2023: 1.200', 'Getreide 2024: 1.350', 'Kohle 2023: 900', 'Kohle 2024: 640'])
  assert.equal(source.body.passages.find(({ row }) => row !== undefined)?.row?.caption, 'Umschlag in Tausend Tonnen')
})

test('HTML: cells that span, a head in the first column, entities', async () => {
  const source = await one(
    'a.html',
    '<html><body><table><tr><th rowspan=2>Land<th colspan=2>Schulden<tr><th>2023<th>2024<tr><td>Wien &amp; Umland<td>1,5 %<td>2,5&nbsp;%</table></body></html>',
  )
  assert.deepEqual(cells(source), ['Wien & Umland Schulden 2023: 1,5 %', 'Wien & Umland Schulden 2024: 2,5\u00a0%'])
})

test('HTML that is nested deeper than any page', async () => {
  const nested = (depth: number) => `<html><body>${'<div>'.repeat(depth)}<p>Es gibt 640 Kräne.</p>${'</div>'.repeat(depth)}</body></html>`
  assert.deepEqual(shown(await one('a.html', nested(500))), ['paragraph Es gibt 640 Kräne.'])
})

test('HTML under the name of a text', async () => assert.match(shown(await one('a.txt', page)).join('\n'), /8,3/))

test('MHTML and mail', async () => {
  const quoted = page
    .replaceAll('=', '=3D')
    .replace(/[^\0-\x7f]/g, (letter) => [...strToU8(letter)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''))
  const snapshot = await one(
    'a.mhtml',
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/x\r\nSubject: Hafen\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}\r\n--b--\r\n`,
  )
  assert.equal(snapshot.metadata.title, 'Hafen meldet Rekord')
  assert.match(shown(snapshot).join('\n'), /8,3\u00a0Millionen/)
  const mail = await one(
    'a.eml',
    'From: Ida Sommer <ida@example.org>\r\nDate: Mon, 15 Dec 2025 14:00:00 +0100\r\nSubject: =?utf-8?q?Umschlag_f=C3=BCr_2024?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDer Umschlag betrug 8,3 Mio. Tonnen.\r\n\r\n-- \r\nIda Sommer\r\nTel. 0123\r\n',
  )
  assert.deepEqual(shown(mail), ['paragraph Der Umschlag betrug 8,3 Mio. Tonnen.'])
  assert.equal(mail.metadata.title, 'Umschlag für 2024')
  assert.deepEqual(mail.metadata.authors, ['Ida Sommer'])
  assert.equal(mail.metadata.published?.slice(0, 10), '2025-12-15')
})

test('PDF: columns, joined words, pages, running heads and page numbers', async () => {
  const source = await one(
    'a.pdf',
    pdf([
      [
        'Hafenbericht 2025',
        '',
        'Der Umschlag ist im vergangenen Jahr auf 8,3 Millio-',
        'nen Tonnen gestiegen, das sind 4 Prozent mehr.',
        '',
        'Ein zweiter Absatz beginnt hier und',
        'endet hier.',
        '',
        '1',
      ],
      ['Hafenbericht 2025', '', 'Auf der zweiten Seite stehen 1.350 Schiffe.', '', '2'],
      ['Hafenbericht 2025', '', 'Auf der dritten die 640 Kräne.', '', '3'],
    ]),
  )
  assert.deepEqual(shown(source), [
    'paragraph p1 Der Umschlag ist im vergangenen Jahr auf 8,3 Millionen Tonnen gestiegen, das sind 4 Prozent mehr.',
    'paragraph p1 Ein zweiter Absatz beginnt hier und endet hier.',
    'paragraph p2 Auf der zweiten Seite stehen 1.350 Schiffe.',
    'paragraph p3 Auf der dritten die 640 Kräne.',
  ])
})

const columns = (left: readonly string[], right: readonly string[]): Placed[] =>
  left.flatMap((text, at) => [
    { text, x: 60, y: 700 - at * 14 },
    { text: right[at] ?? '', x: 310, y: 700 - at * 14 },
  ])

test('PDF: two columns that were written line by line across the page', async () => {
  const source = await one(
    'a.pdf',
    placedPdf([
      [
        { text: 'Hafenbericht', x: 60, y: 740, size: 20 },
        ...columns(
          [
            'Der Umschlag im Hafen ist im letzten',
            'Jahr auf 8,3 Millionen Tonnen gestie-',
            'gen. Das sind 4 Prozent mehr als im',
            'Jahr davor, teilte die Gesellschaft mit.',
          ],
          [
            'Besonders stark wuchs der Umschlag',
            'von Getreide, es waren 1,35 Millionen',
            'Tonnen. Die Kohle ging auf 640.000',
            'Tonnen im Jahr.',
          ],
        ),
      ],
    ]),
  )
  assert.deepEqual(shown(source), [
    'title p1 Hafenbericht',
    'paragraph p1 Der Umschlag im Hafen ist im letzten Jahr auf 8,3 Millionen Tonnen gestiegen. Das sind 4 Prozent mehr als im Jahr davor, teilte die Gesellschaft mit.',
    'paragraph p1 Besonders stark wuchs der Umschlag von Getreide, es waren 1,35 Millionen Tonnen. Die Kohle ging auf 640.000 Tonnen im Jahr.',
  ])
})

test('PDF: tables, also where narrow columns were written as one', async () => {
  const row = (y: number, ...cells: readonly string[]): Placed[] => cells.map((text, at) => ({ text, x: 60 + at * 110, y }))
  const source = await one(
    'a.pdf',
    placedPdf([
      [
        { text: 'Im letzten Jahr kamen mehr Schiffe als in jedem Jahr davor, sagt die Gesellschaft.', x: 60, y: 740 },
        ...row(700, 'Gut', '2023', '2024'),
        ...row(684, 'Getreide', '1.200', '1.350'),
        { text: 'Kohle 900 640', x: 60, y: 668 },
        { text: 'Die Zahlen sind noch nicht endgueltig.', x: 60, y: 630 },
      ],
    ]),
  )
  assert.deepEqual(cells(source), ['Getreide 2023: 1.200', 'Getreide 2024: 1.350', 'Kohle 2023: 900', 'Kohle 2024: 640'])
  assert.ok(source.body.passages.every(({ page }) => page === 1))
})

test('PDF: raised numbers are marks of notes or exponents', async () => {
  const source = await one(
    'a.pdf',
    placedPdf([
      [
        { text: 'Es waren 8,3 Millionen Tonnen', x: 60, y: 700 },
        { text: '1', x: 215, y: 704, size: 7 },
        { text: 'auf 40 m', x: 224, y: 700 },
        { text: '2', x: 268, y: 704, size: 7 },
        { text: 'Kai.', x: 277, y: 700 },
      ],
    ]),
  )
  assert.deepEqual(shown(source), ['paragraph p1 Es waren 8,3 Millionen Tonnen auf 40 m² Kai.'])
})

test('PDF without text, damaged, cut short', async () => {
  assert.equal(await reason('a.pdf', pdf([[]])), 'noText')
  assert.equal(await reason('a.pdf', '%PDF-1.7\nnothing of it'), 'damaged')
  const whole = pdf([['Der Umschlag betrug 8,3 Mio. Tonnen.'], []])
  assert.equal(await reason('a.pdf', whole.subarray(0, 400)), 'damaged')
  const scanned = new Uint8Array([...whole, ...strToU8('\n% 9 0 obj << /Subtype /Image >> stream')])
  const reading = await readSource({ path: 'a.pdf', bytes: scanned })
  assert.deepEqual(reading.kind === 'read' ? reading.hints : [], [{ kind: 'pagesWithoutText' }])
})

const docx = (body: string, more: Record<string, string> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8(
      '<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title>Hafenbericht</dc:title><dc:creator>Ida Sommer</dc:creator><dcterms:created>2025-12-15T10:00:00Z</dcterms:created></cp:coreProperties>',
    ),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  })
const run = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (text: string) => `<w:tc>${run(text)}</w:tc>`

test('DOCX: paragraphs, tables and properties', async () => {
  const source = await one(
    'a.docx',
    docx(
      `${run('Der Umschlag betrug 8,3 Mio. Tonnen.')}<w:tbl><w:tr>${cell('Gut')}${cell('2024')}</w:tr><w:tr>${cell('Kohle')}${cell('640')}</w:tr></w:tbl>`,
    ),
  )
  assert.deepEqual(cells(source), ['Kohle 2024: 640'])
  assert.equal(shown(source)[0], 'paragraph Der Umschlag betrug 8,3 Mio. Tonnen.')
  assert.deepEqual(source.metadata, { title: 'Hafenbericht', authors: ['Ida Sommer'], published: '2025-12-15' })
})

test('ODT: headings, lists, tables, notes after their paragraph', async () => {
  const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
<text:h text:outline-level="1">Zahlen</text:h><text:p>Der Umschlag<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Ohne Fähren.</text:p></text:note-body></text:note> betrug<text:s text:c="1"/>8,3 Mio. Tonnen.</text:p>
<text:list><text:list-item><text:p>Getreide: 1,35 Mio.</text:p></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Gut</text:p></table:table-cell><table:table-cell><text:p>2024</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Kohle</text:p></table:table-cell><table:table-cell><text:p>640</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>`
  const source = await one('a.odt', zipSync({ 'content.xml': strToU8(content) }))
  assert.deepEqual(shown(source), [
    'title Zahlen',
    'paragraph Der Umschlag betrug 8,3 Mio. Tonnen.',
    'footnote Ohne Fähren.',
    'item Getreide: 1,35 Mio.',
    'row Gut | 2024',
    'row Kohle | 640',
  ])
})

test('EPUB: chapters in reading order', async () => {
  const book = zipSync({
    'META-INF/container.xml': strToU8('<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'),
    'OEBPS/book.opf': strToU8(
      '<package xmlns:dc="d"><metadata><dc:title>Hafenbuch</dc:title><dc:creator>Ida Sommer</dc:creator><dc:language>de</dc:language><dc:date>2024</dc:date></metadata><manifest><item id="b" href="zwei.xhtml"/><item id="a" href="eins%20a.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    ),
    'OEBPS/eins a.xhtml': strToU8('<html><body><h1>Eins</h1><p>Im Jahr kamen 1.350 Schiffe.</p></body></html>'),
    'OEBPS/zwei.xhtml': strToU8('<html><body><p>Es gibt 640 Kräne.</p></body></html>'),
  })
  const source = await one('a.epub', book)
  assert.deepEqual(shown(source), ['heading Eins', 'paragraph Im Jahr kamen 1.350 Schiffe.', 'paragraph Es gibt 640 Kräne.'])
  assert.deepEqual(source.metadata, { title: 'Hafenbuch', authors: ['Ida Sommer'], published: '2024' })
})

test('RTF: Unicode with its stand-ins, code pages, tables, notes', async () => {
  const source = await one(
    'a.rtf',
    String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Arial;}}{\info{\title Bericht}{\author Ida Sommer}}\pard Verf\u252?gung: 8,3 Mio. Tonnen f\'fcr M\'fcnchen{\footnote\pard Ohne F\'e4hren.}.\par
\trowd\cellx1\cellx2 Gut\cell 2024\cell\row\trowd\cellx1\cellx2 Kohle\cell 640\cell\row\pard Ende \endash  aus.\par}`,
  )
  assert.deepEqual(shown(source), [
    'paragraph Verfügung: 8,3 Mio. Tonnen für München.',
    'footnote Ohne Fähren.',
    'row Gut | 2024',
    'row Kohle | 640',
    'paragraph Ende – aus.',
  ])
  assert.deepEqual(source.metadata, { title: 'Bericht', authors: ['Ida Sommer'] })
})

const headed: readonly (readonly [string, string, readonly string[]])[] = [
  ['a head with a unit and a year', 'Ort,Schiffe 2024,Anteil in %\nEms,12,"3,5 %"\n', ['Ems Schiffe 2024: 12', 'Ems Anteil in %: 3,5 %']],
  [
    'two rows of heads, of which the first spans',
    'Amt;Ausgaben in Mio. Euro;;Stellen;\n;2023;2024;2023;2024\nPost;12,4;13,9;310;322\n',
    ['Post Ausgaben in Mio. Euro 2023: 12,4', 'Post Ausgaben in Mio. Euro 2024: 13,9', 'Post Stellen 2023: 310', 'Post Stellen 2024: 322'],
  ],
  ['years as rows', 'Jahr;Einwohner\n2023;1.234\n2024;1.250\n', ['2023 Einwohner: 1.234', '2024 Einwohner: 1.250']],
  ['no head', 'Ems;12\nElbe;14\n', ['Ems : 12', 'Elbe : 14']],
  ['words only', 'Fluss;Farbe\nEms;blau\n', ['Fluss : Farbe', 'Ems : blau']],
]
for (const [name, text, expected] of headed)
  test(`CSV with ${name}`, async () => assert.deepEqual(cells(await one('a.csv', text)), expected))

test('RTF as LibreOffice writes it: headings by style, bullets, notes that old readers skip, rows that begin anew', async () => {
  const row = (first: string, second: string) =>
    String.raw`\trowd\cellx1\cellx2\pard\plain\intbl{${first}}\cell\pard\plain\intbl{${second}}\cell\row\pard`
  const source = await one(
    'a.rtf',
    String.raw`{\rtf1\ansi\ansicpg1252{\stylesheet{\s0 Normal;}{\s1\sb240 Heading 1;}}\pard\plain\s1{Zahlen}\par\pard\plain\s0{8,3 Mio. Tonnen}{{\super\chftn{\*\footnote\chftn\pard\plain\s2{\tab Ohne F\u228\'e4hren.}}}}{ im Jahr.}\par\pard{\listtext\u8226\'95\tab}{Kohle: 0,64}\par${row('Gut', '2024')}${row('Kohle', '640')}\pard Ende.\par}`,
  )
  assert.deepEqual(shown(source), [
    'title Zahlen',
    'paragraph 8,3 Mio. Tonnen im Jahr.',
    'footnote Ohne Fähren.',
    'item Kohle: 0,64',
    'row Gut | 2024',
    'row Kohle | 640',
    'paragraph Ende.',
  ])
  assert.deepEqual(cells(source), ['Kohle 2024: 640'])
})

test('HTML: marks of notes are no digits of a figure, exponents are no factors', async () => {
  const source = await one(
    'a.html',
    '<html><body><p>Es waren 12<a href="#n1"><sup>1</sup></a> Schiffe und 3<sup>2</sup> Kräne auf 40 m<sup>2</sup>, dazu 10<sup>6</sup> Tonnen.<a href="#n2">2</a></p><div id="sdfootnote1"><p><a href="#b1">1</a> Ohne Fähren.</p></div></body></html>',
  )
  assert.deepEqual(shown(source), ['paragraph Es waren 12 Schiffe und 3² Kräne auf 40 m², dazu 10⁶ Tonnen.', 'footnote Ohne Fähren.'])
})

test('CSV with decimal commas, a title line and a byte order mark', async () => {
  const source = await one('a.csv', '\ufeffUmschlag in Mio. Tonnen;;\nGut;2023;2024\nGetreide;1,20;1,35\n"Kohle; Koks";0,9;0,64\n')
  assert.deepEqual(cells(source), ['Getreide 2023: 1,20', 'Getreide 2024: 1,35', 'Kohle; Koks 2023: 0,9', 'Kohle; Koks 2024: 0,64'])
  assert.equal(source.body.passages.at(-1)?.row?.caption, 'Umschlag in Mio. Tonnen')
})

test('XLSX as displayed', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Gut', 'Anteil'],
    ['Kohle', 0.021],
  ])
  sheet['B2'].z = '0.00%'
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Güter')
  assert.deepEqual(cells(await one('a.xlsx', new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))), ['Kohle Anteil: 2,10%'])
})

test('XLSX: the decimal comma where the sheet speaks German, the point where it speaks English', async () => {
  const book = (head: readonly string[]) => {
    const sheet = utils.aoa_to_sheet([[...head], ['Wien', 1.3, 1234567.8, 2024]])
    sheet['B2'].z = '0.000'
    sheet['C2'].z = '#,##0.0'
    const made = utils.book_new()
    utils.book_append_sheet(made, sheet, head[0] ?? '')
    return new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' }))
  }
  const german = await one('a.xlsx', book(['Bundesland', 'Preis der Miete in Euro je Quadratmeter', 'Ausgaben für die Häuser', 'Jahr']))
  assert.deepEqual(
    cells(german).map((cell) => cell.split(': ')[1]),
    ['1,300', '1.234.567,8', '2024'],
  )
  const english = await one('b.xlsx', book(['State', 'Price of the rent per square metre', 'Spending on houses in the year', 'Year']))
  assert.deepEqual(
    cells(english).map((cell) => cell.split(': ')[1]),
    ['1.300', '1,234,567.8', '2024'],
  )
})

test('ODS as displayed', async () => {
  const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Güter"><table:table-row><table:table-cell office:value-type="string"><text:p>Gut</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Anteil</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>Kohle</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.021"><text:p>2,1 %</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
  const files = {
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(content),
    'styles.xml': strToU8('<office:document-styles/>'),
    'META-INF/manifest.xml': strToU8('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
  }
  assert.deepEqual(cells(await one('a.ods', zipSync(files))), ['Kohle Anteil: 2,1 %'])
})

test('JSON Lines: each line an article, fields by name or by map', async () => {
  const lines = [
    '{"id":"a1","headline":"Eins","text":"Es gibt 640 Kräne.","date":"2025-01-02"}',
    'broken',
    '{"body":"<p>Es kamen 1.350 Schiffe.</p><p>Und Fähren.</p>"}',
  ]
  const [first, second] = await read('a.jsonl', lines.join('\n'))
  assert.equal(first?.key, 'a1')
  assert.deepEqual(first?.metadata, { title: 'Eins', authors: [], published: '2025-01-02' })
  assert.equal(second?.key, 'a-2')
  assert.deepEqual(second === undefined ? [] : shown(second), ['paragraph Es kamen 1.350 Schiffe.', 'paragraph Und Fähren.'])
  const reading = await readSource(
    { path: 'b.json', bytes: strToU8('{"docs":[{"x":{"y":"Der Text mit 12 Wörtern."},"t":"Titel"}]}') },
    { fields: { text: 'x.y', title: 't' } },
  )
  assert.ok(reading.kind === 'read')
  assert.equal(reading.source.metadata.title, 'Titel')
})

test('WARC: its pages', async () => {
  const response = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`
  const length = strToU8(response).length
  const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/w\r\nWARC-Date: 2025-12-20T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${response}\r\n\r\n`
  for (const [path, bytes] of [
    ['a.warc', strToU8(warc)],
    ['a.warc.gz', gzipSync(strToU8(warc))],
  ] as const) {
    const source = await one(path, bytes)
    assert.equal(source.metadata.title, 'Hafen meldet Rekord', path)
    assert.match(shown(source).join('\n'), /8,3/)
  }
})

test('news feeds', async () => {
  const [first] = await read(
    'a.rss',
    '<rss><channel><title>Küstenblatt</title><item><title>Eins</title><link>https://example.org/1</link><pubDate>Mon, 15 Dec 2025 14:00:00 +0100</pubDate><description>&lt;p&gt;Es gibt 640 Kräne.&lt;/p&gt;</description></item></channel></rss>',
  )
  assert.deepEqual(first?.metadata, {
    title: 'Eins',
    authors: [],
    publisher: 'Küstenblatt',
    published: '2025-12-15T14:00:00',
    url: 'https://example.org/1',
  })
})

test('a file beside it describes a source', async () => {
  const source = await one('a.csv', 'Gut;2024\nKohle;640\n', 'id: gueter-2024\ntitle: Güter\npublisher: Hafenamt\ndate: 2024-05-01\n')
  assert.equal(source.key, 'gueter-2024')
  assert.deepEqual(source.metadata, { title: 'Güter', authors: [], publisher: 'Hafenamt', published: '2024-05-01' })
})

const sidecars: readonly (readonly [string, string, string, object])[] = [
  ['YAML that breaks', 'a.csv.yaml', 'id: x\ntitle: [Güter\npublisher: Hafenamt\n', { kind: 'sidecar', line: 3 }],
  ['a date that is none', 'a.csv.yaml', 'title: Güter\ndate: 31.13.2025\n', { kind: 'sidecarDate', line: 2 }],
  ['CSL JSON that breaks', 'a.csl.json', '[\n{ "title": "Güter",\n "publisher" }\n]', { kind: 'sidecar', line: 3 }],
]
for (const [name, path, content, hint] of sidecars)
  test(`a mistake beside a source: ${name}`, async () => {
    const reading = await readSource({
      path: 'a.csv',
      bytes: strToU8('Gut;2024\nKohle;640\n'),
      sidecars: [{ path, bytes: strToU8(content) }],
    })
    assert.deepEqual(reading.kind === 'read' ? reading.hints : [], [hint])
  })

const bad: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['truncated.docx', docx(run('x')).subarray(0, 300), 'damaged'],
  ['protected.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)), 'protected'],
  ['protected.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)), 'protected'],
  ['bomb.docx', docx(run('x'), { 'word/media.xml': '0'.repeat(65 << 20) }), 'tooLarge'],
  ['bomb.epub', zipSync({ 'META-INF/container.xml': new Uint8Array(65 << 20) }), 'tooLarge'],
  ['entities.odt', zipSync({ 'content.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>') }), 'damaged'],
  ['cut.odt', zipSync({ 'content.xml': strToU8('<x><y>') }), 'damaged'],
  ['text.rtf', 'just text', 'damaged'],
  ['broken.json', '{"a":', 'damaged'],
  ['notext.json', '{"a":1}', 'noText'],
  ['empty.html', '<html><body><script>1</script></body></html>', 'noText'],
  ['picture.html', new Uint8Array(3000), 'binary'],
  ['garbage.warc', 'nothing', 'noText'],
  ['old.doc', 'x', 'format'],
]
for (const [path, content, expected] of bad) test(`${path}: ${expected}`, async () => assert.equal(await reason(path, content), expected))
