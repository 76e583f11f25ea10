/** More of an author's day, in English: citations put right, hedges, keys renamed, several folders, untitled documents. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pdf } from '../../unit/source/pdf'
import { until } from '../poll'
import { stage } from '../stage'

const { scene, alone } = stage({ name: 'writing' })
const fixture = 'fixtures/energy'

/** A folder with one source and what is written from it. */
function folderWith(documents: Readonly<Record<string, string>>, settings = '') {
  return (folder: string) => {
    mkdirSync(`${folder}/sources`)
    writeFileSync(`${folder}/sources/council.txt`, council)
    writeFileSync(`${folder}/sources/gazette.txt`, gazette)
    writeFileSync(`${folder}/beleg.yaml`, settings)
    for (const [path, text] of Object.entries(documents)) writeFileSync(`${folder}/${path}`, text)
    return undefined
  }
}

const council = `---
id: council
title: Budget of the city of Brackwater
date: 2025-03-01
lang: en
---

The swimming pool in Brackwater cost the city almost 14 million euros. It has 25 employees.
`
const gazette = `---
id: gazette
title: A pool for everyone
date: 2025-04-01
lang: en
---

The pool drew 48,200 visitors in its first month, the city of Brackwater says.
`

scene('a missing citation is put in, one by one or all at once', folderWith({ 'a.md': pool('48,200', '25') }), async ({ workbench }) => {
  await workbench.openFile('a.md')
  await workbench.ready()
  await workbench.goToText('48,200')
  await workbench.applyQuickFix('[@gazette]')
  await workbench.expectEdit('in its first month [@gazette].')
  await workbench.fixAll('[@council]')
  await workbench.expectEdit('has 25 employees [@council].')
})

scene('a wrong citation is put right', folderWith({ 'a.md': pool('48,200', '25', ' [@council]') }), async ({ workbench }) => {
  await workbench.openFile('a.md')
  await workbench.expectSquiggle('@council', 'warning')
  await workbench.goToText('@council', 3)
  await workbench.applyQuickFix('Cite @gazette instead')
  await workbench.expectEdit('in its first month [@gazette].')
  await workbench.expectNoSquiggle('@gazette', 'warning')
})

scene(
  "the source's hedge is added",
  folderWith({ 'a.md': '# Pool\n\nThe pool in Brackwater cost the city 14 million euros [@council].\n' }),
  async ({ workbench }) => {
    await workbench.openFile('a.md')
    await workbench.ready()
    await workbench.goToText('14 million')
    await workbench.applyQuickFix('Add “almost”')
    await workbench.expectEdit('cost the city almost 14 million euros')
  },
)

scene('the evidence opens at its line', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.goToText('3.1 million homes', 2)
  await workbench.applyQuickFix('Open the evidence: Last turbine up')
  await workbench.tab('harbour-gazette.txt').waitFor()
  await until(
    'the cursor on the passage',
    () => workbench.cursor(),
    (cursor) => cursor.includes('Ln 12'),
  )
})

scene('uses of a source are peeked at', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.goToText('@harbour-gazette', 4)
  await workbench.runCommand('Peek References')
  await workbench.page.locator('.peekview-widget .ref-tree .monaco-list-row').nth(1).waitFor()
  await workbench.screenshot('references')
})

scene('the definition of a figure is peeked at', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.goToText('3.1 million homes', 2)
  await workbench.runCommand('Peek Definition')
  const peek = workbench.page.locator('.peekview-widget')
  await peek.locator('.peekview-title', { hasText: 'harbour-gazette.txt' }).waitFor()
  await peek.locator('.view-line', { hasText: '1.3 million homes' }).first().waitFor()
  await workbench.screenshot('peek')
})

const report = pdf([
  ['Annual report of the city of Brackwater', '', 'This report says what was built in the past year and what it cost.'],
  [
    'The new library',
    '',
    'The new library in Brackwater was opened in spring.',
    'The library cost the city 3.2 million euros, the report says.',
  ],
])

