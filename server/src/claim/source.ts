/** A source as the judge sees it. Pure and self-contained, so that whoever calls the judge can keep it as long as the source stays the same. */
import { clocksOf } from '../figure/clock'
import type { Figure } from '../figure/figure'
import { figuresOf } from '../figure/read'
import type { Source } from '../source/source'
import type { Body } from '../text/body'
import { type Contexts, type Neighbours, nearnessOf, neighboursOf, readContexts, rivalsOf } from './context'
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
  /** For each figure how close the words of its sentence stand to the other figures there. */
  readonly rivals: readonly (readonly Float64Array[])[]
}

export function readSourceFigures(source: Source, witness: string = source.key): SourceFigures {
  return sourceFiguresOf(source, readContexts(source.body, judgedFigures(source.body)), witness)
}

/** The same for a text whose figures are read already. */
export function sourceFiguresOf(source: Source, contexts: Contexts, witness: string = source.key): SourceFigures {
  const nearness = nearnessOf(contexts)
  return {
    source,
    witness,
    contexts,
    vocabulary: vocabularyOf(contexts),
    nearness,
    neighbours: neighboursOf(contexts),
    rivals: rivalsOf(contexts, nearness),
  }
}

/** What is judged of a text, in text order: its figures, and its clock times among them. */
export function judgedFigures(body: Body): Figure[] {
  const { figures, asides } = figuresOf(body)
  const clocks = clocksOf(body.text, asides)
  return clocks.length === 0 ? [...figures] : [...figures, ...clocks].sort((a, b) => a.start - b.start)
}
