/** A reviewer going through the English fixture. */
import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { until } from '../poll'
import { stage } from '../stage'

const { scene, alone } = stage({ name: 'reviewer', settings: { 'workbench.colorTheme': 'Default Dark Modern' } })
const fixture = 'fixtures/energy'

scene('all documents are checked into the Problems panel, also those that nobody opened', fixture, async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Check All Documents')
  await workbench.expectProblem('94.6 percent')
  await workbench.expectProblem('figure-contradicted')
  await workbench.expectNotification(/1 document.*figures: \d+ findings/)
  await workbench.screenshot('problems')
})

const analysis = readFileSync(`${fixture}/analysis.md`, 'utf8')

scene('the evidence report opens, keeps its policy, and its links lead to the source', fixture, async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Evidence Report')
  const report = workbench.webview()
  await report.locator('h1').waitFor()
  await report.getByText('94.6 percent').first().waitFor()
  await workbench.screenshot('report')
  const policy = await report.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute('content')
  assert.match(policy ?? '', /default-src 'none'.*script-src 'sha256-[^']*' 'nonce-[^']*'$/)
  await report.locator('button[data-filter="contradicted"]').first().click()
  await report.locator('.card[data-verdict="supported"]').first().waitFor({ state: 'hidden' })
  await report.locator('.card[data-verdict="contradicted"] a[href^="sources/"]').first().click()
  await workbench.tab('harbour-gazette.txt').waitFor()
})

scene('the timeline of the report is operated by keyboard', fixture, async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Evidence Report')
  const report = workbench.webview()
  const marks = report.locator('.timeline a')
  const focused = report.locator('.timeline a:focus')
  await marks.nth(1).waitFor()
  const names = await Promise.all((await marks.all()).map((mark) => mark.getAttribute('aria-label')))
  for (const name of names) assert.match(name ?? '', /^\d+ \w+ \d{4}: .+, supports \d+, contradicts \d+$/)
  const expectFocus = (at: number) =>
    until(
      `the focus on source ${at}`,
      async () => (await focused.count()) > 0 && focused.first().getAttribute('aria-label'),
      (name) => name === names[at],
    )
  // One stop of the Tab key for all of them.
  assert.equal(await report.locator('.timeline a[tabindex="0"]').count(), 1)
  await marks.first().focus()
  await workbench.page.keyboard.press('ArrowRight')
  await expectFocus(1)
  await focused.locator('.tip').waitFor()
  await workbench.screenshot('report-timeline')
  await workbench.page.keyboard.press('End')
  await expectFocus(names.length - 1)
  await workbench.page.keyboard.press('ArrowRight')
  await expectFocus(names.length - 1)
  await workbench.page.keyboard.press('Home')
  await expectFocus(0)
  const key = await marks.first().getAttribute('data-source')
  await workbench.page.keyboard.press('Space')
  await report.locator(`.card:not([data-sources~="${key}"])`).first().waitFor({ state: 'hidden' })
  assert.match((await report.locator('#status').allInnerTexts()).join(), /figures? shown/)
  await workbench.page.keyboard.press('Enter')
  await report
    .locator('tr:focus')
    .filter({ hasText: `@${key}` })
    .waitFor()
})

scene('the report is saved as one file, which works in a browser and on paper', fixture, async ({ workbench, folder }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Save Evidence Report…')
  const path = `${folder}/proof.html`
  await workbench.fillDialog('evidence-report.html', path)
  await workbench.expectNotification(/Report saved: proof\.html/)
  const page = readFileSync(path, 'utf8')
  assert.match(page, /94\.6 percent/)
  assert.doesNotMatch(page, /(?:src|href)="https?:[^"]*\.(?:js|css|png|woff2?)"/)
  const browser = await workbench.page.context().newPage()
  await browser.goto(pathToFileURL(path).href)
  await browser.keyboard.press('n')
  await browser.locator('a.figure.contradicted:focus').waitFor()
  const cards = browser.locator('.card')
  const filters = browser.locator('.filters')
  await filters.getByRole('button', { name: /unsourced/ }).click()
  await cards.and(browser.locator('[data-verdict="supported"]')).first().waitFor({ state: 'hidden' })
  await cards.and(browser.locator('[data-verdict="unsupported"]')).first().waitFor()
  await filters.getByRole('button', { name: /^all/ }).click()
  await filters.getByRole('combobox').selectOption({ label: 'Offshore Wind Outlook 2025' })
  await cards.and(browser.locator(':not([data-sources~="outlook-2025"])')).first().waitFor({ state: 'hidden' })
  await browser.emulateMedia({ media: 'print' })
  await filters.waitFor({ state: 'hidden' })
  await browser.close()
})

