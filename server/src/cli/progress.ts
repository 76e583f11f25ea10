/** One line on a terminal that counts what is done, and nothing at all in a log. */
import type { Terminal } from './terminal'

export interface ProgressLine {
  show(label: string, done: number, total: number): void
  clear(): Promise<void>
}

/** Often enough for the eye. */
const interval = 80

export function progressOn({ stderr }: Terminal, wanted: boolean): ProgressLine {
  if (!wanted || !stderr.isTerminal) return { show: () => undefined, clear: () => Promise.resolve() }
  let shownAt = 0
  return {
    show(label, done, total) {
      const now = performance.now()
      if (now - shownAt < interval && done < total) return
      shownAt = now
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
      void stderr.write(`\r\u001b[K${label} ${done}/${total} (${percent} %)`)
    },
    clear: () => stderr.write('\r\u001b[K'),
  }
}