scene(
  'of a PDF the page is named, and opened',
  (folder) => {
    mkdirSync(`${folder}/sources`)
    writeFileSync(`${folder}/sources/report.pdf`, report)
    writeFileSync(`${folder}/a.md`, '# Library\n\nThe library cost the city of Brackwater 2.3 million euros.\n')
    return undefined
  },
  async ({ workbench }) => {
    await workbench.openFile('a.md')
    await workbench.expectSquiggle('2.3 million euros', 'error')
    await workbench.expectHover('2.3 million', /3\.2 million euros/, /p\. 2/)
    await workbench.page.locator('.monaco-hover a[data-href*="/sources/report.pdf#page"]').first().waitFor()
    await workbench.screenshot('hover-pdf')
    await workbench.page.keyboard.press('Escape')
    await workbench.goToText('2.3 million euros', 2)
    await workbench.applyQuickFix('Open the evidence')
    await workbench.page.locator('.view-line', { hasText: 'The library cost the city 3.2 million euros' }).first().waitFor()
  },
)

const bibliography = `@report{budget,
  title = {Budget of the city},
  year = {2025},
}
`
scene(
  'a citation key is renamed in all documents and in the bibliography',
  folderWith(
    {
      'a.md': '# Pool\n\nThe pool is new [@budget].\n',
      'b.md': '# Bath\n\nAs @budget says, the bath is old.\n',
      'references.bib': bibliography,
    },
    'bibliography: references.bib\n',
  ),
  async ({ workbench, folder }) => {
    await workbench.openFile('a.md')
    await workbench.ready()
    await workbench.goToText('@budget', 3)
    await workbench.rename('brackwater-2025')
    await workbench.expectEdit('new [@brackwater-2025].')
    await workbench.runCommand('File: Save All Files')
    await until(
      'both other files to be saved',
      async () => readFileSync(`${folder}/b.md`, 'utf8') + readFileSync(`${folder}/references.bib`, 'utf8'),
      (text) => text.includes('As @brackwater-2025 says') && text.includes('@report{brackwater-2025,'),
    )
  },
)

scene(
  'what else Markdown holds does not shift a squiggle',
  folderWith({
    'a.md': [
      '---\ntitle: "Budgets: 7 of 9"\nlang: en\n---\n',
      '# Pool 🏊\n',
      '::: {.callout-note}\nSee [[Notes|our notes]] 👩‍👩‍👧 and $x = 41$.\n:::\n',
      '```{python}\npool = 41_000_000 # euros\n```\n',
      '| What | Costs |\n| --- | ---: |\n| 🏊 Swimming pool in Brackwater, cost for the city | 41 million euros |\n',
      'The pool[^1] is 🎉 open.\n',
      '[^1]: The pool drew 84,200 visitors in its first month, the city of Brackwater says.\n',
    ]
      .join('\n')
      .replaceAll('\n', '\r\n'),
  }),
  async ({ workbench }) => {
    await workbench.openFile('a.md')
    await workbench.expectSquiggle('84,200', 'error')
    assert.equal(await workbench.hasSquiggle('41_000_000', 'error'), false)
    assert.equal(await workbench.hasSquiggle('7 of 9', 'error'), false)
    await workbench.screenshot('markdown')
  },
)

scene(
  'a source that cannot be read is listed with its reason',
  (folder) => {
    folderWith({ 'a.md': pool('48,200', '25') })(folder)
    writeFileSync(`${folder}/sources/scan.pdf`, '%PDF-1.7\nnothing of a PDF follows')
    return undefined
  },
  async ({ workbench }) => {
    await workbench.openFile('a.md')
    await workbench.ready()
    await workbench.openBelegViews()
    await workbench.view('Sources', 'A pool for everyone')
    await workbench
      .pane('Sources')
      .locator('.monaco-list-row', { hasText: /not read|skipped/i })
      .first()
      .click()
    await workbench.view('Sources', 'scan.pdf')
    await workbench.screenshot('skipped')
  },
)

