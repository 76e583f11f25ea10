/** Collects what goes wrong without stopping the run, says it on standard error at once, and remembers whether the run itself failed. */
import { plain } from './plain'
import type { Terminal } from './terminal'

export interface Complaints {
  /** Worth knowing; the exit code stays. */
  note(line: string): Promise<void>
  /** The run could not do all that it was asked for: exit code 2 at its end. */
  failure(line: string): Promise<void>
  readonly failed: boolean
}

export function complaintsTo({ stderr }: Terminal): Complaints {
  let failed = false
  return {
    note: (line) => stderr.write(`beleg: ${plain(line)}\n`),
    failure(line) {
      failed = true
      return stderr.write(`beleg: ${plain(line)}\n`)
    },
    get failed() {
      return failed
    },
  }
}
