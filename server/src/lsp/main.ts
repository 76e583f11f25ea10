/** `server.js --stdio` for any editor; VS Code's client forks it and adds `--node-ipc`. */
import { rememberCompiled } from '../host/compiled'

rememberCompiled()
const { serve } = await import('./serve')
serve()
