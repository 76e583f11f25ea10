import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { startServer } from './server'

/** Speaks with the editor by what the arguments of the process name. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all))
}
