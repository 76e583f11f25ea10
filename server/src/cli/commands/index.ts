/** `beleg index`: builds or refreshes the index and says what was read, skipped and why. */
import { resolve } from 'node:path'
import type { Locale } from '../../text/locale'
import { defineCommand } from '../command'
import { complaintsTo } from '../complaints'
import { listOptions } from '../corpus'
import { relativePath } from '../results'
import { hintLine, skippedLine } from '../skipped'
import { findAllActors, openCorpus, refreshCorpus } from '../workspaces'

export const index = defineCommand({
  usage: 'index [OPTIONS]',
  about: {
    de: 'Baut den Index auf oder bringt ihn auf den Stand der Dateien und sagt, was gelesen und was übergangen wurde.',
    en: 'Builds the index or brings it up to date with the files, and says what was read and what was skipped.',
  },
  options: {
    ...listOptions,
    actors: {
      help: {
        de: 'auch in allen Quellen nach Akteuren suchen, was weit länger dauert; sonst geschieht es, wo es gebraucht wird',
        en: 'look for actors in all sources too, which takes far longer; otherwise it is done where it is needed',
      },
    },
  },
  async run({ values, terminal, locale }) {
    const say = messages[locale]
    const complaints = complaintsTo(terminal)
    const workspace = await openCorpus(terminal.cwd, values, terminal, complaints, locale)
    try {
      const start = performance.now()
      const { read, removed, unchanged, hints } = await refreshCorpus(workspace, values, terminal, locale)
      if (values.actors) await findAllActors(workspace, values, terminal, locale)
      const seconds = (performance.now() - start) / 1000
      const files = await workspace.index.files()
      const skipped = files.flatMap(({ path, outcome }) => (outcome.kind === 'skipped' ? [{ path, reason: outcome.reason }] : []))
      const stats = await workspace.index.stats()
      if (values.format === 'json') {
        const report = {
          folder: workspace.folder,
          ...stats,
          read: read.length,
          unchanged,
          removed: removed.length,
          skippedFiles: skipped,
          hints: hints.map(({ path, hint }) => ({ path, hint: hint.kind, line: hint.line })),
        }
        await terminal.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
      } else {
        for (const { path, reason } of skipped) {
          await terminal.stdout.write(`${skippedLine(relativePath(terminal.cwd, resolve(workspace.folder, path)), reason, locale)}\n`)
        }
        for (const { path, hint } of hints) {
          await terminal.stdout.write(`${hintLine(relativePath(terminal.cwd, resolve(workspace.folder, path)), hint, locale)}\n`)
        }
        await terminal.stdout.write(`${say.done(stats.sources, read.length, unchanged, removed.length, skipped.length)}\n`)
        if (terminal.stderr.isTerminal) await terminal.stderr.write(`${say.seconds(seconds)}\n`)
      }
      if (stats.sources === 0) await complaints.failure(say.noSources(workspace.settings.sources.join(' ')))
      return complaints.failed ? 2 : 0
    } finally {
      await workspace.close()
    }
  },
})

const messages = {
  de: {
    done: (sources: number, read: number, unchanged: number, removed: number, skipped: number) =>
      `${sources} Quellen im Index: ${read} gelesen, ${unchanged} unverändert, ${removed} entfernt, ${skipped} übergangen.`,
    seconds: (seconds: number) => `${seconds.toFixed(1).replace('.', ',')} s`,
    noSources: (patterns: string) => `Keine Quellen gefunden (${patterns}). Quellen dort ablegen oder mit --sources nennen.`,
  },
  en: {
    done: (sources: number, read: number, unchanged: number, removed: number, skipped: number) =>
      `${sources} sources in the index: ${read} read, ${unchanged} unchanged, ${removed} removed, ${skipped} skipped.`,
    seconds: (seconds: number) => `${seconds.toFixed(1)} s`,
    noSources: (patterns: string) => `No sources found (${patterns}). Put sources there or name them by --sources.`,
  },
} satisfies Record<Locale, unknown>
