import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDocument } from '../../../server/src/analysis/parse'

/** What a reader reads: passages of the prose, joined by " ¶ ". */
function read(text: string): string {
  const { body } = parseDocument(text).prose
  return body.passages.map(({ start, end }) => body.text.slice(start, end).replaceAll('\n', '⏎').replaceAll('\ufffc', '◌')).join(' ¶ ')
}

/** Kind and group of each passage: "paragraph:0 item:0". */
function outline(text: string): string {
  return parseDocument(text)
    .prose.body.passages.map(({ kind, group }) => `${kind}:${group}`)
    .join(' ')
}

const phrases = [
  ['markup', 'Das **sind** _genau_ 5 %.', 'Das sind genau 5 %.'],
  ['a wrapped line', 'Das sind\n5 %.', 'Das sind 5 %.'],
  ['a wrapped line from Windows', 'Das sind \r\n  5 %.', 'Das sind 5 %.'],
  ['a hard line break', 'Das sind  \n5 %.', 'Das sind⏎5 %.'],
  ['a hard line break by backslash', 'Das sind\\\n5 %.', 'Das sind⏎5 %.'],
  ['escapes', '1.234\\,5 \\*', '1.234,5 *'],
  ['references', '5 &euro; &#8211; 7&nbsp;&amp;&#x41;', '5 € – 7\u00a0&A'],
  ['an ampersand alone', 'Procter & Gamble &foo; AT&T', 'Procter & Gamble &foo; AT&T'],
  ['emoji', '😀 5 😀 *7*', '😀 5 😀 7'],
  ['a product is no emphasis', 'etwa 2*3*4 Meter', 'etwa 2*3*4 Meter'],
  ['emphasis within a word', 'un*glaub*lich', 'unglaublich'],
  ['tildes are about', '~5 bis ~7 %', '~5 bis ~7 %'],
  ['struck out', 'Es sind ~~5~~ 7.', 'Es sind  7.'],
  ['dollars are money', 'von $5 Mio. bis $10 Mio. und $3.', 'von $5 Mio. bis $10 Mio. und $3.'],
  ['a formula', 'Es gilt $x_1 = 5$ und $$y=7$$ hier.', 'Es gilt ◌ und ◌ hier.'],
  ['a block of math', 'Es gilt\n\n$$\nx = 5\n$$\n\nhier.', 'Es gilt ¶ hier.'],
  ['code', 'Die Zahl `5` zählt nicht.', 'Die Zahl ◌ zählt nicht.'],
  ['a block of code', 'Vorher\n\n```r\nx <- 5\n```\n\nnachher', 'Vorher ¶ nachher'],
  ['indented code', 'Vorher\n\n    x <- 5\n\nnachher', 'Vorher ¶ nachher'],
  ['a link', 'die [*zehn* Länder](https://example.org/2015 "Titel 7") hier', 'die zehn Länder hier'],
  ['a link by reference', 'die [Länder][a] und [a]\n\n[a]: https://example.org/5', 'die Länder und a'],
  ['an address', 'siehe https://example.org/5 und <https://example.org/7>.', 'siehe ◌ und ◌.'],
  ['an address in brackets', 'siehe [Länder, https://example.org/5].', 'siehe [Länder, ◌].'],
  ['an e-mail address', 'an 5@example.org oder a@b.de', 'an ◌ oder ◌'],
  ['a picture', 'Vorher ![Bild 5](a.png){width=50%} nachher', 'Vorher ◌ nachher'],
  ['a comment', 'Es sind <!-- 5 --> sieben.', 'Es sind sieben.'],
  ['a comment of its own', '<!-- 5 -->\n\nsieben', 'sieben'],
  ['tags', 'H<sub>2</sub>O und<br>neu', 'H2O und⏎neu'],
  ['a block of HTML', '<div>\n<p>Es sind 5.</p>\n<script>7</script>\n</div>', 'Es sind 5.'],
  ['wrapped text in HTML', '<div>\nEs sind\r\n  5 [@a-7].\n</div>', 'Es sind 5.'],
  ['a citation', 'Es sind 5 Euro [@dts-2025, S. 3; siehe @b]. Mehr', 'Es sind 5 Euro. Mehr'],
  ['a citation on the next line', 'Es sind 5 Euro\n[@dts-2025].', 'Es sind 5 Euro.'],
  ['a citation in the text', 'Laut @dts-2025 [S. 3] sind es 5.', 'Laut ◌ sind es 5.'],
  ['a citation of an address', 'Laut @{https://example.org/5} sind es 5.', 'Laut ◌ sind es 5.'],
  ['a cross reference of Quarto', 'Siehe @fig-map und [@tbl-5].', 'Siehe ◌ und [◌].'],
  ['a footnote mark', 'Es sind 5 Euro[^1] mehr.\n\n[^1]: Geschätzt.', 'Es sind 5 Euro mehr. ¶ Geschätzt.'],
  ['a footnote mark without its note', 'Es sind 5 Euro[^1].', 'Es sind 5 Euro.'],
  ['a footnote of Pandoc', 'Es sind 5^[Im Jahr 2015.] Euro.', 'Es sind 5 (Im Jahr 2015.) Euro.'],
  ['front matter', '---\ntitle: 5\n---\n\nsieben', 'sieben'],
  ['front matter of Hugo', '+++\ntitle = 5\n+++\n\nsieben', 'sieben'],
  ['front matter, then an indented list', '---\n# x\n\n  - fünf', 'x ¶ fünf'],
  ['a byte order mark', '\ufeff# Titel\n\nfünf', 'Titel ¶ fünf'],
  ['a byte order mark and front matter', '\ufeff---\ntitle: 5\n---\nsieben', 'sieben'],
  ['a date at the start of a line', '4. September 2025 war es so weit.', '4. September 2025 war es so weit.'],
  ['a lone number at the start', '2015. Das war viel.', '2015. Das war viel.'],
  ['a rise at the start of a line', '+ 5 % in Wien', '+ 5 % in Wien'],
  ['a numbered list', '1. eins\n2. zwei', 'eins ¶ zwei'],
  ['a list of tasks', '- [ ] fünf\n- [x] sieben', 'fünf ¶ sieben'],
  ['a quotation', '> Es sind\n> 5.\n>\n> Und 7.', 'Es sind 5. ¶ Und 7.'],
  ['a quotation in a list', '- eins\n  > Es sind\n  > 5.', 'eins ¶ Es sind 5.'],
  ['a lazy quotation', '> Es sind\nfünf.', 'Es sind fünf.'],
  ['a table', '| Land | Wert |\n|---|--:|\n| A\\|B | **5** |\n| C |', 'Land | Wert ¶ A|B | 5 ¶ C'],
  ['a fenced division of Quarto', '::: {.callout-note}\nEs sind 5.\n:::', 'Es sind 5.'],
  ['attributes', '# Titel {#sec-5 .unnumbered}\n\n[Worte]{.src key="a5"} hier', 'Titel ¶ Worte hier'],
  ['a short code of Quarto', 'Vorher {{< var x5 >}} nachher {{ y }}', 'Vorher ◌ nachher ◌'],
  ['a note of MyST', '```{note}\n:class: x\nEs sind *5*.\n```', 'Es sind 5.'],
  ['a role and a target of MyST', '(sec-5)=\n\nSiehe {ref}`sec-5` hier', 'Siehe ◌ hier'],
  ['links of Obsidian', 'Siehe [[Seite 5]] und [[a/b#c|Worte]] und ![[Bild.png]].', 'Siehe Seite 5 und Worte und ◌.'],
  ['a callout of Obsidian', '> [!note]- Merke\n> Es sind 5.', 'Merke Es sind 5.'],
  ['a comment and a block mark of Obsidian', 'Es sind %%5%% sieben. ^abc5', 'Es sind sieben.'],
  ['raised digits', '5 km^2^ und 10^6^', '5 km² und 10⁶'],
  ['gendered and clock colons', 'Mitarbeiter:innen um 14:00 beim 3:1', 'Mitarbeiter:innen um 14:00 beim 3:1'],
] as const
for (const [name, text, expected] of phrases) test(name, () => assert.equal(read(text), expected))

