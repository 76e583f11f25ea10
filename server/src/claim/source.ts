/** A source as the judge sees it. Pure and self-contained, so that whoever calls the judge can keep it as long as the source stays the same. */
import { sectionsOf } from '../corpus/sections'
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

/** Of the whole source, or of those of its sections that are named. */
export function readSourceFigures(source: Source, witness: string = source.key, sections?: readonly number[]): SourceFigures {
  const body = sections === undefined ? source.body : partOf(source.body, sections)
  return sourceFiguresOf(source, readContexts(body, judgedFigures(body)), witness)
}

function partOf(body: Body, sections: readonly number[]): Body {
  const all = sectionsOf(body)
  return { ...body, passages: sections.flatMap((section) => all[section] ?? []) }
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
