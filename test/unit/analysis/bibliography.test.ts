import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BibliographyEntry, readBibliography } from '../../../server/src/analysis/bibliography'

const bibtex = `@string{zeit = "Die Woche"}
@article{mueller2020,
  author = {M{\\"u}ller, Anna and {Bundesamt f{\\"u}r Statistik} and von der Heide, Ute and others},
  title = {Die {NATO} und das Geld: Ein \\emph{Bericht}},
  journal = zeit, date = {2020-05-04/2020-05-06}, url = {https://example.org/a_b}, file = {:files/a.pdf:PDF},
}
@comment{nichts, x}
@book{ haus , title="X", year=2021, month=mar, publisher = {Verlag \\& Co} }
`
const cslJson = `[
  { "id": "mueller2020", "type": "article-newspaper", "title": "Die <i>NATO</i>", "container-title": "Die Woche", "publisher": "Haus",
    "author": [{ "family": "Müller", "given": "Anna" }, { "literal": "Bundesamt" }], "issued": { "date-parts": [[2020, 5, 4]] }, "URL": "https://example.org" },
  { "id": 7, "title": "Sieben" },
]`
const cslYaml = `references:
- id: mueller2020
  type: article-newspaper
  title: Die NATO
  container-title: Die Woche
  author: [{family: Müller, given: Anna}]
  issued: 2020-05-04
- id: b
  title: B
  issued: [{year: 2021, month: 3}]
`
const hayagriva = `mueller2020:
  type: article
  title: Die NATO
  author: ["Müller, Anna"]
  date: 2020-05
  parent: { type: newspaper, title: Die Woche }
`
const ris = `TY  - NEWS\r
AU  - Müller, Anna\r
AU  - Bundesamt\r
TI  - Die NATO\r
T2  - Die Woche\r
DA  - 2020/05/04\r
UR  - https://example.org\r
ID  - mueller2020\r
ER  - \r
`

function show({ key, title, authors, date, url, file, publisher }: BibliographyEntry): string {
  return [key, title, authors.join(' + '), date, url, file, publisher].join(' | ')
}

const rows = [
  [
    'a.bib',
    bibtex,
    [
      'mueller2020 | Die NATO und das Geld: Ein Bericht | Anna Müller + Bundesamt für Statistik + Ute von der Heide | 2020-05-04 | https://example.org/a_b | files/a.pdf | Die Woche',
      'haus | X |  | 2021-03 |  |  | Verlag & Co',
    ],
  ],
  [
    'a.json',
    cslJson,
    ['mueller2020 | Die NATO | Anna Müller + Bundesamt | 2020-05-04 | https://example.org |  | Die Woche', '7 | Sieben |  |  |  |  | '],
  ],
  ['a.yaml', cslYaml, ['mueller2020 | Die NATO | Anna Müller | 2020-05-04 |  |  | Die Woche', 'b | B |  | 2021-03 |  |  | ']],
  ['b.yml', hayagriva, ['mueller2020 | Die NATO | Anna Müller | 2020-05 |  |  | Die Woche']],
  ['a.ris', ris, ['mueller2020 | Die NATO | Anna Müller + Bundesamt | 2020-05-04 | https://example.org |  | Die Woche']],
  ['empty.bib', '', []],
  ['empty.yaml', '', []],
] as const
for (const [path, text, expected] of rows) {
  test(path, async () => {
    const { entries, problems } = await readBibliography(text, path)
    assert.deepEqual(entries.map(show), expected)
    assert.deepEqual(problems, [])
    for (const { key, span } of entries.filter((entry) => entry.key !== '7')) assert.equal(text.slice(span.start, span.end), key)
  })
}

const broken = [
  ['an unclosed entry', 'a.bib', '@book{a, title={A}}\n@book{b, title = {offen, year = 2020\n@book{c, title={C}}', 'a b c', [2]],
  ['a key twice', 'a.bib', '@book{a, title={A}}\n@book{a, title={B}}', 'a', [2]],
  ['JSON that ends early', 'a.json', '[{"id": "a"}, {"id": "b"', 'a b', [1]],
  ['JSON without a list', 'a.json', '{"id": "a"}', '', [1]],
  ['an entry without a key', 'a.json', '[{"title": "A"},\n {"title": "B", "id": "b"}, 5]', 'b', [1, 2]],
  ['broken YAML', 'a.yaml', '- id: a\n  title: "offen\n', 'a', [3]],
  ['RIS without a key', 'a.ris', 'TY  - NEWS\nTI  - A\nER  - \nTY  - NEWS\nID  - b\nER  - ', 'b', [1]],
  ['an unknown format', 'a.docx', 'x', '', [1]],
  ['no BibTeX at all', 'a.bib', 'Nur Text @ und { Klammern', '', [1]],
] as const
for (const [name, path, text, keys, lines] of broken) {
  test(name, async () => {
    for (const locale of ['de', 'en'] as const) {
      const { entries, problems } = await readBibliography(text, path, locale)
      assert.equal(entries.map(({ key }) => key).join(' '), keys)
      assert.deepEqual(
        problems.map(({ line }) => line),
        lines,
        JSON.stringify(problems),
      )
    }
  })
}

test('the same text is read once, another one anew', async () => {
  const text = '@book{a, title = {Hafenkunde}}\n'
  const [first, second, other] = await Promise.all([text, text, text.replace('{a,', '{b,')].map((one) => readBibliography(one, 'x.bib')))
  assert.equal(first?.entries[0], second?.entries[0])
  assert.deepEqual(
    other?.entries.map(({ key }) => key),
    ['b'],
  )
})
