/** `server.js --stdio` for any editor; VS Code's client forks it and adds `--node-ipc`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { startServer } from './server'

startServer(createConnection(ProposedFeatures.all))
