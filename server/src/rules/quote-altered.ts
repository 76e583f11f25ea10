/**
 * A direct quotation differs from its source in wording. Marks, dashes, white space and hyphenation may differ, words left out behind "[…]" and
 * put in between brackets too; a quotation that no source holds is unknown, not wrong.
 */
import { diffArrays } from 'diff'
import type { Quotation } from '../analysis/document'
import type { Locale } from '../text/locale'
import { slice } from '../text/span'
import type { Rule } from './rule'

export const quoteAltered: Rule = {
  name: 'quote-altered',
  severity: 'error',
  summary: {
    de: 'Ein wörtliches Zitat weicht vom Wortlaut der Quelle ab.',
    en: 'A direct quotation differs from the source in wording.',
  },
  check: ({ document, quotes }, locale) =>
    quotes.flatMap((match) => {
      const quotation = document.quotations.find(({ start, end }) => start === match.quotation.start && end === match.quotation.end)
      if (match.exact || quotation === undefined) return []
      const { source } = match.evidence
      const said = slice(source.body.text, match.evidence)
      const changes = changesOf(quotation.text, said)
      if (changes.length === 0) return []
      return [
        {
          rule: 'quote-altered',
          severity: 'error',
          span: { start: quotation.start, end: quotation.end },
          message: messages[locale].message(changes, source.metadata.publisher ?? source.metadata.title ?? source.key),
          evidence: [],
          passages: [match.evidence],
          fixes: isVerbatim(document.text, quotation)
            ? [
                {
                  title: messages[locale].fix,
                  edits: [{ ...quotation.inner, newText: said.replace(/\s+/g, ' ').trim() }],
                  preferred: false,
                },
              ]
            : [],
        },
      ]
    }),
}

/** Words of the quotation and what the source says there; one side may be empty. */
interface Change {
  readonly written: string
  readonly said: string
}

function changesOf(written: string, said: string): readonly Change[] {
  const parts = diffArrays(wordsOf(written), wordsOf(said), { comparator: (a, b) => fold(a) === fold(b) })
  const changes: Change[] = []
  let isOpen = false
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      isOpen = false
      continue
    }
    const last = isOpen ? changes.pop() : undefined
    const words = value.join(' ')
    const join = (before: string | undefined, more: boolean) => [before, more ? words : ''].filter((part) => part).join(' ')
    changes.push({ written: join(last?.written, removed), said: join(last?.said, added) })
    isOpen = true
  }
  return changes.filter(({ written: words }) => !marksChange.test(words))
}

/** "[…]" and "[der Kanzler]" say themselves that they are not the source's words. */
const marksChange = /\[|…|\.\.\./

function wordsOf(text: string): string[] {
  return text.replace(/[\u00ad\u200b]/g, '').match(/\[[^\]]*\]|…|\.\.\.|[\p{L}\p{M}\p{N}]+(?:[.,'’:-][\p{L}\p{M}\p{N}]+)*|[%€$£]/gu) ?? []
}

/** What may differ without changing a word: ligatures and the like, the kind of apostrophe; a capital at the start of a quotation. */
function fold(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[’‘´`]/g, "'")
    .toLowerCase()
}

/** Whether the words stand in the file as they are read, so that replacing them loses no markup. */
function isVerbatim(text: string, { inner, text: read }: Quotation): boolean {
  return slice(text, inner).replace(/\s+/g, ' ') === read.replace(/\s+/g, ' ') && !marksChange.test(read)
}

const most = 3

const messages = {
  de: {
    message: (changes: readonly Change[], source: string) =>
      `Das Zitat weicht von „${source}“ ab: ${list(changes, phrases.de)}${changes.length > most ? ' und mehr' : ''}.`,
    fix: 'Wortlaut der Quelle übernehmen',
  },
  en: {
    message: (changes: readonly Change[], source: string) =>
      `The quotation differs from “${source}”: ${list(changes, phrases.en)}${changes.length > most ? ' and more' : ''}.`,
    fix: 'Use the source’s wording',
  },
} satisfies Record<Locale, unknown>

const phrases = {
  de: {
    other: ({ written, said }: Change) => `dort „${said}“ statt „${written}“`,
    more: ({ written }: Change) => `dort ohne „${written}“`,
    less: ({ said }: Change) => `dort auch „${said}“`,
  },
  en: {
    other: ({ written, said }: Change) => `“${said}” there instead of “${written}”`,
    more: ({ written }: Change) => `no “${written}” there`,
    less: ({ said }: Change) => `also “${said}” there`,
  },
} satisfies Record<Locale, Record<string, (change: Change) => string>>

function list(changes: readonly Change[], say: Record<'other' | 'more' | 'less', (change: Change) => string>): string {
  return changes
    .slice(0, most)
    .map((change) => (change.written === '' ? say.less(change) : change.said === '' ? say.more(change) : say.other(change)))
    .join('; ')
}
