/** Judges a text against sources given as text. */

import { parseDocument } from '../../../server/src/analysis/parse'
import { claimGroupsOf } from '../../../server/src/claim/claim'
import { judge } from '../../../server/src/claim/judge'
import { judgedFigures, readSourceFigures, type SourceFigures } from '../../../server/src/claim/source'
import type { Judgement } from '../../../server/src/claim/verdict'
import { readSource } from '../../../server/src/source/read'

/** `witnesses`: of a source that is a copy of another, by path, the key of that. */
export async function judged(
  text: string,
  sources: Readonly<Record<string, string>>,
  witnesses: Readonly<Record<string, string>> = {},
): Promise<Judgement[]> {
  const candidates: SourceFigures[] = []
  for (const [path, content] of Object.entries(sources)) {
    const reading = await readSource({ path, bytes: new TextEncoder().encode(content) })
    if (reading.kind === 'read') candidates.push(readSourceFigures(reading.source, witnesses[path]))
  }
  const { body } = parseDocument(text).prose
  return claimGroupsOf(body, judgedFigures(body), []).flatMap((group) => judge(group, candidates))
}

/** The judgement of the figure whose text contains `words`. */
export async function judgedFigure(text: string, words: string, sources: Readonly<Record<string, string>>): Promise<Judgement> {
  const found = (await judged(text, sources)).find(({ figure }) => figure.text.includes(words))
  if (found === undefined) throw new Error(`no figure with "${words}" in "${text}"`)
  return found
}
