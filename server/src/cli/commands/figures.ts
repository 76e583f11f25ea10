/** `beleg figures`: every figure that the sources state, where, and what it says. */
import { resolve } from 'node:path'
import { figuresOf } from '../../figure/read'
import { excerpt } from '../../service/excerpt'
import type { Source } from '../../source/source'
import { LineIndex } from '../../text/lines'
import type { Locale } from '../../text/locale'
import { defineCommand } from '../command'
import { listOptions, sourcesOf, unknownKeys, withCorpus } from '../corpus'
import { writeJsonList } from '../json-list'
import { isTextFile, relativePath } from '../results'
import { table } from '../table'

/** Characters of the passage around a figure. */
const around = 120

export const figures = defineCommand({
  usage: 'figures [OPTIONS] [KEYS…]',
  about: {
    de: 'Listet die Zahlen der Quellen, aller oder der genannten.',
    en: 'Lists the figures of the sources, of all or of those named.',
  },
  options: listOptions,
  run: (call) =>
    withCorpus(call, async ({ index, folder }, complaints) => {
      const { values, positionals, terminal, locale } = call
      for (const key of await unknownKeys(index, positionals)) await complaints.failure(messages[locale].unknown(key))
      const sources = sourcesOf(index, positionals)
      if (values.format === 'json') await writeJsonList(items(sources), terminal.stdout)
      else for await (const source of sources) await terminal.stdout.write(table(rowsOf(source, folder, terminal.cwd), terminal.stdout))
      return 0
    }),
})

async function* items(sources: AsyncIterable<Source>): AsyncGenerator<unknown> {
  for await (const source of sources) {
    for (const { start, end, text, quantity, frame } of figuresOf(source.body).figures) {
      yield { source: source.key, path: source.path, start, end, text, quantity, frame }
    }
  }
}

function rowsOf(source: Source, folder: string, cwd: string): string[][] {
  const path = relativePath(cwd, resolve(folder, source.path))
  const { text, passages } = source.body
  const lines = new LineIndex(text)
  return figuresOf(source.body).figures.map((figure) => {
    const { line, column } = lines.positionOf(figure.start)
    const place = isTextFile(source.path) ? `${path}:${line + 1}:${column + 1}` : path
    const passage = passages.find(({ start, end }) => start <= figure.start && figure.end <= end) ?? figure
    const { before, focus, after } = excerpt(source, passage, figure, around)
    return [place, figure.text, `${before}${focus}${after}`]
  })
}

const messages = {
  de: { unknown: (key: string) => `Keine Quelle hat den Schlüssel „${key}“. Alle Schlüssel: beleg sources` },
  en: { unknown: (key: string) => `No source has the key "${key}". All keys: beleg sources` },
} satisfies Record<Locale, unknown>
