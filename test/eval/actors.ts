/**
 * Cross-validates the recogniser of actors: every set is scored by models that never saw it (or that part of it), from text to mentions.
 *
 *     actors WORDS.json PACKAGES CORPUS.jsonl.gz FOLDER [--only NAME,…] [--folds N] [--verbose] [--without GROUP,…] [--ablations] [--epochs N]
 *
 * FOLDER holds the labelled sets; WORDS.json comes from actor-words. `--without` leaves groups of features (words, neighbours, pairs,
 * lists, clusters) or kinds of training text (record, templates, wordnet, foreign) out, `--ablations` each of them in turn; fewer
 * `--epochs` are quicker. With `--baseline` no model is trained: names are looked up in the lexicons.
 */
import { join } from 'node:path'
import { knownNames } from '../../server/src/actor/known'
import type { ChunkType } from '../../server/src/actor/labels'
import { recogniseActors } from '../../server/src/actor/recognise'
import { createTagger } from '../../server/src/actor/tagger'
import type { Language } from '../../server/src/language/language'
import { loadCompromise } from '../../server/tools/actor/compromise'
import { readCorpus } from '../../server/tools/actor/corpus'
import { glossesFrom } from '../../server/tools/actor/glosses'
import { learn, modelOf } from '../../server/tools/actor/learn'
import { listsOf } from '../../server/tools/actor/pack'
import { createSentences, glossCount, options, recordSize, shipped, templateCount } from '../../server/tools/actor/recipe'
import { addScores, createScores, type Scores, showScores } from '../../server/tools/actor/score'
import { type Labelled, readSet } from '../../server/tools/actor/sets'
import { silverFrom } from '../../server/tools/actor/silver'
import { templateSentences, vocabularyFrom } from '../../server/tools/actor/templates'
import { readWords } from '../../server/tools/actor/words'

const [wordFile, packages, corpus, folder, ...flags] = process.argv.slice(2)
if (wordFile === undefined || packages === undefined || corpus === undefined || folder === undefined) {
  process.stderr.write(
    'usage: actors WORDS.json PACKAGES CORPUS.jsonl.gz FOLDER [--only NAME,…] [--folds N] [--verbose] [--without …] [--ablations] [--epochs N] [--baseline]\n',
  )
  process.exit(2)
}
const flag = (name: string) => (flags.includes(name) ? (flags[flags.indexOf(name) + 1] ?? '') : undefined)
const epochs = Number(flag('--epochs') ?? options.epochs)
const words = readWords(wordFile)
const sets = new Map<string, Labelled[]>()
const setOf = (name: string) => sets.get(name) ?? sets.set(name, readSet(join(folder, `${name}.jsonl`))).get(name) ?? []
const made = [
  ...templateSentences(words.masks, vocabularyFrom(packages, await loadCompromise(packages)), templateCount, 5),
  ...glossesFrom(packages, glossCount, 3),
]
const record = silverFrom(readCorpus([corpus]), words.masks, recordSize, 3)

interface Trial {
  readonly name: string
  readonly train: () => readonly Labelled[]
  readonly test: () => readonly Labelled[]
}

const germeval = 'germeval2014-de'
const bundestag = 'bundestag-gold-de'
const smartdata = 'dfki-smartdata-de'
const german = () => [...setOf(germeval), ...setOf(bundestag), ...setOf(smartdata), ...record]
const foreign = () => [...made, ...setOf(germeval), ...setOf(bundestag)]
const folds = Number(flag('--folds') ?? 10)

const trials: Trial[] = [
  ...Array.from({ length: folds }, (_, fold): Trial => {
    const test = () => setOf(germeval).filter((_example, index) => index % 10 === fold)
    return { name: germeval, train: () => except(german(), test()), test }
  }),
  ...['01143', '09036'].map((protocol): Trial => {
    const test = () => setOf(bundestag).filter(({ group }) => group === protocol)
    return { name: bundestag, train: () => except(german(), test()), test }
  }),
  {
    name: smartdata,
    train: () => german().filter(({ set, group }) => set !== smartdata || group === 'v1-train'),
    test: () => setOf(smartdata).filter(({ group }) => group === 'v1-test'),
  },
  { name: 'wikigold-en', train: () => [...setOf('wnut17-en'), ...foreign()], test: () => setOf('wikigold-en') },
  { name: 'wnut17-en', train: () => [...setOf('wikigold-en'), ...foreign()], test: () => setOf('wnut17-en') },
  { name: 'uner-en', train: () => [...setOf('wikigold-en'), ...setOf('wnut17-en'), ...foreign()], test: () => setOf('uner-en') },
]

