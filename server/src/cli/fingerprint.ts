/**
 * What makes a finding the same finding in the next run: its rule, its document and the words of its sentence, but not its line. Moving a
 * paragraph keeps it; rewriting the sentence makes it new, because then somebody has to look again.
 */
import { createHash } from 'node:crypto'
import { sentencesOf } from '../language/sentences'
import type { Finding } from '../rules/rule'
import type { CheckedDocument } from '../service/checked'

export function fingerprintOf(finding: Finding, path: string, checked: CheckedDocument): string {
  const words = normalise(checked.document.text.slice(finding.span.start, finding.span.end))
  return createHash('sha256')
    .update([finding.rule, path, words, normalise(sentenceAround(finding, checked))].join('\0'))
    .digest('hex')
}

function sentenceAround({ span }: Finding, { document }: CheckedDocument): string {
  const { prose, language, text } = document
  const at = prose.fromDocument(span.start)
  const passage = at === undefined ? undefined : prose.body.passages.find(({ start, end }) => start <= at && at <= end)
  if (at === undefined || passage === undefined) return text.slice(span.start, span.end)
  const sentence = sentencesOf(prose.body.text, passage, passage.language ?? language).find(({ start, end }) => start <= at && at < end)
  return prose.body.text.slice(sentence?.start ?? passage.start, sentence?.end ?? passage.end)
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€$£.,]+/gu, ' ')
    .trim()
}
