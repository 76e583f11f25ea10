/**
 * Remembers what the engine makes of the program, so that the next start need not compile it again. An entry asks for it before it loads
 * anything else. Node 20 cannot; where the folder cannot be written, nothing is remembered.
 */
import * as nodeModule from 'node:module'
import { compiledCache } from './cache'

/** Milliseconds after which a process that goes on writes what it has compiled: an editor may end it without notice. */
const settled = 20_000

export function rememberCompiled(): void {
  const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache')
  if (typeof enable !== 'function') return
  enable(compiledCache())
  const flush: unknown = Reflect.get(nodeModule, 'flushCompileCache')
  if (typeof flush === 'function') setTimeout(() => flush(), settled).unref()
}
