/** What the commands that list a corpus share: an index up to date, and its sources page by page. */
import type { CorpusIndex, SourceSummary } from '../corpus/index'
import type { Workspace } from '../host/workspace'
import type { Source } from '../source/source'
import type { Call } from './command'
import { type Complaints, complaintsTo } from './complaints'
import type { Options } from './options'
import type { ExitCode } from './terminal'
import { corpusOptions, openCorpus, refreshCorpus, reportCorpus } from './workspaces'

export const listOptions = {
  ...corpusOptions,
  format: { value: 'NAME', short: 'f', values: ['text', 'json'], help: { de: 'text oder json', en: 'text or json' } },
} as const satisfies Options

/** Small enough for memory, large enough for a remote index. */
const page = 200

/** Opens, refreshes and reports on the corpus, and closes it when `use` is done. */
export async function withCorpus(
  { values, terminal, locale }: Call<typeof corpusOptions>,
  use: (workspace: Workspace, complaints: Complaints) => Promise<ExitCode>,
): Promise<ExitCode> {
  const complaints = complaintsTo(terminal)
  const workspace = await openCorpus(terminal.cwd, values, terminal, complaints, locale)
  try {
    await refreshCorpus(workspace, values, terminal, locale)
    await reportCorpus(workspace, values, terminal, complaints, locale)
    const code = await use(workspace, complaints)
    return complaints.failed ? 2 : code
  } finally {
    await workspace.close()
  }
}

/** All sources in the order of their keys. */
export async function* summariesOf(index: CorpusIndex): AsyncGenerator<SourceSummary> {
  for (let after: string | undefined; ; ) {
    const summaries = await index.list({ ...(after === undefined ? {} : { after }), limit: page })
    yield* summaries
    after = summaries.at(-1)?.key
    if (after === undefined || summaries.length < page) return
  }
}

/** All sources, or those with these keys. */
export async function* sourcesOf(index: CorpusIndex, keys: readonly string[]): AsyncGenerator<Source> {
  if (keys.length > 0) {
    for (const source of await index.sources(keys)) if (source !== undefined) yield source
    return
  }
  for await (const { key } of summariesOf(index)) {
    const [source] = await index.sources([key])
    if (source !== undefined) yield source
  }
}

/** The keys that the corpus does not hold. */
export async function unknownKeys(index: CorpusIndex, keys: readonly string[]): Promise<readonly string[]> {
  const found = await index.sources(keys)
  return keys.filter((_, at) => found[at] === undefined)
}
