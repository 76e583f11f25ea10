/** A source as the judge sees it. Pure and self-contained, so that whoever calls the judge can keep it as long as the source stays the same. */
import { figuresOf } from '../figure/read'
import type { Source } from '../source/source'
import { type Contexts, readContexts } from './context'

export interface SourceFigures {
  readonly source: Source
  /** Equal for copies of one article: they are one witness. */
  readonly witness: string
  readonly contexts: Contexts
}

export function readSourceFigures(source: Source, witness: string = source.key): SourceFigures {
  return { source, witness, contexts: readContexts(source.body, figuresOf(source.body).figures) }
}
