/** Why a file of the corpus is no source, with what to do about it. */
import type { SkipReason } from '../source/source'
import type { Locale } from '../text/locale'

/** "sources/scan.bin: übergangen, weil …" */
export function skippedLine(path: string, reason: SkipReason, locale: Locale): string {
  const { intro, reasons } = messages[locale]
  return `${path}: ${intro} ${reasons[reason]}`
}

const messages = {
  de: {
    intro: 'übergangen:',
    reasons: {
      binary: 'sie sieht nicht nach Text aus. Ist sie doch welcher, als UTF-8 speichern.',
      empty: 'die Datei ist leer.',
      tooLarge: 'die Datei ist zu groß. Aufteilen, oder mit „!“ unter sources: ausnehmen.',
      unreadable: 'die Datei lässt sich nicht lesen. Rechte prüfen.',
      encoding: 'die Kodierung ist nicht zu erkennen. Als UTF-8 speichern.',
      noText: 'die Datei enthält keinen Text, etwa nur Bilder. Vorher durch eine Texterkennung schicken.',
      format: 'dieses Format liest Beleg nicht. Als Text oder Markdown speichern, oder mit „!“ unter sources: ausnehmen.',
      protected: 'die Datei ist mit einem Kennwort geschützt. Ungeschützt speichern.',
      damaged: 'die Datei ist beschädigt. Neu speichern.',
      timeout: 'das Lesen dauerte zu lange. Aufteilen oder vereinfachen.',
    },
  },
  en: {
    intro: 'skipped:',
    reasons: {
      binary: 'it does not look like text. If it is text, save it as UTF-8.',
      empty: 'the file is empty.',
      tooLarge: 'the file is too large. Split it, or exclude it with "!" under sources:.',
      unreadable: 'the file cannot be read. Check its permissions.',
      encoding: 'its encoding cannot be told. Save it as UTF-8.',
      noText: 'the file holds no text, perhaps only pictures. Run it through text recognition first.',
      format: 'Beleg does not read this format. Save it as text or Markdown, or exclude it with "!" under sources:.',
      protected: 'the file is protected by a password. Save it without.',
      damaged: 'the file is damaged. Save it again.',
      timeout: 'reading it took too long. Split or simplify it.',
    },
  },
} satisfies Record<Locale, { readonly intro: string; readonly reasons: Record<SkipReason, string> }>
