/** Work-done progress, which appears only if the work takes a while: most refreshes find nothing to do. */
import type { Progress } from '../host/workspace'
import type { Session } from './session'

/** Milliseconds without a word. */
const patience = 300

export class IndexProgress {
  readonly #session: Session
  readonly #name: string
  readonly #began = Date.now()
  #progress: ReturnType<Session['connection']['window']['createWorkDoneProgress']> | undefined
  #last = ''

  constructor(session: Session, name: string) {
    this.#session = session
    this.#name = name
  }

  report({ phase, done, total }: Progress): void {
    if (!this.#session.can.progress || Date.now() - this.#began < patience) return
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    const message = `${messages[this.#session.locale][phase]} ${done} / ${total}`
    if (message === this.#last) return
    this.#last = message
    if (this.#progress === undefined) {
      this.#progress = this.#session.connection.window.createWorkDoneProgress()
      const title = `Beleg: ${this.#name}`
      this.#progress.then(
        (progress) => progress.begin(title, percent, message),
        () => {},
      )
    } else {
      this.#progress.then(
        (progress) => progress.report(percent, message),
        () => {},
      )
    }
  }

  done(): void {
    this.#progress?.then(
      (progress) => progress.done(),
      () => {},
    )
  }
}

const messages = {
  de: { sources: 'Quellen', actors: 'Namen' },
  en: { sources: 'sources', actors: 'names' },
}
