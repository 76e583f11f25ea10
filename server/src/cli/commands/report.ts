/** `beleg report`: the evidence report as one HTML file. */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkDocument } from '../../service/check'
import type { CheckedDocument } from '../../service/checked'
import { createSourceReadings } from '../../service/readings'
import { reportOf } from '../../service/report'
import { decode } from '../../source/decode'
import type { Locale } from '../../text/locale'
import { defineCommand } from '../command'
import { companionsOf } from '../companions'
import { withCorpus } from '../corpus'
import { relativePath } from '../results'
import { Failure } from '../terminal'
import { corpusOptions, documentsAsked } from '../workspaces'

export const report = defineCommand({
  usage: 'report [OPTIONS] [FILES…] -o report.html',
  about: {
    de: 'Schreibt einen Bericht: jede Zahl neben der Stelle, die sie belegt oder ihr widerspricht. Ohne FILES über alle Dokumente.',
    en: 'Writes a report: each figure beside the passage that supports or contradicts it. Without FILES on all documents.',
  },
  options: {
    ...corpusOptions,
    output: {
      value: 'FILE',
      short: 'o',
      alias: 'output-file',
      help: { de: 'in diese Datei statt auf die Standardausgabe', en: 'into this file instead of standard output' },
    },
  },
  run: (call) =>
    withCorpus(call, async (workspace, complaints) => {
      const { index, settings, folder, documents } = workspace
      const { values, positionals, terminal, locale } = call
      const say = messages[locale]
      const files =
        positionals.length === 0
          ? (await documents()).map((path) => resolve(folder, path))
          : (await documentsAsked(positionals, terminal, complaints, locale)).map(({ file }) => file)
      const companions = await companionsOf(workspace, terminal, complaints, locale)
      const readings = createSourceReadings()
      const checked: CheckedDocument[] = []
      for (const file of files) {
        const path = relativePath(terminal.cwd, file)
        const decoded = await readFile(file).then(decode, () => undefined)
        if (decoded?.kind === 'text')
          checked.push({
            ...(await checkDocument({
              text: decoded.text,
              path: relativePath(folder, file),
              index,
              settings,
              companions,
              locale,
              readings,
              lookForActors: (keys) => workspace.lookForActors({ keys, signal: terminal.signal }),
            })),
            path,
          })
        else await complaints.failure(say.unreadable(path))
      }
      const target = values.output === undefined || values.output === '-' ? undefined : resolve(terminal.cwd, values.output)
      const made = new Date().toISOString()
      const addressOf = ({ source }: { source: { path: string } }) => {
        const file = resolve(folder, source.path)
        return target === undefined
          ? pathToFileURL(file).href
          : relativePath(dirname(target), file).split('/').map(encodeURIComponent).join('/')
      }
      const html = reportOf(checked, locale, { addressOf, made })
      if (target === undefined) await terminal.stdout.write(html)
      else {
        await writeFile(target, html).catch(() => {
          throw new Failure(say.unwritable(values.output ?? ''))
        })
        await terminal.stderr.write(`${say.written(values.output ?? '', checked.length)}\n`)
      }
      return 0
    }),
})

const messages = {
  de: {
    unreadable: (path: string) => `${path}: lässt sich nicht als Text lesen. Pfad, Rechte und Kodierung prüfen.`,
    unwritable: (path: string) => `${path}: lässt sich nicht schreiben. Ordner und Rechte prüfen.`,
    written: (path: string, count: number) => `${path}: Bericht über ${count} ${count === 1 ? 'Dokument' : 'Dokumente'} geschrieben.`,
  },
  en: {
    unreadable: (path: string) => `${path}: cannot be read as text. Check path, permissions and encoding.`,
    unwritable: (path: string) => `${path}: cannot be written. Check folder and permissions.`,
    written: (path: string, count: number) => `${path}: report on ${count} ${count === 1 ? 'document' : 'documents'} written.`,
  },
} satisfies Record<Locale, unknown>
