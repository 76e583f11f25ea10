/** What worker threads do: reads files and writes them to the index with a connection of its own, away from the thread that answers. */
import { constants, platform, setPriority } from 'node:os'
import { type MessagePort, workerData } from 'node:worker_threads'
import { Indexer } from './indexer'
import type { Failure, FromWorker, Job, ToWorker, WorkerSettings } from './jobs'
import { isDamage, isUnwritable } from './store/database'
import { openStore } from './store/store'

/** Answers what the main thread asks; fails as an answer too. */
export function work(port: MessagePort): void {
  const post = (message: FromWorker) => port.postMessage(message)
  try {
    serve(workerData as WorkerSettings, port, post)
  } catch (cause) {
    post({ kind: 'failed', failure: failureOf(cause) })
  }
}

function serve({ store: file, read, background, begun }: WorkerSettings, port: MessagePort, post: (message: FromWorker) => void): void {
  // On Linux the priority is that of the thread, elsewhere that of the whole process.
  if (background && platform() === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const counter = new Int32Array(begun)
  const store = openStore(file)
  if (store === undefined) throw new Error('no database')
  const indexer = new Indexer(store, read, {
    begun: () => Atomics.add(counter, 0, 1),
    written: (outcomes) => post({ kind: 'written', outcomes }),
    log: (line) => post({ kind: 'log', line }),
  })
  const act = async (message: ToWorker) => {
    switch (message.kind) {
      case 'jobs':
        await each(message.jobs)
        return
      case 'flush':
        await indexer.flush()
        post({ kind: 'idle' })
        return
      case 'merge':
        store.mergeNow()
        post({ kind: 'idle' })
        return
      case 'close':
        await store.close()
        port.close()
    }
  }
  const each = async (jobs: readonly Job[]) => {
    for (const job of jobs) await indexer.do(job)
    post({ kind: 'read', count: jobs.length })
  }
  // One message after the other: a flush waits for the jobs before it.
  let last = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    last = last.then(() => act(message)).catch((cause: unknown) => post({ kind: 'failed', failure: failureOf(cause) }))
  })
}

function failureOf(cause: unknown): Failure {
  const kind = isDamage(cause) ? 'damaged' : isUnwritable(cause) ? 'unwritable' : 'other'
  return { kind, message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
}
