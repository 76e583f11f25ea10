/** The files of a workspace by their globs; what .gitignore names stays out, symbolic links are followed once. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { glob } from 'tinyglobby'

/** Never sources nor documents, whatever the globs say. */
const never = ['**/node_modules/**', '**/.git/**', '**/.hg/**', '**/.svn/**', '**/.beleg/**', '**/.cache/**']

/** Paths relative to `folder` with forward slashes, sorted; a glob with a leading `!` excludes. */
export async function findFiles(folder: string, globs: readonly string[]): Promise<string[]> {
  const wanted = globs.filter((pattern) => !pattern.startsWith('!'))
  const unwanted = globs.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  if (wanted.length === 0) return []
  const found = await glob([...wanted], {
    cwd: folder,
    ignore: [...never, ...unwanted],
    dot: false,
    expandDirectories: true,
    followSymbolicLinks: true,
  })
  const paths = found.map((path) => path.replaceAll('\\', '/'))
  const ignored = await gitIgnore(folder)
  // Paths outside the folder ("../archive/a.txt") are nothing that its .gitignore speaks of.
  return paths.filter((path) => path.startsWith('..') || path.startsWith('/') || /^[A-Za-z]:/.test(path) || !ignored.ignores(path)).sort()
}

async function gitIgnore(folder: string): Promise<Ignore> {
  const rules = ignore()
  try {
    rules.add(await readFile(join(folder, '.gitignore'), 'utf8'))
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
  }
  return rules
}
