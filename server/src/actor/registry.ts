/**
 * `actors.yaml`: what the author decides about actors. It wins over everything that was recognised. Mistakes are reported with their place and
 * never stop the rest.
 *
 *     actors:
 *       - name: Friedrich Merz
 *         type: person
 *         aliases: [Merz, F. Merz]
 *         roles: [Bundeskanzler]
 *     block: [Handelsblatt]
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml'
import type { Locale } from '../text/locale'
import type { Span } from '../text/span'
import type { Actor, ActorType, Mention } from './actor'
import { united } from './namesakes'
import { actorTypes } from './registry-schema'

export interface Registry {
  readonly actors: readonly RegisteredActor[]
  /** Names and aliases of registered actors, by lower case. */
  readonly byName: ReadonlyMap<string, RegisteredActor>
  /** What is no actor, in lower case. */
  readonly blocked: ReadonlySet<string>
}

export interface RegisteredActor {
  readonly name: string
  readonly type?: ActorType
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
}

export interface RegistryMistake {
  readonly span: Span
  /** 1-based. */
  readonly line: number
  readonly message: Readonly<Record<Locale, string>>
}

export const emptyRegistry: Registry = { actors: [], byName: new Map(), blocked: new Set() }

export function parseRegistry(text: string): { readonly registry: Registry; readonly mistakes: readonly RegistryMistake[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const mistakes: RegistryMistake[] = document.errors.map(({ pos: [start, end], message }) => ({
    span: { start, end },
    line: lines.linePos(start).line,
    message: { de: `Kein gültiges YAML: ${message}`, en: `Not valid YAML: ${message}` },
  }))
  const report = (node: unknown, de: string, en: string) => {
    const [start, end] = rangeOf(node)
    mistakes.push({ span: { start, end }, line: lines.linePos(start).line, message: { de, en } })
  }
  const root = document.contents
  if (root === null) return { registry: emptyRegistry, mistakes }
  if (!isMap(root)) {
    report(root, 'Erwartet werden die Schlüssel „actors“ und „block“.', 'Expected the keys “actors” and “block”.')
    return { registry: emptyRegistry, mistakes }
  }
  const actors: RegisteredActor[] = []
  const byName = new Map<string, RegisteredActor>()
  const blocked = new Set<string>()
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (name === 'block') for (const item of stringsOf(value, report)) blocked.add(fold(item.text))
    else if (name !== 'actors') report(key, `Unbekannter Schlüssel „${name}“.`, `Unknown key “${name}”.`)
    else if (value === null || (isScalar(value) && value.value === null)) continue
    else if (!isSeq(value)) report(value, '„actors“ muss eine Liste sein.', '“actors” must be a list.')
    else for (const item of value.items) addActor(item)
  }
  return { registry: { actors, byName, blocked }, mistakes }

  function addActor(item: unknown): void {
    const name = isMap(item) ? item.get('name', true) : undefined
    if (!isMap(item) || !isText(name)) {
      report(name ?? item, 'Ein Akteur braucht „name“.', 'An actor needs “name”.')
      return
    }
    const type = typeOf(item)
    const aliases = stringsOf(item.get('aliases', true), report)
    const actor: RegisteredActor = {
      name: name.value,
      aliases: aliases.map((alias) => alias.text),
      roles: stringsOf(item.get('roles', true), report).map((role) => role.text),
      ...(type !== undefined && { type }),
    }
    for (const { key } of item.items) {
      const known = isScalar(key) ? String(key.value) : ''
      if (!['name', 'type', 'aliases', 'roles'].includes(known)) report(key, `Unbekannter Schlüssel „${known}“.`, `Unknown key “${known}”.`)
    }
    actors.push(actor)
    for (const { text: form, node } of [{ text: actor.name, node: name }, ...aliases]) {
      const other = byName.get(fold(form))
      if (other === undefined) byName.set(fold(form), actor)
      else if (other !== actor) report(node, `„${form}“ gehört schon zu „${other.name}“.`, `“${form}” belongs to “${other.name}” already.`)
    }
  }

  function typeOf(item: YAMLMap): ActorType | undefined {
    const node = item.get('type', true)
    if (node === undefined || node === null) return undefined
    const type = actorTypes.find((candidate) => isText(node) && node.value === candidate)
    if (type === undefined) report(node, `„type“ ist eines von: ${actorTypes.join(', ')}.`, `“type” is one of: ${actorTypes.join(', ')}.`)
    return type
  }
}

type Report = (node: unknown, de: string, en: string) => void

function stringsOf(node: unknown, report: Report): { text: string; node: Node }[] {
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return []
  const items = isSeq(node) ? node.items : [node]
  return items.flatMap((item) => {
    if (isText(item)) return [{ text: item.value, node: item }]
    report(item, 'Erwartet wird ein Name.', 'Expected a name.')
    return []
  })
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string' && node.value.trim() !== ''
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  if (!Array.isArray(range)) return [0, 0]
  return [Number(range[0]), Number(range[1])]
}

function fold(name: string): string {
  return name.toLowerCase()
}

/** Mentions as the registry wants them: blocked ones are gone, aliases bear the canonical name and its type. */
export function applyRegistry(mentions: readonly Mention[], registry: Registry): Mention[] {
  if (registry.actors.length === 0 && registry.blocked.size === 0) return [...mentions]
  return mentions.flatMap((mention) => {
    const actor = registry.byName.get(fold(mention.name)) ?? registry.byName.get(fold(mention.text))
    if (actor !== undefined) return [{ ...mention, name: actor.name, type: actor.type ?? mention.type }]
    return registry.blocked.has(fold(mention.name)) || registry.blocked.has(fold(mention.text)) ? [] : [mention]
  })
}

/** Actors of the corpus as the registry wants them: merged, renamed, blocked; registered ones are there even where no source names them. */
export function applyToActors(actors: readonly Actor[], registry: Registry): Actor[] {
  const merged = new Map<string, Actor>()
  for (const { name, type, aliases, roles } of registry.actors) {
    merged.set(name, {
      name,
      type: type ?? 'organisation',
      aliases,
      roles: roles.map((role) => ({ role, sources: [] })),
      mentions: 0,
      sources: 0,
    })
  }
  for (const actor of actors) {
    const registered = registry.byName.get(fold(actor.name))
    if (registered === undefined && registry.blocked.has(fold(actor.name))) continue
    const name = registered?.name ?? actor.name
    const before = merged.get(name)
    merged.set(name, before === undefined ? { ...actor, name } : { ...united(before, actor), type: registered?.type ?? actor.type })
  }
  return [...merged.values()]
}
