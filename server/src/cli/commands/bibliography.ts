/** `beleg bibliography`: the corpus as CSL JSON, for `pandoc --citeproc --bibliography`. */
import type { SourceSummary } from '../../corpus/index'
import { defineCommand } from '../command'
import { summariesOf, withCorpus } from '../corpus'
import { writeJsonList } from '../json-list'
import { corpusOptions } from '../workspaces'

export const bibliography = defineCommand({
  usage: 'bibliography [OPTIONS] > references.json',
  about: {
    de: 'Gibt die Quellen als CSL JSON aus, damit pandoc --citeproc die Zitate setzen kann.',
    en: 'Prints the sources as CSL JSON, so that pandoc --citeproc can render the citations.',
  },
  options: corpusOptions,
  run: (call) =>
    withCorpus(call, async ({ index }) => {
      await writeJsonList(items(summariesOf(index)), call.terminal.stdout)
      return 0
    }),
})

async function* items(summaries: AsyncIterable<SourceSummary>): AsyncGenerator<unknown> {
  for await (const { key, path, metadata } of summaries) {
    const { title, authors, publisher, published, url } = metadata
    yield {
      id: key,
      type: 'article-newspaper',
      title: title ?? path,
      ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
      ...(publisher === undefined ? {} : { 'container-title': publisher }),
      ...(published === undefined ? {} : { issued: { 'date-parts': [datePartsOf(published)] } }),
      ...(url === undefined ? {} : { URL: url }),
    }
  }
}

/** [2025, 12, 15] for "2025-12-15T14:00:00". */
function datePartsOf(iso: string): number[] {
  return (/^\d{4}(?:-\d{2})?(?:-\d{2})?/.exec(iso)?.[0] ?? '')
    .split('-')
    .filter((part) => part !== '')
    .map(Number)
}
