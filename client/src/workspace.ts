/**
 * Where Beleg has something to do: in a folder with a `beleg.yaml`, or with a folder `sources/` beside what is written. Looking costs a
 * few calls to the file system and happens before the server is started, so that a window without sources never pays for one.
 */
import { FileType, RelativePattern, type TextDocument, Uri, type WorkspaceFolder, workspace } from 'vscode'

const settingsFile = 'beleg.yaml'
const sourcesFolder = 'sources'

/** Does the folder itself hold sources, or any folder in it a beleg.yaml? */
export async function isBelegFolder(folder: WorkspaceFolder): Promise<boolean> {
  if (folder.uri.scheme !== 'file') return false
  if (await holdsSources(folder.uri)) return true
  const found = await workspace.findFiles(new RelativePattern(folder, `**/${settingsFile}`), '**/node_modules/**', 1)
  return found.length > 0
}

/** Is it Markdown with sources beside it, or below a beleg.yaml? The server looks in the same places. */
export async function isBelegDocument(document: TextDocument): Promise<boolean> {
  if (document.languageId !== 'markdown' || document.uri.scheme !== 'file') return false
  const home = parentOf(document.uri)
  if (await holdsSources(home)) return true
  for (let folder = parentOf(home); ; folder = parentOf(folder)) {
    if ((await typeOf(Uri.joinPath(folder, settingsFile))) === FileType.File) return true
    if (parentOf(folder).path === folder.path) return false
  }
}

/** Does this new file make its folder a Beleg workspace? */
export function marksWorkspace(uri: Uri): boolean {
  return uri.scheme === 'file' && (uri.path.endsWith(`/${settingsFile}`) || parentOf(uri).path.endsWith(`/${sourcesFolder}`))
}

async function holdsSources(folder: Uri): Promise<boolean> {
  return (
    (await typeOf(Uri.joinPath(folder, settingsFile))) === FileType.File ||
    (await typeOf(Uri.joinPath(folder, sourcesFolder))) === FileType.Directory
  )
}

/** The type behind a symbolic link counts; what is not there has none. */
async function typeOf(uri: Uri): Promise<FileType> {
  try {
    return (await workspace.fs.stat(uri)).type & ~FileType.SymbolicLink
  } catch {
    return FileType.Unknown
  }
}

function parentOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..')
}
