import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples, settingsTemplate } from '../../../client/src/example'
import { checkDocument } from '../../../server/src/service/check'
import { defaultSettings, parseSettings } from '../../../server/src/settings/parse'
import type { Locale } from '../../../server/src/text/locale'
import { indexOf, inputFor } from '../../support/corpus'

const locales: readonly Locale[] = ['de', 'en']

for (const locale of locales) {
  test(`the example has one figure borne out, one contradicted and one from nowhere (${locale})`, async () => {
    const { analysis, sources } = examples[locale]
    const index = await indexOf(Object.entries(sources).map(([path, text]) => ({ path, text })))
    const { judgements, findings } = await checkDocument(inputFor(analysis, index))
    assert.deepEqual(
      judgements.map(({ verdict }) => verdict),
      ['supported', 'contradicted', 'unsupported'],
    )
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['figure-contradicted'],
    )
  })

  test(`the template of beleg.yaml says what would hold without it (${locale})`, () => {
    assert.deepEqual(parseSettings(settingsTemplate[locale], 'beleg.yaml'), { settings: defaultSettings, problems: [] })
  })
}
