/**
 * The workspaces of fixtures/ as their readers meet them: every figure of their documents gets the verdict that expected.json gives it,
 * from the source it names. The reports must fulfil docs/schema.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { violations } from './schema'
import { beleg } from './strings'

interface Expectation {
  readonly text: string
  readonly verdict: string
  /** The key of the source of the best evidence. */
  readonly source?: string
}

interface Report {
  readonly documents: readonly {
    readonly path: string
    readonly figures: readonly {
      readonly start: number
      readonly end: number
      readonly text: string
      readonly verdict: string
      readonly evidence: readonly {
        readonly source: string
        readonly path: string
        readonly start: number
        readonly end: number
        readonly text: string
      }[]
    }[]
  }[]
}

const schema = JSON.parse(readFileSync('docs/schema/report.schema.json', 'utf8'))
const cache = mkdtempSync(join(tmpdir(), 'beleg-fixtures-'))
after(() => rmSync(cache, { recursive: true, force: true }))

for (const workspace of ['ruestung', 'energy']) {
  test(`${workspace}: every figure has its verdict`, async (context) => {
    const { code, stdout, stderr } = await beleg(['check', '--format', 'json', '--fail-level', 'none', '--cache-location', cache], {
      cwd: `fixtures/${workspace}`,
    })
    assert.equal(code, 0, stderr)
    const report: Report = JSON.parse(stdout)

    await context.test('the report fulfils its schema', () => assert.deepEqual(violations(report, schema), []))

    const expected: Readonly<Record<string, readonly Expectation[]>> = JSON.parse(
      readFileSync(`fixtures/${workspace}/expected.json`, 'utf8'),
    )
    for (const [path, expectations] of Object.entries(expected)) {
      const document = report.documents.find((candidate) => candidate.path === path)
      const text = readFileSync(`fixtures/${workspace}/${path}`, 'utf8')
      let from = 0
      for (const { text: phrase, verdict, source } of expectations) {
        await context.test(`${phrase}: ${verdict}`, () => {
          const start = text.indexOf(phrase, from)
          assert.ok(start >= 0, `${path} says no "${phrase}" after offset ${from}; expectations stand in text order`)
          from = start + phrase.length
          const figure = document?.figures.find((candidate) => candidate.start < start + phrase.length && start < candidate.end)
          assert.equal(figure?.verdict ?? 'not read', verdict)
          if (source !== undefined) assert.equal(figure?.evidence[0]?.source, source)
        })
      }
    }

    await context.test('every span cuts out the text that it is said to', () => {
      for (const { path, figures } of report.documents) {
        const text = readFileSync(`fixtures/${workspace}/${path}`, 'utf8')
        for (const { start, end, text: stated, evidence } of figures) {
          assert.equal(text.slice(start, end), stated)
          for (const proof of evidence) {
            const bytes = readFileSync(`fixtures/${workspace}/${proof.path}`)
            const source = new TextDecoder(proof.path.includes('nato') ? 'windows-1252' : 'utf-8').decode(bytes)
            assert.equal(source.slice(proof.start, proof.end), proof.text)
          }
        }
      }
    })
  })
}
