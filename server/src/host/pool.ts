/**
 * Worker threads for the index: hands out jobs, notices those that take too long or bring their worker down, and lets the rest go on.
 * A worker says what it has written; what it has not goes to another worker when it fails.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReadOptions } from '../source/read'
import type { SkipReason } from '../source/source'
import type { Failure, FromWorker, Job, Outcome, ToWorker, WorkerSettings } from './jobs'

/** Milliseconds for one file. */
const patience = 60_000
const heapMegabytes = 1024
/** Of short-lived data; more of it is faster and takes memory in each worker. */
const youngMegabytes = 32
/** Jobs a worker has ahead of it: few of those that take long, so that it stops soon when it is told to. */
const ahead: Readonly<Record<Job['kind'], number>> = { read: 128, actors: 2, apply: 128 }
/** They read in parallel but write in turns, and each takes memory. */
const mostWorkers = 3
/** Files for which another worker is started: it has to start and to meet every word for the first time. */
const worthAWorker = 2000
/** Milliseconds that workers wait for more work before they end. */
const idleTime = 15_000

/** Milliseconds before a worker is started that nobody asked for. */
const startTime = 2000

export interface PoolOptions {
  readonly store: string
  readonly read: ReadOptions
  readonly workers?: number
  /** Whether somebody waits for other things meanwhile. */
  readonly background: boolean
  readonly log: (line: string) => void
}

export interface RunEvents {
  /** So many more jobs have been done, though not written. */
  read(count: number): void
  written(outcomes: readonly Outcome[]): void
  /** A job that no worker survives or finishes. */
  lost(job: Job, reason: SkipReason): void
}

export class IndexFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** The bundled worker beside the running bundle, or above it where that is a chunk or a test; undefined where there is none. */
export function findWorker(from = import.meta.url): string | undefined {
  if (!from.startsWith('file:')) return undefined
  for (let folder = dirname(fileURLToPath(from)), level = 0; level < 4; folder = dirname(folder), level++) {
    const file = join(folder, 'worker.js')
    if (existsSync(file)) return file
  }
  return undefined
}

