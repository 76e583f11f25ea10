/** Whether a document and its source read one figure alike: of what is supported in the same or in other notation, value and unit must be equal. */
import type { CorpusIndex } from '../../../server/src/corpus/index'
import { compareFigures } from '../../../server/src/figure/compare'
import type { Figure, Quantity } from '../../../server/src/figure/figure'
import { quantityOf } from '../../../server/src/figure/quantity'
import { figuresOf, readFigures } from '../../../server/src/figure/read'
import { showQuantity } from '../../../server/src/figure/show'
import type { Gold, LabelledDocument } from '../../../server/tools/judge-data'

export interface ReadAlike {
  readonly total: number
  /** The same value in the same unit after conversion, whatever the hedge: "eine halbe Stunde" and "bis zu 30 Minuten". */
  readonly equal: number
  /** One line for each pair that is not. */
  readonly misses: readonly string[]
}

/** Compares every label S of the kinds `same` and `format` with its evidence. */
export async function readAlike(documents: readonly LabelledDocument[], index: CorpusIndex): Promise<ReadAlike> {
  const misses: string[] = []
  let total = 0
  for (const { name, gold, groups } of documents) {
    for (const label of gold) {
      if (label.label !== 'S' || (label.kind !== 'same' && label.kind !== 'format') || label.source === null) continue
      total++
      const stated = groups.flatMap(({ claims, gold: met }) => claims.figures.filter((_, at) => met[at] === label))
      const found = await evidenceOf(label, index)
      if (stated.some((figure) => found.some((evidence) => isEqual(figure, evidence)))) continue
      misses.push(`${name} ${label.label}:${label.kind} ${show(label.text, stated)} | ${label.source} ${show(label.evidence ?? '', found)}`)
    }
  }
  return { total, equal: total - misses.length, misses }
}

async function evidenceOf({ source: key, evidence, evidenceOffset }: Gold, index: CorpusIndex): Promise<readonly Figure[]> {
  if (key === null || evidence === null || evidenceOffset === null) return []
  const [source] = await index.sources([key])
  if (source === undefined) return []
  const figures = figuresOf(source.body).figures.filter(
    ({ start, end }) => start < evidenceOffset + evidence.length && evidenceOffset < end,
  )
  // A label may lie in what is no passage, such as the title in front matter.
  return figures.length > 0 ? figures : readFigures(evidence, source.body.language).figures
}

function isEqual(a: Figure, b: Figure): boolean {
  return compareFigures({ ...a, quantity: unhedged(a.quantity) }, { ...b, quantity: unhedged(b.quantity) }).agreement === 1
}

function unhedged(quantity: Quantity): Quantity {
  const { value, precision, unit, ratio } = quantity
  return value === null ? quantity : { ...quantityOf(value, precision, unit), ...(ratio && { ratio }) }
}

function show(text: string, figures: readonly Figure[]): string {
  return `«${text}» ${figures.map(({ quantity }) => showQuantity(quantity)).join('; ') || '(not read)'}`
}
