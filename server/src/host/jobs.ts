/** What the main thread asks of those that read files, and what they answer: plain data, for it crosses threads. */
import type { Change, FileRecord } from '../corpus/index'
import type { ReadOptions } from '../source/read'
import type { Hint, SkipReason } from '../source/source'

/** A file to be read. */
export interface ReadJob {
  /** Relative to the folder: what the index knows it by. */
  readonly path: string
  readonly absolute: string
  /** As the index knows it, if it does. */
  readonly known?: FileRecord
  /** By which it would be as known, if its bytes are. */
  readonly recipe: string
  /** Of the files that describe it, as part of the recipe. */
  readonly stamps: readonly string[]
  /** What of the bibliography should be in what the index knows: the end of its recipe. */
  readonly references: string
  /** Absolute paths of files that describe this one. */
  readonly sidecars: readonly string[]
}

/** Sources whose actors are to be found. */
export interface ActorJob {
  readonly path: string
  readonly keys: readonly string[]
}

export type Job =
  | { readonly kind: 'read'; readonly read: ReadJob }
  | { readonly kind: 'actors'; readonly actors: ActorJob }
  | { readonly kind: 'apply'; readonly changes: readonly Change[] }

export interface Outcome {
  readonly path: string
  readonly result: 'read' | 'skipped' | 'unchanged' | 'actors' | 'applied'
  readonly reason?: SkipReason
  readonly hints: readonly Hint[]
}

export interface WorkerSettings {
  /** The file of the index. */
  readonly store: string
  readonly read: ReadOptions
  /** Whether to give way to what else the machine does. */
  readonly background: boolean
  /** Counts the jobs begun, so that the main thread sees when one takes too long. */
  readonly begun: SharedArrayBuffer
}

export type ToWorker =
  | { readonly kind: 'jobs'; readonly jobs: readonly Job[] }
  | { readonly kind: 'flush' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'close' }

export type FromWorker =
  /** So many jobs have been read; they are not written yet. */
  | { readonly kind: 'read'; readonly count: number }
  /** These jobs are written. */
  | { readonly kind: 'written'; readonly outcomes: readonly Outcome[] }
  /** All jobs so far are written, or the merge is done. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'log'; readonly line: string }

/** Why nothing can be written any more. */
export interface Failure {
  readonly kind: 'damaged' | 'unwritable' | 'other'
  readonly message: string
}