function except(all: readonly Labelled[], some: readonly Labelled[]): Labelled[] {
  const left = new Set(some)
  return all.filter((example) => !left.has(example))
}

const only = flag('--only')?.split(',')
const groups = ['words', 'neighbours', 'pairs', 'lists', 'clusters', 'record', 'templates', 'wordnet', 'foreign']
const variants = flags.includes('--ablations') ? ['', ...groups] : [flag('--without') ?? '']
for (const variant of variants) {
  if (variant !== '') process.stdout.write(`without ${variant}\n`)
  score(new Set(variant.split(',')))
}

function score(without: ReadonlySet<string>): void {
  const noClusters = { fine: new Map(), coarse: [] }
  const lists = listsOf({
    masks: without.has('lists') ? new Map() : words.masks,
    clusters: without.has('clusters') ? { de: noClusters, en: noClusters } : words.clusters,
  })
  const sentences = createSentences(lists, without)
  const totals = new Map<string, Scores>()
  for (const { name, train, test } of trials) {
    if (only !== undefined && !only.some((wanted) => name.startsWith(wanted))) continue
    const examples = test()
    const language = examples[0]?.language ?? 'de'
    const find = flags.includes('--baseline') ? lookUp : tagging(train(), language)
    const scores = totals.get(name) ?? createScores()
    totals.set(name, scores)
    for (const example of examples) {
      const found = find(example)
      addScores(scores, example.spans, found)
      if (flags.includes('--verbose')) explain(example, found)
    }
    process.stdout.write(`${name.padEnd(20)} ${showScores(scores)}\n`)
  }

  function tagging(examples: readonly Labelled[], language: Language): (example: Labelled) => Span[] {
    const kept = examples.filter((example) => !without.has(example.set) && (example.language === language || !without.has('foreign')))
    const learnt = learn(sentences(kept, language), { ...options, epochs, most: shipped[language] })
    const tagger = createTagger(modelOf(learnt, lists[language]), language)
    return ({ text }) =>
      recogniseActors(text, language, tagger).map(({ start, end, type }) => ({ start, end, type: type === 'state' ? 'place' : type }))
  }
}

interface Span {
  readonly start: number
  readonly end: number
  readonly type: ChunkType
}

/** The longest known name at each token, its genitive undone. */
function lookUp({ text, tokens }: Labelled): Span[] {
  const found: Span[] = []
  for (let at = 0; at < tokens.count; at++) {
    for (let size = Math.min(5, tokens.count - at); size > 0; size--) {
      const start = tokens.starts[at] ?? 0
      const end = tokens.ends[at + size - 1] ?? 0
      const name = text.slice(start, end)
      const known = knownNames.get(name) ?? (name.endsWith('s') ? knownNames.get(name.slice(0, -1)) : undefined)
      if (known === undefined) continue
      found.push({ start, end, type: known.type === 'state' ? 'place' : known.type })
      at += size - 1
      break
    }
  }
  return found
}

function explain({ text, spans }: Labelled, found: readonly Span[]): void {
  const types: readonly ChunkType[] = ['person', 'organisation', 'place', 'other']
  const same = (gold: { start: number; end: number; type: number }, span: Span) =>
    gold.start === span.start && gold.end === span.end && types[gold.type] === span.type
  const line = (what: string, type: ChunkType | undefined, { start, end }: { start: number; end: number }) => {
    const context = text.slice(Math.max(0, start - 50), end + 30).replace(/\s+/g, ' ')
    process.stdout.write(`${what} ${type} «${text.slice(start, end)}» | ${context}\n`)
  }
  for (const gold of spans) if (gold.type < 3 && !found.some((span) => same(gold, span))) line('MISSED', types[gold.type], gold)
  for (const span of found) if (span.type !== 'other' && !spans.some((gold) => same(gold, span))) line('EXTRA', span.type, span)
}
