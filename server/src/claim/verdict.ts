/** What the judge says of a stated figure, and by which evidence. */
import type { Direction, Figure } from '../figure/figure'
import type { Source } from '../source/source'
import type { Passage } from '../text/body'
import type { Cue } from './cues'

export type Verdict = 'supported' | 'contradicted' | 'disputed' | 'outdated' | 'unsupported' | 'unchecked'

/** A figure of a source aligned with a claim. */
export interface Evidence {
  readonly source: Source
  readonly passage: Passage
  /** Offsets in `source.body.text`. */
  readonly figure: Figure
  readonly relation: 'supports' | 'contradicts' | 'related'
  /** Probability, 0 to 1, that this figure measures the same thing. */
  readonly confidence: number
  /** How the values differ, where they do. */
  readonly difference?: Difference
  /** Of a change taken for a level or the other way round: which of them it is in the source. */
  readonly cue?: Cue
  /** Of a rise taken for a fall or the other way round: which of them it is in the source. */
  readonly direction?: Direction
  /** Of a swap: the words of the source in which it gives the stated figure. */
  readonly elsewhere?: string
}

/** Why two figures for the same measure do not agree; `explain` turns it into a sentence. */
export type Difference =
  | 'value'
  | 'scale' // Millionen / Milliarden
  | 'unit' // Euro / Dollar
  | 'digits' // 73,4 / 74,3
  | 'change' // um / auf
  | 'direction' // rise / fall
  | 'bound' // at least / at most
  | 'swap' // another entity, year or measure has this value

export interface Judgement {
  /** Offsets in the judged body. */
  readonly figure: Figure
  readonly verdict: Verdict
  readonly confidence: number
  /** Best first. */
  readonly evidence: readonly Evidence[]
  /** A likely contradiction below the threshold: shown in hovers and reports as a question, never as a warning. */
  readonly doubt?: Evidence
}