export class Pool {
  readonly #options: PoolOptions
  readonly #file: string
  #members: Member[] = []
  #idle: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(file: string, options: PoolOptions) {
    this.#file = file
    this.#options = options
  }

  /** Does the jobs; resolves when all are written. Those that are not when `signal` aborts are dropped. */
  async run(jobs: readonly Job[], events: RunEvents, signal?: AbortSignal): Promise<void> {
    if (jobs.length === 0) return
    clearTimeout(this.#idle)
    const wanted = Math.min(this.#options.workers ?? Math.min(mostWorkers, availableParallelism()), Math.ceil(jobs.length / worthAWorker))
    while (this.#members.length < wanted) this.#members.push(new Member(this.#file, this.#options))
    const queue = new Queue(jobs)
    try {
      const ends = await Promise.allSettled(
        this.#members.map((member) =>
          member.work(queue, events, signal).catch((cause: unknown) => {
            queue.clear()
            throw cause
          }),
        ),
      )
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    } finally {
      this.#members = this.#members.filter(({ isAlive }) => isAlive)
      this.#idle = setTimeout(() => void this.#rest(), idleTime)
      this.#idle.unref()
    }
  }

  /** Has a worker ready before there is something to do, when the process has had time for what is asked of it at its start. */
  prepare(): void {
    if (this.#members.length > 0 || this.#isClosed) return
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.begin(), startTime)
    this.#idle.unref()
  }

  /** Has a worker ready as soon as it can be. */
  begin(): void {
    if (this.#members.length > 0 || this.#isClosed) return
    const member = new Member(this.#file, this.#options)
    member.prepare()
    this.#members.push(member)
  }

  async merge(): Promise<void> {
    if (this.#members.length === 0) this.#members.push(new Member(this.#file, this.#options))
    await this.#members[0]?.merge()
  }

  /** Ends the workers, which have learned much that nobody needs; where somebody waits for changes, a fresh one waits for them. */
  async #rest(): Promise<void> {
    await this.#end()
    if (this.#options.background) this.begin()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#idle)
    await this.#end()
  }

  async #end(): Promise<void> {
    const members = this.#members
    this.#members = []
    await Promise.all(members.map((member) => member.close()))
  }
}

class Queue {
  readonly #jobs: Job[]
  #next = 0

  constructor(jobs: readonly Job[]) {
    this.#jobs = [...jobs]
  }

  /** As many as a worker should have ahead of it. */
  take(): readonly Job[] {
    const count = ahead[this.#jobs[this.#next]?.kind ?? 'read']
    const taken = this.#jobs.slice(this.#next, this.#next + count)
    this.#next += taken.length
    return taken
  }

  clear(): void {
    this.#jobs.length = 0
  }

  /** Jobs that a failed worker leaves. */
  add(jobs: readonly Job[]): void {
    this.#jobs.push(...jobs)
  }
}

/** A worker and what it has in hand. */
class Member {
  readonly #options: PoolOptions
  readonly #file: string
  readonly #shared = new SharedArrayBuffer(4)
  readonly #begun = new Int32Array(this.#shared)
  #worker: Worker | undefined
  /** Handed out and not written, in order; the first `#started` of them are begun. */
  #inHand: Job[] = []
  #handler: ((message: FromWorker) => void) | undefined
  #ended: ((cause: Error | undefined) => void) | undefined

  constructor(file: string, options: PoolOptions) {
    this.#file = file
    this.#options = options
  }

  get isAlive(): boolean {
    return this.#worker !== undefined
  }

  async work(queue: Queue, events: RunEvents, signal: AbortSignal | undefined): Promise<void> {
    for (let batch = this.#claim(queue, signal); batch.length > 0; batch = this.#claim(queue, signal)) {
      const lost = await this.#do(batch, queue, events, signal)
      if (lost !== undefined) {
        const { job, reason, rest } = lost
        events.lost(job, reason)
        queue.add(rest)
      }
    }
  }

  async merge(): Promise<void> {
    await this.#exchange((post, done, fail) => {
      this.#handler = (message) => {
        if (message.kind === 'idle') done()
        else if (message.kind === 'failed') fail(new IndexFailure(message.failure))
      }
      post({ kind: 'merge' })
    })
  }

  prepare(): void {
    this.#worker ??= this.#start()
    this.#worker.unref()
  }

  async close(): Promise<void> {
    const worker = this.#worker
    if (worker === undefined) return
    worker.ref()
    const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    this.#post({ kind: 'close' })
    await exited
    this.#worker = undefined
  }

  #claim(queue: Queue, signal: AbortSignal | undefined): readonly Job[] {
    return signal?.aborted ? [] : queue.take()
  }

  /** Works until the queue is empty; tells what was lost where the worker fails at a job. */
  async #do(
    batch: readonly Job[],
    queue: Queue,
    events: RunEvents,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly job: Job; readonly reason: SkipReason; readonly rest: readonly Job[] } | undefined> {
    this.#inHand = []
    Atomics.store(this.#begun, 0, 0)
    let handed = 0
    let read = 0
    let written = 0
    const hand = (jobs: readonly Job[]) => {
      if (jobs.length === 0) return
      handed += jobs.length
      this.#inHand.push(...jobs)
      this.#post({ kind: 'jobs', jobs })
    }
    let overdue = false
    const watch = this.#watch(
      () => {
        overdue = true
        void this.#worker?.terminate()
      },
      () => read < handed,
    )
    try {
      await this.#exchange((_, done, fail) => {
        this.#handler = (message) => {
          if (message.kind === 'read') {
            read += message.count
            events.read(message.count)
            const more = this.#claim(queue, signal)
            if (more.length > 0) hand(more)
            else if (read === handed) this.#post({ kind: 'flush' })
          } else if (message.kind === 'written') {
            written += message.outcomes.length
            this.#inHand.splice(0, message.outcomes.length)
            events.written(message.outcomes)
          } else if (message.kind === 'idle') {
            if (written === handed) done()
          } else if (message.kind === 'failed') fail(new IndexFailure(message.failure))
          else this.#options.log(message.line)
        }
        hand(batch)
        hand(this.#claim(queue, signal))
      })
      return undefined
    } catch (cause) {
      if (cause instanceof IndexFailure) throw cause
      const message = cause instanceof Error ? cause.message : String(cause)
      // The worker ended at the job it had begun last.
      const job = this.#inHand[Atomics.load(this.#begun, 0) - written - 1]
      if (job === undefined) throw new IndexFailure({ kind: 'other', message })
      this.#options.log(`the worker ended: ${message}`)
      return { job, reason: overdue ? 'timeout' : 'tooLarge', rest: this.#inHand.filter((other) => other !== job) }
    } finally {
      clearInterval(watch)
      this.#handler = undefined
    }
  }

  /** Calls `expired` when the same job is at work for too long. */
  #watch(expired: () => void, isBusy: () => boolean): NodeJS.Timeout {
    let last = -1
    let since = performance.now()
    return setInterval(() => {
      const begun = Atomics.load(this.#begun, 0)
      if (begun !== last || !isBusy()) {
        last = begun
        since = performance.now()
      } else if (performance.now() - since > patience) expired()
    }, 500)
  }

  /** Rejects when the worker ends. Meanwhile the worker keeps the process alive; one that only waits does not. */
  async #exchange(begin: (post: (message: ToWorker) => void, done: () => void, fail: (cause: Error) => void) => void): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        this.#ended = (cause) => reject(cause ?? new Error('no reason given'))
        begin((message) => this.#post(message), resolve, reject)
        this.#worker?.ref()
      })
    } finally {
      this.#ended = undefined
      this.#worker?.unref()
    }
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#start()
    this.#worker.postMessage(message)
  }

  #start(): Worker {
    const { store, read, background } = this.#options
    const settings: WorkerSettings = { store, read, background, begun: this.#shared }
    const worker = new Worker(this.#file, {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    })
    let failure: Error | undefined
    worker.on('message', (message: FromWorker) => this.#handler?.(message))
    worker.on('error', (cause) => {
      failure = cause
    })
    worker.on('exit', () => {
      this.#worker = undefined
      this.#ended?.(failure)
    })
    return worker
  }
}
