/** A source as the judge sees it. Pure and self-contained, so that whoever calls the judge can keep it as long as the source stays the same. */
import { figuresOf } from '../figure/read'
import type { Source } from '../source/source'
import { type Contexts, type Neighbours, nearnessOf, neighboursOf, readContexts } from './context'
import { type Vocabulary, vocabularyOf } from './match'

export interface SourceFigures {
  readonly source: Source
  /** Equal for copies of one article: they are one witness. */
  readonly witness: string
  readonly contexts: Contexts
  readonly vocabulary: Vocabulary
  /** For each figure how close each word of its sentence stands to it. */
  readonly nearness: readonly Float64Array[]
  readonly neighbours: readonly Neighbours[]
}

export function readSourceFigures(source: Source, witness: string = source.key): SourceFigures {
  return sourceFiguresOf(source, readContexts(source.body, figuresOf(source.body).figures), witness)
}

/** The same for a text whose figures are read already. */
export function sourceFiguresOf(source: Source, contexts: Contexts, witness: string = source.key): SourceFigures {
  return {
    source,
    witness,
    contexts,
    vocabulary: vocabularyOf(contexts),
    nearness: nearnessOf(contexts),
    neighbours: neighboursOf(contexts),
  }
}
