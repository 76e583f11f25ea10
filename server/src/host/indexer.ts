/**
 * Does jobs of the index one after the other and writes what they give in batches: the same in a worker and, where there is none, in
 * the thread that asks. The first batches are small, so that answers come early; later ones are large, because that is faster.
 */
import { talliesOf } from '../corpus/entry'
import type { Change, CorpusIndex } from '../corpus/index'
import type { ReadOptions } from '../source/read'
import type { Job, Outcome } from './jobs'
import { readFileChange } from './readfile'

const firstBatch = 1 << 18
const largestBatch = 1 << 23
/** Changes without text cost little, but a batch of them should not grow without end. */
const mostChanges = 5000

export interface IndexerEvents {
  /** Before a job, which then may take long or bring the thread down. */
  begun(): void
  written(outcomes: readonly Outcome[]): void
  log(line: string): void
}

export class Indexer {
  readonly #index: CorpusIndex
  readonly #read: ReadOptions
  readonly #events: IndexerEvents
  readonly #now: () => number
  #changes: Change[] = []
  #outcomes: Outcome[] = []
  #weight = 0
  #limit = firstBatch

  constructor(index: CorpusIndex, read: ReadOptions, events: IndexerEvents, now: () => number = Date.now) {
    this.#index = index
    this.#read = read
    this.#events = events
    this.#now = now
  }

  async do(job: Job): Promise<void> {
    this.#events.begun()
    switch (job.kind) {
      case 'read': {
        const { path } = job.read
        const { change, hints, weight } = await readFileChange(job.read, this.#read, this.#now(), (line) => this.#events.log(line))
        if (change !== undefined) this.#changes.push(change)
        this.#weight += weight
        const reason = change?.kind === 'skip' && change.file.outcome.kind === 'skipped' ? change.file.outcome.reason : undefined
        const result = change?.kind === 'put' ? 'read' : reason === undefined ? 'unchanged' : 'skipped'
        this.#outcomes.push({ path, result, hints, ...(reason !== undefined && { reason }) })
        break
      }
      case 'actors': {
        const { path, keys } = job.actors
        // Its lexicons take longer to load than a small corpus takes to read.
        const { actorsOf } = await import('../actor/recognise')
        const sources = await this.#index.sources(keys)
        const actors = sources.map((source) => (source === undefined ? [] : this.#tally(path, () => talliesOf(actorsOf(source.body)))))
        this.#changes.push({ kind: 'actors', path, actors })
        this.#outcomes.push({ path, result: 'actors', hints: [] })
        this.#weight += sources.reduce((sum, source) => sum + (source?.body.text.length ?? 0), 0) * 4
        break
      }
      case 'apply':
        this.#changes.push(...job.changes)
        this.#outcomes.push({ path: '', result: 'applied', hints: [] })
    }
    if (this.#weight >= this.#limit || this.#changes.length >= mostChanges) await this.flush()
  }

  async flush(): Promise<void> {
    const [changes, outcomes] = [this.#changes, this.#outcomes]
    if (changes.length > 0) {
      this.#changes = []
      this.#weight = 0
      this.#limit = Math.min(largestBatch, this.#limit * 4)
      await this.#index.apply(changes)
    }
    this.#outcomes = []
    if (outcomes.length > 0) this.#events.written(outcomes)
  }

  /** One text that trips the recogniser costs its own actors only. */
  #tally<Tallies>(path: string, tally: () => readonly Tallies[]): readonly Tallies[] {
    try {
      return tally()
    } catch (cause) {
      this.#events.log(`${path}: actors: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
      return []
    }
  }
}
