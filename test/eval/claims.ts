/**
 * npm run eval -- claims DIR --sources DIR [DIR --sources DIR …] [--folds N | --shipped] [--corpus FILE.jsonl.gz …] [--ablations] [--errors] [--report FILE]
 *
 * Judges labelled documents and prints precision and recall with 95 % intervals over documents, a curve over the threshold, how well
 * the right source figure is found when the stated value is hidden, the errors by kind and the speed. By default every document is
 * judged by weights that were learned from other documents (9 parts); `--shipped` judges by the weights that ship. `--corpus` judges
 * again with further texts among the sources, by the same weights; `--ablations` says what is lost without parts of what the judge
 * looks at; `--errors` lists what went wrong. docs/labelled-documents.md describes the format.
 */
import { writeFileSync } from 'node:fs'
import { judgeScene } from '../../server/src/claim/judge'
import { parseLexicon, sharedLexicon } from '../../server/src/claim/lexicon'
import { type Model, shippedModel } from '../../server/src/claim/model'
import type { Judgement } from '../../server/src/claim/verdict'
import { type LabelledDocument, readCorpus, readLabelled } from '../../server/tools/judge-data'
import { crossValidate, defaultOptions, type Options, type Prepared, prepare } from '../../server/tools/judge-learn'
import { bootstrap, hiddenValue, type Judged, type Measures, measure, thresholdCurve } from './support/claims'
import { parts } from './support/parts'
import { readAlike } from './support/reading'
import { type Speed, speedOf, sumOf } from './support/speed'

const args = process.argv.slice(2)
const flag = (name: string) => args.includes(name)
const valuesOf = (name: string) => args.flatMap((arg, at) => (args[at - 1] === name ? [arg] : []))
const folders = args.filter(
  (arg, at) => !arg.startsWith('--') && !['--sources', '--folds', '--corpus', '--report'].includes(args[at - 1] ?? ''),
)
const sourceFolders = valuesOf('--sources')
const folds = Number(valuesOf('--folds')[0] ?? 9)
if (folders.length === 0 || folders.length !== sourceFolders.length) {
  console.error(
    'Usage: npm run eval -- claims DIR --sources DIR [DIR --sources DIR …] [--folds N | --shipped] [--corpus FILE …] [--ablations] [--errors] [--report FILE]',
  )
  process.exit(2)
}

/** The labelled documents over their sources, and what became of them. */
interface Setting {
  readonly labelled: readonly LabelledDocument[]
  readonly prepared: readonly Prepared[]
  readonly speed: Speed
  /** Supported figures that document and source read alike, of all of them, and the others. */
  readonly alike: { readonly equal: number; readonly total: number; readonly misses: readonly string[] }
}

const plain = await settingOf([])
const added = valuesOf('--corpus').length === 0 ? undefined : await settingOf(valuesOf('--corpus'))
const judged = judgedOf(plain, plain.prepared, defaultOptions)

for (const slice of ['all', 'de', 'en'] as const) {
  const part = judged.filter(({ document }) => slice === 'all' || document.language === slice)
  if (part.length > 0) print(slice, part)
}

console.log('\nthreshold  precision  recall  on S    on U')
for (const point of thresholdCurve(judged)) console.log(`  ${point.map((value) => value.toFixed(3)).join('    ')}`)

console.log('\nright source figure, stated value hidden, given the document, rivals of the same unit:')
for (const [slice, { right, total }] of hiddenValue(plain.prepared, folds))
  console.log(`  ${slice.padEnd(4)} ${(right / total).toFixed(3)} of ${total}`)

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
const { equal, total } = plain.alike
console.log(
  `read alike in document and source, of S:same and S:format: ${equal}/${total} (${((100 * equal) / Math.max(1, total)).toFixed(1)} %)`,
)
printSpeed(plain.speed)

if (added !== undefined) {
  const among = judgedOf(plain, added.prepared, defaultOptions)
  print('all, with the texts added', among)
  const [before, after] = [measure(judged), measure(among)]
  console.log(
    `  loss of precision ${(before.precision - after.precision).toFixed(3)}, of recall ${(before.recall - after.recall).toFixed(3)}`,
  )
  printSpeed(added.speed)
  console.log(
    `  a claim takes ${(added.speed.seconds / added.speed.claims / (plain.speed.seconds / plain.speed.claims)).toFixed(2)} × as long`,
  )
}

