/** SARIF 2.1.0, as GitHub code scanning and other readers want it: the passages of the sources as related locations, fixes, suppressions. */

import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { version } from '../../../../package.json'
import { allRules } from '../../rules/all'
import type { Finding, Rule, RuleName, Severity } from '../../rules/rule'
import { fingerprintOf } from '../fingerprint'
import { type Proof, pascalCase, proofsOf, type Region, type Result, regionOf } from '../results'
import type { Format } from './format'

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const satisfies Record<
  Severity | 'off',
  string
>

export const sarif: Format = ({ documents, locale }) => {
  const rules = allRules.map((rule) => ruleOf(rule, rule.summary[locale]))
  const ruleIndex = new Map<RuleName, number>(allRules.map((rule, index) => [rule.name, index]))
  const results = documents.flatMap((result) => [
    ...result.findings.map((finding) => resultOf(finding, result, ruleIndex)),
    ...result.checked.silenced.map(({ finding, directive }) => ({
      ...resultOf(finding, result, ruleIndex),
      suppressions: [{ kind: 'inSource', ...(directive.reason === undefined ? {} : { justification: directive.reason }) }],
    })),
    ...result.excused.map((finding) => ({
      ...resultOf(finding, result, ruleIndex),
      baselineState: 'unchanged',
      suppressions: [{ kind: 'external' }],
    })),
  ])
  const run = {
    tool: { driver: { name: 'Beleg', semanticVersion: version, version, language: locale, rules } },
    automationDetails: { id: 'beleg/' },
    columnKind: 'utf16CodeUnits',
    results,
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function ruleOf(rule: Rule, summary: string) {
  const silencing = `<!-- beleg-disable-next-line ${rule.name} -- … -->`
  return {
    id: rule.name,
    name: pascalCase(rule.name),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: `${summary}\n\n${silencing}`, markdown: `${summary}\n\n\`${silencing}\`` },
    defaultConfiguration: { enabled: rule.severity !== 'off', level: levels[rule.severity] },
    properties: { tags: ['evidence', rule.name.split('-')[0]], precision: 'high', 'problem.severity': problemSeverity(rule.severity) },
  }
}

function problemSeverity(severity: Severity | 'off'): string {
  return severity === 'error' || severity === 'warning' ? severity : 'recommendation'
}

function resultOf(finding: Finding, result: Result, ruleIndex: ReadonlyMap<RuleName, number>) {
  const { path, lines, checked } = result
  const region = (span: { readonly start: number; readonly end: number }) => sarifRegion(regionOf(lines, span), span)
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path, result), region: region(finding.span) } }],
    relatedLocations: proofsOf(finding, result).map((proof, id) => relatedLocation(proof, id, result)),
    ...(finding.fixes.length === 0
      ? {}
      : {
          fixes: finding.fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation: artifact(path, result),
                replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } })),
              },
            ],
          })),
        }),
    partialFingerprints: { 'belegSentence/v1': fingerprintOf(finding, path, checked) },
  }
}

function relatedLocation(proof: Proof, id: number, result: Result) {
  const region = proof.region === undefined ? {} : { region: { ...sarifRegion(proof.region, proof), snippet: { text: proof.text } } }
  return {
    id,
    message: { text: proof.passage.trim() },
    physicalLocation: { artifactLocation: artifact(proof.path, result), ...region },
  }
}

function sarifRegion(region: Region, { start, end }: { readonly start: number; readonly end: number }) {
  return { ...region, charOffset: start, charLength: end - start }
}

/** Relative to the root of the checkout; a file outside it has nothing but its own address. */
function artifact(path: string, { cwd }: Result) {
  if (path.startsWith('../')) return { uri: pathToFileURL(resolve(cwd, path)).href }
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' }
}
