/** `beleg server --stdio`: the language server, for any editor. A program of its own beside this one: nothing here knows its protocol. */
import { defineCommand } from '../command'

export const server = defineCommand({
  usage: 'server --stdio',
  about: { de: 'Startet den Sprachserver für einen Editor.', en: 'Starts the language server for an editor.' },
  options: {
    stdio: { help: { de: 'über Standardein- und -ausgabe sprechen (immer so)', en: 'speak over standard input and output (always so)' } },
  },
  async run() {
    // This module lies in dist/chunks, the server in dist. From here on the process lives as long as the server listens.
    const inChunk = /\/chunks\/[^/]+$/.test(import.meta.url)
    await import(new URL(inChunk ? '../server.js' : './server.js', import.meta.url).href)
    return 0
  },
})
