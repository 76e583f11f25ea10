import type { Evidence } from '../../claim/verdict'
import type { Source } from '../../source/source'
import type { Locale } from '../../text/locale'

export const messages = {
  de: {
    title: 'Belegbericht',
    skip: 'Zum Text',
    summary: (documents: number, figures: number) =>
      `${documents} ${documents === 1 ? 'Dokument' : 'Dokumente'}, ${figures} ${figures === 1 ? 'Zahl' : 'Zahlen'}`,
    relations: { supports: 'stützt', contradicts: 'widerspricht', related: 'verwandt' } satisfies Record<Evidence['relation'], string>,
    doubt: 'Stimmt das?',
    more: (count: number) => (count === 1 ? 'noch eine Stelle' : `noch ${count} Stellen`),
    filters: 'Filter',
    all: 'alle',
    source: 'Quelle',
    allSources: 'alle Quellen',
    shown: '# Zahlen gezeigt',
    keys: 'Tasten: j und k gehen von Zahl zu Zahl, n und p von Widerspruch zu Widerspruch.',
    coverage: 'Abdeckung:',
    others: 'Weitere Befunde',
    ignored: 'Unterdrückte Befunde',
    reason: (reason: string | undefined) => (reason === undefined || reason === '' ? 'ohne Begründung' : `Begründung: ${reason}`),
    line: (line: number) => `Zeile ${line}`,
    sources: 'Quellen',
    columns: ['Datum', 'Quelle', 'Herausgeber', 'stützt', 'widerspricht'],
    undated: 'ohne Datum',
    timeline: 'Zeitachse der Quellen',
    timelineKeys:
      'Auf der Zeitachse gehen die Pfeiltasten von Quelle zu Quelle, die Eingabetaste führt in die Tabelle, die Leertaste zeigt nur die Zahlen der Quelle.',
    uses: (supports: number, contradicts: number) => `stützt ${supports}, widerspricht ${contradicts}`,
    noFigures: 'Dieses Dokument nennt keine Zahlen.',
    page: (page: number) => `S. ${page}`,
  },
  en: {
    title: 'Evidence report',
    skip: 'Skip to the text',
    summary: (documents: number, figures: number) =>
      `${documents} ${documents === 1 ? 'document' : 'documents'}, ${figures} ${figures === 1 ? 'figure' : 'figures'}`,
    relations: { supports: 'supports', contradicts: 'contradicts', related: 'related' },
    doubt: 'Is this right?',
    more: (count: number) => (count === 1 ? 'one more passage' : `${count} more passages`),
    filters: 'Filters',
    all: 'all',
    source: 'Source',
    allSources: 'all sources',
    shown: '# figures shown',
    keys: 'Keys: j and k go from figure to figure, n and p from contradiction to contradiction.',
    coverage: 'Coverage:',
    others: 'Other findings',
    ignored: 'Ignored findings',
    reason: (reason: string | undefined) => (reason === undefined || reason === '' ? 'no reason given' : `Reason: ${reason}`),
    line: (line: number) => `Line ${line}`,
    sources: 'Sources',
    columns: ['Date', 'Source', 'Publisher', 'supports', 'contradicts'],
    undated: 'undated',
    timeline: 'Timeline of the sources',
    timelineKeys:
      'On the timeline the arrow keys go from source to source, Enter leads to the table, the space bar shows only the figures of the source.',
    uses: (supports: number, contradicts: number) => `supports ${supports}, contradicts ${contradicts}`,
    noFigures: 'This document states no figures.',
    page: (page: number) => `p. ${page}`,
  },
} satisfies Record<Locale, unknown>

export type Messages = (typeof messages)[Locale]

/** What every part of the report is written with. */
export interface Writing {
  readonly say: Messages
  readonly locale: Locale
  addressOf(place: { readonly source: Source }): string
}
