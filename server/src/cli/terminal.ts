/** What the command line has of the world around it. `main.ts` makes one of the process, tests make one of strings. */

export interface Terminal {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Uint8Array>
  /** Results, and nothing else. */
  readonly stdout: Output
  /** Progress, notes and complaints. */
  readonly stderr: Output
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

export interface Output {
  readonly isTerminal: boolean
  /** Characters in a line. */
  readonly columns: number
  /** Resolves when the reader can take more. */
  write(text: string): Promise<void>
}

/** 0 clean, 1 findings at or above the fail level, 2 the run itself failed. */
export type ExitCode = 0 | 1 | 2

/** A failure that the user can do something about; the message says what. Printed without a stack, exit code 2. */
export class Failure extends Error {}

/** What an unexpected error says; with BELEG_TRACE=1 also where. */
export function traceOf(cause: unknown, { env }: Terminal): string {
  return cause instanceof Error && env['BELEG_TRACE'] ? (cause.stack ?? cause.message) : String(cause)
}

export async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of input) chunks.push(chunk)
  return Buffer.concat(chunks)
}
