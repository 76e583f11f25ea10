/** A terminal made of strings: the command line runs in this process and its output is a value. */
import { run } from '../../server/src/cli/run'
import type { ExitCode, Output, Terminal } from '../../server/src/cli/terminal'

export interface Ran {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

export interface Setting {
  readonly cwd: string
  readonly stdin?: string | Uint8Array
  readonly env?: Terminal['env']
  readonly columns?: number
}

/** What Node 20 says of its index; all else must be the same there. */
const lesserPath = /^beleg: Node \S+ .*\n/gm

/** English unless `env` says otherwise, 100 columns, no terminal: as in a build. */
export async function beleg(args: readonly string[], { cwd, stdin = '', env = {}, columns = 100 }: Setting): Promise<Ran> {
  const [stdout, stderr] = [collector(columns), collector(columns)]
  const code = await run(args, { cwd, env, stdin: once(stdin), stdout, stderr, signal: new AbortController().signal })
  return { code, stdout: stdout.text(), stderr: stderr.text().replace(lesserPath, '') }
}

function collector(columns: number): Output & { text(): string } {
  const parts: string[] = []
  return {
    isTerminal: false,
    columns,
    async write(text) {
      parts.push(text)
    },
    text: () => parts.join(''),
  }
}

async function* once(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof input === 'string' ? new TextEncoder().encode(input) : input
}
