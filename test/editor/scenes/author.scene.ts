/** An author at work on the German fixture, in a German workbench. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { until } from '../poll'
import { stage } from '../stage'

const { scene, alone } = stage({ name: 'author', locale: 'de' })
const fixture = 'fixtures/ruestung'

scene('a contradicted figure has a squiggle, and a hover that quotes the source', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  const parts = [/Die Quelle nennt „120 Millionen Euro“/, /figure-contradicted/, /Leuchtturmprojekt/, /@agentur-2025-12-15/]
  await workbench.expectHover('210 Millionen', ...parts)
  await workbench.screenshot('hover-contradicted')
})

scene('a supported figure has none, and a hover that says where it stands', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  await workbench.expectHover('40 Mrd', /Belegt/, /mehr als 40 Milliarden Euro/)
  assert.equal(await workbench.hasSquiggle('mehr als 40 Mrd', 'error'), false)
  await workbench.expectHover('paris-2025', /Ostblick/, /26 Staaten/)
})

scene('a quick fix takes the figure of the source, and the squiggle goes', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  await workbench.goToText('210 Millionen')
  const titles = await workbench.quickFixes('120 Millionen')
  assert.ok(
    titles.some((title) => title.startsWith('Hier nicht melden')),
    titles.join('\n'),
  )
  await workbench.screenshot('quick-fix')
  await workbench.page.keyboard.press('Escape')
  await workbench.applyQuickFix('Angabe der Quelle übernehmen')
  await workbench.expectEdit('in Deutschland hat der Haushaltsausschuss 120 Millionen Euro freigegeben')
  await workbench.expectNoSquiggle('120 Millionen Euro', 'error')
})

scene('a finding is silenced with a reason, which is left to the author to type', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  await workbench.goToText('210 Millionen')
  await workbench.applyQuickFix('Hier nicht melden')
  await workbench.expectEdit('<!-- beleg-disable-next-line figure-contradicted --')
  await workbench.expectNoSquiggle('210 Millionen Euro', 'error')
})

scene('"not the same measure" is remembered in a file', fixture, async ({ workbench, folder }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  await workbench.goToText('210 Millionen')
  await workbench.applyQuickFix('Nicht dieselbe Größe')
  await workbench.expectNoSquiggle('210 Millionen Euro', 'error')
  assert.match(readFileSync(`${folder}/beleg.decisions.yaml`, 'utf8'), /120 Millionen Euro/)
})

scene('a citation key is completed by a word of its title', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.goTo(16, 999)
  await workbench.type(' Mehr dazu [@')
  await workbench.suggest('waffenbuendnis')
  await workbench.screenshot('complete-citation')
  await workbench.acceptSuggestion('waffenbuendnis')
  await workbench.expectEdit('Mehr dazu [@waffenbuendnis')
})

scene('a figure is completed from a digit, in the words of the source', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.goTo(22, 999)
  await workbench.type(' In Paris sagten Staaten Truppen zu, nämlich 2')
  await workbench.suggest('26')
  await workbench.screenshot('complete-figure')
  await workbench.acceptSuggestion('26')
  await workbench.expectEdit('nämlich 26')
})

scene('what is typed is checked at the next pause', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  await workbench.goTo(13)
  await workbench.type(
    '\nFür die Fertigung ukrainischer Drohnen in Deutschland hat der Haushaltsausschuss 130 Millionen Euro freigegeben.\n',
  )
  await workbench.expectSquiggle('130 Millionen', 'error')
})

scene('commands and messages are German in a German workbench', fixture, async ({ workbench }) => {
  await workbench.ready()
  await workbench.runCommand('Beleg: Alle Dokumente prüfen')
  await workbench.expectNotification(/1 Dokument.*25 Zahlen: \d+ Befunde/)
  await workbench.expectProblem('Die Quelle nennt „120 Millionen Euro“, nicht „210 Millionen Euro“')
  await workbench.runCommand('Beleg: Belegbericht')
  await workbench.webview().locator('html[lang="de"] h1').waitFor()
})

scene('the definition of a citation is its source', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  await workbench.goToText('@waffenbuendnis', 3)
  await workbench.page.keyboard.press('F12')
  await workbench.tab('waffenbuendnis.txt').waitFor()
})

scene('a source edited on disk changes the verdict', fixture, async ({ workbench, folder }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  const path = `${folder}/sources/agentur-2025-12-15.txt`
  writeFileSync(path, readFileSync(path, 'utf8').replace('120 Millionen Euro', '210 Millionen Euro'))
  await workbench.expectNoSquiggle('210 Millionen Euro', 'error')
})

scene('the views list figures, sources and actors', fixture, async ({ workbench }) => {
  await workbench.openFile('analyse.md')
  await workbench.expectSquiggle('210 Millionen Euro', 'error')
  await workbench.openBelegViews()
  await workbench.view('Zahlen', '210 Millionen Euro')
  await workbench.view('Quellen', 'Modellrechnung')
  await workbench.unfold('Akteure')
  await workbench.view('Akteure', 'Personen')
  await workbench.screenshot('views')
  await workbench.pane('Zahlen').locator('.monaco-list-row', { hasText: '210 Millionen Euro' }).first().click()
  await until(
    'the cursor on the figure',
    () => workbench.cursor(),
    (cursor) => cursor.includes('10'),
  )
  await workbench.statusItem.filter({ hasText: /Beleg: \d/ }).waitFor()
})

alone('the walkthrough is German, with its pages, and sets up a folder in German', '', async ({ workbench }) => {
  await workbench.runCommand('Welcome: Open Walkthrough...')
  await workbench.choose('Schreiben mit den Quellen zur Hand')
  const step = workbench.page.locator('.getting-started-step', { hasText: 'Sagen, wo die Quellen sind' }).first()
  await step.waitFor()
  if (!/expanded/.test((await step.getAttribute('class')) ?? '')) await step.click()
  await workbench.webview().getByText('dieselbe Datei').first().waitFor({ state: 'attached' })
  await workbench.screenshot('walkthrough-de')
  await step.getByText('Diesen Ordner einrichten').click()
  await workbench.tab('beleg.yaml').waitFor()
  assert.match(await workbench.text(), /^# Was Beleg liest und prüft/)
})
