/** What the manifest promises: settings with the server's defaults, words in both languages, and a schema made from the settings' own table. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import manifest from '../../../package.json'
import german from '../../../package.nls.de.json'
import english from '../../../package.nls.json'
import { registrySchema } from '../../../server/src/actor/registry-schema'
import { defaultEditorSettings } from '../../../server/src/lsp/session'
import { allRules } from '../../../server/src/rules/all'
import { settingsSchema } from '../../../server/src/settings/schema'

test("the settings' defaults are those of the server", () => {
  const properties = Object.entries(manifest.contributes.configuration.properties)
  const ours = properties.filter(([name]) => name !== 'beleg.trace.server')
  assert.deepEqual(
    Object.fromEntries(ours.map(([name, { default: value }]) => [name.slice('beleg.'.length), value])),
    defaultEditorSettings,
  )
})

test('every word of the manifest is there in English and in German, and no other', () => {
  const used = [...new Set([...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key))].sort()
  assert.deepEqual(Object.keys(english).sort(), used)
  assert.deepEqual(Object.keys(german).sort(), used)
})

test('every command in a menu is contributed', () => {
  const contributed = new Set(manifest.contributes.commands.map(({ command }) => command))
  for (const [menu, entries] of Object.entries(manifest.contributes.menus)) {
    for (const { command } of entries) assert.ok(contributed.has(command), `${command} in ${menu}`)
  }
})

for (const locale of ['de', 'en'] as const) {
  test(`beleg.yaml's schema is that of the settings, ${locale}`, () => {
    const summaries = Object.fromEntries(allRules.map(({ name, summary }) => [name, summary[locale]]))
    checkGenerated(`client/generated/beleg.schema.${locale}.json`, settingsSchema(locale, summaries))
  })

  test(`actors.yaml's schema is that of the registry, ${locale}`, () =>
    checkGenerated(`client/generated/actors.schema.${locale}.json`, registrySchema(locale)))
}

function checkGenerated(path: string, schema: object): void {
  const wanted = `${JSON.stringify(schema, null, 2)}\n`
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, wanted)
  else assert.equal(readFileSync(path, 'utf8'), wanted, 'run UPDATE_GOLDEN=1 npm test -- client')
}
