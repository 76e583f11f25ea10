import { setTimeout as wait } from 'node:timers/promises'

/** Asks until the answer satisfies, and fails with the last answer: what a scene waits for is always a state, never a time. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  satisfies: (answer: Answer) => boolean,
  limit = 20_000,
): Promise<Answer> {
  for (const start = Date.now(); ; await wait(50)) {
    const answer = await ask()
    if (satisfies(answer)) return answer
    if (Date.now() - start > limit) throw new Error(`waited ${limit / 1000} s for ${what}; last seen: ${JSON.stringify(answer)}`)
  }
}
