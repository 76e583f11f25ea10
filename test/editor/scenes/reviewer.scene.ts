/** A reviewer going through the English fixture. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { until } from '../poll'
import { stage } from '../stage'

const scene = stage({ name: 'reviewer', settings: { 'workbench.colorTheme': 'Default Dark Modern' } })
const fixture = 'fixtures/energy'

scene('all documents are checked into the Problems panel, also those that nobody opened', fixture, async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Check All Documents')
  const rows = await workbench.problems('94.6 percent')
  assert.ok(rows.some((row) => row.includes('figure-contradicted')))
  assert.match(await workbench.notification(/1 document/), /figures: \d+ findings/)
  await workbench.screenshot('problems')
})

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

scene('the report is saved as one file', fixture, async ({ workbench, folder }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Save Evidence Report…')
  const path = `${folder}/proof.html`
  await workbench.fillDialog(path)
  await workbench.notification(/Report saved: proof\.html/)
  const page = readFileSync(path, 'utf8')
  assert.match(page, /94\.6 percent/)
  assert.doesNotMatch(page, /(?:src|href)="https?:[^"]*\.(?:js|css|png|woff2?)"/)
})

scene('the index is built again, and the log is shown', fixture, async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Rebuild Index')
  await until(
    'the index to be ready again',
    async () => (await workbench.statusItem.getAttribute('aria-label')) ?? '',
    (label) => /^Beleg\b(?!: (index|starting))/.test(label),
  )
  await workbench.runCommand('Beleg: Show Log')
  await workbench.page.locator('.panel .output-view, .panel [id="workbench.panel.output"]').first().waitFor()
})

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
