/** *Actors*: whom the sources name, by kind, most mentioned first; below each its roles and other names. */
import { type Disposable, ThemeIcon, window } from 'vscode'
import { type ActorItem, methods } from '../../../server/src/lsp/protocol'
import { locale } from '../locale'
import type { BelegServer } from '../server'
import { type Node, node, Tree } from './tree'

type Kind = ActorItem['type']

const messages = {
  de: {
    kinds: { person: 'Personen', organisation: 'Organisationen', state: 'Staaten', place: 'Orte' },
    mentions: ({ mentions, sources }: ActorItem) => `${mentions}-mal in ${sources} ${sources === 1 ? 'Quelle' : 'Quellen'}`,
    alias: 'auch',
    role: 'Rolle',
  },
  en: {
    kinds: { person: 'Persons', organisation: 'Organisations', state: 'States', place: 'Places' },
    mentions: ({ mentions, sources }: ActorItem) =>
      `${mentions} ${mentions === 1 ? 'time' : 'times'} in ${sources} ${sources === 1 ? 'source' : 'sources'}`,
    alias: 'also',
    role: 'role',
  },
}[locale]

const icons: Readonly<Record<Kind, ThemeIcon>> = {
  person: new ThemeIcon('person'),
  organisation: new ThemeIcon('organization'),
  state: new ThemeIcon('globe'),
  place: new ThemeIcon('location'),
}

const kinds: readonly Kind[] = ['person', 'organisation', 'state', 'place']

export function registerActors(server: BelegServer): Disposable[] {
  const tree = new Tree(async () => {
    const actors = (await server.request<readonly ActorItem[]>(methods.actors, {})) ?? []
    return kinds
      .map((kind) => ({ kind, members: actors.filter(({ type }) => type === kind) }))
      .filter(({ members }) => members.length > 0)
      .map(({ kind, members }) => node(messages.kinds[kind], { description: String(members.length), children: members.map(actorNode) }))
  })
  return [
    window.createTreeView('beleg.actors', { treeDataProvider: tree, showCollapseAll: true }),
    server.onStatus(() => tree.refresh()),
    server.onActive(() => tree.refresh()),
  ]
}

function actorNode(actor: ActorItem): Node {
  const rest: Partial<Node> = {
    description: actor.roles[0] ?? messages.mentions(actor),
    tooltip: `${actor.name}: ${messages.mentions(actor)}`,
    iconPath: icons[actor.type],
    contextValue: 'actor',
    children: [
      ...actor.roles.map((role) => node(role, { description: messages.role, iconPath: new ThemeIcon('briefcase') })),
      ...actor.aliases.map((alias) => node(alias, { description: messages.alias, iconPath: new ThemeIcon('symbol-string') })),
    ],
  }
  return Object.assign(node(actor.name, rest), { name: actor.name, type: actor.type, folder: actor.folder })
}
