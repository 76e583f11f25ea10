/**
 * beleg.yaml to settings. Never throws: what is wrong is reported with its line and what to do about it, and has its default; the rest
 * holds.
 */
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { defaultSeverities, isRuleName, ruleNames } from '../rules/names'
import { nearest } from '../rules/nearest'
import type { RuleName, Severity } from '../rules/rule'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'
import { fieldNames, type Setting, settingsTable, severities } from './schema'
import type { Problem, Settings } from './settings'

export const defaultSettings: Settings = {
  sources: ['sources/**'],
  documents: ['**/*.md'],
  bibliography: [],
  rules: defaultSeverities,
  fields: {},
}

export function parseSettings(
  text: string,
  path: string,
  locale: Locale = 'en',
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const reader = new SettingsReader(text, path, locale)
  const settings = reader.read()
  return { settings, problems: reader.problems }
}

class SettingsReader {
  readonly problems: Problem[] = []
  readonly #text: string
  readonly #path: string
  readonly #say: (typeof messages)[Locale]
  readonly #lines = new LineCounter()

  constructor(text: string, path: string, locale: Locale) {
    this.#text = text
    this.#path = path
    this.#say = messages[locale]
  }

  read(): Settings {
    const document = parseDocument(this.#text, { lineCounter: this.#lines, logLevel: 'silent', prettyErrors: false, uniqueKeys: false })
    for (const { code, pos } of document.errors) {
      const end = Math.min(pos[1], this.#text.length)
      this.#report({ start: Math.min(pos[0], end), end }, this.#say.yaml(code), 'error')
    }
    const root = document.contents
    if (root === null || (isScalar(root) && root.value === null)) return defaultSettings
    if (!isMap(root)) {
      this.#report(spanOf(root), this.#say.notAMap, 'error')
      return defaultSettings
    }
    const strings: Record<string, readonly string[]> = {}
    let actors: string | undefined
    let rules: Settings['rules'] = defaultSeverities
    let fields: Settings['fields'] = {}
    for (const { name, key, value } of this.#entries(root)) {
      const setting = settingOf(name)
      if (setting === undefined) this.#unknown(key, name, Object.keys(settingsTable), this.#say.unknownKey)
      else if (setting.kind === 'strings') strings[name] = this.#strings(name, key, value, setting.example) ?? setting.default
      else if (setting.kind === 'string') actors = this.#string(name, key, value, setting.example)
      else if (setting.kind === 'rules') rules = this.#rules(name, key, value)
      else fields = this.#fields(name, key, value)
    }
    const { sources, documents, bibliography } = { ...defaultSettings, ...strings }
    return { sources, documents, bibliography, ...(actors !== undefined && { actors }), rules, fields }
  }

  /** The keys of a map with their values; a key that comes twice is reported, and its last value holds. */
  #entries(map: YAMLMap): { readonly name: string; readonly key: Span; readonly value: Node | null }[] {
    const seen = new Set<string>()
    return map.items.flatMap((pair: Pair) => {
      if (!isPair(pair) || !isScalar(pair.key)) return []
      const name = String(pair.key.value)
      const key = spanOf(pair.key)
      if (seen.has(name)) this.#report(key, this.#say.twice(name))
      seen.add(name)
      return [{ name, key, value: isNode(pair.value) ? pair.value : null }]
    })
  }

  #strings(name: string, key: Span, value: Node | null, example: string): readonly string[] | undefined {
    const items = isSeq(value) ? value.items : [value]
    const found: string[] = []
    for (const item of items) {
      if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '') found.push(item.value)
      else this.#report(spanOf(isNode(item) ? item : value, key), this.#say.strings(name, example))
    }
    return found.length > 0 || (isSeq(value) && items.length === 0) ? found : undefined
  }

  #string(name: string, key: Span, value: Node | null, example: string): string | undefined {
    if (isScalar(value) && typeof value.value === 'string' && value.value.trim() !== '') return value.value
    this.#report(spanOf(value, key), this.#say.string(name, example))
    return undefined
  }

  #rules(name: string, key: Span, value: Node | null): Settings['rules'] {
    const rules: Record<RuleName, Severity | 'off'> = { ...defaultSeverities }
    for (const entry of this.#map(name, key, value, 'figure-unsupported: hint')) {
      if (!isRuleName(entry.name)) {
        this.#unknown(entry.key, entry.name, ruleNames, this.#say.unknownRule)
        continue
      }
      const written = isScalar(entry.value) ? String(entry.value.value) : ''
      const severity = severities.find((known) => known === written)
      if (severity === undefined) this.#report(spanOf(entry.value, entry.key), this.#say.severity(entry.name, written))
      else rules[entry.name] = severity
    }
    return rules
  }

  #fields(name: string, key: Span, value: Node | null): Settings['fields'] {
    const fields: Record<string, string> = {}
    for (const entry of this.#map(name, key, value, 'text: body')) {
      if (!fieldNames.some((known) => known === entry.name)) this.#unknown(entry.key, entry.name, fieldNames, this.#say.unknownField)
      else if (isScalar(entry.value) && typeof entry.value.value === 'string' && entry.value.value !== '')
        fields[entry.name] = entry.value.value
      else this.#report(spanOf(entry.value, entry.key), this.#say.string(entry.name, 'body'))
    }
    return fields
  }

  #map(name: string, key: Span, value: Node | null, example: string) {
    if (isMap(value)) return this.#entries(value)
    if (value !== null && !(isScalar(value) && value.value === null)) this.#report(spanOf(value, key), this.#say.map(name, example))
    return []
  }

  #unknown(span: Span, name: string, known: readonly string[], say: (name: string, similar: string | undefined, known: string) => string) {
    this.#report(span, say(name, nearest(name, known, 1)[0], known.join(', ')))
  }

  #report(span: Span, message: string, severity: Problem['severity'] = 'warning'): void {
    this.problems.push({ path: this.#path, span, line: Math.max(1, this.#lines.linePos(span.start).line), message, severity })
  }
}

