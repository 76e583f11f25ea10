/**
 * Renaming a citation key in all documents, and in the bibliography that defines it. The key of a source comes from the source itself, which
 * Beleg never writes: citations of it can be turned to another key that exists, but the key cannot change.
 */
import type { BibliographyEntry } from '../analysis/bibliography'
import { writtenKey } from '../analysis/citations'
import type { Document } from '../analysis/document'
import type { Edit, Reference } from '../rules/rule'
import type { Locale } from '../text/locale'

export interface KeyRename {
  readonly from: string
  readonly to: string
}

/** Why a rename is refused, as a sentence; undefined where it may go ahead. */
export function objection(reference: Reference | undefined, to: string, isKnown: boolean, locale: Locale): string | undefined {
  const words = messages[locale]
  if (to.trim() !== to || to === '' || /[\s{}[\]@;,]/.test(to)) return words.illegal(to)
  if (reference?.kind === 'source' && !isKnown) return words.ofSource(reference.key, reference.path)
  return undefined
}

/** The edits in one document. Braces come and go as the new key needs them. */
export function renameInDocument(document: Document, { from, to }: KeyRename): readonly Edit[] {
  return document.citations
    .filter(({ key }) => key === from)
    .map(({ keySpan }) => {
      const braced = document.text.charAt(keySpan.start - 1) === '{' && document.text.charAt(keySpan.end) === '}'
      const span = braced ? { start: keySpan.start - 1, end: keySpan.end + 1 } : { start: keySpan.start, end: keySpan.end }
      return { ...span, newText: writtenKey(to) }
    })
}

/** The edit in a bibliography, where its entry of this key stands. */
export function renameInBibliography(entries: readonly BibliographyEntry[], { from, to }: KeyRename): readonly Edit[] {
  return entries.filter(({ key }) => key === from).map(({ span }) => ({ start: span.start, end: span.end, newText: to }))
}

const messages = {
  de: {
    illegal: (key: string) => `„${key}“ kann kein Zitierschlüssel sein.`,
    ofSource: (key: string, path: string) =>
      `@${key} ist der Schlüssel der Quelle ${path}, und Quellen ändert Beleg nie. Ändern Sie dort „id:“ oder den Dateinamen.`,
  },
  en: {
    illegal: (key: string) => `“${key}” cannot be a citation key.`,
    ofSource: (key: string, path: string) =>
      `@${key} is the key of the source ${path}, and Beleg never writes sources. Change its “id:” or its file name there.`,
  },
} satisfies Record<Locale, unknown>
