/** CSL as JSON (Zotero, Pandoc) and YAML (Pandoc), and the YAML of Hayagriva (Typst). */
import { findNodeAtLocation, getNodeValue, type Node as JsonNode, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js'
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { Span } from '../text/span'
import { type BibliographyEntry, entryOf, type Fault, isoFromParts, type ReadEntries } from './bibliography'

type Fields = Readonly<Record<string, unknown>>

export function readCslJson(text: string): ReadEntries {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const faults = errors.slice(0, 1).map(({ offset, length }): Fault => ({ kind: 'broken', start: offset, end: offset + length }))
  if (root === undefined) return { entries: [], faults }
  const list = root.type === 'array' ? root : (findNodeAtLocation(root, ['items']) ?? findNodeAtLocation(root, ['references']))
  if (list?.type !== 'array') return { entries: [], faults: [...faults, { kind: 'notAList', start: root.offset, end: root.offset + 1 }] }
  const found = (list.children ?? []).map((node) => {
    const value: unknown = getNodeValue(node)
    return read(value, spanOfJson(findNodeAtLocation(node, ['citation-key']) ?? findNodeAtLocation(node, ['id']) ?? node, node))
  })
  return collect(found, faults)
}

export function readCslYaml(text: string): ReadEntries {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false })
  const faults = document.errors.slice(0, 1).map(({ pos }): Fault => ({ kind: 'broken', start: pos[0], end: pos[1] }))
  const root = document.contents
  if (isMap(root) && root.get('references') === undefined && root.items.some(({ value }) => isMap(value) && value.has('type'))) {
    return collect(hayagriva(root), faults)
  }
  const list = isMap(root) ? root.get('references') : root
  if (!isSeq(list)) {
    if (root === null) return { entries: [], faults }
    return { entries: [], faults: [...faults, { kind: 'notAList', start: root.range?.[0] ?? 0, end: root.range?.[1] ?? 0 }] }
  }
  const found = list.items.map((item) => {
    const id = isMap(item) ? item.get('id', true) : undefined
    const node = isScalar(id) ? id : isMap(item) || isScalar(item) ? item : undefined
    return read(isMap(item) ? item.toJS(document) : undefined, { start: node?.range?.[0] ?? 0, end: node?.range?.[1] ?? 0 })
  })
  return collect(found, faults)
}

function read(value: unknown, span: Span): BibliographyEntry | Fault {
  if (!isFields(value)) return { ...span, kind: 'broken' }
  const id = value['citation-key'] ?? value['id']
  const title = string(value['title'])
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    return { ...span, kind: 'noKey', ...(title !== undefined && { detail: title }) }
  const outlet = string(value['container-title'])
  const house = string(value['publisher'])
  const isPeriodical = /^(?:article|post|webpage)/.test(string(value['type']) ?? '')
  return entryOf({
    key: String(id),
    span,
    title,
    authors: namesOf(value['author'] ?? value['editor']),
    date: dateOf(value['issued']),
    url: string(value['URL']),
    file: string(value['file']),
    publisher: isPeriodical ? (outlet ?? house) : (house ?? outlet),
  })
}

/** "key: { type: article, title: …, author: [\"Müller, Anna\"], date: 2020-05, parent: { title: … } }". */
function hayagriva(root: YAMLMap): (BibliographyEntry | Fault)[] {
  return root.items.map(({ key, value }) => {
    const span = { start: isScalar(key) ? (key.range?.[0] ?? 0) : 0, end: isScalar(key) ? (key.range?.[1] ?? 0) : 0 }
    const fields: unknown = isMap(value) ? value.toJSON() : undefined
    if (!isScalar(key) || !isFields(fields)) return { ...span, kind: 'broken' }
    const parents = [fields['parent']].flat().filter(isFields)
    const authors = [fields['author']]
      .flat()
      .flatMap((name) => (typeof name === 'string' ? name.split(/,\s*/).reverse().join(' ') : namesOf([name])))
    return entryOf({
      key: String(key.value),
      span,
      title: titleOf(fields['title']),
      authors,
      date: /^\d{4}(?:-\d{2}){0,2}/.exec(String(fields['date'] ?? ''))?.[0],
      url: string(isFields(fields['url']) ? fields['url']['value'] : fields['url']),
      file: undefined,
      publisher: parents.map((parent) => titleOf(parent['title'])).find((title) => title !== undefined) ?? titleOf(fields['publisher']),
    })
  })
}

function titleOf(value: unknown): string | undefined {
  return string(isFields(value) ? (value['value'] ?? value['name']) : value)
}

function namesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).flatMap((name: unknown) => {
    if (!isFields(name)) return typeof name === 'string' ? [name] : []
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].flatMap((part) => string(name[part]) ?? [])
    return string(name['literal']) ?? string(name['name']) ?? parts.join(' ')
  })
}

/** `{"date-parts": [[2020, 5, 4]]}`, "2020-05-04", or the list of parts of Pandoc's YAML. */
function dateOf(issued: unknown): string | undefined {
  if (typeof issued === 'string' || typeof issued === 'number') return /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(String(issued))?.[0]
  const first: unknown = Array.isArray(issued) ? issued[0] : issued
  if (!isFields(first)) return undefined
  const outer: unknown = first['date-parts']
  const parts: unknown = Array.isArray(outer) ? outer[0] : undefined
  if (Array.isArray(parts)) return isoFromParts(parts[0], parts[1], parts[2])
  if (first['year'] !== undefined) return isoFromParts(first['year'], first['month'], first['day'])
  return dateOf(string(first['literal']) ?? string(first['raw']))
}

function collect(found: readonly (BibliographyEntry | Fault)[], faults: readonly Fault[]): ReadEntries {
  const isFault = (item: BibliographyEntry | Fault): item is Fault => 'kind' in item
  return {
    entries: found.filter((item): item is BibliographyEntry => !isFault(item)),
    faults: [...faults, ...found.filter(isFault)],
  }
}

function spanOfJson(node: JsonNode, item: JsonNode): Span {
  return node === item ? { start: item.offset, end: item.offset + 1 } : { start: node.offset + 1, end: node.offset + node.length - 1 }
}

function string(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== ''
    ? value
        .replace(/<\/?(?:i|b|sup|sub|span)\b[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
