#!/usr/bin/env node
/** `beleg`: makes a terminal of this process and runs. */
import process from 'node:process'
import { rememberCompiled } from '../host/compiled'
import type { Output, Terminal } from './terminal'

const interrupt = new AbortController()
process.once('SIGINT', () => interrupt.abort())

// A reader such as `head` may leave early; that is its right and no failure of ours.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  process.exit(cause.code === 'EPIPE' ? 0 : 2)
})

const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  signal: interrupt.signal,
}

rememberCompiled()
const { run } = await import('./run')
process.exitCode = await run(process.argv.slice(2), terminal)

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 100,
    write: (text) => (stream.write(text) ? Promise.resolve() : new Promise((resolve) => stream.once('drain', resolve))),
  }
}
