/**
 * Edits of `actors.yaml` by commands: *Merge Actors*, *Rename*, *Not an Actor*. They are edits of the text, so that comments, order and whatever
 * else its author wrote stay as they are.
 */
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Span } from '../text/span'
import type { ActorType } from './actor'

export type RegistryChange =
  /** `other` and its aliases become aliases of `name`. */
  | { readonly kind: 'merge'; readonly name: string; readonly other: string; readonly type?: ActorType }
  /** The old name stays as an alias. */
  | { readonly kind: 'rename'; readonly name: string; readonly to: string; readonly type?: ActorType }
  | { readonly kind: 'block'; readonly name: string }

export interface RegistryEdit extends Span {
  readonly newText: string
}

/** The edits of `text`, in text order and apart; undefined where it is no valid YAML or not of the shape that actors.yaml has. */
export function registryEdits(text: string, change: RegistryChange): readonly RegistryEdit[] | undefined {
  const file = fileOf(text)
  if (file === undefined) return undefined
  switch (change.kind) {
    case 'merge': {
      const [entry, absorbed] = [file.entry(change.name), file.entry(change.other)]
      const names = [change.other, ...namesIn(absorbed?.get('aliases'))].filter((name) => name !== change.name)
      if (entry !== undefined)
        return sorted([
          ...addAliases(file, entry, change.name, names),
          ...(absorbed === undefined || absorbed === entry ? [] : [remove(file, absorbed)]),
        ])
      if (absorbed !== undefined)
        return sorted([...setName(absorbed, change.name), ...addAliases(file, absorbed, change.name, [change.other])])
      return [addActor(file, { name: change.name, aliases: names, ...(change.type !== undefined && { type: change.type }) })]
    }
    case 'rename': {
      const entry = file.entry(change.name)
      if (entry !== undefined) return sorted([...setName(entry, change.to), ...addAliases(file, entry, change.to, [change.name])])
      return [addActor(file, { name: change.to, aliases: [change.name], ...(change.type !== undefined && { type: change.type }) })]
    }
    case 'block': {
      const entry = file.entry(change.name)
      const removal = entry === undefined ? [] : [remove(file, entry)]
      return namesIn(file.blocked?.value).includes(change.name) ? removal : sorted([...removal, addTo(file, 'block', change.name)])
    }
  }
}

/** The text after edits that are in order and apart. */
export function withEdits(text: string, edits: readonly RegistryEdit[]): string {
  let edited = ''
  let from = 0
  for (const { start, end, newText } of edits) {
    edited += text.slice(from, start) + newText
    from = end
  }
  return edited + text.slice(from)
}

interface File {
  readonly text: string
  readonly actors: YAMLSeq | undefined
  readonly blocked: Pair | undefined
  readonly listed: Pair | undefined
  /** The actor of this name, or else the one with this alias. */
  entry(name: string): YAMLMap | undefined
}

function fileOf(text: string): File | undefined {
  const document = parseDocument(text)
  const root = document.contents
  if (document.errors.length > 0 || (root !== null && !isMap(root))) return undefined
  const pair = (key: string) => root?.items.find((item) => isScalar(item.key) && item.key.value === key)
  const [listed, blocked] = [pair('actors'), pair('block')]
  const isList = (item: Pair | undefined) =>
    item === undefined || isSeq(item.value) || item.value === null || (isScalar(item.value) && item.value.value === null)
  if (!isList(listed) || !isList(blocked)) return undefined
  const actors: YAMLSeq | undefined = isSeq(listed?.value) ? listed.value : undefined
  return {
    text,
    actors,
    blocked,
    listed,
    entry(name) {
      const entries = actors?.items.filter((item) => isMap(item)) ?? []
      return entries.find((entry) => entry.get('name') === name) ?? entries.find((entry) => namesIn(entry.get('aliases')).includes(name))
    },
  }
}

interface NewActor {
  readonly name: string
  readonly type?: ActorType
  readonly aliases: readonly string[]
}

function addActor(file: File, { name, type, aliases }: NewActor): RegistryEdit {
  const fields = [
    `name: ${written(name)}`,
    ...(type === undefined ? [] : [`type: ${type}`]),
    ...(aliases.length === 0 ? [] : [`aliases: ${flow(aliases)}`]),
  ]
  return addTo(file, 'actors', fields)
}

