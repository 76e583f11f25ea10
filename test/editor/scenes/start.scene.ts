/** The first two minutes: from an empty folder to the first finding; and what Restricted Mode leaves. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { stage } from '../stage'

const { alone } = stage({ name: 'start' })

alone('an empty folder is set up and shows its first finding', '', async ({ workbench, folder }) => {
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

alone('nothing of the author is overwritten by the example', 'fixtures/energy', async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Set Up This Folder')
  await workbench.tab('beleg.yaml').waitFor()
  assert.match(await workbench.text(), /^sources:/m)
})

alone('a folder without sources starts no server', '', async ({ workbench }) => {
  await workbench.openUntitled('Markdown', 'In 2025 there were 26 states.')
  await workbench.page.locator('.view-line', { hasText: '26 states' }).first().waitFor()
  assert.equal(await workbench.statusItem.isVisible(), false)
})

alone('the walkthrough leads there, step by step', '', async ({ workbench, folder }) => {
  const openStep = async (title: string) => {
    await workbench.runCommand('Welcome: Open Walkthrough...')
    await workbench.choose('Write with your sources at hand')
    const step = workbench.page.locator('.getting-started-step', { hasText: title }).first()
    await step.waitFor()
    if (!/expanded/.test((await step.getAttribute('class')) ?? '')) await step.click()
    return workbench.page.locator('.getting-started-step.expanded', { hasText: title }).first()
  }
  await (await openStep('Say where the sources are')).getByText('Set Up This Folder').click()
  await workbench.tab('beleg.yaml').waitFor()
  assert.ok(existsSync(`${folder}/sources`))
  const example = await openStep('Add sources, write a sentence')
  await workbench.screenshot('walkthrough')
  await example.getByText('Add an Example').click()
  await workbench.tab('example.md').waitFor()
  await workbench.expectSquiggle('1.9 million pounds', 'error')
  await (await openStep('See the first finding')).getByText('Show All Findings').click()
  await workbench.expectProblem('1.9 million pounds')
})

const { alone: restricted } = stage({
  name: 'restricted',
  settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
})

restricted('Restricted Mode checks all the same: no code of the folder is run', 'fixtures/energy', async ({ workbench }) => {
  await workbench.page.locator('.banner, #status\\.workspaceTrust').first().waitFor()
  await workbench.openFile('analysis.md')
  await workbench.expectSquiggle('3.1 million homes', 'error')
  await workbench.screenshot('restricted')
})
