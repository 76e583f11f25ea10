/** `beleg sources`: what the corpus holds, or with `--text` one source's text, to which the offsets of evidence refer. */
import type { SourceSummary } from '../../corpus/index'
import type { Locale } from '../../text/locale'
import { defineCommand } from '../command'
import { listOptions, summariesOf, withCorpus } from '../corpus'
import { writeJsonList } from '../json-list'
import { similar } from '../options'
import { table } from '../table'

export const sources = defineCommand({
  usage: 'sources [OPTIONS]',
  about: {
    de: 'Listet die Quellen: Schlüssel, Datum, Verlag, Titel, Datei.',
    en: 'Lists the sources: key, date, publisher, title, file.',
  },
  options: {
    ...listOptions,
    text: { value: 'KEY', help: { de: 'den gelesenen Text dieser Quelle ausgeben', en: 'print the text that was read from this source' } },
  },
  run: (call) =>
    withCorpus(call, async ({ index }, complaints) => {
      const { values, terminal, locale } = call
      const say = messages[locale]
      if (values.text !== undefined) {
        const [source] = await index.sources([values.text])
        if (source === undefined) {
          const near = similar(
            values.text,
            (await index.findSources(values.text.slice(0, 4), 50)).map(({ key }) => key),
          )
          await complaints.failure(say.unknown(values.text, near))
          return 2
        }
        await terminal.stdout.write(source.body.text)
        return 0
      }
      if (values.format === 'json') await writeJsonList(items(summariesOf(index)), terminal.stdout)
      else {
        const rows: string[][] = []
        for await (const { key, path, metadata } of summariesOf(index)) {
          rows.push([
            key,
            metadata.published?.slice(0, 10) ?? '',
            metadata.publisher ?? metadata.authors[0] ?? '',
            path,
            metadata.title ?? '',
          ])
        }
        await terminal.stdout.write(table(rows, terminal.stdout))
      }
      return 0
    }),
})

async function* items(summaries: AsyncIterable<SourceSummary>): AsyncGenerator<unknown> {
  for await (const { key, path, metadata, witness } of summaries) yield { key, path, ...metadata, witness }
}

const messages = {
  de: {
    unknown: (key: string, near?: string) =>
      `Keine Quelle hat den Schlüssel „${key}“.${near === undefined ? '' : ` Gemeint ist wohl „${near}“.`} Alle Schlüssel: beleg sources`,
  },
  en: {
    unknown: (key: string, near?: string) =>
      `No source has the key "${key}".${near === undefined ? '' : ` Did you mean "${near}"?`} All keys: beleg sources`,
  },
} satisfies Record<Locale, unknown>
