/**
 * npm run eval -- pairs FILE.jsonl … [--errors]
 *
 * Judges pairs of texts by the weights that ship: each `premise` is the only source, its `hypothesis` the document. `label` is "entailment" or
 * "consistent" where no figure of the hypothesis may be contradicted, "contradiction" or "inconsistent" where one has to be. Pairs
 * with the same premise and hypothesis count once. A number that was changed under an open bound may still hold ("über 40" of 57), so
 * such contradictions are counted apart.
 */
import { readFileSync } from 'node:fs'
import { parseDocument } from '../../server/src/analysis/parse'
import { judge } from '../../server/src/claim/judge'
import { judgedFigures, readSourceFigures } from '../../server/src/claim/source'
import type { Judgement } from '../../server/src/claim/verdict'
import { textGroupsOf } from '../../server/src/service/groups'
import { readSource } from '../../server/src/source/read'

interface TextPair {
  readonly premise: string
  readonly hypothesis: string
  readonly label: string
  readonly kind?: string
  readonly lang?: string
}

const bounds: readonly string[] = ['moreThan', 'atLeast', 'lessThan', 'atMost', 'between']

const args = process.argv.slice(2)
const files = args.filter((arg) => !arg.startsWith('--'))
if (files.length === 0) {
  console.error('Usage: npm run eval -- pairs FILE.jsonl … [--errors]')
  process.exit(2)
}

interface Outcome {
  readonly pair: TextPair
  readonly isRight: boolean
  /** A contradiction under a bound that may still hold. */
  readonly isOpen: boolean
  readonly judgements: readonly Judgement[]
}

for (const file of files) {
  const outcomes: Outcome[] = []
  for (const pair of pairsIn(file)) outcomes.push({ pair, ...(await outcomeOf(pair)) })
  const share = (name: string, items: readonly Outcome[]) => {
    const right = items.filter(({ isRight }) => isRight).length
    console.log(`  ${name.padEnd(34)}${(right / Math.max(1, items.length)).toFixed(3)} of ${items.length}`)
    return right / Math.max(1, items.length)
  }
  console.log(file)
  const agreeing = outcomes.filter(({ pair }) => !isContradiction(pair))
  const closed = outcomes.filter(({ pair, isOpen }) => isContradiction(pair) && !isOpen)
  const open = outcomes.filter(({ isOpen }) => isOpen)
  const specific = share('nothing contradicted where they agree', agreeing)
  const sensitive = share('contradicted where they differ', closed)
  share('contradicted under an open bound', open)
  share('right, but for open bounds', [...agreeing, ...closed])
  share('right, all', outcomes)
  console.log(`  ${'balanced accuracy'.padEnd(34)}${((specific + sensitive) / 2).toFixed(3)}`)
  const kinds = [...new Set(outcomes.map(({ pair }) => pair.kind))]
  for (const kind of kinds) {
    if (kind !== undefined)
      share(
        kind,
        outcomes.filter(({ pair, isOpen }) => pair.kind === kind && !isOpen),
      )
  }
  if (!args.includes('--errors')) continue
  for (const { pair, isRight, judgements, isOpen } of outcomes) {
    if (isRight || isOpen) continue
    console.log(`\n${pair.label} ${pair.kind ?? ''}\n  ${pair.premise.replace(/\s+/g, ' ')}\n  ${pair.hypothesis.replace(/\s+/g, ' ')}`)
    for (const { figure, verdict, evidence, doubt } of judgements) {
      const [best] = evidence
      const asked = doubt === undefined ? '' : `, perhaps not ${doubt.figure.text} (${doubt.confidence.toFixed(2)})`
      console.log(
        `    ${figure.text}: ${verdict}${best === undefined ? '' : ` by ${best.figure.text} (${best.confidence.toFixed(2)})`}${asked}`,
      )
    }
  }
}

function* pairsIn(file: string): Generator<TextPair> {
  const seen = new Set<string>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const pair: TextPair = JSON.parse(line)
    const key = `${pair.premise}\n${pair.hypothesis}`
    if (seen.has(key)) continue
    seen.add(key)
    yield pair
  }
}

async function outcomeOf(pair: TextPair): Promise<Omit<Outcome, 'pair'>> {
  const reading = await readSource({ path: 'premise.txt', bytes: new TextEncoder().encode(pair.premise) })
  if (reading.kind !== 'read') throw new Error(`a premise cannot be read: ${pair.premise}`)
  const source = readSourceFigures(reading.source)
  const document = parseDocument(pair.lang === undefined ? pair.hypothesis : `---\nlang: ${pair.lang}\n---\n\n${pair.hypothesis}`)
  const judgements = textGroupsOf(document.prose.body, []).flatMap(({ body, citations }) =>
    judge({ body, passages: body.passages, figures: judgedFigures(body), citations }, [source]),
  )
  const contradicted = judgements.some(({ verdict }) => verdict === 'contradicted')
  const isOpen =
    isContradiction(pair) && judgements.some(({ figure }) => isChanged(figure.text, pair) && bounds.includes(figure.quantity.hedge))
  return { isRight: contradicted === isContradiction(pair), isOpen, judgements }
}

/** Whether the words of a figure are those of the hypothesis alone. */
function isChanged(text: string, { premise }: TextPair): boolean {
  return !premise.includes(text)
}

function isContradiction({ label }: TextPair): boolean {
  return label === 'contradiction' || label === 'inconsistent'
}
