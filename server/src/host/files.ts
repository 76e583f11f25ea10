/** The files of a workspace by their globs; what .gitignore files name stays out, symbolic links are followed once. */
import { type Dirent, readdir, realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import picomatch from 'picomatch'
import { glob } from 'tinyglobby'
import { GitIgnore } from './gitignore'

/** Never sources nor documents, whatever the globs say. */
const never = ['**/node_modules/**', '**/.git/**', '**/.hg/**', '**/.svn/**', '**/.beleg/**', '**/.cache/**']

/**
 * Paths relative to `folder` with forward slashes, sorted; a glob with a leading `!` excludes. `closed` is told of folders on the way that may
 * not be read.
 */
export async function findFiles(folder: string, globs: readonly string[], closed: (path: string) => void = () => {}): Promise<string[]> {
  const wanted = globs.filter((pattern) => !pattern.startsWith('!'))
  const unwanted = globs.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  if (wanted.length === 0) return []
  const found = await glob([...wanted], {
    cwd: folder,
    ignore: [...never, ...unwanted],
    dot: false,
    expandDirectories: true,
    followSymbolicLinks: true,
    fs: { readdir: readdirTelling((path) => closed(relative(folder, path).replaceAll('\\', '/'))) },
  })
  const paths = found.map((path) => path.replaceAll('\\', '/'))
  const ignored = new GitIgnore(folder)
  const kept = paths.filter((path) => isOutside(path) || !ignored.ignores(path))
  return withoutPageFolders(oncePerFolder(folder, kept, (path) => isOutside(path) || !ignored.ignores(path))).sort()
}

/** Undefined for a file that is gone or that may not be looked at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined
    throw cause
  }
}

/** The one of Node for the search, which passes over in silence what it may not read; of its shapes the search calls only this one. */
function readdirTelling(closed: (path: string) => void): typeof readdir {
  const telling = (path: string, options: { readonly withFileTypes: true }, done: (cause: Error | null, entries: Dirent[]) => void) =>
    readdir(path, options, (cause, entries) => {
      if (cause !== null && (cause.code === 'EACCES' || cause.code === 'EPERM')) closed(path)
      done(cause, entries)
    })
  return telling as typeof readdir
}

/** Which of `paths`, relative to `folder`, the globs would find. */
export async function matchesGlobs(folder: string, paths: readonly string[], globs: readonly string[]): Promise<string[]> {
  const relativeGlobs = globs.map((pattern) => relativeGlob(folder, pattern))
  const matches = picomatch(
    relativeGlobs.filter((pattern) => !pattern.startsWith('!')),
    { ignore: [...never, ...relativeGlobs.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))] },
  )
  const ignored = new GitIgnore(folder)
  return paths.filter((path) => matches(path) && (isOutside(path) || !ignored.ignores(path))).sort()
}

/** "sources" stands for all below it, as in the search for files. */
function relativeGlob(folder: string, pattern: string): string {
  const bare = pattern.startsWith('!') ? pattern.slice(1) : pattern
  const path = isAbsolute(bare) ? relative(folder, bare).replaceAll('\\', '/') : bare.replace(/^\.\//, '')
  const whole = /[*?[{]/.test(path) || /\.[^./]+$/.test(path) ? path : `${path.replace(/\/$/, '')}/**`
  return pattern.startsWith('!') ? `!${whole}` : whole
}

/** Paths outside the folder ("../archive/a.txt") are nothing that a .gitignore of it speaks of. */
function isOutside(path: string): boolean {
  return path.startsWith('..') || isAbsolute(path)
}

/** Browsers save pictures and scripts of "seite.html" in "seite_files" or "seite-Dateien": parts of a page, not sources. */
function withoutPageFolders(paths: readonly string[]): string[] {
  const pages = new Set(paths.filter((path) => /\.x?html?$/i.test(path)).map((path) => path.replace(/\.x?html?$/i, '')))
  if (pages.size === 0) return [...paths]
  const owners = /^(.*?)(?:_files|-Dateien|_Dateien)\//
  return paths.filter((path) => !pages.has(owners.exec(path)?.[1] ?? ''))
}

/** Folders that links lead to are followed once: by their own name where that is found too, else by the first link. */
function oncePerFolder(folder: string, paths: readonly string[], isWanted: (path: string) => boolean): string[] {
  const base = realpathSync(folder)
  const names = new Map<string, string>()
  const nameOf = (parent: string) => {
    let name = names.get(parent)
    if (name === undefined) names.set(parent, (name = relative(base, realpathSync(join(folder, parent))).replaceAll('\\', '/')))
    return name
  }
  const found = new Map<string, string>()
  for (const path of paths) {
    const cut = path.lastIndexOf('/') + 1
    const parent = path.slice(0, Math.max(0, cut - 1))
    const real = nameOf(parent)
    const own = `${real === '' ? '' : `${real}/`}${path.slice(cut)}`
    if (own !== path && (found.has(own) || !isWanted(own))) continue
    if (own === path || !found.has(own)) found.set(own, path)
  }
  return [...found.values()]
}
