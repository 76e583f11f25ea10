/**
 * Commands that write actors.yaml: the server says what changes, the editor applies it, so that it can be undone. An editor that takes no
 * edits from a server has the file written for it.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ApplyWorkspaceEditResult, LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { type RegistryChange, registryEdits, withEdits } from '../actor/registry-edit'
import { actorTypes } from '../actor/registry-schema'
import { actorsFileOf } from '../service/companions'
import type { Locale } from '../text/locale'
import { textEditsOf } from './convert'
import type { Folder } from './folder'
import { Positions } from './positions'
import type { Session } from './session'

/** Does what was asked; the answer is the address of the file, so that the client can save it. */
export async function changeActors(folder: Folder, change: RegistryChange, session: Session): Promise<string | ResponseError<never>> {
  const path = actorsFileOf(folder.workspace.settings)
  const file = resolve(folder.path, path)
  const uri = URI.file(file).toString()
  const before = await readFile(file, 'utf8').catch(() => undefined)
  const text = (before ?? '').replace(/^\ufeff/, '')
  const edits = registryEdits(text, change)
  if (edits === undefined) return new ResponseError<never>(LSPErrorCodes.RequestFailed, messages[session.locale].faulty(path))
  if (edits.length === 0) return uri
  if (session.can.applyEdits) {
    const textEdits = textEditsOf(edits, new Positions(text, session.encoding))
    const creation = before === undefined ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []
    const edit: WorkspaceEdit = session.can.documentChanges
      ? { documentChanges: [...creation, { textDocument: { uri, version: null }, edits: textEdits }] }
      : { changes: { [uri]: textEdits } }
    const answer: ApplyWorkspaceEditResult | null = await session.connection.workspace.applyEdit({ label: path, edit })
    if (answer?.applied === true) return uri
  }
  await writeFile(file, withEdits(text, edits))
  await folder.reload()
  return uri
}

/** What a client sends, if it is a change. */
export function registryChangeOf(value: unknown): RegistryChange | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const field = (key: string): unknown => Reflect.get(value, key)
  const [kind, name, other, to] = [field('kind'), field('name'), field('other'), field('to')]
  if (typeof name !== 'string' || name === '') return undefined
  const type = actorTypes.find((known) => known === field('type'))
  const typed = type === undefined ? {} : { type }
  if (kind === 'block') return { kind, name }
  if (kind === 'merge' && typeof other === 'string' && other !== '') return { kind, name, other, ...typed }
  return kind === 'rename' && typeof to === 'string' && to !== '' ? { kind, name, to, ...typed } : undefined
}

const messages = {
  de: { faulty: (path: string) => `${path} ist so nicht zu lesen. Beheben Sie zuerst die Fehler, die dort angezeigt werden.` },
  en: { faulty: (path: string) => `${path} cannot be read as it is. Mend the mistakes that are shown there first.` },
} satisfies Record<Locale, unknown>
