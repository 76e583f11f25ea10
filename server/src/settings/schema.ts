/**
 * What beleg.yaml may hold: one table that the parser checks by and that becomes the JSON Schema for editors, so that completion and
 * checking cannot drift apart.
 */
import { defaultSeverities, ruleNames } from '../rules/names'
import type { Severity } from '../rules/rule'
import type { Locale } from '../text/locale'
import type { Settings } from './settings'

type Text = Readonly<Record<Locale, string>>

export type Setting =
  | { readonly kind: 'strings'; readonly default: readonly string[]; readonly example: string; readonly description: Text }
  | { readonly kind: 'string'; readonly example: string; readonly description: Text }
  | { readonly kind: 'rules'; readonly description: Text }
  | { readonly kind: 'fields'; readonly description: Text }

export const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off']

/** What a field of a JSON source can hold. */
export const fieldNames = ['id', 'text', 'title', 'date', 'author', 'publisher', 'url', 'lang'] as const

export const settingsTable: Readonly<Record<keyof Settings, Setting>> = {
  sources: {
    kind: 'strings',
    default: ['sources/**'],
    example: 'sources/**',
    description: {
      de: 'Muster der Quelldateien, relativ zum Ordner dieser Datei; ein „!“ davor schließt aus. Was .gitignore ausschließt, wird nicht gelesen.',
      en: 'Globs of the source files, relative to the folder of this file; a leading “!” excludes. What .gitignore excludes is not read.',
    },
  },
  documents: {
    kind: 'strings',
    default: ['**/*.md'],
    example: '**/*.md',
    description: {
      de: 'Muster der Dokumente, die geprüft werden. Eine Quelle ist nie ein Dokument.',
      en: 'Globs of the documents to check. A source is never a document.',
    },
  },
  bibliography: {
    kind: 'strings',
    default: [],
    example: 'references.bib',
    description: {
      de: 'Literaturverzeichnisse in BibTeX, BibLaTeX, CSL JSON, CSL YAML oder RIS: die Schlüssel, die zitiert werden dürfen.',
      en: 'Bibliographies in BibTeX, BibLaTeX, CSL JSON, CSL YAML or RIS: the keys that may be cited.',
    },
  },
  actors: {
    kind: 'string',
    example: 'actors.yaml',
    description: {
      de: 'Eine Datei, die Akteure zusammenlegt, umbenennt oder sperrt; actors.yaml, wo nichts anderes steht.',
      en: 'A file that merges, renames and blocks actors; actors.yaml where it is missing.',
    },
  },
  rules: {
    kind: 'rules',
    description: {
      de: 'Wie schwer der Befund einer Regel wiegt; „off“ schaltet sie ab.',
      en: 'How severe a rule’s findings are; “off” switches it off.',
    },
  },
  fields: {
    kind: 'fields',
    description: {
      de: 'Für Quellen in JSON und JSON Lines: welches Feld was enthält.',
      en: 'For sources in JSON and JSON Lines: which field holds what.',
    },
  },
}

/** The JSON Schema of beleg.yaml; `rules` adds each rule's one-line summary. */
export function settingsSchema(locale: Locale, summaries: Readonly<Record<string, string>> = {}): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'beleg.yaml',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(settingsTable).map(([name, setting]) => [
        name,
        { description: setting.description[locale], ...propertyOf(setting, summaries) },
      ]),
    ),
  }
}

function propertyOf(setting: Setting, summaries: Readonly<Record<string, string>>): object {
  const text = { type: 'string', minLength: 1 }
  switch (setting.kind) {
    case 'strings':
      return {
        anyOf: [text, { type: 'array', items: text }],
        default: setting.default,
        examples: [[setting.example]],
      }
    case 'string':
      return { ...text, examples: [setting.example] }
    case 'rules':
      return {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: Object.fromEntries(
          ruleNames.map((name) => [
            name,
            { enum: severities, default: defaultSeverities[name], ...(summaries[name] !== undefined && { description: summaries[name] }) },
          ]),
        ),
      }
    case 'fields':
      return {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: Object.fromEntries(fieldNames.map((name) => [name, text])),
      }
  }
}
