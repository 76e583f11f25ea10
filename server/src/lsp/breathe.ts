/** How work that takes long stays polite on the one thread that also hears the author type. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds that go by unnoticed. */
const unnoticed = 8

/** Gives way to what has come in meanwhile, whenever some milliseconds have gone by. */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < unnoticed) return
    await setImmediate()
    since = performance.now()
  }
}

/** Lets everything that has come in be done first. */
export async function othersFirst(): Promise<void> {
  await setImmediate()
}

/** Says whether the milliseconds that an author does not notice have not gone by yet. */
export function timeLimit(): () => boolean {
  const until = performance.now() + unnoticed
  return () => performance.now() < until
}
