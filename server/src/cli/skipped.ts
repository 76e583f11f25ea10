/** Why a file of the corpus is no source, or not quite what it could be, with what to do about it. */
import type { Hint, HintKind, SkipReason } from '../source/source'
import type { Locale } from '../text/locale'

/** "sources/scan.bin: übergangen, weil …" */
export function skippedLine(path: string, reason: SkipReason, locale: Locale): string {
  const { intro, reasons } = messages[locale]
  return `${path}: ${intro} ${reasons[reason]}`
}

export function hintLine(path: string, { kind, line }: Hint, locale: Locale): string {
  const { hints, lineOf } = messages[locale]
  return `${path}: ${hints[kind]}${line === undefined ? '' : ` (${lineOf} ${line})`}`
}

const messages = {
  de: {
    intro: 'übergangen:',
    lineOf: 'Zeile',
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
    hints: {
      frontMatter: 'gelesen, aber die Angaben zwischen den Linien --- am Anfang sind kein gültiges YAML.',
      sidecar: 'gelesen, aber die Angaben in der Datei daneben sind nicht zu lesen.',
      sidecarDate: 'gelesen, aber ein Datum in der Datei daneben ist keines. Als 2025-12-31 schreiben.',
      replacedBytes: 'gelesen, aber einzelne Zeichen waren nicht zu entziffern. Als UTF-8 speichern.',
      pagesWithoutText: 'gelesen, aber einzelne Seiten enthalten keinen Text, nur Bilder. Vorher durch eine Texterkennung schicken.',
    },
  },
  en: {
    intro: 'skipped:',
    lineOf: 'line',
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
    hints: {
      frontMatter: 'read, but what stands between the lines --- at its head is not valid YAML.',
      sidecar: 'read, but the metadata in the file beside it cannot be read.',
      sidecarDate: 'read, but a date in the file beside it is none. Write it as 2025-12-31.',
      replacedBytes: 'read, but some characters could not be made out. Save it as UTF-8.',
      pagesWithoutText: 'read, but some pages hold no text, only pictures. Run it through text recognition first.',
    },
  },
} satisfies Record<
  Locale,
  {
    readonly intro: string
    readonly lineOf: string
    readonly reasons: Record<SkipReason, string>
    readonly hints: Record<HintKind, string>
  }
>
