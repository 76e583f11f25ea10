/** *Merge Actors*, *Rename Actor*, *Not an Actor*: asks whom and how, and has the server write it into actors.yaml. */
import { commands, type Disposable, type QuickPickItem, Uri, window, workspace } from 'vscode'
import { type ActorItem, methods, commands as serverCommands } from '../../server/src/lsp/protocol'
import { locale } from './locale'
import type { BelegServer } from './server'

const messages = {
  de: {
    merge: 'Welcher Akteur ist derselbe wie ein anderer?',
    mergeInto: (name: string) => `„${name}“ ist dasselbe wie …`,
    rename: 'Welcher Akteur soll anders heißen?',
    newName: (name: string) => `Neuer Name für „${name}“`,
    block: 'Was ist kein Akteur?',
    sources: (count: number) => `in ${count} ${count === 1 ? 'Quelle' : 'Quellen'}`,
    none: 'Noch sind in den Quellen keine Akteure gefunden.',
  },
  en: {
    merge: 'Which actor is the same as another?',
    mergeInto: (name: string) => `“${name}” is the same as …`,
    rename: 'Which actor shall have another name?',
    newName: (name: string) => `New name for “${name}”`,
    block: 'What is no actor?',
    sources: (count: number) => `in ${count} ${count === 1 ? 'source' : 'sources'}`,
    none: 'No actors have been found in the sources yet.',
  },
}[locale]

/** What a node of the view hands over; the palette hands over nothing. */
type Named = Pick<ActorItem, 'name' | 'type' | 'folder'>

export function registerActorCommands(server: BelegServer): Disposable[] {
  return [
    commands.registerCommand('beleg.mergeActors', (node?: Named) => merge(server, node)),
    commands.registerCommand('beleg.renameActor', (node?: Named) => rename(server, node)),
    commands.registerCommand('beleg.notAnActor', (node?: Named) => block(server, node)),
  ]
}

async function merge(server: BelegServer, node: Named | undefined): Promise<void> {
  const actors = await actorsOf(server)
  const other = node ?? (await pick(actors, messages.merge))
  if (other === undefined) return
  const rest = actors.filter(({ name, folder }) => name !== other.name && folder === other.folder)
  // Those of the same kind are meant far more often.
  const likely = rest.toSorted((a, b) => Number(b.type === other.type) - Number(a.type === other.type))
  const into = await pick(likely, messages.mergeInto(other.name))
  if (into !== undefined) await change(other.folder, { kind: 'merge', name: into.name, other: other.name, type: into.type })
}

async function rename(server: BelegServer, node: Named | undefined): Promise<void> {
  const actor = node ?? (await pick(await actorsOf(server), messages.rename))
  if (actor === undefined) return
  const to = (await window.showInputBox({ prompt: messages.newName(actor.name), value: actor.name }))?.trim()
  if (to !== undefined && to !== '' && to !== actor.name)
    await change(actor.folder, { kind: 'rename', name: actor.name, to, type: actor.type })
}

async function block(server: BelegServer, node: Named | undefined): Promise<void> {
  const actor = node ?? (await pick(await actorsOf(server), messages.block))
  if (actor !== undefined) await change(actor.folder, { kind: 'block', name: actor.name })
}

/** The server edits the text on disk, so what the author has not saved is saved before; and afterwards, so that it counts. */
async function change(folder: string, registryChange: object): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (document.isDirty && document.languageId === 'yaml' && document.uri.toString().startsWith(`${folder}/`)) await document.save()
  }
  try {
    const uri = await commands.executeCommand<string | null>(serverCommands.changeActors, { folder, change: registryChange })
    if (typeof uri === 'string') await (await workspace.openTextDocument(Uri.parse(uri, true))).save()
  } catch (cause) {
    await window.showErrorMessage(cause instanceof Error ? cause.message : String(cause))
  }
}

async function actorsOf(server: BelegServer): Promise<readonly ActorItem[]> {
  const actors = (await server.request<readonly ActorItem[]>(methods.actors, {})) ?? []
  if (actors.length === 0) await window.showInformationMessage(messages.none)
  return actors
}

async function pick(actors: readonly ActorItem[], placeHolder: string): Promise<ActorItem | undefined> {
  const items = actors.map((actor): QuickPickItem & { readonly actor: ActorItem } => ({
    label: actor.name,
    description: actor.roles[0] ?? '',
    detail: [messages.sources(actor.sources), ...actor.aliases.slice(0, 4)].join(' · '),
    actor,
  }))
  return actors.length === 0
    ? undefined
    : (await window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.actor
}
