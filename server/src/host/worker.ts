/** Entry of the worker threads. */
import { parentPort } from 'node:worker_threads'
import { rememberCompiled } from './compiled'

rememberCompiled()
const { work } = await import('./work')
if (parentPort !== null) work(parentPort)
