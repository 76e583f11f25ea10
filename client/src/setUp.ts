/** The way from an empty folder to a first finding: a beleg.yaml with a folder for sources, and an example to look at. */
import { commands, type Disposable, Uri, window, workspace } from 'vscode'
import { examples, settingsTemplate } from './example'
import { locale } from './locale'

const messages = {
  de: { folder: 'Welcher Ordner soll eingerichtet werden?', none: 'Öffnen Sie zuerst einen Ordner.' },
  en: { folder: 'Which folder shall be set up?', none: 'Open a folder first.' },
}[locale]

export function registerSetUp(): Disposable[] {
  return [commands.registerCommand('beleg.setUp', setUp), commands.registerCommand('beleg.addExample', addExample)]
}

async function setUp(): Promise<void> {
  const folder = await pickFolder()
  if (folder === undefined) return
  await workspace.fs.createDirectory(Uri.joinPath(folder, 'sources'))
  await window.showTextDocument(await writeOnce(folder, 'beleg.yaml', settingsTemplate[locale]))
}

async function addExample(): Promise<void> {
  const folder = await pickFolder()
  if (folder === undefined) return
  const { analysis, sources } = examples[locale]
  await writeOnce(folder, 'beleg.yaml', settingsTemplate[locale])
  for (const [path, text] of Object.entries(sources)) await writeOnce(folder, path, text)
  await window.showTextDocument(await writeOnce(folder, analysis.path, analysis.text))
}

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length > 1) return (await window.showWorkspaceFolderPick({ placeHolder: messages.folder }))?.uri
  if (folders.length === 0) await window.showInformationMessage(messages.none)
  return folders[0]?.uri
}

/** Writes a file unless it is there: nothing of the author's is ever overwritten. */
async function writeOnce(folder: Uri, path: string, text: string): Promise<Uri> {
  const uri = Uri.joinPath(folder, ...path.split('/'))
  try {
    await workspace.fs.stat(uri)
  } catch {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  }
  return uri
}