function settingOf(name: string): Setting | undefined {
  return Object.entries(settingsTable).find(([known]) => known === name)?.[1]
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value)
}

/** Where a node stands; an empty one stands where its key does. */
function spanOf(node: unknown, fallback: Span = { start: 0, end: 0 }): Span {
  const range = isNode(node) ? node.range : undefined
  return range === undefined || range === null ? fallback : { start: range[0], end: Math.max(range[0], range[1]) }
}

const messages = {
  de: {
    yaml: (code: string) => `Hier ist das YAML nicht zu lesen (${code}). Einrückung, Anführungszeichen und Klammern prüfen.`,
    notAMap: 'Erwartet werden Zeilen der Form „sources: …“.',
    twice: (name: string) => `„${name}“ steht schon weiter oben; es gilt der letzte Wert. Einen der beiden löschen.`,
    unknownKey: (name: string, similar: string | undefined, known: string) =>
      similar === undefined
        ? `„${name}“ ist keine Einstellung. Es gibt: ${known}.`
        : `„${name}“ ist keine Einstellung. Gemeint ist wohl „${similar}“.`,
    unknownRule: (name: string, similar: string | undefined, known: string) =>
      similar === undefined ? `„${name}“ ist keine Regel. Es gibt: ${known}.` : `„${name}“ ist keine Regel. Gemeint ist wohl „${similar}“.`,
    unknownField: (name: string, similar: string | undefined, known: string) =>
      similar === undefined
        ? `„${name}“ ist kein Feld einer Quelle. Es gibt: ${known}.`
        : `„${name}“ ist kein Feld einer Quelle. Gemeint ist wohl „${similar}“.`,
    strings: (name: string, example: string) => `„${name}“ erwartet einen Text oder eine Liste von Texten, etwa ["${example}"].`,
    string: (name: string, example: string) => `„${name}“ erwartet einen Text, etwa „${example}“.`,
    map: (name: string, example: string) => `„${name}“ erwartet Zeilen der Form „${example}“.`,
    severity: (rule: string, written: string) =>
      `„${written}“ ist keine Schwere für „${rule}“. Möglich sind error, warning, information, hint und off.`,
  },
  en: {
    yaml: (code: string) => `This YAML cannot be read (${code}). Check indentation, quotation marks and brackets.`,
    notAMap: 'Expected lines such as “sources: …”.',
    twice: (name: string) => `“${name}” is set further up already; the last value holds. Delete one of them.`,
    unknownKey: (name: string, similar: string | undefined, known: string) =>
      similar === undefined ? `“${name}” is not a setting. There are: ${known}.` : `“${name}” is not a setting. Did you mean “${similar}”?`,
    unknownRule: (name: string, similar: string | undefined, known: string) =>
      similar === undefined ? `“${name}” is not a rule. There are: ${known}.` : `“${name}” is not a rule. Did you mean “${similar}”?`,
    unknownField: (name: string, similar: string | undefined, known: string) =>
      similar === undefined
        ? `“${name}” is not a field of a source. There are: ${known}.`
        : `“${name}” is not a field of a source. Did you mean “${similar}”?`,
    strings: (name: string, example: string) => `“${name}” takes a text or a list of texts, such as ["${example}"].`,
    string: (name: string, example: string) => `“${name}” takes a text, such as “${example}”.`,
    map: (name: string, example: string) => `“${name}” takes lines such as “${example}”.`,
    severity: (rule: string, written: string) =>
      `“${written}” is not a severity for “${rule}”. It can be error, warning, information, hint or off.`,
  },
} satisfies Record<Locale, unknown>