const outlines = [
  ['a title', '# T\n\n## A\n\nx', 'title:0 heading:1 paragraph:2'],
  ['several headings of the first order', '# T\n\n# U', 'heading:0 heading:1'],
  ['a list with its introduction', 'Zahlen:\n\n- eins\n- zwei\n\nEnde', 'paragraph:0 item:0 item:0 paragraph:1'],
  ['a list without', 'Zahlen.\n\n- eins\n\n  mehr\n- zwei', 'paragraph:0 item:1 item:1 item:1'],
  ['lists in lists', '- eins\n  - zwei\n    - drei', 'item:0 item:0 item:0'],
  ['a table with its caption', 'Preise\n\n| a |\n|---|\n| 5 |\n\nTabelle: Preise in Euro', 'paragraph:0 row:1 row:1 caption:2'],
  ['quotations and footnotes', '> a\n>\n> b\n\n[^1]: c\n\n[^2]: d', 'quote:0 quote:0 footnote:1 footnote:2'],
] as const
for (const [name, text, expected] of outlines) test(name, () => assert.equal(outline(text), expected))

test('headings above', () => {
  const { passages } = parseDocument('# T\n\n## A\n\nx\n\n### B\n\ny\n\n## C\n\nz').prose.body
  assert.deepEqual(
    passages.filter(({ kind }) => kind === 'paragraph').map(({ heads }) => heads),
    [['A'], ['A', 'B'], ['C']],
  )
})

