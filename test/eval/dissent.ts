/**
 * npm run eval -- dissent DIR --sources DIR [DIR --sources DIR …]
 *
 * How well sources that disagree are told from sources that do not, over thresholds. Each labelled document is put beside its own sources
 * as if it were one of them, and the passages of the sources are judged against both: a passage bears itself out, and where the
 * document contradicts it, the two disagree. A swap is left out, for the same words say then what is wrong and what is right. Weights
 * are learned from other documents.
 */
import { readFileSync } from 'node:fs'
import type { ClaimGroup } from '../../server/src/claim/claim'
import { judgeScene, sceneFor } from '../../server/src/claim/judge'
import { sharedLexicon } from '../../server/src/claim/lexicon'
import type { Model } from '../../server/src/claim/model'
import type { Scene } from '../../server/src/claim/scene'
import { judgedFigures, readSourceFigures, type SourceFigures } from '../../server/src/claim/source'
import { textGroupsOf } from '../../server/src/service/groups'
import { readSource } from '../../server/src/source/read'
import { type Gold, readCorpus, readLabelled } from '../../server/tools/judge-data'
import { crossValidate, defaultOptions, type Prepared, prepare } from '../../server/tools/judge-learn'

const args = process.argv.slice(2)
const folders = args.filter((arg, at) => arg !== '--sources' && args[at - 1] !== '--sources')
const sourceFolders = args.filter((_, at) => args[at - 1] === '--sources')
if (folders.length === 0 || folders.length !== sourceFolders.length) {
  console.error('Usage: npm run eval -- dissent DIR --sources DIR [DIR --sources DIR …]')
  process.exit(2)
}

/** A document as a source, and the sources that its labels name. */
interface Bench {
  readonly document: SourceFigures
  readonly sources: readonly SourceFigures[]
  readonly gold: readonly Gold[]
}

const benches = new Map<string, Bench>()
const prepared: Prepared[] = []
for (const [at, folder] of folders.entries()) {
  const corpus = await readCorpus(sourceFolders[at] ?? '')
  const labelled = await readLabelled(folder, corpus)
  for (const { name, gold } of labelled) {
    const reading = await readSource({ path: `${name}.md`, bytes: readFileSync(`${folder}/${name}.md`) })
    if (reading.kind !== 'read') continue
    const keys = [...new Set(gold.flatMap(({ source }) => source ?? []))]
    const sources = (await corpus.index.sources(keys)).flatMap((source) => (source === undefined ? [] : [readSourceFigures(source)]))
    benches.set(`${folder}/${name}`, { document: readSourceFigures(reading.source), sources, gold })
  }
  prepared.push(
    ...prepare(
      labelled.map((document) => ({ ...document, name: `${folder}/${document.name}` })),
      sharedLexicon(),
    ),
  )
}

const models: { readonly benches: readonly Bench[]; readonly model: Model }[] = []
crossValidate(prepared, 3, defaultOptions, (part, model) => {
  const names = new Set(part.map(({ document }) => document))
  models.push({ benches: [...names].flatMap((name) => benches.get(name) ?? []), model })
})

/** A passage of a source beside the source and the document, and for each of its figures whether the two disagree about it. */
interface Case {
  readonly claims: ClaimGroup
  readonly scene: Scene
  readonly disagree: readonly boolean[]
  readonly model: Model
}

const cases = models.flatMap(({ benches, model }) => benches.flatMap((bench) => casesOf(bench, model)))
const tried = [0.2, 0.3, 0.4].flatMap((alike) => [0.7, 0.8, 0.9].map((dissent) => ({ alike, dissent })))
console.log('alike  dissent  disagreements found  agreements disputed')
for (const thresholds of tried) {
  const found = { true: { disputed: 0, all: 0 }, false: { disputed: 0, all: 0 } }
  for (const { claims, scene, disagree, model } of cases) {
    const judgements = judgeScene(claims, scene, { ...model, thresholds: { ...model.thresholds, ...thresholds } })
    for (const [at, { verdict }] of judgements.entries()) {
      const kind = found[disagree[at] === true ? 'true' : 'false']
      kind.all++
      if (verdict === 'disputed' || verdict === 'outdated') kind.disputed++
    }
  }
  const show = ({ disputed, all }: { disputed: number; all: number }) => `${disputed} of ${all}`.padEnd(21)
  console.log(`${thresholds.alike}    ${thresholds.dissent}      ${show(found.true)}${show(found.false)}`)
}

function casesOf({ document, sources, gold }: Bench, model: Model): Case[] {
  return sources.flatMap((reading) => {
    const { source } = reading
    const meant = gold.filter((label) => label.source === source.key)
    return textGroupsOf(source.body, []).flatMap(({ start, body }): Case[] => {
      const figures = judgedFigures(body)
      const labels = figures.map((figure) => meant.filter((label) => isOf(label, figure.start + start, figure.end + start)))
      // What is right in the one place and wrong in another is no test.
      if (labels.flat().length === 0 || labels.flat().some(({ kind }) => kind === 'swap')) return []
      const claims = { body, passages: body.passages, figures, citations: [] }
      const disagree = labels.map((met) => met.some(({ label }) => label === 'C'))
      return [{ claims, scene: sceneFor(claims, [reading, document]), disagree, model }]
    })
  })
}

function isOf({ evidence, evidenceOffset }: Gold, start: number, end: number): boolean {
  const offset = evidenceOffset ?? 0
  return start < offset + (evidence?.length ?? 0) && offset < end
}