/** One more item at the end of the list of `key`, which is made where it is missing; an item of several lines is a map. */
function addTo(file: File, key: 'actors' | 'block', item: string | readonly string[]): RegistryEdit {
  const { text } = file
  const list = key === 'actors' ? file.listed : file.blocked
  const lines = typeof item === 'string' ? [written(item)] : item
  const dashed = (indent: string) => lines.map((line, at) => `\n${indent}${at === 0 ? '- ' : '  '}${line}`).join('')
  if (list === undefined) {
    const end = text.trimEnd().length
    return { start: end, end, newText: `${end === 0 ? '' : '\n'}${key}:${dashed('  ')}${text.slice(end).startsWith('\n') ? '' : '\n'}` }
  }
  if (isSeq(list.value) && list.value.items.length > 0) {
    const last = spanOf(list.value.items.at(-1), text)
    if (list.value.flow === true) return insertion(last.end, `, ${typeof item === 'string' ? written(item) : `{ ${item.join(', ')} }`}`)
    const first = spanOf(list.value.items[0], text)
    return insertion(endOfLine(text, last.end), dashed(indentOf(text, dashBefore(text, first.start))))
  }
  // "actors:" with nothing behind it, or "actors: []".
  const keyEnd = spanOf(list.key, text).end + 1
  const valueEnd = isSeq(list.value) ? spanOf(list.value, text).end : keyEnd
  return { start: keyEnd, end: valueEnd, newText: dashed('  ') }
}

/** `name` is what the entry will be called. */
function addAliases(file: File, entry: YAMLMap, name: string, names: readonly string[]): RegistryEdit[] {
  const { text } = file
  const pair = entry.items.find((item) => isScalar(item.key) && item.key.value === 'aliases')
  const known = namesIn(pair?.value)
  const added = [...new Set(names)].filter((other) => !known.includes(other) && other !== name)
  if (added.length === 0) return []
  const list = pair?.value
  if (isSeq(list) && list.items.length > 0) {
    const last = spanOf(list.items.at(-1), text)
    if (list.flow === true) return [insertion(last.end, `, ${added.map(written).join(', ')}`)]
    const indent = indentOf(text, dashBefore(text, spanOf(list.items[0], text).start))
    return [insertion(endOfLine(text, last.end), added.map((other) => `\n${indent}- ${written(other)}`).join(''))]
  }
  if (pair !== undefined) {
    const start = spanOf(pair.key, text).end + 1
    const end = isNode(list) && (isSeq(list) || known.length > 0) ? spanOf(list, text).end : start
    return [{ start, end, newText: ` ${flow([...known, ...added])}` }]
  }
  const named = entry.items.find((item) => isScalar(item.key) && item.key.value === 'name')
  const at = spanOf(named?.value, text).end
  if (entry.flow === true) return [insertion(at, `, aliases: ${flow(added)}`)]
  const column = spanOf(named?.key, text).start
  return [insertion(endOfLine(text, at), `\n${' '.repeat(column - startOfLine(text, column))}aliases: ${flow(added)}`)]
}

function setName(entry: YAMLMap, to: string): RegistryEdit[] {
  const name = entry.get('name', true)
  const range = name?.range
  if (range === undefined || range === null || entry.get('name') === to) return []
  return [{ start: range[0], end: range[1], newText: written(to) }]
}

/** An item with its dash and its lines, or with its comma. */
function remove({ text, actors }: File, entry: YAMLMap): RegistryEdit {
  const { start, end } = spanOf(entry, text)
  if (actors?.flow === true) {
    const at = actors.items.indexOf(entry)
    const [before, after] = [actors.items[at - 1], actors.items[at + 1]]
    if (before !== undefined) return { start: spanOf(before, text).end, end, newText: '' }
    return { start, end: after === undefined ? end : spanOf(after, text).start, newText: '' }
  }
  const line = startOfLine(text, dashBefore(text, start))
  return { start: line, end: Math.min(text.length, endOfLine(text, end) + 1), newText: '' }
}

// Text

function insertion(at: number, newText: string): RegistryEdit {
  return { start: at, end: at, newText }
}

/** Without the line breaks that the parser counts to a block. */
function spanOf(node: unknown, text: string): Span {
  const range = isNode(node) ? node.range : undefined
  if (range === undefined || range === null) return { start: text.length, end: text.length }
  const [start, end] = range
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

function dashBefore(text: string, at: number): number {
  return text.lastIndexOf('-', at - 1)
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** The end of the line without its break. */
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  const found = end < 0 ? text.length : end
  return text.charAt(found - 1) === '\r' ? found - 1 : found
}

function indentOf(text: string, at: number): string {
  return ' '.repeat(at - startOfLine(text, at))
}

function flow(names: readonly string[]): string {
  return `[${names.map(written).join(', ')}]`
}

/** A name as YAML: bare where it cannot be taken for anything else. */
function written(name: string): string {
  const isBare =
    /^\p{L}[\p{L}\p{M}\p{N} .&’'/\-–]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off)$/i.test(name) && name.trim() === name
  return isBare ? name : JSON.stringify(name)
}

function namesIn(node: unknown): string[] {
  const values: unknown = isNode(node) ? node.toJSON() : node
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : typeof values === 'string' ? [values] : []
}

function sorted(edits: readonly RegistryEdit[]): RegistryEdit[] {
  return [...edits].sort((a, b) => a.start - b.start)
}