test('rows know their columns, cells and caption', () => {
  const { text, passages } = parseDocument('In Mio. Euro:\n\n| Land | 2015 |\n|---|---|\n| Wien | 5 |\n| Graz |').prose.body
  const rows = passages.flatMap(({ row }) => row ?? [])
  assert.deepEqual(
    rows.map(({ cells, isHead }) => [isHead, ...cells.map(({ start, end }) => text.slice(start, end))]),
    [
      [true, 'Land', '2015'],
      [false, 'Wien', '5'],
      [false, 'Graz', ''],
    ],
  )
  for (const row of rows) assert.deepEqual([row.columns, row.caption], [['Land', '2015'], 'In Mio. Euro:'])
})

test('every character of the prose leads back to where it stands', () => {
  for (const [, source] of phrases) {
    const { prose, text } = parseDocument(source)
    let last = 0
    for (let at = 0; at < prose.body.text.length; at += 1) {
      const span = prose.toDocument({ start: at, end: at + 1 })
      assert.ok(span.start >= last && span.end <= text.length, `${source} at ${at}`)
      last = span.start
      const read = prose.body.text.slice(at, at + 1)
      if (span.end - span.start === 1 && /[\p{L}\p{N}]/u.test(read)) assert.equal(text.slice(span.start, span.end), read, source)
      if (text.slice(span.start, span.end) === read) assert.equal(prose.fromDocument(span.start), at, `${source} at ${at}`)
    }
  }
})

test('a span of the prose covers the markup within it', () => {
  const { prose, text } = parseDocument('Rund **2,4** Mrd. &euro; [@a] heute')
  const start = prose.body.text.indexOf('Rund')
  const span = prose.toDocument({ start, end: prose.body.text.indexOf('€') + 1 })
  assert.equal(text.slice(span.start, span.end), 'Rund **2,4** Mrd. &euro;')
})

test('what is not read has no place in the prose', () => {
  const { prose, text } = parseDocument('Ein `Code` hier\n\n```\n5\n```')
  assert.equal(prose.fromDocument(text.indexOf('5')), undefined)
  assert.equal(prose.fromDocument(text.indexOf('hier') + 4), prose.body.text.indexOf('hier') + 4)
})

test('the language of a document and of a passage in another', () => {
  const english =
    'The ministry said that it had not been told about the plans of the company and that there were no more than five people who knew of them at the time.'
  const german =
    'Das Ministerium teilte mit, dass es von den Plänen des Unternehmens nichts gewusst habe und dass nur fünf Personen davon wussten, als es so weit war.'
  const document = parseDocument(`${german}\n\n${german}\n\n> ${english}`)
  assert.equal(document.language, 'de')
  assert.deepEqual(
    document.prose.body.passages.map(({ language }) => language),
    [undefined, undefined, 'en'],
  )
  assert.equal(parseDocument(`---\nlang: en-GB\n---\n${german}`).language, 'en')
})

test('a long line of brackets, stars or citations is read in good time', () => {
  for (const piece of ['[', '[@a ', '[@a] ', '*', '$', '[[', '^[', '{', '&', 'http://', '<!--', '„', '„a ', '"a ']) {
    const start = process.cpuUsage().user
    parseDocument(piece.repeat(3000))
    assert.ok(process.cpuUsage().user - start < 5e6, piece)
  }
})