/** The fixture with many more sources, or documents. */
function withMany(files: Readonly<Record<string, (at: number) => string>>, count: number) {
  return (folder: string) => {
    cpSync(fixture, folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) {
      for (let at = 0; at < count; at++) writeFileSync(`${folder}/${name.replace('#', String(at))}`, text(at))
    }
    return undefined
  }
}

const manySources = withMany(
  { 'sources/note-#.txt': (at) => `Note ${at}\n\nHarbour office ${at} counted ${at + 3} ships in May ${1990 + (at % 30)}.\n` },
  600,
)

scene('the status item names the sources and offers what can be done', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.statusItem.click()
  const titles = await workbench.quickPick('Check All Documents')
  assert.ok(titles.includes('Show Log'), titles.join())
  await workbench.screenshot('status')
})

scene('the view shows only what needs attention, and sources by publisher', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.openBelegViews()
  await workbench.view('Figures of This Document', '84 turbines')
  await workbench.viewAction('Figures of This Document', 'Show Only What Needs Attention')
  await until(
    'only findings',
    () => workbench.view('Figures of This Document', '3.1 million homes'),
    (rows) => !rows.some((row) => row.includes('84 turbines')),
  )
  await workbench.viewAction('Sources', 'Group by Publisher')
  await until(
    'no month',
    () => workbench.view('Sources', 'Offshore Wind Outlook'),
    (rows) => !rows.some((row) => row.startsWith('June 2025')),
  )
  await workbench.screenshot('views-attention')
  await workbench.viewAction('Figures of This Document', 'Show All Figures')
  await workbench.view('Figures of This Document', '84 turbines')
  await workbench.viewAction('Sources', 'Group by Date')
  await workbench.view('Sources', 'June 2025')
})

scene('a source opens from the list, and its citation is copied there', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.openBelegViews()
  await workbench.view('Sources', '2025')
  const row = workbench.pane('Sources').locator('.monaco-list-row', { hasText: 'Outlook' }).first()
  const item = workbench.page.locator('.monaco-menu .action-item', { hasText: 'Copy Citation' })
  // A menu ignores a click that comes right after it opened, and closes when its row is drawn anew.
  await until(
    'the citation on the clipboard',
    async () => {
      if (!(await item.isVisible())) await row.click({ button: 'right' })
      await item.click({ timeout: 1000 }).catch(() => workbench.page.keyboard.press('Escape'))
      return workbench.page.evaluate<string>('navigator.clipboard.readText()')
    },
    (text) => text === '[@outlook-2025]',
  )
  await workbench.page.keyboard.press('Escape')
  await row.click()
  await workbench.page
    .locator('.tab.active', { hasText: /outlook/ })
    .first()
    .waitFor()
})

scene('a citation is inserted from the list of sources', fixture, async ({ workbench }) => {
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.goTo(22, 999)
  await workbench.openBelegViews()
  await workbench.view('Sources', '2025')
  const row = workbench.pane('Sources').locator('.monaco-list-row', { hasText: 'Outlook' }).first()
  await row.hover()
  await row.locator('a[aria-label^="Insert Citation"]').click()
  await workbench.expectEdit('[@outlook-2025]\n')
})

alone(
  'a check of all documents is given up when it is cancelled',
  withMany({ 'copy-#.md': () => analysis }, 300),
  async ({ workbench }) => {
    await workbench.ready()
    await workbench.runCommand('Beleg: Check All Documents')
    const toast = workbench.page.locator('.notification-toast', { hasText: 'checking all documents' })
    // How far it is, by the name of the document.
    await toast.getByText(/copy-\d+\.md/).waitFor()
    await workbench.screenshot('check-all')
    await toast.getByRole('button', { name: 'Cancel' }).click()
    await toast.waitFor({ state: 'hidden' })
    const errors = Number.parseInt((await workbench.page.locator('#status\\.problems').allInnerTexts()).join('').trim(), 10)
    assert.ok(errors > 0 && errors < 300, `${errors} errors`)
    assert.equal(await workbench.page.locator('.notification-toast').count(), 0)
  },
)

alone('the index is built again, which the status bar shows, and the log is shown', manySources, async ({ workbench }) => {
  await workbench.ready()
  const seen = await workbench.watchStatus()
  await workbench.runCommand('Beleg: Rebuild Index')
  await until('the index to grow', seen, (texts) => texts.some((text) => /index \d+%/.test(text)))
  await workbench.ready()
  await workbench.runCommand('Beleg: Show Log')
  await workbench.page.locator('.panel .output-view, .panel [id="workbench.panel.output"]').first().waitFor()
})
