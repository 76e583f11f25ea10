/** Each rule's page under docs/rules says when the rule fires and when not; its examples are run here. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { allRules } from '../../../server/src/rules/all'
import type { RuleName, Severity } from '../../../server/src/rules/rule'
import { checkDocument } from '../../../server/src/service/check'
import { defaultSettings } from '../../../server/src/settings/parse'
import { inputFor, workspaceOf } from '../../support/corpus'

/** The judge does not give these verdicts yet; their examples say what it should find. */
const awaited: readonly RuleName[] = []

const example = /^```text\n(@@ [\s\S]*?\n)```$/gm

for (const { name } of allRules) {
  const page = readFileSync(`docs/rules/${name}.md`, 'utf8')
  test(`docs/rules/${name}.md has its sections`, () => {
    assert.deepEqual(
      [...page.matchAll(/^#+ (.*)$/gm)].map((match) => match[1]),
      [name, 'Fires', 'Stays silent', 'What to do'],
    )
  })
  for (const [index, match] of [...page.matchAll(example)].entries()) {
    test(`docs/rules/${name}.md, example ${index + 1}`, { todo: awaited.includes(name) }, async () => {
      const { documents, index: corpus } = await workspaceOf(match[1] ?? '')
      for (const file of documents) {
        const rules: Record<RuleName, Severity | 'off'> = { ...defaultSettings.rules }
        if (rules[name] === 'off') rules[name] = 'hint'
        const { findings } = await checkDocument({ ...inputFor(file, corpus), settings: { ...defaultSettings, rules } })
        const show = (start: number, end: number, label: string) => `${file.text.slice(start, end)}: ${label}`
        assert.deepEqual(
          findings.map(({ span, severity, rule, message }) => [show(span.start, span.end, `${severity} ${rule}`), message][0]),
          file.labels.map(({ start, end, text }) => show(start, end, text)),
        )
      }
    })
  }
}
