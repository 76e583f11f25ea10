/** A workspace in memory, from marked text: files under sources/ are indexed, the others are documents. */
import { actorsOf } from '../../server/src/actor/recognise'
import { entryOf, talliesOf } from '../../server/src/corpus/entry'
import type { CorpusIndex } from '../../server/src/corpus/index'
import { createMemoryIndex } from '../../server/src/corpus/memory'
import { type CheckInput, checkDocument } from '../../server/src/service/check'
import type { CheckedDocument } from '../../server/src/service/checked'
import { defaultSettings } from '../../server/src/settings/parse'
import { readSource } from '../../server/src/source/read'
import { type MarkedFile, parseMarked } from './marked'

export interface MarkedWorkspace {
  readonly index: CorpusIndex
  readonly documents: readonly MarkedFile[]
}

export async function workspaceOf(marked: string): Promise<MarkedWorkspace> {
  const files = parseMarked(marked)
  const isSource = ({ path }: MarkedFile) => path.startsWith('sources/')
  return { index: await indexOf(files.filter(isSource)), documents: files.filter((file) => !isSource(file)) }
}

export async function indexOf(files: readonly { readonly path: string; readonly text: string }[]): Promise<CorpusIndex> {
  const index = createMemoryIndex()
  for (const { path, text } of files) {
    const bytes = new TextEncoder().encode(text)
    const reading = await readSource({ path, bytes })
    if (reading.kind !== 'read') throw new Error(`${path}: ${reading.reason}`)
    const { source } = reading
    const file = { path, size: bytes.length, modified: 0, hash: path, outcome: { kind: 'read', key: source.key } } as const
    await index.apply([{ kind: 'put', file, entry: entryOf(source, talliesOf(actorsOf(source.body))) }])
  }
  return index
}

export function inputFor({ path, text }: Pick<MarkedFile, 'path' | 'text'>, index: CorpusIndex): CheckInput {
  return { text, path, index, settings: defaultSettings, locale: 'de' }
}

/** The first document of a marked workspace, checked. */
export async function checkMarked(marked: string): Promise<{ checked: CheckedDocument; file: MarkedFile; workspace: MarkedWorkspace }> {
  const workspace = await workspaceOf(marked)
  const [file] = workspace.documents
  if (file === undefined) throw new Error('No document beside the sources')
  return { checked: await checkDocument(inputFor(file, workspace.index)), file, workspace }
}
