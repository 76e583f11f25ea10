/** Edits of `actors.yaml` by commands: the file comes back with its comments and its order kept. */
import { type Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml'
import type { ActorType } from './actor'

/** *Merge Actors*: `other` becomes an alias of `name`. */
export function mergeActors(text: string, name: string, other: string, type?: ActorType): string {
  return edited(text, (document) => {
    const absorbed = find(document, other)
    const entry = find(document, name) ?? add(document, name, type)
    const aliases = namesIn(absorbed?.get('aliases'))
    if (absorbed !== undefined && absorbed !== entry) remove(document, absorbed)
    addAliases(document, entry, name, [other, ...aliases])
  })
}

/** *Rename*: the old name stays as an alias. */
export function renameActor(text: string, from: string, to: string, type?: ActorType): string {
  return edited(text, (document) => {
    const entry = find(document, from) ?? add(document, to, type)
    entry.set('name', to)
    addAliases(document, entry, to, [from])
  })
}

/** *Not an Actor*. */
export function blockActor(text: string, name: string): string {
  return edited(text, (document) => {
    const entry = find(document, name)
    if (entry !== undefined) remove(document, entry)
    const list = listAt(document, 'block')
    if (!namesIn(list).includes(name)) list.add(document.createNode(name))
  })
}

function edited(text: string, change: (document: Document) => void): string {
  const document: Document = parseDocument(text)
  if (!isMap(document.contents)) document.contents = new YAMLMap()
  change(document)
  return document.toString({ lineWidth: 0 })
}

function entriesOf(document: Document): YAMLMap[] {
  const list = document.get('actors')
  return isSeq(list) ? list.items.filter(isMap) : []
}

function find(document: Document, name: string): YAMLMap | undefined {
  return entriesOf(document).find((entry) => entry.get('name') === name)
}

function add(document: Document, name: string, type: ActorType | undefined): YAMLMap {
  const entry = new YAMLMap()
  entry.set('name', name)
  if (type !== undefined) entry.set('type', type)
  listAt(document, 'actors').add(entry)
  return entry
}

function remove(document: Document, entry: YAMLMap): void {
  const list = listAt(document, 'actors')
  list.items = list.items.filter((item) => item !== entry)
}

function listAt(document: Document, key: string): YAMLSeq {
  const found = document.get(key)
  if (isSeq(found)) return found
  const list = new YAMLSeq()
  document.set(key, list)
  return list
}

function addAliases(document: Document, entry: YAMLMap, name: string, names: readonly string[]): void {
  const all = new Set([...namesIn(entry.get('aliases')), ...names])
  all.delete(name)
  const list = document.createNode([...all])
  if (isSeq(list)) list.flow = true
  entry.set('aliases', list)
}

function namesIn(node: unknown): string[] {
  const values: unknown = isSeq(node) ? node.toJSON() : node
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : typeof values === 'string' ? [values] : []
}