if (flag('--ablations')) {
  console.log('\nwithout                   precision  recall  supported')
  const line = (name: string, answers: readonly Judged[]) => {
    const { precision, recall, supported } = measure(answers)
    console.log(`  ${name.padEnd(26)}${[precision, recall, supported].map((value) => value.toFixed(3)).join('    ')}`)
  }
  for (const [name, features] of Object.entries(parts))
    line(name, judgedOf(plain, plain.prepared, { ...defaultOptions, without: new Set(features) }))
  const wordless = { ...plain, prepared: prepare(plain.labelled, parseLexicon('')) }
  line('words of one concept', judgedOf(wordless, wordless.prepared, defaultOptions))
}

if (flag('--errors')) {
  for (const { line, right } of measure(judged).outcomes) if (!right) console.log(line)
  for (const line of plain.alike.misses) console.log(`not read alike: ${line}`)
}

const [reportFile] = valuesOf('--report')
if (reportFile !== undefined) writeFileSync(reportFile, JSON.stringify({ documents: judged.map(reportOf) }))

async function settingOf(texts: readonly string[]): Promise<Setting> {
  const labelled: LabelledDocument[] = []
  const speeds: Speed[] = []
  const alike = { equal: 0, total: 0, misses: [] as string[] }
  for (const [at, folder] of folders.entries()) {
    const corpus = await readCorpus(sourceFolders[at] ?? '', texts)
    const documents = await readLabelled(folder, corpus)
    speeds.push(await speedOf(documents, corpus.index))
    const read = await readAlike(documents, corpus.index)
    alike.equal += read.equal
    alike.total += read.total
    alike.misses.push(...read.misses)
    labelled.push(...documents.map((document) => ({ ...document, name: `${folder}/${document.name}` })))
    console.log(`${folder}: ${documents.length} documents, ${corpus.sources} sources`)
  }
  return { labelled, prepared: prepare(labelled, sharedLexicon()), speed: sumOf(speeds), alike }
}

/** Judges `prepared`, which has the groups of `setting` in their order, by weights learned from other documents of `setting`. */
function judgedOf(setting: Setting, prepared: readonly Prepared[], options: Options): Judged[] {
  const answers = new Map<string, { item: Prepared; judgements: readonly Judgement[] }[]>()
  const judgePart = (part: readonly Prepared[], model: Model) => {
    for (const learned of part) {
      const item = prepared[setting.prepared.indexOf(learned)]
      if (item === undefined) throw new Error('the settings differ in their groups')
      const known = answers.get(item.document) ?? []
      answers.set(item.document, [...known, { item, judgements: judgeScene(item.group.claims, item.scene, model) }])
    }
  }
  if (flag('--shipped')) judgePart(setting.prepared, shippedModel())
  else crossValidate(setting.prepared, folds, options, judgePart)
  return setting.labelled.map((document) => ({
    document,
    figures: (answers.get(document.name) ?? []).flatMap(({ item, judgements }) =>
      judgements.map((judgement, at) => ({ ...(item.group.places[at] ?? { start: 0, end: 0 }), judgement })),
    ),
  }))
}

function print(name: string, part: readonly Judged[]): void {
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
  const measures = measure(part)
  const intervals = bootstrap(part, 1000, 1)
  const rate = (100 * measures.contradicted) / Math.max(1, measures.labels)
  console.log(
    `\n${name}: ${part.length} documents, ${measures.labels} labels, base rate of contradictions ${rate.toFixed(0)} %; in brackets 95 % over documents`,
  )
  for (const name of names)
    console.log(`  ${name.padEnd(22)}${measures[name].toFixed(3)}   [${intervals[name].map((value) => value.toFixed(3)).join(', ')}]`)
}

function printSpeed({ claims, seconds, search, sources }: Speed): void {
  console.log(
    `speed over ${sources} sources: ${(claims / seconds).toFixed(0)} claims a second on one core, ${((100 * search) / seconds).toFixed(0)} % of it search`,
  )
}

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
