/**
 * npm run eval -- claims DIR --sources DIR [DIR --sources DIR …] [--folds N | --shipped] [--corpus FILE.jsonl.gz …] [--errors] [--report FILE]
 *
 * Judges labelled documents and prints precision and recall with 95 % intervals over documents, a curve over the threshold, how well
 * the right source figure is found when the stated value is hidden, and the errors by kind. By default every document is judged by
 * weights that were learned from other documents (9 parts); `--shipped` judges by the weights that ship. The format of labelled
 * documents is described in server/tools/judge-data.ts.
 */
import { writeFileSync } from 'node:fs'
import { judgeScene } from '../../server/src/claim/judge'
import { sharedLexicon } from '../../server/src/claim/lexicon'
import { type Model, shippedModel } from '../../server/src/claim/model'
import type { Judgement } from '../../server/src/claim/verdict'
import { type LabelledDocument, readCorpus, readLabelled } from '../../server/tools/judge-data'
import { crossValidate, defaultOptions, type Prepared, prepare } from '../../server/tools/judge-learn'
import { bootstrap, hiddenValue, type Judged, type Measures, measure, thresholdCurve } from './support/claims'
import { readAlike } from './support/reading'

const args = process.argv.slice(2)
const flag = (name: string) => args.includes(name)
const valuesOf = (name: string) => args.flatMap((arg, at) => (args[at - 1] === name ? [arg] : []))
const folders = args.filter((arg, at) => !arg.startsWith('--') && !(args[at - 1] ?? '').startsWith('--'))
const sourceFolders = valuesOf('--sources')
if (folders.length === 0 || folders.length !== sourceFolders.length) {
  console.error(
    'Usage: npm run eval -- claims DIR --sources DIR [DIR --sources DIR …] [--folds N | --shipped] [--corpus FILE …] [--errors] [--report FILE]',
  )
  process.exit(2)
}

const labelled: LabelledDocument[] = []
const prepared: Prepared[] = []
const alike = { total: 0, equal: 0, misses: [] as string[] }
let judging = 0
for (const [at, folder] of folders.entries()) {
  const corpus = await readCorpus(sourceFolders[at] ?? '', valuesOf('--corpus'))
  const documents = (await readLabelled(folder, corpus)).map((document) => ({ ...document, name: `${folder}/${document.name}` }))
  const start = performance.now()
  prepared.push(...prepare(documents, sharedLexicon()))
  judging += performance.now() - start
  const { total, equal, misses } = await readAlike(documents, corpus.index)
  alike.total += total
  alike.equal += equal
  alike.misses.push(...misses)
  labelled.push(...documents)
  console.log(`${folder}: ${documents.length} documents, ${corpus.sources} sources`)
}

const answers = new Map<Prepared, readonly Judgement[]>()
const judgePart = (part: readonly Prepared[], model: Model) => {
  const start = performance.now()
  for (const item of part) answers.set(item, judgeScene(item.group.claims, item.scene, model))
  judging += performance.now() - start
}
if (flag('--shipped')) judgePart(prepared, shippedModel())
else crossValidate(prepared, Number(valuesOf('--folds')[0] ?? 9), defaultOptions, judgePart)

const judged: Judged[] = labelled.map((document) => ({
  document,
  figures: prepared.flatMap((item) => {
    if (item.document !== document.name) return []
    return (answers.get(item) ?? []).map((judgement, at) => ({ ...(item.group.places[at] ?? { start: 0, end: 0 }), judgement }))
  }),
}))

const names: readonly (keyof Measures)[] = [
  'precision',
  'recall',
  'f1',
  'supported',
  'alarmsOnSupported',
  'alarmsOnUnsupported',
  'alarmsOnTraps',
  'strays',
  'evidenceFigure',
  'falseSupport',
  'read',
]
for (const slice of ['all', 'de', 'en'] as const) {
  const part = judged.filter(({ document }) => slice === 'all' || document.language === slice)
  if (part.length === 0) continue
  const measures = measure(part)
  const intervals = bootstrap(part, 1000, 1)
  console.log(
    `\n${slice}: ${part.length} documents, ${measures.labels} labels, base rate of contradictions ${percent(measures.contradicted / Math.max(1, measures.labels))}`,
  )
  for (const name of names)
    console.log(`  ${name.padEnd(22)}${measures[name].toFixed(3)}   [${intervals[name].map((value) => value.toFixed(3)).join(', ')}]`)
}

console.log('\nthreshold  precision  recall  on S    on U')
for (const point of thresholdCurve(judged)) console.log(`  ${point.map((value) => value.toFixed(3)).join('    ')}`)

console.log('\nright source figure, stated value hidden, given the document, rivals of the same unit:')
const hidden = hiddenValue(prepared, Number(valuesOf('--folds')[0] ?? 9))
for (const [slice, { right, total }] of hidden) console.log(`  ${slice.padEnd(4)} ${(right / total).toFixed(3)} of ${total}`)

const kinds = new Map<string, { right: number; total: number }>()
for (const { kind, right } of measure(judged).outcomes) {
  const known = kinds.get(kind) ?? { right: 0, total: 0 }
  kinds.set(kind, { right: known.right + (right ? 1 : 0), total: known.total + 1 })
}
console.log(
  `\nby kind: ${[...kinds]
    .sort()
    .map(([kind, { right, total }]) => `${kind} ${right}/${total}`)
    .join(', ')}`,
)
console.log(
  `value and unit of S:same and S:format equal to their evidence: ${alike.equal}/${alike.total} (${((100 * alike.equal) / Math.max(1, alike.total)).toFixed(1)} %)`,
)
console.log(`judging: ${(judging / labelled.length).toFixed(0)} ms a document`)
if (flag('--errors')) {
  for (const { line, right } of measure(judged).outcomes) if (!right) console.log(line)
  for (const line of alike.misses) console.log(`not read alike: ${line}`)
}

const [reportFile] = valuesOf('--report')
if (reportFile !== undefined) writeFileSync(reportFile, JSON.stringify({ documents: judged.map(reportOf) }))

/** As `beleg check --format json` prints it, for other scorers. */
function reportOf({ document, figures }: Judged) {
  return {
    path: `${document.name}.md`,
    figures: figures.map(({ start, end, judgement }) => ({
      start,
      end,
      text: judgement.figure.text,
      verdict: judgement.verdict,
      evidence: judgement.evidence.map(({ source, figure, relation, confidence }) => ({
        source: source.key,
        path: source.path,
        start: figure.start,
        end: figure.end,
        text: figure.text,
        relation,
        confidence,
      })),
    })),
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}