scene(
  'a mistake in beleg.yaml is underlined there',
  folderWith({ 'a.md': pool('48,200', '25') }, 'soures: ["sources/**"]\n'),
  async ({ workbench }) => {
    await workbench.openFile('a.md')
    await workbench.ready()
    await workbench.openFile('beleg.yaml')
    await until(
      'a squiggle under "soures"',
      async () => (await workbench.hasSquiggle('soures', 'warning')) || (await workbench.hasSquiggle('soures', 'error')),
      Boolean,
    )
  },
)

scene('a setting counts at once', fixture, async ({ workbench, folder }) => {
  const set = (settings: Readonly<Record<string, boolean>>) => {
    mkdirSync(`${folder}/.vscode`, { recursive: true })
    writeFileSync(`${folder}/.vscode/settings.json`, JSON.stringify(settings))
  }
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  set({ 'beleg.diagnostics': false, 'beleg.codeLens': true })
  await workbench.page
    .locator('.codelens-decoration', { hasText: /\d+ figures/ })
    .first()
    .waitFor()
  await workbench.expectNoSquiggle('3.1 million homes', 'error')
  set({ 'beleg.diagnostics': true })
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.page
    .locator('.codelens-decoration', { hasText: /\d+ figures/ })
    .first()
    .waitFor({ state: 'hidden' })
})

alone('an untitled document beside sources is checked', folderWith({}), async ({ workbench }) => {
  await workbench.ready()
  await workbench.openUntitled('Markdown', 'The swimming pool in Brackwater cost the city almost 41 million euros.\n\n')
  await workbench.expectSquiggle('41 million', 'error')
})

alone(
  'each folder of a window has sources of its own',
  (folder) => {
    for (const name of ['one', 'two']) {
      mkdirSync(`${folder}/${name}`)
      folderWith({ [`${name}.md`]: pool('48,200', '25') })(`${folder}/${name}`)
    }
    writeFileSync(`${folder}/two/sources/gazette.txt`, gazette.replace('48,200', '43,900'))
    const workspace = `${folder}/both.code-workspace`
    writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }))
    return workspace
  },
  async ({ workbench }) => {
    await workbench.openFile('two.md')
    await workbench.expectSquiggle('48,200', 'error')
    await workbench.openFile('one.md')
    await workbench.expectHover('48,200', /Supported/)
    await workbench.expectNoSquiggle('48,200', 'error')
  },
)

const { scene: annotated } = stage({
  name: 'annotated',
  settings: { 'beleg.codeLens': true, 'beleg.inlayHints': true, 'beleg.semanticHighlighting': true },
})

annotated('lenses count, hints name sources, colours show verdicts', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.page
    .locator('.codelens-decoration', { hasText: /\d+ figures.*contradicted/ })
    .first()
    .waitFor()
  await workbench.editor.locator('.view-line span', { hasText: 'harbour-gazette' }).first().waitFor()
  await until(
    'colours for two verdicts',
    async () => [
      await workbench.colourOf('4.9 TWh'),
      await workbench.colourOf('3.1 million homes'),
      await workbench.colourOf('expects it'),
    ],
    (colours) => new Set(colours).size === 3,
  )
  await workbench.screenshot('annotated')
})

annotated('lenses count again when a source changes', fixture, async ({ workbench, folder }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  const lens = workbench.page.locator('.codelens-decoration', { hasText: /\d+ figures/ }).first()
  await lens.waitFor()
  const before = (await lens.allInnerTexts()).join()
  const path = `${folder}/sources/harbour-gazette.txt`
  writeFileSync(path, readFileSync(path, 'utf8').replace('1.3 million homes', '3.1 million homes'))
  await until(
    'other counts',
    async () => (await lens.allInnerTexts()).join(),
    (counts) => counts !== '' && counts !== before,
  )
  await workbench.expectNoSquiggle('3.1 million homes', 'error')
})

function pool(visitors: string, employees: string, citation = ''): string {
  return `# Pool\n\nThe pool drew ${visitors} visitors in its first month${citation}.\n\nThe swimming pool in Brackwater has ${employees} employees.\n`
}
