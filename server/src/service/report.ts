/** The evidence report. */
import type { Locale } from '../text/locale'
import type { CheckedDocument } from './checked'

export function reportOf(documents: readonly CheckedDocument[], locale: Locale): string {
  return `<!doctype html><html lang="${locale}"><title>Beleg</title>${documents.map(({ path }) => path).join()}`
}
