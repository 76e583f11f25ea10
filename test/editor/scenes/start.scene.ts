/** The first two minutes: from an empty folder to the first finding; and what Restricted Mode leaves. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { stage } from '../stage'

const scene = stage({ name: 'start' })

scene('an empty folder is set up and shows its first finding', '', async ({ workbench, folder }) => {
  await workbench.openBelegViews()
  await workbench.pane('Sources').getByText('This folder has no sources yet').waitFor()
  await workbench.screenshot('welcome')
  await workbench.pane('Sources').getByText('Set Up This Folder').click()
  await workbench.tab('beleg.yaml').waitFor()
  assert.ok(existsSync(`${folder}/sources`))
  await workbench.runCommand('Beleg: Add an Example to This Folder')
  await workbench.tab('example.md').waitFor()
  await workbench.expectSquiggle('1.9 million pounds', 'error')
  await workbench.expectNoSquiggle('48,000 visitors', 'error')
  await workbench.view('Sources', 'Lakeside festival takes stock')
  await workbench.screenshot('first-finding')
})

scene('nothing of the author is overwritten by the example', 'fixtures/energy', async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Set Up This Folder')
  await workbench.tab('beleg.yaml').waitFor()
  assert.match(await workbench.text(), /^sources:/m)
})

scene('a folder without sources starts no server', '', async ({ workbench }) => {
  await workbench.openUntitled('Markdown', 'In 2025 there were 26 states.')
  await workbench.page.locator('.view-line', { hasText: '26 states' }).first().waitFor()
  assert.equal(await workbench.statusItem.isVisible(), false)
})

scene('the walkthrough leads there', '', async ({ workbench }) => {
  await workbench.runCommand('Welcome: Open Walkthrough...')
  await workbench.choose('Write with your sources at hand')
  await workbench.page.locator('.getting-started-step', { hasText: 'Say where the sources are' }).first().click()
  await workbench.page.locator('.getting-started-step.expanded', { hasText: 'Set Up This Folder' }).first().waitFor()
  await workbench.screenshot('walkthrough')
})

const restricted = stage({
  name: 'restricted',
  restricted: true,
  settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
})

restricted('Restricted Mode checks all the same: no code of the folder is run', 'fixtures/energy', async ({ workbench }) => {
  await workbench.page.locator('.banner, #status\\.workspaceTrust').first().waitFor()
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.screenshot('restricted')
})
