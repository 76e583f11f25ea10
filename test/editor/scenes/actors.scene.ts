/** Whom a text is about: completion, hover and the commands that edit actors.yaml. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { until } from '../poll'
import { stage } from '../stage'

const { scene } = stage({ name: 'actors' })

/** A folder whose sources name a minister and a ministry. */
function folder(path: string): undefined {
  mkdirSync(`${path}/sources`)
  const source = (id: string, date: string, text: string) =>
    writeFileSync(`${path}/sources/${id}.txt`, `---\nid: ${id}\ntitle: Report ${id}\ndate: ${date}\nlang: en\n---\n\n${text}\n`)
  source(
    'one',
    '2025-03-01',
    'Transport minister Helen Carmichael opened the bridge in Leeds. Helen Carmichael said it cost 41 million pounds.',
  )
  source(
    'two',
    '2025-04-01',
    'The transport minister, Helen Carmichael, will travel to Leeds again in May. Carmichael spoke to Peter Ashdown.',
  )
  writeFileSync(`${path}/beleg.yaml`, '')
  writeFileSync(`${path}/a.md`, '# Bridges\n\nThe bridge was opened by Helen Carmichael in Leeds.\n\n')
  return undefined
}

scene('a name is completed from its first letters, and hovering it shows who that is', folder, async ({ workbench }) => {
  await workbench.openFile('a.md')
  await workbench.ready()
  await workbench.expectHover('Helen Carmichael', /Helen Carmichael/, /minister/)
  await workbench.screenshot('hover-actor')
  await workbench.goTo(4)
  await workbench.type('She met Pet')
  await workbench.suggest('Peter Ashdown')
  await workbench.screenshot('complete-actor')
  await workbench.acceptSuggestion('Peter Ashdown')
  await workbench.expectEdit('She met Peter Ashdown')
})

scene('actors are blocked and renamed in actors.yaml', folder, async ({ workbench, folder: path }) => {
  await workbench.openFile('a.md')
  await workbench.ready()
  await workbench.openBelegViews()
  await workbench.unfold('Actors')
  await workbench.view('Actors', 'Persons')
  await workbench.screenshot('actors')
  const registry = () => (existsSync(`${path}/actors.yaml`) ? readFileSync(`${path}/actors.yaml`, 'utf8') : '')
  await workbench.runCommand('Beleg: Not an Actor')
  await workbench.quickPick('Peter Ashdown')
  await workbench.choose('Peter Ashdown')
  await until(
    'Peter Ashdown to be blocked',
    async () => registry(),
    (text) => text.includes('Peter Ashdown'),
  )
  await until(
    'the list without Peter Ashdown',
    async () => {
      await workbench.page.keyboard.press('Escape')
      await workbench.runCommand('Beleg: Rename Actor…')
      return workbench.quickPick('Helen Carmichael')
    },
    (names) => !names.includes('Peter Ashdown'),
  )
  await workbench.choose('Helen Carmichael')
  await workbench.fillInput('Helen Carmichael MP')
  await until(
    'the new name in actors.yaml',
    async () => registry(),
    (text) => text.includes('Helen Carmichael MP'),
  )
})

scene('an actor is found in the sources, and merged with another', folder, async ({ workbench, folder: path }) => {
  await workbench.openFile('a.md')
  await workbench.ready()
  await workbench.openBelegViews()
  await workbench.unfold('Actors')
  await workbench.view('Actors', 'Persons')
  await workbench.pane('Actors').locator('.monaco-list-row', { hasText: 'Persons' }).click()
  await workbench.view('Actors', 'Peter Ashdown')
  await workbench.runCommand('Beleg: Merge Actors…')
  await workbench.quickPick('Peter Ashdown')
  await workbench.choose('Peter Ashdown')
  await workbench.page.locator('.quick-input-widget input[placeholder*="is the same as"]').waitFor()
  await workbench.quickPick('Helen Carmichael')
  await workbench.choose('Helen Carmichael')
  await until(
    'the alias in actors.yaml',
    async () => (existsSync(`${path}/actors.yaml`) ? readFileSync(`${path}/actors.yaml`, 'utf8') : ''),
    (text) => /name: Helen Carmichael\n[\s\S]*Peter Ashdown/.test(text),
  )
  await until(
    'one person less',
    () => workbench.view('Actors', 'Helen Carmichael'),
    (rows) => !rows.some((row) => row.startsWith('Peter Ashdown')),
  )
  const row = workbench.pane('Actors').locator('.monaco-list-row', { hasText: 'Helen Carmichael' }).first()
  await row.hover()
  await row.locator('a[aria-label^="Find in Sources"]').click()
  await workbench.page.locator('.search-view .linematch, .search-view .filematch').first().waitFor()
})
